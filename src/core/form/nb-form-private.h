/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-definition.h"
#include "nb-form.h"

G_BEGIN_DECLS

/* The words of each file; data/forms/README.md says what they mean. */
extern const NbElementDef nb_fields_grammar[];
extern const NbElementDef nb_rules_grammar[];
extern const NbElementDef nb_page_grammar[]; /* in nb-page-def.c */
extern const NbElementDef nb_registry_grammar[];

/* Builds the paper from @definition, whose shape and FIELD values are already checked; @form has its
 * fields, labels and rules. What is left to check: $field-id in words, spans against columns,
 * lengths that fit. Strings live in @definition's chunk. */
NbPageDef *nb_page_def_parse (const NbDefinition *definition, const NbForm *form, GError **error);
void nb_page_def_free (NbPageDef *pages);

G_END_DECLS
