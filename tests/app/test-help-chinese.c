/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The help as a Chinese clerk has it: every page, what F1 opens, what is found. */

#include "app-fixture.h"
#include "app-main.h"

#include <libintl.h>
#include <string.h>

#include "nb-ui-help-book.h"
#include "nb-ui-help-search.h"
#include "nb-ui-help-window.h"

/* Three words of English in a row, which no name or key is. */
#define ENGLISH "[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}"

static NbForm *
get_form (AppFixture *fixture)
{
  return nb_report_get_form (app_get_report (fixture));
}

static NbUiHelpBook *
make_book (AppFixture *fixture)
{
  return nb_ui_help_book_new (
      nb_job_get_catalog (nb_ui_application_get_job (fixture->application)), get_form (fixture),
      nb_ui_document_get_registry (nb_ui_window_get_document (fixture->window)));
}

static void
assert_chinese (const NbUiHelpPage *page, const char *text)
{
  if (!g_regex_match_simple ("\\p{Han}", text, 0, 0) || g_regex_match_simple (ENGLISH, text, 0, 0))
    g_error ("%s says “%s”", page->id, text);
}

/* Only what is typed at a command line stays as it is. */
static void
test_complete (AppFixture *fixture, const void *data)
{
  g_autoptr (NbUiHelpBook) book = make_book (fixture);
  NbForm *form = get_form (fixture);

  for (guint i = 0; i < nb_ui_help_book_get_n_pages (book); i++)
    {
      const NbUiHelpPage *page = nb_ui_help_book_get_page (book, i);

      assert_chinese (page, page->title);
      for (guint j = 0; j < page->blocks->len; j++)
        {
          const NbUiHelpBlock *block = page->blocks->pdata[j];

          if (block->kind == NB_UI_HELP_PARAGRAPH || block->kind == NB_UI_HELP_STEP)
            assert_chinese (page, block->text);
        }
    }
  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = nb_form_get_rule (form, i);
      g_autofree char *id = g_strconcat ("rule-", rule->id, NULL);
      const NbUiHelpPage *page = nb_ui_help_book_lookup (book, id);

      g_assert_nonnull (page);
      g_assert_cmpstr (page->title, !=, rule->title);
    }
}

/* F1 in a field opens its section's page, in Chinese. */
static void
test_from_field (AppFixture *fixture, const void *data)
{
  const NbFieldDef *field = nb_form_lookup_field (get_form (fixture), "activities");
  g_autofree char *id = g_strconcat ("section-", field->section, NULL);
  GtkWidget *help;

  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), field->id);
  app_spin (50);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "help", NULL);
  app_spin (50);
  help = app_find_window (NB_UI_TYPE_HELP_WINDOW);
  g_assert_nonnull (help);
  g_assert_cmpstr (nb_ui_help_window_get_page (NB_UI_HELP_WINDOW (help))->id, ==, id);
  g_assert_nonnull (app_find_label (help, "业务活动"));
}

static void
assert_found (NbUiHelpBook *book, const char *words, const char *page)
{
  g_autoptr (GPtrArray) hits = nb_ui_help_search (book, words);

  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (((NbUiHelpHit *) hits->pdata[i])->page->id, page))
      return;
  g_error ("“%s” does not find %s", words, page);
}

/* Words of the translation, not of the form. */
static void
test_search (AppFixture *fixture, const void *data)
{
  g_autoptr (NbUiHelpBook) book = make_book (fixture);

  assert_found (book, "扫描件", "handing-in");
  assert_found (book, "保密审查", "handing-in");
  assert_found (book, "口令", "signing");
  assert_found (book, "批量导入", "batch");
  assert_found (book, "全角标点", "rule-R40");
}

static void
add_tests (void)
{
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("NIANBAO_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
#define ADD(path, func)                                                                            \
  g_test_add ("/help-chinese/" path, AppFixture, NULL, app_fixture_set_up, func,                   \
              app_fixture_tear_down)
  ADD ("complete", test_complete);
  ADD ("from-field", test_from_field);
  ADD ("search", test_search);
#undef ADD
}

int
main (int argc, char **argv)
{
  return app_main (argc, argv, add_tests);
}
