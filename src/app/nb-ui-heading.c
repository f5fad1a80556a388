/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-heading.h"

/* A heading that nothing ends may be followed by all of its section. */
#define LONGEST_TITLE 40

struct _NbUiHeading
{
  GObject parent_instance;
  guint paragraph;
  guint start;
  NbItemKind kind;
  char *title;
};

G_DEFINE_FINAL_TYPE (NbUiHeading, nb_ui_heading, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
nb_ui_heading_finalize (GObject *object)
{
  g_free (NB_UI_HEADING (object)->title);
  G_OBJECT_CLASS (nb_ui_heading_parent_class)->finalize (object);
}

static void
nb_ui_heading_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, NB_UI_HEADING (object)->title);
}

static void
nb_ui_heading_class_init (NbUiHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = nb_ui_heading_finalize;
  object_class->get_property = nb_ui_heading_get_property;
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nb_ui_heading_init (NbUiHeading *self)
{
}

NbUiHeading *
nb_ui_heading_new (guint paragraph, const NbParagraph *in, const NbItem *item)
{
  NbUiHeading *self = g_object_new (NB_UI_TYPE_HEADING, NULL);
  gboolean cut = item->title_end > item->start + LONGEST_TITLE;
  const char *start = in->text + item->byte;
  const char *end =
      cut ? g_utf8_offset_to_pointer (start, LONGEST_TITLE) : in->text + item->title_end_byte;
  g_autofree char *title = g_strndup (start, (gsize) (end - start));

  self->paragraph = paragraph;
  self->start = item->start;
  self->kind = item->kind;
  self->title = g_strconcat (title, cut ? "…" : NULL, NULL);
  return self;
}

guint
nb_ui_heading_get_paragraph (NbUiHeading *self)
{
  return self->paragraph;
}

guint
nb_ui_heading_get_start (NbUiHeading *self)
{
  return self->start;
}

NbItemKind
nb_ui_heading_get_kind (NbUiHeading *self)
{
  return self->kind;
}

const char *
nb_ui_heading_get_title (NbUiHeading *self)
{
  return self->title;
}

void
nb_ui_heading_follow (NbUiHeading *self, NbUiHeading *other)
{
  self->paragraph = other->paragraph;
  self->start = other->start;
  if (g_str_equal (self->title, other->title))
    return;
  g_free (self->title);
  self->title = g_strdup (other->title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
nb_ui_heading_move (NbUiHeading *self, int by)
{
  self->paragraph = (guint) ((int) self->paragraph + by);
}
