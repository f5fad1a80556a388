/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include <string.h>

#include "nb-checks.h"
#include "nb-text-clean.h"

/* Words of nb-table.h's that stand for a case, not for text of the table. */
#define MISSING    "missing"
#define REPEATED   "repeated"
#define LINE_BREAK "line-break"
#define ENCODING   "encoding:"
#define CLEANED    "cleaned:"

static char *
make_label_message (const NbImportRepair *repair, const char *label)
{
  if (label == NULL)
    return g_strdup_printf (_ ("The table holds words that belong to no field: “%s”. They are "
                               "kept, but not part of the report."),
                            repair->detail);
  if (g_str_equal (repair->detail, MISSING))
    return g_strdup_printf (_ ("The table has no row “%s”."), label);
  if (g_str_equal (repair->detail, REPEATED))
    return g_strdup_printf (_ ("The table has more than one row “%s”. The first one was taken."),
                            label);
  return g_strdup_printf (_ ("The table says “%s” where the form says “%s”."), repair->detail,
                          label);
}

/* The words of the text room for the kinds that are named. */
static char *
make_cleaned_message (const char *kinds)
{
  g_auto (GStrv) nicks = g_strsplit (kinds, " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (char **nick = nicks; *nick != NULL; nick++)
    {
      NbCleanKind kind;

      if (nb_clean_kind_parse (*nick, &kind))
        g_string_append_printf (words, "%s%s", words->len > 0 ? _ (", ") : "",
                                nb_clean_kind_get_name (kind));
    }
  return g_strdup_printf (
      _ ("What a page or an office program had put into the text was taken out: "
         "%s."),
      words->str);
}

static char *
make_character_message (const char *detail)
{
  if (g_str_equal (detail, LINE_BREAK))
    return g_strdup (_ ("Line breaks inside a cell became paragraphs."));
  if (g_str_has_prefix (detail, ENCODING))
    return g_strdup_printf (
        _ ("The table was in %s, not in UTF-8. Look whether rare characters in names "
           "came through."),
        detail + strlen (ENCODING));
  if (g_str_has_prefix (detail, CLEANED))
    return make_cleaned_message (detail + strlen (CLEANED));
  return g_strdup_printf (
      _ ("The table held characters that no report can hold (%s); � stands in their place."),
      detail);
}

static char *
make_message (const NbImportRepair *repair, const char *label)
{
  if (g_str_equal (repair->rule, "R04"))
    return g_strdup_printf (_ ("The table names no year. %s was taken from the text."),
                            repair->detail);
  if (g_str_equal (repair->rule, "R17"))
    return g_strdup_printf (
        _ ("The table has label and value in one cell: “%s”. They were taken apart."),
        repair->detail);
  if (g_str_equal (repair->rule, "R55"))
    return make_character_message (repair->detail);
  return make_label_message (repair, label);
}

/* What was repaired is said until the field holds something else. */
static gboolean
is_settled (const NbCheck *check, const NbImportRepair *repair)
{
  const NbText *text;

  if (repair->field == NULL || nb_form_lookup_field (check->form, repair->field) == NULL)
    return FALSE;
  text = nb_report_data_get_text (check->data, repair->field);
  if (g_str_equal (repair->detail, MISSING))
    return !nb_text_is_empty (text);
  if (g_str_equal (repair->rule, "R04"))
    return !g_str_equal (nb_text_get_paragraph (text, 0)->text, repair->detail);
  return FALSE;
}

/* What the importer of a published table repaired, each under the rule that it concerns, as advice: the
 * table was wrong, not the report (R04, R07, R17, R55). */
void
nb_check_import_repairs (NbCheck *check)
{
  const NbImportRecord *record = nb_report_data_get_import (check->data);

  for (guint i = 0; record != NULL && i < nb_import_record_get_n_repairs (record); i++)
    {
      const NbImportRepair *repair = nb_import_record_get_repair (record, i);
      const NbFieldDef *def =
          repair->field != NULL ? nb_form_lookup_field (check->form, repair->field) : NULL;
      char *message;
      NbFinding *finding;

      if (is_settled (check, repair))
        continue;
      message = make_message (repair, def != NULL ? def->label : NULL);
      finding = def != NULL ? nb_check_add (check, def->id, message)
                            : nb_check_add_about (check, repair->rule, message);
      nb_finding_set_severity (finding, NB_SEVERITY_ADVICE);
      nb_finding_set_rule (finding, repair->rule);
    }
}
