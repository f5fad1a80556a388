/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-facts.h"
#include "nb-text-year.h"

G_BEGIN_DECLS

/* A text of last year that next year's report may take over, if the user asks for it. */
typedef struct
{
  const NbFieldDef *field; /* of the form of the report it is offered to */
  NbText *text;
  GArray *years; /* of NbYearMention: to be looked at by the user, never replaced unasked */
} NbOffer;

/* What the edition's table offers of @previous: the fields that are filled in, in the order of the
 * form. Array of NbOffer, free with g_ptr_array_unref(). */
GPtrArray *nb_report_data_list_offers (const NbReportData *previous);

/* The next year's report by the edition's table: closing to opening, year + 1, registered facts from
 * @facts (or NULL), else from @previous, and of what is offered the fields in @wanted (NULL-ended, or
 * NULL for none). The rest is empty: no opinion, answer, attachment or import record comes along. */
NbReportData *nb_report_data_roll_forward (const NbReportData *previous,
                                           const NbFacts *facts,
                                           const char *const *wanted);

G_END_DECLS
