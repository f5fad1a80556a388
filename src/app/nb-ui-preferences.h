/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* The settings of the program. The registry that is chosen is also that of @document (or NULL), as a
 * command that can be undone. */
#define NB_UI_TYPE_PREFERENCES (nb_ui_preferences_get_type ())
G_DECLARE_FINAL_TYPE (NbUiPreferences, nb_ui_preferences, NB_UI, PREFERENCES, AdwPreferencesWindow)

GtkWindow *nb_ui_preferences_new (GtkWindow *parent, NbCatalog *catalog, NbUiDocument *document);

G_END_DECLS
