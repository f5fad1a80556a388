/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From finding to finding. */

#include "nb-ui-review.h"

/* Fields in the order of the form, the report as a whole last. */
static guint
get_rank (NbUiReview *review, const char *field)
{
  NbForm *form =
      nb_report_get_form (nb_ui_document_get_report (nb_ui_review_get_document (review)));

  return field != NULL ? nb_form_lookup_field (form, field)->index : nb_form_get_n_fields (form);
}

/* Where stepping begins among @open: at the finding that was shown last while it is there and the person is
 * still in its field; else between findings, before the first one of the field that has the focus. */
static int
find_place (
    NbUiReview *review, const char *field, NbFinding *last, GPtrArray *open, gboolean *between)
{
  guint at;

  *between = FALSE;
  if (last != NULL && (field == NULL || g_strcmp0 (field, nb_finding_get_field (last)) == 0)
      && g_ptr_array_find (open, last, &at))
    return (int) at;
  *between = TRUE;
  if (field == NULL)
    return 0;
  for (at = 0; at < open->len; at++)
    if (get_rank (review, nb_finding_get_field (open->pdata[at])) >= get_rank (review, field))
      break;
  return (int) at;
}

static GPtrArray *
list_open (NbUiReview *review)
{
  GListModel *findings = nb_ui_review_get_findings (review);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (nb_finding_get_answer (finding) == NULL)
        g_ptr_array_add (open, g_steal_pointer (&finding));
    }
  return open;
}

NbFinding *
nb_ui_review_step (NbUiReview *review, const char *field, NbFinding *last, int step)
{
  g_autoptr (GPtrArray) open = list_open (review);
  int n = (int) open->len;
  gboolean between;
  int place;

  if (n == 0)
    return NULL;
  place = find_place (review, field, last, open, &between);
  if (!between || step < 0)
    place += step;
  return g_object_ref (open->pdata[(place + n) % n]);
}
