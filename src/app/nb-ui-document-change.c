/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of a document that come from no keyboard. */

#include "nb-ui-document.h"

const char *
nb_ui_document_undo (NbUiDocument *self)
{
  return nb_ui_document_can_change (self) ? nb_report_undo (nb_ui_document_get_report (self))
                                          : NULL;
}

const char *
nb_ui_document_redo (NbUiDocument *self)
{
  return nb_ui_document_can_change (self) ? nb_report_redo (nb_ui_document_get_report (self))
                                          : NULL;
}

gboolean
nb_ui_document_fix (NbUiDocument *self, NbFinding *finding, GError **error)
{
  gboolean done;

  if (!nb_ui_document_can_change (self))
    return TRUE;
  done = nb_finding_apply_fix (finding, nb_ui_document_get_report (self), error);
  nb_ui_document_check (self);
  return done;
}

gboolean
nb_ui_document_fix_all (NbUiDocument *self, const char *const *rules, guint *n, GError **error)
{
  NbReport *report = nb_ui_document_get_report (self);
  gboolean done;

  *n = 0;
  if (!nb_ui_document_can_change (self))
    return TRUE;
  nb_report_pause (report);
  done = nb_finding_list_apply_fixes (nb_ui_document_get_findings (self), rules, report, n, error);
  nb_report_pause (report);
  nb_ui_document_check (self);
  return done;
}

gboolean
nb_ui_document_make_edits (NbUiDocument *self,
                           const char *field,
                           const GPtrArray *edits,
                           GError **error)
{
  NbReport *report = nb_ui_document_get_report (self);
  gboolean done = TRUE;

  if (!nb_ui_document_can_change (self))
    return TRUE;
  nb_report_pause (report);
  nb_report_begin_group (report);
  /* From the end, so that the places before stay true. */
  for (guint i = edits->len; i > 0 && done; i--)
    {
      const NbTextEdit *edit = g_ptr_array_index (edits, i - 1);

      done = nb_report_splice (
          report, field, (NbPosition){ edit->span.paragraph, edit->span.start },
          (NbPosition){ edit->span.paragraph, edit->span.end }, edit->text, error);
    }
  nb_report_end_group (report);
  nb_report_pause (report);
  nb_ui_document_check (self);
  return done;
}

gboolean
nb_ui_document_replace_range (NbUiDocument *self,
                              const char *field,
                              NbPosition from,
                              NbPosition to,
                              const char *text,
                              GError **error)
{
  NbReport *report = nb_ui_document_get_report (self);
  gboolean done;

  if (!nb_ui_document_can_change (self))
    return TRUE;
  nb_report_pause (report);
  done = nb_report_splice (report, field, from, to, text, error);
  nb_report_pause (report);
  nb_ui_document_check (self);
  return done;
}

gboolean
nb_ui_document_set_text (NbUiDocument *self, const char *field, const char *text, GError **error)
{
  NbReport *report = nb_ui_document_get_report (self);
  gboolean done;

  if (!nb_ui_document_can_change (self))
    return TRUE;
  nb_report_pause (report);
  done = nb_report_set_text (report, field, text, error);
  nb_report_pause (report);
  nb_ui_document_check (self);
  return done;
}

gboolean
nb_ui_document_answer (NbUiDocument *self, NbFinding *finding, const char *text, GError **error)
{
  gboolean done;

  if (!nb_ui_document_can_change (self))
    return TRUE;
  done = nb_finding_set_answer (finding, nb_ui_document_get_report (self), text, error);
  nb_ui_document_check (self);
  return done;
}

typedef struct
{
  char *kind;
  char *path;
} Attaching;

static void
attaching_free (void *data)
{
  Attaching *attaching = data;

  g_free (attaching->kind);
  g_free (attaching->path);
  g_free (attaching);
}

static void
read_paper (GTask *task, void *source, void *task_data, GCancellable *cancellable)
{
  const Attaching *attaching = task_data;
  GError *error = NULL;
  NbPaperFile *paper = nb_job_read_paper (attaching->path, &error);

  if (paper != NULL)
    g_task_return_pointer (task, paper, (GDestroyNotify) nb_paper_file_free);
  else
    g_task_return_error (task, error);
}

/* Also while an input method composes: no text changes by it. */
static void
note_read (GObject *source, GAsyncResult *result, void *data)
{
  NbUiDocument *self = NB_UI_DOCUMENT (source);
  NbReport *report = nb_ui_document_get_report (self);
  const Attaching *attaching = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (NbPaperFile) paper = g_task_propagate_pointer (G_TASK (result), &error);

  nb_report_pause (report);
  if (paper == NULL
      || !nb_report_add_attachment (report, attaching->kind, paper->name, paper->size,
                                    paper->sha256, &error))
    nb_ui_document_remark (self, error->message);
  nb_report_pause (report);
  nb_ui_document_check (self);
}

void
nb_ui_document_attach (NbUiDocument *self, const char *kind, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Attaching *attaching;

  if (!nb_ui_document_can_change (self))
    return;
  task = g_task_new (self, NULL, note_read, NULL);
  attaching = g_new0 (Attaching, 1);
  attaching->kind = g_strdup (kind);
  attaching->path = g_strdup (path);
  g_task_set_task_data (task, attaching, attaching_free);
  g_task_run_in_thread (task, read_paper);
}

void
nb_ui_document_detach (NbUiDocument *self, guint index)
{
  NbReport *report = nb_ui_document_get_report (self);

  if (!nb_ui_document_can_change (self))
    return;
  nb_report_pause (report);
  nb_report_remove_attachment (report, index, NULL);
  nb_report_pause (report);
  nb_ui_document_check (self);
}
