/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The help: its pages, what F1 opens, going from page to page, searching. */

#include "app-fixture.h"
#include "app-main.h"

#include <string.h>

#include "nb-ui-field-row.h"
#include "nb-ui-finding-row.h"
#include "nb-ui-help-inline.h"
#include "nb-ui-help-search.h"
#include "nb-ui-help-view.h"
#include "nb-ui-help-window.h"
#include "nb-ui-help.h"
#include "nb-ui-portal-window.h"

static NbForm *
get_form (AppFixture *fixture)
{
  return nb_report_get_form (app_get_report (fixture));
}

static NbUiHelpBook *
make_book (AppFixture *fixture)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);

  return nb_ui_help_book_new (
      nb_job_get_catalog (job), get_form (fixture),
      nb_ui_document_get_registry (nb_ui_window_get_document (fixture->window)));
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static NbUiHelpWindow *
get_help (void)
{
  return (NbUiHelpWindow *) find_window (NB_UI_TYPE_HELP_WINDOW);
}

static void
ask (AppFixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "help", NULL);
  app_spin (50);
  g_assert_nonnull (get_help ());
}

static const char *
get_page (void)
{
  return nb_ui_help_window_get_page (get_help ())->id;
}

/* Every rule and every section has a page; those of sections begin with prose. */
static void
test_complete (AppFixture *fixture, const void *data)
{
  g_autoptr (NbUiHelpBook) book = make_book (fixture);
  NbForm *form = get_form (fixture);

  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = nb_form_get_rule (form, i);
      g_autofree char *id = g_strconcat ("rule-", rule->id, NULL);
      NbUiHelpPage *page = nb_ui_help_book_lookup (book, id);
      g_autofree char *text = NULL;

      g_assert_nonnull (page);
      g_assert_cmpstr (page->title, ==, rule->title);
      text = nb_ui_help_book_dup_text (book, page);
      g_assert_nonnull (strstr (text, rule->id));
      g_assert_nonnull (strstr (text, rule->authority));
      for (guint j = 0; j < rule->examples->len; j++)
        g_assert_nonnull (strstr (text, g_array_index (rule->examples, NbRuleExample, j).bad));
      for (guint j = 0; rule->fields[j] != NULL; j++)
        g_assert_nonnull (strstr (text, nb_form_lookup_field (form, rule->fields[j])->label));
    }
  for (guint i = 0; i < nb_form_get_n_sections (form); i++)
    {
      const NbSectionDef *section = nb_form_get_section (form, i);
      g_autofree char *id = g_strconcat ("section-", section->id, NULL);
      NbUiHelpPage *page = nb_ui_help_book_lookup (book, id);

      g_assert_nonnull (page);
      g_assert_cmpstr (page->title, ==, section->name);
      if (((NbUiHelpBlock *) page->blocks->pdata[0])->kind != NB_UI_HELP_PARAGRAPH)
        g_error ("nobody wrote about the section %s in data/help", section->id);
    }
}

/* A field's part of its section's page says what belongs there, on whose authority, and what is checked. */
static void
test_fields_in_sections (AppFixture *fixture, const void *data)
{
  g_autoptr (NbUiHelpBook) book = make_book (fixture);
  NbForm *form = get_form (fixture);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      g_autofree char *id = g_strconcat ("section-", field->section, NULL);
      NbUiHelpPage *page = nb_ui_help_book_lookup (book, id);
      g_autofree char *text = nb_ui_help_book_dup_text (book, page);
      guint n = 0;

      for (guint j = 0; j < page->blocks->len; j++)
        if (g_strcmp0 (((NbUiHelpBlock *) page->blocks->pdata[j])->anchor, field->id) == 0)
          n++;
      g_assert_cmpuint (n, ==, 1);
      if (field->help != NULL)
        g_assert_nonnull (strstr (text, field->help));
      if (field->source != NULL)
        g_assert_nonnull (strstr (text, field->source));
    }
}

static void
assert_leads_somewhere (NbUiHelpBook *book, const NbUiHelpPage *from, const char *link)
{
  NbUiHelpPage *page = nb_ui_help_book_lookup (book, link);
  const char *anchor = strchr (link, '#');

  if (page == NULL)
    g_error ("%s leads to “%s”, which is no page", from->id, link);
  for (guint i = 0; anchor != NULL && i < page->blocks->len; i++)
    if (g_strcmp0 (((NbUiHelpBlock *) page->blocks->pdata[i])->anchor, anchor + 1) == 0)
      anchor = NULL;
  if (anchor != NULL)
    g_error ("%s leads to “%s”, which is no heading", from->id, link);
}

/* No link leads nowhere, no key is one that the program does not have. */
static void
test_links (AppFixture *fixture, const void *data)
{
  g_autoptr (NbUiHelpBook) book = make_book (fixture);
  guint n_links = 0;

  for (guint i = 0; i < nb_ui_help_book_get_n_pages (book); i++)
    {
      NbUiHelpPage *page = nb_ui_help_book_get_page (book, i);

      g_assert_true (nb_ui_help_book_lookup (book, page->id) == page);
      for (guint j = 0; j < page->blocks->len; j++)
        {
          const NbUiHelpBlock *block = g_ptr_array_index (page->blocks, j);
          g_auto (GStrv) links = NULL;

          g_assert_nonnull (block->text);
          if (block->kind == NB_UI_HELP_LINK)
            assert_leads_somewhere (book, page, block->more);
          if (!nb_ui_help_kind_has_marks (block->kind))
            continue;
          links = nb_ui_help_inline_list_links (block->text);
          for (guint k = 0; links[k] != NULL; k++, n_links++)
            assert_leads_somewhere (book, page, links[k]);
          g_assert_true (nb_ui_help_inline_has_keys (block->text));
        }
    }
  g_assert_cmpuint (n_links, >, 30);
}

static const char *
name_page (const char *page, void *data)
{
  return g_str_equal (page, "there") ? "Over <there>" : NULL;
}

static void
test_inline (void)
{
  static const struct
  {
    const char *text;
    const char *markup;
    const char *plain;
  } cases[] = {
    { "a & b", "a &amp; b", "a & b" },
    { "see [[there]].", "see <a href=\"help:there\">Over &lt;there&gt;</a>.", "see Over <there>." },
    { "[[there#x|this]]", "<a href=\"help:there#x\">this</a>", "this" },
    { "press *Fix*", "press <b>Fix</b>", "press Fix" },
    { "3 \\* 4 \\{x\\} \\[[", "3 * 4 {x} [[", "3 * 4 {x} [[" },
    { "a * b [c] {", "a * b [c] {", "a * b [c] {" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = nb_ui_help_inline_to_markup (cases[i].text, name_page, NULL);
      g_autofree char *plain = nb_ui_help_inline_to_plain (cases[i].text, name_page, NULL);
      g_autofree char *quoted = nb_ui_help_inline_quote (cases[i].text);
      g_autofree char *back = nb_ui_help_inline_to_plain (quoted, name_page, NULL);

      g_assert_cmpstr (markup, ==, cases[i].markup);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (back, ==, cases[i].text);
    }
  g_assert_true (nb_ui_help_inline_has_keys ("{win.check} {Escape}"));
  g_assert_false (nb_ui_help_inline_has_keys ("{win.no-such-thing}"));
  g_assert_false (nb_ui_help_inline_has_keys ("{NoSuchKey}"));
}

/* F1 in a field opens the page of its section, at the field. */
static void
test_from_field (AppFixture *fixture, const void *data)
{
  NbForm *form = get_form (fixture);

  for (guint i = 0; i < nb_form_get_n_fields (form); i += 3)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      g_autofree char *id = g_strconcat ("section-", field->section, NULL);

      gtk_window_present (GTK_WINDOW (fixture->window));
      nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), field->id);
      app_spin (20);
      ask (fixture);
      g_assert_cmpstr (get_page (), ==, id);
      gtk_window_close (GTK_WINDOW (get_help ()));
      app_spin (20);
    }
}

/* The second and later fields of a section are scrolled to. */
static void
test_scrolls_to_field (AppFixture *fixture, const void *data)
{
  const NbFieldDef *last = nb_form_lookup_field (get_form (fixture), "sponsor");
  GtkWidget *scrolled;
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), last->id);
  ask (fixture);
  scrolled = app_find_widget (app_find_widget (GTK_WIDGET (get_help ()), NB_UI_TYPE_HELP_VIEW),
                              GTK_TYPE_SCROLLED_WINDOW);
  while (gtk_adjustment_get_value (
             gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)))
         < 200)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      app_spin (20);
    }
}

/* In a finding F1 opens its rule's page, and so does the button that its reason has. */
static void
test_from_finding (AppFixture *fixture, const void *data)
{
  GtkWidget *row, *button;

  nb_report_set_text (app_get_report (fixture), "staff-count", "7人", NULL);
  app_check (fixture);
  row = app_find_finding (fixture, "staff-count", "R17");
  g_assert_nonnull (row);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  ask (fixture);
  g_assert_cmpstr (get_page (), ==, "rule-R17");
  gtk_window_close (GTK_WINDOW (get_help ()));
  app_spin (20);

  button = app_find_label (row, "About This Rule");
  g_assert_null (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_widget (row, GTK_TYPE_TOGGLE_BUTTON)),
                                TRUE);
  button = gtk_widget_get_parent (app_find_label (row, "About This Rule"));
  g_signal_emit_by_name (button, "clicked");
  app_spin (50);
  g_assert_cmpstr (get_page (), ==, "rule-R17");
}

/* Does what F1 does in a window to which the keys of the application do not reach. */
static void
press_f1 (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (controller);
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (controller, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
          g_autofree char *key = gtk_shortcut_trigger_to_string (trigger);

          if (g_str_equal (key, "F1"))
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, window, NULL);
              n++;
            }
        }
    }
  g_assert_cmpuint (n, ==, 1);
  app_spin (50);
}

/* What is not about a field has pages too. */
static void
test_from_elsewhere (AppFixture *fixture, const void *data)
{
  GtkWidget *dialog;

  app_activate (fixture, "win.check");
  app_spin (20);
  g_assert_cmpstr (nb_ui_help_find_page (GTK_WINDOW (fixture->window)), ==, "checking");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_cmpstr (nb_ui_help_find_page (GTK_WINDOW (fixture->window)), ==, "start");
  g_assert_cmpstr (nb_ui_help_find_page (NULL), ==, "start");

  app_activate (fixture, "win.portal");
  app_spin (20);
  dialog = find_window (NB_UI_TYPE_PORTAL_WINDOW);
  g_assert_cmpstr (nb_ui_help_find_page (GTK_WINDOW (dialog)), ==, "portal");
  press_f1 (dialog);
  g_assert_cmpstr (get_page (), ==, "portal");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
follow (const char *link)
{
  g_signal_emit_by_name (app_find_widget (GTK_WIDGET (get_help ()), NB_UI_TYPE_HELP_VIEW), "link",
                         link);
  app_spin (20);
}

static gboolean
go (const char *action)
{
  gboolean went = gtk_widget_activate_action (GTK_WIDGET (get_help ()), action, NULL);

  app_spin (20);
  return went;
}

static void
test_history (AppFixture *fixture, const void *data)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  ask (fixture);
  g_assert_cmpstr (get_page (), ==, "start");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (get_help ())), ==, "What this program does");
  go ("help.back");
  g_assert_cmpstr (get_page (), ==, "start");

  follow ("checking");
  follow ("rule-R35");
  g_assert_cmpstr (get_page (), ==, "rule-R35");
  follow ("no-such-page");
  g_assert_cmpstr (get_page (), ==, "rule-R35");
  go ("help.back");
  g_assert_cmpstr (get_page (), ==, "checking");
  go ("help.back");
  g_assert_cmpstr (get_page (), ==, "start");
  go ("help.forward");
  g_assert_cmpstr (get_page (), ==, "checking");
  follow ("saving");
  go ("help.forward");
  g_assert_cmpstr (get_page (), ==, "saving");
  go ("help.back");
  g_assert_cmpstr (get_page (), ==, "checking");

  /* It is asked again from another place, and is still the same window. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "help-page",
                                  g_variant_new_string ("codes"));
  app_spin (20);
  g_assert_cmpstr (get_page (), ==, "codes");
  go ("help.back");
  g_assert_cmpstr (get_page (), ==, "checking");
}

/* A label in @root with a link, NULL for none. */
static GtkWidget *
find_linked (GtkWidget *root)
{
  GtkWidget *found =
      GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), "<a href") != NULL
          ? root
          : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_linked (child);
  return found;
}

/* A link inside a paragraph leads on, though the paragraph is gone then. */
static void
test_link_in_text (AppFixture *fixture, const void *data)
{
  GtkWidget *label;
  gboolean handled = FALSE;

  ask (fixture);
  follow ("start");
  label = find_linked (app_find_widget (GTK_WIDGET (get_help ()), NB_UI_TYPE_HELP_VIEW));
  g_assert_nonnull (label);
  g_signal_emit_by_name (label, "activate-link", "help:checking", &handled);
  g_assert_true (handled);
  app_spin (20);
  g_assert_cmpstr (get_page (), ==, "checking");
}

/* What is shown can be read by a reader: headings are headings, a link is a link. */
static guint
count_roles (GtkWidget *widget, GtkAccessibleRole role)
{
  guint n = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_roles (child, role);
  return n;
}

static void
test_roles (AppFixture *fixture, const void *data)
{
  GtkWidget *view;

  ask (fixture);
  view = app_find_widget (GTK_WIDGET (get_help ()), NB_UI_TYPE_HELP_VIEW);
  follow ("start");
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_HEADING), ==, 3);
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_LIST), ==, 1);
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_LIST_ITEM), ==, 5);
  follow ("rule-R35");
  g_assert_cmpuint (count_roles (view, GTK_ACCESSIBLE_ROLE_LINK), ==, 6);
}

static const struct
{
  const char *words;
  const char *first;   /* the page that must come first, or NULL: none must come */
  const char *another; /* one that must come too, or NULL */
} searches[] = {
  { "R35", "rule-R35", NULL },
  { "ｒ３５", "rule-R35", NULL },
  { "Signing the report", "signing", NULL },
  { "SIGNING", "signing", "start" },
  { "开办资金", "section-certificate", "rule-R13" },
  { "开办资金变动", "rule-R13", NULL },
  { "净资产合计", "section-assets", NULL },
  { "usb stick", "saving", NULL },
  { "usb nowhere-to-be-found", NULL, NULL },
  { "编制不存在的词", NULL, NULL },
};

static void
test_search (AppFixture *fixture, const void *data)
{
  g_autoptr (NbUiHelpBook) book = make_book (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GPtrArray) hits = nb_ui_help_search (book, searches[i].words);
      gboolean found = searches[i].another == NULL;

      if (searches[i].first == NULL)
        {
          g_assert_cmpuint (hits->len, ==, 0);
          continue;
        }
      if (hits->len == 0)
        g_error ("“%s” finds nothing", searches[i].words);
      g_assert_cmpstr (((NbUiHelpHit *) hits->pdata[0])->page->id, ==, searches[i].first);
      for (guint j = 0; j < hits->len && !found; j++)
        found = g_str_equal (((NbUiHelpHit *) hits->pdata[j])->page->id, searches[i].another);
      g_assert_true (found);
    }
}

/* Every page is found by its own title, before every other. */
static void
test_search_titles (AppFixture *fixture, const void *data)
{
  g_autoptr (NbUiHelpBook) book = make_book (fixture);

  for (guint i = 0; i < nb_ui_help_book_get_n_pages (book); i++)
    {
      NbUiHelpPage *page = nb_ui_help_book_get_page (book, i);
      g_autoptr (GPtrArray) hits = nb_ui_help_search (book, page->title);
      gboolean found = FALSE;

      for (guint j = 0; j < hits->len && !found; j++)
        found = ((NbUiHelpHit *) hits->pdata[j])->page == page;
      if (!found)
        g_error ("“%s” is not found by its title", page->title);
    }
}

static void
test_search_window (AppFixture *fixture, const void *data)
{
  GtkWidget *entry, *list;

  ask (fixture);
  go ("help.search");
  entry = app_find_widget (GTK_WIDGET (get_help ()), GTK_TYPE_SEARCH_ENTRY);
  list = app_find_widget (GTK_WIDGET (get_help ()), GTK_TYPE_LIST_BOX);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (get_help ())), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "r 35");
  gtk_editable_set_text (GTK_EDITABLE (entry), "full-width");
  g_signal_emit_by_name (entry, "activate");
  app_spin (20);
  g_assert_nonnull (app_find_label (list, "full-width"));
  g_assert_cmpstr (nb_ui_help_window_get_page (get_help ())->id, !=, "start");
  g_signal_emit_by_name (entry, "stop-search");
  app_spin (20);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_nonnull (app_find_label (list, "Getting started"));
}

/* The help goes with the last window that it is about. */
static void
test_closes (AppFixture *fixture, const void *data)
{
  ask (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_spin (50);
  g_assert_null (get_help ());
}

static void
add_tests (void)
{
#define ADD(path, func)                                                                            \
  g_test_add ("/help/" path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)
  g_test_add_func ("/help/inline", test_inline);
  ADD ("complete", test_complete);
  ADD ("fields-in-sections", test_fields_in_sections);
  ADD ("links", test_links);
  ADD ("from-field", test_from_field);
  ADD ("scrolls-to-field", test_scrolls_to_field);
  ADD ("from-finding", test_from_finding);
  ADD ("from-elsewhere", test_from_elsewhere);
  ADD ("history", test_history);
  ADD ("link-in-text", test_link_in_text);
  ADD ("roles", test_roles);
  ADD ("search", test_search);
  ADD ("search-titles", test_search_titles);
  ADD ("search-window", test_search_window);
  ADD ("closes", test_closes);
#undef ADD
}

int
main (int argc, char **argv)
{
  return app_main (argc, argv, add_tests);
}
