/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"
#include "nb-text-class.h"

static gboolean
is_clause_end (gunichar c)
{
  return c == 0 || c == ',' || c == ';' || c == 0xFF0C || c == 0x3002 || c == 0xFF1B || c == 0x3001;
}

static gboolean
begins_denial (const char *at)
{
  static const char *const denials[] = { "没有", "未", "无", "不涉及" };

  for (gsize i = 0; i < G_N_ELEMENTS (denials); i++)
    if (g_str_has_prefix (at, denials[i]))
      return TRUE;
  return FALSE;
}

/* The clause, from its denial on, that says that nothing was changed: 没有涉及变更登记的事项. */
static gboolean
find_claim (const NbParagraph *paragraph, guint index, NbSpan *span)
{
  guint denial = G_MAXUINT;
  gboolean claimed = FALSE;
  guint offset = 0;

  for (const char *c = paragraph->text;; c = g_utf8_next_char (c), offset++)
    {
      if (is_clause_end (nb_text_get_character (c)))
        {
          if (claimed)
            {
              *span = (NbSpan){ index, denial, offset };
              return TRUE;
            }
          denial = G_MAXUINT;
        }
      if (*c == '\0')
        return FALSE;
      if (denial == G_MAXUINT && begins_denial (c))
        denial = offset;
      else if (denial != G_MAXUINT && g_str_has_prefix (c, "变更"))
        claimed = TRUE;
    }
}

/* Where the whole text is the registry's word for nothing, or one clause denies a change. */
static gboolean
find_any_claim (const NbCheck *check, const NbText *text, NbSpan *span)
{
  const NbParagraph *first = nb_text_get_paragraph (text, 0);

  if (nb_text_get_n_paragraphs (text) == 1
      && g_str_equal (first->text, nb_registry_get_none_word (check->context->registry)))
    {
      *span = (NbSpan){ 0, 0, first->length };
      return TRUE;
    }
  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    if (find_claim (nb_text_get_paragraph (text, i), i, span))
      return TRUE;
  return FALSE;
}

/* Whether the first amount that the rule reads has moved from the second one further than may go
 * unregistered. */
static gboolean
has_moved (const NbCheck *check)
{
  const NbValue *amount, *registered;

  if (check->rule->reads[0] == NULL || check->rule->reads[1] == NULL)
    return FALSE;
  amount = nb_report_data_get_value (check->data, check->rule->reads[0]);
  registered = nb_report_data_get_value (check->data, check->rule->reads[1]);
  return amount->state == NB_VALUE_READ && registered->state == NB_VALUE_READ
         && registered->number > 0
         && ABS (amount->number - registered->number) * 100
                > registered->number * nb_check_get_hundredths (check, "limit", 20);
}

/* The labels of the registered facts that are others than last year, joined by 、; NULL for none. */
static char *
list_changes (const NbCheck *check)
{
  const NbReportData *previous = check->context->previous;
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; previous != NULL && i < nb_form_get_n_fields (check->form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (check->form, i);
      g_autofree char *now = NULL;
      g_autofree char *before = NULL;

      if (!def->certificate || def->type == NB_FIELD_CODE
          || nb_form_lookup_field (nb_report_data_get_form (previous), def->id) == NULL)
        continue;
      now = nb_report_data_dup_canonical (check->data, def->id);
      before = nb_report_data_dup_canonical (previous, def->id);
      if (*now != '\0' && *before != '\0' && !g_str_equal (now, before))
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? "、" : "", def->label);
    }
  return labels->len > 0 ? g_string_free (g_steal_pointer (&labels), FALSE) : NULL;
}

static char *
make_message (const NbCheck *check, const char *field, const char *changes)
{
  const char *label = nb_check_get_label (check, field);

  if (changes != NULL)
    return g_strdup_printf (_ ("“%s” says that nothing was changed, but these are others than last "
                               "year: %s. Name the change, or answer why none was needed."),
                            label, changes);
  return g_strdup_printf (_ ("“%s” says that nothing was changed, but “%s” is far from “%s”. Name "
                             "the change, or answer why none was needed."),
                          label, nb_check_get_label (check, check->rule->reads[0]),
                          nb_check_get_label (check, check->rule->reads[1]));
}

/* The report says that nothing was changed, while a registered fact is another one than last year, or
 * the capital has moved further than may go unregistered (R14). */
void
nb_check_change_claim (NbCheck *check)
{
  g_autofree char *changes = list_changes (check);
  NbSpan span;

  if (changes == NULL && !has_moved (check))
    return;
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    if (find_any_claim (check, nb_report_data_get_text (check->data, *field), &span))
      nb_finding_add_span (nb_check_add (check, *field, make_message (check, *field, changes)),
                           span);
}
