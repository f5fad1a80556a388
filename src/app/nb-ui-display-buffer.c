/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-display-buffer.h"

struct _NbUiDisplayBuffer
{
  GtkTextBuffer *buffer;
  NbUiDisplayBreaks *breaks;
  GtkTextTag *hidden; /* of the breaks: they are not copied */
  guint n_changing;
};

NbUiDisplayBuffer *
nb_ui_display_buffer_new (void)
{
  NbUiDisplayBuffer *self = g_new0 (NbUiDisplayBuffer, 1);

  self->buffer = gtk_text_buffer_new (NULL);
  self->breaks = nb_ui_display_breaks_new ();
  self->hidden = gtk_text_buffer_create_tag (self->buffer, NULL, "invisible", TRUE, NULL);
  return self;
}

void
nb_ui_display_buffer_free (NbUiDisplayBuffer *self)
{
  nb_ui_display_breaks_free (self->breaks);
  g_object_unref (self->buffer);
  g_free (self);
}

GtkTextBuffer *
nb_ui_display_buffer_get_buffer (NbUiDisplayBuffer *self)
{
  return self->buffer;
}

gboolean
nb_ui_display_buffer_is_changing (NbUiDisplayBuffer *self)
{
  return self->n_changing > 0;
}

guint
nb_ui_display_buffer_to_text (NbUiDisplayBuffer *self, const GtkTextIter *iter)
{
  return nb_ui_display_breaks_to_text (self->breaks, (guint) gtk_text_iter_get_offset (iter));
}

void
nb_ui_display_buffer_get_iter (NbUiDisplayBuffer *self, guint text_offset, GtkTextIter *out)
{
  gtk_text_buffer_get_iter_at_offset (
      self->buffer, out, (int) nb_ui_display_breaks_to_shown (self->breaks, text_offset));
}

static void
insert_break (NbUiDisplayBuffer *self, GtkTextIter *where)
{
  gtk_text_buffer_insert_with_tags (self->buffer, where, NB_UI_DISPLAY_BREAK, 1, self->hidden,
                                    NULL);
}

gboolean
nb_ui_display_buffer_insert (NbUiDisplayBuffer *self, GtkTextIter *where, const char *text)
{
  guint before = (guint) gtk_text_iter_get_line_offset (where);
  g_autoptr (GArray) places = nb_ui_display_breaks_list (text, before);
  guint start = nb_ui_display_buffer_to_text (self, where);
  const char *at = text;
  guint done = 0;

  nb_ui_display_breaks_move (self->breaks, (guint) gtk_text_iter_get_offset (where), 0,
                             (guint) g_utf8_strlen (text, -1));
  if (places->len == 0)
    return FALSE;
  self->n_changing++;
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      const char *end = g_utf8_offset_to_pointer (at, (glong) (place - done));

      gtk_text_buffer_insert (self->buffer, where, at, (int) (end - at));
      insert_break (self, where);
      nb_ui_display_breaks_add (self->breaks, start + place);
      at = end;
      done = place;
    }
  gtk_text_buffer_insert (self->buffer, where, at, -1);
  self->n_changing--;
  return TRUE;
}

guint
nb_ui_display_buffer_join (NbUiDisplayBuffer *self, guint from, guint to)
{
  guint n = 0;
  guint at;

  self->n_changing++;
  for (; nb_ui_display_breaks_find_last (self->breaks, from, to, &at); n++)
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) at);
      end = start;
      gtk_text_iter_forward_char (&end);
      nb_ui_display_breaks_remove (self->breaks, at, at + 1);
      gtk_text_buffer_delete (self->buffer, &start, &end);
    }
  self->n_changing--;
  return n;
}

void
nb_ui_display_buffer_drop_break (NbUiDisplayBuffer *self, GtkTextIter *where)
{
  guint at = (guint) gtk_text_iter_get_offset (where);
  guint text = nb_ui_display_buffer_to_text (self, where);

  if (nb_ui_display_buffer_join (self, at > 0 ? at - 1 : 0, at + 1) > 0)
    nb_ui_display_buffer_get_iter (self, text, where);
}

static gunichar
get_char_before (const GtkTextIter *iter)
{
  GtkTextIter before = *iter;

  return gtk_text_iter_backward_char (&before) ? gtk_text_iter_get_char (&before) : '\n';
}

static gunichar
get_char_after (const GtkTextIter *iter)
{
  return gtk_text_iter_is_end (iter) ? '\n' : gtk_text_iter_get_char (iter);
}

gboolean
nb_ui_display_buffer_grow_deletion (NbUiDisplayBuffer *self, GtkTextIter *start, GtkTextIter *end)
{
  gunichar before = get_char_before (start);
  gunichar after = get_char_after (end);

  if (nb_ui_display_buffer_to_text (self, start) == nb_ui_display_buffer_to_text (self, end))
    {
      GtkTextIter cursor;

      gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                        gtk_text_buffer_get_insert (self->buffer));
      return gtk_text_iter_equal (&cursor, end) ? gtk_text_iter_backward_char (start)
                                                : gtk_text_iter_forward_char (end);
    }
  if (before == NB_UI_DISPLAY_BREAK_CHAR && (after == NB_UI_DISPLAY_BREAK_CHAR || after == '\n'))
    return gtk_text_iter_backward_char (start);
  return before == '\n' && after == NB_UI_DISPLAY_BREAK_CHAR && gtk_text_iter_forward_char (end);
}

void
nb_ui_display_buffer_note_deletion (NbUiDisplayBuffer *self,
                                    const GtkTextIter *start,
                                    const GtkTextIter *end)
{
  guint from = (guint) gtk_text_iter_get_offset (start);
  guint to = (guint) gtk_text_iter_get_offset (end);

  to -= nb_ui_display_breaks_remove (self->breaks, from, to);
  nb_ui_display_breaks_move (self->breaks, from, to - from, 0);
}

void
nb_ui_display_buffer_replace (NbUiDisplayBuffer *self,
                              GtkTextIter *start,
                              GtkTextIter *end,
                              const char *text)
{
  guint from = (guint) gtk_text_iter_get_offset (start);

  nb_ui_display_breaks_move (self->breaks, from, (guint) gtk_text_iter_get_offset (end) - from,
                             (guint) g_utf8_strlen (text, -1));
  self->n_changing++;
  gtk_text_buffer_delete (self->buffer, start, end);
  gtk_text_buffer_insert (self->buffer, end, text, -1);
  self->n_changing--;
}

void
nb_ui_display_buffer_break (NbUiDisplayBuffer *self, const NbText *text, guint first, guint last)
{
  guint from = nb_text_get_offset (text, first, 0);

  self->n_changing++;
  for (guint i = first; i <= last; i++)
    {
      const NbParagraph *paragraph = nb_text_get_paragraph (text, i);
      g_autoptr (GArray) places = nb_ui_display_breaks_list (paragraph->text, 0);

      for (guint j = 0; j < places->len; j++)
        {
          guint place = from + g_array_index (places, guint, j);
          GtkTextIter iter;

          nb_ui_display_buffer_get_iter (self, place, &iter);
          insert_break (self, &iter);
          nb_ui_display_breaks_add (self->breaks, place);
        }
      from += paragraph->length + 1;
    }
  self->n_changing--;
}

void
nb_ui_display_buffer_tidy (NbUiDisplayBuffer *self, const NbText *text, guint index)
{
  const NbParagraph *paragraph = nb_text_get_paragraph (text, index);
  guint start = nb_text_get_offset (text, index, 0);
  guint from = nb_ui_display_breaks_to_shown (self->breaks, start);
  guint to = nb_ui_display_breaks_to_shown (self->breaks, start + paragraph->length);
  g_autoptr (GArray) places = NULL;
  guint at;

  if (!nb_ui_display_breaks_find_last (self->breaks, from, to, &at))
    return;
  places = nb_ui_display_breaks_list (paragraph->text, 0);
  if (places->len == 0)
    nb_ui_display_buffer_join (self, from, to);
}
