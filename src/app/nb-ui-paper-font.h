/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The font that a person chose for the text of the paper (nb_painter_set_font()); "": none. Free with g_free(). */
char *nb_ui_paper_font_dup (void);
/* Lets @row choose it. The row and the setting follow each other. */
void nb_ui_paper_font_offer (AdwComboRow *row);
/* From now on it heads the fonts of style class "paper-face", on all screens. */
void nb_ui_paper_font_style (void);

G_END_DECLS
