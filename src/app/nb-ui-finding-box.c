/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-finding-box.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-finding-row.h"

struct _NbUiFindingBox
{
  GtkWidget parent_instance;
  NbUiReview *review;
  char *field;
  GPtrArray *shown; /* of NbFinding */
  gboolean stale;   /* the rows are to be made when somebody sees them */
};

G_DEFINE_FINAL_TYPE (NbUiFindingBox, nb_ui_finding_box, GTK_TYPE_WIDGET)

static guint changed_signal, focus_lost_signal;

static void
remove_rows (NbUiFindingBox *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (row);
}

static void
nb_ui_finding_box_dispose (GObject *object)
{
  NbUiFindingBox *self = NB_UI_FINDING_BOX (object);

  remove_rows (self);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (nb_ui_finding_box_parent_class)->dispose (object);
}

static void
nb_ui_finding_box_finalize (GObject *object)
{
  NbUiFindingBox *self = NB_UI_FINDING_BOX (object);

  g_ptr_array_unref (self->shown);
  g_free (self->field);
  G_OBJECT_CLASS (nb_ui_finding_box_parent_class)->finalize (object);
}

static void
nb_ui_finding_box_class_init (NbUiFindingBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nb_ui_finding_box_dispose;
  object_class->finalize = nb_ui_finding_box_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  /* What appears here while one types is read out when the reader is idle. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);

  changed_signal = g_signal_new ("changed", NB_UI_TYPE_FINDING_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  focus_lost_signal = g_signal_new ("focus-lost", NB_UI_TYPE_FINDING_BOX, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nb_ui_finding_box_init (NbUiFindingBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what the check found. */
                                  _ ("Findings"), -1);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

static GPtrArray *
list_findings (NbUiFindingBox *self)
{
  GListModel *list = nb_ui_review_get_findings (self->review);
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (list, i);

      if (g_strcmp0 (nb_finding_get_field (finding), self->field) == 0)
        g_ptr_array_add (findings, g_steal_pointer (&finding));
    }
  return findings;
}

/* The checker keeps the findings of rules that it need not run again, so pointers can be compared. */
static gboolean
is_shown (NbUiFindingBox *self, const GPtrArray *findings)
{
  if (findings->len != self->shown->len)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    if (g_ptr_array_index (findings, i) != g_ptr_array_index (self->shown, i))
      return FALSE;
  return TRUE;
}

static gboolean
has_focus (NbUiFindingBox *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
show_findings (NbUiFindingBox *self)
{
  NbUiDocument *document = nb_ui_review_get_document (self->review);
  g_autoptr (GPtrArray) findings = list_findings (self);
  gboolean had_focus = has_focus (self);

  self->stale = FALSE;
  if (is_shown (self, findings))
    return;
  remove_rows (self);
  for (guint i = 0; i < findings->len; i++)
    gtk_widget_set_parent (nb_ui_finding_row_new (document, g_ptr_array_index (findings, i), FALSE),
                           GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), findings->len > 0);
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&findings);
  g_signal_emit (self, changed_signal, 0);
  if (had_focus)
    g_signal_emit (self, focus_lost_signal, 0);
}

static void
follow_findings (NbUiFindingBox *self)
{
  if (gtk_widget_get_mapped (gtk_widget_get_parent (GTK_WIDGET (self))))
    show_findings (self);
  else
    self->stale = TRUE;
}

static void
note_mapped (NbUiFindingBox *self)
{
  if (self->stale)
    show_findings (self);
}

void
nb_ui_finding_box_set_source (NbUiFindingBox *self, NbUiReview *review, const char *field)
{
  g_return_if_fail (self->review == NULL);

  self->review = g_object_ref (review);
  self->field = g_strdup (field);
  g_signal_connect_object (review, "changed", G_CALLBACK (follow_findings), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_parent (GTK_WIDGET (self)), "map",
                           G_CALLBACK (note_mapped), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  follow_findings (self);
}

NbSeverity
nb_ui_finding_box_get_severity (NbUiFindingBox *self)
{
  NbSeverity gravest = NB_SEVERITY_OFF;

  for (guint i = 0; i < self->shown->len; i++)
    {
      NbFinding *finding = g_ptr_array_index (self->shown, i);

      if (nb_finding_get_answer (finding) == NULL)
        gravest = MAX (gravest, nb_finding_get_severity (finding));
    }
  return gravest;
}

char *
nb_ui_finding_box_describe (NbUiFindingBox *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (self->shown->len == 0)
    return NULL;
  for (guint i = 0; i < self->shown->len; i++)
    {
      g_autofree char *line = nb_ui_finding_row_describe (g_ptr_array_index (self->shown, i));

      g_strv_builder_add (lines, line);
    }
  all = g_strv_builder_end (lines);
  return g_strjoinv ("\n", all);
}
