/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-shape.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "nb-base64.h"
#include "nb-xml.h"

void
nb_shape_init (NbShape *shape, xmlNode *node, NbProblem *problem)
{
  shape->parent = node->parent;
  shape->next = node;
  shape->depth = 0;
  shape->problem = problem;
}

static gboolean
fail (NbShape *shape, const xmlNode *node, const char *code, const char *sentence)
{
  NbPlace place = nb_xml_get_place (node);

  return nb_problem_set (shape->problem, code,
                         _ ("%s It was changed, or another program made it "
                            "(line %u, column %u)."),
                         sentence, place.line, place.column);
}

static gboolean
is_text (const xmlNode *node)
{
  return node != NULL && (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE);
}

/* Elements stand on lines of their own. This much strictness costs nothing and leaves no place in a
 * signature where a byte could be changed unseen. */
static gboolean
skip_line_feed (NbShape *shape)
{
  GString *text = g_string_new (NULL);
  gboolean good;

  for (; is_text (shape->next); shape->next = shape->next->next)
    g_string_append (text, (const char *) shape->next->content);
  good = strcmp (text->str, "\n") == 0;
  g_string_free (text, TRUE);
  if (!good)
    return fail (shape, shape->parent, "shape", _ ("The signature has text where none belongs."));
  return TRUE;
}

static xmlAttr *
find_attribute (const xmlNode *node, const char *name, gsize length)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL && strlen ((const char *) attribute->name) == length
        && strncmp ((const char *) attribute->name, name, length) == 0)
      return attribute;
  return NULL;
}

static gboolean
read_attributes (NbShape *shape, const xmlNode *node, va_list arguments)
{
  guint n_read = 0;
  guint n_present = 0;
  const char *name;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    n_present++;
  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      char **value = va_arg (arguments, char **);
      gboolean optional = g_str_has_suffix (name, "?");
      xmlAttr *attribute = find_attribute (node, name, strlen (name) - (optional ? 1 : 0));

      if (attribute != NULL)
        {
          *value = nb_xml_dup_attribute (node, (const char *) attribute->name);
          n_read++;
        }
      else if (!optional)
        return fail (shape, node, "shape", _ ("An attribute is missing in the signature."));
    }
  if (n_read != n_present)
    return fail (shape, node, "shape",
                 _ ("The signature has an attribute that does not belong there."));
  return TRUE;
}

gboolean
nb_shape_enter (NbShape *shape, const char *ns, const char *name, ...)
{
  va_list arguments;
  gboolean good;

  if (shape->problem->code != NULL)
    return FALSE;
  /* The first one is entered from outside, where the caller has looked at what stands around it. */
  if (shape->depth > 0 && !skip_line_feed (shape))
    return FALSE;
  if (!nb_xml_is (shape->next, ns, name))
    return fail (shape, shape->next != NULL ? shape->next : shape->parent, "shape",
                 _ ("The signature is not built as signatures of report files are."));

  va_start (arguments, name);
  good = read_attributes (shape, shape->next, arguments);
  va_end (arguments);
  shape->parent = shape->next;
  shape->next = shape->parent->children;
  shape->depth++;
  return good;
}

gboolean
nb_shape_is_next (NbShape *shape, const char *ns, const char *name)
{
  xmlNode *node = shape->next;

  while (is_text (node))
    node = node->next;
  return shape->problem->code == NULL && nb_xml_is (node, ns, name);
}

static void
step_out (NbShape *shape)
{
  shape->next = shape->parent->next;
  shape->parent = shape->parent->parent;
  shape->depth--;
}

gboolean
nb_shape_leave (NbShape *shape)
{
  if (shape->problem->code != NULL)
    return FALSE;
  if (shape->parent->children != NULL && !skip_line_feed (shape))
    return FALSE;
  if (shape->next != NULL)
    return fail (shape, shape->next, "shape",
                 _ ("The signature has a part that does not belong there."));
  step_out (shape);
  return TRUE;
}

gboolean
nb_shape_constant (
    NbShape *shape, const char *ns, const char *name, const char *attribute, const char *value)
{
  g_autofree char *read = NULL;

  if (!nb_shape_enter (shape, ns, name, attribute, &read, NULL))
    return FALSE;
  if (!g_str_equal (read, value))
    return fail (shape, shape->parent, "algorithm",
                 _ ("The signature uses a method that is not accepted here."));
  return nb_shape_leave (shape);
}

char *
nb_shape_leave_text (NbShape *shape)
{
  GString *text;

  if (shape->problem->code != NULL)
    return NULL;
  text = g_string_new (NULL);
  for (; is_text (shape->next); shape->next = shape->next->next)
    g_string_append (text, (const char *) shape->next->content);
  if (shape->next != NULL)
    {
      fail (shape, shape->next, "shape",
            _ ("The signature has a part that does not belong there."));
      g_string_free (text, TRUE);
      return NULL;
    }
  step_out (shape);
  return g_string_free (text, FALSE);
}

char *
nb_shape_text (NbShape *shape, const char *ns, const char *name)
{
  if (!nb_shape_enter (shape, ns, name, NULL))
    return NULL;
  return nb_shape_leave_text (shape);
}

GBytes *
nb_shape_leave_base64 (NbShape *shape)
{
  const xmlNode *node = shape->parent;
  g_autofree char *text = nb_shape_leave_text (shape);
  GBytes *bytes;

  if (text == NULL)
    return NULL;
  bytes = nb_base64_decode (text);
  if (bytes == NULL)
    fail (shape, node, "base64", _ ("A value in the signature is damaged."));
  return bytes;
}

GBytes *
nb_shape_base64 (NbShape *shape, const char *ns, const char *name)
{
  if (!nb_shape_enter (shape, ns, name, NULL))
    return NULL;
  return nb_shape_leave_base64 (shape);
}

gboolean
nb_shape_expect (NbShape *shape, const char *value, const char *expected)
{
  if (shape->problem->code != NULL)
    return FALSE;
  if (g_strcmp0 (value, expected) != 0)
    return fail (shape, shape->parent, "id",
                 _ ("A part of the signature answers to a name that is not its own."));
  return TRUE;
}
