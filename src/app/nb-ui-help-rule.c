/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a rule. */

#include <glib/gi18n-lib.h>

#include "nb-ui-help-form.h"
#include "nb-ui-help-inline.h"

const NbRuleDef *
nb_ui_help_get_rule (const NbUiHelpScope *scope, const char *id)
{
  const NbRuleDef *local = nb_registry_lookup_rule (scope->registry, id);

  return local != NULL ? local : nb_form_lookup_rule (scope->form, id);
}

static void
add_plain (NbUiHelpPage *page, NbUiHelpKind kind, const char *words)
{
  g_autofree char *quoted = nb_ui_help_inline_quote (words);

  nb_ui_help_page_add (page, kind, quoted, NULL);
}

/* What the severity means for whoever has the finding. */
static const char *
get_meaning (const NbRuleDef *rule)
{
  if (rule->severity == NB_SEVERITY_OFF)
    return _ ("Off: for the registry of this report, nothing is looked at.");
  if (rule->stage == NB_STAGE_FILING)
    return _ (
        "It belongs to the checklist before filing, which blocks nothing. See [[handing-in]].");
  switch (rule->severity)
    {
    case NB_SEVERITY_ERROR:
      return _ ("An error: the report cannot be signed before it is put right.");
    case NB_SEVERITY_WARNING:
      return _ ("A warning: put it right, or answer it with the reason why it may stand. See "
                "[[answering]].");
    default:
      return _ ("Advice: take it or leave it. It blocks nothing and needs no answer.");
    }
}

static void
add_fields (const NbUiHelpScope *scope, NbUiHelpPage *page, const NbRuleDef *rule)
{
  if (rule->fields[0] == NULL)
    {
      nb_ui_help_page_add (page, NB_UI_HELP_PARAGRAPH, _ ("It looks at the report as a whole."),
                           NULL);
      return;
    }
  nb_ui_help_page_add (page, NB_UI_HELP_HEADING, _ ("Where it looks"), NULL);
  for (guint i = 0; rule->fields[i] != NULL; i++)
    {
      const NbFieldDef *field = nb_form_lookup_field (scope->form, rule->fields[i]);
      g_autofree char *target = g_strdup_printf ("section-%s#%s", field->section, field->id);

      nb_ui_help_page_add (page, NB_UI_HELP_LINK, field->label, target);
    }
}

/* A registry that only makes a rule stricter need not repeat its examples. */
static void
add_examples (const NbUiHelpScope *scope, NbUiHelpPage *page, const NbRuleDef *rule)
{
  const NbRuleDef *own = nb_form_lookup_rule (scope->form, rule->id);
  const GArray *examples = rule->examples->len > 0 ? rule->examples : own->examples;

  if (examples->len == 0)
    return;
  /* Translators: heading: what a rule finds, and how it would stand. */
  nb_ui_help_page_add (page, NB_UI_HELP_HEADING, _ ("Examples"), NULL);
  for (guint i = 0; i < examples->len; i++)
    {
      const NbRuleExample *example = &g_array_index (examples, NbRuleExample, i);

      nb_ui_help_page_add (page, NB_UI_HELP_EXAMPLE, example->bad, example->good);
    }
}

/* What other registries say about the rule, where it is something else than the edition does. */
static void
add_registries (const NbUiHelpScope *scope, NbUiHelpPage *page, const NbRuleDef *rule)
{
  g_auto (GStrv) ids = nb_catalog_list_registries (scope->catalog);
  gboolean first = TRUE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const NbRegistry *registry = nb_catalog_lookup_registry (scope->catalog, ids[i]);
      const NbRuleDef *local = nb_registry_lookup_rule (registry, rule->id);
      g_autofree char *name = NULL, *authority = NULL;

      if (local == NULL || local == nb_form_lookup_rule (scope->form, rule->id))
        continue;
      if (first)
        nb_ui_help_page_add (page, NB_UI_HELP_HEADING, _ ("Where a registry asks otherwise"), NULL);
      first = FALSE;
      name = nb_ui_help_inline_quote (nb_registry_get_name (registry));
      authority = nb_ui_help_inline_quote (local->authority);
      nb_ui_help_page_add_printf (page, NB_UI_HELP_ITEM,
                                  /* Translators: a registry, a severity, the authority. */
                                  _ ("%s: %s. Authority: %s"), name,
                                  nb_severity_get_word (local->severity), authority);
    }
}

NbUiHelpPage *
nb_ui_help_make_rule_page (const NbUiHelpScope *scope, const char *id)
{
  const NbRuleDef *rule = nb_ui_help_get_rule (scope, id);
  g_autofree char *name = g_strconcat ("rule-", id, NULL);
  NbUiHelpPage *page = nb_ui_help_page_new (name, _ (rule->title));

  page->keywords = g_strdup (id);
  /* Translators: the id of a rule, as in “Rule R35”. */
  nb_ui_help_page_add_printf (page, NB_UI_HELP_PARAGRAPH, _ ("Rule %s"), id);
  nb_ui_help_page_add (page, NB_UI_HELP_PARAGRAPH, get_meaning (rule), NULL);
  if (nb_check_rule_has_fix (rule))
    nb_ui_help_page_add (page, NB_UI_HELP_PARAGRAPH,
                         _ ("The program can put it right: press *Fix* at the finding. Rest on the "
                            "button to see first what would be changed; {win.undo} takes it back."),
                         NULL);
  add_examples (scope, page, rule);
  add_fields (scope, page, rule);
  /* Translators: heading: the law, standard or notice that a rule stands on. */
  nb_ui_help_page_add (page, NB_UI_HELP_HEADING, _ ("Authority"), NULL);
  add_plain (page, NB_UI_HELP_PARAGRAPH, rule->authority);
  add_registries (scope, page, rule);
  return page;
}
