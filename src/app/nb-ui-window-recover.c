/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a process that ended unasked left behind is offered again. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-comparison.h"

/* The offer of one draft in one window. */
typedef struct
{
  NbUiWindow *window;
  NbUiDraft *draft;
  NbReportData *recovered;
} Offer;

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->window);
  nb_ui_draft_unref (offer->draft);
  nb_report_data_unref (offer->recovered);
  g_free (offer);
}

static void
free_closure (void *data, GClosure *closure)
{
  offer_free (data);
}

/* There is no other version, or none to be read: the recovered one is a report that is not saved yet. */
static void
show_alone (Offer *offer, const char *sentence)
{
  NbUiWindow *self = offer->window;
  g_autoptr (NbUiDocument) document = nb_ui_document_new_filled (self->job, offer->recovered);

  nb_ui_window_set_document (self, document);
  nb_ui_autosave_adopt (self->autosave, offer->draft);
  nb_ui_document_remark (document, sentence);
}

/* Taking the recovered version is one command: undoing it shows the saved one. */
static void
note_chosen (AdwMessageDialog *dialog, const char *response, Offer *offer)
{
  NbUiWindow *self = offer->window;

  if (self->document == NULL)
    return;
  if (g_str_equal (response, "recovered"))
    {
      nb_ui_document_replace (self->document, offer->recovered);
      nb_ui_autosave_adopt (self->autosave, offer->draft);
    }
  else if (g_str_equal (response, "saved"))
    nb_ui_draft_remove (offer->draft);
}

static char *
dup_body (NbUiDraft *draft)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (nb_ui_draft_get_time (draft));
  g_autofree char *when = g_date_time_format (time, "%Y-%m-%d %H:%M:%S");

  return g_strdup_printf (
      _ ("The program ended before the latest changes were saved. They were kept, as of "
         "%s. Which version do you want to go on with?"),
      when);
}

/* Takes @offer. */
static void
ask (Offer *offer, const NbReportData *saved)
{
  g_autofree char *body = dup_body (offer->draft);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (offer->window), _ ("Unsaved Changes Were Recovered"), NULL));
  /* Translators: heads the version of a report that stands in its file, beside “Recovered”. */
  const char *saved_title = _ ("Saved");
  /* Translators: heads the version that was kept when the program ended, beside “Saved”. */
  const char *recovered_title = _ ("Recovered");

  adw_message_dialog_set_extra_child (
      dialog, nb_ui_comparison_new (body, saved, saved_title, offer->recovered, recovered_title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  body, -1);
  adw_message_dialog_add_responses (dialog, "later", _ ("_Decide Later"), "saved", _ ("Use _Saved"),
                                    "recovered", _ ("Use _Recovered"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "saved", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "recovered", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "recovered");
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (note_chosen), offer, free_closure, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
are_same (NbJob *job, const NbReportData *a, const NbReportData *b)
{
  g_autoptr (GBytes) bytes_a = nb_job_write (job, a, NULL);
  g_autoptr (GBytes) bytes_b = nb_job_write (job, b, NULL);

  return bytes_a != NULL && bytes_b != NULL && g_bytes_equal (bytes_a, bytes_b);
}

/* Takes @offer. */
static void
show_beside (Offer *offer, NbUiDocument *document)
{
  NbUiWindow *self = offer->window;
  g_autoptr (NbReportData) saved = nb_report_freeze (nb_ui_document_get_report (document));

  nb_ui_window_set_document (self, document);
  if (are_same (self->job, saved, offer->recovered))
    {
      nb_ui_draft_remove (offer->draft);
      offer_free (offer);
    }
  else
    ask (offer, saved);
}

static void
note_opened (GObject *source, GAsyncResult *result, void *data)
{
  Offer *offer = data;
  NbUiWindow *self = offer->window;
  g_autoptr (NbUiDocument) document = nb_ui_document_open_finish (result, NULL);
  g_autofree char *path = g_steal_pointer (&self->opening);

  g_application_release (g_application_get_default ());
  /* The window may have been closed meanwhile: the draft stays for the next start. */
  if (path == NULL)
    offer_free (offer);
  else if (document != NULL && !nb_ui_document_get_read_only (document)
           && nb_ui_document_get_path (document) != NULL
           && nb_report_get_form (nb_ui_document_get_report (document))
                  == nb_report_data_get_form (offer->recovered))
    show_beside (offer, document);
  else
    {
      g_autofree char *sentence =
          g_strdup_printf (_ ("Unsaved changes were recovered. “%s” cannot be edited now: save "
                              "them under another name."),
                           path);

      show_alone (offer, sentence);
      offer_free (offer);
    }
}

void
nb_ui_window_recover (NbUiWindow *self, NbUiDraft *draft)
{
  g_autoptr (NbReportData) recovered = nb_ui_draft_read (draft, self->job, NULL);
  const char *path = nb_ui_draft_get_path (draft);
  Offer *offer;

  g_return_if_fail (self->opening == NULL && self->document == NULL);

  if (recovered == NULL)
    return;
  offer = g_new0 (Offer, 1);
  offer->window = g_object_ref (self);
  offer->draft = nb_ui_draft_ref (draft);
  offer->recovered = g_steal_pointer (&recovered);
  if (path == NULL)
    {
      show_alone (offer, _ ("A report that was never saved has been recovered."));
      offer_free (offer);
      return;
    }
  self->opening = g_strdup (path);
  nb_ui_window_show_page (self);
  g_application_hold (g_application_get_default ());
  nb_ui_document_open_async (self->job, path, NULL, note_opened, offer);
}
