/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report.h"

G_BEGIN_DECLS

/* Carry out and take note of what the public functions have checked. */
void nb_report_do_splice (
    NbReport *report, const NbFieldDef *def, NbPosition from, NbPosition to, const char *text);
void nb_report_do_frame (NbReport *report, NbReportData *frame);
/* A builder on what the report has besides the texts of its fields. */
NbReportDataBuilder *nb_report_begin_frame (NbReport *report);

G_END_DECLS
