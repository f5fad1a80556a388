/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether paper is of this version of a report. */

#include "app-fixture.h"
#include "app-main.h"
#include "app-signed.h"

#include <string.h>

#include "nb-ui-paper-dialog.h"

static gboolean
paper_says (const char *part)
{
  return app_find_label (app_find_window (NB_UI_TYPE_PAPER_DIALOG), part) != NULL;
}

static gboolean
is_all_of_this_version (AppFixture *fixture)
{
  return paper_says ("Every page is of this version");
}

static gboolean
is_other_version (AppFixture *fixture)
{
  return paper_says ("The paper has changed");
}

static gboolean
is_one_so_far (AppFixture *fixture)
{
  return paper_says ("1 page of this version so far");
}

static gboolean
is_not_all (AppFixture *fixture)
{
  return paper_says ("pages of this version so far");
}

static gboolean
is_misread (AppFixture *fixture)
{
  return paper_says ("misread");
}

static void
open_paper_dialog (AppFixture *fixture)
{
  app_activate (fixture, "win.compare-paper");
  app_spin (50);
  g_assert_nonnull (app_find_window (NB_UI_TYPE_PAPER_DIALOG));
}

/* The codes of the form's pages as they are now; free with g_ptr_array_unref(). */
static GPtrArray *
list_codes (AppFixture *fixture)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (NbReportData) report = nb_report_freeze (app_get_report (fixture));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbPageList) list =
      nb_job_layout (job, report, (NbPrinting){ NB_COPY_FILING, FALSE }, &error);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    g_ptr_array_add (codes, g_strdup (nb_page_list_get_code (list, i)));
  return codes;
}

/* Page by page: typed, or out of a PDF; this version, or another one. */
static void
test_paper (AppFixture *fixture, const void *data)
{
  g_autofree char *form = app_print_form (fixture, NULL);
  g_autoptr (GPtrArray) codes = list_codes (fixture);
  char *code = codes->pdata[0];
  GtkWidget *entry;

  open_paper_dialog (fixture);
  nb_ui_paper_dialog_open_pdf (NB_UI_PAPER_DIALOG (app_find_window (NB_UI_TYPE_PAPER_DIALOG)),
                               form);
  app_wait (fixture, is_all_of_this_version, "the good news");
  gtk_window_destroy (GTK_WINDOW (app_find_window (NB_UI_TYPE_PAPER_DIALOG)));
  app_spin (20);

  open_paper_dialog (fixture);
  entry = app_find_widget (app_find_window (NB_UI_TYPE_PAPER_DIALOG), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), code);
  app_wait (fixture, is_one_so_far, "one page");
  code[3] = code[3] == '7' ? '8' : '7';
  gtk_editable_set_text (GTK_EDITABLE (entry), code);
  app_wait (fixture, is_misread, "the slip of the tongue");
  gtk_window_destroy (GTK_WINDOW (app_find_window (NB_UI_TYPE_PAPER_DIALOG)));
  app_spin (20);

  nb_report_set_text (app_get_report (fixture), "address", "四川省白石县青石路9号", NULL);
  open_paper_dialog (fixture);
  nb_ui_paper_dialog_open_pdf (NB_UI_PAPER_DIALOG (app_find_window (NB_UI_TYPE_PAPER_DIALOG)),
                               form);
  app_wait (fixture, is_other_version, "the news that it changed");
  g_assert_true (paper_says ("another version"));
}

/* The entry of @page, from 1. */
static GtkEditable *
get_code_entry (guint page)
{
  g_autofree char *title = g_strdup_printf ("Page %u", page);
  GtkWidget *label = app_find_label (app_find_window (NB_UI_TYPE_PAPER_DIALOG), title);

  g_assert_nonnull (label);
  return GTK_EDITABLE (
      app_find_widget (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW), GTK_TYPE_ENTRY));
}

/* What is said of the code of @page. */
static const char *
get_answer (guint page)
{
  GtkWidget *entry = GTK_WIDGET (get_code_entry (page));

  return adw_action_row_get_subtitle (
      ADW_ACTION_ROW (gtk_widget_get_ancestor (entry, ADW_TYPE_ACTION_ROW)));
}

/* As somebody types who hears it: small letters, a space, no hyphen. */
static void
type_heard (guint page, const char *code)
{
  g_autofree char *heard = g_ascii_strdown (code, -1);

  gtk_editable_set_text (get_code_entry (page), g_strdelimit (heard, "-", ' '));
}

static void
assert_answer (guint row, guint page, guint n_pages)
{
  g_autofree char *answer =
      g_strdup_printf ("this version: page %u of %u, filing copy", page, n_pages);

  g_assert_cmpstr (get_answer (row), ==, answer);
}

static gboolean
is_all_but_one (AppFixture *fixture)
{
  return paper_says ("The paper has changed: 1 page is of another version");
}

/* The pages are read aloud: each is told to be of this version, but the one that is left of a former print; with its code
 * of now it is, too. A page in another's row is told to be that page. */
static void
test_heard (AppFixture *fixture, const void *data)
{
  g_autoptr (GPtrArray) former = list_codes (fixture);
  g_autoptr (GPtrArray) codes = NULL;
  const guint left = 3;

  nb_report_set_text (app_get_report (fixture), "staff-count", "24", NULL);
  codes = list_codes (fixture);
  g_assert_cmpuint (codes->len, ==, former->len);
  g_assert_cmpuint (codes->len, >, left);
  open_paper_dialog (fixture);
  for (guint page = 1; page <= codes->len; page++)
    type_heard (page, (page == left ? former : codes)->pdata[page - 1]);
  app_wait (fixture, is_all_but_one, "the page that is left");
  for (guint page = 1; page <= codes->len; page++)
    if (page != left)
      assert_answer (page, page, codes->len);
  g_assert_nonnull (strstr (get_answer (left), "another version of this report"));

  type_heard (left, codes->pdata[left - 1]);
  app_wait (fixture, is_all_of_this_version, "the good news");
  assert_answer (left, left, codes->len);
  type_heard (1, codes->pdata[1]);
  app_wait (fixture, is_not_all, "the page that is there twice");
  assert_answer (1, 2, codes->len);
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/paper-codes/paper", test_paper);
  add_test ("/app/paper-codes/heard", test_heard);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
