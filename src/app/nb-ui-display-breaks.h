/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a paragraph that is too long to be laid out at once is broken on the screen only. What Pango does for
 * one line of a text view grows with the length of the line at every key, and with its square where nothing
 * in it can be broken (300 KB of base64: 32 s). So the buffer holds a CR, which no report can hold, after so
 * many characters; these offsets tell where. Offsets in characters: "text" ones are the report's, "shown" ones
 * the buffer's, in which each break counts as one. */
#define NB_UI_DISPLAY_BREAK      "\r"
#define NB_UI_DISPLAY_BREAK_CHAR '\r'
/* No line on the screen has more characters than this, and where there is no place to break one in so many
 * that Pango would try, not more than the second. */
#define NB_UI_DISPLAY_LINE 4000
#define NB_UI_DISPLAY_RUN  500

typedef struct _NbUiDisplayBreaks NbUiDisplayBreaks;

NbUiDisplayBreaks *nb_ui_display_breaks_new (void);
void nb_ui_display_breaks_free (NbUiDisplayBreaks *breaks);

/* Right behind a break where there is one. */
guint nb_ui_display_breaks_to_shown (const NbUiDisplayBreaks *breaks, guint text_offset);
guint nb_ui_display_breaks_to_text (const NbUiDisplayBreaks *breaks, guint shown_offset);

/* The buffer has a break before the character at @text_offset now. */
void nb_ui_display_breaks_add (NbUiDisplayBreaks *breaks, guint text_offset);
/* The breaks whose places in the buffer are in [@shown_start, @shown_end) are gone; returns how many. */
guint nb_ui_display_breaks_remove (NbUiDisplayBreaks *breaks, guint shown_start, guint shown_end);
/* At @shown_start in the buffer @removed characters of the text became @inserted. Breaks among the removed ones
 * are gone already. */
void nb_ui_display_breaks_move (NbUiDisplayBreaks *breaks,
                                guint shown_start,
                                guint removed,
                                guint inserted);
/* The shown offset of the last break in [@shown_start, @shown_end); FALSE: there is none. */
gboolean nb_ui_display_breaks_find_last (const NbUiDisplayBreaks *breaks,
                                         guint shown_start,
                                         guint shown_end,
                                         guint *shown);

/* Where @text (UTF-8; LF divides paragraphs) must be broken when @before characters of its first line on the
 * screen stand before it: array of guint, offsets in @text. Free with g_array_unref(). */
GArray *nb_ui_display_breaks_list (const char *text, guint before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbUiDisplayBreaks, nb_ui_display_breaks_free)

G_END_DECLS
