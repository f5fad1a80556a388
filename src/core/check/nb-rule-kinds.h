/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-check.h"

G_BEGIN_DECLS

/* The generic kinds that compare a field with words, another text, or the calendar. */
void nb_rule_kind_pattern (NbCheck *check);
void nb_rule_kind_one_of (NbCheck *check);
void nb_rule_kind_equals (NbCheck *check);
void nb_rule_kind_date_window (NbCheck *check);

G_END_DECLS
