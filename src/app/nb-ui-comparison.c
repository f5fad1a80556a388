/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-comparison.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many characters are shown before what differs, and of what differs. */
#define CONTEXT    12
#define EXCERPT    80
#define MAX_HEIGHT 360

static const char *
skip_back (const char *text, const char *at, guint n)
{
  while (n > 0 && at > text)
    {
      at = g_utf8_find_prev_char (text, at);
      n--;
    }
  return at;
}

static const char *
skip_on (const char *at, guint n)
{
  while (n > 0 && *at != '\0')
    {
      at = g_utf8_next_char (at);
      n--;
    }
  return at;
}

/* Where @a and @b begin to differ, at the same offset in both. */
static gsize
find_difference (const char *a, const char *b)
{
  gsize same = 0;

  while (a[same] != '\0' && a[same] == b[same])
    same++;
  /* Not inside a character. */
  while (same > 0 && ((guchar) a[same] & 0xC0) == 0x80)
    same--;
  return same;
}

/* How many bytes @a and @b have in common at their ends, not counting the first @same. */
static gsize
find_common_end (const char *a, const char *b, gsize same)
{
  gsize n_a = strlen (a) - same;
  gsize n_b = strlen (b) - same;
  gsize n = 0;

  while (n < MIN (n_a, n_b) && a[same + n_a - n - 1] == b[same + n_b - n - 1])
    n++;
  while (n > 0 && ((guchar) a[same + n_a - n] & 0xC0) == 0x80)
    n--;
  return n;
}

static void
append_escaped (GString *markup, const char *from, const char *to)
{
  g_autofree char *escaped = g_markup_escape_text (from, to - from);

  g_string_append (markup, escaped);
}

char *
nb_ui_comparison_mark (const char *text, const char *other)
{
  GString *markup = g_string_new (NULL);
  const char *differs = text + find_difference (text, other);
  const char *end = text + strlen (text);
  const char *ends = end - find_common_end (text, other, (gsize) (differs - text));

  append_escaped (markup, text, differs);
  if (ends > differs)
    {
      g_string_append (markup, "<b>");
      append_escaped (markup, differs, ends);
      g_string_append (markup, "</b>");
    }
  append_escaped (markup, ends, end);
  return g_string_free (markup, FALSE);
}

/* What of @text differs from @other, in bold, with what stands before and after it. */
static char *
make_excerpt (const char *text, const char *other)
{
  GString *markup = g_string_new (NULL);
  gsize same = find_difference (text, other);
  const char *differs = text + same;
  const char *ends = text + strlen (text) - find_common_end (text, other, same);
  const char *from = skip_back (text, differs, CONTEXT);
  const char *cut = skip_on (differs, EXCERPT);
  const char *to;

  if (*text == '\0')
    {
      /* Translators: stands for a field that holds nothing. */
      g_autofree char *nothing = g_markup_printf_escaped ("<i>%s</i>", _ ("(empty)"));

      g_string_append (markup, nothing);
      return g_string_free (markup, FALSE);
    }
  if (ends > cut)
    ends = cut;
  to = skip_on (ends, CONTEXT);
  if (from > text)
    g_string_append (markup, "…");
  append_escaped (markup, from, differs);
  g_string_append (markup, "<b>");
  append_escaped (markup, differs, ends);
  g_string_append (markup, "</b>");
  append_escaped (markup, ends, to);
  if (*to != '\0')
    g_string_append (markup, "…");
  return g_string_free (markup, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_version (GtkGrid *grid, int row, const char *name, const char *text, const char *other)
{
  g_autofree char *excerpt = make_excerpt (text, other);
  GtkWidget *caption = make_label (name, "dim-label");
  GtkWidget *value = make_label (NULL, NULL);

  gtk_label_set_markup (GTK_LABEL (value), excerpt);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  caption, NULL, -1);
  gtk_grid_attach (grid, caption, 0, row, 1, 1);
  gtk_grid_attach (grid, value, 1, row, 1, 1);
}

static GtkWidget *
make_change (NbForm *form, const NbFieldChange *change, const char *a_name, const char *b_name)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = make_label (nb_form_lookup_field (form, change->field)->label, "heading");

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_add_css_class (grid, "change");
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, 2, 1);
  add_version (GTK_GRID (grid), 1, a_name, change->a, change->b);
  add_version (GTK_GRID (grid), 2, b_name, change->b, change->a);
  return grid;
}

static GtkWidget *
make_introduction (const char *text)
{
  GtkWidget *label = make_label (text, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5F);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

GtkWidget *
nb_ui_comparison_new (const char *introduction,
                      const NbReportData *a,
                      const char *a_name,
                      const NbReportData *b,
                      const char *b_name)
{
  g_autoptr (GPtrArray) changes = nb_report_data_diff (a, b);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_introduction (introduction));
  for (guint i = 0; i < changes->len; i++)
    gtk_box_append (GTK_BOX (box), make_change (nb_report_data_get_form (a),
                                                g_ptr_array_index (changes, i), a_name, b_name));
  if (changes->len == 0)
    gtk_box_append (GTK_BOX (box), make_label (_ ("The fields are the same; answers to warnings, "
                                                  "attachments or the registry differ."),
                                               NULL));
  if (changes->len == 0)
    gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (box)), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  return scrolled;
}
