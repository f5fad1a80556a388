/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-check.h"

#include <string.h>

#include "nb-check-run.h"
#include "nb-finding-list-private.h"

NbFinding *
nb_check_add (NbCheck *check, const char *field, char *message)
{
  const char *own = nb_form_lookup_field (check->form, field)->id;
  NbFinding *finding = nb_finding_new (check->rule, check->data, own, message);

  g_ptr_array_add (check->findings, finding);
  return finding;
}

NbFinding *
nb_check_add_about (NbCheck *check, const char *subject, char *message)
{
  NbFinding *finding = nb_finding_new (check->rule, check->data, NULL, message);

  nb_finding_set_subject (finding, subject);
  g_ptr_array_add (check->findings, finding);
  return finding;
}

NbFinding *
nb_check_add_whole (NbCheck *check, const char *field, char *message)
{
  NbFinding *finding = nb_check_add (check, field, message);

  nb_finding_add_whole (finding);
  return finding;
}

const char *
nb_check_get_label (const NbCheck *check, const char *field)
{
  return nb_form_lookup_field (check->form, field)->label;
}

const char *
nb_check_get_line (const NbCheck *check, const char *field)
{
  return nb_text_get_paragraph (nb_report_data_get_text (check->data, field), 0)->text;
}

char **
nb_check_dup_words (const NbCheck *check, const char *parameter)
{
  const char *words = nb_rule_def_get_parameter (check->rule, parameter);

  return words != NULL ? g_strsplit (words, "|", -1) : g_new0 (char *, 1);
}

gint64
nb_check_get_hundredths (const NbCheck *check, const char *parameter, gint64 otherwise)
{
  const char *text = nb_rule_def_get_parameter (check->rule, parameter);
  NbMoney money;

  /* Read without floating point. */
  if (text == NULL || !nb_money_parse (text, NB_MONEY_WAN, FALSE, &money))
    return otherwise;
  return money.fen / (NB_FEN_PER_WAN / 100);
}

/* The certificate's text of @field, NULL where it has none. */
static const char *
lookup_fact (const NbCheck *check, const char *field)
{
  return check->context->facts != NULL ? nb_facts_lookup (check->context->facts, field) : NULL;
}

gboolean
nb_check_is_registered (const NbCheck *check, const char *field)
{
  g_autofree char *text = nb_text_dup_string (nb_report_data_get_text (check->data, field));

  return g_strcmp0 (text, lookup_fact (check, field)) == 0;
}

void
nb_check_add_registered (NbCheck *check, NbFinding *finding)
{
  const char *field = nb_finding_get_field (finding);
  const char *fact = lookup_fact (check, field);
  const NbText *text = nb_report_data_get_text (check->data, field);

  if (fact != NULL && nb_text_get_n_paragraphs (text) == 1)
    nb_finding_add_edit (finding, (NbSpan){ 0, 0, nb_text_get_paragraph (text, 0)->length }, fact);
}

/* What people write where the registry wants its word. */
static const char *const nothings[] = { "",     "/",      "//",     "\\",  "-",    "--",
                                        "—",    "——",     "－",     "／",  "同上", "没有",
                                        "暂无", "空",     "N/A",    "n/a", "NA",   "none",
                                        "None", "不涉及", "未涉及", NULL };

gboolean
nb_check_stands_for_nothing (const NbText *text, const char *none_word)
{
  static const char trimmed[] = "。.，,；;、“”\"（）() 　";
  const char *from = nb_text_get_paragraph (text, 0)->text;
  const char *to = from + strlen (from);
  g_autofree char *bare = NULL;

  if (nb_text_get_n_paragraphs (text) > 1)
    return FALSE;
  while (from < to && g_utf8_strchr (trimmed, -1, g_utf8_get_char (from)) != NULL)
    from = g_utf8_next_char (from);
  while (to > from && g_utf8_strchr (trimmed, -1, g_utf8_get_char (g_utf8_prev_char (to))) != NULL)
    to = g_utf8_prev_char (to);
  bare = g_strndup (from, (gsize) (to - from));
  return g_str_equal (bare, none_word) || g_strv_contains (nothings, bare);
}

int
nb_check_get_report_year (const NbReportData *data)
{
  const NbValue *year = nb_report_data_lookup_value (data, NB_FIELD_YEAR);

  return year != NULL && year->state == NB_VALUE_READ ? (int) year->number : 0;
}

NbDate
nb_check_get_filing_day (const NbReportData *data, const NbCheckContext *context)
{
  const NbValue *day = nb_report_data_lookup_value (data, NB_FIELD_DATE);

  return day != NULL && day->state == NB_VALUE_READ ? day->date : context->today;
}

NbTerm
nb_check_compare_term (const NbReportData *data, const NbCheckContext *context)
{
  NbDate day = nb_check_get_filing_day (data, context);
  NbDate end = context->facts != NULL ? nb_facts_get_term (context->facts).to : (NbDate){ 0, 0, 0 };

  if (!nb_date_is_set (day) || !nb_date_is_set (end))
    return NB_TERM_UNKNOWN;
  return nb_date_compare (end, day) < 0 ? NB_TERM_ENDED : NB_TERM_RUNS;
}

const NbRuleDef *
nb_check_get_rule (NbForm *form, const NbRegistry *registry, guint index)
{
  const NbRuleDef *rule = nb_form_get_rule (form, index);
  const NbRuleDef *local = nb_registry_lookup_rule (registry, rule->id);

  return local != NULL ? local : rule;
}

NbFindingList *
nb_check (const NbReportData *data, const NbCheckContext *context)
{
  g_autoptr (NbCheckRun) run = nb_check_run_new (nb_report_data_get_form (data), context);
  GPtrArray *findings = nb_check_run_evaluate (run, data, NULL);

  nb_check_apply_answers (data, findings);
  return nb_finding_list_new_take (findings);
}
