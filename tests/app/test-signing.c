/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who signs, with what, and what stands in the way. */

#include "app-fixture.h"
#include "app-main.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "nb-ui-identity-dialog.h"
#include "nb-ui-sign-addition.h"
#include "nb-ui-sign-dialog.h"

#define CODE       "1261032612345678XJ"
#define PASSPHRASE "青山绿水 2023"
#define DAY        (24 * 3600)

static NbUiSignDialog *
get_dialog (void)
{
  return NB_UI_SIGN_DIALOG (app_find_window (NB_UI_TYPE_SIGN_DIALOG));
}

static gboolean
has_no_dialog (AppFixture *fixture)
{
  return app_find_window (NB_UI_TYPE_SIGN_DIALOG) == NULL;
}

static gboolean
has_dialog (AppFixture *fixture)
{
  return app_find_window (NB_UI_TYPE_SIGN_DIALOG) != NULL;
}

static gboolean
is_saved (AppFixture *fixture)
{
  return !nb_report_get_modified (app_get_report (fixture));
}

static GtkWidget *
get_passphrase (void)
{
  return app_find_widget (GTK_WIDGET (get_dialog ()), ADW_TYPE_PASSWORD_ENTRY_ROW);
}

static AdwComboRow *
get_roles (void)
{
  return ADW_COMBO_ROW (app_find_widget (GTK_WIDGET (get_dialog ()), ADW_TYPE_COMBO_ROW));
}

/* The button of an action. */
static GtkWidget *
find_button (GtkWidget *root, const char *action)
{
  if (GTK_IS_BUTTON (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* An action that is off does nothing; what shows it is the button. */
static gboolean
can_sign (void)
{
  return gtk_widget_is_sensitive (find_button (GTK_WIDGET (get_dialog ()), "sign.sign"));
}

static gboolean
says (const char *part)
{
  return app_find_label (GTK_WIDGET (get_dialog ()), part) != NULL;
}

/* A key file of somebody, valid from @now for ten years. Free with g_free(). */
static char *
make_key (AppFixture *fixture, const char *name, gint64 now)
{
  g_autofree char *file = g_strconcat (name, ".p12", NULL);
  char *path = g_build_filename (fixture->folder, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbIdentity) identity = nb_identity_create (name, NB_KEY_ECDSA, now, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = nb_identity_write (identity, PASSPHRASE, &error);
  g_assert_no_error (error);
  nb_job_write_file (path, bytes, NB_WRITE_PRIVATE, &error);
  g_assert_no_error (error);
  return path;
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The report without errors, in its file. */
static void
make_clean (AppFixture *fixture)
{
  nb_report_set_text (app_get_report (fixture), "credit-code", CODE, NULL);
  app_activate (fixture, "win.save");
  app_wait (fixture, is_saved, "saving");
}

static void
fill (const char *path, const char *passphrase)
{
  nb_ui_sign_dialog_set_key_file (get_dialog (), path);
  gtk_editable_set_text (GTK_EDITABLE (get_passphrase ()), passphrase);
}

static void
sign (void)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_dialog ()), "sign.sign", NULL));
}

static gboolean
is_done (AppFixture *fixture)
{
  return has_no_dialog (fixture) || gtk_widget_is_sensitive (get_passphrase ());
}

/* Signs as @role and waits for the end. */
static void
sign_as (AppFixture *fixture, NbRole role, const char *path, const char *passphrase)
{
  app_activate (fixture, "win.sign");
  adw_combo_row_set_selected (get_roles (), role);
  fill (path, passphrase);
  g_assert_true (can_sign ());
  sign ();
  app_wait (fixture, is_done, "the signature");
}

static void
test_obstacles (AppFixture *fixture, const void *data)
{
  g_autofree char *path = make_key (fixture, "方砚秋", get_now () - DAY);

  nb_report_set_text (app_get_report (fixture), "preparer", "方", NULL);
  app_activate (fixture, "win.sign");
  fill (path, PASSPHRASE);
  app_spin (100);
  g_assert_true (says ("1 error stands in the report"));
  g_assert_true (says ("changes that were not saved"));
  g_assert_false (can_sign ());
  adw_combo_row_set_selected (get_roles (), NB_ROLE_SPONSOR);
  app_spin (50);
  g_assert_true (says ("the legal representative must have signed"));

  /* To see the errors one leaves; to save one leaves and comes back. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_dialog ()), "sign.check", NULL));
  app_wait (fixture, has_no_dialog, "the dialog to go");
  g_assert_nonnull (app_find_finding (fixture, "credit-code", "R02"));
  nb_report_set_text (app_get_report (fixture), "credit-code", CODE, NULL);
  app_activate (fixture, "win.sign");
  app_spin (100);
  g_assert_false (says ("1 error"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_dialog ()), "sign.save", NULL));
  app_wait (fixture, is_saved, "saving");
  app_wait (fixture, has_dialog, "the dialog to come back");
  app_spin (50);
  g_assert_false (says ("What Stands in the Way"));
  g_assert_false (can_sign ());
  fill (path, PASSPHRASE);
  g_assert_true (can_sign ());
  fill (path, "");
  g_assert_false (can_sign ());
}

/* Each trouble has its own words, and the focus is where it can be put right. */
static void
test_key_trouble (AppFixture *fixture, const void *data)
{
  g_autofree char *good = make_key (fixture, "方砚秋", get_now () - DAY);
  g_autofree char *expired = make_key (fixture, "过期", get_now () - 20 * 366 * (gint64) DAY);
  g_autofree char *early = make_key (fixture, "未到期", get_now () + 30 * DAY);
  g_autofree char *missing = g_build_filename (fixture->folder, "away.p12", NULL);
  const struct
  {
    const char *path;
    const char *passphrase;
    const char *title;
    gboolean passphrase_is_faulty;
  } cases[] = {
    { good, "green hills", "Wrong passphrase", TRUE },
    { missing, PASSPHRASE, "The key file cannot be read", FALSE },
    { fixture->path, PASSPHRASE, "This is no key file", FALSE },
    { expired, PASSPHRASE, "The certificate has expired", FALSE },
    { early, PASSPHRASE, "The certificate is not valid yet", FALSE },
  };

  make_clean (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sign_as (fixture, NB_ROLE_LEGAL_REPRESENTATIVE, cases[i].path, cases[i].passphrase);
      g_assert_false (has_no_dialog (fixture));
      g_test_message ("%s", cases[i].title);
      g_assert_true (says (cases[i].title));
      g_assert_cmpint (gtk_widget_has_css_class (get_passphrase (), "error"), ==,
                       cases[i].passphrase_is_faulty);
      /* It is kept nowhere, not even in its entry. */
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_passphrase ())), ==, "");
      gtk_editable_set_text (GTK_EDITABLE (get_passphrase ()), "x");
      g_assert_false (says (cases[i].title));
      gtk_window_destroy (GTK_WINDOW (get_dialog ()));
      app_spin (20);
    }
  g_assert_false (nb_ui_document_get_read_only (nb_ui_window_get_document (fixture->window)));
}

static gboolean
is_signed (AppFixture *fixture)
{
  return nb_ui_document_get_read_only (nb_ui_window_get_document (fixture->window));
}

static void
test_sign (AppFixture *fixture, const void *data)
{
  g_autofree char *path = make_key (fixture, "方砚秋", get_now () - DAY);
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) kept = NULL;
  g_autofree char *kept_text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) same = NULL;
  g_autoptr (NbReportData) copy = NULL;
  const NbVerdict *verdict;

  make_clean (fixture);
  sign_as (fixture, NB_ROLE_LEGAL_REPRESENTATIVE, path, PASSPHRASE);
  app_wait (fixture, is_signed, "the signed report");
  verdict = nb_ui_document_get_verdict (nb_ui_window_get_document (fixture->window));
  g_assert_true (verdict->intact);
  g_assert_cmpuint (verdict->signatures->len, ==, 1);
  app_assert_text (fixture, "credit-code", CODE);

  /* What is shown is what stands in the file. */
  bytes = nb_job_read_file (fixture->path, NULL);
  g_assert_true (g_bytes_equal (
      bytes, nb_ui_document_get_bytes (nb_ui_window_get_document (fixture->window))));

  /* Where the key is, is remembered; what opens it is not. */
  kept = g_settings_get_value (settings, "key-files");
  kept_text = g_variant_print (kept, FALSE);
  g_assert_nonnull (strstr (kept_text, path));
  g_assert_null (strstr (kept_text, PASSPHRASE));

  /* The copy is a new revision without a file; the signed one stays. */
  app_activate (fixture, "win.revise");
  g_assert_false (is_signed (fixture));
  g_assert_null (nb_ui_document_get_path (nb_ui_window_get_document (fixture->window)));
  copy = nb_report_freeze (app_get_report (fixture));
  g_assert_cmpuint (nb_report_data_get_revision (copy), ==, 2);
  same = nb_job_read_file (fixture->path, NULL);
  g_assert_true (g_bytes_equal (bytes, same));
  nb_report_set_text (app_get_report (fixture), "preparer", "方", NULL);
  g_clear_pointer (&copy, nb_report_data_unref);
  copy = nb_report_freeze (app_get_report (fixture));
  g_assert_cmpuint (nb_report_data_get_revision (copy), ==, 2);
  kept_text = (g_free (kept_text), nb_job_dup_file_name (copy));
  g_assert_cmpstr (kept_text, ==, "白石县美术馆-2022-年度报告-第2版.xml");
  nb_report_undo (app_get_report (fixture));
  g_assert_nonnull (job);
}

static void
set_file_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gboolean
has_problem (AppFixture *fixture)
{
  return says ("cannot be signed");
}

/* No room where the report is: what was signed goes elsewhere, without another signature, and the report stays as
 * it was. Not even elsewhere is somebody else's version replaced. */
static void
test_full (AppFixture *fixture, const void *data)
{
  g_autofree char *path = make_key (fixture, "方砚秋", get_now () - DAY);
  g_autofree char *other = g_build_filename (fixture->folder, "other.xml", NULL);
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GtkWidget *button;

  make_clean (fixture);
  before = nb_job_read_file (fixture->path, NULL);
  set_file_limit (100);
  sign_as (fixture, NB_ROLE_LEGAL_REPRESENTATIVE, path, PASSPHRASE);
  app_wait (fixture, has_problem, "what is wrong");
  button = find_button (GTK_WIDGET (get_dialog ()), "sign.save-elsewhere");
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (get_dialog ())) == button);
  g_assert_false (gtk_widget_has_css_class (get_passphrase (), "error"));
  nb_ui_sign_dialog_save_elsewhere (get_dialog (), other);
  app_wait (fixture, is_done, "the second attempt");
  g_assert_true (says ("cannot be signed"));
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));

  set_file_limit (RLIM_INFINITY);
  signal (SIGXFSZ, handler);
  nb_ui_sign_dialog_save_elsewhere (get_dialog (), other);
  app_wait (fixture, has_no_dialog, "the signed report");
  g_assert_true (is_signed (fixture));
  g_assert_cmpstr (nb_ui_document_get_path (nb_ui_window_get_document (fixture->window)), ==,
                   other);
  bytes = nb_job_read_file (other, NULL);
  g_assert_true (g_bytes_equal (
      bytes, nb_ui_document_get_bytes (nb_ui_window_get_document (fixture->window))));
  after = nb_job_read_file (fixture->path, NULL);
  g_assert_true (g_bytes_equal (before, after));
}

/* Typing the passphrase again, or another key, begins anew: there is nothing left to be put elsewhere. */
static void
test_full_again (AppFixture *fixture, const void *data)
{
  g_autofree char *path = make_key (fixture, "方砚秋", get_now () - DAY);
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);

  make_clean (fixture);
  set_file_limit (100);
  sign_as (fixture, NB_ROLE_LEGAL_REPRESENTATIVE, path, PASSPHRASE);
  app_wait (fixture, has_problem, "what is wrong");
  set_file_limit (RLIM_INFINITY);
  signal (SIGXFSZ, handler);
  fill (path, "green hills");
  sign ();
  app_wait (fixture, is_done, "the signature");
  g_assert_true (says ("Wrong passphrase"));
  g_assert_false (
      gtk_widget_get_mapped (find_button (GTK_WIDGET (get_dialog ()), "sign.save-elsewhere")));
  gtk_window_destroy (GTK_WINDOW (get_dialog ()));
}

/* Others sign the same file, with what they have to say. */
static void
test_all_roles (AppFixture *fixture, const void *data)
{
  g_autofree char *path = make_key (fixture, "方砚秋", get_now () - DAY);
  NbUiSignAddition *addition;
  GtkWidget *person;
  const NbVerdict *verdict;
  g_autoptr (NbReportData) signed_data = NULL;

  make_clean (fixture);
  sign_as (fixture, NB_ROLE_LEGAL_REPRESENTATIVE, path, PASSPHRASE);
  app_wait (fixture, is_signed, "the signed report");

  app_activate (fixture, "win.sign");
  g_assert_cmpuint (adw_combo_row_get_selected (get_roles ()), ==, NB_ROLE_INSTITUTION);
  adw_combo_row_set_selected (get_roles (), NB_ROLE_LEGAL_REPRESENTATIVE);
  app_spin (50);
  g_assert_true (says ("already signed by the legal representative"));
  adw_combo_row_set_selected (get_roles (), NB_ROLE_SPONSOR);
  fill (path, PASSPHRASE);
  app_spin (50);
  addition =
      NB_UI_SIGN_ADDITION (app_find_widget (GTK_WIDGET (get_dialog ()), NB_UI_TYPE_SIGN_ADDITION));
  g_assert_false (can_sign ());
  person = app_find_widget (GTK_WIDGET (addition), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (person), "李四");
  g_assert_true (can_sign ());
  sign ();
  app_wait (fixture, has_no_dialog, "the signature");
  verdict = nb_ui_document_get_verdict (nb_ui_window_get_document (fixture->window));
  g_assert_true (verdict->intact);
  g_assert_cmpuint (verdict->signatures->len, ==, 2);
  signed_data = nb_report_freeze (app_get_report (fixture));
  g_assert_cmpstr (nb_report_data_get_opinion (signed_data)->person, ==, "李四");
  g_assert_nonnull (strstr (nb_report_data_get_opinion (signed_data)->sentence, "保密审查"));

  /* Whoever returns a report says why. */
  app_activate (fixture, "win.sign");
  adw_combo_row_set_selected (get_roles (), NB_ROLE_REGISTRY);
  fill (path, PASSPHRASE);
  addition =
      NB_UI_SIGN_ADDITION (app_find_widget (GTK_WIDGET (get_dialog ()), NB_UI_TYPE_SIGN_ADDITION));
  g_assert_true (can_sign ());
  for (GtkWidget *at = gtk_widget_get_last_child (GTK_WIDGET (addition)); at != NULL;
       at = app_find_widget (at, ADW_TYPE_COMBO_ROW))
    if (ADW_IS_COMBO_ROW (at))
      {
        adw_combo_row_set_selected (ADW_COMBO_ROW (at), 1);
        break;
      }
  g_assert_false (can_sign ());
}

static gboolean
has_no_identity_dialog (AppFixture *fixture)
{
  return app_find_window (NB_UI_TYPE_IDENTITY_DIALOG) == NULL;
}

static gboolean
has_made (AppFixture *fixture)
{
  NbUiIdentityDialog *dialog = NB_UI_IDENTITY_DIALOG (app_find_window (NB_UI_TYPE_IDENTITY_DIALOG));

  return dialog == NULL || app_find_label (GTK_WIDGET (dialog), "exists") != NULL;
}

/* A new key is made here, fills in the dialog, and is trusted here. */
static void
test_identity (AppFixture *fixture, const void *data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "own.p12", NULL);
  GtkWidget *dialog;
  GtkWidget *name, *passphrase, *again;

  make_clean (fixture);
  app_activate (fixture, "win.sign");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (
          gtk_widget_activate_action (GTK_WIDGET (get_dialog ()), "sign.new-identity", NULL));
      app_spin (50);
      dialog = app_find_window (NB_UI_TYPE_IDENTITY_DIALOG);
      g_assert_nonnull (dialog);
      g_assert_nonnull (app_find_label (dialog, "no legal seal"));
      name = app_find_widget (dialog, ADW_TYPE_ENTRY_ROW);
      passphrase = app_find_widget (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW);
      again = gtk_widget_get_next_sibling (passphrase);
      gtk_editable_set_text (GTK_EDITABLE (name), "王小明");
      adw_combo_row_set_selected (ADW_COMBO_ROW (app_find_widget (dialog, ADW_TYPE_COMBO_ROW)),
                                  NB_KEY_SM2);
      gtk_editable_set_text (GTK_EDITABLE (passphrase), PASSPHRASE);
      gtk_editable_set_text (GTK_EDITABLE (again), "else");
      g_assert_nonnull (app_find_label (dialog, "The two passphrases differ"));
      gtk_editable_set_text (GTK_EDITABLE (again), PASSPHRASE);
      g_assert_null (app_find_label (dialog, "The two passphrases differ"));
      nb_ui_identity_dialog_make (NB_UI_IDENTITY_DIALOG (dialog), path);
      app_wait (fixture, has_made, "the new key");
      /* The second one finds the file of the first, and leaves it alone. */
      g_assert_cmpint (has_no_identity_dialog (fixture), ==, i == 0);
    }
  gtk_window_destroy (GTK_WINDOW (app_find_window (NB_UI_TYPE_IDENTITY_DIALOG)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_passphrase ())), ==, PASSPHRASE);
  g_assert_true (can_sign ());
  sign ();
  app_wait (fixture, is_signed, "the signed report");
  g_assert_true (nb_verdict_is_trusted (
      nb_ui_document_get_verdict (nb_ui_window_get_document (fixture->window))));
}

/* Nobody signs what they have not seen. */
static void
test_conflict (AppFixture *fixture, const void *data)
{
  g_autofree char *path = make_key (fixture, "方砚秋", get_now () - DAY);
  g_autofree char *content = NULL;
  gsize length;

  make_clean (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  content = g_realloc (content, length + 1);
  content[length] = '\n';
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length + 1, NULL));
  sign_as (fixture, NB_ROLE_LEGAL_REPRESENTATIVE, path, PASSPHRASE);
  g_assert_true (says ("was changed by someone else"));
  g_assert_false (is_signed (fixture));
}

static void
add_tests (void)
{
  g_test_add ("/app/signing/obstacles", AppFixture, NULL, app_fixture_set_up, test_obstacles,
              app_fixture_tear_down);
  g_test_add ("/app/signing/key-trouble", AppFixture, NULL, app_fixture_set_up, test_key_trouble,
              app_fixture_tear_down);
  g_test_add ("/app/signing/sign", AppFixture, NULL, app_fixture_set_up, test_sign,
              app_fixture_tear_down);
  g_test_add ("/app/signing/full", AppFixture, NULL, app_fixture_set_up, test_full,
              app_fixture_tear_down);
  g_test_add ("/app/signing/full-again", AppFixture, NULL, app_fixture_set_up, test_full_again,
              app_fixture_tear_down);
  g_test_add ("/app/signing/all-roles", AppFixture, NULL, app_fixture_set_up, test_all_roles,
              app_fixture_tear_down);
  g_test_add ("/app/signing/identity", AppFixture, NULL, app_fixture_set_up, test_identity,
              app_fixture_tear_down);
  g_test_add ("/app/signing/conflict", AppFixture, NULL, app_fixture_set_up, test_conflict,
              app_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
