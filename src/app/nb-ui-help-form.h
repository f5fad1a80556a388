/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-job.h"
#include "nb-ui-help-page.h"

G_BEGIN_DECLS

/* Pages of help from what an edition and the registries say, never written down a second time. */

/* What one works on. */
typedef struct
{
  NbCatalog *catalog;
  NbForm *form;
  const NbRegistry *registry;
} NbUiHelpScope;

/* The rule as it counts for the registry. */
const NbRuleDef *nb_ui_help_get_rule (const NbUiHelpScope *scope, const char *id);
/* The page of the rule @id, called "rule-" and the id. */
NbUiHelpPage *nb_ui_help_make_rule_page (const NbUiHelpScope *scope, const char *id);
/* Adds to the page of @section its fields: what belongs there, on whose authority, which sentences the
 * registry has, and which rules look at them. */
void nb_ui_help_add_fields (const NbUiHelpScope *scope, NbUiHelpPage *page, const char *section);
/* Adds the papers that the registry asks for. */
void nb_ui_help_add_papers (const NbUiHelpScope *scope, NbUiHelpPage *page);
/* Adds all the keys. */
void nb_ui_help_add_keys (NbUiHelpPage *page);

G_END_DECLS
