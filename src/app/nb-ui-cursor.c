/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-cursor.h"

struct _NbUiCursor
{
  GObject parent_instance;
  NbUiContent *content; /* borrowed */
  GtkRoot *root;        /* weak */
  const NbFieldDef *def;
  NbUiTextBinding *binding; /* of a long field, else NULL; borrowed */
  GObject *watched;         /* what tells of the cursor: a buffer or an entry; weak */
};

G_DEFINE_FINAL_TYPE (NbUiCursor, nb_ui_cursor, G_TYPE_OBJECT)

static guint moved_signal;

static void
unwatch (NbUiCursor *self)
{
  if (self->watched != NULL)
    g_signal_handlers_disconnect_by_data (self->watched, self);
  g_clear_weak_pointer (&self->watched);
}

static void
nb_ui_cursor_dispose (GObject *object)
{
  NbUiCursor *self = NB_UI_CURSOR (object);

  unwatch (self);
  g_clear_weak_pointer (&self->root);
  G_OBJECT_CLASS (nb_ui_cursor_parent_class)->dispose (object);
}

static void
nb_ui_cursor_class_init (NbUiCursorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_ui_cursor_dispose;
  moved_signal = g_signal_new ("moved", NB_UI_TYPE_CURSOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
nb_ui_cursor_init (NbUiCursor *self)
{
}

static void
tell (NbUiCursor *self)
{
  g_signal_emit (self, moved_signal, 0);
}

static void
watch (NbUiCursor *self, void *object)
{
  unwatch (self);
  g_set_weak_pointer (&self->watched, G_OBJECT (object));
  g_signal_connect_object (object, "notify::cursor-position", G_CALLBACK (tell), self,
                           G_CONNECT_SWAPPED);
}

/* Whatever got the focus: a field, something beside it, or something elsewhere. */
static void
note_focus (NbUiCursor *self)
{
  const char *field = nb_ui_content_get_focus_field (self->content);
  NbUiFieldRow *row;
  NbUiLongEditor *editor;

  if (field == NULL || (self->def != NULL && g_str_equal (field, self->def->id)))
    return;
  row = nb_ui_form_view_lookup_row (nb_ui_content_get_form_view (self->content), field);
  editor = nb_ui_field_row_get_long_editor (row);
  self->def = nb_ui_field_row_get_def (row);
  self->binding = editor != NULL ? nb_ui_long_editor_get_binding (editor) : NULL;
  if (self->binding != NULL)
    watch (self, nb_ui_text_binding_get_buffer (self->binding));
  else if (GTK_IS_EDITABLE (nb_ui_field_row_get_editor (row)))
    watch (self, nb_ui_field_row_get_editor (row));
  else
    unwatch (self);
  tell (self);
}

static void
note_root (NbUiCursor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->content));

  if (self->root != NULL)
    g_signal_handlers_disconnect_by_data (self->root, self);
  g_set_weak_pointer (&self->root, root);
  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (note_focus), self,
                             G_CONNECT_SWAPPED);
}

NbUiCursor *
nb_ui_cursor_new (NbUiContent *content)
{
  NbUiCursor *self = g_object_new (NB_UI_TYPE_CURSOR, NULL);

  self->content = content;
  g_signal_connect_object (content, "notify::root", G_CALLBACK (note_root), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::narrative", G_CALLBACK (note_focus), self,
                           G_CONNECT_SWAPPED);
  note_root (self);
  return self;
}

const char *
nb_ui_cursor_get_place (NbUiCursor *self, NbPosition *position)
{
  *position = (NbPosition){ 0, 0 };
  if (self->def == NULL)
    return NULL;
  if (self->binding != NULL)
    *position = nb_ui_text_binding_get_cursor (self->binding);
  else if (self->watched != NULL)
    position->offset = (guint) gtk_editable_get_position (GTK_EDITABLE (self->watched));
  return self->def->id;
}
