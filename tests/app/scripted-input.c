/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scripted-input.h"

#include <gtk/gtkimmodule.h>

#define NAME "scripted"

#define TYPE_SCRIPTED_INPUT (scripted_input_get_type ())
G_DECLARE_FINAL_TYPE (ScriptedInput, scripted_input, SCRIPTED, INPUT, GtkIMContext)

struct _ScriptedInput
{
  GtkIMContext parent_instance;
  char *preedit;
};

G_DEFINE_FINAL_TYPE (ScriptedInput, scripted_input, GTK_TYPE_IM_CONTEXT)

static ScriptedInput *focused;
static guint n_resets;

static void
get_preedit (GtkIMContext *context, char **text, PangoAttrList **attributes, int *cursor)
{
  ScriptedInput *self = SCRIPTED_INPUT (context);
  const char *preedit = self->preedit != NULL ? self->preedit : "";

  if (text != NULL)
    *text = g_strdup (preedit);
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (cursor != NULL)
    *cursor = (int) g_utf8_strlen (preedit, -1);
}

static gboolean
filter_key (GtkIMContext *context, GdkEvent *event)
{
  return SCRIPTED_INPUT (context)->preedit != NULL;
}

static void
focus_in (GtkIMContext *context)
{
  focused = SCRIPTED_INPUT (context);
}

static void
end_preedit (ScriptedInput *self)
{
  if (self->preedit == NULL)
    return;
  g_clear_pointer (&self->preedit, g_free);
  g_signal_emit_by_name (self, "preedit-changed");
  g_signal_emit_by_name (self, "preedit-end");
}

static void
reset (GtkIMContext *context)
{
  if (SCRIPTED_INPUT (context)->preedit != NULL)
    n_resets++;
  end_preedit (SCRIPTED_INPUT (context));
}

static void
scripted_input_finalize (GObject *object)
{
  g_free (SCRIPTED_INPUT (object)->preedit);
  if (focused == SCRIPTED_INPUT (object))
    focused = NULL;
  G_OBJECT_CLASS (scripted_input_parent_class)->finalize (object);
}

static void
scripted_input_class_init (ScriptedInputClass *klass)
{
  GtkIMContextClass *context_class = GTK_IM_CONTEXT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = scripted_input_finalize;
  context_class->get_preedit_string = get_preedit;
  context_class->filter_keypress = filter_key;
  context_class->focus_in = focus_in;
  context_class->reset = reset;
}

static void
scripted_input_init (ScriptedInput *self)
{
}

void
scripted_input_choose (void)
{
  g_setenv ("GTK_IM_MODULE", NAME, TRUE);
}

void
scripted_input_install (void)
{
  g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME, TYPE_SCRIPTED_INPUT, NAME, 0);
}

void
scripted_input_compose (const char *text)
{
  gboolean opens;

  g_assert_nonnull (focused);
  opens = focused->preedit == NULL;
  g_free (focused->preedit);
  focused->preedit = g_strdup (text);
  if (opens)
    g_signal_emit_by_name (focused, "preedit-start");
  g_signal_emit_by_name (focused, "preedit-changed");
}

void
scripted_input_commit (const char *text)
{
  g_assert_nonnull (focused);
  end_preedit (focused);
  g_signal_emit_by_name (focused, "commit", text);
}

const char *
scripted_input_get (void)
{
  return focused != NULL ? focused->preedit : NULL;
}

guint
scripted_input_count_resets (void)
{
  return n_resets;
}
