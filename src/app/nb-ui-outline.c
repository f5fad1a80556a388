/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define INDENT      14
#define LABEL_CHARS 8

struct _NbUiOutline
{
  GtkWidget parent_instance;
  NbUiTextBinding *binding;
  GListStore *headings;
  GtkSingleSelection *selection;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (NbUiOutline, nb_ui_outline, GTK_TYPE_WIDGET)

static guint activated_signal;

static void
nb_ui_outline_dispose (GObject *object)
{
  NbUiOutline *self = NB_UI_OUTLINE (object);

  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->stack)));
  g_clear_object (&self->selection);
  g_clear_object (&self->headings);
  g_clear_object (&self->binding);
  G_OBJECT_CLASS (nb_ui_outline_parent_class)->dispose (object);
}

static void
nb_ui_outline_class_init (NbUiOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_outline_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  activated_signal = g_signal_new ("activated", NB_UI_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, NB_UI_TYPE_HEADING);
}

static NbUiHeading *
peek (NbUiOutline *self, guint index)
{
  /* The store keeps it. */
  g_autoptr (NbUiHeading) heading = g_list_model_get_item (G_LIST_MODEL (self->headings), index);

  return heading;
}

static void
set_up (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string ("zh-cn")));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_list_item_set_child (item, label);
}

/* Levels are those that the Chinese official style counts in; one step to the right for each. */
static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  NbUiHeading *heading = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  GBinding *binding =
      g_object_bind_property (heading, "title", label, "label", G_BINDING_SYNC_CREATE);

  g_object_set_data_full (G_OBJECT (item), "binding", g_object_ref (binding), g_object_unref);
  gtk_widget_set_margin_start (label, (int) nb_ui_heading_get_kind (heading) * INDENT);
  gtk_widget_set_tooltip_text (label, nb_ui_heading_get_title (heading));
  if (nb_ui_heading_get_kind (heading) == NB_ITEM_HAN)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GBinding *binding = g_object_get_data (G_OBJECT (item), "binding");

  g_binding_unbind (binding);
  g_object_set_data (G_OBJECT (item), "binding", NULL);
}

static void
note_activated (NbUiOutline *self, guint index)
{
  NbUiHeading *heading = peek (self, index);

  if (heading != NULL)
    g_signal_emit (self, activated_signal, 0, heading);
}

static GtkWidget *
make_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_ ("Headings such as 一、 or （一） will be listed here."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
nb_ui_outline_init (NbUiOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), NULL);
  self->headings = g_list_store_new (NB_UI_TYPE_HEADING);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->headings)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = GTK_LIST_VIEW (
      gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_object (self->list, "activate", G_CALLBACK (note_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: list of the headings of a text. */
                                  _ ("Outline"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_placeholder (), "none");
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/* The index of the first heading at or behind the place. */
static guint
find_place (NbUiOutline *self, guint paragraph, guint offset)
{
  guint low = 0;
  guint high = g_list_model_get_n_items (G_LIST_MODEL (self->headings));

  while (low < high)
    {
      guint middle = (low + high) / 2;
      NbUiHeading *heading = peek (self, middle);
      guint at = nb_ui_heading_get_paragraph (heading);

      if (at < paragraph || (at == paragraph && nb_ui_heading_get_start (heading) < offset))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static GPtrArray *
list_headings (NbUiOutline *self, guint paragraph, guint n)
{
  const NbText *text = nb_ui_text_binding_get_text (self->binding);
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = paragraph; i < paragraph + n; i++)
    {
      const NbParagraph *in = nb_text_get_paragraph (text, i);
      const NbProse *prose = nb_paragraph_get_prose (in);

      for (guint j = 0; j < prose->n_items; j++)
        if (NB_ITEM_IS_HEADING (&prose->items[j]))
          g_ptr_array_add (headings, nb_ui_heading_new (i, in, &prose->items[j]));
    }
  return headings;
}

static void
follow_cursor (NbUiOutline *self)
{
  NbPosition cursor = nb_ui_text_binding_get_cursor (self->binding);
  guint n = find_place (self, cursor.paragraph, cursor.offset + 1);

  gtk_single_selection_set_selected (self->selection, n > 0 ? n - 1 : GTK_INVALID_LIST_POSITION);
}

static gboolean
are_alike (NbUiOutline *self, guint first, const GPtrArray *now)
{
  for (guint i = 0; i < now->len; i++)
    if (nb_ui_heading_get_kind (peek (self, first + i))
        != nb_ui_heading_get_kind (g_ptr_array_index (now, i)))
      return FALSE;
  return TRUE;
}

static void
replace (NbUiOutline *self, guint paragraph, guint removed, guint added)
{
  g_autoptr (GPtrArray) now = list_headings (self, paragraph, added);
  guint first = find_place (self, paragraph, 0);
  guint end = find_place (self, paragraph + removed, 0);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->headings));

  for (guint i = end; i < n && added != removed; i++)
    nb_ui_heading_move (peek (self, i), (int) added - (int) removed);
  if (end - first == now->len && are_alike (self, first, now))
    for (guint i = 0; i < now->len; i++)
      nb_ui_heading_follow (peek (self, first + i), g_ptr_array_index (now, i));
  else
    g_list_store_splice (self->headings, first, end - first, now->pdata, now->len);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->headings));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}

static void
note_splice (NbReport *report,
             const char *field,
             guint paragraph,
             guint removed,
             guint added,
             NbUiOutline *self)
{
  if (strcmp (field, nb_ui_text_binding_get_def (self->binding)->id) == 0)
    replace (self, paragraph, removed, added);
}

GtkWidget *
nb_ui_outline_new (NbUiTextBinding *binding)
{
  NbUiOutline *self = g_object_new (NB_UI_TYPE_OUTLINE, NULL);
  NbReport *report = nb_ui_document_get_report (nb_ui_text_binding_get_document (binding));

  self->binding = g_object_ref (binding);
  replace (self, 0, 0, nb_text_get_n_paragraphs (nb_ui_text_binding_get_text (binding)));
  g_signal_connect_object (report, "spliced", G_CALLBACK (note_splice), self, 0);
  g_signal_connect_object (nb_ui_text_binding_get_buffer (binding), "notify::cursor-position",
                           G_CALLBACK (follow_cursor), self, G_CONNECT_SWAPPED);
  follow_cursor (self);
  return GTK_WIDGET (self);
}

GListModel *
nb_ui_outline_get_headings (NbUiOutline *self)
{
  return G_LIST_MODEL (self->headings);
}

NbUiHeading *
nb_ui_outline_get_current (NbUiOutline *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}
