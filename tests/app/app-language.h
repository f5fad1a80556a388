/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Everything visible in @window fits: no text is cut or shortened, nothing sticks out at a side; and every text of
 * the program is in the brackets ⟦⟧ in which pseudo.py puts what is translated. Says each fault, and fails at the
 * end of the test. @where: for the message. */
void app_assert_language (GtkWidget *window, const char *where);
/* Whether every text in @window that is shown has got a place. */
gboolean app_is_laid_out (GtkWidget *window);
/* What makes @window as wide as it must be at least: its widest child, that one's, and so on. Free with g_free(). */
char *app_describe_widest (GtkWidget *window);
