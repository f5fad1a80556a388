/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* An input method inside the test's own process, which composes what the test says. */

/* Before GTK is asked for the first time: makes it the one that GTK will ask for. */
void scripted_input_choose (void);
/* After GTK was initialised. */
void scripted_input_install (void);

/* A composition shows @text, opened where none is; the one that has the focus. */
void scripted_input_compose (const char *text);
/* It ends in @text. */
void scripted_input_commit (const char *text);
/* What is being composed, NULL for nothing. */
const char *scripted_input_get (void);
/* How often the program broke a composition off. */
guint scripted_input_count_resets (void);
