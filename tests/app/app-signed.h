/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

/* Who signs as the legal representative in tests. */
#define APP_SIGNER "方砚秋"

/* The report of the fixture without errors, signed by its legal representative with a key made for it, from
 * yesterday on; then by the registry with @registration (from nb_job_format_registration()), NULL: not. */
GBytes *app_sign (AppFixture *fixture, const char *registration);
/* Puts @bytes into a file of the fixture's folder; its path, free with g_free(). */
char *app_write (AppFixture *fixture, const char *name, GBytes *bytes);
/* The printed form of the report as it is now, with @bytes in it (NULL: nothing); its path, free with g_free(). */
char *app_print_form (AppFixture *fixture, GBytes *bytes);
