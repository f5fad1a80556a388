/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "nb-job.h"

G_BEGIN_DECLS

/* A thread with a painter of its own that lays paper out and draws pages of it as pictures: the same page list
 * and the same painter as the printer's, away from the main loop. */
typedef struct _NbUiPaperWorker NbUiPaperWorker;

/* Both are called in the main loop. @pages NULL: @error says why. @fonts: what it is drawn in, as a sentence. */
typedef void (*NbUiPaperLaidOut) (NbPageList *pages,
                                  const char *fonts,
                                  const GError *error,
                                  void *user_data);
typedef void (*NbUiPaperDrawn) (NbPageList *pages,
                                guint page,
                                GdkTexture *picture,
                                void *user_data);

/* @job must outlive it. */
NbUiPaperWorker *nb_ui_paper_worker_new (NbJob *job,
                                         NbUiPaperLaidOut laid_out,
                                         NbUiPaperDrawn drawn,
                                         void *user_data);
/* Waits for the page that is being drawn; nothing is called any more. */
void nb_ui_paper_worker_free (NbUiPaperWorker *worker);

/* Lays @data out, to be drawn in @font (nb_painter_set_font()), instead of what was not begun yet. */
void nb_ui_paper_worker_lay_out (NbUiPaperWorker *worker,
                                 NbReportData *data,
                                 NbPrinting printing,
                                 const char *font);
/* Draws those @pages, of @list, @width pixels wide, in their order, instead of what was not begun yet. */
void nb_ui_paper_worker_draw (
    NbUiPaperWorker *worker, NbPageList *list, const guint *pages, guint n_pages, guint width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbUiPaperWorker, nb_ui_paper_worker_free)

G_END_DECLS
