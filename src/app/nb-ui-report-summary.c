/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-report-summary.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-finding-row.h"

void
nb_ui_report_summary_show (NbUiReview *review, GtkImage *icon, GtkLabel *words, GtkWidget *button)
{
  g_autofree char *summary = nb_ui_review_format_summary (review);
  g_autofree char *name = g_strdup_printf (_ ("Findings: %s"), summary);

  gtk_image_set_from_icon_name (icon,
                                nb_ui_finding_row_get_icon (nb_ui_review_get_gravest (review)));
  gtk_label_set_text (words, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
