/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report-data.h"

G_BEGIN_DECLS

/* The registered facts of one institution, as they stand on its 事业单位法人证书: the texts of those fields
 * that an edition marks so, and two periods that no field holds. Atomically counted; not changed any
 * more once it is shared. */
typedef struct _NbFacts NbFacts;

/* From one day to another; an end that is not set is open. */
typedef struct
{
  NbDate from;
  NbDate to;
} NbPeriod;

NbFacts *nb_facts_new (void);
/* What @data says, canonical. NB_ERROR_INVALID where a fact cannot be read or none is filled in. */
NbFacts *nb_facts_new_from_data (const NbReportData *data, GError **error);
NbFacts *nb_facts_ref (NbFacts *facts);
void nb_facts_unref (NbFacts *facts);

/* The text of @field with LF between paragraphs, NULL where the certificate does not have it.
 * Borrowed. Which fields there are is not asked: one that a form does not know does not concern it. */
const char *nb_facts_lookup (const NbFacts *facts, const char *field);
/* NULL or "" takes it out. */
void nb_facts_set (NbFacts *facts, const char *field, const char *text);

/* The term of office of the legal representative, and how long the certificate is valid; no date where
 * that is not known. */
NbPeriod nb_facts_get_term (const NbFacts *facts);
void nb_facts_set_term (NbFacts *facts, NbPeriod term);
NbPeriod nb_facts_get_validity (const NbFacts *facts);
void nb_facts_set_validity (NbFacts *facts, NbPeriod validity);

/* What tells one institution from another, by the types of @form: its first registered code, and its
 * first registered line, the name. NULL where they are not filled in. Borrowed. */
const char *nb_facts_lookup_code (const NbFacts *facts, NbForm *form);
const char *nb_facts_lookup_name (const NbFacts *facts, NbForm *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbFacts, nb_facts_unref)

G_END_DECLS
