/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-check.h"

G_BEGIN_DECLS

/* The named checks, one file each. A new one: its file, a line here, a line in the table of
 * nb-check-table.c, a rule in data/forms, texts in tests/check/corpus. */
void nb_check_amount_spelling (NbCheck *check);
void nb_check_change_claim (NbCheck *check);
void nb_check_credit_code (NbCheck *check);
void nb_check_edition_digest (NbCheck *check);
void nb_check_import_repairs (NbCheck *check);
void nb_check_report_year (NbCheck *check);

/* Those of running text. */
extern const NbProseCheck nb_check_characters;
extern const NbProseCheck nb_check_half_width;
extern const NbProseCheck nb_check_ordinal_run;
extern const NbProseCheck nb_check_sums;

G_END_DECLS
