/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-phrase-chooser.h"

#include <glib/gi18n-lib.h>

/* Fits into the narrowest window; more sentences are scrolled to. */
#define LIST_WIDTH  300
#define LIST_HEIGHT 360

struct _NbUiPhraseChooser
{
  GtkWidget parent_instance;
  NbUiDocument *document;
  const NbFieldDef *def;
  GtkButton *none;
  GtkMenuButton *list;
};

G_DEFINE_FINAL_TYPE (NbUiPhraseChooser, nb_ui_phrase_chooser, GTK_TYPE_WIDGET)

static void
nb_ui_phrase_chooser_dispose (GObject *object)
{
  NbUiPhraseChooser *self = NB_UI_PHRASE_CHOOSER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_phrase_chooser_parent_class)->dispose (object);
}

static void
nb_ui_phrase_chooser_class_init (NbUiPhraseChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_phrase_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* The registry's phrases for the field; @none: those that are its word for "nothing to report", or the
 * others. Free with g_ptr_array_unref(). */
static GPtrArray *
list_phrases (NbUiPhraseChooser *self, gboolean none)
{
  const NbRegistry *registry = nb_ui_document_get_registry (self->document);
  const char *word = nb_registry_get_none_word (registry);
  GPtrArray *phrases = nb_registry_list_phrases (registry, self->def->id);

  for (guint i = phrases->len; i > 0; i--)
    {
      const NbPhrase *phrase = g_ptr_array_index (phrases, i - 1);

      if ((g_strcmp0 (phrase->text, word) == 0) != none)
        g_ptr_array_remove_index (phrases, i - 1);
    }
  return phrases;
}

/* The report year as it was read, else as it was typed. Free with g_free(). */
static char *
dup_year (NbUiPhraseChooser *self)
{
  NbReport *report = nb_ui_document_get_report (self->document);
  NbForm *form = nb_report_get_form (report);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    if (nb_form_get_field (form, i)->type == NB_FIELD_YEAR)
      {
        NbField *field = nb_report_lookup_field (report, nb_form_get_field (form, i)->id);
        const NbValue *value = nb_field_get_value (field);

        return value->state == NB_VALUE_READ ? g_strdup (value->canonical)
                                             : nb_field_dup_string (field);
      }
  return g_strdup ("");
}

static GtkWidget *
make_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

/* @when and @authority may be NULL. */
static void
add_choice (GtkBox *choices, const char *text, const char *when, const char *authority)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *button = gtk_button_new ();

  if (when != NULL)
    gtk_box_append (GTK_BOX (words), make_words (when, "caption"));
  gtk_box_append (GTK_BOX (words), make_words (text, NULL));
  if (authority != NULL)
    {
      g_autofree char *source = g_strdup_printf (_ ("Authority: %s"), authority);

      gtk_box_append (GTK_BOX (words), make_words (source, "caption"));
    }
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "phrase");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (when != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    when, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "field.choose");
  gtk_box_append (choices, button);
}

/* Made anew each time it opens: the sentences name the report year. */
static void
fill_list (GtkMenuButton *button, void *data)
{
  NbUiPhraseChooser *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (GPtrArray) phrases = list_phrases (self, FALSE);
  g_autofree char *year = dup_year (self);

  for (guint i = 0; i < phrases->len; i++)
    {
      const NbPhrase *phrase = g_ptr_array_index (phrases, i);
      g_autofree char *text = nb_phrase_format (phrase, year);

      add_choice (GTK_BOX (choices), text, phrase->when != NULL ? _ (phrase->when) : NULL,
                  phrase->authority);
    }
  for (guint i = 0; self->def->choices != NULL && self->def->choices[i] != NULL; i++)
    add_choice (GTK_BOX (choices), self->def->choices[i], NULL, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (choices, LIST_WIDTH, -1);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), choices);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

static void
nb_ui_phrase_chooser_init (NbUiPhraseChooser *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              6);
  self->none = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->none), "small");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->none), _ ("Nothing to report: put in this word"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->none), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->none), "field.choose");
  gtk_widget_set_parent (GTK_WIDGET (self->none), GTK_WIDGET (self));

  self->list = GTK_MENU_BUTTON (gtk_menu_button_new ());
  /* Translators: button that lists sentences for a field. */
  gtk_menu_button_set_label (self->list, _ ("Sentences"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "small");
  gtk_menu_button_set_create_popup_func (self->list, fill_list, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

static void
follow_registry (NbUiPhraseChooser *self)
{
  g_autoptr (GPtrArray) none = list_phrases (self, TRUE);
  g_autoptr (GPtrArray) others = list_phrases (self, FALSE);
  gboolean can_change = !nb_ui_document_get_read_only (self->document);
  const char *word = none->len > 0 ? ((NbPhrase *) none->pdata[0])->text : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->none), word != NULL);
  if (word != NULL)
    {
      gtk_button_set_label (self->none, word);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->none), "s", word);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), others->len > 0 || self->def->choices != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          can_change
                              && (word != NULL || others->len > 0 || self->def->choices != NULL));
}

void
nb_ui_phrase_chooser_set_field (NbUiPhraseChooser *self,
                                NbUiDocument *document,
                                const NbFieldDef *def)
{
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->def = def;
  g_signal_connect_object (nb_ui_document_get_report (document), "notify::registry",
                           G_CALLBACK (follow_registry), self, G_CONNECT_SWAPPED);
  follow_registry (self);
}

void
nb_ui_phrase_chooser_popup (NbUiPhraseChooser *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->list)))
    gtk_menu_button_popup (self->list);
}

void
nb_ui_phrase_chooser_popdown (NbUiPhraseChooser *self)
{
  gtk_menu_button_popdown (self->list);
}
