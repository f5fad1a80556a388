/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-finding-row.h"

#include <glib/gi18n-lib.h>

struct _NbUiFindingRow
{
  GtkWidget parent_instance;
  NbUiDocument *document;
  NbFinding *finding;

  GtkImage *icon;
  GtkLabel *message;
  GtkLabel *answer;
  GtkButton *fix;
};

G_DEFINE_FINAL_TYPE (NbUiFindingRow, nb_ui_finding_row, GTK_TYPE_WIDGET)

/* How each severity looks: colour is never the only sign. */
static const struct
{
  const char *icon;
  const char *css_class;
  const char *word;
} severities[] = {
  [NB_SEVERITY_OFF] = { "emblem-ok-symbolic", "dim-label", N_ ("Off") },
  [NB_SEVERITY_ADVICE] = { "dialog-information-symbolic", "advice", N_ ("Advice") },
  [NB_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", N_ ("Warning") },
  [NB_SEVERITY_ERROR] = { "dialog-error-symbolic", "error", N_ ("Error") },
};

static void
apply_fix (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFindingRow *self = NB_UI_FINDING_ROW (widget);
  g_autoptr (NbUiDocument) document = g_object_ref (self->document);
  g_autoptr (NbFinding) finding = g_object_ref (self->finding);
  g_autoptr (GError) error = NULL;

  /* This row may be gone afterwards. */
  if (!nb_ui_document_fix (document, finding, &error))
    nb_ui_document_remark (document, error->message);
}

static void
nb_ui_finding_row_dispose (GObject *object)
{
  NbUiFindingRow *self = NB_UI_FINDING_ROW (object);
  GtkWidget *child;

  /* The template lets go of the children that it names, not of the others. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_FINDING_ROW);
  g_clear_object (&self->document);
  g_clear_object (&self->finding);
  G_OBJECT_CLASS (nb_ui_finding_row_parent_class)->dispose (object);
}

static void
nb_ui_finding_row_class_init (NbUiFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_finding_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, answer);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, fix);
  gtk_widget_class_install_action (widget_class, "finding.fix", NULL, apply_fix);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nb_ui_finding_row_init (NbUiFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
nb_ui_finding_row_describe (NbFinding *finding)
{
  /* Translators: a severity and what is wrong, as in “Error: the year is missing”. */
  return g_strdup_printf (_ ("%s: %s"), _ (severities[nb_finding_get_severity (finding)].word),
                          nb_finding_get_message (finding));
}

static void
show_finding (NbUiFindingRow *self)
{
  NbSeverity severity = nb_finding_get_severity (self->finding);
  const char *answer = nb_finding_get_answer (self->finding);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>  %s", _ (severities[severity].word),
                                                     nb_finding_get_message (self->finding));
  g_autofree char *description = nb_ui_finding_row_describe (self->finding);
  gboolean can_fix =
      nb_finding_get_fix (self->finding) != NULL && !nb_ui_document_get_read_only (self->document);

  gtk_image_set_from_icon_name (self->icon, severities[severity].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self), severities[severity].css_class);
  gtk_label_set_markup (self->message, markup);
  if (answer != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Answered: %s"), answer);

      gtk_label_set_text (self->answer, text);
      gtk_widget_set_visible (GTK_WIDGET (self->answer), TRUE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fix), can_fix);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fix), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

GtkWidget *
nb_ui_finding_row_new (NbUiDocument *document, NbFinding *finding)
{
  NbUiFindingRow *self = g_object_new (NB_UI_TYPE_FINDING_ROW, NULL);

  self->document = g_object_ref (document);
  self->finding = g_object_ref (finding);
  show_finding (self);
  return GTK_WIDGET (self);
}

NbFinding *
nb_ui_finding_row_get_finding (NbUiFindingRow *self)
{
  return self->finding;
}
