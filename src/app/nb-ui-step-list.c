/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-step-list.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-handing-in.h"
#include "nb-ui-help.h"

/* So many days before the last one it is said louder. */
#define FEW_DAYS 7

/* What is shown of a step. */
typedef struct
{
  GtkImage *icon;
  GtkLabel *state;
  GtkMenuButton *button;
  GtkEntry *entry; /* in the popover of the button */
} Row;

struct _NbUiStepList
{
  GtkWidget parent_instance;
  NbUiDocument *document;
  NbUiHandingIn *handing_in;
  Row rows[NB_N_STEPS];

  GtkLabel *deadline;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (NbUiStepList, nb_ui_step_list, GTK_TYPE_WIDGET)

static const char *const names[NB_N_STEPS] = {
  /* Translators: a step that is done, with its day: the report was checked without errors. */
  [NB_STEP_CHECKED] = N_ ("Checked"),
  /* Translators: a step that is done, with its day: the report was signed in the file. */
  [NB_STEP_SIGNED] = N_ ("Signed"),
  /* Translators: a step that is done, with its day: the report was printed for filing. */
  [NB_STEP_PRINTED] = N_ ("Printed"),
  /* Translators: a step that is done, with its day: the report was handed in to the registry. */
  [NB_STEP_SUBMITTED] = N_ ("Submitted"),
  /* Translators: a step that is done, with its day: the report was sent back by the registry for correction. */
  [NB_STEP_RETURNED] = N_ ("Returned"),
  /* Translators: a step that is done, with its day: the report was published by the registry. */
  [NB_STEP_PUBLISHED] = N_ ("Published"),
};

static void
nb_ui_step_list_dispose (GObject *object)
{
  NbUiStepList *self = NB_UI_STEP_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->handing_in);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_step_list_parent_class)->dispose (object);
}

/* Where the report itself changed, a step may be one of another version now. */
static void follow (NbUiStepList *self);

static void
nb_ui_step_list_map (GtkWidget *widget)
{
  NbUiStepList *self = NB_UI_STEP_LIST (widget);

  GTK_WIDGET_CLASS (nb_ui_step_list_parent_class)->map (widget);
  if (self->handing_in != NULL)
    follow (self);
}

static void
nb_ui_step_list_class_init (NbUiStepListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_step_list_dispose;
  widget_class->map = nb_ui_step_list_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static NbStep
get_step (GObject *object)
{
  return (NbStep) GPOINTER_TO_INT (g_object_get_data (object, "step"));
}

static void
close_popover (NbUiStepList *self, NbStep step)
{
  gtk_menu_button_popdown (self->rows[step].button);
}

static void
note_set (GObject *object, NbUiStepList *self)
{
  NbStep step = get_step (object);
  GtkEntry *entry = self->rows[step].entry;
  NbDate day;

  if (!nb_date_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), &day))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_widget_grab_focus (GTK_WIDGET (entry));
      return;
    }
  close_popover (self, step);
  nb_ui_handing_in_set_step (self->handing_in, step, day);
}

static void
note_cleared (GObject *object, NbUiStepList *self)
{
  NbStep step = get_step (object);

  close_popover (self, step);
  nb_ui_handing_in_set_step (self->handing_in, step, (NbDate){ 0 });
}

static void
note_typed (GtkWidget *entry)
{
  gtk_widget_remove_css_class (entry, "error");
}

/* Begins with the day that is set, else with today. */
static void
note_opened (GtkPopover *popover, NbUiStepList *self)
{
  NbStep step = get_step (G_OBJECT (popover));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  NbDate day;
  g_autofree char *text = NULL;

  nb_ui_handing_in_get_step (self->handing_in, step, &day);
  text = nb_date_is_set (day) ? nb_date_format_iso (day) : g_date_time_format (now, "%Y-%m-%d");
  gtk_editable_set_text (GTK_EDITABLE (self->rows[step].entry), text);
}

static GtkWidget *
make_button (NbUiStepList *self, NbStep step, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

static GtkWidget *
make_popover (NbUiStepList *self, NbStep step)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  /* Translators: button: takes the typed day as the one on which a step was done. */
  GtkWidget *set = make_button (self, step, _ ("_Set"), G_CALLBACK (note_set));

  self->rows[step].entry = GTK_ENTRY (entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day, such as 2023-03-01"), -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Day, such as 2023-03-01"));
  g_object_set_data (G_OBJECT (entry), "step", GINT_TO_POINTER (step));
  g_signal_connect_object (entry, "activate", G_CALLBACK (note_set), self, 0);
  g_signal_connect (entry, "changed", G_CALLBACK (note_typed), NULL);
  gtk_widget_add_css_class (set, "suggested-action");
  gtk_box_append (GTK_BOX (buttons),
                  make_button (self, step, _ ("_Not Done"), G_CALLBACK (note_cleared)));
  gtk_box_append (GTK_BOX (buttons), set);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_object_set_data (G_OBJECT (popover), "step", GINT_TO_POINTER (step));
  g_signal_connect_object (popover, "show", G_CALLBACK (note_opened), self, 0);
  return popover;
}

/* A popover is made when somebody opens it. */
static void
fill_button (GtkMenuButton *button, void *data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, make_popover (data, get_step (G_OBJECT (button))));
}

static void
make_row (NbUiStepList *self, NbStep step)
{
  Row *row = &self->rows[step];
  GtkWidget *name = gtk_label_new (_ (names[step]));
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *state = gtk_label_new (NULL);
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *description = g_strdup_printf (_ ("Set the day: %s"), _ (names[step]));

  row->icon = GTK_IMAGE (icon);
  row->state = GTK_LABEL (state);
  row->button = GTK_MENU_BUTTON (button);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_label_set_wrap (GTK_LABEL (state), TRUE);
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_add_css_class (state, "dim-label");
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), state);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_menu_button_set_icon_name (row->button, "x-office-calendar-symbolic");
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  gtk_menu_button_set_create_popup_func (row->button, fill_button, self, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  gtk_grid_attach (self->grid, icon, 0, (int) step, 1, 1);
  gtk_grid_attach (self->grid, words, 1, (int) step, 1, 1);
  gtk_grid_attach (self->grid, button, 2, (int) step, 1, 1);
}

static void
nb_ui_step_list_init (NbUiStepList *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->deadline = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->deadline, 0);
  gtk_label_set_wrap (self->deadline, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->deadline), "deadline");
  gtk_widget_set_parent (GTK_WIDGET (self->deadline), GTK_WIDGET (self));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "steps");
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps to the registry"), -1);
  nb_ui_help_set_page (GTK_WIDGET (self), "handing-in");
  for (guint step = 0; step < NB_N_STEPS; step++)
    make_row (self, (NbStep) step);
}

/* Free with g_free(). */
static char *
format_state (NbUiStepList *self, NbStep step, NbUiStepState state, NbDate day)
{
  g_autofree char *date = nb_date_is_set (day) ? nb_date_format_iso (day) : NULL;

  switch (state)
    {
    case NB_UI_STEP_OPEN:
      return g_strdup (_ ("Not yet"));
    case NB_UI_STEP_STALE:
      return g_strdup_printf (_ ("%s, and changed since"), date);
    case NB_UI_STEP_DONE:
      break;
    case NB_UI_STEP_FILED:
      if (step == NB_STEP_RETURNED && nb_ui_handing_in_is_accepted (self->handing_in))
        return g_strdup_printf (_ ("Accepted on %s"), date);
      break;
    }
  return g_steal_pointer (&date);
}

static void
show_step (NbUiStepList *self, NbStep step)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
  } looks[] = {
    [NB_UI_STEP_OPEN] = { "checkbox-symbolic", "open" },
    [NB_UI_STEP_DONE] = { "object-select-symbolic", "done" },
    [NB_UI_STEP_STALE] = { "dialog-warning-symbolic", "stale" },
    [NB_UI_STEP_FILED] = { "object-select-symbolic", "done" },
  };
  Row *row = &self->rows[step];
  NbDate day;
  NbUiStepState state = nb_ui_handing_in_get_step (self->handing_in, step, &day);
  g_autofree char *words = format_state (self, step, state, day);

  gtk_image_set_from_icon_name (row->icon, looks[state].icon);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (row->icon), looks[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (row->icon), looks[state].css_class);
  gtk_label_set_text (row->state, words);
  gtk_widget_set_sensitive (GTK_WIDGET (row->button), state != NB_UI_STEP_FILED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

/* Free with g_free(). */
static char *
format_deadline (NbDate last, int days)
{
  g_autofree char *date = nb_date_format_iso (last);
  guint n = (guint) ABS (days);

  if (days > 0)
    return g_strdup_printf (ngettext ("%u day is left, until %s", "%u days are left, until %s", n),
                            n, date);
  if (days == 0)
    return g_strdup_printf (_ ("Today, %s, is the last day"), date);
  return g_strdup_printf (
      ngettext ("The last day, %2$s, was %1$u day ago", "The last day, %2$s, was %1$u days ago", n),
      n, date);
}

/* Who has handed in need not hurry. */
static void
show_deadline (NbUiStepList *self)
{
  int days = 0;
  NbDate last = nb_ui_handing_in_get_deadline (self->handing_in, &days);
  NbDate day;
  gboolean submitted =
      nb_ui_handing_in_get_step (self->handing_in, NB_STEP_SUBMITTED, &day) != NB_UI_STEP_OPEN;
  g_autofree char *words = nb_date_is_set (last) ? format_deadline (last, days) : NULL;
  GtkWidget *label = GTK_WIDGET (self->deadline);

  gtk_widget_set_visible (label, words != NULL && !submitted);
  gtk_label_set_text (self->deadline, words != NULL ? words : "");
  gtk_widget_remove_css_class (label, "warning");
  gtk_widget_remove_css_class (label, "error");
  if (days < 0)
    gtk_widget_add_css_class (label, "error");
  else if (days <= FEW_DAYS)
    gtk_widget_add_css_class (label, "warning");
}

static void
follow (NbUiStepList *self)
{
  show_deadline (self);
  for (guint step = 0; step < NB_N_STEPS; step++)
    show_step (self, (NbStep) step);
}

/* What nobody sees is found out when somebody does. */
static void
follow_if_seen (NbUiStepList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    follow (self);
}

void
nb_ui_step_list_set_document (NbUiStepList *self, NbUiDocument *document)
{
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->handing_in = g_object_ref (nb_ui_document_get_handing_in (document));
  g_signal_connect_object (self->handing_in, "changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::findings", G_CALLBACK (follow_if_seen), self,
                           G_CONNECT_SWAPPED);
  follow (self);
}
