/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-help-window.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-help-search.h"
#include "nb-ui-help-view.h"

#define PAGE_KEY "nb-ui-help-page"

struct _NbUiHelpWindow
{
  AdwWindow parent_instance;
  NbUiHelpBook *book; /* NULL before the first page */
  GPtrArray *visited; /* of links; [at] is the one that is read */
  guint at;

  AdwFlap *flap;
  GtkSearchEntry *search;
  GtkListBox *list;
  NbUiHelpView *view;
};

G_DEFINE_FINAL_TYPE (NbUiHelpWindow, nb_ui_help_window, ADW_TYPE_WINDOW)

static const char *
get_link (NbUiHelpWindow *self)
{
  return self->visited->len > 0 ? g_ptr_array_index (self->visited, self->at) : NULL;
}

static NbUiHelpPage *
get_row_page (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), PAGE_KEY);
}

static void
select_row (NbUiHelpWindow *self)
{
  const NbUiHelpPage *page = nb_ui_help_window_get_page (self);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_row_page (row) == page)
      break;
  gtk_list_box_select_row (self->list, row);
}

static void
show_current (NbUiHelpWindow *self)
{
  const char *title = nb_ui_help_window_get_page (self)->title;

  nb_ui_help_view_show (self->view, self->book, get_link (self));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.forward",
                                 self->at + 1 < self->visited->len);
  select_row (self);
}

/* What was read after the current page is forgotten, as in a browser. */
static void
go_to (NbUiHelpWindow *self, const char *link)
{
  if (nb_ui_help_book_lookup (self->book, link) == NULL)
    return;
  if (g_strcmp0 (get_link (self), link) != 0)
    {
      if (self->visited->len > 0)
        g_ptr_array_set_size (self->visited, (int) self->at + 1);
      g_ptr_array_add (self->visited, g_strdup (link));
      self->at = self->visited->len - 1;
    }
  show_current (self);
}

static void
read_page (NbUiHelpWindow *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
note_link (NbUiHelpWindow *self, const char *link)
{
  /* The label or button that it comes from is gone once the other page is there. */
  g_autofree char *copy = g_strdup (link);

  go_to (self, copy);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
note_row_activated (NbUiHelpWindow *self, GtkListBoxRow *row)
{
  if (get_row_page (row) == NULL)
    return;
  go_to (self, get_row_page (row)->id);
  read_page (self);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiHelpWindow *self = NB_UI_HELP_WINDOW (widget);

  self->at--;
  show_current (self);
}

static void
go_forward (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiHelpWindow *self = NB_UI_HELP_WINDOW (widget);

  self->at++;
  show_current (self);
}

static void
begin_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiHelpWindow *self = NB_UI_HELP_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static GtkWidget *
make_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
add_row (NbUiHelpWindow *self, NbUiHelpPage *page, const char *excerpt)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (words), make_label (page->title));
  if (excerpt != NULL)
    {
      GtkWidget *label = make_label (NULL);

      gtk_label_set_markup (GTK_LABEL (label), excerpt);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (words), label);
    }
  gtk_widget_add_css_class (words, "help-entry");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, page->title,
                                  -1);
  g_object_set_data (G_OBJECT (row), PAGE_KEY, page);
  gtk_list_box_append (self->list, row);
}

static void
clear_list (NbUiHelpWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_contents (NbUiHelpWindow *self)
{
  clear_list (self);
  for (guint i = 0; self->book != NULL && i < nb_ui_help_book_get_n_pages (self->book); i++)
    add_row (self, nb_ui_help_book_get_page (self->book, i), NULL);
  if (self->visited->len > 0)
    select_row (self);
}

static void
show_hits (NbUiHelpWindow *self, const char *words)
{
  g_autoptr (GPtrArray) hits = nb_ui_help_search (self->book, words);

  clear_list (self);
  for (guint i = 0; i < hits->len; i++)
    {
      const NbUiHelpHit *hit = g_ptr_array_index (hits, i);

      add_row (self, hit->page, hit->excerpt);
    }
}

static gboolean
is_searching (NbUiHelpWindow *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

static void
note_search_changed (NbUiHelpWindow *self)
{
  if (is_searching (self))
    show_hits (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  else
    show_contents (self);
}

/* Return shows the best page. */
static void
note_search_entered (NbUiHelpWindow *self)
{
  GtkListBoxRow *first;

  /* The search waits a moment for the next letter; Return does not. */
  note_search_changed (self);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  if (is_searching (self) && first != NULL)
    note_row_activated (self, first);
}

static void
note_search_stopped (NbUiHelpWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show_contents (self);
  read_page (self);
}

/* The name of a group stands over its first page; a search has no groups. */
static void
show_header (GtkListBoxRow *row, GtkListBoxRow *before, void *data)
{
  NbUiHelpWindow *self = data;
  GtkWidget *header;

  gtk_list_box_row_set_header (row, NULL);
  if (is_searching (self)
      || (before != NULL && get_row_page (before)->group == get_row_page (row)->group))
    return;
  header = make_label (nb_ui_help_book_get_group (self->book, get_row_page (row)->group));
  gtk_widget_add_css_class (header, "heading");
  gtk_widget_add_css_class (header, "section-header");
  gtk_list_box_row_set_header (row, header);
}

static gboolean
leave (GtkWidget *widget, GVariant *parameter, void *data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
nb_ui_help_window_dispose (GObject *object)
{
  NbUiHelpWindow *self = NB_UI_HELP_WINDOW (object);

  /* Rows that go would be asked for their headers. */
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_HELP_WINDOW);
  g_clear_pointer (&self->book, nb_ui_help_book_free);
  g_clear_pointer (&self->visited, g_ptr_array_unref);
  G_OBJECT_CLASS (nb_ui_help_window_parent_class)->dispose (object);
}

static void
nb_ui_help_window_class_init (NbUiHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_help_window_dispose;
  g_type_ensure (NB_UI_TYPE_HELP_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiHelpWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, NbUiHelpWindow, search);
  gtk_widget_class_bind_template_child (widget_class, NbUiHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, NbUiHelpWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, note_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, note_search_entered);
  gtk_widget_class_bind_template_callback (widget_class, note_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, note_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, note_link);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "help.forward", NULL, go_forward);
  gtk_widget_class_install_action (widget_class, "help.search", NULL, begin_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "help.forward",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.search",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave, NULL);
}

static void
nb_ui_help_window_init (NbUiHelpWindow *self)
{
  self->visited = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, show_header, self, NULL);
}

GtkWindow *
nb_ui_help_window_new (GtkApplication *application)
{
  return g_object_new (NB_UI_TYPE_HELP_WINDOW, "application", application, NULL);
}

/* Another edition may lack a page that was read. */
static void
forget_missing (NbUiHelpWindow *self)
{
  for (guint i = self->visited->len; i > 0; i--)
    if (nb_ui_help_book_lookup (self->book, g_ptr_array_index (self->visited, i - 1)) == NULL)
      g_ptr_array_remove_index (self->visited, i - 1);
  self->at = self->visited->len > 0 ? self->visited->len - 1 : 0;
}

void
nb_ui_help_window_show (NbUiHelpWindow *self,
                        NbCatalog *catalog,
                        NbForm *form,
                        const NbRegistry *registry,
                        const char *link)
{
  if (self->book == NULL || !nb_ui_help_book_is_for (self->book, form, registry))
    {
      clear_list (self);
      g_clear_pointer (&self->book, nb_ui_help_book_free);
      self->book = nb_ui_help_book_new (catalog, form, registry);
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      forget_missing (self);
      show_contents (self);
    }
  go_to (self, link);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

const NbUiHelpPage *
nb_ui_help_window_get_page (NbUiHelpWindow *self)
{
  return nb_ui_help_book_lookup (self->book, get_link (self));
}
