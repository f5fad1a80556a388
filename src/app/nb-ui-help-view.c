/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-help-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-help-block.h"

struct _NbUiHelpView
{
  GtkWidget parent_instance;
  GtkWidget *scrolled;
  GtkWidget *blocks;
  GtkWidget *target; /* the heading that gets to the top as soon as it has a place; borrowed */
};

G_DEFINE_FINAL_TYPE (NbUiHelpView, nb_ui_help_view, GTK_TYPE_WIDGET)

static guint link_signal;

static void
nb_ui_help_view_dispose (GObject *object)
{
  NbUiHelpView *self = NB_UI_HELP_VIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (nb_ui_help_view_parent_class)->dispose (object);
}

static gboolean
move (GtkWidget *widget, GVariant *parameter, void *data)
{
  NbUiHelpView *self = NB_UI_HELP_VIEW (widget);
  gboolean handled;

  g_signal_emit_by_name (self->scrolled, "scroll-child", g_variant_get_int32 (parameter), FALSE,
                         &handled);
  return TRUE;
}

static void
nb_ui_help_view_class_init (NbUiHelpViewClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkScrollType scroll;
  } keys[] = {
    { GDK_KEY_Up, 0, GTK_SCROLL_STEP_UP },
    { GDK_KEY_Down, 0, GTK_SCROLL_STEP_DOWN },
    { GDK_KEY_Page_Up, 0, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_Page_Down, 0, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_space, 0, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_space, GDK_SHIFT_MASK, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_Home, 0, GTK_SCROLL_START },
    { GDK_KEY_End, 0, GTK_SCROLL_END },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_help_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, move, "i",
                                  keys[i].scroll);

  link_signal = g_signal_new ("link", NB_UI_TYPE_HELP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nb_ui_help_view_init (NbUiHelpView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->blocks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->blocks, "help-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->blocks);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  /* A click on a link does not jump to its paragraph's beginning. */
  gtk_viewport_set_scroll_to_focus (
      GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled))), TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static gboolean
scroll_to_target (GtkWidget *widget, GdkFrameClock *clock, void *data)
{
  NbUiHelpView *self = NB_UI_HELP_VIEW (widget);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double x, y;

  if (self->target == NULL)
    return G_SOURCE_REMOVE;
  /* Not before it was given a place. */
  if (gtk_widget_get_height (self->target) == 0
      || !gtk_widget_translate_coordinates (self->target, self->blocks, 0, 0, &x, &y))
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (down, y);
  self->target = NULL;
  return G_SOURCE_REMOVE;
}

static gboolean
follow_label_link (NbUiHelpView *self, const char *uri)
{
  g_signal_emit (self, link_signal, 0, uri + strlen ("help:"));
  return TRUE;
}

static void
follow_button (NbUiHelpView *self, GtkButton *button)
{
  g_signal_emit (self, link_signal, 0, nb_ui_help_block_get_link (GTK_WIDGET (button)));
}

/* The links in @widget lead out of the page. */
static void
connect_links (NbUiHelpView *self, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_signal_connect_swapped (widget, "activate-link", G_CALLBACK (follow_label_link), self);
  else if (nb_ui_help_block_get_link (widget) != NULL)
    g_signal_connect_swapped (widget, "clicked", G_CALLBACK (follow_button), self);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      connect_links (self, child);
}

static GtkWidget *
make_title (const char *title)
{
  GtkWidget *label = nb_ui_help_block_make_heading (title, 1);

  gtk_widget_add_css_class (label, "title-1");
  return label;
}

void
nb_ui_help_view_show (NbUiHelpView *self, NbUiHelpBook *book, const char *link)
{
  const NbUiHelpPage *page = nb_ui_help_book_lookup (book, link);
  const char *anchor = strchr (link, '#');
  GtkWidget *child, *list = NULL;
  guint number = 0;

  g_return_if_fail (page != NULL);

  self->target = NULL;
  while ((child = gtk_widget_get_first_child (self->blocks)) != NULL)
    gtk_box_remove (GTK_BOX (self->blocks), child);
  gtk_box_append (GTK_BOX (self->blocks), make_title (page->title));
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const NbUiHelpBlock *block = g_ptr_array_index (page->blocks, i);
      const NbUiHelpBlock *before = i > 0 ? page->blocks->pdata[i - 1] : NULL;
      GtkWidget *widget;

      if (before == NULL || before->kind != block->kind)
        {
          list = nb_ui_help_block_make_list (block->kind);
          number = 0;
          if (list != NULL)
            gtk_box_append (GTK_BOX (self->blocks), list);
        }
      widget = nb_ui_help_block_make (block, ++number, book);
      gtk_box_append (GTK_BOX (list != NULL ? list : self->blocks), widget);
      connect_links (self, widget);
      if (anchor != NULL && g_strcmp0 (block->anchor, anchor + 1) == 0)
        self->target = widget;
    }
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  if (self->target != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_target, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, page->title,
                                  -1);
}
