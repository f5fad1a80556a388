/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a report that somebody signed. */

#include "app-fixture.h"
#include "app-main.h"
#include "app-signed.h"

#include <string.h>

#include "nb-ui-signed-banner.h"
#include "nb-ui-verdict-dialog.h"
#include "nb-ui-window-private.h"

#define SIGNER APP_SIGNER

static GtkWidget *
get_banner (AppFixture *fixture)
{
  return app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_SIGNED_BANNER);
}

static gboolean
banner_says (AppFixture *fixture, const char *part)
{
  return app_find_label (get_banner (fixture), part) != NULL;
}

static gboolean
dialog_says (const char *part)
{
  return app_find_label (app_find_window (NB_UI_TYPE_VERDICT_DIALOG), part) != NULL;
}

/* The same file with one character of what was signed exchanged. */
static GBytes *
forge (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autofree char *copy = g_strndup (text, size);
  char *at = strstr (copy, SIGNER);

  g_assert_nonnull (at);
  memcpy (at, "王", strlen ("王"));
  return g_bytes_new (copy, size);
}

static void
show (AppFixture *fixture, const char *path)
{
  nb_ui_window_set_document (fixture->window, NULL);
  app_open (fixture, path);
}

static void
test_banner (AppFixture *fixture, const void *data)
{
  g_autoptr (GBytes) bytes = app_sign (fixture, NULL);
  g_autoptr (GBytes) forged_bytes = forge (bytes);
  g_autofree char *path = app_write (fixture, "signed.xml", bytes);
  g_autofree char *forged = app_write (fixture, "forged.xml", forged_bytes);

  g_assert_false (gtk_widget_get_visible (get_banner (fixture)));
  show (fixture, path);
  app_spin (50);
  g_assert_true (gtk_widget_get_visible (get_banner (fixture)));
  g_assert_true (banner_says (fixture, SIGNER ", as the legal representative"));
  g_assert_true (banner_says (fixture, "as claimed"));
  g_assert_true (banner_says (fixture, "not trusted here: the certificate is self-made"));
  g_assert_false (banner_says (fixture, "Broken"));

  show (fixture, forged);
  app_spin (50);
  g_assert_true (banner_says (fixture, "signed, but not intact"));
  g_assert_true (banner_says (fixture, "Broken: do not rely on it."));
  g_assert_true (nb_ui_document_get_read_only (nb_ui_window_get_document (fixture->window)));

  show (fixture, fixture->path);
  g_assert_false (gtk_widget_get_visible (get_banner (fixture)));
}

/* What is shown was parsed from the bytes that were verified, whatever stands in the file since. */
static void
test_shown_is_verified (AppFixture *fixture, const void *data)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (GBytes) bytes = app_sign (fixture, NULL);
  g_autoptr (GBytes) forged = forge (bytes);
  g_autofree char *path = app_write (fixture, "signed.xml", bytes);
  g_autoptr (NbReportData) shown = NULL;
  g_autoptr (NbReportData) verified = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *again = NULL;

  show (fixture, path);
  again = app_write (fixture, "signed.xml", forged);
  nb_ui_document_verify (nb_ui_window_get_document (fixture->window));
  app_spin (300);
  g_assert_true (nb_ui_document_get_verdict (nb_ui_window_get_document (fixture->window))->intact);
  shown = nb_report_freeze (app_get_report (fixture));
  verified = nb_job_load (
      job, nb_ui_document_get_bytes (nb_ui_window_get_document (fixture->window)), NULL, NULL);
  changes = nb_report_data_diff (shown, verified);
  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_true (g_bytes_equal (
      bytes, nb_ui_document_get_bytes (nb_ui_window_get_document (fixture->window))));
}

static gboolean
is_trusted (AppFixture *fixture)
{
  return nb_verdict_is_trusted (
      nb_ui_document_get_verdict (nb_ui_window_get_document (fixture->window)));
}

static GtkWidget *
find_trust_row (void)
{
  GtkWidget *label =
      app_find_label (app_find_window (NB_UI_TYPE_VERDICT_DIALOG), "Trust This Certificate…");

  return label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW) : NULL;
}

/* Whom one trusts is one's own decision, made once, with the fingerprint before one’s eyes. */
static void
test_trust (AppFixture *fixture, const void *data)
{
  g_autoptr (GBytes) bytes = app_sign (fixture, NULL);
  g_autofree char *path = app_write (fixture, "signed.xml", bytes);
  const char *fingerprint;

  show (fixture, path);
  app_activate (fixture, "win.signatures");
  app_spin (100);
  fingerprint =
      ((const NbSignatureVerdict *) g_ptr_array_index (
           nb_ui_document_get_verdict (nb_ui_window_get_document (fixture->window))->signatures, 0))
          ->fingerprint;
  g_assert_true (dialog_says (fingerprint));
  g_assert_true (dialog_says ("confirmed by nobody"));
  g_assert_nonnull (find_trust_row ());
  adw_action_row_activate (ADW_ACTION_ROW (find_trust_row ()));
  app_spin (50);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (app_find_dialog ()), fingerprint));
  app_answer ("cancel");
  app_spin (400);
  g_assert_false (is_trusted (fixture));
  adw_action_row_activate (ADW_ACTION_ROW (find_trust_row ()));
  app_spin (50);
  app_answer ("trust");
  app_wait (fixture, is_trusted, "the trust");
  app_spin (50);
  g_assert_null (find_trust_row ());
  g_assert_true (dialog_says ("Trusted through the certificate of " SIGNER));
  g_assert_true (banner_says (fixture, "Intact, and trusted."));
}

static gboolean
is_not_trusted (AppFixture *fixture)
{
  return !is_trusted (fixture);
}

/* The folder of trusted certificates is a preference; what is open follows it at once. */
static void
test_folder (AppFixture *fixture, const void *data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GBytes) bytes = app_sign (fixture, NULL);
  g_autofree char *path = app_write (fixture, "signed.xml", bytes);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "believed", NULL);
  const NbSignatureVerdict *signature;
  g_autoptr (GError) error = NULL;
  GtkWidget *preferences;

  show (fixture, path);
  signature = g_ptr_array_index (
      nb_ui_document_get_verdict (nb_ui_window_get_document (fixture->window))->signatures, 0);
  nb_job_keep_trusted (folder, signature->certificate, signature->fingerprint, &error);
  g_assert_no_error (error);
  g_assert_false (is_trusted (fixture));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  app_spin (100);
  preferences = app_find_window (ADW_TYPE_PREFERENCES_WINDOW);
  g_settings_set_string (settings, "trust-folder", folder);
  app_wait (fixture, is_trusted, "the trust");
  g_assert_nonnull (app_find_label (preferences, folder));
  g_settings_reset (settings, "trust-folder");
  app_wait (fixture, is_not_trusted, "the trust to go");
}

static gboolean
has_verdict (AppFixture *fixture)
{
  return app_find_window (NB_UI_TYPE_VERDICT_DIALOG) != NULL || app_find_dialog () != NULL;
}

static void
verify (AppFixture *fixture, const char *path)
{
  nb_ui_window_verify_file (fixture->window, path);
  app_wait (fixture, has_verdict, "the verdict");
  app_spin (50);
}

static void
leave (void)
{
  gtk_window_destroy (GTK_WINDOW (app_find_window (NB_UI_TYPE_VERDICT_DIALOG)));
  app_spin (20);
}

/* Any file: signed, not signed, forged, nothing of ours, a printed form with a report inside. */
static void
test_any_file (AppFixture *fixture, const void *data)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (GBytes) bytes = app_sign (fixture, NULL);
  g_autoptr (GBytes) forged_bytes = forge (bytes);
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("nothing", 7);
  g_autofree char *path = app_write (fixture, "signed.xml", bytes);
  g_autofree char *forged = app_write (fixture, "forged.xml", forged_bytes);
  g_autofree char *other = app_write (fixture, "other.txt", nonsense);
  g_autofree char *form = NULL;
  g_autoptr (NbReportData) inside = nb_job_load (job, bytes, NULL, NULL);
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = nb_job_print (
      job, painter, inside, (NbPrinting){ NB_COPY_FILING, FALSE }, bytes, NULL, &error);

  g_assert_no_error (error);
  form = app_write (fixture, "form.pdf", pdf);
  verify (fixture, path);
  g_assert_true (dialog_says ("Every signature is intact."));
  g_assert_true (dialog_says ("Legal representative"));
  g_assert_true (dialog_says (SIGNER));
  leave ();
  verify (fixture, fixture->path);
  g_assert_true (dialog_says ("The file is not signed."));
  leave ();
  verify (fixture, forged);
  g_assert_true (dialog_says ("was changed"));
  leave ();
  verify (fixture, other);
  g_assert_cmpstr (adw_message_dialog_get_heading (app_find_dialog ()), ==,
                   "The File Cannot Be Verified");
  app_answer ("close");
  verify (fixture, form);
  g_assert_true (dialog_says ("Page 1"));
  g_assert_true (dialog_says ("Shows the report inside"));
  g_assert_true (dialog_says ("Every signature is intact."));
  leave ();
  app_drop (GTK_WIDGET (fixture->window), form);
  app_wait (fixture, has_verdict, "the verdict on what was dropped");
  app_spin (50);
  g_assert_true (dialog_says ("Shows the report inside"));
  leave ();
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/verifying/banner", test_banner);
  add_test ("/app/verifying/shown-is-verified", test_shown_is_verified);
  add_test ("/app/verifying/trust", test_trust);
  add_test ("/app/verifying/folder", test_folder);
  add_test ("/app/verifying/any-file", test_any_file);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
