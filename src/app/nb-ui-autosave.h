/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-document.h"
#include "nb-ui-draft.h"

G_BEGIN_DECLS

/* Keeps a draft of a document's unsaved changes, every few seconds while it changes, as the settings say;
 * the draft goes when the changes are saved or the document is let go. Knows no widget. */
#define NB_UI_TYPE_AUTOSAVE (nb_ui_autosave_get_type ())
G_DECLARE_FINAL_TYPE (NbUiAutosave, nb_ui_autosave, NB_UI, AUTOSAVE, GObject)

NbUiAutosave *nb_ui_autosave_new (NbUiDocument *document);
/* The document holds what @draft, which a process left, holds: from now on it is kept there. */
void nb_ui_autosave_adopt (NbUiAutosave *autosave, NbUiDraft *draft);
/* The document is not wanted any more (saved, or thrown away): ends keeping, removes the draft. Whoever
 * drops an autosave without this leaves the draft for the next start. */
void nb_ui_autosave_end (NbUiAutosave *autosave);

G_END_DECLS
