/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language-views.h"

#include <string.h>

#include "app-signed.h"
#include "nb-ui-identity-dialog.h"
#include "nb-ui-paper-dialog.h"
#include "nb-ui-sign-addition.h"
#include "nb-ui-sign-dialog.h"
#include "nb-ui-verdict-dialog.h"
#include "nb-ui-window-private.h"

/* What works in threads comes to its end, in milliseconds. */
#define WHILE 600

static void
show_print (AppFixture *fixture)
{
  app_activate (fixture, "win.print");
  app_spin (WHILE);
}

/* Errors, and what is not saved. */
static void
show_obstacles (AppFixture *fixture)
{
  nb_report_set_text (app_get_report (fixture), "preparer", "方", NULL);
  app_activate (fixture, "win.sign");
}

static GtkWidget *
get_sign_dialog (void)
{
  return app_find_window (NB_UI_TYPE_SIGN_DIALOG);
}

static void
open_signed (AppFixture *fixture, const char *registration)
{
  g_autoptr (GBytes) bytes = app_sign (fixture, registration);
  g_autofree char *path = app_write (fixture, "signed.xml", bytes);

  nb_ui_window_set_document (fixture->window, NULL);
  app_open (fixture, path);
  app_spin (100);
}

/* As what the next one signs a signed report. */
static void
show_role (AppFixture *fixture, NbRole role)
{
  open_signed (fixture, NULL);
  app_activate (fixture, "win.sign");
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (app_find_widget (get_sign_dialog (), ADW_TYPE_COMBO_ROW)), role);
}

static void
show_sponsor (AppFixture *fixture)
{
  show_role (fixture, NB_ROLE_SPONSOR);
}

static void
show_registry (AppFixture *fixture)
{
  show_role (fixture, NB_ROLE_REGISTRY);
}

/* The file that was chosen holds no key. */
static void
show_key_trouble (AppFixture *fixture)
{
  show_role (fixture, NB_ROLE_INSTITUTION);
  nb_ui_sign_dialog_set_key_file (NB_UI_SIGN_DIALOG (get_sign_dialog ()), fixture->path);
  gtk_editable_set_text (
      GTK_EDITABLE (app_find_widget (get_sign_dialog (), ADW_TYPE_PASSWORD_ENTRY_ROW)), "x");
  g_assert_true (gtk_widget_activate_action (get_sign_dialog (), "sign.sign", NULL));
  app_spin (WHILE);
}

/* With two passphrases that differ. */
static void
show_identity (AppFixture *fixture)
{
  GtkWidget *dialog, *passphrase;

  show_obstacles (fixture);
  g_assert_true (gtk_widget_activate_action (get_sign_dialog (), "sign.new-identity", NULL));
  app_spin (50);
  dialog = app_find_window (NB_UI_TYPE_IDENTITY_DIALOG);
  passphrase = app_find_widget (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (app_find_widget (dialog, ADW_TYPE_ENTRY_ROW)), "王小明");
  gtk_editable_set_text (GTK_EDITABLE (passphrase), "青山");
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_next_sibling (passphrase)), "绿水");
}

static void
show_banner (AppFixture *fixture)
{
  open_signed (fixture, NULL);
}

/* One character of what was signed is another. */
static void
show_forged (AppFixture *fixture)
{
  g_autoptr (GBytes) bytes = app_sign (fixture, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GBytes) forged = NULL;
  g_autofree char *path = NULL;

  memcpy (strstr (text, APP_SIGNER), "王", strlen ("王"));
  forged = g_bytes_new (text, strlen (text));
  path = app_write (fixture, "forged.xml", forged);
  nb_ui_window_set_document (fixture->window, NULL);
  app_open (fixture, path);
  app_spin (100);
}

/* What the registry found stands above the findings. */
static void
show_returned (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *registration =
      nb_job_format_registration ("1. 住所漏写路名；2. 年末数与资产负债表不符\n请一并盖章", FALSE,
                                  (NbDate){ 2023, 3, 9 }, &error);

  g_assert_no_error (error);
  open_signed (fixture, registration);
}

static void
show_signatures (AppFixture *fixture)
{
  show_returned (fixture);
  app_activate (fixture, "win.signatures");
}

static void
show_broken_signatures (AppFixture *fixture)
{
  show_forged (fixture);
  app_activate (fixture, "win.signatures");
}

/* The steps of a report that came back. */
static void
show_steps (AppFixture *fixture)
{
  show_returned (fixture);
  app_activate (fixture, "win.filing");
}

static gboolean
has_verdict (AppFixture *fixture)
{
  return app_find_window (NB_UI_TYPE_VERDICT_DIALOG) != NULL;
}

/* A PDF with a signed report inside. */
static void
show_verified (AppFixture *fixture)
{
  g_autoptr (GBytes) bytes = app_sign (fixture, NULL);
  g_autofree char *form = app_print_form (fixture, bytes);

  nb_ui_window_verify_file (fixture->window, form);
  app_wait (fixture, has_verdict, "the verdict");
}

/* Pages of another version. */
static void
show_codes (AppFixture *fixture)
{
  g_autofree char *form = app_print_form (fixture, NULL);

  nb_report_set_text (app_get_report (fixture), "address", "四川省白石县青石路9号", NULL);
  app_activate (fixture, "win.compare-paper");
  app_spin (50);
  nb_ui_paper_dialog_open_pdf (NB_UI_PAPER_DIALOG (app_find_window (NB_UI_TYPE_PAPER_DIALOG)),
                               form);
  app_spin (WHILE);
}

const LanguageView language_signed_views[] = {
  { "print", show_print },
  { "sign-obstacles", show_obstacles },
  { "sign-sponsor", show_sponsor },
  { "sign-registry", show_registry },
  { "sign-key-trouble", show_key_trouble },
  { "identity", show_identity },
  { "signed", show_banner },
  { "forged", show_forged },
  { "returned", show_returned },
  { "signatures", show_signatures },
  { "signatures-broken", show_broken_signatures },
  { "steps", show_steps },
  { "verified-pdf", show_verified },
  { "codes", show_codes },
  { NULL, NULL },
};
