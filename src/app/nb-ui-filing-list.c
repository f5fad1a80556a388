/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-filing-list.h"

#include <glib/gi18n-lib.h>

#include "nb-check-papers.h"
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

static GtkWidget *
make_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

/* @done: ticked; @state: a word for it, @note and @authority: under it, or NULL. */
static void
add_item (NbUiFilingList *self,
          gboolean done,
          const char *state,
          const char *text,
          const char *note,
          const char *authority)
{
  GtkWidget *line = gtk_grid_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (done ? "object-select-symbolic" : "checkbox-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), state, text);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>  %s", state, text);
  GtkWidget *label = make_words (NULL, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_box_append (GTK_BOX (words), label);
  if (note != NULL)
    gtk_box_append (GTK_BOX (words), make_words (note, "caption"));
  if (authority != NULL)
    gtk_box_append (GTK_BOX (words), make_words (authority, "caption"));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (words, "words");
  gtk_widget_add_css_class (line, "finding");
  gtk_widget_add_css_class (line, done ? "done" : "open");
  gtk_grid_set_column_spacing (GTK_GRID (line), 6);
  gtk_grid_attach (GTK_GRID (line), icon, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (line), words, 1, 0, 1, 1);
  add_row (self, line, name);
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
    add_item (self, TRUE, _ ("Done"), _ (rule->title), NULL, NULL);
}

/* The names of the files that are attached of it, NULL for none. Free with g_free(). */
static char *
format_attachments (const NbPaperState *state)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (state->attachments->len == 0)
    return NULL;
  for (guint i = 0; i < state->attachments->len; i++)
    {
      const NbAttachment *attachment = g_ptr_array_index (state->attachments, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", attachment->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Translators: states of a paper that goes with the report. */
static const char *
get_paper_word (const NbPaperState *state)
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

static void
add_paper (NbUiFilingList *self, const NbPaperState *state)
{
  const NbPaper *paper = state->paper;
  gboolean done = state->attachments->len > 0 || state->need == NB_PAPER_NOT_NEEDED;
  g_autofree char *note = format_attachments (state);
  g_autofree char *authority =
      paper != NULL ? g_strdup_printf (_ ("Authority: %s"), paper->authority) : NULL;

  if (note == NULL && paper != NULL && paper->when != NULL)
    note = g_strdup_printf (_ ("If: %s"), _ (paper->when));
  add_item (self, done, get_paper_word (state), paper != NULL ? paper->label : state->kind, note,
            authority);
}

static void
add_papers (NbUiFilingList *self)
{
  g_autoptr (GPtrArray) papers = NULL;
  NbCheckContext context;

  nb_ui_document_get_context (nb_ui_review_get_document (self->review), &context);
  papers = nb_check_list_papers (self->data, &context);
  for (guint i = 0; i < papers->len; i++)
    add_paper (self, g_ptr_array_index (papers, i));
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
