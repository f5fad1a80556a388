/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-figures-pane.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-handing-in.h"

struct _NbUiFiguresPane
{
  GtkWidget parent_instance;
  NbUiTextBinding *binding;
  GListStore *figures;
  GtkLabel *summary;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (NbUiFiguresPane, nb_ui_figures_pane, GTK_TYPE_WIDGET)

static guint activated_signal;

static void
nb_ui_figures_pane_dispose (GObject *object)
{
  NbUiFiguresPane *self = NB_UI_FIGURES_PANE (object);

  if (self->box != NULL)
    gtk_widget_unparent (g_steal_pointer (&self->box));
  g_clear_object (&self->figures);
  g_clear_object (&self->binding);
  G_OBJECT_CLASS (nb_ui_figures_pane_parent_class)->dispose (object);
}

static void
nb_ui_figures_pane_class_init (NbUiFiguresPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_ui_figures_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  activated_signal = g_signal_new ("activated", NB_UI_TYPE_FIGURES_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, NB_UI_TYPE_FIGURE);
}

static void
show_summary (NbUiFiguresPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->figures));
  guint n_proved = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbUiFigure) figure = g_list_model_get_item (G_LIST_MODEL (self->figures), i);

      n_proved += nb_ui_figure_get_proved (figure) ? 1 : 0;
    }
  words = n > 0 ? g_strdup_printf (
              ngettext ("%u of %u number proved", "%u of %u numbers proved", n), n_proved, n)
                : g_strdup (_ ("There are no numbers in the text."));
  gtk_label_set_text (self->summary, words);
}

static NbUiHandingIn *
get_kept (NbUiFiguresPane *self)
{
  return nb_ui_document_get_handing_in (nb_ui_text_binding_get_document (self->binding));
}

static void
note_proved (NbUiFigure *figure, GParamSpec *pspec, NbUiFiguresPane *self)
{
  nb_ui_handing_in_set_proved (get_kept (self), nb_ui_text_binding_get_def (self->binding)->id,
                               nb_ui_figure_get_key (figure), nb_ui_figure_get_proved (figure));
  show_summary (self);
}

static GtkWidget *
make_label (const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A row: the tick, the number, last year's and the sentence below each other, so that no number is cut. */
static void
set_up (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *tick = gtk_check_button_new ();
  GtkWidget *words = make_label ("heading", 2);
  GtkWidget *last = make_label ("dim-label", 2);
  GtkWidget *sentence = make_label ("caption", 3);

  gtk_widget_set_valign (tick, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_attach (GTK_GRID (grid), tick, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), words, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), last, 1, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), sentence, 1, 2, 1, 1);
  gtk_list_item_set_child (item, grid);
}

static GtkWidget *
get_child (GtkListItem *item, int column, int row)
{
  return gtk_grid_get_child_at (GTK_GRID (gtk_list_item_get_child (item)), column, row);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  NbUiFigure *figure = gtk_list_item_get_item (item);
  GtkWidget *tick = get_child (item, 0, 0);
  const char *then = nb_ui_figure_get_last (figure);
  g_autofree char *last = then != NULL ? g_strdup_printf (_ ("Last year: %s"), then) : NULL;
  g_autofree char *name = g_strdup_printf (_ ("%s is proved"), nb_ui_figure_get_words (figure));
  GBinding *binding = g_object_bind_property (figure, "proved", tick, "active",
                                              G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  g_object_set_data_full (G_OBJECT (item), "binding", g_object_ref (binding), g_object_unref);
  gtk_label_set_text (GTK_LABEL (get_child (item, 1, 0)), nb_ui_figure_get_words (figure));
  gtk_label_set_text (GTK_LABEL (get_child (item, 1, 1)), last != NULL ? last : "");
  gtk_widget_set_visible (get_child (item, 1, 1), last != NULL);
  gtk_label_set_text (GTK_LABEL (get_child (item, 1, 2)), nb_ui_figure_get_sentence (figure));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  nb_ui_figure_get_sentence (figure), -1);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_binding_unbind (g_object_get_data (G_OBJECT (item), "binding"));
  g_object_set_data (G_OBJECT (item), "binding", NULL);
}

static void
note_activated (NbUiFiguresPane *self, guint index)
{
  g_autoptr (NbUiFigure) figure = g_list_model_get_item (G_LIST_MODEL (self->figures), index);

  if (figure != NULL)
    g_signal_emit (self, activated_signal, 0, figure);
}

static void
nb_ui_figures_pane_init (NbUiFiguresPane *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  self->figures = g_list_store_new (NB_UI_TYPE_FIGURE);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), NULL);
  list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->figures)))),
      factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "figures");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: the list of all numbers in a text. */
                                  _ ("Numbers"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (note_activated), self, G_CONNECT_SWAPPED);
  self->summary = GTK_LABEL (make_label ("heading", 2));
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "figures-summary");
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
nb_ui_figures_pane_new (NbUiTextBinding *binding)
{
  NbUiFiguresPane *self = g_object_new (NB_UI_TYPE_FIGURES_PANE, NULL);

  self->binding = g_object_ref (binding);
  return GTK_WIDGET (self);
}

GListModel *
nb_ui_figures_pane_get_figures (NbUiFiguresPane *self)
{
  return G_LIST_MODEL (self->figures);
}

void
nb_ui_figures_pane_update (NbUiFiguresPane *self, NbText *last)
{
  const NbText *text = nb_ui_text_binding_get_text (self->binding);
  const char *field = nb_ui_text_binding_get_def (self->binding)->id;
  g_autoptr (GArray) found = nb_text_list_figures (text, last);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    {
      NbUiFigure *figure = nb_ui_figure_new (text, last, &g_array_index (found, NbTextFigure, i));

      g_object_set (
          figure, "proved",
          nb_ui_handing_in_is_proved (get_kept (self), field, nb_ui_figure_get_key (figure)), NULL);
      g_signal_connect_object (figure, "notify::proved", G_CALLBACK (note_proved), self, 0);
      g_ptr_array_add (figures, figure);
    }
  g_list_store_splice (self->figures, 0, g_list_model_get_n_items (G_LIST_MODEL (self->figures)),
                       figures->pdata, figures->len);
  show_summary (self);
}
