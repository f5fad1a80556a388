/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-check.h"
#include "nb-rule-kinds.h"

/* Calls @body once for each field of the rule. */
#define FOR_EACH_FIELD(check, field)                                                               \
  for (const char *const *at_ = (check)->rule->fields, *field; (field = *at_) != NULL; at_++)

static void
check_required (NbCheck *check)
{
  FOR_EACH_FIELD (check, field)
  {
    if (nb_text_is_empty (nb_report_data_get_text (check->data, field)))
      nb_check_add_registered (
          check, nb_check_add_whole (check, field,
                                     g_strdup_printf (_ ("“%s” is empty. It must be filled in."),
                                                      nb_check_get_label (check, field))));
  }
}

static void
check_none_word (NbCheck *check)
{
  const char *none_word = nb_registry_get_none_word (check->context->registry);

  FOR_EACH_FIELD (check, field)
  {
    const NbText *text = nb_report_data_get_text (check->data, field);
    const NbParagraph *first = nb_text_get_paragraph (text, 0);
    NbFinding *finding;

    if (!nb_check_stands_for_nothing (text, none_word) || g_str_equal (first->text, none_word))
      continue;
    finding = nb_check_add_whole (
        check, field,
        g_strdup_printf (_ ("Where there is nothing to report, “%s” holds “%s”, and nothing else."),
                         nb_check_get_label (check, field), none_word));
    nb_finding_add_edit (finding, (NbSpan){ 0, 0, first->length }, none_word);
  }
}

static void
check_number (NbCheck *check)
{
  FOR_EACH_FIELD (check, field)
  {
    if (nb_report_data_get_value (check->data, field)->state == NB_VALUE_UNREADABLE)
      nb_check_add_whole (
          check, field,
          g_strdup_printf (
              _ ("“%s” in “%s” cannot be read as an amount. Write it as in 12.79, in 万元."),
              nb_check_get_line (check, field), nb_check_get_label (check, field)));
  }
}

/* The digits in @text where they are one run and nothing says that they are not the whole truth: 20 in 20人,
 * nothing in 20余人. Free with g_free(). */
static char *
find_only_number (const char *text)
{
  static const char *const vague[] = { "余", "约", "多", "近", "左右", "超", "不足", "-", "." };
  const char *start = strpbrk (text, "0123456789");
  gsize length = start != NULL ? strspn (start, "0123456789") : 0;

  if (start == NULL || length > 9 || strpbrk (start + length, "0123456789") != NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (vague); i++)
    if (strstr (text, vague[i]) != NULL)
      return NULL;
  return g_strndup (start, length);
}

static void
check_integer (NbCheck *check)
{
  FOR_EACH_FIELD (check, field)
  {
    const char *text = nb_check_get_line (check, field);
    const NbValue *value = nb_report_data_get_value (check->data, field);
    g_autofree char *number = find_only_number (text);
    const char *better = value->state == NB_VALUE_READ ? value->canonical : number;
    NbFinding *finding;

    if (value->state == NB_VALUE_EMPTY || (value->state == NB_VALUE_READ && !value->spelling))
      continue;
    finding = nb_check_add_whole (
        check, field,
        g_strdup_printf (
            _ ("“%s” must be a whole number in plain digits, without a unit; “%s” stands there."),
            nb_check_get_label (check, field), text));
    if (better != NULL)
      nb_finding_add_edit (finding, nb_finding_get_spans (finding)[0], better);
  }
}

/* A decimal of the definition, or an amount, in units of 0.01. */
static gint64
parse_hundredths (const char *decimal)
{
  NbMoney money = { 0, 0 };

  nb_money_parse (decimal, NB_MONEY_WAN, TRUE, &money);
  return money.fen / (NB_FEN_PER_WAN / 100);
}

static gboolean
get_hundredths (const NbCheck *check, const char *field, gint64 *out)
{
  const NbValue *value = nb_report_data_get_value (check->data, field);

  if (value->state != NB_VALUE_READ || value->canonical == NULL)
    return FALSE;
  *out = nb_form_lookup_field (check->form, field)->type == NB_FIELD_MONEY
             ? value->number / (NB_FEN_PER_WAN / 100)
             : value->number * 100;
  return TRUE;
}

static void
check_range (NbCheck *check)
{
  const char *minimum = nb_rule_def_get_parameter (check->rule, "min");
  const char *maximum = nb_rule_def_get_parameter (check->rule, "max");

  FOR_EACH_FIELD (check, field)
  {
    gint64 value;

    if (!get_hundredths (check, field, &value))
      continue;
    if (minimum != NULL && value < parse_hundredths (minimum))
      nb_check_add_whole (check, field,
                          g_strdup_printf (_ ("“%s” is less than %s."),
                                           nb_check_get_label (check, field), minimum));
    if (maximum != NULL && value > parse_hundredths (maximum))
      nb_check_add_whole (check, field,
                          g_strdup_printf (_ ("“%s” is more than %s."),
                                           nb_check_get_label (check, field), maximum));
  }
}

static void
check_length (NbCheck *check)
{
  const char *minimum = nb_rule_def_get_parameter (check->rule, "min");
  const char *maximum = nb_rule_def_get_parameter (check->rule, "max");

  FOR_EACH_FIELD (check, field)
  {
    const NbText *text = nb_report_data_get_text (check->data, field);
    guint length = nb_text_get_length (text) - (nb_text_get_n_paragraphs (text) - 1);

    if (length == 0)
      continue;
    if (minimum != NULL && length < g_ascii_strtoull (minimum, NULL, 10))
      nb_check_add (
          check, field,
          g_strdup_printf (ngettext ("“%s” has %u character; fewer than %s are too few.",
                                     "“%s” has %u characters; fewer than %s are too few.", length),
                           nb_check_get_label (check, field), length, minimum));
    if (maximum != NULL && length > g_ascii_strtoull (maximum, NULL, 10))
      nb_check_add (
          check, field,
          g_strdup_printf (ngettext ("“%s” has %u character; more than %s are too many.",
                                     "“%s” has %u characters; more than %s are too many.", length),
                           nb_check_get_label (check, field), length, maximum));
  }
}

static void
check_ratio (NbCheck *check)
{
  const char *of = nb_rule_def_get_parameter (check->rule, "of");
  gint64 limit = parse_hundredths (nb_rule_def_get_parameter (check->rule, "limit"));
  gint64 base;

  if (!get_hundredths (check, of, &base) || base <= 0)
    return;
  FOR_EACH_FIELD (check, field)
  {
    gint64 value, change;
    g_autofree char *per_cent = NULL;

    if (!get_hundredths (check, field, &value) || ABS (value - base) * 100 <= base * limit)
      continue;
    /* In hundredths of a per cent, halves away from zero; both amounts are at most 10^10, so nothing
     * overflows. */
    change = (value - base) * 20000 / base;
    change = (change + (change < 0 ? -1 : 1)) / 2;
    per_cent = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", change < 0 ? "−" : "+",
                                ABS (change) / 100, (int) (ABS (change) % 100));
    nb_check_add_whole (
        check, field,
        g_strdup_printf (_ ("“%s” (%s) differs from “%s” (%s) by %s %%: more than %d %%. "
                            "Compare both with the "
                            "balance sheet; a change beyond it is registered first."),
                         nb_check_get_label (check, field),
                         nb_report_data_get_value (check->data, field)->canonical,
                         nb_check_get_label (check, of),
                         nb_report_data_get_value (check->data, of)->canonical, per_cent,
                         (int) limit));
  }
}

NbCheckFunc
nb_rule_kind_get_function (NbRuleKind kind)
{
  static const NbCheckFunc functions[] = {
    [NB_RULE_REQUIRED] = check_required,
    [NB_RULE_NONE_WORD] = check_none_word,
    [NB_RULE_NUMBER] = check_number,
    [NB_RULE_INTEGER] = check_integer,
    [NB_RULE_RANGE] = check_range,
    [NB_RULE_LENGTH] = check_length,
    [NB_RULE_PATTERN] = nb_rule_kind_pattern,
    [NB_RULE_ONE_OF] = nb_rule_kind_one_of,
    [NB_RULE_EQUALS] = nb_rule_kind_equals,
    [NB_RULE_RATIO] = check_ratio,
    [NB_RULE_DATE_WINDOW] = nb_rule_kind_date_window,
  };

  return functions[kind];
}
