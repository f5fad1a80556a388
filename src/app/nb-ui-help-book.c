/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-help-book.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-help-form.h"
#include "nb-ui-help-inline.h"
#include "nb-ui-help-source.h"

#define FOLDER "/io/github/nianbao/Nianbao/help/"

struct _NbUiHelpBook
{
  NbUiHelpScope scope; /* catalog and form are held */
  GPtrArray *pages;    /* of NbUiHelpPage, in the order of the contents */
  GHashTable *by_id;   /* id -> the same, borrowed */
  GPtrArray *groups;   /* of NbUiHelpGroup */
};

static GBytes *
load (const char *id)
{
  g_autofree char *path = g_strconcat (FOLDER, id, ".xml", NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static void
fill (NbUiHelpPage *page, const char *what, void *data)
{
  NbUiHelpBook *book = data;

  if (g_str_equal (what, "keys"))
    nb_ui_help_add_keys (page);
  else if (g_str_equal (what, "papers"))
    nb_ui_help_add_papers (&book->scope, page);
  else
    g_error ("%s.xml: “%s” is nothing to fill with", page->id, what);
}

static void
add_page (NbUiHelpBook *book, NbUiHelpPage *page, guint group)
{
  page->group = group;
  g_ptr_array_add (book->pages, page);
  g_hash_table_insert (book->by_id, page->id, page);
}

static NbUiHelpPage *
read_page (NbUiHelpBook *book, const char *id)
{
  g_autoptr (GBytes) bytes = load (id);

  return bytes != NULL ? nb_ui_help_source_parse (id, bytes, fill, book) : NULL;
}

/* An edition that came later may have a section of which nobody wrote yet. */
static void
add_sections (NbUiHelpBook *book, guint group)
{
  for (guint i = 0; i < nb_form_get_n_sections (book->scope.form); i++)
    {
      const NbSectionDef *section = nb_form_get_section (book->scope.form, i);
      g_autofree char *id = g_strconcat ("section-", section->id, NULL);
      NbUiHelpPage *page = read_page (book, id);

      if (page == NULL)
        page = nb_ui_help_page_new (id, NULL);
      g_free (page->title);
      page->title = g_strdup (_ (section->name));
      nb_ui_help_add_fields (&book->scope, page, section->id);
      add_page (book, page, group);
    }
}

static void
add_rules (NbUiHelpBook *book, guint group)
{
  for (guint i = 0; i < nb_form_get_n_rules (book->scope.form); i++)
    add_page (book,
              nb_ui_help_make_rule_page (&book->scope, nb_form_get_rule (book->scope.form, i)->id),
              group);
}

static void
add_group (NbUiHelpBook *book, const NbUiHelpGroup *group, guint number)
{
  for (guint i = 0; group->pages[i] != NULL; i++)
    add_page (book, read_page (book, group->pages[i]), number);
  if (g_strcmp0 (group->rest, "sections") == 0)
    add_sections (book, number);
  else if (g_strcmp0 (group->rest, "rules") == 0)
    add_rules (book, number);
}

/* A line of its own that leads to a page bears its title. */
static void
name_links (NbUiHelpBook *book, NbUiHelpPage *page)
{
  for (guint i = 0; i < page->blocks->len; i++)
    {
      NbUiHelpBlock *block = g_ptr_array_index (page->blocks, i);

      if (block->kind == NB_UI_HELP_LINK && block->text == NULL)
        block->text = g_strdup (nb_ui_help_book_get_title (block->more, book));
    }
}

NbUiHelpBook *
nb_ui_help_book_new (NbCatalog *catalog, NbForm *form, const NbRegistry *registry)
{
  NbUiHelpBook *book = g_new0 (NbUiHelpBook, 1);
  g_autoptr (GBytes) contents = load ("contents");

  book->scope.catalog = nb_catalog_ref (catalog);
  book->scope.form = nb_form_ref (form);
  book->scope.registry = registry;
  book->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_ui_help_page_free);
  book->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  book->groups = nb_ui_help_source_parse_contents ("contents", contents);
  for (guint i = 0; i < book->groups->len; i++)
    add_group (book, g_ptr_array_index (book->groups, i), i);
  for (guint i = 0; i < book->pages->len; i++)
    name_links (book, g_ptr_array_index (book->pages, i));
  return book;
}

void
nb_ui_help_book_free (NbUiHelpBook *book)
{
  g_hash_table_unref (book->by_id);
  g_ptr_array_unref (book->pages);
  g_ptr_array_unref (book->groups);
  nb_form_unref (book->scope.form);
  nb_catalog_unref (book->scope.catalog);
  g_free (book);
}

gboolean
nb_ui_help_book_is_for (NbUiHelpBook *book, const NbForm *form, const NbRegistry *registry)
{
  return book->scope.form == form && book->scope.registry == registry;
}

guint
nb_ui_help_book_get_n_pages (NbUiHelpBook *book)
{
  return book->pages->len;
}

NbUiHelpPage *
nb_ui_help_book_get_page (NbUiHelpBook *book, guint index)
{
  return g_ptr_array_index (book->pages, index);
}

NbUiHelpPage *
nb_ui_help_book_lookup (NbUiHelpBook *book, const char *link)
{
  const char *anchor = strchr (link, '#');
  g_autofree char *id =
      anchor != NULL ? g_strndup (link, (gsize) (anchor - link)) : g_strdup (link);

  return g_hash_table_lookup (book->by_id, id);
}

const char *
nb_ui_help_book_get_title (const char *page, void *book)
{
  const NbUiHelpPage *found = nb_ui_help_book_lookup (book, page);

  return found != NULL ? found->title : NULL;
}

const char *
nb_ui_help_book_get_group (NbUiHelpBook *book, guint group)
{
  return ((NbUiHelpGroup *) g_ptr_array_index (book->groups, group))->name;
}

char *
nb_ui_help_book_dup_text (NbUiHelpBook *book, const NbUiHelpPage *page)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const NbUiHelpBlock *block = g_ptr_array_index (page->blocks, i);

      if (nb_ui_help_kind_has_marks (block->kind))
        {
          g_autofree char *plain =
              nb_ui_help_inline_to_plain (block->text, nb_ui_help_book_get_title, book);

          g_string_append (text, plain);
        }
      else if (block->text != NULL)
        g_string_append (text, block->text);
      if (block->kind == NB_UI_HELP_EXAMPLE && block->more != NULL)
        g_string_append_printf (text, " → %s", block->more);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
