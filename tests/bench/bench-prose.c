/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "nb-job.h"

/* All rules on a report whose texts nobody looked at before, beside g_utf8_validate() of its narrative, for one
 * report and for a narrative of a megabyte; what a key stroke costs in the latter; the two npm checkers on the same text. */
#define LARGE     (1024 * 1024)
#define NARRATIVE "activities"

typedef struct
{
  NbJob *job;
  NbReportData *data;
  char *text; /* of the narrative */
  gsize size;
  guint n_reports; /* that are checked in one measurement */
} Prose;

typedef struct
{
  NbReport *report;
  NbChecker *checker;
  guint paragraph;
  gboolean added;
} Typing;

/* @data with @text as its narrative. The paragraphs are new, so that nothing is known of them yet. */
static NbReportData *
make_data (const NbReportData *data, const char *text)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new_from (data);
  g_autoptr (NbText) paragraphs = nb_text_new (text);
  g_autoptr (GError) error = NULL;

  nb_report_data_builder_set_text (builder, NARRATIVE, paragraphs, &error);
  g_assert_no_error (error);
  return nb_report_data_builder_finish (builder);
}

static void
validate (void *data)
{
  const Prose *prose = data;

  g_assert_true (g_utf8_validate (prose->text, (gssize) prose->size, NULL));
}

/* Seconds of processor time for a check. Each is of a report whose texts are new, as one just opened: making it
 * is no work of the rules and not measured. */
static double
check (void *data)
{
  const Prose *prose = data;
  g_autoptr (GPtrArray) reports =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nb_report_data_unref);
  clock_t start;

  for (guint i = 0; i < prose->n_reports; i++)
    g_ptr_array_add (reports, make_data (prose->data, prose->text));
  start = clock ();
  for (guint i = 0; i < prose->n_reports; i++)
    {
      const NbReportData *report = g_ptr_array_index (reports, i);
      NbCheckContext context = { .registry = nb_job_get_registry (prose->job, report, NULL) };
      g_autoptr (NbFindingList) findings = nb_check (report, &context);

      g_assert_cmpuint (nb_finding_list_get_length (findings), >, 0);
    }
  return (double) (clock () - start) / CLOCKS_PER_SEC / prose->n_reports;
}

/* A key in the middle, and the check that follows. */
static void
type (void *data)
{
  Typing *typing = data;
  NbPosition from = { typing->paragraph, 3 }, to = { typing->paragraph, 3 + typing->added };

  nb_report_splice (typing->report, NARRATIVE, from, to, typing->added ? "" : "，", NULL);
  typing->added = !typing->added;
  nb_checker_run (typing->checker);
}

static Prose
make_prose (NbJob *job, const NbReportData *data, guint times)
{
  g_autofree char *once = nb_text_dup_string (nb_report_data_get_text (data, NARRATIVE));
  g_autoptr (GString) text = g_string_new (NULL);
  Prose prose = { .job = job, .n_reports = MAX (1, 16 / times) };

  for (guint i = 0; i < times; i++)
    g_string_append (text, once);
  prose.size = text->len;
  prose.text = g_string_free (g_steal_pointer (&text), FALSE);
  prose.data = make_data (data, prose.text);
  return prose;
}

/* A megabyte of the narrative in the paragraphs that the fix of R48 makes. */
static Typing
make_typing (NbJob *job, const Prose *small)
{
  g_autoptr (NbReport) once = nb_report_new_from_data (small->data);
  g_autoptr (NbFindingList) findings = NULL;
  g_autofree char *divided = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  NbCheckContext context = { .registry = nb_job_get_registry (job, small->data, NULL) };
  Typing typing = { NULL };

  findings = nb_check (small->data, &context);
  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    if (strcmp (nb_finding_get_rule (nb_finding_list_get (findings, i)), "R48") == 0)
      nb_finding_apply_fix (nb_finding_list_get (findings, i), once, NULL);
  divided = nb_field_dup_string (nb_report_lookup_field (once, NARRATIVE));
  while (text->len < LARGE)
    {
      g_string_append (text, divided);
      g_string_append_c (text, '\n');
    }
  typing.report = nb_report_new_from_data (small->data);
  nb_report_set_text (typing.report, NARRATIVE, text->str, NULL);
  typing.checker = nb_checker_new (typing.report, &context);
  nb_checker_run (typing.checker);
  typing.paragraph = nb_text_get_n_paragraphs (
                         nb_field_get_text (nb_report_lookup_field (typing.report, NARRATIVE)))
                     / 2;
  return typing;
}

/* A peer of npm, which reads the file @path. */
typedef struct
{
  const char *name;
  const char *path;
} Peer;

/* What a check takes there, once it is warm: it tells that itself. */
static double
run_peer (void *data)
{
  const Peer *peer = data;
  const char *argv[] = { "node", LINT, peer->name, peer->path, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "NODE_PATH", PEERS, TRUE);
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                     NULL, &status, NULL)
      || !g_spawn_check_wait_status (status, NULL))
    g_error ("%s failed", peer->name);
  return g_ascii_strtod (output, NULL);
}

/* Other checkers of Chinese text on the narrative of one report. */
static void
compare_peers (Bench *bench, const Prose *prose)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "nianbao-bench-prose.txt", NULL);
  g_autofree char *node = g_find_program_in_path ("node");
  Peer zhlint = { "zhlint", path }, autocorrect = { "autocorrect", path };

  if (node == NULL || !g_file_test (PEERS "/zhlint", G_FILE_TEST_IS_DIR))
    {
      bench_skip ("zhlint and autocorrect", "npm and its packages are not at hand");
      return;
    }
  g_file_set_contents (path, prose->text, (gssize) prose->size, NULL);
  bench_begin (bench, "All rules on one report, beside other checkers of Chinese text, warm");
  bench_add_timed (bench, "check", 1, check, (void *) prose);
  bench_add_timed (bench, "zhlint", 40, run_peer, &zhlint);
  bench_add_timed (bench, "autocorrect", 40, run_peer, &autocorrect);
  bench_run (bench, 200);
  bench_compare_wall (bench, "check", "zhlint", 0.1);
  bench_compare_wall (bench, "check", "autocorrect", 0.3);
  g_remove (path);
}

static void
compare_rules (Bench *bench, const char *title, Prose *prose, guint rounds)
{
  bench_begin (bench, title);
  bench_add_timed (bench, "check", 1, check, prose);
  bench_add (bench, "g_utf8_validate", 1, validate, prose);
  bench_run (bench, rounds);
  bench_compare (bench, "check", "g_utf8_validate", 25);
}

static void
clear_prose (Prose *prose)
{
  g_clear_pointer (&prose->data, nb_report_data_unref);
  g_clear_pointer (&prose->text, g_free);
}

int
main (int argc, char *argv[])
{
  Bench *bench = bench_new (&argc, &argv);
  g_autoptr (NbJob) job = nb_job_new (NULL, NULL);
  g_autoptr (GBytes) table = bench_read_seed ();
  g_autoptr (NbReportData) data = NULL;
  g_autofree char *twin = NULL;
  Prose small, large;
  Typing typing;
  gsize size;

  if (table == NULL)
    {
      g_assert_true (g_file_get_contents (TWIN, &twin, &size, NULL));
      table = g_bytes_new (twin, size);
    }
  data = nb_job_import (job, table, NULL, 0, NULL);
  g_assert_nonnull (data);
  small = make_prose (job, data, 1);
  large = make_prose (job, data, (guint) (LARGE / small.size + 1));

  compare_rules (bench, "All rules on one report", &small, 1000);
  compare_rules (bench, "All rules on a narrative of 1 MB", &large, 50);

  typing = make_typing (job, &small);
  bench_begin (bench, "A key in a narrative of 1 MB, and the check behind it");
  bench_add (bench, "key", 1, type, &typing);
  bench_add (bench, "g_utf8_validate", 1, validate, &large);
  bench_run (bench, 200);
  /* The goal is a millisecond where validating takes 0.53 ms. */
  bench_compare (bench, "key", "g_utf8_validate", 1.9);
  compare_peers (bench, &small);

  g_object_unref (typing.checker);
  g_object_unref (typing.report);
  clear_prose (&small);
  clear_prose (&large);
  return bench_finish (bench);
}
