/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"
#include "nb-pdf.h"

static const CliUsage usage = {
  "FILE… -o PDF | --output-dir DIR",
  N_ ("Makes PDFs: the filing form that is signed and sealed, which carries the report inside, "
      "signed if it is; the publication copy, the table alone; the review copy with all findings, "
      "for the office’s own file; or the blank form, for which no FILE is needed. Several reports "
      "with -o become one PDF with a bookmark each, for printing."),
  "  nianbao-cli print report.xml -o form.pdf\n"
  "  nianbao-cli print *.xml --output-dir forms --copy publication\n"
  "  nianbao-cli print --copy blank -o blank.pdf",
};

static char *output, *output_dir, *copy_name, *opinion, *font;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write all reports to one PDF"),
    /* Translators: the argument of an option: a file. */
    N_ ("PDF") },
  { "output-dir", 0, 0, G_OPTION_ARG_FILENAME, &output_dir,
    N_ ("Write a PDF for each report into DIR"), N_ ("DIR") },
  { "copy", 0, 0, G_OPTION_ARG_STRING, &copy_name, N_ ("Which copy; filing is the default"),
    "filing|publication|review|blank" },
  { "opinion", 0, 0, G_OPTION_ARG_STRING, &opinion,
    N_ ("The sponsor’s sentence, where there is none yet: the registry’s is pre-printed (the "
        "default), or its place left blank"),
    "preprinted|blank" },
  { "font", 0, 0, G_OPTION_ARG_STRING, &font,
    N_ ("Draw the text in the installed FAMILY, not in the typefaces that the form prescribes"),
    /* Translators: the argument of an option: a family of fonts. */
    N_ ("FAMILY") },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  NbPrinting printing;
  NbPdf *pile; /* of several reports with -o: takes one after the other */
  NbDate date; /* of the first of them */
  guint n_piled;
  gboolean single; /* the report with -o is the only one */
  int status;
} Print;

typedef struct
{
  GBytes *pdf;       /* of the single report */
  NbPageList *pages; /* for the pile */
  NbDate date;
  char *note;
  GError *error;
} Printed;

static char *
make_pdf_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".xml"))
    name[strlen (name) - strlen (".xml")] = '\0';
  return g_strconcat (name, ".pdf", NULL);
}

static gboolean
write_into_folder (const char *path, GBytes *pdf, GError **error)
{
  g_autofree char *name = make_pdf_name (path);
  g_autofree char *target = g_build_filename (output_dir, name, NULL);

  return nb_job_write_file (target, pdf, NB_WRITE_REPLACE, error);
}

static void *
work (Cli *cli, const char *path, void *data)
{
  const Print *print = data;
  Printed *printed = g_new0 (Printed, 1);
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_signed;
  g_autoptr (NbReportData) report =
      nb_job_open (cli->job, path, &bytes, &is_signed, &printed->error);

  if (report == NULL)
    return printed;
  if (print->pile != NULL)
    {
      printed->pages = nb_job_layout (cli->job, report, print->printing, &printed->error);
      printed->date = nb_job_get_paper_date (report);
      return printed;
    }
  printed->pdf = nb_job_print (cli->job, cli_get_painter (cli), report, print->printing,
                               is_signed ? bytes : NULL, &printed->note, &printed->error);
  if (printed->pdf != NULL && !print->single)
    {
      write_into_folder (path, printed->pdf, &printed->error);
      g_clear_pointer (&printed->pdf, g_bytes_unref);
    }
  return printed;
}

static void
add_to_pile (const Cli *cli, Print *print, Printed *printed)
{
  if (!nb_pdf_add (print->pile, printed->pages, &printed->error))
    return;
  printed->note = nb_painter_describe_substitutes (cli_get_painter (cli), printed->pages);
  if (print->n_piled++ == 0)
    print->date = printed->date;
}

static void
answer (Cli *cli, const char *path, void *result, void *data)
{
  Print *print = data;
  Printed *printed = result;

  if (printed->pages != NULL)
    add_to_pile (cli, print, printed);
  if (printed->pdf != NULL)
    nb_job_write_file (output, printed->pdf, NB_WRITE_REPLACE, &printed->error);
  if (printed->note != NULL)
    g_printerr ("%s: %s\n", path, printed->note);
  if (printed->error != NULL)
    print->status = cli_exit_worse (print->status, cli_fail (path, printed->error));
  g_clear_pointer (&printed->pages, nb_page_list_unref);
  g_clear_pointer (&printed->pdf, g_bytes_unref);
  g_clear_error (&printed->error);
  g_free (printed->note);
  g_free (printed);
}

static int
write_pile (Print *print)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  if (print->n_piled == 0)
    return CLI_FINE;
  pdf = nb_pdf_finish (g_steal_pointer (&print->pile), print->date);
  return nb_job_write_file (output, pdf, NB_WRITE_REPLACE, &error) ? CLI_FINE
                                                                   : cli_fail (NULL, error);
}

/* The blank form of the newest edition. */
static int
print_form (Cli *cli, const Print *print)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) empty = nb_job_begin (cli->job, NULL, NULL, NULL, NULL, 0, &error);
  g_autoptr (GBytes) pdf = NULL;

  if (empty != NULL)
    pdf =
        nb_job_print (cli->job, cli_get_painter (cli), empty, print->printing, NULL, NULL, &error);
  if (pdf == NULL || !nb_job_write_file (output, pdf, NB_WRITE_REPLACE, &error))
    return cli_fail (NULL, error);
  return CLI_FINE;
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
  Print print = { .status = CLI_FINE };
  int status = cli_parse (cli, &usage, entries, &argc, &argv);

  if (status != CLI_FINE)
    return status;
  if (!parse_copy (&print.printing.copy))
    return cli_usage_error (cli, _ ("the copy is one of filing, publication, review, blank"));
  if (!parse_opinion (&print.printing.for_pen))
    return cli_usage_error (cli, _ ("the opinion is preprinted or blank"));
  status = cli_choose_font (cli, font);
  if (status != CLI_FINE)
    return status;
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

  print.single = output != NULL && argc == 1;
  if (output != NULL && !print.single)
    print.pile = nb_pdf_new (cli_get_painter (cli));
  cli_batch (cli, argv, work, answer, &print);
  if (print.pile != NULL)
    print.status = cli_exit_worse (print.status, write_pile (&print));
  nb_pdf_free (print.pile);
  return print.status;
}
