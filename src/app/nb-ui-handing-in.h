/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-handing-in.h"
#include "nb-ui-document.h"

G_BEGIN_DECLS

/* How far a document has got on its way to the registry: what its file says (signatures, the registry's result), and
 * what is kept of it here. Belongs to the document, which must not be gone.
 *
 * Signal "changed" (): a step, a mark or a point of a remark. */
#define NB_UI_TYPE_HANDING_IN (nb_ui_handing_in_get_type ())
G_DECLARE_FINAL_TYPE (NbUiHandingIn, nb_ui_handing_in, NB_UI, HANDING_IN, GObject)

NbUiHandingIn *nb_ui_handing_in_new (NbUiDocument *document);

typedef enum
{
  NB_UI_STEP_OPEN,
  NB_UI_STEP_DONE,
  NB_UI_STEP_STALE, /* with another version of the report */
  NB_UI_STEP_FILED, /* the file says so: it cannot be set by hand */
} NbUiStepState;
/* @day: when, not set where it is open. */
NbUiStepState nb_ui_handing_in_get_step (NbUiHandingIn *handing_in, NbStep step, NbDate *day);
/* It was done on @day; not set: it was not done. A failure to keep that is a remark of the document. */
void nb_ui_handing_in_set_step (NbUiHandingIn *handing_in, NbStep step, NbDate day);
/* It was done now, with the report as it is. */
void nb_ui_handing_in_note (NbUiHandingIn *handing_in, NbStep step);
/* Whether the registry accepted the report, as its file says. */
gboolean nb_ui_handing_in_is_accepted (NbUiHandingIn *handing_in);

/* The last day for filing; not set where nobody knows. @days: how many are left, below 0 when it is past. */
NbDate nb_ui_handing_in_get_deadline (NbUiHandingIn *handing_in, int *days);

/* When the text of @field, as it is now or (@stale) as it was, was copied into the portal. */
NbDate
nb_ui_handing_in_get_copied (NbUiHandingIn *handing_in, const NbFieldDef *field, gboolean *stale);
void nb_ui_handing_in_note_copied (NbUiHandingIn *handing_in, const NbFieldDef *field);

/* What the registry said when it returned this revision of the report or an earlier one: array of NbRemark, empty
 * where it did not. Free with g_ptr_array_unref(). */
GPtrArray *nb_ui_handing_in_list_remarks (NbUiHandingIn *handing_in);
gboolean nb_ui_handing_in_is_done (NbUiHandingIn *handing_in, const char *remark);
void nb_ui_handing_in_set_done (NbUiHandingIn *handing_in, const char *remark, gboolean done);

/* Whether somebody has proved the number in @field that is known by @key. */
gboolean nb_ui_handing_in_is_proved (NbUiHandingIn *handing_in, const char *field, const char *key);
void nb_ui_handing_in_set_proved (NbUiHandingIn *handing_in,
                                  const char *field,
                                  const char *key,
                                  gboolean proved);

G_END_DECLS
