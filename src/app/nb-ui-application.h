/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-job.h"

G_BEGIN_DECLS

#define NB_UI_TYPE_APPLICATION (nb_ui_application_get_type ())
G_DECLARE_FINAL_TYPE (NbUiApplication, nb_ui_application, NB_UI, APPLICATION, AdwApplication)

/* @flags are added to G_APPLICATION_HANDLES_OPEN. */
NbUiApplication *nb_ui_application_new (GApplicationFlags flags);
/* Borrowed; NULL before startup. */
NbJob *nb_ui_application_get_job (NbUiApplication *application);

G_END_DECLS
