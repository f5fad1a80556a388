/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-help-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-help-inline.h"
#include "nb-ui-shortcuts.h"

/* Sentences that the registry prescribes or offers for @field, and when. */
static void
add_phrases (const NbUiHelpScope *scope, NbUiHelpPage *page, const char *field)
{
  g_autoptr (GPtrArray) phrases = nb_registry_list_phrases (scope->registry, field);

  if (phrases->len > 0)
    nb_ui_help_page_add_printf (page, NB_UI_HELP_PARAGRAPH,
                                /* Translators: the name of a registry. */
                                _ ("Sentences of the registry “%s” ({win.sentences} puts one in):"),
                                nb_registry_get_name (scope->registry));
  for (guint i = 0; i < phrases->len; i++)
    {
      const NbPhrase *phrase = g_ptr_array_index (phrases, i);
      g_autofree char *sentence = nb_phrase_format (phrase, "20××");
      g_autofree char *quoted = nb_ui_help_inline_quote (sentence);

      if (phrase->when != NULL)
        /* Translators: a sentence, and the case it is for. */
        nb_ui_help_page_add_printf (page, NB_UI_HELP_ITEM, _ ("“%s” – %s"), quoted,
                                    _ (phrase->when));
      else
        nb_ui_help_page_add_printf (page, NB_UI_HELP_ITEM, _ ("“%s”"), quoted);
    }
}

static void
add_rules (const NbUiHelpScope *scope, NbUiHelpPage *page, const char *field)
{
  gboolean first = TRUE;

  for (guint i = 0; i < nb_form_get_n_rules (scope->form); i++)
    {
      const NbRuleDef *rule = nb_ui_help_get_rule (scope, nb_form_get_rule (scope->form, i)->id);
      g_autofree char *target = g_strconcat ("rule-", rule->id, NULL);

      if (!g_strv_contains (rule->fields, field) || rule->severity == NB_SEVERITY_OFF)
        continue;
      if (first)
        nb_ui_help_page_add (page, NB_UI_HELP_PARAGRAPH, _ ("What is checked:"), NULL);
      first = FALSE;
      nb_ui_help_page_add (page, NB_UI_HELP_LINK, _ (rule->title), target);
    }
}

/* What belongs into @field, and on whose authority. */
static void
add_note (NbUiHelpPage *page, const NbFieldDef *field)
{
  g_autofree char *help = field->help != NULL ? nb_ui_help_inline_quote (_ (field->help)) : NULL;
  g_autofree char *source = field->source != NULL ? nb_ui_help_inline_quote (field->source) : NULL;

  if (help != NULL)
    nb_ui_help_page_add (page, NB_UI_HELP_PARAGRAPH, help, NULL);
  if (source != NULL)
    nb_ui_help_page_add_printf (page, NB_UI_HELP_PARAGRAPH, _ ("Authority: %s"), source);
}

void
nb_ui_help_add_fields (const NbUiHelpScope *scope, NbUiHelpPage *page, const char *section)
{
  for (guint i = 0; i < nb_form_get_n_fields (scope->form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (scope->form, i);
      NbUiHelpBlock *heading;

      if (!g_str_equal (field->section, section))
        continue;
      heading = nb_ui_help_page_add (page, NB_UI_HELP_HEADING, field->label, NULL);
      heading->anchor = g_strdup (field->id);
      add_note (page, field);
      add_phrases (scope, page, field->id);
      add_rules (scope, page, field->id);
    }
}

void
nb_ui_help_add_papers (const NbUiHelpScope *scope, NbUiHelpPage *page)
{
  g_autoptr (GPtrArray) papers = nb_registry_list_papers (scope->registry);

  nb_ui_help_page_add_printf (page, NB_UI_HELP_PARAGRAPH,
                              _ ("Papers that the registry “%s” asks for:"),
                              nb_registry_get_name (scope->registry));
  for (guint i = 0; i < papers->len; i++)
    {
      const NbPaper *paper = g_ptr_array_index (papers, i);
      g_autofree char *label = nb_ui_help_inline_quote (paper->label);
      g_autofree char *authority = nb_ui_help_inline_quote (paper->authority);

      if (paper->when != NULL)
        /* Translators: a paper, the case it is for, the authority. */
        nb_ui_help_page_add_printf (page, NB_UI_HELP_ITEM, _ ("%s – %s. Authority: %s"), label,
                                    _ (paper->when), authority);
      else
        /* Translators: a paper that is always asked for, and the authority. */
        nb_ui_help_page_add_printf (page, NB_UI_HELP_ITEM, _ ("%s – always. Authority: %s"), label,
                                    authority);
    }
}

static void
add_key (const char *group, const char *title, const char *accelerators, void *data)
{
  NbUiHelpPage *page = data;
  NbUiHelpBlock *last = NULL;

  for (guint i = page->blocks->len; i > 0 && last == NULL; i--)
    if (((NbUiHelpBlock *) page->blocks->pdata[i - 1])->kind == NB_UI_HELP_HEADING)
      last = page->blocks->pdata[i - 1];
  if (last == NULL || !g_str_equal (last->text, group))
    nb_ui_help_page_add (page, NB_UI_HELP_HEADING, group, NULL);
  nb_ui_help_page_add (page, NB_UI_HELP_KEY, title, accelerators);
}

void
nb_ui_help_add_keys (NbUiHelpPage *page)
{
  nb_ui_shortcuts_visit (add_key, page);
}
