/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-base64.h"

#include <string.h>

/* The value of a character of the alphabet, or -1. */
static int
value_of (char c)
{
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (c >= '0' && c <= '9')
    return c - '0' + 52;
  if (c == '+')
    return 62;
  if (c == '/')
    return 63;
  return -1;
}

static gboolean
is_xml_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

GBytes *
nb_base64_decode (const char *text)
{
  g_autoptr (GByteArray) out = g_byte_array_sized_new ((guint) (strlen (text) / 4 * 3 + 3));
  guint32 bits = 0;
  guint n_characters = 0;
  guint n_padding = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      int value;

      if (is_xml_space (*c))
        continue;
      n_characters++;
      if (*c == '=')
        {
          n_padding++;
          continue;
        }
      value = value_of (*c);
      if (value < 0 || n_padding > 0)
        return NULL;
      bits = bits << 6 | (guint32) value;
      if (n_characters % 4 == 0)
        {
          guint8 triple[] = { (guint8) (bits >> 16), (guint8) (bits >> 8), (guint8) bits };

          g_byte_array_append (out, triple, 3);
          bits = 0;
        }
    }

  if (n_characters == 0 || n_characters % 4 != 0 || n_padding > 2)
    return NULL;
  if (n_padding == 1)
    {
      guint8 pair[] = { (guint8) (bits >> 10), (guint8) (bits >> 2) };

      if ((bits & 0x3) != 0)
        return NULL;
      g_byte_array_append (out, pair, 2);
    }
  else if (n_padding == 2)
    {
      guint8 single = (guint8) (bits >> 4);

      if ((bits & 0xf) != 0)
        return NULL;
      g_byte_array_append (out, &single, 1);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

char *
nb_base64_encode (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return g_base64_encode (data, size);
}
