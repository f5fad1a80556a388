/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* A small window to stand beside the browser: it steps through the fields that the registry's web form
 * asks for, and each step puts the field's text on the clipboard. */
#define NB_UI_TYPE_PORTAL_WINDOW (nb_ui_portal_window_get_type ())
G_DECLARE_FINAL_TYPE (NbUiPortalWindow, nb_ui_portal_window, NB_UI, PORTAL_WINDOW, AdwWindow)

/* Goes with @parent, but does not stand in its way. */
NbUiPortalWindow *nb_ui_portal_window_new (GtkWindow *parent, NbUiDocument *document);

G_END_DECLS
