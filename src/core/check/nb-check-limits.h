/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form.h"

G_BEGIN_DECLS

/* How many characters @field should have, paragraph breaks not counted, by the rules of length that @registry
 * has switched on: @least 0, @most G_MAXUINT where no rule says. */
void nb_check_get_limits (
    NbForm *form, const NbRegistry *registry, const char *field, guint *least, guint *most);

G_END_DECLS
