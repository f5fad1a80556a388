/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that a person can do to a report can be taken back and done again. */

#include "app-fixture.h"
#include "app-main.h"

#include "nb-ui-finding-row.h"

/* What the report would be as a file. */
static GBytes *
write_report (AppFixture *fixture)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (NbReportData) data = nb_report_freeze (app_get_report (fixture));
  g_autofree char *path = g_build_filename (fixture->folder, "history.xml", NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  nb_job_save (job, data, path, &error);
  g_assert_no_error (error);
  bytes = nb_job_read_file (path, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_report (AppFixture *fixture, GBytes *expected)
{
  g_autoptr (GBytes) now = write_report (fixture);

  g_assert_cmpmem (g_bytes_get_data (now, NULL), g_bytes_get_size (now),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static const NbFieldDef *
get_any_field (AppFixture *fixture)
{
  NbForm *form = nb_report_get_form (app_get_report (fixture));

  return nb_form_get_field (form,
                            (guint) g_test_rand_int_range (0, (int) nb_form_get_n_fields (form)));
}

static void
type_something (AppFixture *fixture)
{
  static const char *const pieces[] = { "一", "2,3", "。", "甲,乙", "170万", "x" };
  GtkWidget *editor = app_get_editor (fixture, get_any_field (fixture)->id);
  const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

  if (GTK_IS_ENTRY (editor))
    {
      int position = -1;

      gtk_editable_insert_text (GTK_EDITABLE (editor), piece, -1, &position);
    }
  else
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), piece, -1);
}

/* A finding, of any kind that @wanted accepts; NULL for none. */
static NbFinding *
find_finding (AppFixture *fixture, gboolean (*wanted) (NbFinding *finding))
{
  NbFindingList *list = nb_ui_document_get_findings (nb_ui_window_get_document (fixture->window));

  for (guint i = 0; i < nb_finding_list_get_length (list); i++)
    if (wanted (nb_finding_list_get (list, i)))
      return nb_finding_list_get (list, i);
  return NULL;
}

static gboolean
can_be_fixed (NbFinding *finding)
{
  return nb_finding_get_fix (finding) != NULL;
}

static gboolean
can_be_answered (NbFinding *finding)
{
  return nb_finding_get_severity (finding) == NB_SEVERITY_WARNING
         && nb_finding_get_field (finding) != NULL && nb_finding_get_answer (finding) == NULL;
}

static void
do_something (AppFixture *fixture)
{
  NbUiDocument *document = nb_ui_window_get_document (fixture->window);
  const NbFieldDef *def = get_any_field (fixture);
  NbUiFormView *form = nb_ui_window_get_form_view (fixture->window);
  GtkWidget *row = GTK_WIDGET (nb_ui_form_view_lookup_row (form, def->id));
  NbFinding *finding;

  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      gtk_widget_activate_action (row, "field.choose", "s", "无");
      break;
    case 1:
      gtk_widget_activate_action (row, "field.take-over", NULL);
      break;
    case 2:
      if ((finding = find_finding (fixture, can_be_fixed)) != NULL)
        nb_ui_document_fix (document, finding, NULL);
      break;
    case 3:
      if ((finding = find_finding (fixture, can_be_answered)) != NULL)
        nb_ui_document_answer (document, finding, "原文如此", NULL);
      break;
    case 4:
      nb_report_add_attachment (app_get_report (fixture), "balance-sheet", "表.pdf", 7,
                                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                NULL);
      break;
    case 5:
      nb_report_set_registry (app_get_report (fixture), g_test_rand_bit () ? "370000" : "national",
                              NULL);
      break;
    default:
      type_something (fixture);
    }
  nb_ui_document_check (document);
}

static void
test_everything (AppFixture *fixture, const void *data)
{
  NbReport *report = app_get_report (fixture);
  g_autoptr (NbReportData) previous = nb_report_freeze (report);
  g_autoptr (GBytes) before = write_report (fixture);
  g_autoptr (GBytes) after = NULL;

  nb_ui_document_set_previous (nb_ui_window_get_document (fixture->window), previous);
  for (guint i = 0; i < 150; i++)
    do_something (fixture);
  after = write_report (fixture);
  g_assert_true (nb_report_can_undo (report));
  while (nb_report_can_undo (report))
    app_activate (fixture, "win.undo");
  assert_report (fixture, before);
  while (nb_report_can_redo (report))
    app_activate (fixture, "win.redo");
  assert_report (fixture, after);
}

/* In the order of doing, wherever the focus is; the widgets keep no history of their own. */
static void
test_order (AppFixture *fixture, const void *data)
{
  GtkText *name = app_get_entry_text (fixture, "name");
  GtkTextBuffer *activities = app_get_buffer (fixture, "activities");

  g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (name)));
  g_assert_false (gtk_text_buffer_get_enable_undo (activities));
  nb_report_set_text (app_get_report (fixture), "activities", "", NULL);
  g_signal_emit_by_name (name, "insert-at-cursor", "甲");
  gtk_text_buffer_insert_at_cursor (activities, "乙", -1);
  g_signal_emit_by_name (name, "insert-at-cursor", "丙");

  gtk_widget_grab_focus (app_get_editor (fixture, "activities"));
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "name", "甲白石县美术馆");
  app_assert_text (fixture, "activities", "乙");
  /* The cursor goes where the change was. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (name));
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "activities", "");
  app_activate (fixture, "win.undo");
  app_assert_text (fixture, "name", "白石县美术馆");
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/history/everything", test_everything);
  add_test ("/app/history/order", test_order);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
