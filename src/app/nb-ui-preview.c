/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-preview.h"

#include <glib/gi18n-lib.h>

/* So many places are listed; of the others is said how many they are. */
#define MOST       100
#define MAX_HEIGHT 320
/* GTK reckons the height of the list from labels as narrow as they may be: were they any narrower, there would be an
 * empty place under the list. */
#define LEAST_CHARS 12

typedef struct
{
  NbUiPreviewApply apply;
  void *data;
  GDestroyNotify free_data;
  gboolean agreed;
} Question;

static void
question_free (void *data)
{
  Question *question = data;

  if (question->free_data != NULL)
    question->free_data (question->data);
  g_free (question);
}

static gboolean
apply_agreed (void *data)
{
  Question *question = data;

  question->apply (question->data);
  return G_SOURCE_REMOVE;
}

/* It is done when the dialog has gone: what changes then, and what is said of it, is seen in the window. */
static void
note_gone (void *data, GClosure *closure)
{
  Question *question = data;

  if (question->agreed)
    g_idle_add_full (G_PRIORITY_DEFAULT, apply_agreed, question, question_free);
  else
    question_free (question);
}

static void
note_response (Question *question, const char *response)
{
  question->agreed = g_str_equal (response, "apply");
}

/* A paragraph's end can be seen. */
static void
append (GString *markup, const char *text, const char *tag)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *line = g_strjoinv ("¶ ", lines);
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  if (tag != NULL && *text != '\0')
    g_string_append_printf (markup, "<%s>%s</%s>", tag, escaped, tag);
  else
    g_string_append (markup, escaped);
}

static GtkWidget *
make_words (const NbEditPreview *preview, gboolean after)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);

  append (markup, preview->lead, NULL);
  append (markup, after ? preview->inserted : preview->removed, after ? "b" : "s");
  append (markup, preview->trail, NULL);
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static void
attach_head (GtkGrid *grid, int column, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, column, 0, 1, 1);
}

static GtkWidget *
make_list (const GPtrArray *previews)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  guint n = MIN (previews->len, MOST);

  gtk_grid_set_column_homogeneous (grid, TRUE);
  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 6);
  /* Translators: heads the texts as they are. */
  attach_head (grid, 0, _ ("Before"));
  /* Translators: heads the texts as they would be. */
  attach_head (grid, 1, _ ("After"));
  for (guint i = 0; i < n; i++)
    {
      const NbEditPreview *preview = g_ptr_array_index (previews, i);

      gtk_grid_attach (grid, make_words (preview, FALSE), 0, (int) i + 1, 1, 1);
      gtk_grid_attach (grid, make_words (preview, TRUE), 1, (int) i + 1, 1, 1);
    }
  if (previews->len > n)
    {
      guint n_more = previews->len - n;
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
      GtkWidget *label = gtk_label_new (more);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (grid, label, 0, (int) n + 1, 2, 1);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (grid));
  return scroller;
}

void
nb_ui_preview_ask (GtkWidget *parent,
                   const char *heading,
                   const char *apply_label,
                   const GPtrArray *previews,
                   NbUiPreviewApply apply,
                   void *data,
                   GDestroyNotify free_data)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  Question *question = g_new (Question, 1);
  AdwMessageDialog *dialog;
  g_autofree char *body = g_strdup_printf (
      ngettext ("%u place changes. It can be undone in one step.",
                "%u places change. They can be undone in one step.", previews->len),
      previews->len);

  *question = (Question){ apply, data, free_data, FALSE };
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body));
  adw_message_dialog_set_extra_child (dialog, make_list (previews));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "apply", apply_label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "apply", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "apply");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (note_response), question, note_gone,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
