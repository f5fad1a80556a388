/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* What last year's report says of a field, and a button that takes it over; invisible while no report of
 * last year is known or it says nothing there. Ancestors get the action "field.take-over". */
#define NB_UI_TYPE_LAST_YEAR (nb_ui_last_year_get_type ())
G_DECLARE_FINAL_TYPE (NbUiLastYear, nb_ui_last_year, NB_UI, LAST_YEAR, GtkWidget)

/* Signal "changed" (). */
void
nb_ui_last_year_set_field (NbUiLastYear *last_year, NbUiDocument *document, const NbFieldDef *def);
/* What would be taken over (borrowed); NULL where nothing is, because nothing is known, because it stands
 * there already, or because the form says that the field begins anew every year. */
const char *nb_ui_last_year_get_offer (NbUiLastYear *last_year);
/* "Last year: 51.20", NULL where nothing is known (borrowed). */
const char *nb_ui_last_year_get_words (NbUiLastYear *last_year);

G_END_DECLS
