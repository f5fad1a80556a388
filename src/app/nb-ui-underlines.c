/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-underlines.h"

#include <adwaita.h>

#define KEY "nb-ui-underlines"

struct _NbUiUnderlines
{
  GtkTextBuffer *buffer; /* owns this */
  GtkTextTag *tags[NB_SEVERITY_ERROR + 1];
};

static const struct
{
  PangoUnderline shape;
  const char *light;
  const char *dark;
} looks[] = {
  [NB_SEVERITY_ADVICE] = { PANGO_UNDERLINE_SINGLE, "rgba(28,113,216,0.55)",
                           "rgba(120,174,237,0.6)" },
  [NB_SEVERITY_WARNING] = { PANGO_UNDERLINE_DOUBLE, "#c64600", "#ffa348" },
  [NB_SEVERITY_ERROR] = { PANGO_UNDERLINE_ERROR, "#c01c28", "#ff7b63" },
};

static void
follow_style (GtkTextBuffer *buffer)
{
  NbUiUnderlines *self = g_object_get_data (G_OBJECT (buffer), KEY);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  for (NbSeverity i = NB_SEVERITY_ADVICE; i <= NB_SEVERITY_ERROR; i++)
    {
      GdkRGBA colour;

      gdk_rgba_parse (&colour, dark ? looks[i].dark : looks[i].light);
      g_object_set (self->tags[i], "underline-rgba", &colour, NULL);
    }
}

NbUiUnderlines *
nb_ui_underlines_get (GtkTextBuffer *buffer)
{
  NbUiUnderlines *self = g_object_get_data (G_OBJECT (buffer), KEY);

  if (self != NULL)
    return self;
  self = g_new0 (NbUiUnderlines, 1);
  self->buffer = buffer;
  /* A later tag has the higher priority. */
  for (NbSeverity i = NB_SEVERITY_ADVICE; i <= NB_SEVERITY_ERROR; i++)
    self->tags[i] =
        gtk_text_buffer_create_tag (buffer, NULL, "underline", (int) looks[i].shape, NULL);
  g_object_set_data_full (G_OBJECT (buffer), KEY, self, g_free);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (follow_style), buffer, G_CONNECT_SWAPPED);
  follow_style (buffer);
  return self;
}

void
nb_ui_underlines_clear (NbUiUnderlines *self, const GtkTextIter *start, const GtkTextIter *end)
{
  for (NbSeverity i = NB_SEVERITY_ADVICE; i <= NB_SEVERITY_ERROR; i++)
    gtk_text_buffer_remove_tag (self->buffer, self->tags[i], start, end);
}

void
nb_ui_underlines_draw (NbUiUnderlines *self,
                       NbSeverity severity,
                       const GtkTextIter *start,
                       const GtkTextIter *end)
{
  gtk_text_buffer_apply_tag (self->buffer, self->tags[severity], start, end);
}
