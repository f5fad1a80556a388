/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-field-private.h"

struct _NbField
{
  GObject parent_instance;
  const NbFieldDef *def; /* the report that owns this field holds the form */
  NbText *text;
  NbValue value;
};

G_DEFINE_FINAL_TYPE (NbField, nb_field, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
nb_field_finalize (GObject *object)
{
  NbField *self = NB_FIELD (object);

  g_clear_pointer (&self->text, nb_text_unref);
  nb_value_clear (&self->value);
  G_OBJECT_CLASS (nb_field_parent_class)->finalize (object);
}

static void
nb_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NbField *self = NB_FIELD (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_take_string (value, nb_field_dup_string (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nb_field_class_init (NbFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = nb_field_finalize;
  object_class->get_property = nb_field_get_property;

  properties[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nb_field_init (NbField *self)
{
}

NbField *
nb_field_new (const NbFieldDef *def, NbText *text)
{
  NbField *self = g_object_new (NB_TYPE_FIELD, NULL);

  self->def = def;
  nb_field_take_text (self, nb_text_ref (text));
  return self;
}

void
nb_field_take_text (NbField *self, NbText *text)
{
  g_clear_pointer (&self->text, nb_text_unref);
  self->text = text;
  nb_value_clear (&self->value);
  nb_value_read (self->def, text, &self->value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

const NbFieldDef *
nb_field_get_def (NbField *self)
{
  return self->def;
}

NbText *
nb_field_get_text (NbField *self)
{
  return self->text;
}

const NbValue *
nb_field_get_value (NbField *self)
{
  return &self->value;
}

char *
nb_field_dup_string (NbField *self)
{
  return nb_text_dup_string (self->text);
}
