/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language-views.h"

#include "app-narrative.h"

#include "nb-ui-draft.h"
#include "nb-ui-find-bar.h"
#include "nb-ui-finding-popover.h"
#include "nb-ui-finding-row.h"
#include "nb-ui-fix-group.h"
#include "nb-ui-institution.h"
#include "nb-ui-window-private.h"

#define TEXT                                                                                                                                    \
  "总述。一、主要工作。接待读者64批,办展4次。（一）展览。一是做了。二是做了。四是今年以来做的好。" \
  "（二）讲座。十二场。二、问题。人少。"
#define LAST_TEXT "总述。一、主要工作。接待读者60批，办展4次。（一）展览。二、问题。人少。钱少。"

/* The page of a text with all kinds of mistakes, beside last year's. */
static void
show_page (AppFixture *fixture)
{
  app_set_last_year (fixture, LAST_TEXT);
  app_open_page (fixture, TEXT);
  nb_ui_document_check (nb_ui_window_get_document (fixture->window));
}

static GtkWidget *
find_on_page (AppFixture *fixture, GType type)
{
  GtkWidget *found = app_find_widget (GTK_WIDGET (app_get_page (fixture)), type);

  g_assert_nonnull (found);
  return found;
}

/* Both rows, at one of several places; the other entry still says what it is for. */
static void
show_find_bar (AppFixture *fixture)
{
  GtkWidget *bar;

  show_page (fixture);
  app_activate (fixture, "win.replace");
  bar = find_on_page (fixture, NB_UI_TYPE_FIND_BAR);
  gtk_editable_set_text (GTK_EDITABLE (app_find_widget (bar, GTK_TYPE_ENTRY)), "做了");
  app_activate (fixture, "win.find-next");
}

/* Nothing is looked for yet. */
static void
show_find_bar_empty (AppFixture *fixture)
{
  show_page (fixture);
  app_activate (fixture, "win.find");
}

static void
show_page_menu (AppFixture *fixture)
{
  show_page (fixture);
  gtk_menu_button_popup (GTK_MENU_BUTTON (find_on_page (fixture, GTK_TYPE_MENU_BUTTON)));
}

static void
show_figures (AppFixture *fixture)
{
  show_page (fixture);
  app_activate (fixture, "win.figures");
}

static gboolean
has_sentences (AppFixture *fixture)
{
  return app_find_label (GTK_WIDGET (app_get_page (fixture)), "钱少") != NULL;
}

static void
show_beside (AppFixture *fixture)
{
  show_page (fixture);
  app_activate (fixture, "win.compare-text");
  app_wait (fixture, has_sentences, "the comparison");
}

static void
show_undisturbed (AppFixture *fixture)
{
  show_page (fixture);
  app_activate (fixture, "win.undisturbed");
}

static gboolean
has_dialog (AppFixture *fixture)
{
  return app_find_dialog () != NULL;
}

static void
show_restore (AppFixture *fixture)
{
  show_page (fixture);
  app_activate (fixture, "win.restore-paragraphs");
  app_wait (fixture, has_dialog, "the paragraphs");
}

static void
show_move (AppFixture *fixture)
{
  app_open_page (fixture, "总述。\n一、甲。\n做甲。\n二、乙。\n三、丙。");
  app_put_cursor (fixture, 6);
  app_activate (fixture, "win.move-down");
  app_wait (fixture, has_dialog, "the headings");
}

static void
show_renumber (AppFixture *fixture)
{
  show_page (fixture);
  app_put_cursor (fixture, 32);
  app_activate (fixture, "win.renumber");
  app_wait (fixture, has_dialog, "the numbers");
}

static void
show_fix_group (AppFixture *fixture)
{
  NbUiDocument *document;
  NbFindingList *findings;

  show_page (fixture);
  document = nb_ui_window_get_document (fixture->window);
  findings = nb_ui_document_get_findings (document);
  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      if (nb_finding_get_fix (finding) != NULL && nb_ui_fix_group_exists (document, finding))
        {
          nb_ui_fix_group_ask (GTK_WIDGET (fixture->window), document, finding);
          app_wait (fixture, has_dialog, "the places");
          return;
        }
    }
  g_assert_not_reached ();
}

/* The finding at a comma, with its reason. */
static void
show_popover (AppFixture *fixture)
{
  GtkWidget *row;

  show_page (fixture);
  app_put_cursor (fixture, 17);
  app_activate (fixture, "win.show-finding");
  row =
      app_find_widget (find_on_page (fixture, NB_UI_TYPE_FINDING_POPOVER), NB_UI_TYPE_FINDING_ROW);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_widget (row, GTK_TYPE_TOGGLE_BUTTON)),
                                TRUE);
}

static void
show_about (AppFixture *fixture)
{
  app_activate (fixture, "app.about");
}

/* Two institutions, of which one is chosen. */
static void
show_institutions (AppFixture *fixture)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autofree char *folder = nb_ui_institution_dup_certificates ();
  static const char *const names[] = { "白石县美术馆", "青石县人民医院（青石县妇幼保健院）" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NbReportData) data = nb_report_freeze (app_get_report (fixture));
      g_autoptr (GError) error = NULL;
      g_autoptr (NbFacts) facts = nb_facts_new_from_data (data, &error);

      nb_facts_set (facts, "name", names[i]);
      nb_job_keep_certificate (job, folder, facts, &error);
      g_assert_no_error (error);
    }
  nb_ui_window_set_document (fixture->window, NULL);
  app_activate (fixture, "win.new");
  app_wait (fixture, has_dialog, "the question");
}

/* Somebody else saved another version while this one was typed. */
static void
show_conflict (AppFixture *fixture)
{
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &text, &size, NULL));
  nb_report_set_text (app_get_report (fixture), "preparer", "方小明", NULL);
  g_assert_true (g_file_set_contents (fixture->path, text, (gssize) size - 1, NULL));
  app_activate (fixture, "win.save");
  app_wait (fixture, has_dialog, "the question");
}

/* What a program left that was killed: a field longer, one shorter, one emptied. */
static void
show_recovered (AppFixture *fixture)
{
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbUiDraft) draft = nb_ui_draft_new ();
  g_autoptr (GPtrArray) drafts = NULL;

  nb_report_set_text (app_get_report (fixture), "preparer", "方小明", NULL);
  nb_report_set_text (app_get_report (fixture), "address", "四川省白石县青石路9号", NULL);
  nb_report_set_text (app_get_report (fixture), "purpose", "", NULL);
  nb_report_set_text (app_get_report (fixture), PAGE_FIELD, TEXT, NULL);
  data = nb_report_freeze (app_get_report (fixture));
  nb_ui_draft_write (draft, fixture->window->job, data, fixture->path, NULL, NULL);
  g_clear_pointer (&draft, nb_ui_draft_unref);
  drafts = nb_ui_draft_list_left ();
  nb_ui_window_set_document (fixture->window, NULL);
  nb_ui_window_recover (fixture->window, g_ptr_array_index (drafts, 0));
  app_wait (fixture, has_dialog, "the question");
}

/* Of two tables one is none. */
static void
show_imported (AppFixture *fixture)
{
  g_autofree char *table = g_test_build_filename (G_TEST_DIST, "app", "gallery.txt", NULL);
  const char *const paths[] = { table, fixture->path, NULL };

  nb_ui_window_import_many (fixture->window, paths, fixture->folder);
  app_wait (fixture, has_dialog, "what became of the tables");
}

const LanguageView language_page_views[] = {
  { "find", show_find_bar },
  { "find-nothing", show_find_bar_empty },
  { "page-menu", show_page_menu },
  { "figures", show_figures },
  { "beside", show_beside },
  { "undisturbed", show_undisturbed },
  { "restore", show_restore },
  { "renumber", show_renumber },
  { "move", show_move },
  { "fix-group", show_fix_group },
  { "popover", show_popover },
  { "about", show_about },
  { "conflict", show_conflict },
  { "recovered", show_recovered },
  { "imported", show_imported },
  { "institutions", show_institutions },
  { NULL, NULL },
};
