/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page-list.h"

G_BEGIN_DECLS

/* The fields of the edition in @folder ("data/forms/9999", from the source folder of the tests) with
 * the paper in the file @page, or its own where that is NULL. Its rules have no part in paper. */
NbForm *page_fixture_load (const char *folder, const char *page);

/* A report of the lines "field=text" in @lines; a line that begins with a space goes on with a new
 * paragraph of the field before it. "opinion=sentence|person|date" is the sponsor's review. */
NbReportData *page_fixture_report (NbForm *form, const char *lines);

/* @data laid out without a registry and without fingerprints. */
NbPageList *page_fixture_layout (const NbReportData *data, NbCopy copy, gboolean draft);

/* The contents of a file of the tests. */
char *page_fixture_read (const char *path);

G_END_DECLS
