/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-grammar.h"

#include <string.h>

static gboolean
is_word (const char *text, gsize length, const char *word)
{
  return strlen (word) == length && strncmp (text, word, length) == 0;
}

static const char *
next_token (const char **at, gsize *length)
{
  const char *start = *at + strspn (*at, " ");

  *length = strcspn (start, " ");
  *at = start + *length;
  return *length > 0 ? start : NULL;
}

gboolean
nb_grammar_next_attribute (const char **at, NbAttributeDef *out)
{
  gsize length;
  const char *token = next_token (at, &length);
  const char *sign;

  if (token == NULL)
    return FALSE;

  sign = strchr (token, '=');
  g_assert (sign != NULL && sign > token && sign < token + length);
  out->name = token;
  out->name_length = (gsize) (sign - token);
  out->optional = sign[-1] == '?';
  if (out->optional)
    out->name_length--;
  out->kind = sign + 1;
  out->kind_length = length - (gsize) (out->kind - token);
  return TRUE;
}

gboolean
nb_grammar_next_child (const char **at, NbChildDef *out)
{
  gsize length;
  const char *token = next_token (at, &length);
  char mark;

  if (token == NULL)
    return FALSE;

  mark = token[length - 1];
  out->name = token;
  out->name_length = strchr ("?*+", mark) != NULL ? length - 1 : length;
  out->minimum = mark == '?' || mark == '*' ? 0 : 1;
  out->maximum = mark == '*' || mark == '+' ? G_MAXUINT : 1;
  return TRUE;
}

gboolean
nb_grammar_lookup_attribute (const char *attributes, const char *name, NbAttributeDef *out)
{
  while (nb_grammar_next_attribute (&attributes, out))
    if (is_word (out->name, out->name_length, name))
      return TRUE;
  return FALSE;
}

gboolean
nb_grammar_lookup_child (const char *children, const char *name, NbChildDef *out)
{
  if (strcmp (children, NB_TEXT) == 0)
    return FALSE;
  while (nb_grammar_next_child (&children, out))
    if (is_word (out->name, out->name_length, name))
      return TRUE;
  return FALSE;
}

const NbElementDef *
nb_grammar_lookup (const NbElementDef *grammar, const char *parent, const char *name)
{
  if (parent == NULL)
    return strcmp (grammar->name, name) == 0 ? grammar : NULL;

  for (const NbElementDef *element = grammar; element->name != NULL; element++)
    {
      const char *slash = strchr (element->name, '/');

      if (slash == NULL ? strcmp (element->name, name) == 0
                        : strcmp (slash + 1, name) == 0
                              && is_word (element->name, (gsize) (slash - element->name), parent))
        return element;
    }
  return NULL;
}

gboolean
nb_attribute_def_is (const NbAttributeDef *attribute, const char *name)
{
  return is_word (attribute->kind, attribute->kind_length, name);
}

gboolean
nb_attribute_def_is_choice (const NbAttributeDef *attribute)
{
  return !g_ascii_isupper (attribute->kind[0]);
}

int
nb_attribute_def_find_choice (const NbAttributeDef *attribute, const char *value)
{
  const char *at = attribute->kind;
  const char *end = attribute->kind + attribute->kind_length;

  for (int index = 0; at < end; index++)
    {
      gsize length = MIN (strcspn (at, "|"), (gsize) (end - at));

      if (is_word (at, length, value))
        return index;
      at += length + 1;
    }
  return -1;
}
