/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-font.h"

G_BEGIN_DECLS

/* The fonts that the four faces are drawn in: the one that a person has chosen, else the official one where it
 * is installed, else the print font; behind it whatever is installed. Belongs to one thread. */
typedef struct _NbFontChoice NbFontChoice;

NbFontChoice *nb_font_choice_new (void);
void nb_font_choice_free (NbFontChoice *choice);

/* From now on @family (nb_font_list_find(), not in vain) draws the faces of running text, Song, Fang-Song and Kai;
 * NULL: as at first. FALSE: as at first, for want of it. */
gboolean nb_font_choice_set_family (NbFontChoice *choice, const char *family);

/* The font that draws @face. Owned by @choice. */
NbFont *nb_font_choice_get_own (NbFontChoice *choice, const char *face);
/* The font that draws @c in @face where the face's own has no such character; NULL: none has it with
 * outlines. Owned by @choice. */
NbFont *nb_font_choice_get_substitute (NbFontChoice *choice, const char *face, gunichar c);

/* White space and what only says how to write: nothing is drawn for it. */
gboolean nb_font_choice_is_blank (gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbFontChoice, nb_font_choice_free)

G_END_DECLS
