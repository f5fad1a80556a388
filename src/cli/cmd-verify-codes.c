/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"
#include "nb-width.h"

typedef struct
{
  char **codes;
  NbJson *json; /* or NULL: plain lines */
  int status;
} Comparison;

typedef struct
{
  NbCodesVerdict *verdict;
  GError *error;
} Compared;

static void *
work (Cli *cli, const char *path, void *data)
{
  const Comparison *comparison = data;
  Compared *compared = g_new0 (Compared, 1);
  g_autoptr (NbReportData) report = nb_job_open (cli->job, path, NULL, NULL, &compared->error);

  if (report != NULL)
    compared->verdict = nb_job_verify_codes (
        cli->job, report, (const char *const *) comparison->codes, &compared->error);
  return compared;
}

static void
write_code (NbJson *json, const NbCodeVerdict *code)
{
  nb_json_begin_object (json, NULL);
  nb_json_string (json, "code", code->typed);
  nb_json_string (json, "answer", nb_code_answer_get_nick (code->answer));
  if (code->page == 0)
    {
      nb_json_null (json, "copy");
      nb_json_null (json, "page");
      nb_json_null (json, "pages");
    }
  else
    {
      nb_json_string (json, "copy", code->copy == NB_COPY_FILING ? "filing" : "publication");
      nb_json_int (json, "page", code->page);
      nb_json_int (json, "pages", code->n_pages);
    }
  nb_json_string (json, "message", code->message);
  nb_json_end_object (json);
}

static void
write_json (NbJson *json, const char *path, const Compared *compared)
{
  const NbCodesVerdict *verdict = compared->verdict;

  nb_json_begin_object (json, NULL);
  cli_json_file (json, path);
  if (verdict == NULL)
    cli_json_error (json, compared->error);
  else
    {
      nb_json_begin_array (json, "codes");
      for (guint i = 0; i < verdict->codes->len; i++)
        write_code (json, verdict->codes->pdata[i]);
      nb_json_end_array (json);
      nb_json_begin_array (json, "missing");
      for (guint i = 0; i < verdict->missing->len; i++)
        nb_json_int (json, NULL, g_array_index (verdict->missing, guint, i));
      nb_json_end_array (json);
    }
  nb_json_end_object (json);
}

static void
append_missing (GString *text, const char *path, const GArray *missing)
{
  g_autoptr (GString) pages = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (pages, "%s%u", i > 0 ? ", " : "", g_array_index (missing, guint, i));
  if (missing->len > 0)
    {
      g_string_append_printf (text, "%s: ", path);
      g_string_append_printf (text, _ ("no code was given for page %s"), pages->str);
      g_string_append_c (text, '\n');
    }
}

static int
write_text (const Cli *cli, const char *path, const NbCodesVerdict *verdict)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < verdict->codes->len; i++)
    {
      const NbCodeVerdict *code = verdict->codes->pdata[i];

      if (cli->plain)
        cli_append_record (text, path, code->typed, nb_code_answer_get_nick (code->answer),
                           code->message, NULL);
      else
        g_string_append_printf (text, "%s: %s: %s\n", path, code->typed, code->message);
    }
  if (!cli->plain)
    append_missing (text, path, verdict->missing);
  return cli_write_text (NULL, g_string_free (g_steal_pointer (&text), FALSE));
}

static gboolean
is_all_of_this_version (const NbCodesVerdict *verdict)
{
  for (guint i = 0; i < verdict->codes->len; i++)
    if (((const NbCodeVerdict *) verdict->codes->pdata[i])->answer != NB_CODE_THIS_VERSION)
      return FALSE;
  return TRUE;
}

static void
answer (Cli *cli, const char *path, void *result, void *data)
{
  Comparison *comparison = data;
  Compared *compared = result;
  int status = CLI_FINE;

  if (comparison->json != NULL)
    write_json (comparison->json, path, compared);
  if (compared->verdict == NULL)
    status = cli_fail (path, compared->error);
  else
    {
      if (comparison->json == NULL)
        status = write_text (cli, path, compared->verdict);
      if (!is_all_of_this_version (compared->verdict))
        status = cli_exit_worse (status, CLI_SIGNATURE);
    }
  comparison->status = cli_exit_worse (comparison->status, status);
  g_clear_pointer (&compared->verdict, nb_codes_verdict_free);
  g_clear_error (&compared->error);
  g_free (compared);
}

/* As long as one of the two halves of a code, which may have been written apart. */
#define HALF 5

/* Each option may hold several. */
static char **
split (char **options)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  gboolean half = FALSE;

  for (; *options != NULL; options++)
    {
      /* Commas of Chinese input too. */
      g_autofree char *folded = nb_width_fold (*options);
      g_auto (GStrv) listed = g_strsplit (folded, "、", -1);
      g_autofree char *spaced = g_strjoinv (" ", listed);
      g_auto (GStrv) parts = g_strsplit_set (spaced, " ,;\t\n", -1);

      for (guint i = 0; parts[i] != NULL; i++)
        if (half && strlen (parts[i]) == HALF)
          {
            char **last = (char **) &codes->pdata[codes->len - 1];
            g_autofree char *first = *last;

            *last = g_strconcat (first, "-", parts[i], NULL);
            half = FALSE;
          }
        else if (*parts[i] != '\0')
          {
            half = strlen (parts[i]) == HALF;
            g_ptr_array_add (codes, g_strdup (parts[i]));
          }
    }
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

int
cmd_verify_codes (Cli *cli, char **paths, char **codes, gboolean json)
{
  g_auto (GStrv) split_codes = split (codes);
  Comparison comparison = { .codes = split_codes, .status = CLI_FINE };

  if (*split_codes == NULL)
    return cli_usage_error (cli, _ ("a code must be given"));
  if (json)
    {
      comparison.json = nb_json_new ();
      nb_json_begin_object (comparison.json, NULL);
      nb_json_int (comparison.json, "version", 1);
      nb_json_begin_array (comparison.json, "files");
    }
  cli_batch (cli, paths, work, answer, &comparison);
  if (!json)
    return comparison.status;
  nb_json_end_array (comparison.json);
  nb_json_end_object (comparison.json);
  return cli_exit_worse (
      comparison.status,
      cli_write_text (NULL, nb_json_finish (g_steal_pointer (&comparison.json))));
}
