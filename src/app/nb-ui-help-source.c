/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-help-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is read of one file. */
typedef struct
{
  const char *name;
  NbUiHelpPage *page;
  NbUiHelpFiller fill;
  void *data;
  GPtrArray *groups; /* of NbUiHelpGroup */
  GStrvBuilder *pages;
  GString *text; /* of the element that is open */
} Source;

static const struct
{
  const char *element;
  NbUiHelpKind kind;
  gboolean translated;
} kinds[] = {
  { "p", NB_UI_HELP_PARAGRAPH, TRUE },      { "h", NB_UI_HELP_HEADING, TRUE },
  { "step", NB_UI_HELP_STEP, TRUE },        { "item", NB_UI_HELP_ITEM, TRUE },
  { "command", NB_UI_HELP_COMMAND, FALSE },
};

static const char *
get_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static void
group_free (void *data)
{
  NbUiHelpGroup *group = data;

  g_free (group->name);
  g_free (group->rest);
  g_strfreev (group->pages);
  g_free (group);
}

static void
open_group (Source *source, const char *rest)
{
  NbUiHelpGroup *group = g_new0 (NbUiHelpGroup, 1);

  group->rest = g_strdup (rest);
  g_ptr_array_add (source->groups, group);
  source->pages = g_strv_builder_new ();
}

static void
open_element (GMarkupParseContext *context,
              const char *element,
              const char **names,
              const char **values,
              void *data,
              GError **error)
{
  Source *source = data;

  g_string_truncate (source->text, 0);
  if (g_str_equal (element, "page") && source->groups != NULL)
    g_strv_builder_add (source->pages, get_attribute (names, values, "id"));
  else if (g_str_equal (element, "page"))
    source->page = nb_ui_help_page_new (get_attribute (names, values, "id"), NULL);
  else if (g_str_equal (element, "group"))
    open_group (source, get_attribute (names, values, "rest"));
  else if (g_str_equal (element, "fill"))
    source->fill (source->page, get_attribute (names, values, "with"), source->data);
  else if (g_str_equal (element, "see"))
    nb_ui_help_page_add (source->page, NB_UI_HELP_LINK, NULL,
                         get_attribute (names, values, "page"));
}

static void
read_text (GMarkupParseContext *context, const char *text, gsize length, void *data, GError **error)
{
  g_string_append_len (((Source *) data)->text, text, (gssize) length);
}

static void
close_element (GMarkupParseContext *context, const char *element, void *data, GError **error)
{
  Source *source = data;
  const char *text = g_strstrip (source->text->str);

  if (g_str_equal (element, "title"))
    source->page->title = g_strdup (_ (text));
  else if (g_str_equal (element, "keywords"))
    source->page->keywords = g_strdup (_ (text));
  else if (g_str_equal (element, "name"))
    ((NbUiHelpGroup *) source->groups->pdata[source->groups->len - 1])->name = g_strdup (_ (text));
  else if (g_str_equal (element, "group"))
    {
      ((NbUiHelpGroup *) source->groups->pdata[source->groups->len - 1])->pages =
          g_strv_builder_end (source->pages);
      g_clear_pointer (&source->pages, g_strv_builder_unref);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (element, kinds[i].element))
      nb_ui_help_page_add (source->page, kinds[i].kind, kinds[i].translated ? _ (text) : text,
                           NULL);
  g_string_truncate (source->text, 0);
}

static void
parse (Source *source, GBytes *bytes)
{
  static const GMarkupParser parser = { .start_element = open_element,
                                        .end_element = close_element,
                                        .text = read_text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, source, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *from = g_bytes_get_data (bytes, &size);

  source->text = text;
  if (!g_markup_parse_context_parse (context, from, (gssize) size, &error)
      || !g_markup_parse_context_end_parse (context, &error))
    g_error ("%s: %s", source->name, error->message);
}

NbUiHelpPage *
nb_ui_help_source_parse (const char *name, GBytes *bytes, NbUiHelpFiller fill, void *data)
{
  Source source = { .name = name, .fill = fill, .data = data };

  parse (&source, bytes);
  return source.page;
}

GPtrArray *
nb_ui_help_source_parse_contents (const char *name, GBytes *bytes)
{
  Source source = { .name = name, .groups = g_ptr_array_new_with_free_func (group_free) };

  parse (&source, bytes);
  return source.groups;
}
