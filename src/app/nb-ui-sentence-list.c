/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-sentence-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-text-section.h"
#include "nb-ui-comparison.h"
#include "nb-ui-sentence-pair.h"

struct _NbUiSentenceList
{
  GtkWidget parent_instance;
  NbUiTextBinding *binding;
  NbText *last; /* what was compared */
  NbText *now;
  GListStore *pairs;
  GtkWidget *box;
  GtkLabel *summary;
  GCancellable *comparing;
};

G_DEFINE_FINAL_TYPE (NbUiSentenceList, nb_ui_sentence_list, GTK_TYPE_WIDGET)

static guint activated_signal;

typedef struct
{
  NbText *last;
  NbText *now;
} Work;

static void
work_free (void *data)
{
  Work *work = data;

  nb_text_unref (work->last);
  nb_text_unref (work->now);
  g_free (work);
}

static void
stop (NbUiSentenceList *self)
{
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
}

static void
nb_ui_sentence_list_dispose (GObject *object)
{
  NbUiSentenceList *self = NB_UI_SENTENCE_LIST (object);

  stop (self);
  if (self->box != NULL)
    gtk_widget_unparent (g_steal_pointer (&self->box));
  g_clear_object (&self->pairs);
  g_clear_object (&self->binding);
  g_clear_pointer (&self->last, nb_text_unref);
  g_clear_pointer (&self->now, nb_text_unref);
  G_OBJECT_CLASS (nb_ui_sentence_list_parent_class)->dispose (object);
}

static NbUiSentencePair *
peek (NbUiSentenceList *self, guint row)
{
  /* The store keeps it. */
  g_autoptr (NbUiSentencePair) pair = g_list_model_get_item (G_LIST_MODEL (self->pairs), row);

  return pair;
}

/* Puts @text in the place of [@from, @to) of this year's text, if it still is the one that was compared. */
static void
take (NbUiSentenceList *self, guint from, guint to, const char *text)
{
  NbUiDocument *document = nb_ui_text_binding_get_document (self->binding);
  const NbText *now = nb_ui_text_binding_get_text (self->binding);
  NbPosition start, end;
  g_autoptr (GError) error = NULL;

  if (!nb_ui_document_can_change (document))
    return;
  if (!nb_text_equal (now, self->now))
    {
      nb_ui_document_remark (document, _ ("The text was changed meanwhile; nothing was done."));
      return;
    }
  nb_text_get_position (now, from, &start.paragraph, &start.offset);
  nb_text_get_position (now, to, &end.paragraph, &end.offset);
  if (!nb_ui_document_replace_range (document, nb_ui_text_binding_get_def (self->binding)->id,
                                     start, end, text, &error))
    nb_ui_document_remark (document, error->message);
  nb_ui_sentence_list_compare (self, self->last);
}

void
nb_ui_sentence_list_take_sentence (NbUiSentenceList *self, guint row)
{
  NbUiSentencePair *pair = peek (self, row);
  const NbTextPiece *piece;

  g_return_if_fail (pair != NULL);

  piece = nb_ui_sentence_pair_get_piece (pair);
  if (!piece->same && piece->a_end > piece->a_start)
    take (self, piece->b_start, piece->b_end, nb_ui_sentence_pair_get_last (pair));
}

void
nb_ui_sentence_list_take_section (NbUiSentenceList *self, guint row)
{
  NbUiSentencePair *pair = peek (self, row);
  const NbTextPiece *piece;
  NbTextSection then, now;
  guint paragraph, offset;
  g_autofree char *string = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (pair != NULL);

  piece = nb_ui_sentence_pair_get_piece (pair);
  nb_text_get_position (self->last, piece->a_start, &paragraph, &offset);
  if (!nb_text_find_section (self->last, paragraph, offset, &then))
    return;
  string = nb_text_dup_string (self->last);
  words = g_utf8_substring (string, then.from, then.to);
  g_strchomp (words);
  if (nb_text_find_same_section (self->now, self->last, &then, &now))
    {
      g_autofree char *whole = nb_text_dup_string (self->now);

      /* The line ends behind it stay. */
      while (now.to > now.from && g_utf8_offset_to_pointer (whole, (glong) now.to)[-1] == '\n')
        now.to--;
      take (self, now.from, now.to, words);
    }
  else
    {
      gboolean inside = piece->b_start > 0;
      g_autofree char *paragraphs = g_strconcat (inside ? "\n" : "", words, "\n", NULL);

      take (self, piece->b_start, piece->b_start, paragraphs);
    }
}

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiSentenceList *self = NB_UI_SENTENCE_LIST (widget);
  guint row = g_variant_get_uint32 (parameter);

  if (g_str_equal (action, "sentence.take"))
    nb_ui_sentence_list_take_sentence (self, row);
  else
    nb_ui_sentence_list_take_section (self, row);
}

static void
nb_ui_sentence_list_class_init (NbUiSentenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_sentence_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "sentence.take", "u", act);
  gtk_widget_class_install_action (widget_class, "sentence.take-section", "u", act);
  activated_signal = g_signal_new ("activated", NB_UI_TYPE_SENTENCE_LIST, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string ("zh-cn")));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  return label;
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", 0);
  gtk_widget_add_css_class (button, "small");
  return button;
}

/* A row: last year's sentence, this year's, and below the first what takes it over. */
static void
set_up (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_attach (GTK_GRID (grid), make_label (), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_label (), 1, 0, 1, 1);
  gtk_box_append (GTK_BOX (buttons), make_button (_ ("Take Over"), "sentence.take"));
  gtk_box_append (GTK_BOX (buttons), make_button (_ ("Take Section"), "sentence.take-section"));
  gtk_grid_attach (GTK_GRID (grid), buttons, 0, 1, 2, 1);
  gtk_list_item_set_child (item, grid);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, NbUiSentenceList *self)
{
  NbUiSentencePair *pair = gtk_list_item_get_item (item);
  GtkGrid *grid = GTK_GRID (gtk_list_item_get_child (item));
  const NbTextPiece *piece = nb_ui_sentence_pair_get_piece (pair);
  const char *last = nb_ui_sentence_pair_get_last (pair);
  const char *now = nb_ui_sentence_pair_get_now (pair);
  GtkWidget *buttons = gtk_grid_get_child_at (grid, 0, 1);
  g_autofree char *last_markup = nb_ui_comparison_mark (last, piece->same ? last : now);
  g_autofree char *now_markup = nb_ui_comparison_mark (now, piece->same ? now : last);

  gtk_label_set_markup (GTK_LABEL (gtk_grid_get_child_at (grid, 0, 0)), last_markup);
  gtk_label_set_markup (GTK_LABEL (gtk_grid_get_child_at (grid, 1, 0)), now_markup);
  if (piece->same)
    gtk_widget_add_css_class (GTK_WIDGET (grid), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (grid), "dim-label");
  gtk_widget_set_visible (buttons, !piece->same && *last != '\0'
                                       && !nb_ui_document_get_read_only (
                                           nb_ui_text_binding_get_document (self->binding)));
  for (GtkWidget *button = gtk_widget_get_first_child (buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u",
                                        gtk_list_item_get_position (item));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      last, -1);
    }
}

static void
note_activated (NbUiSentenceList *self, guint row)
{
  NbUiSentencePair *pair = peek (self, row);
  const NbTextPiece *piece = pair != NULL ? nb_ui_sentence_pair_get_piece (pair) : NULL;
  NbSpan span;

  if (piece == NULL)
    return;
  nb_text_get_position (self->now, piece->b_start, &span.paragraph, &span.start);
  span.end = span.start + (piece->b_end - piece->b_start);
  g_signal_emit (self, activated_signal, 0, &span);
}

static GtkWidget *
make_head (void)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  const char *const words[] = { _ ("Last Year"), _ ("This Year") };

  gtk_box_set_homogeneous (GTK_BOX (head), TRUE);
  gtk_widget_add_css_class (head, "sentences-head");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *label = gtk_label_new (words[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (head), label);
    }
  return head;
}

static void
nb_ui_sentence_list_init (NbUiSentenceList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  self->pairs = g_list_store_new (NB_UI_TYPE_SENTENCE_PAIR);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), self);
  list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->pairs)))),
      factory);
  gtk_widget_add_css_class (list, "sentences");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Comparison with last year"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (note_activated), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "sentences-head");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self->box), make_head ());
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
nb_ui_sentence_list_new (NbUiTextBinding *binding)
{
  NbUiSentenceList *self = g_object_new (NB_UI_TYPE_SENTENCE_LIST, NULL);

  self->binding = g_object_ref (binding);
  return GTK_WIDGET (self);
}

static void
show_pairs (NbUiSentenceList *self, const GArray *pieces)
{
  g_autofree char *last = nb_text_dup_string (self->last);
  g_autofree char *now = nb_text_dup_string (self->now);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_object_unref);
  const char *last_at = last;
  const char *now_at = now;
  guint last_offset = 0;
  guint now_offset = 0;
  guint n_same = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      const NbTextPiece *piece = &g_array_index (pieces, NbTextPiece, i);

      last_at = g_utf8_offset_to_pointer (last_at, (glong) (piece->a_start - last_offset));
      now_at = g_utf8_offset_to_pointer (now_at, (glong) (piece->b_start - now_offset));
      last_offset = piece->a_start;
      now_offset = piece->b_start;
      n_same += piece->same ? 1 : 0;
      g_ptr_array_add (pairs, nb_ui_sentence_pair_new (last_at, now_at, piece));
    }
  g_list_store_splice (self->pairs, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pairs)),
                       pairs->pdata, pairs->len);
  words = g_strdup_printf (ngettext ("%u sentence is unchanged, %u differ.",
                                     "%u sentences are unchanged, %u differ.", n_same),
                           n_same, pairs->len - n_same);
  gtk_label_set_text (self->summary, words);
}

static void
note_compared (GObject *source, GAsyncResult *result, void *data)
{
  NbUiSentenceList *self = NB_UI_SENTENCE_LIST (source);
  g_autoptr (GArray) pieces = g_task_propagate_pointer (G_TASK (result), NULL);

  if (pieces == NULL || self->box == NULL)
    return;
  g_clear_object (&self->comparing);
  show_pairs (self, pieces);
}

static void
pair (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  g_task_return_pointer (task, nb_text_pair_sentences (work->last, work->now),
                         (GDestroyNotify) g_array_unref);
}

void
nb_ui_sentence_list_compare (NbUiSentenceList *self, NbText *last)
{
  Work *work = g_new (Work, 1);
  g_autoptr (GTask) task = NULL;
  NbText *kept = nb_text_ref (last);

  g_clear_pointer (&self->last, nb_text_unref);
  g_clear_pointer (&self->now, nb_text_unref);
  self->last = kept;
  self->now = nb_text_ref (nb_ui_text_binding_get_text (self->binding));
  stop (self);
  self->comparing = g_cancellable_new ();
  task = g_task_new (self, self->comparing, note_compared, NULL);
  *work = (Work){ nb_text_ref (self->last), nb_text_ref (self->now) };
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, pair);
}

GListModel *
nb_ui_sentence_list_get_rows (NbUiSentenceList *self)
{
  return G_LIST_MODEL (self->pairs);
}
