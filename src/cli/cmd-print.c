/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"

static const CliUsage usage = {
  "FILE… -o PDF | --output-dir DIR",
  N_ ("Makes PDFs: the filing form that is signed and sealed; the publication copy, the table "
      "alone; the review copy with all findings, for the office’s own file; or the blank form, for "
      "which no FILE is needed. Several reports with -o become one PDF with a bookmark each."),
  "  nianbao-cli print report.xml -o form.pdf\n"
  "  nianbao-cli print *.xml --output-dir forms --copy publication\n"
  "  nianbao-cli print --copy blank -o blank.pdf",
};

static char *output, *output_dir, *copy_name, *opinion;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write all reports to one PDF"),
    N_ ("PDF") },
  { "output-dir", 0, 0, G_OPTION_ARG_FILENAME, &output_dir,
    N_ ("Write a PDF for each report into DIR"), N_ ("DIR") },
  { "copy", 0, 0, G_OPTION_ARG_STRING, &copy_name, N_ ("Which copy; filing is the default"),
    "filing|publication|review|blank" },
  { "opinion", 0, 0, G_OPTION_ARG_STRING, &opinion,
    N_ ("The sponsor’s sentence, where there is none yet: the registry’s is pre-printed (the "
        "default), or its place left blank"),
    "preprinted|blank" },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  NbPrinting printing;
  GPtrArray *reports; /* printed together with -o */
  int status;
} Print;

typedef struct
{
  NbReportData *data;
  GError *error;
} Printed;

/* Fonts are found once for each worker, and no two share a font map. */
static NbPainter *
get_painter (void)
{
  static GPrivate painter = G_PRIVATE_INIT ((GDestroyNotify) nb_painter_free);

  if (g_private_get (&painter) == NULL)
    g_private_set (&painter, nb_painter_new ());
  return g_private_get (&painter);
}

static char *
make_pdf_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".xml"))
    name[strlen (name) - strlen (".xml")] = '\0';
  return g_strconcat (name, ".pdf", NULL);
}

static gboolean
print_into_folder (
    Cli *cli, const NbReportData *data, const char *path, NbPrinting printing, GError **error)
{
  g_autofree char *name = make_pdf_name (path);
  g_autofree char *target = g_build_filename (output_dir, name, NULL);
  g_autoptr (GBytes) pdf = nb_job_print (cli->job, get_painter (), &data, 1, printing, error);

  return pdf != NULL && nb_job_write_file (target, pdf, NB_WRITE_REPLACE, error);
}

static void *
work (Cli *cli, const char *path, void *data)
{
  Print *print = data;
  Printed *printed = g_new0 (Printed, 1);

  printed->data = nb_job_open (cli->job, path, NULL, NULL, &printed->error);
  if (printed->data != NULL && output_dir != NULL)
    print_into_folder (cli, printed->data, path, print->printing, &printed->error);
  return printed;
}

static void
answer (Cli *cli, const char *path, void *result, void *data)
{
  Print *print = data;
  Printed *printed = result;

  if (printed->error != NULL)
    print->status = cli_exit_worse (print->status, cli_fail (path, printed->error));
  else if (output_dir == NULL)
    g_ptr_array_add (print->reports, g_steal_pointer (&printed->data));
  g_clear_error (&printed->error);
  g_clear_pointer (&printed->data, nb_report_data_unref);
  g_free (printed);
}

static int
print_together (Cli *cli, const Print *print)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  if (print->reports->len == 0)
    return CLI_FINE;
  pdf = nb_job_print (cli->job, get_painter (), (const NbReportData *const *) print->reports->pdata,
                      print->reports->len, print->printing, &error);
  if (pdf == NULL || !nb_job_write_file (output, pdf, NB_WRITE_REPLACE, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
}

/* The blank form of the newest edition. */
static int
print_form (Cli *cli, const Print *print)
{
  g_autoptr (GError) error = NULL;
  NbReportData *empty = nb_job_begin (cli->job, NULL, NULL, NULL, NULL, 0, &error);

  if (empty == NULL)
    return cli_fail (NULL, error);
  g_ptr_array_add (print->reports, empty);
  return print_together (cli, print);
}

static gboolean
parse_opinion (gboolean *for_pen)
{
  *for_pen = g_strcmp0 (opinion, "blank") == 0;
  return opinion == NULL || *for_pen || strcmp (opinion, "preprinted") == 0;
}

static gboolean
parse_copy (NbCopy *copy)
{
  static const char *const names[] = { "filing", "publication", "review", "blank" };

  *copy = NB_COPY_FILING;
  if (copy_name == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (copy_name, names[i]) == 0)
      {
        *copy = (NbCopy) (1u << i);
        return TRUE;
      }
  return FALSE;
}

/* Two reports of one name would overwrite each other's PDF. */
static const char *
find_name_twice (char **paths)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (char **path = paths; *path != NULL; path++)
    if (!g_hash_table_add (names, make_pdf_name (*path)))
      return *path;
  return NULL;
}

int
cmd_print (Cli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) reports =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nb_report_data_unref);
  Print print = { .reports = reports, .status = CLI_FINE };
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (!parse_copy (&print.printing.copy))
    return cli_usage_error (cli, _ ("the copy is one of filing, publication, review, blank"));
  if (!parse_opinion (&print.printing.for_pen))
    return cli_usage_error (cli, _ ("the opinion is preprinted or blank"));
  if (argc == 0 && print.printing.copy == NB_COPY_BLANK && output != NULL && output_dir == NULL)
    return print_form (cli, &print);
  if (argc == 0 || (output == NULL) == (output_dir == NULL))
    return cli_usage_error (cli, _ ("a report, and either -o or --output-dir, must be named"));
  if (output_dir != NULL && find_name_twice (argv) != NULL)
    return cli_usage_error (
        cli, _ ("two reports have the name of “%s”: print them into different folders"),
        find_name_twice (argv));
  if (output_dir != NULL && g_mkdir_with_parents (output_dir, 0777) != 0)
    return cli_usage_error (cli, _ ("the folder “%s” cannot be made"), output_dir);

  cli_batch (cli, argv, work, answer, &print);
  return output != NULL ? cli_exit_worse (print.status, print_together (cli, &print))
                        : print.status;
}
