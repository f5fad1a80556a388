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
