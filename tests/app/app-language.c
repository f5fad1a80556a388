/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-language.h"

#include <adwaita.h>
#include <string.h>

/* Rounding of a layout's size, in pixels. */
#define ROUNDING 2
/* So many characters are more than a sentence of the program's. */
#define LONG 160

static const char *at_place;

static void G_GNUC_PRINTF (2, 3) tell (GtkWidget *widget, const char *format, ...)
{
  g_autofree char *fault = NULL;
  va_list arguments;

  va_start (arguments, format);
  fault = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s: a %s in a %s: %s", at_place, G_OBJECT_TYPE_NAME (widget),
                  gtk_widget_get_parent (widget) != NULL
                      ? G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget))
                      : "screen",
                  fault);
  g_test_fail ();
}

/* @text without what stands in brackets, which may hold further ones. */
static char *
dup_outside (const char *text)
{
  GString *outside = g_string_new (NULL);
  guint depth = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (character == 0x27e6)
        depth++;
      else if (character == 0x27e7 && depth > 0)
        depth--;
      else if (depth == 0)
        g_string_append_unichar (outside, character);
    }
  return g_string_free (outside, FALSE);
}

/* Data and what is official is Chinese, or names and numbers; an English sentence was forgotten. */
static void
look_at_words (GtkWidget *widget, const char *what, const char *text)
{
  g_autofree char *outside = text != NULL ? dup_outside (text) : NULL;

  if (outside != NULL && g_regex_match_simple ("[a-z]{3}", outside, 0, 0)
      && !g_regex_match_simple ("^(/.*|(• )?[^ ]+\\.(xml|pdf))$", outside, 0, 0))
    tell (widget, "the %s “%s” is not translated", what, text);
}

/* Windows of the toolkit bring words of their own. */
static gboolean
is_foreign (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUT_LABEL) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_SEARCH_BAR) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || gtk_widget_get_ancestor (widget, ADW_TYPE_ABOUT_WINDOW) != NULL
         || (gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_WINDOW) != NULL
             && gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) != NULL)
         || (GTK_IS_BUTTON (widget)
             && gtk_widget_get_ancestor (widget, ADW_TYPE_PASSWORD_ENTRY_ROW) != NULL)
         || g_str_equal (gtk_widget_get_css_name (widget), "accelerator")
         || gtk_widget_has_css_class (widget, "monospace");
}

/* The title of a window, which its manager shows whole: it may be the name of a file. And what somebody wrote, of
 * which the beginning is shown, with a button for the rest; what the program says by itself is not so long. */
static gboolean
is_of_any_length (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, ADW_TYPE_WINDOW_TITLE) != NULL
         || gtk_widget_get_ancestor (label, GTK_TYPE_CENTER_BOX) != NULL
         || (gtk_label_get_lines (GTK_LABEL (label)) > 0
             && g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1) > LONG);
}

static void
look_at_label (GtkWidget *label)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  int width, height;

  if (*text == '\0')
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !is_of_any_length (label))
    tell (label, "“%s” is shortened", text);
  else if (width > gtk_widget_get_width (label) + ROUNDING)
    tell (label, "“%s” is %d wide and has %d", text, width, gtk_widget_get_width (label));
  else if (height > gtk_widget_get_height (label) + ROUNDING)
    tell (label, "“%s” is %d high and has %d", text, height, gtk_widget_get_height (label));
}

static void
look_at_place (GtkWidget *window, GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (widget, window, &bounds)
      && (bounds.origin.x < -ROUNDING
          || bounds.origin.x + bounds.size.width > gtk_widget_get_width (window) + ROUNDING))
    tell (widget, "from %g, %g wide, sticks out of %d: “%s”", bounds.origin.x, bounds.size.width,
          gtk_widget_get_width (window),
          GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "");
}

static void
look_at (GtkWidget *window, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (!is_foreign (widget))
    {
      look_at_words (widget, "tooltip", gtk_widget_get_tooltip_text (widget));
      if (GTK_IS_LABEL (widget))
        look_at_words (widget, "text", gtk_label_get_text (GTK_LABEL (widget)));
      if (GTK_IS_TEXT (widget))
        look_at_words (widget, "placeholder", gtk_text_get_placeholder_text (GTK_TEXT (widget)));
      if (GTK_IS_WINDOW (widget))
        look_at_words (widget, "title", gtk_window_get_title (GTK_WINDOW (widget)));
    }
  if (GTK_IS_LABEL (widget))
    {
      look_at_label (widget);
      look_at_place (window, widget);
    }
  else if (GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget))
    look_at_place (window, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (GTK_IS_NATIVE (child) ? child : window, child);
}

gboolean
app_is_laid_out (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return TRUE;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0'
      && gtk_widget_get_width (widget) == 0)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!app_is_laid_out (child))
      return FALSE;
  return TRUE;
}

void
app_assert_language (GtkWidget *window, const char *where)
{
  at_place = where;
  look_at (window, window);
}

static int
measure (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

char *
app_describe_widest (GtkWidget *window)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *at = window; at != NULL;)
    {
      GtkWidget *widest = NULL;

      g_string_append_printf (text, " %s(%d)", G_OBJECT_TYPE_NAME (at), measure (at));
      if (GTK_IS_LABEL (at))
        g_string_append_printf (text, " “%s”", gtk_label_get_text (GTK_LABEL (at)));
      for (GtkWidget *child = gtk_widget_get_first_child (at); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_get_visible (child)
            && (widest == NULL || measure (child) > measure (widest)))
          widest = child;
      at = widest;
    }
  return g_string_free (text, FALSE);
}
