/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-field-element.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
nb_field_element_is_text (const NbFieldDef *def)
{
  switch (def->type)
    {
    case NB_FIELD_LINE:
    case NB_FIELD_LONG:
    case NB_FIELD_CODE:
    case NB_FIELD_CHOICE:
      return TRUE;
    case NB_FIELD_MONEY:
    case NB_FIELD_COUNT:
    case NB_FIELD_YEAR:
    case NB_FIELD_DATE:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/* The canonical value that @typed gives: "" where there is none. */
static char *
dup_canonical (const NbFieldDef *def, const char *typed)
{
  g_auto (NbValue) value = { 0 };

  nb_value_parse (def, typed, &value);
  return g_strdup (value.state == NB_VALUE_READ ? value.canonical : "");
}

static void
write_paragraphs (NbElementWriter *writer, const NbText *text)
{
  guint n = nb_text_get_n_paragraphs (text);

  nb_element_writer_open (writer);
  nb_element_writer_break_line (writer);
  for (guint i = 0; i < n; i++)
    {
      nb_element_writer_simple (writer, "p", nb_text_get_paragraph (text, i)->text);
      nb_element_writer_break_line (writer);
    }
  nb_element_writer_close (writer, "field");
}

void
nb_field_element_write (NbElementWriter *writer, const NbFieldDef *def, const NbText *text)
{
  g_autofree char *typed = NULL;
  g_autofree char *value = NULL;

  nb_element_writer_begin (writer, "field");
  nb_element_writer_attribute (writer, "name", def->id);
  if (nb_text_is_empty (text))
    {
      nb_element_writer_empty (writer);
      return;
    }
  if (def->type == NB_FIELD_LONG)
    {
      write_paragraphs (writer, text);
      return;
    }

  typed = nb_text_dup_string (text);
  value = nb_field_element_is_text (def) ? g_strdup (typed) : dup_canonical (def, typed);
  if (strcmp (typed, value) != 0)
    nb_element_writer_attribute (writer, "typed", typed);
  if (*value == '\0')
    {
      nb_element_writer_empty (writer);
      return;
    }
  nb_element_writer_open (writer);
  nb_element_writer_text (writer, value);
  nb_element_writer_close (writer, "field");
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* Text that stands between the children of @node: none may, but white space. */
static gboolean
has_loose_text (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type != XML_ELEMENT_NODE && child->content != NULL
        && !is_blank ((const char *) child->content))
      return TRUE;
  return FALSE;
}

char *
nb_field_element_dup_paragraphs (const xmlNode *node, GError **error)
{
  g_autoptr (GString) joined = NULL;

  if (nb_xml_get_first (node) == NULL)
    return nb_xml_dup_text (node);
  if (has_loose_text (node))
    {
      nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                    _ ("This field holds text beside its paragraphs. The file was not made by this "
                       "program; ask for the original."));
      return NULL;
    }

  joined = g_string_new (NULL);
  for (xmlNode *p = nb_xml_get_first (node); p != NULL; p = nb_xml_get_next (p))
    {
      g_autofree char *text = nb_xml_dup_text (p);

      if (strchr (text, '\n') != NULL)
        {
          nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (p),
                        _ ("A paragraph of this file holds a line break. The file was not made by "
                           "this program; ask for the original."));
          return NULL;
        }
      if (p != nb_xml_get_first (node))
        g_string_append_c (joined, '\n');
      g_string_append (joined, text);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static NbText *
read_long (const xmlNode *node, const NbFieldDef *def, const char *typed, GError **error)
{
  g_autofree char *text = NULL;

  if (typed != NULL)
    {
      nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                    _ ("The field “%s” holds text, and cannot have been typed otherwise."),
                    def->id);
      return NULL;
    }
  if (nb_xml_get_first (node) == NULL && has_loose_text (node))
    {
      nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                    _ ("The long text “%s” does not stand in paragraphs. The file was not made by "
                       "this program; ask for the original."),
                    def->id);
      return NULL;
    }
  if (nb_xml_get_first (node) == NULL)
    return nb_text_new ("");
  text = nb_field_element_dup_paragraphs (node, error);
  return text != NULL ? nb_text_new (text) : NULL;
}

static NbText *
read_value (const xmlNode *node, const NbFieldDef *def, const char *typed, GError **error)
{
  g_autofree char *value = nb_xml_dup_text (node);
  g_autofree char *expected = NULL;
  const char *text = typed != NULL ? typed : value;

  if (nb_xml_get_first (node) != NULL)
    {
      nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                    _ ("The field “%s” cannot have paragraphs."), def->id);
      return NULL;
    }
  if (nb_field_element_is_text (def))
    expected = g_strdup (text);
  else
    expected = dup_canonical (def, text);
  if (strcmp (value, expected) != 0 || (typed != NULL && strcmp (typed, value) == 0))
    {
      nb_error_set (error, NB_ERROR_INVALID, nb_xml_get_place (node),
                    _ ("The value of “%s” is “%s”, but what was typed, “%s”, gives “%s”. The file "
                       "was changed by another program; ask for the original."),
                    def->id, value, text, expected);
      return NULL;
    }
  return nb_text_new (text);
}

NbText *
nb_field_element_read (const xmlNode *node, const NbFieldDef *def, GError **error)
{
  g_autofree char *typed = nb_xml_dup_attribute (node, "typed");

  if (def->type == NB_FIELD_LONG)
    return read_long (node, def, typed, error);
  return read_value (node, def, typed, error);
}
