/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-field.h"

G_BEGIN_DECLS

NbField *nb_field_new (const NbFieldDef *def, NbText *text);
/* Replaces the text (takes @text over), reads its value and notifies. */
void nb_field_take_text (NbField *field, NbText *text);

G_END_DECLS
