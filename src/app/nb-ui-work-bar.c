/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-work-bar.h"

#include <glib/gi18n-lib.h>

struct _NbUiWorkBar
{
  GtkWidget parent_instance;
  GPtrArray *entries; /* of Entry */
};

/* One piece of work, which a row shows once it takes long. */
typedef struct
{
  NbUiWork *work;
  GtkWidget *row; /* or NULL */
  GtkProgressBar *progress;
  GtkWidget *cancel;
  guint pulse; /* the source that moves the bar of what nobody knows the end of */
} Entry;

G_DEFINE_FINAL_TYPE (NbUiWorkBar, nb_ui_work_bar, GTK_TYPE_WIDGET)

#define PULSE 120 /* ms */

static void
entry_free (void *data)
{
  Entry *entry = data;

  g_clear_handle_id (&entry->pulse, g_source_remove);
  g_clear_pointer (&entry->row, gtk_widget_unparent);
  g_object_unref (entry->work);
  g_free (entry);
}

/* The window is closed, which callbacks may keep for long: nobody wants the results any more. */
static void
nb_ui_work_bar_unrealize (GtkWidget *widget)
{
  NbUiWorkBar *self = NB_UI_WORK_BAR (widget);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (all, g_object_ref (((Entry *) self->entries->pdata[i])->work));
  for (guint i = 0; i < all->len; i++)
    nb_ui_work_cancel (all->pdata[i]);
  GTK_WIDGET_CLASS (nb_ui_work_bar_parent_class)->unrealize (widget);
}

static void
nb_ui_work_bar_dispose (GObject *object)
{
  NbUiWorkBar *self = NB_UI_WORK_BAR (object);

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      g_signal_handlers_disconnect_by_data (entry->work, self);
      nb_ui_work_cancel (entry->work);
    }
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (nb_ui_work_bar_parent_class)->dispose (object);
}

static void
nb_ui_work_bar_class_init (NbUiWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_work_bar_dispose;
  widget_class->unrealize = nb_ui_work_bar_unrealize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
nb_ui_work_bar_init (NbUiWorkBar *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
}

GtkWidget *
nb_ui_work_bar_new (void)
{
  return g_object_new (NB_UI_TYPE_WORK_BAR, NULL);
}

static Entry *
lookup (NbUiWorkBar *self, NbUiWork *work)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((Entry *) self->entries->pdata[i])->work == work)
      return self->entries->pdata[i];
  return NULL;
}

static gboolean
pulse (void *data)
{
  Entry *entry = data;

  gtk_progress_bar_pulse (entry->progress);
  return G_SOURCE_CONTINUE;
}

static void
show_progress (NbUiWork *work, GParamSpec *pspec, NbUiWorkBar *self)
{
  Entry *entry = lookup (self, work);
  double fraction;

  if (entry == NULL || entry->row == NULL)
    return;
  g_object_get (work, "fraction", &fraction, NULL);
  if (fraction >= 0)
    {
      g_clear_handle_id (&entry->pulse, g_source_remove);
      gtk_progress_bar_set_fraction (entry->progress, fraction);
    }
  else if (entry->pulse == 0)
    entry->pulse = g_timeout_add (PULSE, pulse, entry);
}

static void
cancel (GtkButton *button, Entry *entry)
{
  gtk_widget_set_sensitive (entry->cancel, FALSE);
  nb_ui_work_cancel (entry->work);
}

static void
make_row (NbUiWorkBar *self, Entry *entry)
{
  const char *sentence = nb_ui_work_get_sentence (entry->work);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (sentence);
  GtkWidget *progress = gtk_progress_bar_new ();

  entry->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  entry->progress = GTK_PROGRESS_BAR (progress);
  entry->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  gtk_widget_add_css_class (entry->row, "work");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (entry->cancel, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), progress);
  gtk_box_append (GTK_BOX (entry->row), words);
  gtk_box_append (GTK_BOX (entry->row), entry->cancel);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (progress), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry->cancel),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  g_signal_connect (entry->cancel, "clicked", G_CALLBACK (cancel), entry);
  gtk_widget_set_parent (entry->row, GTK_WIDGET (self));
}

static void
note_shown (NbUiWork *work, GParamSpec *pspec, NbUiWorkBar *self)
{
  Entry *entry = lookup (self, work);
  gboolean shown;

  g_object_get (work, "shown", &shown, NULL);
  if (!shown || entry == NULL || entry->row != NULL)
    return;
  make_row (self, entry);
  show_progress (work, NULL, self);
}

static void
note_ended (NbUiWork *work, GParamSpec *pspec, NbUiWorkBar *self)
{
  g_signal_handlers_disconnect_by_data (work, self);
  g_ptr_array_remove (self->entries, lookup (self, work));
}

void
nb_ui_work_bar_add (NbUiWorkBar *self, NbUiWork *work)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->work = g_object_ref (work);
  g_ptr_array_add (self->entries, entry);
  g_signal_connect (work, "notify::shown", G_CALLBACK (note_shown), self);
  g_signal_connect (work, "notify::fraction", G_CALLBACK (show_progress), self);
  g_signal_connect (work, "notify::ended", G_CALLBACK (note_ended), self);
}
