/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-edit.h"

static void
free_edit (void *data)
{
  NbTextEdit *edit = data;

  g_free (edit->text);
  g_free (edit);
}

GPtrArray *
nb_text_edits_new (void)
{
  return g_ptr_array_new_with_free_func (free_edit);
}

void
nb_text_edits_add (GPtrArray *edits, NbSpan span, const char *text)
{
  NbTextEdit *edit = g_new (NbTextEdit, 1);

  *edit = (NbTextEdit){ span, g_strdup (text) };
  g_ptr_array_add (edits, edit);
}

NbText *
nb_text_make_edits (const NbText *text, const GPtrArray *edits)
{
  g_autoptr (GString) made = g_string_new (NULL);
  guint next = 0;

  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const char *at = nb_text_get_paragraph (text, i)->text;
      guint offset = 0;

      if (i > 0)
        g_string_append_c (made, '\n');
      for (; next < edits->len; next++)
        {
          const NbTextEdit *edit = g_ptr_array_index (edits, next);
          const char *start;

          if (edit->span.paragraph != i)
            break;
          start = g_utf8_offset_to_pointer (at, (glong) (edit->span.start - offset));
          g_string_append_len (made, at, start - at);
          g_string_append (made, edit->text);
          at = g_utf8_offset_to_pointer (start, (glong) (edit->span.end - edit->span.start));
          offset = edit->span.end;
        }
      g_string_append (made, at);
    }
  return nb_text_new (made->str);
}

static void
free_preview (void *data)
{
  NbEditPreview *preview = data;

  g_free (preview->lead);
  g_free (preview->removed);
  g_free (preview->inserted);
  g_free (preview->trail);
  g_free (preview);
}

GPtrArray *
nb_edit_previews_new (void)
{
  return g_ptr_array_new_with_free_func (free_preview);
}

void
nb_edit_previews_add (
    GPtrArray *previews, const NbText *text, NbSpan span, const char *inserted, guint around)
{
  NbEditPreview *preview = g_new0 (NbEditPreview, 1);
  guint length = nb_text_get_paragraph (text, span.paragraph)->length;
  NbSpan lead = span;
  NbSpan trail = span;

  lead.end = lead.start;
  lead.start -= MIN (lead.start, around);
  trail.start = trail.end;
  trail.end = MIN (length, trail.end + around);
  preview->lead = nb_text_dup_span (text, lead);
  preview->removed = nb_text_dup_span (text, span);
  preview->inserted = g_strdup (inserted);
  preview->trail = nb_text_dup_span (text, trail);
  g_ptr_array_add (previews, preview);
}
