/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define REPLACEMENT 0xFFFD

static void
scan_paragraph (const NbParagraph *paragraph, guint index, GArray *spans)
{
  guint offset = 0;

  for (const char *c = paragraph->text; *c != '\0'; c = g_utf8_next_char (c), offset++)
    if (g_utf8_get_char (c) == REPLACEMENT)
      {
        NbSpan span = { index, offset, offset + 1 };

        g_array_append_val (spans, span);
      }
}

/* U+FFFD stands where a character was lost on the way here (R55). */
void
nb_check_replacement_character (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const NbText *text = nb_report_data_get_text (check->data, *field);
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (NbSpan));
      NbFinding *finding;

      for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
        scan_paragraph (nb_text_get_paragraph (text, i), i, spans);
      if (spans->len == 0)
        continue;
      finding = nb_check_add (
          check, *field,
          g_strdup_printf (ngettext ("“%s” has %u character that was lost (�). Type it again.",
                                     "“%s” has %u characters that were lost (�). Type them again.",
                                     spans->len),
                           nb_check_get_label (check, *field), spans->len));
      nb_finding_set_count (finding, spans->len);
      for (guint i = 0; i < spans->len; i++)
        nb_finding_add_span (finding, g_array_index (spans, NbSpan, i));
    }
}
