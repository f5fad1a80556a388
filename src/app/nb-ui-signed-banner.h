/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* Over a signed report: who signed it, as what, when as they claim, whether it is intact and they are trusted; and
 * the ways on. */
#define NB_UI_TYPE_SIGNED_BANNER (nb_ui_signed_banner_get_type ())
G_DECLARE_FINAL_TYPE (NbUiSignedBanner, nb_ui_signed_banner, NB_UI, SIGNED_BANNER, GtkWidget)

/* @document: the report in the window, signed or not; NULL: none. */
void nb_ui_signed_banner_set_document (NbUiSignedBanner *banner, NbUiDocument *document);

G_END_DECLS
