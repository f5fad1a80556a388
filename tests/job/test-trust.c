/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "nb-job.h"

/* What the editor does with certificates: whom it trusts, why a key does not open, whose turn it is. */

#define NOW        G_GINT64_CONSTANT (1677628800)
#define PASSPHRASE "青山绿水 2023"
#define YEAR       (366 * 24 * 3600)

static NbJob *job;

static GBytes *
make_signed (NbIdentity *identity)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", "gallery.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) table = nb_job_read_file (path, &error);
  g_autoptr (NbReportData) imported = NULL;
  g_autoptr (NbReport) report = NULL;
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GBytes *signed_bytes;

  g_assert_no_error (error);
  imported = nb_job_import (job, table, NULL, 2022, &error);
  g_assert_no_error (error);
  report = nb_report_new_from_data (imported);
  nb_report_set_text (report, "credit-code", "1261032612345678XJ", &error);
  g_assert_no_error (error);
  data = nb_report_freeze (report);
  bytes = nb_job_write (job, data, &error);
  g_assert_no_error (error);
  signed_bytes =
      nb_job_sign (job, bytes, identity, NB_ROLE_LEGAL_REPRESENTATIVE, NULL, NOW, &error);
  g_assert_no_error (error);
  return signed_bytes;
}

static NbIdentity *
make_identity (void)
{
  g_autoptr (GError) error = NULL;
  NbIdentity *identity = nb_identity_create ("方砚秋", NB_KEY_ECDSA, NOW, &error);

  g_assert_no_error (error);
  return identity;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
is_trusted (GBytes *bytes, const char *folder)
{
  g_autoptr (NbTrust) trust = nb_job_load_trust (folder, NULL);
  g_autoptr (NbVerdict) verdict = nb_job_verify (job, bytes, trust, NOW, NULL);

  g_assert_true (verdict->intact);
  return nb_verdict_is_trusted (verdict);
}

/* A certificate out of a verdict, put into a folder that is not there yet, is trusted from then on. */
static void
test_keep (void)
{
  g_autofree char *top = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (top, "trusted", NULL);
  g_autofree char *stray = g_build_filename (folder, "notes.txt", NULL);
  g_autofree char *problem = NULL;
  g_autoptr (NbIdentity) identity = make_identity ();
  g_autoptr (GBytes) bytes = make_signed (identity);
  g_autoptr (NbTrust) nobody = nb_job_load_trust (folder, &problem);
  g_autoptr (NbVerdict) verdict = nb_job_verify (job, bytes, nobody, NOW, NULL);
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("no certificate", 14);
  g_autoptr (NbTrust) trust = NULL;
  g_autoptr (GError) error = NULL;
  const NbSignatureVerdict *signature = g_ptr_array_index (verdict->signatures, 0);

  g_assert_null (problem);
  g_assert_false (signature->trusted);
  g_assert_nonnull (signature->certificate);
  g_assert_false (nb_job_keep_trusted (folder, nonsense, "AB:CD", &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_KEY);
  g_clear_error (&error);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  nb_job_keep_trusted (folder, signature->certificate, signature->fingerprint, &error);
  g_assert_no_error (error);
  g_assert_true (is_trusted (bytes, folder));

  /* What else lies there is named, and does no harm. */
  g_assert_true (g_file_set_contents (stray, "to do", -1, NULL));
  trust = nb_job_load_trust (folder, &problem);
  g_assert_nonnull (strstr (problem, "notes.txt"));
  g_assert_true (is_trusted (bytes, folder));
  remove_folder (folder);
  g_rmdir (top);
}

static void
test_key_trouble (void)
{
  g_autoptr (NbIdentity) identity = make_identity ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = nb_identity_write (identity, PASSPHRASE, &error);
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("no key", 6);
  g_autofree char *long_text = g_strnfill (5000, 'a');
  char *secret = nb_job_dup_secret (PASSPHRASE, NULL);
  g_autoptr (NbIdentity) opened = NULL;
  const struct
  {
    GBytes *file;
    const char *passphrase;
    const char *reason;
  } cases[] = {
    { file, "else", "passphrase" },
    { nonsense, PASSPHRASE, "key-file" },
  };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (nb_identity_load (cases[i].file, cases[i].passphrase, &error));
      g_assert_error (error, NB_ERROR, NB_ERROR_KEY);
      g_assert_cmpstr (nb_error_get_reason (error), ==, cases[i].reason);
      g_clear_error (&error);
    }
  opened = nb_identity_load (file, secret, &error);
  g_assert_no_error (error);
  nb_job_free_secret (secret);
  g_assert_true (nb_identity_check (opened, NOW, NULL));
  g_assert_false (nb_identity_check (opened, NOW + 11 * (gint64) YEAR, &error));
  g_assert_cmpstr (nb_error_get_reason (error), ==, "key-expired");
  g_clear_error (&error);
  g_assert_false (nb_identity_check (opened, NOW - (gint64) YEAR, &error));
  g_assert_cmpstr (nb_error_get_reason (error), ==, "key-early");
  g_clear_error (&error);
  g_assert_null (nb_job_dup_secret ("", &error));
  g_assert_cmpstr (nb_error_get_reason (error), ==, "passphrase");
  g_clear_error (&error);
  g_assert_null (nb_job_dup_secret (long_text, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_KEY);
}

static void
test_turn (void)
{
  g_autoptr (NbIdentity) identity = make_identity ();
  g_autoptr (GBytes) bytes = make_signed (identity);
  g_autoptr (NbTrust) nobody = nb_trust_new ();
  g_autoptr (NbVerdict) verdict = nb_job_verify (job, bytes, nobody, NOW, NULL);
  const struct
  {
    NbRole role;
    gboolean first, second; /* before anybody signed; after the legal representative did */
    NbBrings brings;
  } cases[NB_N_ROLES] = {
    { NB_ROLE_LEGAL_REPRESENTATIVE, TRUE, FALSE, NB_BRINGS_NOTHING },
    { NB_ROLE_INSTITUTION, TRUE, TRUE, NB_BRINGS_NOTHING },
    { NB_ROLE_SPONSOR, FALSE, TRUE, NB_BRINGS_OPINION },
    { NB_ROLE_REGISTRY, FALSE, TRUE, NB_BRINGS_REGISTRATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (nb_role_check_turn (cases[i].role, NULL, NULL), ==, cases[i].first);
      g_assert_cmpint (nb_role_check_turn (cases[i].role, verdict, &error), ==, cases[i].second);
      g_assert_true (cases[i].second || g_error_matches (error, NB_ERROR, NB_ERROR_ARGUMENT));
      g_assert_cmpint (nb_role_get_brings (cases[i].role), ==, cases[i].brings);
    }
}

static void
test_sentence (void)
{
  NbForm *form = nb_catalog_get_default_form (nb_job_get_catalog (job));
  g_autoptr (NbReport) report = nb_report_new (form, "national");
  g_autoptr (NbReportData) data = nb_report_freeze (report);
  g_autofree char *sentence = nb_job_dup_opinion_sentence (job, data);

  g_assert_nonnull (strstr (sentence, "保密审查"));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  job = nb_job_new (NULL, NULL);
  g_test_add_func ("/job/trust/keep", test_keep);
  g_test_add_func ("/job/trust/key-trouble", test_key_trouble);
  g_test_add_func ("/job/trust/turn", test_turn);
  g_test_add_func ("/job/trust/sentence", test_sentence);
  status = g_test_run ();
  nb_job_free (job);
  return status;
}
