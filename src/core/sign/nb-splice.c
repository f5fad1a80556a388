/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-splice.h"

#include <string.h>

static gboolean
starts_with (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - at) >= length && memcmp (at, word, length) == 0;
}

/* Just behind the next @word. */
static const char *
skip_behind (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);

  while (at < end && !starts_with (at, end, word))
    at++;
  return at < end ? at + length : end;
}

/* Just behind the start tag at @at, whose values may hold ">"; @empty: whether it ends in "/>". */
static const char *
skip_start_tag (const char *at, const char *end, gboolean *empty)
{
  char quote = '\0';

  for (; at < end; at++)
    {
      if (quote != '\0')
        quote = *at == quote ? '\0' : quote;
      else if (*at == '"' || *at == '\'')
        quote = *at;
      else if (*at == '>')
        {
          *empty = at[-1] == '/';
          return at + 1;
        }
    }
  *empty = FALSE;
  return end;
}

gboolean
nb_splice_find (GBytes *bytes, NbSplice *splice)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  const char *end = start + size;
  const char *at = start;
  guint depth = 0; /* elements open */
  gboolean found = FALSE;

  while ((at = memchr (at, '<', (gsize) (end - at))) != NULL)
    {
      const char *tag = at;
      gboolean empty;

      if (starts_with (at, end, "<![CDATA["))
        at = skip_behind (at, end, "]]>");
      else if (starts_with (at, end, "<?"))
        at = skip_behind (at, end, "?>");
      else if (starts_with (at, end, "</"))
        {
          at = skip_behind (at, end, ">");
          depth = depth > 0 ? depth - 1 : 0;
          if (depth == 1)
            splice->signatures_end = (gsize) (tag - start);
          else if (depth == 0)
            splice->root_end = (gsize) (tag - start);
        }
      else
        {
          at = skip_start_tag (at, end, &empty);
          if (depth == 1)
            {
              splice->signatures = (gsize) (tag - start);
              splice->signatures_end = 0;
              found = TRUE;
            }
          depth += empty ? 0 : 1;
        }
    }
  return found && depth == 0;
}

GBytes *
nb_splice_insert (GBytes *bytes, gsize offset, const char *text)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  GByteArray *out = g_byte_array_sized_new ((guint) (size + strlen (text)));

  g_byte_array_append (out, (const guint8 *) start, (guint) offset);
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
  g_byte_array_append (out, (const guint8 *) start + offset, (guint) (size - offset));
  return g_byte_array_free_to_bytes (out);
}
