/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-export.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-document-private.h"
#include "nb-ui-paper-font.h"

typedef struct
{
  NbJob *job;
  NbReportData *data;
  NbPrinting printing;
  char *font;
  char *source;  /* the signed file that goes along, or NULL */
  char *version; /* of it */
  char *path;
} Errand;

static void
errand_free (void *data)
{
  Errand *errand = data;

  nb_report_data_unref (errand->data);
  g_free (errand->font);
  g_free (errand->source);
  g_free (errand->version);
  g_free (errand->path);
  g_free (errand);
}

/* What was signed and is shown, not what somebody has put in its place since. */
static GBytes *
read_signed (const Errand *errand, GError **error)
{
  g_autoptr (GBytes) bytes = nb_job_read_file (errand->source, error);
  g_autofree char *version =
      bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  if (bytes == NULL)
    return NULL;
  if (g_strcmp0 (version, errand->version) != 0)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_READ,
                   _ ("The file of the report was changed since it was opened. Open it again, and "
                      "look at what it says, before it is exported."));
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

/* A sentence for nothing is "", since NULL is an error. */
static void *export(NbUiWork *work, void *data, GError **error)
{
  const Errand *errand = data;
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *note = NULL;

  if (errand->source != NULL)
    {
      source = read_signed (errand, error);
      if (source == NULL)
        return NULL;
    }
  nb_painter_set_font (painter, errand->font);
  pdf = nb_job_print (errand->job, painter, errand->data, errand->printing, source, &note, error);
  if (pdf == NULL || !nb_ui_work_commit (work, error)
      || !nb_job_write_file (errand->path, pdf, NB_WRITE_REPLACE, error))
    return NULL;
  return note != NULL ? g_steal_pointer (&note) : g_strdup ("");
}

void
nb_ui_export_run (NbUiWork *work,
                  NbUiDocument *document,
                  NbPrinting printing,
                  const char *path,
                  GAsyncReadyCallback callback,
                  void *user_data)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->job = nb_ui_document_get_job (document);
  errand->data = nb_report_freeze (nb_ui_document_get_report (document));
  errand->printing = printing;
  errand->font = nb_ui_paper_font_dup ();
  errand->path = g_strdup (path);
  if (nb_ui_document_get_read_only (document))
    {
      errand->source = g_strdup (nb_ui_document_get_path (document));
      errand->version = g_strdup (nb_ui_document_get_version (document));
    }
  nb_ui_work_run (work, export, errand, errand_free, g_free, callback, user_data);
}

gboolean
nb_ui_export_finish (NbUiWork *work, GAsyncResult *result, char **note, GError **error)
{
  g_autofree char *sentence = nb_ui_work_run_finish (work, result, error);
  gboolean written = sentence != NULL;

  if (note != NULL)
    *note = written && *sentence != '\0' ? g_steal_pointer (&sentence) : NULL;
  return written;
}
