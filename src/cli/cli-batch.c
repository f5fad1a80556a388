/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli-progress.h"
#include "nb-font-list.h"

typedef struct
{
  const char *path;
  void *result;
  gboolean done;
} Item;

typedef struct
{
  Cli *cli;
  CliWork work;
  void *data;
  GAsyncQueue *queue; /* of Item */
  GMutex mutex;
  GCond finished;
} Batch;

static void
run_item (Batch *batch, Item *item)
{
  void *result = batch->work (batch->cli, item->path, batch->data);

  g_mutex_lock (&batch->mutex);
  item->result = result;
  item->done = TRUE;
  g_cond_signal (&batch->finished);
  g_mutex_unlock (&batch->mutex);
}

/* Works until it meets the item without a file. */
static void *
run_items (void *data)
{
  Batch *batch = data;
  Item *item;

  while ((item = g_async_queue_pop (batch->queue))->path != NULL)
    run_item (batch, item);
  return NULL;
}

static void
wait_for (Batch *batch, const Item *item)
{
  g_mutex_lock (&batch->mutex);
  while (!item->done)
    g_cond_wait (&batch->finished, &batch->mutex);
  g_mutex_unlock (&batch->mutex);
}

void
cli_batch (Cli *cli, char **paths, CliWork work, CliAnswer answer, void *data)
{
  guint n = g_strv_length (paths);
  guint n_threads = MIN (g_get_num_processors (), n);
  /* So much runs ahead of what was answered, that a slow first file does not pile up the results of all
   * the others. */
  guint ahead = 4 * n_threads;
  g_autofree Item *items = g_new0 (Item, n);
  Batch batch = { .cli = cli, .work = work, .data = data };
  CliProgress progress;
  Item end = { NULL };
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  guint started = 0;

  g_mutex_init (&batch.mutex);
  g_cond_init (&batch.finished);
  batch.queue = g_async_queue_new ();
  for (guint i = 0; i < n_threads; i++)
    g_ptr_array_add (threads, g_thread_new ("batch", run_items, &batch));
  cli_progress_begin (&progress, cli, n);
  for (guint i = 0; i < n; i++)
    {
      for (; started < n && started < i + ahead; started++)
        {
          items[started].path = paths[started];
          g_async_queue_push (batch.queue, &items[started]);
        }
      wait_for (&batch, &items[i]);
      cli_progress_clear (&progress);
      answer (cli, paths[i], items[i].result, data);
      cli_progress_step (&progress, i + 1);
    }
  cli_progress_clear (&progress);
  /* Joined, not only idle: what libraries keep for a thread is freed when it has ended. */
  for (guint i = 0; i < n_threads; i++)
    g_async_queue_push (batch.queue, &end);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  g_async_queue_unref (batch.queue);
  g_cond_clear (&batch.finished);
  g_mutex_clear (&batch.mutex);
}

int
cli_choose_font (Cli *cli, const char *font)
{
  g_autofree char *found = font != NULL ? nb_font_list_find (font) : NULL;

  cli->font = font;
  if (font == NULL || found != NULL)
    return CLI_FINE;
  return cli_usage_error (
      cli, _ ("no font “%s” that draws Chinese as on the mainland is installed"), font);
}

NbPainter *
cli_get_painter (const Cli *cli)
{
  static GPrivate painter = G_PRIVATE_INIT ((GDestroyNotify) nb_painter_free);

  if (g_private_get (&painter) == NULL)
    {
      g_private_set (&painter, nb_painter_new ());
      nb_painter_set_font (g_private_get (&painter), cli->font);
    }
  return g_private_get (&painter);
}
