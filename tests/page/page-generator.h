/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report-data.h"

G_BEGIN_DECLS

/* Tests that walk over generated reports walk over the same ones. */
#define PAGE_SEED      20230331
#define PAGE_N_REPORTS 200

/* A report of @form full of what is hard to set: brackets, long figures, addresses, marks without width,
 * empty fields and long ones. */
NbReportData *page_generate_report (GRand *random, NbForm *form);

G_END_DECLS
