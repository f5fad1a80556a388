/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-section-list.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-help.h"

struct _NbUiSectionList
{
  GtkWidget parent_instance;
  NbUiReview *review;

  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (NbUiSectionList, nb_ui_section_list, GTK_TYPE_WIDGET)

static guint activated_signal;

/* What a row of the list shows, and of which section. */
typedef struct
{
  const NbSectionDef *def;
  GtkImage *icon;
  GtkLabel *words;
} Entry;

#define ENTRY_KEY "nb-ui-section"

static Entry *
get_entry (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), ENTRY_KEY);
}

static void
note_row_activated (NbUiSectionList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, activated_signal, 0, get_entry (row)->def->id);
}

static void
nb_ui_section_list_dispose (GObject *object)
{
  NbUiSectionList *self = NB_UI_SECTION_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_SECTION_LIST);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (nb_ui_section_list_parent_class)->dispose (object);
}

static void
nb_ui_section_list_class_init (NbUiSectionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_section_list_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-section-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiSectionList, progress_words);
  gtk_widget_class_bind_template_child (widget_class, NbUiSectionList, progress);
  gtk_widget_class_bind_template_child (widget_class, NbUiSectionList, list);
  gtk_widget_class_bind_template_callback (widget_class, note_row_activated);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);

  activated_signal = g_signal_new ("activated", NB_UI_TYPE_SECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nb_ui_section_list_init (NbUiSectionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* How each state looks: colour is never the only sign. */
static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  [NB_UI_SECTION_UNTOUCHED] = { "radio-symbolic", "untouched" },
  [NB_UI_SECTION_FINE] = { "object-select-symbolic", "fine" },
  [NB_UI_SECTION_WARNINGS] = { "dialog-warning-symbolic", "warning" },
  [NB_UI_SECTION_ERRORS] = { "dialog-error-symbolic", "error" },
};

static char *
format_state (NbUiSectionState state, guint n)
{
  switch (state)
    {
    case NB_UI_SECTION_ERRORS:
      return g_strdup_printf (ngettext ("%u error", "%u errors", n), n);
    case NB_UI_SECTION_WARNINGS:
      return g_strdup_printf (ngettext ("%u warning", "%u warnings", n), n);
    case NB_UI_SECTION_FINE:
      /* Translators: state of a section of the form. */
      return g_strdup (_ ("Fine"));
    case NB_UI_SECTION_UNTOUCHED:
      break;
    }
  /* Translators: state of a section of the form in which nothing was looked at yet. */
  return g_strdup (_ ("Not gone through yet"));
}

static void
show_state (NbUiSectionList *self, GtkListBoxRow *row)
{
  Entry *entry = get_entry (row);
  guint n;
  NbUiSectionState state = nb_ui_review_get_section_state (self->review, entry->def->id, &n);
  g_autofree char *words = format_state (state, n);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ (entry->def->name), words);
  const char *classes[] = { looks[state].css_class, NULL };

  gtk_image_set_from_icon_name (entry->icon, looks[state].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (entry->icon), classes);
  gtk_label_set_text (entry->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_progress (NbUiSectionList *self)
{
  NbReport *report = nb_ui_document_get_report (nb_ui_review_get_document (self->review));
  guint n_fields = nb_form_get_n_fields (nb_report_get_form (report));
  guint n_filled = nb_ui_review_count_filled (self->review);
  /* Translators: how many fields of the form hold something, and how many there are. */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u fields filled in"), n_filled, n_fields);

  gtk_label_set_text (self->progress_words, words);
  gtk_progress_bar_set_fraction (self->progress, n_fields > 0 ? (double) n_filled / n_fields : 0);
}

static void
follow_review (NbUiSectionList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    show_state (self, row);
  show_progress (self);
}

static void
add_section (NbUiSectionList *self, const NbSectionDef *def)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_grid_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (_ (def->name));
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *page = g_strconcat ("section-", def->id, NULL);

  nb_ui_help_set_page (row, page);
  entry->def = def;
  entry->icon = GTK_IMAGE (gtk_image_new ());
  entry->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (entry->words, 0);
  gtk_label_set_wrap (entry->words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (entry->words), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (entry->words), "dim-label");
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (entry->words));
  gtk_widget_set_valign (GTK_WIDGET (entry->icon), GTK_ALIGN_CENTER);
  gtk_grid_set_column_spacing (GTK_GRID (line), 12);
  gtk_grid_attach (GTK_GRID (line), GTK_WIDGET (entry->icon), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (line), words, 1, 0, 1, 1);
  gtk_widget_add_css_class (line, "section-entry");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data_full (G_OBJECT (row), ENTRY_KEY, entry, g_free);
  gtk_list_box_append (self->list, row);
}

void
nb_ui_section_list_set_review (NbUiSectionList *self, NbUiReview *review)
{
  NbReport *report = nb_ui_document_get_report (nb_ui_review_get_document (review));
  NbForm *form = nb_report_get_form (report);

  g_return_if_fail (self->review == NULL);

  self->review = g_object_ref (review);
  for (guint i = 0; i < nb_form_get_n_sections (form); i++)
    add_section (self, nb_form_get_section (form, i));
  g_signal_connect_object (review, "changed", G_CALLBACK (follow_review), self, G_CONNECT_SWAPPED);
  follow_review (self);
}

void
nb_ui_section_list_select (NbUiSectionList *self, const char *section)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (get_entry (row)->def->id, section))
      {
        gtk_list_box_select_row (self->list, row);
        return;
      }
}
