/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-definition.h"
#include "nb-form.h"

G_BEGIN_DECLS

struct _NbForm
{
  gatomicrefcount references;
  GStringChunk *strings; /* every text of the edition */
  const char *id;
  const char *edition;
  const char *title;
  char *digest;
  GPtrArray *fields; /* of NbFieldDef */
  GHashTable *fields_by_id;
  GHashTable *fields_by_label; /* folded label or alias */
  GArray *sections;            /* of NbSectionDef */
  GPtrArray *rows;             /* of GArray of NbTableCell */
  GArray *rolls;               /* of NbRollDef, one a field, in the order of the fields */
  GPtrArray *rules;            /* of NbRuleDef */
  GHashTable *rules_by_id;
  NbPageDef *pages;
};

/* The words of each file; data/forms/README.md says what they mean. */
extern const NbElementDef nb_fields_grammar[];
extern const NbElementDef nb_rules_grammar[];
extern const NbElementDef nb_page_grammar[]; /* in nb-page-def.c */

/* Each fills its part of @form from a definition whose shape is already checked, in this order. */
gboolean nb_fields_load (const NbDefinition *definition, NbForm *form, GError **error);
gboolean nb_table_load (const NbDefinition *definition, NbForm *form, GError **error);
gboolean nb_roll_load (const NbDefinition *definition, NbForm *form, GError **error);
gboolean nb_rules_load (const NbDefinition *definition,
                        NbForm *form,
                        const char *const *checks,
                        GError **error);

/* Builds the paper from @definition, whose shape and FIELD values are already checked; @form has its
 * fields, labels and rules. What is left to check: $field-id in words, spans against columns,
 * lengths that fit. Strings live in @definition's chunk. */
NbPageDef *nb_page_def_parse (const NbDefinition *definition, const NbForm *form, GError **error);
void nb_page_def_free (NbPageDef *pages);

G_END_DECLS
