/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-find-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-text-find.h"
#include "nb-ui-flow-layout.h"

/* The words are looked for again so long after the text changed. */
#define FOLLOW_DELAY_MS 200
/* More of them are counted, but not marked. */
#define MOST_MARKED 1000

struct _NbUiFindBar
{
  GtkWidget parent_instance;
  NbUiTextBinding *binding;
  GArray *found; /* of NbSpan, in order */
  GtkTextTag *mark;
  GtkTextMark *from, *to; /* the selection that is searched, or NULL */
  guint follow_source;

  GtkEntry *words;
  GtkLabel *count;
  GtkToggleButton *in_selection;
  GtkWidget *replacing;
  GtkEntry *replacement;
};

G_DEFINE_FINAL_TYPE (NbUiFindBar, nb_ui_find_bar, GTK_TYPE_WIDGET)

static guint found_signal, closed_signal;

static GtkTextBuffer *
get_buffer (NbUiFindBar *self)
{
  return nb_ui_text_binding_get_buffer (self->binding);
}

static void
forget_selection (NbUiFindBar *self)
{
  if (self->from == NULL)
    return;
  gtk_text_buffer_delete_mark (get_buffer (self), g_steal_pointer (&self->from));
  gtk_text_buffer_delete_mark (get_buffer (self), g_steal_pointer (&self->to));
}

static void
clear_marks (NbUiFindBar *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), self->mark, &start, &end);
}

static void
nb_ui_find_bar_dispose (GObject *object)
{
  NbUiFindBar *self = NB_UI_FIND_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->follow_source, g_source_remove);
  if (self->binding != NULL)
    {
      forget_selection (self);
      gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (get_buffer (self)), self->mark);
    }
  g_clear_object (&self->binding);
  g_clear_pointer (&self->found, g_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_FIND_BAR);
  G_OBJECT_CLASS (nb_ui_find_bar_parent_class)->dispose (object);
}

/* Keeps of what was found what stands in the selection. */
static void
keep_selected (NbUiFindBar *self)
{
  for (guint i = self->found->len; i > 0; i--)
    {
      NbSpan span = g_array_index (self->found, NbSpan, i - 1);
      GtkTextIter from, to, start, end;

      gtk_text_buffer_get_iter_at_mark (get_buffer (self), &from, self->from);
      gtk_text_buffer_get_iter_at_mark (get_buffer (self), &to, self->to);
      nb_ui_text_binding_get_iter (self->binding, span.paragraph, span.start, &start);
      nb_ui_text_binding_get_iter (self->binding, span.paragraph, span.end, &end);
      if (gtk_text_iter_compare (&start, &from) < 0 || gtk_text_iter_compare (&end, &to) > 0)
        g_array_remove_index (self->found, i - 1);
    }
}

static gboolean
is_before (NbSpan span, NbPosition place)
{
  return span.paragraph < place.paragraph
         || (span.paragraph == place.paragraph && span.start < place.offset);
}

/* The number of the found words that are selected, from 1; 0 for none. */
static guint
get_current (NbUiFindBar *self)
{
  GtkTextIter start, end;
  NbPosition place;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return 0;
  place = nb_ui_text_binding_get_position (self->binding, &start);
  for (guint i = 0; i < self->found->len; i++)
    {
      NbSpan span = g_array_index (self->found, NbSpan, i);

      if (span.paragraph == place.paragraph && span.start == place.offset)
        return i + 1;
    }
  return 0;
}

static void
show_count (NbUiFindBar *self)
{
  guint n = self->found->len;
  guint current = get_current (self);
  g_autofree char *words = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->words)) == '\0')
    words = g_strdup ("");
  else if (current > 0)
    /* Translators: the number of the found words that one is at, and how many there are. */
    words = g_strdup_printf (_ ("%u of %u"), current, n);
  else
    words = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  gtk_label_set_text (self->count, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace-all", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace", n > 0);
}

static void
search (NbUiFindBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->words));

  g_clear_pointer (&self->found, g_array_unref);
  self->found = nb_text_find (nb_ui_text_binding_get_text (self->binding), words);
  if (self->from != NULL)
    keep_selected (self);
  clear_marks (self);
  for (guint i = 0; i < MIN (self->found->len, MOST_MARKED); i++)
    {
      NbSpan span = g_array_index (self->found, NbSpan, i);
      GtkTextIter start, end;

      nb_ui_text_binding_get_iter (self->binding, span.paragraph, span.start, &start);
      nb_ui_text_binding_get_iter (self->binding, span.paragraph, span.end, &end);
      gtk_text_buffer_apply_tag (get_buffer (self), self->mark, &start, &end);
    }
  show_count (self);
}

static gboolean
follow (void *data)
{
  NbUiFindBar *self = data;

  if (nb_ui_text_binding_is_composing (self->binding))
    return G_SOURCE_CONTINUE;
  self->follow_source = 0;
  search (self);
  return G_SOURCE_REMOVE;
}

static void
note_text (NbUiFindBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && self->follow_source == 0)
    self->follow_source = g_timeout_add (FOLLOW_DELAY_MS, follow, self);
}

static void
note_cursor (NbUiFindBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    show_count (self);
}

static void
note_words (NbUiFindBar *self)
{
  search (self);
}

void
nb_ui_find_bar_step (NbUiFindBar *self, int step)
{
  guint current = get_current (self);
  guint n = self->found->len;
  guint at = 0;

  if (n == 0)
    return;
  if (current > 0)
    at = (current - 1 + n + (guint) (step > 0 ? 1 : -1)) % n;
  else
    {
      NbPosition cursor = nb_ui_text_binding_get_cursor (self->binding);

      while (at < n && is_before (g_array_index (self->found, NbSpan, at), cursor))
        at++;
      at = (step > 0 ? at : at + n - 1) % n;
    }
  g_signal_emit (self, found_signal, 0, &g_array_index (self->found, NbSpan, at));
  show_count (self);
}

static void
note_activated (NbUiFindBar *self)
{
  nb_ui_find_bar_step (self, 1);
}

static void
note_in_selection (NbUiFindBar *self)
{
  GtkTextIter start, end;

  forget_selection (self);
  if (gtk_toggle_button_get_active (self->in_selection))
    {
      if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
        {
          /* There is none: everything is searched, as the button then says. */
          gtk_toggle_button_set_active (self->in_selection, FALSE);
          return;
        }
      self->from = gtk_text_buffer_create_mark (get_buffer (self), NULL, &start, TRUE);
      self->to = gtk_text_buffer_create_mark (get_buffer (self), NULL, &end, FALSE);
    }
  search (self);
}

static void
replace_spans (NbUiFindBar *self, guint first, guint n)
{
  NbUiDocument *document = nb_ui_text_binding_get_document (self->binding);
  const char *replacement = gtk_editable_get_text (GTK_EDITABLE (self->replacement));
  g_autoptr (GPtrArray) edits = nb_text_edits_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + n; i++)
    nb_text_edits_add (edits, g_array_index (self->found, NbSpan, i), replacement);
  if (!nb_ui_document_make_edits (document, nb_ui_text_binding_get_def (self->binding)->id, edits,
                                  &error))
    nb_ui_document_remark (document, error->message);
  search (self);
}

static void
replace (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFindBar *self = NB_UI_FIND_BAR (widget);
  guint current;

  search (self);
  current = get_current (self);
  if (current > 0)
    replace_spans (self, current - 1, 1);
  nb_ui_find_bar_step (self, 1);
}

static void
replace_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFindBar *self = NB_UI_FIND_BAR (widget);
  NbUiDocument *document = nb_ui_text_binding_get_document (self->binding);
  g_autofree char *sentence = NULL;
  guint n;

  if (!nb_ui_document_can_change (document))
    return;
  search (self);
  n = self->found->len;
  replace_spans (self, 0, n);
  sentence =
      g_strdup_printf (ngettext ("%u place was replaced.", "%u places were replaced.", n), n);
  nb_ui_document_remark (document, sentence);
}

static void
note_replaced (NbUiFindBar *self)
{
  replace (GTK_WIDGET (self), NULL, NULL);
}

static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_find_bar_step (NB_UI_FIND_BAR (widget), g_str_equal (action, "find.next") ? 1 : -1);
}

static void
close_bar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_find_bar_close (NB_UI_FIND_BAR (widget));
}

static void
nb_ui_find_bar_class_init (NbUiFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_find_bar_dispose;
  g_type_ensure (NB_UI_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nianbao/Nianbao/ui/nb-ui-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiFindBar, words);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindBar, in_selection);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindBar, replacing);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindBar, replacement);
  gtk_widget_class_bind_template_callback (widget_class, note_words);
  gtk_widget_class_bind_template_callback (widget_class, note_activated);
  gtk_widget_class_bind_template_callback (widget_class, note_in_selection);
  gtk_widget_class_bind_template_callback (widget_class, note_replaced);
  gtk_widget_class_install_action (widget_class, "find.next", NULL, step);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, step);
  gtk_widget_class_install_action (widget_class, "find.replace", NULL, replace);
  gtk_widget_class_install_action (widget_class, "find.replace-all", NULL, replace_all);
  gtk_widget_class_install_action (widget_class, "find.close", NULL, close_bar);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "find.close", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  found_signal = g_signal_new ("found", NB_UI_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_POINTER);
  closed_signal = g_signal_new ("closed", NB_UI_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
nb_ui_find_bar_init (NbUiFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nb_ui_find_bar_new (NbUiTextBinding *binding)
{
  NbUiFindBar *self = g_object_new (NB_UI_TYPE_FIND_BAR, NULL);
  GdkRGBA colour;

  self->binding = g_object_ref (binding);
  self->found = g_array_new (FALSE, FALSE, sizeof (NbSpan));
  gdk_rgba_parse (&colour, "rgba(229,165,10,0.35)");
  self->mark =
      gtk_text_buffer_create_tag (get_buffer (self), NULL, "background-rgba", &colour, NULL);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (note_text), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (note_cursor),
                           self, G_CONNECT_SWAPPED);
  show_count (self);
  return GTK_WIDGET (self);
}

void
nb_ui_find_bar_open (NbUiFindBar *self, gboolean replacing)
{
  GtkTextIter start, end;

  if (nb_ui_text_binding_is_composing (self->binding))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (
      self->replacing,
      replacing && !nb_ui_document_get_read_only (nb_ui_text_binding_get_document (self->binding)));
  /* Words of one paragraph are looked for, more of them are looked through. */
  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    {
      if (gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
        {
          g_autofree char *words = gtk_text_iter_get_visible_text (&start, &end);

          gtk_editable_set_text (GTK_EDITABLE (self->words), words);
        }
      else
        gtk_toggle_button_set_active (self->in_selection, TRUE);
    }
  search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

void
nb_ui_find_bar_close (NbUiFindBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_toggle_button_set_active (self->in_selection, FALSE);
  clear_marks (self);
  g_signal_emit (self, closed_signal, 0);
}
