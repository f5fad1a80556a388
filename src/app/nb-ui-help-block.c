/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-help-block.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-help-inline.h"

#define LINK_KEY "nb-ui-help-link"

static GtkWidget *
make_label (const char *words, gboolean is_markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (is_markup)
    gtk_label_set_markup (GTK_LABEL (label), words);
  else
    gtk_label_set_text (GTK_LABEL (label), words);
  return label;
}

GtkWidget *
nb_ui_help_block_make_heading (const char *words, int level)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", words,
                    "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  return label;
}

static GtkWidget *
make_text (const NbUiHelpBlock *block, NbUiHelpBook *book)
{
  g_autofree char *markup =
      nb_ui_help_inline_to_markup (block->text, nb_ui_help_book_get_title, book);

  return make_label (markup, TRUE);
}

/* A number or a bullet, and the text behind it. */
static GtkWidget *
make_list_item (const char *mark, GtkWidget *words)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "spacing", 9, NULL);
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), words);
  return line;
}

static GtkWidget *
make_step (const NbUiHelpBlock *block, guint number, NbUiHelpBook *book)
{
  g_autofree char *mark = g_strdup_printf ("%u.", number);

  return make_list_item (mark, make_text (block, book));
}

static GtkWidget *
make_link (const NbUiHelpBlock *block)
{
  GtkWidget *words = make_label (block->text, FALSE);
  GtkWidget *button =
      g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, "has-frame",
                    FALSE, "halign", GTK_ALIGN_START, "child", words, NULL);

  gtk_widget_add_css_class (button, "help-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  block->text, -1);
  g_object_set_data_full (G_OBJECT (button), LINK_KEY, g_strdup (block->more), g_free);
  return button;
}

static GtkWidget *
make_command (const NbUiHelpBlock *block)
{
  GtkWidget *label = make_label (block->text, FALSE);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "help-command");
  return label;
}

static void
add_example_line (GtkWidget *box, const char *icon, const char *meaning, const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (image, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, meaning,
                                  -1);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), make_label (words, FALSE));
  gtk_box_append (GTK_BOX (box), line);
}

static GtkWidget *
make_example (const NbUiHelpBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "help-example");
  add_example_line (box, "dialog-warning-symbolic", _ ("This is found"), block->text);
  if (block->more != NULL)
    add_example_line (box, "object-select-symbolic", _ ("So it would stand"), block->more);
  return box;
}

static GtkWidget *
make_key (const NbUiHelpBlock *block)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_auto (GStrv) each = g_strsplit (block->more, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      GtkWidget *label = gtk_shortcut_label_new (each[i]);

      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (keys), label);
    }
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), make_label (block->text, FALSE));
  gtk_box_append (GTK_BOX (line), keys);
  gtk_widget_add_css_class (line, "help-key");
  return line;
}

static GtkWidget *
make_heading (const NbUiHelpBlock *block)
{
  GtkWidget *label = nb_ui_help_block_make_heading (block->text, 2);

  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_add_css_class (label, "help-heading");
  return label;
}

GtkWidget *
nb_ui_help_block_make_list (NbUiHelpKind kind)
{
  GtkWidget *list;

  if (kind != NB_UI_HELP_STEP && kind != NB_UI_HELP_ITEM)
    return NULL;
  list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "orientation",
                       GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_add_css_class (list, "help-list");
  return list;
}

GtkWidget *
nb_ui_help_block_make (const NbUiHelpBlock *block, guint number, NbUiHelpBook *book)
{
  switch (block->kind)
    {
    case NB_UI_HELP_HEADING:
      return make_heading (block);
    case NB_UI_HELP_STEP:
      return make_step (block, number, book);
    case NB_UI_HELP_ITEM:
      return make_list_item ("•", make_text (block, book));
    case NB_UI_HELP_LINK:
      return make_link (block);
    case NB_UI_HELP_COMMAND:
      return make_command (block);
    case NB_UI_HELP_EXAMPLE:
      return make_example (block);
    case NB_UI_HELP_KEY:
      return make_key (block);
    case NB_UI_HELP_PARAGRAPH:
    default:
      return make_text (block, book);
    }
}

const char *
nb_ui_help_block_get_link (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), LINK_KEY);
}
