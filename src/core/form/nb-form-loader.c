/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-form-private.h"
#include "nb-rule-loader.h"

static void
field_def_free (gpointer data)
{
  NbFieldDef *field = data;

  g_free ((gpointer) field->aliases);
  g_free ((gpointer) field->choices);
  g_free (field);
}

/* Rules look fields up all the time, and the ids of a form are few: length and ends tell them apart. */
static guint
hash_id (gconstpointer id)
{
  const char *text = id;
  gsize length = strlen (text);

  return length == 0 ? 0 : (guint) length * 31 + (guchar) text[0] * 7 + (guchar) text[length - 1];
}

static NbForm *
form_new (GBytes *fields)
{
  NbForm *form = g_new0 (NbForm, 1);

  g_atomic_ref_count_init (&form->references);
  form->strings = g_string_chunk_new (4096);
  form->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, fields);
  form->fields = g_ptr_array_new_with_free_func (field_def_free);
  form->fields_by_id = g_hash_table_new (hash_id, g_str_equal);
  form->fields_by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  form->sections = g_array_new (FALSE, FALSE, sizeof (NbSectionDef));
  form->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  form->rolls = g_array_new (FALSE, FALSE, sizeof (NbRollDef));
  form->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_rule_def_free);
  form->rules_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return form;
}

/* Opens one file of the edition; all three must say that they belong to it. */
static NbDefinition *
open_file (const NbForm *form,
           const char *file,
           GBytes *bytes,
           const NbElementDef *grammar,
           GError **error)
{
  g_autoptr (NbDefinition) definition =
      nb_definition_open (file, bytes, grammar, form->strings, error);
  const char *edition;

  if (definition == NULL)
    return NULL;
  edition = nb_definition_get (definition, definition->root, "edition");
  if (strcmp (edition, form->edition) != 0)
    {
      nb_definition_fail (definition, definition->root, error,
                          _ ("the file is of edition “%s” and lies in the folder of “%s”"), edition,
                          form->edition);
      return NULL;
    }
  return g_steal_pointer (&definition);
}

static gboolean
load_fields (NbForm *form, GBytes *bytes, GError **error)
{
  g_autoptr (NbDefinition) definition =
      open_file (form, "fields.xml", bytes, nb_fields_grammar, error);

  return definition != NULL && nb_fields_load (definition, form, error)
         && nb_table_load (definition, form, error) && nb_roll_load (definition, form, error);
}

static gboolean
load_rules (NbForm *form, GBytes *bytes, const char *const *checks, GError **error)
{
  g_autoptr (NbDefinition) definition =
      open_file (form, "rules.xml", bytes, nb_rules_grammar, error);

  return definition != NULL
         && nb_definition_check_fields (definition, definition->root, form->fields_by_id, error)
         && nb_rules_load (definition, form, checks, error);
}

static gboolean
load_pages (NbForm *form, GBytes *bytes, GError **error)
{
  g_autoptr (NbDefinition) definition = open_file (form, "page.xml", bytes, nb_page_grammar, error);

  if (definition == NULL
      || !nb_definition_check_fields (definition, definition->root, form->fields_by_id, error))
    return FALSE;
  form->pages = nb_page_def_parse (definition, form, error);
  return form->pages != NULL;
}

NbForm *
nb_form_load (const char *name,
              GBytes *fields,
              GBytes *rules,
              GBytes *pages,
              const char *const *checks,
              GError **error)
{
  g_autoptr (NbForm) form = form_new (fields);

  form->edition = g_string_chunk_insert_const (form->strings, name);
  if (!load_fields (form, fields, error) || !load_rules (form, rules, checks, error)
      || !load_pages (form, pages, error))
    return NULL;
  return g_steal_pointer (&form);
}
