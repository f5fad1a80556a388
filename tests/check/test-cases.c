/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"

#include <string.h>

/* The rules of fields, papers and signatures: corpus/RULE/found.cases and silent.cases hold cases divided by
 * lines "---", each a list of "key = value" that differ from a good report:
 *
 *   FIELD                a field's text; \n is a paragraph break
 *   previous FIELD       of last year's report, which is the good one of the year before
 *   certificate FIELD    of the certificate, which else has no facts
 *   term                 FROM, or FROM TO, the term of office on the certificate
 *   registry, today      the registry's id; a day
 *   attachment           KIND NAME SIZE, or KIND NAME SIZE CONTENT: of another text than the report has
 *   opinion              SENTENCE|PERSON|DAY
 *   signed               the roles whose signatures are intact
 *   broken               yes: a signature does not fit
 *   repair               RULE FIELD DETAIL, of an importer
 *   digest               of the edition that made the report
 *
 * found.cases.expected says, for each case behind "---", its findings of that rule: "SEVERITY FIELD: MESSAGE",
 * below it the words at each of its places, and "fixed: " with the field's text after the fix. Each case in
 * found.cases has a finding, none in silent.cases has one. */
#define CORPUS   TEST_DATA "/../check/corpus"
#define AT_LEAST 5

static NbCatalog *catalog;

/* One case, taken apart. */
typedef struct
{
  NbReportDataBuilder *report;
  NbReportDataBuilder *previous; /* or NULL */
  NbFacts *facts;                /* or NULL */
  NbCheckContext context;
  NbImportRecord *record; /* or NULL */
} Case;

static NbReportDataBuilder *
begin_report (const char *year, const char *opening, const char *closing)
{
  const char *texts[][2] = { { "year", year },
                             { "credit-code", "12610326MB2A12345G" },
                             { "name", "青禾县图书馆" },
                             { "purpose", "读书" },
                             { "address", "陕西省宝鸡市青禾县城关镇人民路1号" },
                             { "legal-representative", "王小明" },
                             { "initial-capital", "170万元" },
                             { "funding-source", "财政补助收入" },
                             { "sponsor", "青禾县文化和旅游局" },
                             { "net-assets-opening", opening },
                             { "net-assets-closing", closing },
                             { "online-name", "青禾县图书馆.公益" },
                             { "staff-count", "12" },
                             { "registration-changes", "2022年度，依法办理了法定代表人变更登记。" },
                             { "activities", "全年开放。" },
                             { "licences", "无" },
                             { "performance", "无" },
                             { "donations", "无" },
                             { "preparer", "李晓" },
                             { "phone", "0917-5550123" },
                             { "filing-date", "2023-02-20" } };
  NbReportDataBuilder *builder =
      nb_report_data_builder_new (nb_catalog_lookup_form (catalog, "2014"));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (NbText) text = nb_text_new (texts[i][1]);

      g_assert_true (nb_report_data_builder_set_text (builder, texts[i][0], text, NULL));
    }
  return builder;
}

static NbDate
read_day (const char *text)
{
  NbDate day = { 0, 0, 0 };

  if (*text != '\0' && !nb_date_parse_iso (text, &day))
    g_error ("no day: %s", text);
  return day;
}

static void
set_text (NbReportDataBuilder *builder, const char *field, const char *value)
{
  g_autofree char *string = g_strcompress (value);
  g_autoptr (NbText) text = nb_text_new (string);
  g_autoptr (GError) error = NULL;

  nb_report_data_builder_set_text (builder, field, text, &error);
  g_assert_no_error (error);
}

static NbFacts *
get_facts (Case *self)
{
  if (self->facts == NULL)
    self->facts = nb_facts_new ();
  return self->facts;
}

static NbSignedBy
read_signers (const char *value)
{
  NbSignedBy signed_by = NB_SIGNED_BY_NOBODY;

  if (strstr (value, "legal-representative") != NULL)
    signed_by |= NB_SIGNED_BY_LEGAL_REPRESENTATIVE;
  if (strstr (value, "sponsor") != NULL)
    signed_by |= NB_SIGNED_BY_SPONSOR;
  return signed_by;
}

static void
set_part (Case *self, const char *key, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", 4);
  g_auto (GStrv) parts = g_strsplit (value, "|", 3);

  if (g_str_equal (key, "term"))
    nb_facts_set_term (get_facts (self), (NbPeriod){ read_day (words[0]),
                                                     read_day (words[1] != NULL ? words[1] : "") });
  else if (g_str_equal (key, "registry"))
    self->context.registry = nb_catalog_lookup_registry (catalog, value);
  else if (g_str_equal (key, "today"))
    self->context.today = read_day (value);
  else if (g_str_equal (key, "attachment"))
    nb_report_data_builder_add_attachment (self->report, words[0], words[1],
                                           g_ascii_strtoll (words[2], NULL, 10), "00", words[3]);
  else if (g_str_equal (key, "opinion"))
    nb_report_data_builder_set_opinion (self->report, parts[0], parts[1], read_day (parts[2]));
  else if (g_str_equal (key, "signed"))
    self->context.signed_by = read_signers (value);
  else if (g_str_equal (key, "broken"))
    self->context.signature_broken = TRUE;
  else if (g_str_equal (key, "digest"))
    nb_report_data_builder_set_digest (self->report, value);
  else if (g_str_equal (key, "repair"))
    {
      if (self->record == NULL)
        self->record = nb_import_record_new ();
      nb_import_record_add_repair (self->record, words[0],
                                   g_str_equal (words[1], "-") ? NULL : words[1], words[2]);
    }
  else
    set_text (self->report, key, value);
}

static void
read_line (Case *self, const char *line)
{
  g_auto (GStrv) pair = g_strsplit (line, "=", 2);
  const char *key = g_strstrip (pair[0]);
  const char *value;

  g_assert_nonnull (pair[1]);
  value = g_strstrip (pair[1]);
  if (g_str_has_prefix (key, "previous "))
    {
      if (self->previous == NULL)
        self->previous = begin_report ("2021", "158.00", "160.00");
      set_text (self->previous, key + strlen ("previous "), value);
    }
  else if (g_str_has_prefix (key, "certificate "))
    {
      g_autofree char *fact = g_strcompress (value);

      nb_facts_set (get_facts (self), key + strlen ("certificate "), fact);
    }
  else
    set_part (self, key, value);
}

/* The findings of @rule in @data, in their order. */
static GPtrArray *
find (const NbReportData *data, const NbCheckContext *context, const char *rule)
{
  g_autoptr (NbFindingList) findings = nb_check (data, context);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      if (g_str_equal (nb_finding_get_rule (finding), rule))
        g_ptr_array_add (found, g_object_ref (finding));
    }
  return found;
}

/* The fix removes its finding and makes no other of the rule; undoing it gives the bytes back. */
static void
append_fix (GString *seen,
            const NbReportData *data,
            const NbCheckContext *context,
            NbFinding *finding,
            guint n_before)
{
  const char *field = nb_finding_get_field (finding);
  g_autoptr (NbReport) report = nb_report_new_from_data (data);
  g_autofree char *before = nb_field_dup_string (nb_report_lookup_field (report, field));
  g_autofree char *fixed = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (NbReportData) after = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  nb_finding_apply_fix (finding, report, &error);
  g_assert_no_error (error);
  after = nb_report_freeze (report);
  left = find (after, context, nb_finding_get_rule (finding));
  g_assert_cmpuint (left->len, <, n_before);
  fixed = nb_field_dup_string (nb_report_lookup_field (report, field));
  g_string_append_printf (seen, "  fixed: %s\n", fixed);
  nb_report_undo (report);
  undone = nb_field_dup_string (nb_report_lookup_field (report, field));
  g_assert_cmpstr (undone, ==, before);
}

static void
append_finding (GString *seen,
                const NbReportData *data,
                const NbCheckContext *context,
                NbFinding *finding,
                guint n_findings)
{
  const char *field = nb_finding_get_field (finding);

  g_assert_cmpstr (nb_finding_get_authority (finding), !=, "");
  g_string_append_printf (seen, "%s %s: %s\n",
                          nb_severity_get_nick (nb_finding_get_severity (finding)),
                          field != NULL ? field : "-", nb_finding_get_message (finding));
  for (guint i = 0; i < nb_finding_get_n_spans (finding); i++)
    {
      g_autofree char *words = nb_text_dup_span (nb_report_data_get_text (data, field),
                                                 nb_finding_get_spans (finding)[i]);

      g_string_append_printf (seen, "  at: %s\n", words);
    }
  if (nb_finding_get_fix (finding) != NULL)
    append_fix (seen, data, context, finding, n_findings);
}

/* Checks one case, and appends what was found of @rule; returns how much. */
static guint
run_case (const char *block, const char *rule, GString *seen)
{
  g_auto (GStrv) lines = g_strsplit (block, "\n", -1);
  Case self = { .report = begin_report ("2022", "160.00", "165.00"),
                .context = { .registry = nb_catalog_lookup_registry (catalog, "national"),
                             .filing = TRUE } };
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbReportData) previous = NULL;
  g_autoptr (GPtrArray) found = NULL;

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && **line != '#')
      read_line (&self, *line);
  if (self.record != NULL)
    nb_report_data_builder_set_import (self.report, self.record);
  data = nb_report_data_builder_finish (self.report);
  previous = self.previous != NULL ? nb_report_data_builder_finish (self.previous) : NULL;
  self.context.previous = previous;
  self.context.facts = self.facts;

  found = find (data, &self.context, rule);
  g_string_append (seen, "---\n");
  for (guint i = 0; i < found->len; i++)
    append_finding (seen, data, &self.context, g_ptr_array_index (found, i), found->len);
  g_clear_pointer (&self.record, nb_import_record_unref);
  nb_facts_unref (self.facts);
  return found->len;
}

static void
test_found (const void *rule)
{
  g_autofree char *path = g_build_filename (CORPUS, rule, "found.cases", NULL);
  g_autofree char *expected_path = g_strconcat (path, ".expected", NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_auto (GStrv) blocks = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  blocks = g_strsplit (text, "---\n", -1);
  g_assert_cmpuint (g_strv_length (blocks), >=, AT_LEAST);
  for (guint i = 0; blocks[i] != NULL; i++)
    {
      g_test_message ("%s", blocks[i]);
      g_assert_cmpuint (run_case (blocks[i], rule, seen), >, 0);
    }
  if (!g_file_get_contents (expected_path, &expected, NULL, NULL))
    g_error ("%s is missing; found: %s", expected_path, seen->str);
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_silent (const void *rule)
{
  g_autofree char *path = g_build_filename (CORPUS, rule, "silent.cases", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) blocks = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  blocks = g_strsplit (text, "---\n", -1);
  g_assert_cmpuint (g_strv_length (blocks), >=, AT_LEAST);
  for (guint i = 0; blocks[i] != NULL; i++)
    {
      g_autoptr (GString) seen = g_string_new (NULL);

      g_test_message ("%s", blocks[i]);
      run_case (blocks[i], rule, seen);
      g_assert_cmpstr (seen->str, ==, "---\n");
    }
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *rule;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = load_catalog ();
  dir = g_dir_open (CORPUS, 0, NULL);
  g_assert_nonnull (dir);
  while ((rule = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (CORPUS, rule, "found.cases", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (rules, g_strdup (rule));
    }
  g_ptr_array_sort (rules, compare_names);
  g_assert_cmpuint (rules->len, >, 0);
  for (guint i = 0; i < rules->len; i++)
    {
      g_autofree char *found =
          g_strdup_printf ("/cases/%s/found", (char *) g_ptr_array_index (rules, i));
      g_autofree char *silent =
          g_strdup_printf ("/cases/%s/silent", (char *) g_ptr_array_index (rules, i));

      g_test_add_data_func (found, g_ptr_array_index (rules, i), test_found);
      g_test_add_data_func (silent, g_ptr_array_index (rules, i), test_silent);
    }
  result = g_test_run ();
  nb_catalog_unref (catalog);
  return result;
}
