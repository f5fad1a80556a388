/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* What comes into the file with a signature: the sponsor's opinion, or the registry's remark and result, to be
 * written in. Shows nothing for roles that bring nothing. Signal "changed" (). */
#define NB_UI_TYPE_SIGN_ADDITION (nb_ui_sign_addition_get_type ())
G_DECLARE_FINAL_TYPE (NbUiSignAddition, nb_ui_sign_addition, NB_UI, SIGN_ADDITION, GtkWidget)

/* Begins with the sentence that the registry of @document prescribes, and with today. */
void nb_ui_sign_addition_set_document (NbUiSignAddition *addition, NbUiDocument *document);
void nb_ui_sign_addition_set_brings (NbUiSignAddition *addition, NbBrings brings);

/* Whether everything that is needed is filled in and can be read. */
gboolean nb_ui_sign_addition_is_complete (NbUiSignAddition *addition);
/* For NbUiSigning.payload: NULL where the role brings nothing, and with @error set where it cannot be made. */
char *nb_ui_sign_addition_dup_payload (NbUiSignAddition *addition, GError **error);

G_END_DECLS
