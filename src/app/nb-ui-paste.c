/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-paste.h"

#include <glib/gi18n-lib.h>

#include "nb-text-clean.h"

/* So often is looked whether a composition is over. */
#define RETRY_MS 50

typedef struct
{
  GtkTextView *view;
  NbUiDocument *document;
  char *text;
  NbTextCleaned cleaned;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->view);
  g_object_unref (paste->document);
  g_free (paste->text);
  g_free (paste);
}

static void
remark (Paste *paste)
{
  g_autofree char *what = NULL;
  g_autofree char *sentence = NULL;

  if (nb_text_cleaned_is_empty (&paste->cleaned))
    return;
  what = nb_text_cleaned_describe (&paste->cleaned);
  /* Translators: %s is what was cleaned, as in “3 tabs, 1 soft hyphen”. */
  sentence = g_strdup_printf (_ ("Pasted as plain text. Cleaned: %s."), what);
  nb_ui_document_remark (paste->document, sentence);
}

static gboolean
insert (void *data)
{
  Paste *paste = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (paste->view);
  NbReport *report = nb_ui_document_get_report (paste->document);

  if (nb_ui_document_is_composing (paste->document))
    return G_SOURCE_CONTINUE;
  if (!gtk_text_view_get_editable (paste->view)
      || gtk_widget_get_root (GTK_WIDGET (paste->view)) == NULL)
    return G_SOURCE_REMOVE;
  nb_report_pause (report);
  nb_report_begin_group (report);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, paste->text, -1);
  nb_report_end_group (report);
  nb_report_pause (report);
  gtk_text_view_scroll_mark_onscreen (paste->view, gtk_text_buffer_get_insert (buffer));
  remark (paste);
  return G_SOURCE_REMOVE;
}

static void
note_text (GObject *source, GAsyncResult *result, void *data)
{
  Paste *paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL)
    {
      nb_ui_document_remark (paste->document, _ ("There is no text in the clipboard."));
      paste_free (paste);
      return;
    }
  paste->text = nb_text_clean (text, &paste->cleaned);
  if (insert (paste) == G_SOURCE_REMOVE)
    paste_free (paste);
  else
    g_timeout_add_full (G_PRIORITY_DEFAULT, RETRY_MS, insert, paste, (GDestroyNotify) paste_free);
}

static void
read_clipboard (GtkTextView *view, NbUiDocument *document)
{
  Paste *paste = g_new0 (Paste, 1);

  g_signal_stop_emission_by_name (view, "paste-clipboard");
  paste->view = g_object_ref (view);
  paste->document = g_object_ref (document);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, note_text,
                                 paste);
}

void
nb_ui_paste_clean (GtkTextView *view, NbUiDocument *document)
{
  g_signal_connect_object (view, "paste-clipboard", G_CALLBACK (read_clipboard), document, 0);
}

void
nb_ui_paste_leave (GtkTextView *view, NbUiDocument *document)
{
  g_signal_handlers_disconnect_by_func (view, read_clipboard, document);
}
