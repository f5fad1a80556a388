/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-page-list.h"

G_BEGIN_DECLS

/* A printing of @pages by the system: A4, the form's own margins and no others, on both sides of the sheet if
 * @two_sided; drawn by the painter of the screen and of the PDF. Page ranges, copies and the printer are asked for
 * by the system's dialog. Owned. */
GtkPrintOperation *
nb_ui_print_operation_new (NbPageList *pages, const char *name, gboolean two_sided);

G_END_DECLS
