/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form.h"

G_BEGIN_DECLS

/* For the tests of this room: the definition files of the source tree. */

/* The bytes of a file under the source folder of the tests; the test fails where there is none. */
GBytes *test_read (const char *path);

/* Loads the edition in @folder ("data/forms/9999", "../data/forms/2014"); any check that its rules
 * name is taken as registered: which ones exist is the business of the room "check". */
NbForm *test_load_edition (const char *folder);

/* A catalog of the editions in @folders and of the registries in @registries (folders too), both
 * NULL-ended, not closed yet. */
NbCatalog *test_load_catalog (const char *const *folders, const char *const *registries);

/* The names of all checks that @text, a rules or registry file, names. Free with g_strfreev(). */
char **test_list_checks (const char *text);

/* The names in a folder, sorted. Free with g_strfreev(). */
char **test_list_folder (const char *path);

/* "fields.xml:12:3: sentence" as an error is shown: its place stands behind the file's name. */
char *test_format_error (const GError *error);

G_END_DECLS
