/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checker.h"
#include "nb-finding-private.h"

static gboolean
is_same_text (NbFinding *finding, NbReport *report, const char *field)
{
  const NbText *checked = nb_report_data_get_text (nb_finding_get_data (finding), field);

  return nb_text_equal (checked, nb_field_get_text (nb_report_lookup_field (report, field)));
}

gboolean
nb_finding_is_current (NbFinding *finding, NbReport *report)
{
  const GPtrArray *fix = nb_finding_get_fix (finding);
  const char *field = nb_finding_get_field (finding);

  if (field != NULL && !is_same_text (finding, report, field))
    return FALSE;
  for (guint i = 0; fix != NULL && i < fix->len; i++)
    {
      const NbEdit *edit = g_ptr_array_index (fix, i);

      /* All edits of a fix are in the finding's own field as a rule: compared once. */
      if (g_strcmp0 (edit->field, field) != 0 && !is_same_text (finding, report, edit->field))
        return FALSE;
    }
  return TRUE;
}

/* From the end, so that the places before stay true. */
static gboolean
make_edits (const GPtrArray *edits, NbReport *report, GError **error)
{
  gboolean done = TRUE;

  nb_report_begin_group (report);
  for (guint i = edits->len; i > 0 && done; i--)
    {
      const NbEdit *edit = g_ptr_array_index (edits, i - 1);

      done = nb_report_splice (
          report, edit->field, (NbPosition){ edit->span.paragraph, edit->span.start },
          (NbPosition){ edit->span.paragraph, edit->span.end }, edit->text, error);
    }
  nb_report_end_group (report);
  return done;
}

static void
fail_changed (GError **error)
{
  nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                _ ("The text was changed after it was checked. Check it again first."));
}

gboolean
nb_finding_apply_fix (NbFinding *finding, NbReport *report, GError **error)
{
  const GPtrArray *fix = nb_finding_get_fix (finding);

  if (fix == NULL || !nb_finding_is_current (finding, report))
    {
      fail_changed (error);
      return FALSE;
    }
  return make_edits (fix, report, error);
}

/* An edit of one of many fixes that are to be made together. */
typedef struct
{
  NbEdit *edit;
  guint owner; /* which fix */
} OwnedEdit;

static int
compare_edits (const void *a, const void *b)
{
  const OwnedEdit *one = a;
  const OwnedEdit *other = b;

  if (one->edit->field != other->edit->field)
    return one->edit->field < other->edit->field ? -1 : 1;
  if (one->edit->span.paragraph != other->edit->span.paragraph)
    return one->edit->span.paragraph < other->edit->span.paragraph ? -1 : 1;
  if (one->edit->span.start != other->edit->span.start)
    return one->edit->span.start < other->edit->span.start ? -1 : 1;
  return one->owner < other->owner ? -1 : one->owner > other->owner;
}

static gboolean
touch (const NbEdit *a, const NbEdit *b)
{
  return a->field == b->field && a->span.paragraph == b->span.paragraph
         && a->span.start <= b->span.end && b->span.start <= a->span.end;
}

/* Of two fixes that touch each other the later one waits, so that the first one is always made.
 * @edits are in the order of the text. */
static void
put_off (const GArray *edits, gboolean *waits)
{
  const OwnedEdit *last = NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      const OwnedEdit *next = &g_array_index (edits, OwnedEdit, i);

      if (waits[next->owner])
        continue;
      if (last != NULL && last->owner != next->owner && touch (last->edit, next->edit))
        {
          waits[MAX (last->owner, next->owner)] = TRUE;
          if (next->owner > last->owner)
            continue;
        }
      else if (last != NULL && last->owner == next->owner && touch (last->edit, next->edit)
               && last->edit->span.end > next->edit->span.end)
        continue;
      last = next;
    }
}

gboolean
nb_finding_list_apply_fixes (NbFindingList *list,
                             const char *const *rules,
                             NbReport *report,
                             guint *n_applied,
                             GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (OwnedEdit));
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  g_autofree gboolean *waits = NULL;
  guint n_fixes = 0, n_waiting = 0;

  for (guint i = 0; i < nb_finding_list_get_length (list); i++)
    {
      NbFinding *finding = nb_finding_list_get (list, i);
      const GPtrArray *fix = nb_finding_get_fix (finding);

      if (fix == NULL || !g_strv_contains (rules, nb_finding_get_rule (finding)))
        continue;
      if (!nb_finding_is_current (finding, report))
        {
          fail_changed (error);
          return FALSE;
        }
      for (guint j = 0; j < fix->len; j++)
        {
          OwnedEdit owned = { g_ptr_array_index (fix, j), n_fixes };

          g_array_append_val (edits, owned);
        }
      n_fixes++;
    }

  waits = g_new0 (gboolean, n_fixes + 1);
  g_array_sort (edits, compare_edits);
  put_off (edits, waits);
  for (guint i = 0; i < edits->len; i++)
    if (!waits[g_array_index (edits, OwnedEdit, i).owner])
      g_ptr_array_add (made, g_array_index (edits, OwnedEdit, i).edit);
  for (guint i = 0; i < n_fixes; i++)
    n_waiting += waits[i] ? 1 : 0;
  if (n_applied != NULL)
    *n_applied = n_fixes - n_waiting;
  return make_edits (made, report, error);
}

GPtrArray *
nb_finding_list_previews (NbFinding *finding, guint around, guint at_most)
{
  GPtrArray *previews = nb_edit_previews_new ();
  const GPtrArray *fix = nb_finding_get_fix (finding);

  for (guint i = 0; fix != NULL && i < MIN (fix->len, at_most); i++)
    {
      const NbEdit *edit = g_ptr_array_index (fix, i);
      const NbText *text = nb_report_data_get_text (nb_finding_get_data (finding), edit->field);

      nb_edit_previews_add (previews, text, edit->span, edit->text, around);
    }
  return previews;
}
