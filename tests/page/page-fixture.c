/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <libxml/parser.h>
#include <string.h>

char *
page_fixture_read (const char *path)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GBytes *
read_bytes (const char *folder, const char *name)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : g_strdup (name);
  char *text = page_fixture_read (path);

  return g_bytes_new_take (text, strlen (text));
}

/* The loader wants rules; one about the first field does. */
static GBytes *
make_rules (const char *edition)
{
  char *text =
      g_strdup_printf ("<rules xmlns='urn:nianbao:form:1' engine='1' edition='%s' revision='1'>"
                       "<source id='T1'>T</source>"
                       "<rule id='X01' kind='required' severity='error' fields='name' source='T1'>"
                       "<title>T</title></rule></rules>",
                       edition);

  return g_bytes_new_take (text, strlen (text));
}

NbForm *
page_fixture_load (const char *folder, const char *page)
{
  g_autofree char *edition = g_path_get_basename (folder);
  g_autoptr (GBytes) fields = read_bytes (folder, "fields.xml");
  g_autoptr (GBytes) rules = make_rules (edition);
  g_autoptr (GBytes) pages =
      page != NULL ? read_bytes (NULL, page) : read_bytes (folder, "page.xml");
  const char *const checks[] = { NULL };
  g_autoptr (GError) error = NULL;
  NbForm *form;

  xmlInitParser ();
  form = nb_form_load (edition, fields, rules, pages, checks, &error);
  g_assert_no_error (error);
  return form;
}

static void
set_text (NbReportDataBuilder *builder, const char *field, const char *value)
{
  g_autoptr (NbText) text = nb_text_new (value);
  g_autoptr (GError) error = NULL;

  nb_report_data_builder_set_text (builder, field, text, &error);
  g_assert_no_error (error);
}

static void
set_opinion (NbReportDataBuilder *builder, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "|", 3);
  NbDate date;

  g_assert_true (nb_date_parse_iso (parts[2], &date));
  nb_report_data_builder_set_opinion (builder, parts[0], parts[1], date);
}

static void
set_value (NbReportDataBuilder *builder, const char *field, const char *value)
{
  if (strcmp (field, "opinion") == 0)
    set_opinion (builder, value);
  else
    set_text (builder, field, value);
}

NbReportData *
page_fixture_report (NbForm *form, const char *lines)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new (form);
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      const char *sign = strchr (split[i], '=');
      g_autofree char *field = NULL;
      g_autoptr (GString) value = NULL;

      if (sign == NULL || split[i][0] == ' ')
        continue;
      field = g_strndup (split[i], (gsize) (sign - split[i]));
      value = g_string_new (sign + 1);
      for (guint j = i + 1; split[j] != NULL && split[j][0] == ' '; j++)
        g_string_append_printf (value, "\n%s", split[j] + 1);
      set_value (builder, field, value->str);
    }
  return nb_report_data_builder_finish (builder);
}

NbPageList *
page_fixture_layout (const NbReportData *data, NbCopy copy, gboolean draft)
{
  const NbPageOptions options = { .copy = copy, .draft = draft };

  return nb_page_layout (data, &options);
}
