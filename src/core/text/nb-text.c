/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text.h"

#include <string.h>

struct _NbText
{
  gatomicrefcount references;
  GPtrArray *paragraphs; /* of NbParagraph; at least one; never changed once the text is out */
  guint length;          /* code points, breaks too */
};

/* How many characters begin in @text: every byte but those that go on with one. Three times as fast as
 * following the characters, which must look at one before it knows where the next begins. */
static guint
count_characters (const char *text, gsize size)
{
  guint count = 0;

  for (gsize i = 0; i < size; i++)
    count += (text[i] & 0xC0) != 0x80;
  return count;
}

NbParagraph *
nb_paragraph_new (const char *text, gssize size)
{
  gsize n_bytes = size < 0 ? strlen (text) : (gsize) size;
  NbParagraph *paragraph = g_malloc (sizeof (NbParagraph) + n_bytes + 1);

  g_atomic_ref_count_init (&paragraph->references);
  paragraph->prose = NULL;
  paragraph->length = count_characters (text, n_bytes);
  paragraph->size = n_bytes;
  memcpy (paragraph->text, text, n_bytes);
  paragraph->text[n_bytes] = '\0';
  return paragraph;
}

NbParagraph *
nb_paragraph_ref (NbParagraph *paragraph)
{
  g_atomic_ref_count_inc (&paragraph->references);
  return paragraph;
}

void
nb_paragraph_unref (NbParagraph *paragraph)
{
  if (paragraph == NULL || !g_atomic_ref_count_dec (&paragraph->references))
    return;
  g_free (paragraph->prose);
  g_free (paragraph);
}

/* Takes @paragraph over. */
static void
add_paragraph (NbText *text, NbParagraph *paragraph)
{
  text->length += paragraph->length + (text->paragraphs->len > 0 ? 1 : 0);
  g_ptr_array_add (text->paragraphs, paragraph);
}

static NbText *
text_new_sized (guint n_paragraphs)
{
  NbText *text = g_new0 (NbText, 1);

  g_atomic_ref_count_init (&text->references);
  text->paragraphs = g_ptr_array_new_full (n_paragraphs, (GDestroyNotify) nb_paragraph_unref);
  return text;
}

/* Adds the paragraphs of @string, which LF divides. */
static void
add_paragraphs (NbText *text, const char *string)
{
  for (;;)
    {
      const char *end = strchrnul (string, '\n');

      add_paragraph (text, nb_paragraph_new (string, end - string));
      if (*end == '\0')
        return;
      string = end + 1;
    }
}

NbText *
nb_text_new (const char *string)
{
  NbText *text = text_new_sized (1);

  add_paragraphs (text, string);
  return text;
}

NbText *
nb_text_ref (NbText *text)
{
  g_atomic_ref_count_inc (&text->references);
  return text;
}

void
nb_text_unref (NbText *text)
{
  if (text == NULL || !g_atomic_ref_count_dec (&text->references))
    return;
  g_ptr_array_unref (text->paragraphs);
  g_free (text);
}

guint
nb_text_get_n_paragraphs (const NbText *text)
{
  return text->paragraphs->len;
}

const NbParagraph *
nb_text_get_paragraph (const NbText *text, guint index)
{
  return index < text->paragraphs->len ? g_ptr_array_index (text->paragraphs, index) : NULL;
}

guint
nb_text_get_length (const NbText *text)
{
  return text->length;
}

gboolean
nb_text_is_empty (const NbText *text)
{
  return text->paragraphs->len == 1 && nb_text_get_paragraph (text, 0)->length == 0;
}

gboolean
nb_text_equal (const NbText *a, const NbText *b)
{
  if (a == b)
    return TRUE;
  if (a->paragraphs->len != b->paragraphs->len)
    return FALSE;
  for (guint i = 0; i < a->paragraphs->len; i++)
    {
      const NbParagraph *one = nb_text_get_paragraph (a, i);
      const NbParagraph *other = nb_text_get_paragraph (b, i);

      if (one != other
          && (one->size != other->size || memcmp (one->text, other->text, one->size) != 0))
        return FALSE;
    }
  return TRUE;
}

char *
nb_text_dup_string (const NbText *text)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < text->paragraphs->len; i++)
    {
      const NbParagraph *paragraph = nb_text_get_paragraph (text, i);

      if (i > 0)
        g_string_append_c (string, '\n');
      g_string_append_len (string, paragraph->text, (gssize) paragraph->size);
    }
  return g_string_free (string, FALSE);
}

char *
nb_text_dup_span (const NbText *text, NbSpan span)
{
  const NbParagraph *paragraph = nb_text_get_paragraph (text, span.paragraph);

  return g_utf8_substring (paragraph->text, span.start, span.end);
}

char *
nb_text_dup_range (const NbText *text,
                   guint from_paragraph,
                   guint from_offset,
                   guint to_paragraph,
                   guint to_offset)
{
  GString *string = g_string_new (NULL);

  for (guint i = from_paragraph; i <= to_paragraph; i++)
    {
      const NbParagraph *paragraph = nb_text_get_paragraph (text, i);
      guint end = i == to_paragraph ? to_offset : paragraph->length;
      const char *start_at =
          g_utf8_offset_to_pointer (paragraph->text, i == from_paragraph ? from_offset : 0);
      const char *end_at = g_utf8_offset_to_pointer (paragraph->text, end);

      if (i > from_paragraph)
        g_string_append_c (string, '\n');
      g_string_append_len (string, start_at, end_at - start_at);
    }
  return g_string_free (string, FALSE);
}

/* What stands before the cut, @inserted, and what stands behind it: the paragraphs that the splice
 * makes anew. */
static void
add_joined (NbText *result,
            const NbParagraph *head,
            guint from_offset,
            const NbParagraph *tail,
            guint to_offset,
            const char *inserted)
{
  const char *head_end = g_utf8_offset_to_pointer (head->text, from_offset);
  const char *tail_start = g_utf8_offset_to_pointer (tail->text, to_offset);
  g_autoptr (GString) joined = g_string_new_len (head->text, head_end - head->text);

  g_string_append (joined, inserted);
  g_string_append_len (joined, tail_start,
                       (gssize) (tail->size - (gsize) (tail_start - tail->text)));
  add_paragraphs (result, joined->str);
}

NbText *
nb_text_splice (const NbText *text,
                guint from_paragraph,
                guint from_offset,
                guint to_paragraph,
                guint to_offset,
                const char *replacement)
{
  NbText *result = text_new_sized (text->paragraphs->len);

  for (guint i = 0; i < from_paragraph; i++)
    add_paragraph (result, nb_paragraph_ref (g_ptr_array_index (text->paragraphs, i)));
  add_joined (result, nb_text_get_paragraph (text, from_paragraph), from_offset,
              nb_text_get_paragraph (text, to_paragraph), to_offset, replacement);
  for (guint i = to_paragraph + 1; i < text->paragraphs->len; i++)
    add_paragraph (result, nb_paragraph_ref (g_ptr_array_index (text->paragraphs, i)));
  return result;
}

guint
nb_text_get_offset (const NbText *text, guint paragraph, guint offset)
{
  for (guint i = 0; i < paragraph; i++)
    offset += nb_text_get_paragraph (text, i)->length + 1;
  return offset;
}

void
nb_text_get_position (const NbText *text, guint offset, guint *paragraph, guint *in_paragraph)
{
  guint index = 0;

  while (index + 1 < text->paragraphs->len && offset > nb_text_get_paragraph (text, index)->length)
    offset -= nb_text_get_paragraph (text, index++)->length + 1;
  *paragraph = index;
  *in_paragraph = MIN (offset, nb_text_get_paragraph (text, index)->length);
}
