/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-portal.h"

gboolean
nb_ui_portal_has_field (const NbFieldDef *def)
{
  return def->published;
}

char *
nb_ui_portal_dup_text (NbUiDocument *document, const NbFieldDef *def)
{
  g_autoptr (NbReportData) data = nb_report_freeze (nb_ui_document_get_report (document));

  return nb_report_data_dup_canonical (data, def->id);
}

gboolean
nb_ui_portal_copy (GtkWidget *widget, NbUiDocument *document, const NbFieldDef *def)
{
  g_autofree char *text = nb_ui_portal_dup_text (document, def);

  if (*text == '\0')
    return FALSE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  return TRUE;
}
