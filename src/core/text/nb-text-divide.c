/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-divide.h"

#include "nb-prose.h"

GArray *
nb_text_list_divisions (const NbText *text)
{
  GArray *divisions = g_array_new (FALSE, FALSE, sizeof (NbSpan));

  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const NbProse *prose = nb_paragraph_get_prose (nb_text_get_paragraph (text, i));

      for (guint j = 0; j < prose->n_items; j++)
        {
          const NbItem *item = &prose->items[j];
          NbSpan place = { i, item->start, item->start };

          if (NB_ITEM_IS_HEADING (item) && item->kind <= NB_ITEM_HAN_BRACKETED && item->before != 0)
            g_array_append_val (divisions, place);
        }
    }
  return divisions;
}

/* The paragraph with line ends at those of @divisions that are in it, from @next on. */
static void
append_divided (
    GString *divided, const NbText *text, guint index, const GArray *divisions, guint *next)
{
  const char *at = nb_text_get_paragraph (text, index)->text;
  guint offset = 0;

  for (; *next < divisions->len; (*next)++)
    {
      NbSpan place = g_array_index (divisions, NbSpan, *next);
      const char *end;

      if (place.paragraph != index)
        break;
      end = g_utf8_offset_to_pointer (at, (glong) (place.start - offset));
      g_string_append_len (divided, at, end - at);
      g_string_append_c (divided, '\n');
      at = end;
      offset = place.start;
    }
  g_string_append (divided, at);
}

NbText *
nb_text_divide (NbText *text)
{
  g_autoptr (GArray) divisions = nb_text_list_divisions (text);
  g_autoptr (GString) divided = NULL;
  guint next = 0;

  if (divisions->len == 0)
    return nb_text_ref (text);
  divided = g_string_new (NULL);
  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      if (i > 0)
        g_string_append_c (divided, '\n');
      append_divided (divided, text, i, divisions, &next);
    }
  return nb_text_new (divided->str);
}
