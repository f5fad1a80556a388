/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-definition-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ENGINE              "1"
#define NAME_MAXIMUM        64
#define NUMBER_MAXIMUM      1000000000
#define MILLIMETRES_MAXIMUM 10000

/* What is gathered while a tree is walked. */
typedef struct
{
  const NbDefinition *definition;
  GHashTable *ids; /* "element id" */
  GError **error;
} Walk;

static gboolean
is_name (const char *value)
{
  gsize length = strlen (value);

  return length > 0 && length <= NAME_MAXIMUM && value[0] != '-'
         && strspn (value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
                == length;
}

static gboolean
is_number (const char *value)
{
  gsize length = strlen (value);

  return length > 0 && length <= 10 && strspn (value, "0123456789") == length
         && g_ascii_strtoull (value, NULL, 10) <= NUMBER_MAXIMUM;
}

static gboolean
is_decimal (const char *value)
{
  gsize whole, places;

  value += *value == '-' ? 1 : 0;
  whole = strspn (value, "0123456789");
  if (whole == 0 || whole > 12)
    return FALSE;
  if (value[whole] == '\0')
    return TRUE;
  places = strspn (value + whole + 1, "0123456789");
  return value[whole] == '.' && places > 0 && places <= 6 && value[whole + 1 + places] == '\0';
}

gboolean
nb_definition_parse_length (const char *text, int *out)
{
  const char *at = text;
  int whole = 0, thousandths = 0;

  if (!g_ascii_isdigit (*at))
    return FALSE;
  for (; g_ascii_isdigit (*at); at++)
    {
      whole = whole * 10 + (*at - '0');
      if (whole >= MILLIMETRES_MAXIMUM)
        return FALSE;
    }
  if (*at == '.')
    {
      int unit = 100;

      at++;
      if (!g_ascii_isdigit (*at))
        return FALSE;
      for (; g_ascii_isdigit (*at) && unit > 0; at++, unit /= 10)
        thousandths += (*at - '0') * unit;
    }
  if (strcmp (at, "mm") != 0)
    return FALSE;
  *out = whole * 1000 + thousandths;
  return TRUE;
}

static gboolean
is_length (const char *value)
{
  int length;

  return nb_definition_parse_length (value, &length);
}

static gboolean
is_text (const char *value)
{
  return value[strspn (value, " \t\r\n")] != '\0';
}

/* What a value may be; a plural takes one or more, divided by single spaces. */
static const struct
{
  const char *name;
  gboolean plural;
  gboolean (*is) (const char *value);
  const char *description;
} kinds[] = {
  { "ID", FALSE, is_name, N_ ("a name of letters, digits and hyphens") },
  { "NAME", FALSE, is_name, N_ ("a name of letters, digits and hyphens") },
  { "NAMES", TRUE, is_name, N_ ("names of letters, digits and hyphens, divided by spaces") },
  { "FIELD", FALSE, is_name, N_ ("the id of a field") },
  { "FIELDS", TRUE, is_name, N_ ("ids of fields, divided by spaces") },
  { "NUMBER", FALSE, is_number, N_ ("a whole number from 0 to 1000000000") },
  { "DECIMAL", FALSE, is_decimal, N_ ("a plain decimal number such as 0.20") },
  { "LENGTH", FALSE, is_length, N_ ("a length such as 34mm or 0.15mm") },
  { "LENGTHS", TRUE, is_length, N_ ("lengths such as 34mm, divided by spaces") },
  { "TEXT", FALSE, is_text, N_ ("a text that is not empty") },
};

static gboolean
is_of_kind (gsize kind, const char *value)
{
  g_auto (GStrv) words = NULL;

  if (!kinds[kind].plural)
    return kinds[kind].is (value);

  words = g_strsplit (value, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!kinds[kind].is (words[i]))
      return FALSE;
  return words[0] != NULL;
}

gboolean
nb_definition_check_value (const NbDefinition *definition,
                           const xmlNode *node,
                           const NbAttributeDef *attribute,
                           const char *value,
                           GError **error)
{
  if (nb_attribute_def_is_choice (attribute))
    {
      if (nb_attribute_def_find_choice (attribute, value) >= 0)
        return TRUE;
      return nb_definition_fail (definition, node, error,
                                 _ ("“%.*s” may not be “%s”; the language knows %.*s here"),
                                 (int) attribute->name_length, attribute->name, value,
                                 (int) attribute->kind_length, attribute->kind);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (nb_attribute_def_is (attribute, kinds[i].name))
      {
        if (is_of_kind (i, value))
          return TRUE;
        return nb_definition_fail (definition, node, error, _ ("“%.*s” must be %s, not “%s”"),
                                   (int) attribute->name_length, attribute->name,
                                   _ (kinds[i].description), value);
      }
  g_assert_not_reached ();
}

static gboolean
check_attribute (Walk *walk,
                 const xmlNode *node,
                 const NbElementDef *element,
                 const xmlAttr *property)
{
  const char *name = (const char *) property->name;
  g_autofree char *value = nb_xml_dup_attribute (node, name);
  NbAttributeDef attribute;

  if (property->ns != NULL || !nb_grammar_lookup_attribute (element->attributes, name, &attribute))
    return nb_definition_fail (walk->definition, node, walk->error,
                               _ ("the language knows no attribute “%s” on “%s”"), name,
                               node->name);
  if (!nb_definition_check_value (walk->definition, node, &attribute, value, walk->error))
    return FALSE;
  if (nb_attribute_def_is (&attribute, "ID")
      && !g_hash_table_add (walk->ids, g_strdup_printf ("%s %s", node->name, value)))
    return nb_definition_fail (walk->definition, node, walk->error,
                               _ ("a second “%s” has the %s “%s”"), node->name, name, value);
  return TRUE;
}

static gboolean
check_attributes (Walk *walk, const xmlNode *node, const NbElementDef *element)
{
  const char *at = element->attributes;
  NbAttributeDef attribute;

  for (const xmlAttr *property = node->properties; property != NULL; property = property->next)
    if (!check_attribute (walk, node, element, property))
      return FALSE;

  while (nb_grammar_next_attribute (&at, &attribute))
    {
      g_autofree char *name = g_strndup (attribute.name, attribute.name_length);

      if (!attribute.optional && xmlHasProp (node, (const xmlChar *) name) == NULL)
        return nb_definition_fail (walk->definition, node, walk->error,
                                   _ ("“%s” lacks its attribute “%s”"), node->name, name);
    }
  return TRUE;
}

static gboolean
check_text (Walk *walk, const xmlNode *node, const NbElementDef *element)
{
  g_autofree char *text = NULL;

  if (strcmp (element->children, NB_TEXT) == 0)
    {
      text = nb_xml_dup_text (node);
      return is_text (text)
             || nb_definition_fail (walk->definition, node, walk->error, _ ("“%s” has no words"),
                                    node->name);
    }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE && is_text ((const char *) child->content))
        || child->type == XML_CDATA_SECTION_NODE)
      return nb_definition_fail (walk->definition, node, walk->error,
                                 _ ("“%s” may not hold words, only elements"), node->name);
  return TRUE;
}

static guint
count_children (const xmlNode *node, const char *name)
{
  guint count = 0;

  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    if (strcmp ((const char *) child->name, name) == 0)
      count++;
  return count;
}

static gboolean
check_counts (Walk *walk, const xmlNode *node, const NbElementDef *element)
{
  const char *at = element->children;
  NbChildDef child;

  if (strcmp (element->children, NB_TEXT) == 0)
    return TRUE;
  while (nb_grammar_next_child (&at, &child))
    {
      g_autofree char *name = g_strndup (child.name, child.name_length);
      guint count = count_children (node, name);

      if (count < child.minimum)
        return nb_definition_fail (walk->definition, node, walk->error, _ ("“%s” lacks its “%s”"),
                                   node->name, name);
      if (count > child.maximum)
        return nb_definition_fail (walk->definition, node, walk->error,
                                   _ ("“%s” may hold only one “%s”"), node->name, name);
    }
  return TRUE;
}

static const char *
describe_children (const NbElementDef *element)
{
  if (strcmp (element->children, NB_TEXT) == 0)
    /* Translators: what a text of a page definition holds. */
    return _ ("words");
  /* Translators: what a text of a page definition holds. */
  return *element->children != '\0' ? element->children : _ ("nothing");
}

static gboolean
check_node (Walk *walk, const xmlNode *node, const NbElementDef *parent)
{
  const NbElementDef *element;
  NbChildDef child_def;

  if (parent != NULL
      && !nb_grammar_lookup_child (parent->children, (const char *) node->name, &child_def))
    return nb_definition_fail (walk->definition, node, walk->error,
                               _ ("the language knows no “%s” inside “%s”, which may hold: %s"),
                               node->name, node->parent->name, describe_children (parent));

  element = nb_definition_lookup (walk->definition, node);
  g_assert (element != NULL);
  if (!check_attributes (walk, node, element) || !check_text (walk, node, element)
      || !check_counts (walk, node, element))
    return FALSE;
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    if (!check_node (walk, child, element))
      return FALSE;
  return TRUE;
}

gboolean
nb_definition_check_shape (const NbDefinition *definition, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { definition, ids, error };
  g_autofree char *engine = nb_xml_dup_attribute (definition->root, "engine");

  if (!nb_xml_is (definition->root, NB_XML_FORM, definition->grammar->name))
    return nb_definition_fail (definition, definition->root, error,
                               _ ("the root must be “%s” of the namespace “%s”"),
                               definition->grammar->name, NB_XML_FORM);
  /* Before anything else: what a later engine means by the words, nobody here can know. */
  if (engine != NULL && strcmp (engine, ENGINE) != 0)
    return nb_definition_fail (
        definition, definition->root, error,
        _ ("the file was written for engine %s and this program is engine %s: use a newer one"),
        engine, ENGINE);
  return check_node (&walk, definition->root, NULL);
}

static gboolean
check_field_value (const NbDefinition *definition,
                   const xmlNode *node,
                   const NbAttributeDef *attribute,
                   GHashTable *fields,
                   GError **error)
{
  g_autofree char *name = g_strndup (attribute->name, attribute->name_length);
  g_autofree char *value = nb_xml_dup_attribute (node, name);
  g_auto (GStrv) ids = g_strsplit (value != NULL ? value : "", " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!g_hash_table_contains (fields, ids[i]))
        return nb_definition_fail (definition, node, error, _ ("“%s” names the unknown field “%s”"),
                                   name, ids[i]);
      for (guint j = 0; j < i; j++)
        if (strcmp (ids[j], ids[i]) == 0)
          return nb_definition_fail (definition, node, error, _ ("“%s” names the field “%s” twice"),
                                     name, ids[i]);
    }
  return TRUE;
}

gboolean
nb_definition_check_fields (const NbDefinition *definition,
                            const xmlNode *node,
                            GHashTable *fields,
                            GError **error)
{
  const char *at = nb_definition_lookup (definition, node)->attributes;
  NbAttributeDef attribute;

  while (nb_grammar_next_attribute (&at, &attribute))
    if ((nb_attribute_def_is (&attribute, "FIELD") || nb_attribute_def_is (&attribute, "FIELDS"))
        && !check_field_value (definition, node, &attribute, fields, error))
      return FALSE;
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    if (!nb_definition_check_fields (definition, child, fields, error))
      return FALSE;
  return TRUE;
}
