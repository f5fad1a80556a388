/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "nb-field-def.h"
#include "nb-text.h"
#include "nb-value.h"

G_BEGIN_DECLS

/* One field of a report: an item of the NbReport list. Read-only here: every change goes through
 * nb_report_splice() and its wrappers. Property "text" (string, read-only) notifies. */
#define NB_TYPE_FIELD (nb_field_get_type ())
G_DECLARE_FINAL_TYPE (NbField, nb_field, NB, FIELD, GObject)

const NbFieldDef *nb_field_get_def (NbField *field);
NbText *nb_field_get_text (NbField *field);         /* borrowed */
const NbValue *nb_field_get_value (NbField *field); /* borrowed, until the next change */
char *nb_field_dup_string (NbField *field);         /* paragraphs joined by LF */

G_END_DECLS
