/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report-file.h"
#include "nb-table.h"

G_BEGIN_DECLS

/* What the tests of this room share: the edition in use without its rules, in a catalog of its own. All
 * borrowed, made on first use. */
NbCatalog *file_fixture_catalog (void);
NbForm *file_fixture_form (void);
NbSchema *file_fixture_schema (void);

/* A file below tests/, which must be there. */
GBytes *file_fixture_read (const char *path);
/* @bytes read as a report file. */
NbReportData *file_fixture_load (GBytes *bytes, GError **error);

/* Adds a test for each file in tests/@folder that ends in @suffix; @test gets its path. */
void file_fixture_add_cases (const char *folder, const char *suffix, GTestDataFunc test);
/* @seen must be what stands in the file @path. */
void file_fixture_assert_file (const char *path, const char *seen);
/* "invalid 3:7 sentence" */
char *file_fixture_describe_error (const GError *error);

G_END_DECLS
