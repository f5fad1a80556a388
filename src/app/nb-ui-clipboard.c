/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-clipboard.h"

#include "nb-xml-limits.h"

typedef struct
{
  NbUiClipboardRead read;
  void *user_data;
} Request;

static void
answer (Request *request, GBytes *bytes)
{
  request->read (bytes, request->user_data);
  g_free (request);
}

static void
note_spliced (GObject *source, GAsyncResult *result, void *data)
{
  GOutputStream *memory = G_OUTPUT_STREAM (source);
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (memory, result, NULL) > 0)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  if (bytes != NULL && g_bytes_get_size (bytes) > NB_LIMIT_FILE)
    g_clear_pointer (&bytes, g_bytes_unref);
  answer (data, bytes);
}

static void
note_stream (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (GInputStream) stream =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      answer (data, NULL);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, note_spliced, data);
}

void
nb_ui_clipboard_read (GdkClipboard *clipboard, NbUiClipboardRead read, void *user_data)
{
  /* The first that is there counts: in HTML the cells of a table are told apart for certain. */
  static const char *types[] = { "text/html", "text/plain;charset=utf-8", "text/plain", NULL };
  Request *request = g_new0 (Request, 1);

  request->read = read;
  request->user_data = user_data;
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, note_stream, request);
}
