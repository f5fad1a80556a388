/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-paper-worker.h"

#include <unistd.h>

/* Whom results are told to, for as long as the worker lives; only the main loop looks at it. */
typedef struct
{
  gatomicrefcount references;
  NbUiPaperLaidOut laid_out; /* NULL: nobody any more */
  NbUiPaperDrawn drawn;
  void *user_data;
} Listener;

struct _NbUiPaperWorker
{
  NbJob *job;
  Listener *listener;
  GThread *thread;
  GMutex lock;
  GCond come;
  /* Under the lock: */
  gboolean quit;
  NbReportData *data; /* to be laid out, or NULL */
  NbPrinting printing;
  char *font;       /* to be taken before, or NULL: the one that there is */
  char *taken;      /* the last one that was to be taken */
  NbPageList *list; /* to be drawn, or NULL */
  GArray *pages;    /* of guint, the next one last */
  guint width;
};

typedef struct
{
  Listener *listener;
  NbPageList *list;
  char *fonts;
  GError *error;
  GdkTexture *picture; /* of a page; NULL: the list was laid out */
  guint page;
} Result;

static void
listener_unref (Listener *listener)
{
  if (g_atomic_ref_count_dec (&listener->references))
    g_free (listener);
}

static void
result_free (void *data)
{
  Result *result = data;

  g_clear_pointer (&result->list, nb_page_list_unref);
  g_clear_object (&result->picture);
  g_clear_error (&result->error);
  g_free (result->fonts);
  listener_unref (result->listener);
  g_free (result);
}

static gboolean
tell (void *data)
{
  const Result *result = data;
  const Listener *listener = result->listener;

  if (listener->laid_out == NULL)
    return G_SOURCE_REMOVE;
  if (result->picture != NULL)
    listener->drawn (result->list, result->page, result->picture, listener->user_data);
  else
    listener->laid_out (result->list, result->fonts, result->error, listener->user_data);
  return G_SOURCE_REMOVE;
}

static Result *
result_new (NbUiPaperWorker *self)
{
  Result *result = g_new0 (Result, 1);

  result->listener = self->listener;
  g_atomic_ref_count_inc (&self->listener->references);
  return result;
}

/* Takes @result. Keys and frames come first. */
static void
post (Result *result)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell, result, result_free);
}

static char *
describe_fonts (NbPainter *painter, NbPageList *list)
{
  g_autofree char *fonts = nb_painter_describe_fonts (painter, list);
  g_autofree char *substitutes = nb_painter_describe_substitutes (painter, list);

  return substitutes != NULL ? g_strjoin ("\n", fonts, substitutes, NULL)
                             : g_steal_pointer (&fonts);
}

static void
lay_out (NbUiPaperWorker *self, NbPainter *painter, NbReportData *data, NbPrinting printing)
{
  Result *result = result_new (self);

  result->list = nb_job_layout (self->job, data, printing, &result->error);
  if (result->list != NULL)
    result->fonts = describe_fonts (painter, result->list);
  post (result);
}

static GdkTexture *
make_picture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
draw (NbUiPaperWorker *self, NbPainter *painter, NbPageList *list, guint page, guint width)
{
  Result *result = result_new (self);
  cairo_surface_t *surface;
  cairo_t *cr;
  double scale;
  int across, down;

  nb_page_list_get_size (list, page, &across, &down);
  scale = (double) width / across; /* pixels a µm */
  surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) (down * scale + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale * 25400 / 72, scale * 25400 / 72);
  nb_painter_draw (painter, list, page, cr);
  cairo_destroy (cr);
  result->list = nb_page_list_ref (list);
  result->page = page;
  result->picture = make_picture (surface);
  post (result);
}

/* Of what waits the next piece, of one kind or the other; FALSE at the end. */
static gboolean
take (NbUiPaperWorker *self,
      NbReportData **data,
      NbPrinting *printing,
      char **font,
      NbPageList **list,
      guint *page,
      guint *width)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (!self->quit && self->data == NULL && self->pages->len == 0)
    g_cond_wait (&self->come, &self->lock);
  if (self->quit)
    return FALSE;
  *data = g_steal_pointer (&self->data);
  *printing = self->printing;
  *font = g_steal_pointer (&self->font);
  if (*data != NULL)
    return TRUE;
  *list = nb_page_list_ref (self->list);
  *page = g_array_index (self->pages, guint, self->pages->len - 1);
  *width = self->width;
  g_array_set_size (self->pages, self->pages->len - 1);
  return TRUE;
}

static void *
work (void *data)
{
  NbUiPaperWorker *self = data;
  g_autoptr (NbPainter) painter = NULL;

  /* Whoever types comes first. On Linux this is the priority of the thread alone. */
  if (nice (10) == -1)
    g_debug ("paper is made at the priority of the rest");
  painter = nb_painter_new ();
  for (;;)
    {
      g_autoptr (NbReportData) report = NULL;
      g_autoptr (NbPageList) list = NULL;
      g_autofree char *font = NULL;
      NbPrinting printing;
      guint page, width;

      if (!take (self, &report, &printing, &font, &list, &page, &width))
        return NULL;
      if (font != NULL)
        nb_painter_set_font (painter, font);
      if (report != NULL)
        lay_out (self, painter, report, printing);
      else
        draw (self, painter, list, page, width);
    }
}

NbUiPaperWorker *
nb_ui_paper_worker_new (NbJob *job,
                        NbUiPaperLaidOut laid_out,
                        NbUiPaperDrawn drawn,
                        void *user_data)
{
  NbUiPaperWorker *self = g_new0 (NbUiPaperWorker, 1);

  self->job = job;
  self->listener = g_new0 (Listener, 1);
  g_atomic_ref_count_init (&self->listener->references);
  self->listener->laid_out = laid_out;
  self->listener->drawn = drawn;
  self->listener->user_data = user_data;
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_mutex_init (&self->lock);
  g_cond_init (&self->come);
  self->thread = g_thread_new ("paper", work, self);
  return self;
}

void
nb_ui_paper_worker_free (NbUiPaperWorker *self)
{
  g_mutex_lock (&self->lock);
  self->quit = TRUE;
  g_cond_signal (&self->come);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);

  self->listener->laid_out = NULL;
  listener_unref (self->listener);
  g_clear_pointer (&self->data, nb_report_data_unref);
  g_clear_pointer (&self->list, nb_page_list_unref);
  g_array_unref (self->pages);
  g_free (self->font);
  g_free (self->taken);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->come);
  g_free (self);
}

void
nb_ui_paper_worker_lay_out (NbUiPaperWorker *self,
                            NbReportData *data,
                            NbPrinting printing,
                            const char *font)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_clear_pointer (&self->data, nb_report_data_unref);
  self->data = nb_report_data_ref (data);
  self->printing = printing;
  if (g_strcmp0 (self->taken, font) != 0)
    {
      g_free (self->font);
      self->font = g_strdup (font);
      g_free (self->taken);
      self->taken = g_strdup (font);
    }
  g_cond_signal (&self->come);
}

void
nb_ui_paper_worker_draw (
    NbUiPaperWorker *self, NbPageList *list, const guint *pages, guint n_pages, guint width)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  nb_page_list_ref (list);
  g_clear_pointer (&self->list, nb_page_list_unref);
  self->list = list;
  self->width = width;
  g_array_set_size (self->pages, 0);
  for (guint i = n_pages; i > 0; i--)
    g_array_append_val (self->pages, pages[i - 1]);
  g_cond_signal (&self->come);
}
