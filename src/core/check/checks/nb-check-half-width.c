/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-text-width.h"

static void
add_fix (NbFinding *finding, const NbText *text, NbSpan span)
{
  const NbParagraph *paragraph = nb_text_get_paragraph (text, span.paragraph);
  const char *at = g_utf8_offset_to_pointer (paragraph->text, span.start);
  char full[7] = "";

  g_unichar_to_utf8 (nb_text_get_full_width (g_utf8_get_char (at)), full);
  nb_finding_add_edit (finding, span, full);
}

/* Half-width marks in Chinese text: one finding for a field, however many there are, with one fix (R40). */
void
nb_check_half_width (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const NbText *text = nb_report_data_get_text (check->data, *field);
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (NbSpan));
      NbFinding *finding;

      for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
        nb_text_scan_half_width (nb_text_get_paragraph (text, i), i, spans);
      if (spans->len == 0)
        continue;

      finding = nb_check_add (
          check, *field,
          g_strdup_printf (ngettext ("“%s” has %u half-width punctuation mark in Chinese text.",
                                     "“%s” has %u half-width punctuation marks in Chinese text.",
                                     spans->len),
                           nb_check_get_label (check, *field), spans->len));
      nb_finding_set_count (finding, spans->len);
      for (guint i = 0; i < spans->len; i++)
        {
          NbSpan span = g_array_index (spans, NbSpan, i);

          nb_finding_add_span (finding, span);
          add_fix (finding, text, span);
        }
    }
}
