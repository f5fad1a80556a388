/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-checker.h"

G_BEGIN_DECLS

/* Sorts @findings (of NbFinding, owned) and takes them over. */
NbFindingList *nb_finding_list_new_take (GPtrArray *findings);

G_END_DECLS
