/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nb-error.h"
#include "nb-field-def.h"
#include "nb-page-def.h"
#include "nb-registry.h"
#include "nb-rule-def.h"

G_BEGIN_DECLS

/* An edition of the form: fields, rules, paper. Immutable, shared, atomically counted. */
typedef struct _NbForm NbForm;

typedef struct
{
  const char *id;
  const char *name; /* English msgid */
} NbSectionDef;

/* One thing in a row of the published table. */
typedef struct
{
  enum
  {
    NB_TABLE_LABEL,   /* a field's label */
    NB_TABLE_VALUE,   /* a field's value */
    NB_TABLE_HEADING, /* printed words */
  } kind;
  const char *field; /* or NULL */
  const char *words; /* or NULL */
} NbTableCell;

/* How a field of the next year's report begins. */
typedef struct
{
  enum
  {
    NB_ROLL_CARRY, /* from field @from of last year */
    NB_ROLL_NEXT,  /* last year's year + 1 */
    NB_ROLL_OFFER, /* last year's text, only if asked for */
    NB_ROLL_DROP,  /* begins empty */
  } kind;
  const char *field;
  const char *from;
} NbRollDef;

/* Loads an edition from the three files of its folder; @name is its folder's name, which must be the
 * edition's. @checks: the registered names of named checks, NULL-ended. Errors are
 * NB_ERROR_DEFINITION with a place and a message that begins with the file's name. */
NbForm *nb_form_load (const char *name,
                      GBytes *fields,
                      GBytes *rules,
                      GBytes *pages,
                      const char *const *checks,
                      GError **error);
NbForm *nb_form_ref (NbForm *form);
void nb_form_unref (NbForm *form);

const char *nb_form_get_id (const NbForm *form);      /* "annual-report" */
const char *nb_form_get_edition (const NbForm *form); /* "2014" */
const char *nb_form_get_title (const NbForm *form);   /* 事业单位法人年度报告书 */
const char *nb_form_get_digest (const NbForm *form);  /* SHA-256 of fields.xml, hex */

guint nb_form_get_n_fields (const NbForm *form);
const NbFieldDef *nb_form_get_field (const NbForm *form, guint index);
/* NULL for an unknown id. */
const NbFieldDef *nb_form_lookup_field (const NbForm *form, const char *id);
/* The field whose label or alias equals @label after width folding; NULL for none. @canonical
 * (optional): whether it is the official label. */
const NbFieldDef *nb_form_lookup_label (const NbForm *form, const char *label, gboolean *canonical);

guint nb_form_get_n_sections (const NbForm *form);
const NbSectionDef *nb_form_get_section (const NbForm *form, guint index);

/* Borrowed, in the order of rules.xml. */
guint nb_form_get_n_rules (const NbForm *form);
const NbRuleDef *nb_form_get_rule (const NbForm *form, guint index);
const NbRuleDef *nb_form_lookup_rule (const NbForm *form, const char *id);

const NbPageDef *nb_form_get_pages (const NbForm *form);

/* The published table: rows, each an array of NbTableCell. */
guint nb_form_get_n_table_rows (const NbForm *form);
const GArray *nb_form_get_table_row (const NbForm *form, guint index);

/* How @field begins next year; never NULL for a known field. */
const NbRollDef *nb_form_get_roll (const NbForm *form, const char *field);

/* Every edition and registry that is installed. Immutable after loading, atomically counted. */
typedef struct _NbCatalog NbCatalog;

NbCatalog *nb_catalog_new (void);
NbCatalog *nb_catalog_ref (NbCatalog *catalog);
void nb_catalog_unref (NbCatalog *catalog);

/* Takes a reference. NB_ERROR_DEFINITION for an edition that is already there. */
gboolean nb_catalog_add_form (NbCatalog *catalog, NbForm *form, GError **error);
/* Parses and adds the registry file @name ("370000.xml"), without its layers below yet. */
gboolean
nb_catalog_add_registry (NbCatalog *catalog, const char *name, GBytes *bytes, GError **error);
/* Joins the layers and compares every registry with every edition: an unknown base, a cycle, more
 * than three layers, an unknown rule, field, check or printed phrase, is NB_ERROR_DEFINITION. @checks as above. */
gboolean nb_catalog_close (NbCatalog *catalog, const char *const *checks, GError **error);

NbForm *nb_catalog_lookup_form (NbCatalog *catalog, const char *edition); /* borrowed or NULL */
const NbRegistry *nb_catalog_lookup_registry (NbCatalog *catalog, const char *id);
/* The newest edition. */
NbForm *nb_catalog_get_default_form (NbCatalog *catalog);
/* Ids in order; free with g_strfreev(). */
char **nb_catalog_list_editions (NbCatalog *catalog);
char **nb_catalog_list_registries (NbCatalog *catalog);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbForm, nb_form_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbCatalog, nb_catalog_unref)

G_END_DECLS
