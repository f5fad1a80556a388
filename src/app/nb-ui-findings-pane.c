/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-findings-pane.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-filing-list.h"
#include "nb-ui-finding-row.h"
#include "nb-ui-remark-list.h"
#include "nb-ui-step-list.h"
#include "nb-ui-help.h"

#define NO_ROW (-1)

struct _NbUiFindingsPane
{
  GtkWidget parent_instance;
  NbUiReview *review;
  int lost_focus; /* the row that had the focus and is gone, or NO_ROW */

  GtkWidget *summary;
  GtkLabel *summary_words;
  GtkWidget *check;
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *nothing;
  NbUiFilingList *filing;
  NbUiRemarkList *remarks;
  NbUiStepList *steps;
};

G_DEFINE_FINAL_TYPE (NbUiFindingsPane, nb_ui_findings_pane, GTK_TYPE_WIDGET)

static guint activated_signal, field_activated_signal, left_signal;

static NbFinding *
get_finding (GtkListBoxRow *row)
{
  return nb_ui_finding_row_get_finding (NB_UI_FINDING_ROW (gtk_list_box_row_get_child (row)));
}

static void
note_row_activated (NbUiFindingsPane *self, GtkListBoxRow *row)
{
  g_signal_emit (self, activated_signal, 0, get_finding (row));
}

static void
note_filing_activated (NbUiFindingsPane *self, NbFinding *finding)
{
  g_signal_emit (self, activated_signal, 0, finding);
}

static void
note_remark_activated (NbUiFindingsPane *self, const char *field)
{
  g_signal_emit (self, field_activated_signal, 0, field);
}

static gboolean
leave (GtkWidget *widget, GVariant *parameter, void *data)
{
  g_signal_emit (widget, left_signal, 0);
  return TRUE;
}

static void
nb_ui_findings_pane_dispose (GObject *object)
{
  NbUiFindingsPane *self = NB_UI_FINDINGS_PANE (object);
  GtkWidget *child;

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (nb_ui_review_get_findings (self->review), self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_FINDINGS_PANE);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (nb_ui_findings_pane_parent_class)->dispose (object);
}

static void
nb_ui_findings_pane_class_init (NbUiFindingsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_findings_pane_dispose;

  g_type_ensure (NB_UI_TYPE_FILING_LIST);
  g_type_ensure (NB_UI_TYPE_REMARK_LIST);
  g_type_ensure (NB_UI_TYPE_STEP_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-findings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingsPane, summary);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingsPane, summary_words);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingsPane, check);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingsPane, list);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingsPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingsPane, filing);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingsPane, remarks);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingsPane, steps);
  gtk_widget_class_bind_template_callback (widget_class, note_remark_activated);
  gtk_widget_class_bind_template_callback (widget_class, note_row_activated);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);

  activated_signal = g_signal_new ("activated", NB_UI_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_FINDING);
  field_activated_signal =
      g_signal_new ("field-activated", NB_UI_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  left_signal = g_signal_new ("left", NB_UI_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
}

static const char *
get_section (NbUiFindingsPane *self, GtkListBoxRow *row)
{
  NbReport *report = nb_ui_document_get_report (nb_ui_review_get_document (self->review));
  const char *field = nb_finding_get_field (get_finding (row));

  return field != NULL ? nb_form_lookup_field (nb_report_get_form (report), field)->section : NULL;
}

static const char *
get_section_name (NbUiFindingsPane *self, const char *section)
{
  NbReport *report = nb_ui_document_get_report (nb_ui_review_get_document (self->review));
  NbForm *form = nb_report_get_form (report);

  for (guint i = 0; section != NULL && i < nb_form_get_n_sections (form); i++)
    if (g_str_equal (nb_form_get_section (form, i)->id, section))
      return _ (nb_form_get_section (form, i)->name);
  return _ ("The report as a whole");
}

/* The name of a section stands over its first finding. */
static void
show_header (GtkListBoxRow *row, GtkListBoxRow *before, void *data)
{
  NbUiFindingsPane *self = data;
  const char *section = get_section (self, row);
  GtkWidget *header;

  if (before != NULL && g_strcmp0 (get_section (self, before), section) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (get_section_name (self, section));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_label_set_wrap (GTK_LABEL (header), TRUE);
  gtk_widget_add_css_class (header, "heading");
  gtk_widget_add_css_class (header, "section-header");
  gtk_list_box_row_set_header (row, header);
}

static GtkWidget *
make_row (void *item, void *data)
{
  NbUiFindingsPane *self = data;
  NbUiDocument *document = nb_ui_review_get_document (self->review);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *description = nb_ui_finding_row_describe (item);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), nb_ui_finding_row_new (document, item, TRUE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  return row;
}

static void
nb_ui_findings_pane_init (NbUiFindingsPane *self)
{
  self->lost_focus = NO_ROW;
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_help_set_page (GTK_WIDGET (self), "checking");
  gtk_list_box_set_header_func (self->list, show_header, self, NULL);
  g_signal_connect_object (self->filing, "activated", G_CALLBACK (note_filing_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings"), -1);
}

/* The row of the list that has the focus, or NO_ROW. */
static int
find_focus (NbUiFindingsPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->list)))
    return NO_ROW;
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

/* Connected before the list box is bound to the model: it still has its old rows. */
static void
note_items_changed (NbUiFindingsPane *self, guint position, guint removed, guint added)
{
  int focus = find_focus (self);

  if (focus != NO_ROW && (guint) focus >= position && (guint) focus < position + removed)
    self->lost_focus = focus;
}

/* A finding that was settled here takes the focus with it: the next one gets it. */
static void
return_focus (NbUiFindingsPane *self)
{
  int n = (int) g_list_model_get_n_items (nb_ui_review_get_findings (self->review));
  int index = MIN (self->lost_focus, n - 1);

  if (self->lost_focus == NO_ROW)
    return;
  self->lost_focus = NO_ROW;
  if (index >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index)));
  else
    gtk_widget_grab_focus (self->summary);
}

static void
follow_review (NbUiFindingsPane *self)
{
  g_autofree char *summary = nb_ui_review_format_summary (self->review);
  gboolean complete = nb_ui_review_is_complete (self->review);

  gtk_label_set_text (self->summary_words, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->summary), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  summary, -1);
  gtk_label_set_text (self->nothing,
                      complete ? _ ("Nothing was found in the report.")
                               : _ ("What is found in a field is shown once you have left it. F5 "
                                    "checks the whole report."));
  return_focus (self);
}

void
nb_ui_findings_pane_set_review (NbUiFindingsPane *self, NbUiReview *review)
{
  GListModel *findings = nb_ui_review_get_findings (review);

  g_return_if_fail (self->review == NULL);

  self->review = g_object_ref (review);
  g_signal_connect_swapped (findings, "items-changed", G_CALLBACK (note_items_changed), self);
  gtk_list_box_bind_model (self->list, findings, make_row, self, NULL);
  g_signal_connect_object (review, "changed", G_CALLBACK (follow_review), self, G_CONNECT_SWAPPED);
  nb_ui_filing_list_set_review (self->filing, review);
  nb_ui_remark_list_set_document (self->remarks, nb_ui_review_get_document (review));
  nb_ui_step_list_set_document (self->steps, nb_ui_review_get_document (review));
  follow_review (self);
}

void
nb_ui_findings_pane_announce (NbUiFindingsPane *self)
{
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_widget_grab_focus (self->summary);
}

void
nb_ui_findings_pane_show_filing (NbUiFindingsPane *self)
{
  gtk_stack_set_visible_child_name (self->stack, "filing");
  gtk_widget_child_focus (GTK_WIDGET (self->filing), GTK_DIR_TAB_FORWARD);
}

void
nb_ui_findings_pane_select (NbUiFindingsPane *self, NbFinding *finding)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_finding (row) == finding)
      break;
  gtk_list_box_select_row (self->list, row);
}

gboolean
nb_ui_findings_pane_has_remarks (NbUiFindingsPane *self)
{
  guint n_done;

  return nb_ui_remark_list_count (self->remarks, &n_done) > n_done;
}
