/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"

static gboolean
is_clause_end (gunichar c)
{
  return c == 0 || g_utf8_strchr ("，。；、,;", -1, c) != NULL;
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
      if (is_clause_end (g_utf8_get_char (c)))
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

static gint64
get_limit (const NbCheck *check)
{
  NbMoney limit = { 0, 0 };
  const char *text = nb_rule_def_get_parameter (check->rule, "limit");

  /* A decimal fraction such as 0.20, read without floating point, in hundredths. */
  nb_money_parse (text != NULL ? text : "0.20", NB_MONEY_WAN, FALSE, &limit);
  return limit.fen / (NB_FEN_PER_WAN / 100);
}

/* The report says that nothing was changed, while the first amount that the rule reads has moved from the
 * second one further than may go unregistered (R14). */
void
nb_check_change_claim (NbCheck *check)
{
  const NbValue *amount, *registered;
  NbSpan span;

  if (check->rule->reads[0] == NULL || check->rule->reads[1] == NULL)
    return;
  amount = nb_report_data_get_value (check->data, check->rule->reads[0]);
  registered = nb_report_data_get_value (check->data, check->rule->reads[1]);
  if (amount->state != NB_VALUE_READ || registered->state != NB_VALUE_READ
      || registered->number <= 0
      || ABS (amount->number - registered->number) * 100 <= registered->number * get_limit (check))
    return;

  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    if (find_any_claim (check, nb_report_data_get_text (check->data, *field), &span))
      nb_finding_add_span (
          nb_check_add (check, *field,
                        g_strdup_printf (_ ("“%s” says that nothing was changed, but “%s” is far "
                                            "from “%s”. Name the change, or "
                                            "answer why none was needed."),
                                         nb_check_get_label (check, *field),
                                         nb_check_get_label (check, check->rule->reads[0]),
                                         nb_check_get_label (check, check->rule->reads[1]))),
          span);
}
