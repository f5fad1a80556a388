/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something that may take long: done in a thread, so that the window stays alive, and shown with its progress
 * and a way to cancel it once it has taken half a second (nb_ui_window_show_work(), NbUiWorkBar). Nobody need
 * show it: short work comes and goes unseen.
 *
 *     NbUiWork *work = nb_ui_work_new (_ ("Verifying the report"));
 *     nb_ui_window_show_work (window, work);
 *     nb_ui_work_run (work, verify, data, free_data, free_verdict, note_verified, g_object_ref (window));
 *     g_object_unref (work);
 *
 * Property "fraction" (double): how much is done, below 0 where nobody knows. Notifies.
 * Properties "shown", "ended" (gboolean): it has taken half a second and goes on; it is over. Notify. */
#define NB_UI_TYPE_WORK (nb_ui_work_get_type ())
G_DECLARE_FINAL_TYPE (NbUiWork, nb_ui_work, NB_UI, WORK, GObject)

/* The time after which work shows itself, ms. */
#define NB_UI_WORK_PATIENCE 500

/* @sentence: what is being done, for people. */
NbUiWork *nb_ui_work_new (const char *sentence);
const char *nb_ui_work_get_sentence (NbUiWork *work); /* borrowed */

/* The work itself, in a thread. What it returns belongs to the caller of nb_ui_work_run_finish(); NULL sets
 * @error. It looks at nb_ui_work_is_cancelled() where it can stop. */
typedef void *(*NbUiWorkFunc) (NbUiWork *work, void *data, GError **error);

/* Does @func in a thread; the program goes on until it has ended, with windows or without. @data and what @func returns are freed by @free_data and @free_result where nobody
 * takes them. @callback is called in the main loop; of work that was cancelled at once, with
 * G_IO_ERROR_CANCELLED, while @func may still be on its way to an end. */
void nb_ui_work_run (NbUiWork *work,
                     NbUiWorkFunc func,
                     void *data,
                     GDestroyNotify free_data,
                     GDestroyNotify free_result,
                     GAsyncReadyCallback callback,
                     void *user_data);
void *nb_ui_work_run_finish (NbUiWork *work, GAsyncResult *result, GError **error);

/* Work that the main loop does by itself in short pieces (GTK's printing) begins and ends so; signal
 * "cancelled" () asks it to end. */
void nb_ui_work_begin (NbUiWork *work);
void nb_ui_work_end (NbUiWork *work);

/* For @func, in its thread. */
void nb_ui_work_set_progress (NbUiWork *work, guint done, guint all);
gboolean nb_ui_work_is_cancelled (NbUiWork *work);
/* Before what cannot be taken back, such as writing a file: from now on cancelling does nothing. FALSE where
 * it was cancelled already: then nothing must be written. */
gboolean nb_ui_work_commit (NbUiWork *work, GError **error);

/* In the main loop; nothing happens where it is over. */
void nb_ui_work_cancel (NbUiWork *work);

G_END_DECLS
