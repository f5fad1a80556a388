/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-start-row.h"

struct _NbUiStartRow
{
  GtkListBoxRow parent_instance;
  GtkOverlay *overlay;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkImage *image;
};

G_DEFINE_FINAL_TYPE (NbUiStartRow, nb_ui_start_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_subtitle (NbUiStartRow *self, const char *subtitle)
{
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle, -1);
}

/* Chinese and Japanese titles carry a mnemonic in brackets, “新建(_N)”: there it is no part of the words. It is not
 * shown, and works all the same. */
static void
set_title (NbUiStartRow *self, const char *title)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\(_(\\w)\\)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *letter = NULL;
  g_autofree char *words = NULL;
  GtkEventController *controller;

  if (!g_regex_match (regex, title, 0, &match))
    {
      /* The label names the row, whose mnemonic it shows. */
      gtk_label_set_text_with_mnemonic (self->title, title);
      return;
    }
  letter = g_match_info_fetch (match, 1);
  words = g_regex_replace_literal (regex, title, -1, 0, "", 0, NULL);
  gtk_label_set_text (self->title, words);
  controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_mnemonic_trigger_new (
                            gdk_keyval_to_lower (gdk_unicode_to_keyval (g_utf8_get_char (letter)))),
                        g_object_ref (gtk_mnemonic_action_get ())));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
nb_ui_start_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NbUiStartRow *self = NB_UI_START_ROW (object);

  switch (id)
    {
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
      break;
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      set_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nb_ui_start_row_class_init (NbUiStartRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = nb_ui_start_row_set_property;
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nianbao/Nianbao/ui/nb-ui-start-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiStartRow, overlay);
  gtk_widget_class_bind_template_child (widget_class, NbUiStartRow, title);
  gtk_widget_class_bind_template_child (widget_class, NbUiStartRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NbUiStartRow, image);
}

static void
nb_ui_start_row_init (NbUiStartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nb_ui_start_row_new (const char *title, const char *subtitle, GtkWidget *suffix)
{
  g_auto (GStrv) parts = g_strsplit (title, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);
  NbUiStartRow *self =
      g_object_new (NB_UI_TYPE_START_ROW, "title", plain, "subtitle", subtitle, NULL);

  gtk_widget_set_halign (suffix, GTK_ALIGN_END);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_overlay_add_overlay (self->overlay, suffix);
  gtk_widget_add_css_class (GTK_WIDGET (self), "with-suffix");
  return GTK_WIDGET (self);
}
