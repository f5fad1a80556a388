/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-definition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-definition-check.h"

static void
set_error (const NbDefinition *definition, NbPlace place, const char *sentence, GError **error)
{
  nb_error_set (error, NB_ERROR_DEFINITION, place, "%s: %s", definition->file, sentence);
}

gboolean
nb_definition_fail (
    const NbDefinition *definition, const xmlNode *node, GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  set_error (definition, nb_xml_get_place (node), sentence, error);
  return FALSE;
}

NbDefinition *
nb_definition_open (const char *file,
                    GBytes *bytes,
                    const NbElementDef *grammar,
                    GStringChunk *strings,
                    GError **error)
{
  g_autoptr (NbDefinition) definition = g_new0 (NbDefinition, 1);
  g_autoptr (GError) reason = NULL;

  definition->file = file;
  definition->grammar = grammar;
  definition->strings = strings;
  definition->doc = nb_xml_parse (bytes, NB_XML_DEFINITION, &reason);
  if (definition->doc == NULL)
    {
      set_error (definition, nb_error_get_place (reason), reason->message, error);
      return NULL;
    }
  definition->root = xmlDocGetRootElement (definition->doc);
  if (!nb_definition_check_shape (definition, error))
    return NULL;
  return g_steal_pointer (&definition);
}

void
nb_definition_close (NbDefinition *definition)
{
  g_clear_pointer (&definition->doc, xmlFreeDoc);
  g_free (definition);
}

const char *
nb_definition_get (const NbDefinition *definition, const xmlNode *node, const char *name)
{
  g_autofree char *value = nb_xml_dup_attribute (node, name);

  return value != NULL ? g_string_chunk_insert_const (definition->strings, value) : NULL;
}

const char **
nb_definition_dup_list (const NbDefinition *definition, const xmlNode *node, const char *name)
{
  g_autofree char *value = nb_xml_dup_attribute (node, name);
  g_auto (GStrv) words = g_strsplit (value != NULL ? value : "", " ", -1);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (list, g_string_chunk_insert_const (definition->strings, words[i]));
  g_ptr_array_add (list, NULL);
  return (const char **) g_ptr_array_free (list, FALSE);
}

gboolean
nb_definition_get_flag (const xmlNode *node, const char *name)
{
  g_autofree char *value = nb_xml_dup_attribute (node, name);

  return g_strcmp0 (value, "yes") == 0;
}

guint
nb_definition_get_number (const xmlNode *node, const char *name, guint otherwise)
{
  g_autofree char *value = nb_xml_dup_attribute (node, name);

  return value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : otherwise;
}

int
nb_definition_get_length (const xmlNode *node, const char *name, int otherwise)
{
  g_autofree char *value = nb_xml_dup_attribute (node, name);
  int length = otherwise;

  if (value != NULL)
    nb_definition_parse_length (value, &length);
  return length;
}

GArray *
nb_definition_dup_lengths (const xmlNode *node, const char *name)
{
  g_autofree char *value = nb_xml_dup_attribute (node, name);
  g_auto (GStrv) words = g_strsplit (value != NULL ? value : "", " ", -1);
  GArray *lengths = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; words[i] != NULL; i++)
    {
      int length;

      if (nb_definition_parse_length (words[i], &length))
        g_array_append_val (lengths, length);
    }
  return lengths;
}

const NbElementDef *
nb_definition_lookup (const NbDefinition *definition, const xmlNode *node)
{
  const char *parent = node == definition->root ? NULL : (const char *) node->parent->name;

  return nb_grammar_lookup (definition->grammar, parent, (const char *) node->name);
}

guint
nb_definition_get_choice (const NbDefinition *definition,
                          const xmlNode *node,
                          const char *name,
                          guint otherwise)
{
  g_autofree char *value = nb_xml_dup_attribute (node, name);
  const NbElementDef *element = nb_definition_lookup (definition, node);
  NbAttributeDef attribute;

  if (value == NULL || !nb_grammar_lookup_attribute (element->attributes, name, &attribute))
    return otherwise;
  return (guint) nb_attribute_def_find_choice (&attribute, value);
}

const char *
nb_definition_get_raw_text (const NbDefinition *definition, const xmlNode *node)
{
  g_autofree char *text = nb_xml_dup_text (node);

  return g_string_chunk_insert_const (definition->strings, text);
}

const char *
nb_definition_get_text (const NbDefinition *definition, const xmlNode *node)
{
  g_autofree char *text = nb_xml_dup_text (node);
  const char *from = text;
  char *to = text;

  /* Texts are wrapped and indented like the file; only the words count. */
  while (*from != '\0')
    {
      from += strspn (from, " \t\r\n");
      if (*from != '\0' && to != text)
        *to++ = ' ';
      while (*from != '\0' && strchr (" \t\r\n", *from) == NULL)
        *to++ = *from++;
    }
  *to = '\0';
  return g_string_chunk_insert_const (definition->strings, text);
}

const char *
nb_definition_get_child_text (const NbDefinition *definition, const xmlNode *node, const char *name)
{
  const xmlNode *child = nb_xml_lookup (node, name);

  return child != NULL ? nb_definition_get_text (definition, child) : NULL;
}
