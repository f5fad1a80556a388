/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-help-page.h"

static void
block_free (void *data)
{
  NbUiHelpBlock *block = data;

  g_free (block->text);
  g_free (block->more);
  g_free (block->anchor);
  g_free (block);
}

NbUiHelpPage *
nb_ui_help_page_new (const char *id, const char *title)
{
  NbUiHelpPage *page = g_new0 (NbUiHelpPage, 1);

  page->id = g_strdup (id);
  page->title = g_strdup (title);
  page->blocks = g_ptr_array_new_with_free_func (block_free);
  return page;
}

void
nb_ui_help_page_free (NbUiHelpPage *page)
{
  g_ptr_array_unref (page->blocks);
  g_free (page->id);
  g_free (page->title);
  g_free (page->keywords);
  g_free (page->folded_title);
  g_free (page->folded_text);
  g_free (page);
}

NbUiHelpBlock *
nb_ui_help_page_add (NbUiHelpPage *page, NbUiHelpKind kind, const char *text, const char *more)
{
  NbUiHelpBlock *block = g_new0 (NbUiHelpBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  block->more = g_strdup (more);
  g_ptr_array_add (page->blocks, block);
  return block;
}

NbUiHelpBlock *
nb_ui_help_page_add_printf (NbUiHelpPage *page, NbUiHelpKind kind, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return nb_ui_help_page_add (page, kind, text, NULL);
}

gboolean
nb_ui_help_kind_has_marks (NbUiHelpKind kind)
{
  return kind == NB_UI_HELP_PARAGRAPH || kind == NB_UI_HELP_STEP || kind == NB_UI_HELP_ITEM;
}
