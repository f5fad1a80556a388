/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-filing-list.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-filing-paper.h"
#include "nb-ui-finding-row.h"
#include "nb-ui-help.h"

struct _NbUiFilingList
{
  GtkWidget parent_instance;
  NbUiReview *review;
  GPtrArray *shown;   /* of NbFinding */
  NbReportData *data; /* what it shows, or will when somebody sees it */
  gboolean stale;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (NbUiFilingList, nb_ui_filing_list, GTK_TYPE_WIDGET)

static guint activated_signal;

static void
note_row_activated (NbUiFilingList *self, GtkListBoxRow *row)
{
  GtkWidget *child = gtk_list_box_row_get_child (row);

  if (NB_UI_IS_FINDING_ROW (child))
    g_signal_emit (self, activated_signal, 0,
                   nb_ui_finding_row_get_finding (NB_UI_FINDING_ROW (child)));
}

static void
nb_ui_filing_list_dispose (GObject *object)
{
  NbUiFilingList *self = NB_UI_FILING_LIST (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->list)));
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->data, nb_report_data_unref);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (nb_ui_filing_list_parent_class)->dispose (object);
}

static void nb_ui_filing_list_map (GtkWidget *widget);

static void
nb_ui_filing_list_class_init (NbUiFilingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_filing_list_dispose;
  widget_class->map = nb_ui_filing_list_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  activated_signal = g_signal_new ("activated", NB_UI_TYPE_FILING_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_FINDING);
}

static void
nb_ui_filing_list_init (NbUiFilingList *self)
{
  nb_ui_help_set_page (GTK_WIDGET (self), "handing-in");
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "findings");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Before filing"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (note_row_activated), self,
                           G_CONNECT_SWAPPED);
}

static void
add_row (NbUiFilingList *self, GtkWidget *child, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), NB_UI_IS_FINDING_ROW (child));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static void
add_item (NbUiFilingList *self, GtkWidget *item)
{
  add_row (self, item, nb_ui_filing_item_get_name (NB_UI_FILING_ITEM (item)));
}

/* The rule as the registry has it. */
static const NbRuleDef *
get_rule (NbUiDocument *document, guint index)
{
  const NbRuleDef *rule =
      nb_form_get_rule (nb_report_get_form (nb_ui_document_get_report (document)), index);
  const NbRuleDef *local =
      nb_registry_lookup_rule (nb_ui_document_get_registry (document), rule->id);

  return local != NULL ? local : rule;
}

static void
add_rule (NbUiFilingList *self, const NbRuleDef *rule)
{
  gboolean done = TRUE;

  for (guint i = 0; i < self->shown->len; i++)
    {
      NbFinding *finding = g_ptr_array_index (self->shown, i);
      g_autofree char *description = nb_ui_finding_row_describe (finding);

      if (!g_str_equal (nb_finding_get_rule (finding), rule->id))
        continue;
      add_row (self,
               nb_ui_finding_row_new (nb_ui_review_get_document (self->review), finding, TRUE),
               description);
      done = FALSE;
    }
  if (done)
    /* Translators: state of an item of the checklist before filing. */
    add_item (self, nb_ui_filing_item_new (TRUE, _ ("Done"), _ (rule->title)));
}

static void
add_papers (NbUiFilingList *self)
{
  NbUiDocument *document = nb_ui_review_get_document (self->review);
  g_autoptr (GPtrArray) papers = NULL;
  NbCheckContext context;

  nb_ui_document_get_context (document, &context);
  papers = nb_check_list_papers (self->data, &context);
  for (guint i = 0; i < papers->len; i++)
    add_item (self, nb_ui_filing_paper_new (document, self->data, g_ptr_array_index (papers, i)));
}

/* The row that has the focus, -1 for none. */
static int
find_focus (NbUiFilingList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self->list))
             ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))
             : -1;
}

static void
rebuild (NbUiFilingList *self)
{
  NbUiDocument *document = nb_ui_review_get_document (self->review);
  guint n_rules = nb_form_get_n_rules (nb_report_get_form (nb_ui_document_get_report (document)));
  int focus = find_focus (self);
  GtkListBoxRow *row;

  self->stale = FALSE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n_rules; i++)
    {
      const NbRuleDef *rule = get_rule (document, i);

      if (rule->stage == NB_STAGE_FILING && rule->severity != NB_SEVERITY_OFF)
        add_rule (self, rule);
    }
  add_papers (self);
  row = focus >= 0 ? gtk_list_box_get_row_at_index (self->list, focus) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Rows are made again only where there is something to say anew. */
static void
follow_review (NbUiFilingList *self)
{
  NbReport *report = nb_ui_document_get_report (nb_ui_review_get_document (self->review));
  GListModel *filing = nb_ui_review_get_filing (self->review);
  guint n = g_list_model_get_n_items (filing);
  g_autoptr (NbReportData) data = nb_report_freeze (report);
  gboolean same = data == self->data && n == self->shown->len;

  for (guint i = 0; same && i < n; i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (filing, i);

      same = finding == g_ptr_array_index (self->shown, i);
    }
  if (same)
    return;
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->shown, g_list_model_get_item (filing, i));
  g_clear_pointer (&self->data, nb_report_data_unref);
  self->data = g_steal_pointer (&data);
  /* A list that nobody sees is made when somebody does. */
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rebuild (self);
}

static void
nb_ui_filing_list_map (GtkWidget *widget)
{
  NbUiFilingList *self = NB_UI_FILING_LIST (widget);

  if (self->stale)
    rebuild (self);
  GTK_WIDGET_CLASS (nb_ui_filing_list_parent_class)->map (widget);
}

void
nb_ui_filing_list_set_review (NbUiFilingList *self, NbUiReview *review)
{
  g_return_if_fail (self->review == NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (follow_review), self, G_CONNECT_SWAPPED);
  follow_review (self);
}
