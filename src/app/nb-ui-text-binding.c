/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-text-binding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-display-buffer.h"
#include "nb-ui-paste.h"
#include "nb-ui-typed-text.h"

struct _NbUiTextBinding
{
  GObject parent_instance;
  NbUiDocument *document;
  const NbFieldDef *def;
  NbUiDisplayBuffer *display;
  GtkTextBuffer *buffer; /* the same, borrowed */
  GPtrArray *views;      /* borrowed GtkTextView, each with a weak reference */
  GtkTextTag *language;
  GtkTextView *composing; /* one of them, or NULL */
  gboolean applying;      /* a change is on its way between buffer and report */
  guint tidy_source;
};

G_DEFINE_FINAL_TYPE (NbUiTextBinding, nb_ui_text_binding, G_TYPE_OBJECT)

static void
set_composing (NbUiTextBinding *self, GtkTextView *view)
{
  gboolean before = self->composing != NULL;

  self->composing = view;
  if (before != (view != NULL))
    nb_ui_document_set_composing (self->document, view != NULL);
}

static void
forget_view (void *data, GObject *view)
{
  NbUiTextBinding *self = data;

  g_ptr_array_remove (self->views, view);
  if ((GObject *) self->composing == view)
    set_composing (self, NULL);
}

static void
nb_ui_text_binding_dispose (GObject *object)
{
  NbUiTextBinding *self = NB_UI_TEXT_BINDING (object);

  g_clear_handle_id (&self->tidy_source, g_source_remove);
  if (self->document != NULL)
    set_composing (self, NULL);
  for (guint i = 0; i < self->views->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->views, i), forget_view, self);
  g_ptr_array_set_size (self->views, 0);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_text_binding_parent_class)->dispose (object);
}

static void
nb_ui_text_binding_finalize (GObject *object)
{
  NbUiTextBinding *self = NB_UI_TEXT_BINDING (object);

  g_ptr_array_unref (self->views);
  nb_ui_display_buffer_free (self->display);
  G_OBJECT_CLASS (nb_ui_text_binding_parent_class)->finalize (object);
}

static void
nb_ui_text_binding_class_init (NbUiTextBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_ui_text_binding_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_ui_text_binding_finalize;
}

static void
nb_ui_text_binding_init (NbUiTextBinding *self)
{
  self->display = nb_ui_display_buffer_new ();
  self->buffer = nb_ui_display_buffer_get_buffer (self->display);
  self->views = g_ptr_array_new ();
}

NbText *
nb_ui_text_binding_get_text (NbUiTextBinding *self)
{
  NbReport *report = nb_ui_document_get_report (self->document);

  return nb_field_get_text (nb_report_lookup_field (report, self->def->id));
}

/* Positions go over the offset, not the line: GTK breaks lines at U+2029 too, a report does not. */
NbPosition
nb_ui_text_binding_get_position (NbUiTextBinding *self, const GtkTextIter *iter)
{
  NbPosition position;

  nb_text_get_position (nb_ui_text_binding_get_text (self),
                        nb_ui_display_buffer_to_text (self->display, iter), &position.paragraph,
                        &position.offset);
  return position;
}

NbPosition
nb_ui_text_binding_get_cursor (NbUiTextBinding *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  return nb_ui_text_binding_get_position (self, &iter);
}

void
nb_ui_text_binding_get_iter (NbUiTextBinding *self, guint paragraph, guint offset, GtkTextIter *out)
{
  const NbText *text = nb_ui_text_binding_get_text (self);
  const NbParagraph *place = nb_text_get_paragraph (text, paragraph);
  guint at = place != NULL ? nb_text_get_offset (text, paragraph, MIN (offset, place->length)) : 0;

  nb_ui_display_buffer_get_iter (self->display, at, out);
}

static gboolean
splice (NbUiTextBinding *self, const GtkTextIter *start, const GtkTextIter *end, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  self->applying = TRUE;
  done = nb_report_splice (nb_ui_document_get_report (self->document), self->def->id,
                           nb_ui_text_binding_get_position (self, start),
                           nb_ui_text_binding_get_position (self, end), text, &error);
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

  if (self->applying || nb_ui_display_buffer_is_changing (self->display))
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
  if (strchr (inserted, '\n') != NULL)
    nb_ui_display_buffer_drop_break (self->display, where);
  if (!splice (self, where, where, inserted)
      || nb_ui_display_buffer_insert (self->display, where, inserted))
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

static gboolean
tidy (void *data)
{
  NbUiTextBinding *self = data;

  self->tidy_source = 0;
  if (self->composing == NULL)
    nb_ui_display_buffer_tidy (self->display, nb_ui_text_binding_get_text (self),
                               nb_ui_text_binding_get_cursor (self).paragraph);
  return G_SOURCE_REMOVE;
}

static void
note_delete (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, NbUiTextBinding *self)
{
  if (self->applying || nb_ui_display_buffer_is_changing (self->display)
      || gtk_text_iter_equal (start, end))
    return;
  if (nb_ui_display_buffer_grow_deletion (self->display, start, end))
    {
      g_signal_stop_emission_by_name (buffer, "delete-range");
      gtk_text_buffer_delete (buffer, start, end);
      return;
    }
  if (!splice (self, start, end, ""))
    {
      g_signal_stop_emission_by_name (buffer, "delete-range");
      return;
    }
  nb_ui_display_buffer_note_deletion (self->display, start, end);
  if (self->tidy_source == 0)
    self->tidy_source = g_idle_add (tidy, self);
}

static void
note_preedit (GtkTextView *view, const char *preedit, NbUiTextBinding *self)
{
  set_composing (self, *preedit != '\0' ? view : NULL);
}

gboolean
nb_ui_text_binding_is_composing (NbUiTextBinding *self)
{
  return self->composing != NULL;
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

/* From @from characters after the beginning of the buffer's text to @tail before its end, where no display
 * break is left. */
static void
get_old_range (NbUiTextBinding *self, guint from, guint tail, GtkTextIter *start, GtkTextIter *end)
{
  guint to;

  gtk_text_buffer_get_end_iter (self->buffer, end);
  to = nb_ui_display_buffer_to_text (self->display, end) - tail;
  nb_ui_display_buffer_get_iter (self->display, from, start);
  nb_ui_display_buffer_get_iter (self->display, to, end);
  nb_ui_display_buffer_join (self->display, (guint) gtk_text_iter_get_offset (start),
                             (guint) gtk_text_iter_get_offset (end));
  nb_ui_display_buffer_get_iter (self->display, from, start);
  nb_ui_display_buffer_get_iter (self->display, to, end);
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

  if (self->applying || strcmp (field, self->def->id) != 0)
    return;
  text = nb_ui_text_binding_get_text (self);
  last = paragraph + added - 1;
  last_length = nb_text_get_paragraph (text, last)->length;
  after = nb_text_dup_range (text, paragraph, 0, last, last_length);
  tail = nb_text_get_length (text) - nb_text_get_offset (text, last, last_length);
  get_old_range (self, nb_text_get_offset (text, paragraph, 0), tail, &start, &end);

  self->applying = TRUE;
  difference = find_difference (&start, &end, after);
  nb_ui_display_buffer_replace (self->display, &start, &end, difference);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  nb_ui_display_buffer_break (self->display, text, paragraph, last);
  self->applying = FALSE;
  for (guint i = 0; i < self->views->len; i++)
    gtk_text_view_scroll_mark_onscreen (g_ptr_array_index (self->views, i),
                                        gtk_text_buffer_get_insert (self->buffer));
}

void
nb_ui_text_binding_add_view (NbUiTextBinding *self, GtkTextView *view)
{
  gtk_text_view_set_buffer (view, self->buffer);
  gtk_text_view_set_editable (view, !nb_ui_document_get_read_only (self->document));
  nb_ui_paste_clean (view, self->document);
  g_ptr_array_add (self->views, view);
  g_object_weak_ref (G_OBJECT (view), forget_view, self);
  g_signal_connect_object (view, "preedit-changed", G_CALLBACK (note_preedit), self, 0);
}

void
nb_ui_text_binding_remove_view (NbUiTextBinding *self, GtkTextView *view)
{
  if (!g_ptr_array_remove (self->views, view))
    return;
  g_object_weak_unref (G_OBJECT (view), forget_view, self);
  g_signal_handlers_disconnect_by_func (view, note_preedit, self);
  nb_ui_paste_leave (view, self->document);
  if (self->composing == view)
    set_composing (self, NULL);
  gtk_text_view_set_buffer (view, NULL);
}

NbUiTextBinding *
nb_ui_text_binding_new (NbUiDocument *document, const NbFieldDef *def)
{
  NbUiTextBinding *self = g_object_new (NB_UI_TYPE_TEXT_BINDING, NULL);
  NbReport *report = nb_ui_document_get_report (document);
  g_autofree char *text = NULL;
  GtkTextIter start;

  self->document = g_object_ref (document);
  self->def = def;
  self->language = gtk_text_buffer_create_tag (self->buffer, NULL, "language", "zh-cn", NULL);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (mark_language), self,
                           G_CONNECT_AFTER);

  /* There is one history, the report's. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  text = nb_text_dup_string (nb_ui_text_binding_get_text (self));
  gtk_text_buffer_set_text (self->buffer, text, -1);
  nb_ui_display_buffer_break (self->display, nb_ui_text_binding_get_text (self), 0,
                              nb_text_get_n_paragraphs (nb_ui_text_binding_get_text (self)) - 1);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);

  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (note_insert), self, 0);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (note_delete), self, 0);
  g_signal_connect_object (report, "spliced", G_CALLBACK (note_splice), self, 0);
  return self;
}

NbUiDocument *
nb_ui_text_binding_get_document (NbUiTextBinding *self)
{
  return self->document;
}

const NbFieldDef *
nb_ui_text_binding_get_def (NbUiTextBinding *self)
{
  return self->def;
}

GtkTextBuffer *
nb_ui_text_binding_get_buffer (NbUiTextBinding *self)
{
  return self->buffer;
}
