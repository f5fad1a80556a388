/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-report-view.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-content.h"
#include "nb-ui-cursor.h"
#include "nb-ui-finding-row.h"
#include "nb-ui-findings-pane.h"
#include "nb-ui-flow-layout.h"
#include "nb-ui-paper-view.h"
#include "nb-ui-report-summary.h"
#include "nb-ui-section-list.h"

struct _NbUiReportView
{
  GtkWidget parent_instance;
  NbUiReview *review;
  NbFinding *current;   /* the finding that the person was led to last, or NULL */
  GtkWidget *came_from; /* what had the focus before the side got it; weak */

  AdwFlap *sections_flap;
  NbUiSectionList *sections;
  AdwFlap *side_flap;
  GtkStack *side;
  NbUiFindingsPane *findings;
  NbUiPaperView *paper;
  AdwBin *form_place;
  GtkToggleButton *findings_button;
  GtkToggleButton *paper_button;
  GtkWidget *bar;
  GtkImage *summary_icon;
  GtkLabel *summary;
  NbUiContent *content;
  NbUiCursor *cursor;
  gboolean wants_sections, sections_hidden; /* hidden to make room for a page */
};

G_DEFINE_FINAL_TYPE (NbUiReportView, nb_ui_report_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SECTIONS_SHOWN,
  PROP_FINDINGS_SHOWN,
  PROP_PAPER_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
nb_ui_report_view_dispose (GObject *object)
{
  NbUiReportView *self = NB_UI_REPORT_VIEW (object);
  GtkWidget *child;

  g_clear_weak_pointer (&self->came_from);
  g_clear_object (&self->cursor);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_REPORT_VIEW);
  g_clear_object (&self->current);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (nb_ui_report_view_parent_class)->dispose (object);
}

/* The pane of the side that a property is about; NULL for the sections, which have a side of their own. */
static GtkWidget *
get_pane (NbUiReportView *self, guint id)
{
  switch (id)
    {
    case PROP_FINDINGS_SHOWN:
      return GTK_WIDGET (self->findings);
    case PROP_PAPER_SHOWN:
      return GTK_WIDGET (self->paper);
    default:
      return NULL;
    }
}

static gboolean
is_shown (NbUiReportView *self, GtkWidget *pane)
{
  return adw_flap_get_reveal_flap (self->side_flap)
         && gtk_stack_get_visible_child (self->side) == pane;
}

/* One pane stands at the side at a time: another one makes room for it. */
static void
show_pane (NbUiReportView *self, GtkWidget *pane, gboolean shown)
{
  if (shown)
    {
      /* Until now no window had to be laid out with it. */
      gtk_widget_set_visible (GTK_WIDGET (self->side), TRUE);
      gtk_stack_set_visible_child (self->side, pane);
      /* Paper takes what room there is, findings are read in a column. */
      gtk_widget_set_hexpand (GTK_WIDGET (self->side), pane == GTK_WIDGET (self->paper));
    }
  if (shown || is_shown (self, pane))
    adw_flap_set_reveal_flap (self->side_flap, shown);
}

static void
nb_ui_report_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NbUiReportView *self = NB_UI_REPORT_VIEW (object);
  GtkWidget *pane = get_pane (self, id);

  g_value_set_boolean (value, pane != NULL ? is_shown (self, pane)
                                           : adw_flap_get_reveal_flap (self->sections_flap));
}

static void
nb_ui_report_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NbUiReportView *self = NB_UI_REPORT_VIEW (object);
  GtkWidget *pane = get_pane (self, id);

  if (pane != NULL)
    show_pane (self, pane, g_value_get_boolean (value));
  else
    adw_flap_set_reveal_flap (self->sections_flap, g_value_get_boolean (value));
}

static void
nb_ui_report_view_class_init (NbUiReportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = nb_ui_report_view_dispose;
  object_class->get_property = nb_ui_report_view_get_property;
  object_class->set_property = nb_ui_report_view_set_property;
  properties[PROP_SECTIONS_SHOWN] =
      g_param_spec_boolean ("sections-shown", NULL, NULL, TRUE, flags);
  properties[PROP_FINDINGS_SHOWN] =
      g_param_spec_boolean ("findings-shown", NULL, NULL, FALSE, flags);
  properties[PROP_PAPER_SHOWN] = g_param_spec_boolean ("paper-shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (NB_UI_TYPE_FLOW_LAYOUT);
  g_type_ensure (NB_UI_TYPE_SECTION_LIST);
  g_type_ensure (NB_UI_TYPE_FINDINGS_PANE);
  g_type_ensure (NB_UI_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, sections_flap);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, sections);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, side_flap);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, side);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, findings);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, form_place);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, findings_button);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, paper);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, paper_button);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, summary_icon);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, summary);
  gtk_widget_class_bind_template_child (widget_class, NbUiReportView, bar);
}

static void
note_sections_revealed (NbUiReportView *self)
{
  /* What a narrow window or a page of its own hides is not unwanted. */
  if (!adw_flap_get_folded (self->sections_flap) && !self->sections_hidden)
    self->wants_sections = adw_flap_get_reveal_flap (self->sections_flap);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTIONS_SHOWN]);
}

/* On a narrow window the sections would lie over the form; beside a page there is an outline in their place. */
static void
note_sections_folded (NbUiReportView *self)
{
  adw_flap_set_reveal_flap (self->sections_flap, !adw_flap_get_folded (self->sections_flap)
                                                     && self->wants_sections
                                                     && !self->sections_hidden);
}

static void
note_side (NbUiReportView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS_SHOWN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAPER_SHOWN]);
}

/* The paper shows where one types. */
static void
note_moved (NbUiReportView *self)
{
  NbPosition position;
  const char *field = nb_ui_cursor_get_place (self->cursor, &position);
  NbPagePlace place = { field, position.paragraph, position.offset };

  nb_ui_paper_view_show_place (self->paper, field != NULL ? &place : NULL);
}

/* What lies over the form must not hide where one goes. */
static void
uncover_form (NbUiReportView *self)
{
  if (adw_flap_get_folded (self->sections_flap))
    adw_flap_set_reveal_flap (self->sections_flap, FALSE);
  if (adw_flap_get_folded (self->side_flap))
    adw_flap_set_reveal_flap (self->side_flap, FALSE);
}

static void
note_section_activated (NbUiReportView *self, const char *section)
{
  uncover_form (self);
  nb_ui_content_focus_section (self->content, section);
}

static void
show_finding (NbUiReportView *self, NbFinding *finding)
{
  g_set_object (&self->current, finding);
  nb_ui_findings_pane_select (self->findings, finding);
  uncover_form (self);
  nb_ui_content_show_finding (self->content, finding);
}

static void
note_paper_activated (NbUiReportView *self, NbPagePlace *place)
{
  NbSpan span = { place->paragraph, place->offset, place->offset };

  uncover_form (self);
  nb_ui_content_show_span (self->content, place->field, &span);
}

static void
note_field_activated (NbUiReportView *self, const char *field)
{
  uncover_form (self);
  nb_ui_content_focus_field (self->content, field);
}

static void
leave_side (NbUiReportView *self)
{
  if (adw_flap_get_folded (self->side_flap))
    adw_flap_set_reveal_flap (self->side_flap, FALSE);
  if (self->came_from != NULL && gtk_widget_get_mapped (self->came_from))
    gtk_widget_grab_focus (self->came_from);
  else
    nb_ui_report_view_go_to_section (self, 0);
}

/* Calls @handler with the view first, as long as there is one. */
static void
follow (NbUiReportView *self, void *object, const char *signal, GCallback handler)
{
  g_signal_connect_object (object, signal, handler, self, G_CONNECT_SWAPPED);
}

static void
nb_ui_report_view_init (NbUiReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->wants_sections = TRUE;
  g_object_bind_property (self, "findings-shown", self->findings_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self, "paper-shown", self->paper_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  follow (self, self->sections_flap, "notify::reveal-flap", G_CALLBACK (note_sections_revealed));
  follow (self, self->sections_flap, "notify::folded", G_CALLBACK (note_sections_folded));
  follow (self, self->side_flap, "notify::reveal-flap", G_CALLBACK (note_side));
  follow (self, self->side, "notify::visible-child", G_CALLBACK (note_side));
  follow (self, self->sections, "activated", G_CALLBACK (note_section_activated));
  follow (self, self->findings, "activated", G_CALLBACK (show_finding));
  follow (self, self->findings, "field-activated", G_CALLBACK (note_field_activated));
  follow (self, self->findings, "left", G_CALLBACK (leave_side));
  follow (self, self->paper, "left", G_CALLBACK (leave_side));
  follow (self, self->paper, "activated", G_CALLBACK (note_paper_activated));
}

/* A page has an outline of its own in the place of the sections. */
static void
note_narrative (NbUiReportView *self)
{
  gboolean open = nb_ui_content_get_narrative (self->content) != NULL;

  self->sections_hidden |= open && adw_flap_get_reveal_flap (self->sections_flap);
  if (self->sections_hidden)
    adw_flap_set_reveal_flap (self->sections_flap, !open);
  self->sections_hidden = self->sections_hidden && open;
}

/* How many findings there are can be seen while the findings themselves are hidden. */
static void
show_summary (NbUiReportView *self)
{
  nb_ui_report_summary_show (self->review, self->summary_icon, self->summary,
                             GTK_WIDGET (self->findings_button));
}

GtkWidget *
nb_ui_report_view_new (NbUiDocument *document)
{
  NbUiReportView *self = g_object_new (NB_UI_TYPE_REPORT_VIEW, NULL);
  g_autoptr (NbUiPaper) paper = nb_ui_paper_new (document, (NbPrinting){ .copy = NB_COPY_FILING });

  self->review = nb_ui_review_new (document);
  self->content = NB_UI_CONTENT (nb_ui_content_new (self->review));
  adw_bin_set_child (self->form_place, GTK_WIDGET (self->content));
  g_object_bind_property (self->content, "undisturbed", self->bar, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  follow (self, self->content, "notify::narrative", G_CALLBACK (note_narrative));
  g_signal_connect_object (nb_ui_content_get_form_view (self->content), "section-entered",
                           G_CALLBACK (nb_ui_section_list_select), self->sections,
                           G_CONNECT_SWAPPED);
  self->cursor = nb_ui_cursor_new (self->content);
  follow (self, self->cursor, "moved", G_CALLBACK (note_moved));
  nb_ui_paper_view_set_paper (self->paper, paper);
  nb_ui_section_list_set_review (self->sections, self->review);
  nb_ui_findings_pane_set_review (self->findings, self->review);
  /* A report that came back opens with what the registry said. */
  if (nb_ui_findings_pane_has_remarks (self->findings))
    show_pane (self, GTK_WIDGET (self->findings), TRUE);
  follow (self, self->review, "changed", G_CALLBACK (show_summary));
  show_summary (self);
  return GTK_WIDGET (self);
}

NbUiFormView *
nb_ui_report_view_get_form_view (NbUiReportView *self)
{
  return nb_ui_content_get_form_view (self->content);
}

NbUiContent *
nb_ui_report_view_get_content (NbUiReportView *self)
{
  return self->content;
}

gboolean
nb_ui_report_view_wants_sections (NbUiReportView *self)
{
  return self->wants_sections;
}

NbUiReview *
nb_ui_report_view_get_review (NbUiReportView *self)
{
  return self->review;
}

void
nb_ui_report_view_zoom (NbUiReportView *self, int step)
{
  if (is_shown (self, GTK_WIDGET (self->paper)))
    nb_ui_paper_view_zoom (self->paper, step);
}

/* Shows a pane and remembers the place to come back to. */
static void
enter_pane (NbUiReportView *self, GtkWidget *pane)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->side)))
    g_set_weak_pointer (&self->came_from, focus);
  show_pane (self, pane, TRUE);
}

static NbUiDocument *
get_document (NbUiReportView *self)
{
  return nb_ui_review_get_document (self->review);
}

void
nb_ui_report_view_check (NbUiReportView *self)
{
  nb_ui_review_check_everything (self->review);
  /* Focus that moves ends a composition. */
  if (nb_ui_document_is_composing (get_document (self)))
    return;
  enter_pane (self, GTK_WIDGET (self->findings));
  nb_ui_findings_pane_announce (self->findings);
}

void
nb_ui_report_view_show_filing (NbUiReportView *self)
{
  if (nb_ui_document_is_composing (get_document (self)))
    return;
  enter_pane (self, GTK_WIDGET (self->findings));
  nb_ui_findings_pane_show_filing (self->findings);
}

gboolean
nb_ui_report_view_has_side (NbUiReportView *self)
{
  return !adw_flap_get_folded (self->side_flap) && adw_flap_get_reveal_flap (self->side_flap);
}

void
nb_ui_report_view_switch_pane (NbUiReportView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (nb_ui_document_is_composing (get_document (self)))
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->side)))
    leave_side (self);
  else if (is_shown (self, GTK_WIDGET (self->paper)))
    {
      enter_pane (self, GTK_WIDGET (self->paper));
      gtk_widget_grab_focus (GTK_WIDGET (self->paper));
    }
  else
    {
      enter_pane (self, GTK_WIDGET (self->findings));
      nb_ui_findings_pane_announce (self->findings);
    }
}

void
nb_ui_report_view_go_to_section (NbUiReportView *self, guint index)
{
  NbForm *form = nb_report_get_form (nb_ui_document_get_report (get_document (self)));

  if (index < nb_form_get_n_sections (form))
    note_section_activated (self, nb_form_get_section (form, index)->id);
}

void
nb_ui_report_view_step (NbUiReportView *self, int step)
{
  g_autoptr (NbFinding) finding = NULL;

  /* Whoever asks for findings asks to be told. */
  nb_ui_review_check_everything (self->review);
  finding = nb_ui_review_step (self->review, nb_ui_content_get_focus_field (self->content),
                               self->current, step);
  if (finding != NULL)
    show_finding (self, finding);
  else
    nb_ui_document_remark (get_document (self), _ ("Nothing was found in the report."));
}
