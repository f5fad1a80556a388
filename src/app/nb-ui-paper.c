/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-paper.h"

#include "nb-ui-document-private.h"
#include "nb-ui-paper-font.h"
#include "nb-ui-paper-worker.h"

struct _NbUiPaper
{
  GObject parent_instance;
  NbUiDocument *document;
  GSettings *settings;
  NbPrinting printing;
  NbUiPaperWorker *worker; /* while it is followed */
  guint source;            /* the next layout */
  gint64 since;            /* when the oldest change that is not laid out was made, µs */
  NbPageList *pages;
  char *problem;
  char *fonts;
};

G_DEFINE_FINAL_TYPE (NbUiPaper, nb_ui_paper, G_TYPE_OBJECT)

enum
{
  CHANGED,
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* How long typing must pause before paper is made again, and how long it may go on without, ms. */
#define PAUSE   120
#define LONGEST 600

static void
forget_pages (NbUiPaper *self)
{
  g_clear_pointer (&self->pages, nb_page_list_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->fonts, g_free);
}

static void
stop (NbUiPaper *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->worker, nb_ui_paper_worker_free);
}

static void
nb_ui_paper_dispose (GObject *object)
{
  NbUiPaper *self = NB_UI_PAPER (object);

  stop (self);
  forget_pages (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (nb_ui_document_get_report (self->document), self);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (nb_ui_paper_parent_class)->dispose (object);
}

static void
nb_ui_paper_class_init (NbUiPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_ui_paper_dispose;
  signals[CHANGED] = g_signal_new ("changed", NB_UI_TYPE_PAPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[DRAWN] = g_signal_new ("drawn", NB_UI_TYPE_PAPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, GDK_TYPE_TEXTURE);
}

static void
nb_ui_paper_init (NbUiPaper *self)
{
}

static gboolean
lay_out (void *data)
{
  NbUiPaper *self = data;
  g_autoptr (NbReportData) report = nb_report_freeze (nb_ui_document_get_report (self->document));

  g_autofree char *font = nb_ui_paper_font_dup ();

  self->source = 0;
  self->since = 0;
  nb_ui_paper_worker_lay_out (self->worker, report, self->printing, font);
  return G_SOURCE_REMOVE;
}

static void
note_change (NbUiPaper *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 waited;

  if (self->worker == NULL)
    return;
  if (self->since == 0)
    self->since = now;
  waited = (now - self->since) / G_TIME_SPAN_MILLISECOND;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (waited >= LONGEST ? 0 : MIN (PAUSE, (guint) (LONGEST - waited)),
                                lay_out, self);
}

static void
renew (NbUiPaper *self)
{
  if (self->worker == NULL)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  lay_out (self);
}

NbUiPaper *
nb_ui_paper_new (NbUiDocument *document, NbPrinting printing)
{
  NbUiPaper *self = g_object_new (NB_UI_TYPE_PAPER, NULL);

  self->document = g_object_ref (document);
  self->printing = printing;
  g_signal_connect_object (nb_ui_document_get_report (document), "changed",
                           G_CALLBACK (note_change), self, G_CONNECT_SWAPPED);
  self->settings = g_settings_new (APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::paper-font", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
  return self;
}

NbUiDocument *
nb_ui_paper_get_document (NbUiPaper *self)
{
  return self->document;
}

NbPrinting
nb_ui_paper_get_printing (NbUiPaper *self)
{
  return self->printing;
}

static void
note_laid_out (NbPageList *pages, const char *fonts, const GError *error, void *data)
{
  NbUiPaper *self = data;

  forget_pages (self);
  if (pages != NULL)
    self->pages = nb_page_list_ref (pages);
  else
    self->problem = g_strdup (error->message);
  self->fonts = g_strdup (fonts);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
note_drawn (NbPageList *pages, guint page, GdkTexture *picture, void *data)
{
  NbUiPaper *self = data;

  if (pages == self->pages)
    g_signal_emit (self, signals[DRAWN], 0, page, picture);
}

void
nb_ui_paper_set_printing (NbUiPaper *self, NbPrinting printing)
{
  self->printing = printing;
  renew (self);
}

void
nb_ui_paper_set_followed (NbUiPaper *self, gboolean followed)
{
  if (followed == (self->worker != NULL))
    return;
  stop (self);
  if (followed)
    {
      self->worker = nb_ui_paper_worker_new (nb_ui_document_get_job (self->document), note_laid_out,
                                             note_drawn, self);
      lay_out (self);
    }
}

NbPageList *
nb_ui_paper_get_pages (NbUiPaper *self)
{
  return self->pages;
}

const char *
nb_ui_paper_get_problem (NbUiPaper *self)
{
  return self->problem;
}

const char *
nb_ui_paper_get_fonts (NbUiPaper *self)
{
  return self->fonts;
}

void
nb_ui_paper_draw (NbUiPaper *self, const guint *pages, guint n_pages, guint width)
{
  if (self->worker != NULL && self->pages != NULL)
    nb_ui_paper_worker_draw (self->worker, self->pages, pages, n_pages, width);
}
