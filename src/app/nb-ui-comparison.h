/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-report-data.h"

G_BEGIN_DECLS

/* Shows where two versions of a report differ, field by field: what differs and a little of what stands
 * round it. @a_name and @b_name say in a word which version is which. Both are of one form. @introduction stands
 * above and is scrolled with it, so that large text leaves room for the buttons of the dialog round it. */
GtkWidget *nb_ui_comparison_new (const char *introduction,
                                 const NbReportData *a,
                                 const char *a_name,
                                 const NbReportData *b,
                                 const char *b_name);

/* @text as markup, what of it differs from @other in bold. Free with g_free(). */
char *nb_ui_comparison_mark (const char *text, const char *other);

G_END_DECLS
