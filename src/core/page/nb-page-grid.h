/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page-flow.h"

G_BEGIN_DECLS

/* Lays @grid from the place where @flow is on. Rows stay whole unless they are higher than a sheet or
 * a cell of theirs may split; rows that a cell joins go to one sheet where they fit on one. */
void nb_page_grid_place (NbPageFlow *flow, const NbBoxDef *grid);

G_END_DECLS
