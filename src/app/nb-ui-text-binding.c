/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-text-binding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-typed-text.h"

struct _NbUiTextBinding
{
  GObject parent_instance;
  NbUiDocument *document;
  const NbFieldDef *def;
  GtkTextView *view; /* weak */
  GtkTextBuffer *buffer;
  GtkTextTag *language;
  gboolean composing;
  gboolean applying; /* a change is on its way between buffer and report */
};

G_DEFINE_FINAL_TYPE (NbUiTextBinding, nb_ui_text_binding, G_TYPE_OBJECT)

static void
set_composing (NbUiTextBinding *self, gboolean composing)
{
  if (self->composing == composing)
    return;
  self->composing = composing;
  nb_ui_document_set_composing (self->document, composing);
}

static void
nb_ui_text_binding_dispose (GObject *object)
{
  NbUiTextBinding *self = NB_UI_TEXT_BINDING (object);

  if (self->document != NULL)
    set_composing (self, FALSE);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->buffer);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_text_binding_parent_class)->dispose (object);
}

static void
nb_ui_text_binding_class_init (NbUiTextBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_ui_text_binding_dispose;
}

static void
nb_ui_text_binding_init (NbUiTextBinding *self)
{
}

static NbText *
get_text (NbUiTextBinding *self)
{
  NbReport *report = nb_ui_document_get_report (self->document);

  return nb_field_get_text (nb_report_lookup_field (report, self->def->id));
}

/* Positions go over the offset, not the line: GTK breaks lines at U+2029 too, a report does not. */
static NbPosition
get_position (NbUiTextBinding *self, const GtkTextIter *iter)
{
  NbPosition position;

  nb_text_get_position (get_text (self), (guint) gtk_text_iter_get_offset (iter),
                        &position.paragraph, &position.offset);
  return position;
}

static gboolean
splice (NbUiTextBinding *self, const GtkTextIter *start, const GtkTextIter *end, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  self->applying = TRUE;
  done = nb_report_splice (nb_ui_document_get_report (self->document), self->def->id,
                           get_position (self, start), get_position (self, end), text, &error);
  self->applying = FALSE;
  if (!done)
    nb_ui_document_remark (self->document, error->message);
  return done;
}

static void
note_insert (
    GtkTextBuffer *buffer, GtkTextIter *where, const char *text, int length, NbUiTextBinding *self)
{
  g_autofree char *clean = NULL;
  g_autofree char *inserted = NULL;
  guint n_lost;

  if (self->applying)
    return;
  clean = nb_ui_typed_text_clean (text, length, FALSE, &n_lost);
  if (clean != NULL)
    {
      g_signal_stop_emission_by_name (buffer, "insert-text");
      gtk_text_buffer_insert (buffer, where, clean, -1);
      if (n_lost > 0)
        nb_ui_document_remark (self->document,
                               _ ("Characters that a report cannot hold were replaced by �."));
      return;
    }
  inserted = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  if (!splice (self, where, where, inserted))
    g_signal_stop_emission_by_name (buffer, "insert-text");
}

/* Han characters look as in China, whatever the language of the interface. */
static void
mark_language (
    GtkTextBuffer *buffer, GtkTextIter *end, const char *text, int length, NbUiTextBinding *self)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  gtk_text_buffer_apply_tag (buffer, self->language, &start, end);
}

static void
note_delete (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, NbUiTextBinding *self)
{
  if (!self->applying && !splice (self, start, end, ""))
    g_signal_stop_emission_by_name (buffer, "delete-range");
}

static void
note_preedit (GtkTextView *view, const char *preedit, NbUiTextBinding *self)
{
  set_composing (self, *preedit != '\0');
}

/* Moves @start and @end to what differs between the buffer's text there and @text; returns what shall stand
 * between them (free with g_free()). */
static char *
find_difference (GtkTextIter *start, GtkTextIter *end, const char *text)
{
  const char *text_end = text + strlen (text);

  while (text < text_end && !gtk_text_iter_equal (start, end)
         && gtk_text_iter_get_char (start) == g_utf8_get_char (text))
    {
      gtk_text_iter_forward_char (start);
      text = g_utf8_next_char (text);
    }
  while (text < text_end && !gtk_text_iter_equal (start, end))
    {
      const char *last = g_utf8_prev_char (text_end);
      GtkTextIter before = *end;

      gtk_text_iter_backward_char (&before);
      if (gtk_text_iter_get_char (&before) != g_utf8_get_char (last))
        break;
      *end = before;
      text_end = last;
    }
  return g_strndup (text, (gsize) (text_end - text));
}

/* The paragraphs before and after the splice are the same on both sides, so they tell where it is in the
 * buffer, which still has the old text. */
static void
note_splice (NbReport *report,
             const char *field,
             guint paragraph,
             guint removed,
             guint added,
             NbUiTextBinding *self)
{
  const NbText *text;
  g_autofree char *after = NULL;
  g_autofree char *difference = NULL;
  guint last, last_length, tail;
  GtkTextIter start, end;

  if (self->applying || self->view == NULL || strcmp (field, self->def->id) != 0)
    return;
  text = get_text (self);
  last = paragraph + added - 1;
  last_length = nb_text_get_paragraph (text, last)->length;
  after = nb_text_dup_range (text, paragraph, 0, last, last_length);
  tail = nb_text_get_length (text) - nb_text_get_offset (text, last, last_length);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start,
                                      (int) nb_text_get_offset (text, paragraph, 0));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end,
                                      gtk_text_buffer_get_char_count (self->buffer) - (int) tail);

  self->applying = TRUE;
  difference = find_difference (&start, &end, after);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, difference, -1);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->applying = FALSE;
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
}

NbUiTextBinding *
nb_ui_text_binding_new (NbUiDocument *document, const NbFieldDef *def, GtkTextView *view)
{
  NbUiTextBinding *self = g_object_new (NB_UI_TYPE_TEXT_BINDING, NULL);
  NbReport *report = nb_ui_document_get_report (document);
  g_autofree char *text = NULL;
  GtkTextIter start;

  self->document = g_object_ref (document);
  self->def = def;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  g_set_weak_pointer (&self->view, view);
  self->language = gtk_text_buffer_create_tag (self->buffer, NULL, "language", "zh-cn", NULL);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (mark_language), self,
                           G_CONNECT_AFTER);

  /* There is one history, the report's. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_editable (view, !nb_ui_document_get_read_only (document));
  text = nb_text_dup_string (get_text (self));
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);

  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (note_insert), self, 0);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (note_delete), self, 0);
  g_signal_connect_object (view, "preedit-changed", G_CALLBACK (note_preedit), self, 0);
  g_signal_connect_object (report, "spliced", G_CALLBACK (note_splice), self, 0);
  return self;
}
