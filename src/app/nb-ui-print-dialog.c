/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-print-dialog.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-combo.h"
#include "nb-ui-help.h"
#include "nb-ui-paper-font.h"
#include "nb-ui-paper-view.h"

struct _NbUiPrintDialog
{
  AdwWindow parent_instance;
  NbUiPaper *paper;

  AdwComboRow *copy;
  AdwActionRow *opinion_row;
  GtkSwitch *opinion;
  GtkSwitch *two_sided;
  GtkToggleButton *preview;
  GtkWidget *draft;
  AdwComboRow *font;
  GtkLabel *fonts;
  NbUiPaperView *view;
};

G_DEFINE_FINAL_TYPE (NbUiPrintDialog, nb_ui_print_dialog, ADW_TYPE_WINDOW)

enum
{
  PRINT,
  EXPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the list in the .ui file. */
static const struct
{
  NbCopy copy;
  const char *words;
} copies[] = {
  { NB_COPY_FILING, N_ ("Cover, table and opinions, to be signed and sealed") },
  { NB_COPY_PUBLICATION, N_ ("The table alone, as it is published") },
  { NB_COPY_REVIEW, N_ ("The table with findings and answers, for the office’s own file") },
  { NB_COPY_BLANK, N_ ("Without data, to be filled in by hand") },
};

static void
nb_ui_print_dialog_dispose (GObject *object)
{
  NbUiPrintDialog *self = NB_UI_PRINT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_PRINT_DIALOG);
  g_clear_object (&self->paper);
  G_OBJECT_CLASS (nb_ui_print_dialog_parent_class)->dispose (object);
}

static gboolean
has_draft_mark (NbPageList *pages)
{
  for (guint i = 0; i < nb_page_list_get_n_boxes (pages, 0); i++)
    if (nb_page_list_get_box (pages, 0, i)->draft)
      return TRUE;
  return FALSE;
}

static void
note_renewed (NbUiPrintDialog *self)
{
  NbPageList *pages = nb_ui_paper_get_pages (self->paper);
  const char *fonts = nb_ui_paper_get_fonts (self->paper);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", pages != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.export", pages != NULL);
  gtk_widget_set_visible (self->draft, pages != NULL && has_draft_mark (pages));
  gtk_label_set_text (self->fonts, fonts != NULL ? fonts : "");
}

/* The sponsor's opinion stands on the filing copy, and on the form that is filled in by pen. */
static void
note_choice (NbUiPrintDialog *self)
{
  NbCopy copy = nb_ui_print_dialog_get_printing (self).copy;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->copy),
                               _ (copies[adw_combo_row_get_selected (self->copy)].words));
  gtk_widget_set_visible (GTK_WIDGET (self->opinion_row),
                          (copy & (NB_COPY_FILING | NB_COPY_BLANK)) != 0);
  if (self->paper != NULL)
    nb_ui_paper_set_printing (self->paper, nb_ui_print_dialog_get_printing (self));
}

/* Where there is no room for both, what is asked comes first. */
static void
note_folded (NbUiPrintDialog *self, GParamSpec *pspec, AdwFlap *flap)
{
  gtk_toggle_button_set_active (self->preview, !adw_flap_get_folded (flap));
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[PRINT], 0);
}

static void export(GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[EXPORT], 0);
}

static void
nb_ui_print_dialog_class_init (NbUiPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_print_dialog_dispose;
  signals[PRINT] = g_signal_new ("print", NB_UI_TYPE_PRINT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[EXPORT] = g_signal_new ("export", NB_UI_TYPE_PRINT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (NB_UI_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiPrintDialog, copy);
  gtk_widget_class_bind_template_child (widget_class, NbUiPrintDialog, opinion_row);
  gtk_widget_class_bind_template_child (widget_class, NbUiPrintDialog, opinion);
  gtk_widget_class_bind_template_child (widget_class, NbUiPrintDialog, two_sided);
  gtk_widget_class_bind_template_child (widget_class, NbUiPrintDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, NbUiPrintDialog, draft);
  gtk_widget_class_bind_template_child (widget_class, NbUiPrintDialog, fonts);
  gtk_widget_class_bind_template_child (widget_class, NbUiPrintDialog, font);
  gtk_widget_class_bind_template_child (widget_class, NbUiPrintDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, note_choice);
  gtk_widget_class_bind_template_callback (widget_class, note_folded);
  gtk_widget_class_install_action (widget_class, "print.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "print.export", NULL, export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nb_ui_print_dialog_init (NbUiPrintDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_combo_wrap (self->copy);
  nb_ui_paper_font_offer (self->font);
  nb_ui_help_set_page (GTK_WIDGET (self), "printing");
  /* Until the pages are there. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.export", FALSE);
}

GtkWindow *
nb_ui_print_dialog_new (GtkWindow *parent, NbUiDocument *document)
{
  NbUiPrintDialog *self = g_object_new (NB_UI_TYPE_PRINT_DIALOG, "transient-for", parent, NULL);

  self->paper = nb_ui_paper_new (document, nb_ui_print_dialog_get_printing (self));
  g_signal_connect_object (self->paper, "changed", G_CALLBACK (note_renewed), self,
                           G_CONNECT_SWAPPED);
  nb_ui_paper_view_set_paper (self->view, self->paper);
  note_choice (self);
  return GTK_WINDOW (self);
}

NbPrinting
nb_ui_print_dialog_get_printing (NbUiPrintDialog *self)
{
  return (NbPrinting){ .copy = copies[adw_combo_row_get_selected (self->copy)].copy,
                       .for_pen = !gtk_switch_get_active (self->opinion) };
}

gboolean
nb_ui_print_dialog_get_two_sided (NbUiPrintDialog *self)
{
  return gtk_switch_get_active (self->two_sided);
}

NbPageList *
nb_ui_print_dialog_get_pages (NbUiPrintDialog *self)
{
  return nb_ui_paper_get_pages (self->paper);
}
