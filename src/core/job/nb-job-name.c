/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <string.h>

#include "nb-credit-code.h"

/* File systems end a name at 255 bytes; the temporary file of a save adds seven. */
#define NAME_LIMIT 180

#define NAME_PREFIX    "name-"
#define DIGEST_LETTERS 16

char *
nb_job_dup_first (const NbReportData *data, NbFieldType type, gboolean certificate)
{
  NbForm *form = nb_report_data_get_form (data);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);

      if (field->type == type && field->certificate == certificate)
        return nb_report_data_dup_canonical (data, field->id);
    }
  return g_strdup ("");
}

char *
nb_job_make_key (NbFieldType type, const char *text)
{
  g_autofree char *digest = NULL;

  if (type == NB_FIELD_CODE)
    return nb_credit_code_check (text, NULL) == NB_CREDIT_CODE_GOOD ? g_strdup (text) : NULL;
  if (*text == '\0')
    return NULL;
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return g_strdup_printf (NAME_PREFIX "%.*s", DIGEST_LETTERS, digest);
}

/* What Windows and shares refuse in a name goes, since files travel; so does a leading dot, which hides. */
static void
append_part (GString *name, const char *part)
{
  for (const char *at = part; *at != '\0' && name->len < NAME_LIMIT; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_iscntrl (c) || g_unichar_isspace (c)
          || (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c)) || (c == '.' && name->len == 0))
        continue;
      g_string_append_unichar (name, c);
    }
}

char *
nb_job_dup_file_name (const NbReportData *data)
{
  GString *name = g_string_new (NULL);
  /* The first registered fact in words is the institution's name in every edition. */
  g_autofree char *institution = nb_job_dup_first (data, NB_FIELD_LINE, TRUE);
  g_autofree char *year = nb_job_dup_first (data, NB_FIELD_YEAR, FALSE);

  append_part (name, institution);
  if (*year != '\0')
    {
      if (name->len > 0)
        g_string_append_c (name, '-');
      append_part (name, year);
    }
  g_string_append (name, name->len > 0 ? "-年度报告" : "年度报告");
  /* The earlier revision stays in its file. */
  if (nb_report_data_get_revision (data) > 1)
    g_string_append_printf (name, "-第%u版", nb_report_data_get_revision (data));
  g_string_append (name, ".xml");
  return g_string_free (name, FALSE);
}
