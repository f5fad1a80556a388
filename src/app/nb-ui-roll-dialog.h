/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-job.h"

G_BEGIN_DECLS

/* Asks what of last year's report comes along into next year's: says what is carried over by itself, and
 * offers the texts with a tick each and the years that stand in them. */
#define NB_UI_TYPE_ROLL_DIALOG (nb_ui_roll_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NbUiRollDialog, nb_ui_roll_dialog, NB_UI, ROLL_DIALOG, AdwWindow)

/* @begun: next year's report. */
typedef void (*NbUiRolled) (const NbReportData *begun,
                            const NbReportData *previous,
                            void *user_data);

/* @facts: what is kept of the institution's certificate, or NULL. @year: the year of the report to be begun
 * where @previous does not say its own. @rolled is called at most once, and not when @parent is gone. */
GtkWindow *nb_ui_roll_dialog_new (GtkWindow *parent,
                                  NbJob *job,
                                  const NbReportData *previous,
                                  const NbFacts *facts,
                                  int year,
                                  NbUiRolled rolled,
                                  void *user_data);

G_END_DECLS
