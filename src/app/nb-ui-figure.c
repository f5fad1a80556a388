/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-figure.h"

struct _NbUiFigure
{
  GObject parent_instance;
  NbSpan span;
  char *words;
  char *sentence;
  char *last;
  char *key;
  gboolean proved;
};

G_DEFINE_FINAL_TYPE (NbUiFigure, nb_ui_figure, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROVED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
nb_ui_figure_finalize (GObject *object)
{
  NbUiFigure *self = NB_UI_FIGURE (object);

  g_free (self->words);
  g_free (self->sentence);
  g_free (self->last);
  g_free (self->key);
  G_OBJECT_CLASS (nb_ui_figure_parent_class)->finalize (object);
}

static void
nb_ui_figure_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, NB_UI_FIGURE (object)->proved);
}

static void
nb_ui_figure_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NbUiFigure *self = NB_UI_FIGURE (object);

  if (self->proved == g_value_get_boolean (value))
    return;
  self->proved = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, properties[PROP_PROVED]);
}

static void
nb_ui_figure_class_init (NbUiFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = nb_ui_figure_finalize;
  object_class->get_property = nb_ui_figure_get_property;
  object_class->set_property = nb_ui_figure_set_property;
  properties[PROP_PROVED] =
      g_param_spec_boolean ("proved", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nb_ui_figure_init (NbUiFigure *self)
{
}

NbUiFigure *
nb_ui_figure_new (const NbText *text, const NbText *last, const NbTextFigure *figure)
{
  NbUiFigure *self = g_object_new (NB_UI_TYPE_FIGURE, NULL);

  self->span = figure->span;
  self->words = nb_text_dup_span (text, figure->span);
  self->sentence = nb_text_dup_span (text, figure->sentence);
  self->last = figure->has_last ? nb_text_dup_span (last, figure->last) : NULL;
  self->key =
      g_strdup_printf ("%u %s", figure->span.start - figure->sentence.start, self->sentence);
  return self;
}

NbSpan
nb_ui_figure_get_span (NbUiFigure *self)
{
  return self->span;
}

const char *
nb_ui_figure_get_words (NbUiFigure *self)
{
  return self->words;
}

const char *
nb_ui_figure_get_sentence (NbUiFigure *self)
{
  return self->sentence;
}

const char *
nb_ui_figure_get_last (NbUiFigure *self)
{
  return self->last;
}

const char *
nb_ui_figure_get_key (NbUiFigure *self)
{
  return self->key;
}

gboolean
nb_ui_figure_get_proved (NbUiFigure *self)
{
  return self->proved;
}
