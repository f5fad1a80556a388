/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-filing-paper.h"

#include <glib/gi18n-lib.h>

#define KIND_KEY "nb-ui-kind"

static const char *
get_word (const NbPaperState *state)
{
  if (state->attachments->len > 0)
    /* Translators: state of a paper on the checklist: it is filed with the report. */
    return _ ("Attached");
  switch (state->need)
    {
    case NB_PAPER_NEEDED:
      /* Translators: state of a paper on the checklist: it is missing. */
      return _ ("Needed");
    case NB_PAPER_NOT_NEEDED:
      return _ ("Not needed");
    case NB_PAPER_PERHAPS:
      break;
    }
  return _ ("In some cases");
}

static guint
find_index (const NbReportData *data, const NbAttachment *attachment)
{
  guint index = 0;

  while (nb_report_data_get_attachment (data, index) != attachment)
    index++;
  return index;
}

static GtkWidget *
make_file (const NbReportData *data, const NbAttachment *attachment, gboolean can_change)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (attachment->name);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *size = g_format_size ((guint64) attachment->size);
  g_autofree char *title = g_strdup_printf (_ ("Take “%s” off the list"), attachment->name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, size);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, can_change);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.detach");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", find_index (data, attachment));
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

/* @label: of the paper. */
static GtkWidget *
make_button (const NbPaperState *state, const char *label)
{
  /* Translators: button: chooses the file of a paper that is filed with the report. */
  GtkWidget *button = gtk_button_new_with_label (_ ("Attach…"));
  g_autofree char *name = g_strdup_printf (_ ("Attach: %s"), label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_tooltip_text (button, _ ("Choose its file, or let the file go over this line"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.attach");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", state->kind);
  return button;
}

static gboolean
note_dropped (
    GtkDropTarget *target, const GValue *value, double x, double y, NbUiDocument *document)
{
  g_autofree char *kind = g_strdup (g_object_get_data (G_OBJECT (target), KIND_KEY));
  GSList *files = g_value_get_boxed (value);
  gboolean taken = FALSE;

  for (GSList *at = files; at != NULL && nb_ui_document_can_change (document); at = at->next)
    if (g_file_peek_path (at->data) != NULL)
      {
        nb_ui_document_attach (document, kind, g_file_peek_path (at->data));
        taken = TRUE;
      }
  return taken;
}

static void
take_drops (GtkWidget *item, NbUiDocument *document, const char *kind)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_object_set_data_full (G_OBJECT (target), KIND_KEY, g_strdup (kind), g_free);
  g_signal_connect_object (target, "drop", G_CALLBACK (note_dropped), document, 0);
  gtk_widget_add_controller (item, GTK_EVENT_CONTROLLER (target));
}

/* @missing: nothing is attached of it. */
static void
add_reasons (NbUiFilingItem *item, const NbPaper *paper, gboolean missing)
{
  g_autofree char *authority = g_strdup_printf (_ ("Authority: %s"), paper->authority);

  if (missing && paper->when != NULL)
    {
      g_autofree char *when = g_strdup_printf (_ ("If: %s"), _ (paper->when));

      nb_ui_filing_item_add_note (item, when);
    }
  nb_ui_filing_item_add_note (item, authority);
}

GtkWidget *
nb_ui_filing_paper_new (NbUiDocument *document, const NbReportData *data, const NbPaperState *state)
{
  const NbPaper *paper = state->paper;
  const char *label = paper != NULL ? paper->label : state->kind;
  gboolean done = state->attachments->len > 0 || state->need == NB_PAPER_NOT_NEEDED;
  gboolean can_change = !nb_ui_document_get_read_only (document);
  GtkWidget *item = nb_ui_filing_item_new (done, get_word (state), label);

  for (guint i = 0; i < state->attachments->len; i++)
    nb_ui_filing_item_add (NB_UI_FILING_ITEM (item),
                           make_file (data, g_ptr_array_index (state->attachments, i), can_change));
  if (paper != NULL)
    add_reasons (NB_UI_FILING_ITEM (item), paper, state->attachments->len == 0);
  if (paper != NULL && can_change)
    {
      nb_ui_filing_item_add (NB_UI_FILING_ITEM (item), make_button (state, label));
      take_drops (item, document, state->kind);
    }
  return item;
}
