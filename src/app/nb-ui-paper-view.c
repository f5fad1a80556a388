/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-paper-view.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-help.h"

struct _NbUiPaperView
{
  GtkWidget parent_instance;
  NbUiPaper *paper;
  double turned; /* how far the wheel has been turned since the last step */

  GtkLabel *page;
  GtkLabel *size;
  GtkToggleButton *fit;
  GtkStack *stack;
  GtkLabel *problem;
  GtkScrolledWindow *scroller;
  NbUiPaperDesk *desk;
};

G_DEFINE_FINAL_TYPE (NbUiPaperView, nb_ui_paper_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Sizes that the buttons go through, per cent of the paper's own. */
static const int sizes[] = { 25, 33, 50, 67, 80, 100, 125, 150, 200, 300 };

/* Pixels of the layout that make a millimetre, at the resolution that the desktop reckons with. */
#define PIXELS(micrometres) ((micrometres) * (96 / 25400.0))

static void
nb_ui_paper_view_dispose (GObject *object)
{
  NbUiPaperView *self = NB_UI_PAPER_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_PAPER_VIEW);
  if (self->paper != NULL)
    nb_ui_paper_set_followed (self->paper, FALSE);
  g_clear_object (&self->paper);
  G_OBJECT_CLASS (nb_ui_paper_view_parent_class)->dispose (object);
}

static void
nb_ui_paper_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nb_ui_paper_view_parent_class)->map (widget);
  if (NB_UI_PAPER_VIEW (widget)->paper != NULL)
    nb_ui_paper_set_followed (NB_UI_PAPER_VIEW (widget)->paper, TRUE);
}

static void
nb_ui_paper_view_unmap (GtkWidget *widget)
{
  if (NB_UI_PAPER_VIEW (widget)->paper != NULL)
    nb_ui_paper_set_followed (NB_UI_PAPER_VIEW (widget)->paper, FALSE);
  GTK_WIDGET_CLASS (nb_ui_paper_view_parent_class)->unmap (widget);
}

/* A view is entered at its paper, not at its buttons. */
static gboolean
nb_ui_paper_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NB_UI_PAPER_VIEW (widget)->desk));
}

/* The width of the first page, pixels at its own size; 0: there is none. */
static double
get_full_width (NbUiPaperView *self)
{
  NbPageList *pages = self->paper != NULL ? nb_ui_paper_get_pages (self->paper) : NULL;
  int width, height;

  if (pages == NULL || nb_page_list_get_n_pages (pages) == 0)
    return 0;
  nb_page_list_get_size (pages, 0, &width, &height);
  return PIXELS (width);
}

static int
get_size (NbUiPaperView *self)
{
  double full = get_full_width (self);

  return full > 0 ? (int) (nb_ui_paper_desk_get_width (self->desk) * 100 / full + 0.5) : 0;
}

static void
show_size (NbUiPaperView *self)
{
  int size = get_size (self);
  /* TRANSLATORS: how large the paper is shown, per cent of its own size */
  g_autofree char *words = size > 0 ? g_strdup_printf (_ ("%d %%"), size) : g_strdup ("");

  gtk_label_set_text (self->size, words);
}

static void
show_page (NbUiPaperView *self)
{
  NbPageList *pages = self->paper != NULL ? nb_ui_paper_get_pages (self->paper) : NULL;
  g_autofree char *words = NULL;
  guint page;

  g_object_get (self->desk, "page", &page, NULL);
  if (pages != NULL)
    words = g_strdup_printf (_ ("Page %u of %u"), page + 1, nb_page_list_get_n_pages (pages));
  gtk_label_set_text (self->page, words != NULL ? words : "");
}

static void
note_renewed (NbUiPaperView *self)
{
  const char *problem = nb_ui_paper_get_problem (self->paper);

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_stack_set_visible_child_name (self->stack, problem != NULL ? "problem" : "paper");
  show_page (self);
}

static void note_fit (NbUiPaperView *self);

/* 0: as wide as there is room. */
static void
set_size (NbUiPaperView *self, int size)
{
  /* The button only tells now; pressed by hand it would ask for the size that is still shown. */
  g_signal_handlers_block_by_func (self->fit, note_fit, self);
  gtk_scrolled_window_set_policy (
      self->scroller, size == 0 ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  nb_ui_paper_desk_set_width (self->desk, (int) (get_full_width (self) * size / 100));
  gtk_toggle_button_set_active (self->fit, size == 0);
  g_signal_handlers_unblock_by_func (self->fit, note_fit, self);
}

void
nb_ui_paper_view_zoom (NbUiPaperView *self, int step)
{
  int size = get_size (self);
  int n_sizes = (int) G_N_ELEMENTS (sizes);
  int at = step > 0 ? 0 : n_sizes - 1;

  if (step != 0 && size == 0)
    return;
  while (step > 0 && at < n_sizes - 1 && sizes[at] <= size)
    at++;
  while (step < 0 && at > 0 && sizes[at] >= size)
    at--;
  set_size (self, step == 0 ? 0 : sizes[at]);
}

static void
zoom_in (NbUiPaperView *self)
{
  nb_ui_paper_view_zoom (self, 1);
}

static void
zoom_out (NbUiPaperView *self)
{
  nb_ui_paper_view_zoom (self, -1);
}

/* Taken off, it leaves the paper as large as it is. */
static void
note_fit (NbUiPaperView *self)
{
  gboolean fits = gtk_toggle_button_get_active (self->fit);

  if (self->paper != NULL && get_size (self) > 0)
    set_size (self, fits ? 0 : get_size (self));
}

static gboolean
note_scroll (GtkEventControllerScroll *scroll, double dx, double dy, NbUiPaperView *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  self->turned += dy;
  if (self->turned >= 1 || self->turned <= -1)
    {
      nb_ui_paper_view_zoom (self, self->turned > 0 ? -1 : 1);
      self->turned = 0;
    }
  return GDK_EVENT_STOP;
}

static void
note_activated (NbUiPaperView *self, NbPagePlace *place)
{
  g_signal_emit (self, signals[ACTIVATED], 0, place);
}

static gboolean
leave (GtkWidget *widget, GVariant *arguments, void *data)
{
  g_signal_emit (widget, signals[LEFT], 0);
  return TRUE;
}

static void
nb_ui_paper_view_class_init (NbUiPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_paper_view_dispose;
  widget_class->map = nb_ui_paper_view_map;
  widget_class->unmap = nb_ui_paper_view_unmap;
  widget_class->grab_focus = nb_ui_paper_view_grab_focus;
  signals[ACTIVATED] = g_signal_new ("activated", NB_UI_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LEFT] = g_signal_new ("left", NB_UI_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (NB_UI_TYPE_PAPER_DESK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nianbao/Nianbao/ui/nb-ui-paper-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperView, page);
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperView, size);
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperView, fit);
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperView, stack);
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperView, problem);
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperView, scroller);
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperView, desk);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out);
  gtk_widget_class_bind_template_callback (widget_class, note_fit);
  gtk_widget_class_bind_template_callback (widget_class, note_renewed);
  gtk_widget_class_bind_template_callback (widget_class, show_page);
  gtk_widget_class_bind_template_callback (widget_class, show_size);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nb_ui_paper_view_init (NbUiPaperView *self)
{
  GtkEventController *scroll;

  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_help_set_page (GTK_WIDGET (self), "printing");
  scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (note_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
}

void
nb_ui_paper_view_set_paper (NbUiPaperView *self, NbUiPaper *paper)
{
  self->paper = g_object_ref (paper);
  nb_ui_paper_desk_set_paper (self->desk, paper,
                              gtk_scrolled_window_get_vadjustment (self->scroller));
  g_signal_connect_object (self->desk, "activated", G_CALLBACK (note_activated), self,
                           G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    nb_ui_paper_set_followed (paper, TRUE);
}

NbUiPaper *
nb_ui_paper_view_get_paper (NbUiPaperView *self)
{
  return self->paper;
}

void
nb_ui_paper_view_show_place (NbUiPaperView *self, const NbPagePlace *place)
{
  nb_ui_paper_desk_show_place (self->desk, place);
}
