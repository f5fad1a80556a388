/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-line-binding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-typed-text.h"

struct _NbUiLineBinding
{
  GObject parent_instance;
  NbUiDocument *document;
  const NbFieldDef *def;
  GtkEditable *text; /* the entry's delegate; weak */
  gboolean composing;
  gboolean applying; /* a change is on its way between entry and report */
};

G_DEFINE_FINAL_TYPE (NbUiLineBinding, nb_ui_line_binding, G_TYPE_OBJECT)

static void
set_composing (NbUiLineBinding *self, gboolean composing)
{
  if (self->composing == composing)
    return;
  self->composing = composing;
  nb_ui_document_set_composing (self->document, composing);
}

static void
nb_ui_line_binding_dispose (GObject *object)
{
  NbUiLineBinding *self = NB_UI_LINE_BINDING (object);

  if (self->document != NULL)
    set_composing (self, FALSE);
  g_clear_weak_pointer (&self->text);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_line_binding_parent_class)->dispose (object);
}

static void
nb_ui_line_binding_class_init (NbUiLineBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_ui_line_binding_dispose;
}

static void
nb_ui_line_binding_init (NbUiLineBinding *self)
{
}

static gboolean
splice (NbUiLineBinding *self, int start, int end, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  self->applying = TRUE;
  done = nb_report_splice (nb_ui_document_get_report (self->document), self->def->id,
                           (NbPosition){ 0, (guint) start }, (NbPosition){ 0, (guint) end }, text,
                           &error);
  self->applying = FALSE;
  if (!done)
    nb_ui_document_remark (self->document, error->message);
  return done;
}

static void
note_insert (
    GtkEditable *editable, const char *text, int length, int *position, NbUiLineBinding *self)
{
  g_autofree char *clean = NULL;
  g_autofree char *inserted = NULL;
  guint n_lost;

  if (self->applying)
    return;
  clean = nb_ui_typed_text_clean (text, length, TRUE, &n_lost);
  if (clean != NULL)
    {
      g_signal_stop_emission_by_name (editable, "insert-text");
      gtk_editable_insert_text (editable, clean, -1, position);
      if (n_lost > 0)
        nb_ui_document_remark (self->document,
                               _ ("Characters that a report cannot hold were replaced by �."));
      return;
    }
  inserted = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  if (!splice (self, *position, *position, inserted))
    g_signal_stop_emission_by_name (editable, "insert-text");
}

static void
note_delete (GtkEditable *editable, int start, int end, NbUiLineBinding *self)
{
  int length;

  if (self->applying)
    return;
  length = (int) g_utf8_strlen (gtk_editable_get_text (editable), -1);
  end = end < 0 ? length : MIN (end, length);
  if (start < end && !splice (self, start, end, ""))
    g_signal_stop_emission_by_name (editable, "delete-text");
}

static void
note_preedit (GtkText *text, const char *preedit, NbUiLineBinding *self)
{
  set_composing (self, *preedit != '\0');
}

/* Shows @after, leaving alone what it has in common with what is shown; the cursor goes to the change. */
static void
show (NbUiLineBinding *self, const char *after)
{
  g_autofree char *before = g_strdup (gtk_editable_get_text (self->text));
  glong before_length = g_utf8_strlen (before, -1);
  glong after_length = g_utf8_strlen (after, -1);
  glong shorter = MIN (before_length, after_length);
  const char *a = before;
  const char *b = after;
  const char *a_end = before + strlen (before);
  const char *b_end = after + strlen (after);
  int head = 0;
  int tail = 0;
  int position;

  for (; head < shorter && g_utf8_get_char (a) == g_utf8_get_char (b); head++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  for (; tail < shorter - head; tail++)
    {
      const char *a_last = g_utf8_prev_char (a_end);
      const char *b_last = g_utf8_prev_char (b_end);

      if (g_utf8_get_char (a_last) != g_utf8_get_char (b_last))
        break;
      a_end = a_last;
      b_end = b_last;
    }
  position = head;
  gtk_editable_delete_text (self->text, head, (int) before_length - tail);
  gtk_editable_insert_text (self->text, b, (int) (b_end - b), &position);
  gtk_editable_set_position (self->text, position);
}

static void
note_splice (NbReport *report,
             const char *field,
             guint paragraph,
             guint removed,
             guint added,
             NbUiLineBinding *self)
{
  g_autofree char *after = NULL;

  if (self->applying || self->text == NULL || strcmp (field, self->def->id) != 0)
    return;
  after = nb_field_dup_string (nb_report_lookup_field (report, field));
  self->applying = TRUE;
  show (self, after);
  self->applying = FALSE;
}

NbUiLineBinding *
nb_ui_line_binding_new (NbUiDocument *document, const NbFieldDef *def, GtkEntry *entry)
{
  NbUiLineBinding *self = g_object_new (NB_UI_TYPE_LINE_BINDING, NULL);
  NbReport *report = nb_ui_document_get_report (document);
  g_autofree char *text = nb_field_dup_string (nb_report_lookup_field (report, def->id));

  self->document = g_object_ref (document);
  self->def = def;
  g_set_weak_pointer (&self->text, gtk_editable_get_delegate (GTK_EDITABLE (entry)));
  /* There is one history, the report's. */
  gtk_editable_set_enable_undo (self->text, FALSE);
  gtk_editable_set_editable (self->text, !nb_ui_document_get_read_only (document));
  gtk_editable_set_text (self->text, text);

  g_signal_connect_object (self->text, "insert-text", G_CALLBACK (note_insert), self, 0);
  g_signal_connect_object (self->text, "delete-text", G_CALLBACK (note_delete), self, 0);
  g_signal_connect_object (self->text, "preedit-changed", G_CALLBACK (note_preedit), self, 0);
  g_signal_connect_object (report, "spliced", G_CALLBACK (note_splice), self, 0);
  return self;
}
