/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much there is of a page's text: characters, beside the limits, and the pages of paper that it stands on. */

#include "nb-ui-narrative-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-check-limits.h"

/* Pages are laid out, in a thread, when typing rests for so long. */
#define COUNT_DELAY_MS 600

typedef struct
{
  NbJob *job;
  NbReportData *data;
  const char *field; /* borrowed from the form */
} Work;

typedef struct
{
  guint first, last; /* from 1; 0: on none */
} Pages;

static void
work_free (void *data)
{
  Work *work = data;

  nb_report_data_unref (work->data);
  g_free (work);
}

static void
find_pages (const NbPageList *list, const char *field, Pages *pages)
{
  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    for (guint j = 0; j < nb_page_list_get_n_boxes (list, i); j++)
      if (g_strcmp0 (nb_page_list_get_box (list, i, j)->field, field) == 0)
        {
          pages->first = pages->first == 0 ? i + 1 : pages->first;
          pages->last = i + 1;
          break;
        }
}

static void
lay_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (NbPageList) list =
      nb_job_layout (work->job, work->data, (NbPrinting){ NB_COPY_FILING, FALSE }, NULL);
  Pages *pages = g_new0 (Pages, 1);

  if (list != NULL)
    find_pages (list, work->field, pages);
  g_task_return_pointer (task, pages, g_free);
}

/* "3,012 characters"; beyond a limit, and which. */
static char *
format_characters (NbUiNarrativeView *self)
{
  NbUiDocument *document = nb_ui_text_binding_get_document (self->binding);
  const NbText *text = nb_ui_text_binding_get_text (self->binding);
  guint n = nb_text_get_length (text) - (nb_text_get_n_paragraphs (text) - 1);
  guint least, most;

  nb_check_get_limits (nb_report_get_form (nb_ui_document_get_report (document)),
                       nb_ui_document_get_registry (document),
                       nb_ui_text_binding_get_def (self->binding)->id, &least, &most);
  if (most != G_MAXUINT && n > most)
    /* Translators: characters there are, and at most should be. */
    return g_strdup_printf (_ ("%u characters, at most %u"), n, most);
  if (n < least)
    /* Translators: characters there are, and at least should be. */
    return g_strdup_printf (_ ("%u characters, at least %u"), n, least);
  if (most != G_MAXUINT)
    /* Translators: characters there are, of those there may be. */
    return g_strdup_printf (_ ("%u of %u characters"), n, most);
  return g_strdup_printf (ngettext ("%u character", "%u characters", n), n);
}

static void
show (NbUiNarrativeView *self, const Pages *pages)
{
  g_autofree char *characters = format_characters (self);
  g_autofree char *paper = NULL;
  g_autofree char *both = NULL;

  if (pages != NULL && pages->first != 0 && pages->first == pages->last)
    paper = g_strdup_printf (_ ("page %u"), pages->first);
  else if (pages != NULL && pages->first != 0)
    /* Translators: the pages of the printed form that the text stands on. */
    paper = g_strdup_printf (_ ("pages %u–%u"), pages->first, pages->last);
  /* Translators: “3012 characters · pages 2–4”. */
  both = paper != NULL ? g_strdup_printf (_ ("%s · %s"), characters, paper) : g_strdup (characters);
  gtk_label_set_text (self->count, both);
}

/* A task keeps the view for a moment after it was closed, when its text may be gone. */
static gboolean
is_open (NbUiNarrativeView *self)
{
  return self->binding != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL;
}

static void
note_pages (GObject *source, GAsyncResult *result, void *data)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (source);
  g_autofree Pages *pages = g_task_propagate_pointer (G_TASK (result), NULL);

  if (pages == NULL || !is_open (self))
    return;
  g_clear_object (&self->counting);
  show (self, pages);
}

static gboolean
count (void *data)
{
  NbUiNarrativeView *self = data;
  NbUiDocument *document = nb_ui_review_get_document (self->review);
  g_autoptr (GTask) task = NULL;
  Work *work;

  self->count_source = 0;
  if (!is_open (self))
    return G_SOURCE_REMOVE;
  work = g_new (Work, 1);
  self->counting = g_cancellable_new ();
  task = g_task_new (self, self->counting, note_pages, NULL);
  *work = (Work){ nb_ui_document_get_job (document),
                  nb_report_freeze (nb_ui_document_get_report (document)),
                  nb_ui_text_binding_get_def (self->binding)->id };
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, lay_out);
  return G_SOURCE_REMOVE;
}

static void
stop (NbUiNarrativeView *self)
{
  g_clear_handle_id (&self->count_source, g_source_remove);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
note_change (NbUiNarrativeView *self)
{
  stop (self);
  show (self, NULL);
  self->count_source = g_timeout_add (COUNT_DELAY_MS, count, self);
}

void
nb_ui_narrative_view_begin_counting (NbUiNarrativeView *self)
{
  NbUiDocument *document = nb_ui_text_binding_get_document (self->binding);

  g_signal_connect_object (nb_ui_document_get_report (document), "changed",
                           G_CALLBACK (note_change), self, G_CONNECT_SWAPPED);
  note_change (self);
}

void
nb_ui_narrative_view_end_counting (NbUiNarrativeView *self)
{
  NbUiDocument *document = nb_ui_review_get_document (self->review);

  g_signal_handlers_disconnect_by_func (nb_ui_document_get_report (document), note_change, self);
  stop (self);
}
