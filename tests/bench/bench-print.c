/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "bench.h"
#include "nb-job.h"

/* A pile of reports of the seed's size through the command, beside 20 of each peer and the limit program, which
 * does the least work that such a PDF needs; and one report that grows. */
#define REPORTS 1000
#define PEERED  20
#define ROUNDS  5

typedef struct
{
  char *folder;
  GPtrArray *one; /* commands */
  GPtrArray *two;
  GPtrArray *typst;
  GPtrArray *office;
  GPtrArray *limit;
  GPtrArray *limit_two;
  glong one_peak, two_peak, typst_peak; /* KiB */
} Pile;

static char *
path_in (const Pile *pile, const char *name)
{
  return g_build_filename (pile->folder, name, NULL);
}

static GPtrArray *
make_command (const char *first, ...)
{
  GPtrArray *argv = g_ptr_array_new_with_free_func (g_free);
  va_list more;

  va_start (more, first);
  for (const char *word = first; word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (argv, g_strdup (word));
  va_end (more);
  return argv;
}

/* Appends the first @n inputs with this ending, and the end. */
static GPtrArray *
add_inputs (GPtrArray *argv, const Pile *pile, guint n, const char *ending)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (argv, g_strdup_printf ("%s/data/%04u.%s", pile->folder, i, ending));
  g_ptr_array_add (argv, NULL);
  return argv;
}

static glong
spawn (const GPtrArray *argv)
{
  return bench_spawn ((const char *const *) argv->pdata);
}

static void
print_by_one (void *data)
{
  Pile *pile = data;

  pile->one_peak = spawn (pile->one);
}

static void
print_by_two (void *data)
{
  Pile *pile = data;

  pile->two_peak = spawn (pile->two);
}

static void
run_typst (void *data)
{
  Pile *pile = data;

  pile->typst_peak = spawn (pile->typst);
}

static void
run_office (void *data)
{
  spawn (((Pile *) data)->office);
}

static void
run_limit (void *data)
{
  spawn (((Pile *) data)->limit);
}

static void
run_limit_by_two (void *data)
{
  spawn (((Pile *) data)->limit_two);
}

/* Variants of the seed in every peer's format, as its own program makes them. FALSE: there is none. */
static gboolean
make_inputs (const Pile *pile)
{
  g_autoptr (GBytes) seed = bench_read_seed ();
  g_autofree char *program = g_build_filename (SHARED_PEERS, "gen.py", NULL);
  g_autofree char *source = path_in (pile, "seed.txt");
  g_autofree char *data = path_in (pile, "data");
  g_autoptr (GPtrArray) argv = NULL;
  gsize size;

  if (seed == NULL)
    return FALSE;
  if (!g_file_test (program, G_FILE_TEST_EXISTS))
    {
      bench_skip ("all peers", "there is no folder “shared/peers” beside the source tree");
      return FALSE;
    }
  g_file_set_contents (source, g_bytes_get_data (seed, &size), (gssize) g_bytes_get_size (seed),
                       NULL);
  argv = make_command ("python3", program, source, data, G_STRINGIFY (PEERED), NULL);
  g_ptr_array_add (argv, NULL);
  spawn (argv);
  return TRUE;
}

/* The same texts as report files, over and over until there are enough. */
static void
make_reports (const Pile *pile, NbJob *job, guint n)
{
  g_autofree char *folder = path_in (pile, "reports");
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0777);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *table = g_strdup_printf ("%s/data/%04u.txt", pile->folder, i % PEERED);
      g_autofree char *path = g_strdup_printf ("%s/%04u.xml", folder, i);
      g_autoptr (GBytes) bytes = nb_job_read_file (table, &error);
      g_autoptr (NbReportData) imported = nb_job_import (job, bytes, NULL, 0, &error);
      g_autoptr (NbReport) report = NULL;
      g_autoptr (NbReportData) data = NULL;

      g_assert_no_error (error);
      report = nb_report_new_from_data (imported);
      nb_report_set_text (report, "credit-code", "12999901MB0000000U", &error);
      g_assert_no_error (error);
      data = nb_report_freeze (report);
      nb_job_save (job, data, path, &error);
      g_assert_no_error (error);
    }
}

static GPtrArray *
make_print_command (const Pile *pile, guint n, gboolean one)
{
  g_autofree char *out = path_in (pile, "out");
  GPtrArray *argv =
      one ? make_command ("taskset", "-c", "0", CLI, "print", "--output-dir", out, NULL)
          : make_command (CLI, "print", "--output-dir", out, NULL);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (argv, g_strdup_printf ("%s/reports/%04u.xml", pile->folder, i));
  g_ptr_array_add (argv, NULL);
  return argv;
}

/* typst in one process of Node, with its fonts; ./dev test --all installs it. */
static void
find_typst (Pile *pile)
{
  g_autofree char *node = g_find_program_in_path ("node");
  g_autofree char *module = g_build_filename (PEERS, "@myriaddreamin", NULL);
  g_autofree char *script = g_build_filename (PEERS, "typst_peer.mjs", NULL);
  g_autofree char *source = g_build_filename (SHARED_PEERS, "typst_peer.mjs", NULL);
  g_autofree char *out = path_in (pile, "typst");
  g_autofree char *text = NULL;

  if (node == NULL || !g_file_test (module, G_FILE_TEST_EXISTS)
      || !g_file_get_contents (source, &text, NULL, NULL)
      || !g_file_set_contents (script, text, -1, NULL))
    {
      bench_skip ("typst", "Node or its module is not there (./dev test --all installs it by npm)");
      return;
    }
  pile->typst = add_inputs (make_command ("node", script, FONTS, out, NULL), pile, PEERED, "typ");
}

static void
find_office (Pile *pile)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *profile =
      g_strdup_printf ("-env:UserInstallation=file://%s/office", pile->folder);
  g_autofree char *out = path_in (pile, "office-out");

  if (program == NULL)
    {
      bench_skip ("LibreOffice", "it is not installed (libreoffice-writer-nogui)");
      return;
    }
  pile->office = add_inputs (
      make_command ("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", out, NULL),
      pile, PEERED, "fodt");
}

static void
find_limit (Pile *pile)
{
  g_autofree char *source = g_build_filename (SHARED_PEERS, "limit_proto.c", NULL);
  g_autofree char *program = path_in (pile, "limit");
  g_autofree char *build =
      g_strdup_printf ("cc -O2 -w -o '%s' '%s' $(pkg-config --cflags --libs harfbuzz "
                       "harfbuzz-subset zlib) -ldeflate -lpthread",
                       program, source);
  g_autofree char *out = path_in (pile, "limit-out");
  g_autofree char *font = g_build_filename (FONTS, "NotoSerifCJK-Regular.ttc", NULL);
  int status;

  if (!g_file_test (source, G_FILE_TEST_EXISTS)
      || !g_spawn_sync (NULL, (char *[]){ (char *) "sh", (char *) "-c", build, NULL }, NULL,
                        G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL)
      || status != 0)
    {
      bench_skip ("the limit program", "its source is not there or cannot be built");
      return;
    }
  g_mkdir (out, 0777);
  pile->limit = add_inputs (
      make_command (program, "-f", font, "-i", "2", "-F", "cache", "-d", "-o", out, NULL), pile,
      PEERED, "cells");
  pile->limit_two = add_inputs (make_command (program, "-t", "2", "-f", font, "-i", "2", "-F",
                                              "cache", "-d", "-o", out, NULL),
                                pile, PEERED, "cells");
}

static double
get_size (const Pile *pile, const char *name)
{
  g_autofree char *path = path_in (pile, name);
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (double) status.st_size : 0;
}

static void
print_publication (const Pile *pile)
{
  g_autofree char *report = path_in (pile, "reports/0000.xml");
  g_autofree char *out = path_in (pile, "public");
  g_autoptr (GPtrArray) argv =
      make_command (CLI, "print", report, "--copy", "publication", "--output-dir", out, NULL);

  g_ptr_array_add (argv, NULL);
  spawn (argv);
}

static void
judge_pile (Bench *bench, Pile *pile, guint n)
{
  bench_judge (bench, "two workers / one, on the wall", bench_get_wall (bench, "two workers"),
               bench_get_wall (bench, "one worker"), 1 / 1.6);
  if (pile->limit != NULL)
    {
      bench_judge (bench, "CPU of a report / limit program's",
                   bench_get_cpu (bench, "one worker") / n,
                   bench_get_cpu (bench, "limit, 20") / PEERED, 0);
      bench_judge (bench, "limit program: two threads / one, on the wall",
                   bench_get_wall (bench, "limit, 20, two threads"),
                   bench_get_wall (bench, "limit, 20"), 0);
    }
  if (pile->office != NULL)
    bench_judge (bench, "CPU of a report / LibreOffice's", bench_get_cpu (bench, "one worker") / n,
                 bench_get_cpu (bench, "LibreOffice, 20") / PEERED, 0);
  if (pile->typst == NULL)
    return;
  bench_judge (bench, "CPU of a report / typst's", bench_get_cpu (bench, "one worker") / n,
               bench_get_cpu (bench, "typst, 20") / PEERED, 0.4);
  /* The peers print the table, as the publication copy does; the filing copy has a cover and boxes besides, and
   * carries the report. */
  print_publication (pile);
  bench_judge (bench, "bytes of the seed's publication copy / typst's",
               get_size (pile, "public/0000.pdf"), get_size (pile, "typst/0000.pdf"), 0.8);
  bench_judge (bench, "bytes of the seed's filing copy / typst's", get_size (pile, "out/0000.pdf"),
               get_size (pile, "typst/0000.pdf"), 0);
  bench_judge (bench, "memory, one worker / typst's", (double) pile->one_peak,
               (double) pile->typst_peak, 0.25);
  bench_judge (bench, "memory, two workers / typst's", (double) pile->two_peak,
               (double) pile->typst_peak, 0.25);
}

static void
run_pile (Bench *bench, NbJob *job)
{
  guint n = bench_is_quick (bench) ? PEERED : REPORTS;
  Pile pile = { .folder = g_dir_make_tmp ("bench-print-XXXXXX", NULL) };
  g_autoptr (GPtrArray) remove = make_command ("rm", "-rf", pile.folder, NULL);

  g_ptr_array_add (remove, NULL);
  if (make_inputs (&pile))
    {
      make_reports (&pile, job, n);
      pile.one = make_print_command (&pile, n, TRUE);
      pile.two = make_print_command (&pile, n, FALSE);
      bench_begin (bench, "A pile of reports of the seed's size (1,000; each peer 20)");
      bench_add (bench, "one worker", 1, print_by_one, &pile);
      bench_add (bench, "two workers", 1, print_by_two, &pile);
      /* The peers take long: a quick run leaves them out. */
      if (!bench_is_quick (bench))
        {
          find_typst (&pile);
          find_office (&pile);
          find_limit (&pile);
        }
      if (pile.typst != NULL)
        bench_add (bench, "typst, 20", 1, run_typst, &pile);
      if (pile.limit != NULL)
        {
          bench_add (bench, "limit, 20", 1, run_limit, &pile);
          bench_add (bench, "limit, 20, two threads", 1, run_limit_by_two, &pile);
        }
      if (pile.office != NULL)
        bench_add (bench, "LibreOffice, 20", ROUNDS, run_office, &pile);
      bench_run (bench, ROUNDS);
      judge_pile (bench, &pile, n);
    }
  spawn (remove);
  for (GPtrArray **argv = &pile.one; argv <= &pile.limit_two; argv++)
    g_clear_pointer (argv, g_ptr_array_unref);
  g_free (pile.folder);
}

/* A report whose narrative has so many bytes. */
typedef struct
{
  NbJob *job;
  NbPainter *painter;
  NbReportData *data;
} Long;

static void
print_long (void *pointer)
{
  const Long *report = pointer;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf =
      nb_job_print (report->job, report->painter, report->data,
                    (NbPrinting){ NB_COPY_PUBLICATION, FALSE }, NULL, NULL, &error);

  g_assert_no_error (error);
}

static Long
make_long (NbJob *job, NbPainter *painter, const char *piece, gsize size)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (NbReportData) empty = NULL;
  g_autoptr (NbReport) report = NULL;
  g_autoptr (GError) error = NULL;

  while (text->len < size)
    g_string_append (text, piece);
  empty = nb_job_begin (job, NULL, NULL, NULL, NULL, 2022, &error);
  g_assert_no_error (error);
  report = nb_report_new_from_data (empty);
  nb_report_set_text (report, "activities", text->str, &error);
  g_assert_no_error (error);
  return (Long){ job, painter, nb_report_freeze (report) };
}

static void
run_growth (Bench *bench, NbJob *job)
{
  static const char prose[] =
      "本年度办理各类事项12.5万件，群众满意率为100%；《条例》规定的“三项制度”全面落实。";
  g_autoptr (NbPainter) painter = nb_painter_new ();
  Long small = make_long (job, painter, prose, 300 << 10);
  Long large = make_long (job, painter, prose, 1 << 20);
  Long letters = make_long (job, painter, "a", 300 << 10);

  bench_begin (bench, "One report whose narrative grows");
  bench_add (bench, "300 KB", 1, print_long, &small);
  bench_add (bench, "1 MB", 1, print_long, &large);
  bench_add (bench, "300 KB without a break", 1, print_long, &letters);
  bench_run (bench, ROUNDS);
  bench_compare (bench, "1 MB", "300 KB", 3.7);
  bench_compare (bench, "300 KB without a break", "300 KB", 3);
  nb_report_data_unref (small.data);
  nb_report_data_unref (large.data);
  nb_report_data_unref (letters.data);
}

int
main (int argc, char *argv[])
{
  Bench *bench = bench_new (&argc, &argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbJob) job = nb_job_new (NULL, &error);

  g_assert_no_error (error);
  run_pile (bench, job);
  run_growth (bench, job);
  return bench_finish (bench);
}
