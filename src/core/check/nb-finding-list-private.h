/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-checker.h"

G_BEGIN_DECLS

/* Takes @findings (of NbFinding, owned, in their order) over. */
NbFindingList *nb_finding_list_new_take (GPtrArray *findings);

G_END_DECLS
