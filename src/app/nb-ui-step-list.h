/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* The line of steps of a report on its way to the registry, each with its day, and the days that are left. */
#define NB_UI_TYPE_STEP_LIST (nb_ui_step_list_get_type ())
G_DECLARE_FINAL_TYPE (NbUiStepList, nb_ui_step_list, NB_UI, STEP_LIST, GtkWidget)

/* May be called once. */
void nb_ui_step_list_set_document (NbUiStepList *list, NbUiDocument *document);

G_END_DECLS
