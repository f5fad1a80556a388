/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <glib/gstdio.h>

#include "nb-job.h"
#include "nb-report-file.h"

/* The whole road of one report in one process, step by step, beside the xmlsec1 command, which starts a
 * process for each file. */
#define ROUNDS   1000
#define COMMANDS 20
#define NOW      G_GINT64_CONSTANT (1700000000)

typedef struct
{
  NbJob *job;
  NbPainter *painter;
  NbIdentity *identity;
  NbTrust *trust;
  GBytes *table;
  NbReportData *data;
  GBytes *bytes;        /* the report file */
  GBytes *signed_bytes; /* signed */
  char *folder;
  char *signed_path;
} Spine;

static void
import_table (void *data)
{
  Spine *spine = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) report = nb_job_import (spine->job, spine->table, NULL, 0, &error);

  g_assert_no_error (error);
}

static void
check (void *data)
{
  Spine *spine = data;
  NbCheckContext context = { .registry = nb_job_get_registry (spine->job, spine->data, NULL) };
  g_autoptr (NbFindingList) findings = nb_check (spine->data, &context);

  g_assert_false (nb_finding_list_has_errors (findings));
}

static void
sign (void *data)
{
  Spine *spine = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nb_job_sign (spine->job, spine->bytes, spine->identity,
                                          NB_ROLE_LEGAL_REPRESENTATIVE, NULL, NOW, &error);

  g_assert_no_error (error);
}

static void
verify (void *data)
{
  Spine *spine = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbVerdict) verdict =
      nb_job_verify (spine->job, spine->signed_bytes, spine->trust, NOW, &error);

  g_assert_no_error (error);
  g_assert_true (verdict->intact);
}

static void
print (void *data)
{
  Spine *spine = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = nb_job_print (spine->job, spine->painter, spine->data,
                                         (NbPrinting){ NB_COPY_FILING, FALSE }, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
run_xmlsec (void *data)
{
  Spine *spine = data;
  const char *argv[] = { "xmlsec1",
                         "--verify",
                         "--insecure",
                         "--id-attr:Id",
                         "urn:nianbao:report:1:report",
                         "--id-attr:Id",
                         "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
                         spine->signed_path,
                         NULL };

  bench_spawn (argv);
}

/* The seed, or where it is absent the invented report of the samples. */
static GBytes *
read_table (void)
{
  GBytes *seed = bench_read_seed ();
  g_autoptr (GError) error = NULL;
  char *text;
  gsize size;

  if (seed != NULL)
    return seed;
  g_file_get_contents (TWIN, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

/* A report that can be signed: the code is what a published table never has. */
static NbReportData *
make_report (Spine *spine)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) imported = nb_job_import (spine->job, spine->table, NULL, 0, &error);
  g_autoptr (NbReport) report = NULL;

  g_assert_no_error (error);
  report = nb_report_new_from_data (imported);
  nb_report_set_text (report, "credit-code", "12610326MB2A00001Q", &error);
  g_assert_no_error (error);
  return nb_report_freeze (report);
}

static void
set_up (Spine *spine)
{
  g_autoptr (GError) error = NULL;

  spine->job = nb_job_new (NULL, &error);
  g_assert_no_error (error);
  spine->table = read_table ();
  spine->painter = nb_painter_new ();
  spine->identity = nb_identity_create ("测量员", NB_KEY_RSA, NOW - 60, &error);
  g_assert_no_error (error);
  spine->trust = nb_trust_new ();
  spine->data = make_report (spine);
  spine->bytes = nb_report_file_write (spine->data, &error);
  g_assert_no_error (error);
  spine->signed_bytes = nb_job_sign (spine->job, spine->bytes, spine->identity,
                                     NB_ROLE_LEGAL_REPRESENTATIVE, NULL, NOW, &error);
  g_assert_no_error (error);
  spine->folder = g_dir_make_tmp ("bench-spine-XXXXXX", &error);
  g_assert_no_error (error);
  spine->signed_path = g_build_filename (spine->folder, "signed.xml", NULL);
  nb_job_write_file (spine->signed_path, spine->signed_bytes, NB_WRITE_REPLACE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Spine *spine)
{
  g_remove (spine->signed_path);
  g_rmdir (spine->folder);
  g_free (spine->signed_path);
  g_free (spine->folder);
  g_bytes_unref (spine->signed_bytes);
  g_bytes_unref (spine->bytes);
  g_bytes_unref (spine->table);
  nb_report_data_unref (spine->data);
  nb_trust_free (spine->trust);
  nb_identity_free (spine->identity);
  nb_painter_free (spine->painter);
  nb_job_free (spine->job);
}

int
main (int argc, char *argv[])
{
  Bench *bench = bench_new (&argc, &argv);
  g_autofree char *xmlsec = g_find_program_in_path ("xmlsec1");
  Spine spine = { NULL };

  set_up (&spine);
  bench_begin (bench, "One report, each step 1,000 times in one process (RSA-3072)");
  bench_add (bench, "import", 1, import_table, &spine);
  bench_add (bench, "check", 1, check, &spine);
  bench_add (bench, "sign", 1, sign, &spine);
  bench_add (bench, "verify", 1, verify, &spine);
  bench_add (bench, "print", 1, print, &spine);
  if (xmlsec != NULL)
    bench_add (bench, "xmlsec1 --verify", ROUNDS / COMMANDS, run_xmlsec, &spine);
  else
    bench_skip ("the comparison with xmlsec1", "the command is not installed");
  bench_run (bench, ROUNDS);
  if (xmlsec != NULL)
    {
      bench_compare (bench, "import", "xmlsec1 --verify", 0);
      bench_compare (bench, "check", "xmlsec1 --verify", 0);
      bench_compare (bench, "sign", "xmlsec1 --verify", 0);
      bench_compare (bench, "verify", "xmlsec1 --verify", 0.05);
      bench_compare (bench, "print", "xmlsec1 --verify", 0);
    }
  tear_down (&spine);
  return bench_finish (bench);
}
