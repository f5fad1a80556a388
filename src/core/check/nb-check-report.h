/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-checker.h"

G_BEGIN_DECLS

/* What was found in @data, as a text to be read, saved or printed in the language of the interface: whose
 * report it is, by whose rules, how much was found, then the findings by section of the form with their
 * places, authorities and answers, last the checklist before handing in. @today is the day that it
 * states, none where it is not set. Lines end in LF. Free with g_free(). */
char *nb_check_report_format (const NbReportData *data,
                              NbFindingList *findings,
                              const NbRegistry *registry,
                              NbDate today);

G_END_DECLS
