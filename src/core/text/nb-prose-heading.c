/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-prose-heading.h"

GArray *
nb_text_list_headings (const NbText *text)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (NbHeading));

  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const NbProse *prose = nb_paragraph_get_prose (nb_text_get_paragraph (text, i));

      for (guint j = 0; j < prose->n_items; j++)
        if (NB_ITEM_IS_HEADING (&prose->items[j]))
          {
            NbHeading heading = { i, prose, &prose->items[j] };

            g_array_append_val (headings, heading);
          }
    }
  return headings;
}
