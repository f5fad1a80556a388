/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-finding-row.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-fix-group.h"
#include "nb-ui-flow-layout.h"
#include "nb-ui-help.h"

/* How many places of a fix are shown before it is made, and how much of the text round each. */
#define PREVIEWS       3
#define PREVIEW_AROUND 6

struct _NbUiFindingRow
{
  GtkWidget parent_instance;
  NbUiDocument *document;
  NbFinding *finding;

  GtkImage *icon;
  GtkLabel *field;
  GtkLabel *message;
  GtkLabel *answer;
  GtkLabel *reason;
  GtkButton *rule;
  GtkWidget *answer_box;
  GtkEntry *answer_entry;
  GtkButton *fix;
  GtkButton *fix_all;
  GtkButton *answer_button;
  GtkButton *withdraw;
  GtkToggleButton *why;
};

G_DEFINE_FINAL_TYPE (NbUiFindingRow, nb_ui_finding_row, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *css_class;
  const char *word;
} severities[] = {
  /* Translators: severity of a rule: it is not checked. */
  [NB_SEVERITY_OFF] = { "emblem-ok-symbolic", "dim-label", N_ ("Off") },
  /* Translators: severity of a finding: for the reader to consider. */
  [NB_SEVERITY_ADVICE] = { "dialog-information-symbolic", "advice", N_ ("Advice") },
  /* Translators: severity of a finding: to be put right or answered. */
  [NB_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", N_ ("Warning") },
  /* Translators: severity of a finding: to be put right. */
  [NB_SEVERITY_ERROR] = { "dialog-error-symbolic", "error", N_ ("Error") },
};

const char *
nb_ui_finding_row_get_icon (NbSeverity severity)
{
  return severities[severity].icon;
}

const char *
nb_ui_finding_row_get_word (NbSeverity severity)
{
  return _ (severities[severity].word);
}

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
fix_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFindingRow *self = NB_UI_FINDING_ROW (widget);

  nb_ui_fix_group_ask (widget, self->document, self->finding);
}

static void
set_answer (NbUiFindingRow *self, const char *text)
{
  g_autoptr (NbUiDocument) document = g_object_ref (self->document);
  g_autoptr (NbFinding) finding = g_object_ref (self->finding);
  g_autoptr (GError) error = NULL;

  /* This row is gone afterwards. */
  if (!nb_ui_document_answer (document, finding, text, &error))
    nb_ui_document_remark (document, error->message);
}

static void
begin_answer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFindingRow *self = NB_UI_FINDING_ROW (widget);

  gtk_widget_set_visible (self->answer_box, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_button), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->answer_entry));
}

static void
save_answer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiFindingRow *self = NB_UI_FINDING_ROW (widget);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->answer_entry)));

  g_strstrip (text);
  if (*text != '\0')
    set_answer (self, text);
}

static void
note_answer_entered (NbUiFindingRow *self)
{
  save_answer (GTK_WIDGET (self), NULL, NULL);
}

static void
withdraw_answer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_answer (NB_UI_FINDING_ROW (widget), NULL);
}

static void
note_answer_typed (NbUiFindingRow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->answer_entry)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.save-answer",
                                 *g_strstrip (text) != '\0');
}

static gboolean
cancel_answer (GtkWidget *widget, GVariant *parameter, void *data)
{
  NbUiFindingRow *self = NB_UI_FINDING_ROW (widget);

  if (!gtk_widget_get_visible (self->answer_box))
    return FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->answer_button), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->answer_button));
  gtk_widget_set_visible (self->answer_box, FALSE);
  return TRUE;
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

  g_type_ensure (NB_UI_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, field);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, answer);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, reason);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, rule);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, answer_box);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, answer_entry);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, fix);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, fix_all);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, answer_button);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, withdraw);
  gtk_widget_class_bind_template_child (widget_class, NbUiFindingRow, why);
  gtk_widget_class_bind_template_callback (widget_class, note_answer_typed);
  gtk_widget_class_bind_template_callback (widget_class, note_answer_entered);
  gtk_widget_class_install_action (widget_class, "finding.fix", NULL, apply_fix);
  gtk_widget_class_install_action (widget_class, "finding.fix-all", NULL, fix_all);
  gtk_widget_class_install_action (widget_class, "finding.answer", NULL, begin_answer);
  gtk_widget_class_install_action (widget_class, "finding.save-answer", NULL, save_answer);
  gtk_widget_class_install_action (widget_class, "finding.withdraw-answer", NULL, withdraw_answer);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, cancel_answer, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nb_ui_finding_row_init (NbUiFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.save-answer", FALSE);
}

char *
nb_ui_finding_row_describe (NbFinding *finding)
{
  /* Translators: a severity and what is wrong, as in “Error: the year is missing”. */
  return g_strdup_printf (_ ("%s: %s"),
                          nb_ui_finding_row_get_word (nb_finding_get_severity (finding)),
                          nb_finding_get_message (finding));
}

static char *
format_reason (NbUiFindingRow *self)
{
  const char *id = nb_finding_get_rule (self->finding);
  const NbRuleDef *rule =
      nb_registry_lookup_rule (nb_ui_document_get_registry (self->document), id);

  if (rule == NULL)
    rule =
        nb_form_lookup_rule (nb_report_get_form (nb_ui_document_get_report (self->document)), id);
  /* Translators: the id of a rule, what it asks, and on whose authority. */
  return g_strdup_printf (_ ("Rule %s: %s\nAuthority: %s"), id, _ (rule->title),
                          nb_finding_get_authority (self->finding));
}

/* What the fix would do, for whoever rests on its button. NULL without a fix; free with g_free(). */
static char *
format_fix (NbFinding *finding)
{
  g_autoptr (GPtrArray) previews = nb_finding_list_previews (finding, PREVIEW_AROUND, PREVIEWS);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < previews->len; i++)
    {
      const NbEditPreview *preview = g_ptr_array_index (previews, i);

      g_string_append_printf (text, "%s%s%s%s → %s%s%s", i > 0 ? "\n" : "", preview->lead,
                              preview->removed, preview->trail, preview->lead, preview->inserted,
                              preview->trail);
    }
  return g_string_free (text, previews->len == 0);
}

static void
show_answer (NbUiFindingRow *self, gboolean can_change)
{
  const char *answer = nb_finding_get_answer (self->finding);
  gboolean is_warning = nb_finding_get_severity (self->finding) == NB_SEVERITY_WARNING;

  gtk_widget_set_visible (GTK_WIDGET (self->answer_button),
                          can_change && is_warning && answer == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->withdraw), can_change && answer != NULL);
  if (answer != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Answered: %s"), answer);

      gtk_label_set_text (self->answer, text);
      gtk_widget_set_visible (GTK_WIDGET (self->answer), TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (self), "answered");
    }
}

/* What a reader is told at each button: the button alone does not say which finding it means. */
static void
describe (NbUiFindingRow *self, const char *reason)
{
  g_autofree char *description = nb_ui_finding_row_describe (self->finding);
  GtkWidget *const about_finding[] = { GTK_WIDGET (self->fix), GTK_WIDGET (self->fix_all),
                                       GTK_WIDGET (self->answer_button),
                                       GTK_WIDGET (self->withdraw),
                                       GTK_WIDGET (self->answer_entry) };

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  for (guint i = 0; i < G_N_ELEMENTS (about_finding); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (about_finding[i]),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason, -1);
}

static void
show_finding (NbUiFindingRow *self, gboolean named)
{
  NbSeverity severity = nb_finding_get_severity (self->finding);
  NbForm *form = nb_report_get_form (nb_ui_document_get_report (self->document));
  const char *field = nb_finding_get_field (self->finding);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>  %s", _ (severities[severity].word),
                                                     nb_finding_get_message (self->finding));
  g_autofree char *reason = format_reason (self);
  g_autofree char *fix = format_fix (self->finding);
  gboolean can_change = !nb_ui_document_get_read_only (self->document);

  gtk_image_set_from_icon_name (self->icon, severities[severity].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self), severities[severity].css_class);
  gtk_label_set_text (self->field, field != NULL ? nb_form_lookup_field (form, field)->label
                                                 : _ ("The report as a whole"));
  gtk_widget_set_visible (GTK_WIDGET (self->field), named);
  gtk_label_set_markup (self->message, markup);
  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->fix),
                          can_change && nb_finding_get_fix (self->finding) != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->fix), fix);
  gtk_widget_set_visible (GTK_WIDGET (self->fix_all),
                          can_change && nb_ui_fix_group_exists (self->document, self->finding));
  show_answer (self, can_change);
  describe (self, reason);
}

GtkWidget *
nb_ui_finding_row_new (NbUiDocument *document, NbFinding *finding, gboolean named)
{
  NbUiFindingRow *self = g_object_new (NB_UI_TYPE_FINDING_ROW, NULL);
  g_autofree char *page = g_strconcat ("rule-", nb_finding_get_rule (finding), NULL);

  self->document = g_object_ref (document);
  self->finding = g_object_ref (finding);
  show_finding (self, named);
  nb_ui_help_set_page (GTK_WIDGET (self), page);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->rule), "s", page);
  return GTK_WIDGET (self);
}

NbFinding *
nb_ui_finding_row_get_finding (NbUiFindingRow *self)
{
  return self->finding;
}
