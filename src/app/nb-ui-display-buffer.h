/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-text.h"
#include "nb-ui-display-breaks.h"

G_BEGIN_DECLS

/* A text buffer with display breaks in it. Whoever follows the buffer's signals leaves alone what happens
 * while nb_ui_display_buffer_is_changing(): then nothing of the text changes that is not changed elsewhere. */
typedef struct _NbUiDisplayBuffer NbUiDisplayBuffer;

NbUiDisplayBuffer *nb_ui_display_buffer_new (void);
void nb_ui_display_buffer_free (NbUiDisplayBuffer *self);
GtkTextBuffer *nb_ui_display_buffer_get_buffer (NbUiDisplayBuffer *self); /* borrowed */
gboolean nb_ui_display_buffer_is_changing (NbUiDisplayBuffer *self);

/* The offset in the text, without the breaks. */
guint nb_ui_display_buffer_to_text (NbUiDisplayBuffer *self, const GtkTextIter *iter);
/* Behind a break where there is one. */
void nb_ui_display_buffer_get_iter (NbUiDisplayBuffer *self, guint text_offset, GtkTextIter *out);

/* Inserts @text in "insert-text", broken where it must be, and revalidates @where. FALSE where the handler of
 * the class can insert it as it is. */
gboolean
nb_ui_display_buffer_insert (NbUiDisplayBuffer *self, GtkTextIter *where, const char *text);
/* An end of a paragraph will stand at @where: it takes the place of a break there. */
void nb_ui_display_buffer_drop_break (NbUiDisplayBuffer *self, GtkTextIter *where);
/* In "delete-range": whoever deletes a break means the character on its other side, and what leaves an empty
 * line on the screen takes its break with it. Returns whether the range grew. */
gboolean
nb_ui_display_buffer_grow_deletion (NbUiDisplayBuffer *self, GtkTextIter *start, GtkTextIter *end);
/* The class will delete that range. */
void nb_ui_display_buffer_note_deletion (NbUiDisplayBuffer *self,
                                         const GtkTextIter *start,
                                         const GtkTextIter *end);

/* Puts @text in the place of what stands from one offset of the text to another, where there are no breaks. */
void nb_ui_display_buffer_replace (NbUiDisplayBuffer *self,
                                   GtkTextIter *start,
                                   GtkTextIter *end,
                                   const char *text);
/* Takes the breaks in [@from, @to) of the buffer out; returns how many there were. */
guint nb_ui_display_buffer_join (NbUiDisplayBuffer *self, guint from, guint to);
/* Breaks the paragraphs @first to @last of @text, which have no breaks, where they need some. */
void
nb_ui_display_buffer_break (NbUiDisplayBuffer *self, const NbText *text, guint first, guint last);
/* Paragraph @index of @text is one line again where it became short enough for that. */
void nb_ui_display_buffer_tidy (NbUiDisplayBuffer *self, const NbText *text, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbUiDisplayBuffer, nb_ui_display_buffer_free)

G_END_DECLS
