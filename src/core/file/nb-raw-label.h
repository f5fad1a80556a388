/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form.h"
#include "nb-raw-table.h"

G_BEGIN_DECLS

/* What the words of one cell say. */

/* The field whose label the cell holds, or NULL. */
const NbFieldDef *nb_raw_label_lookup (const NbRawTable *table,
                                       const NbRawCell *cell,
                                       const NbForm *form,
                                       gboolean *official);

/* The label at the beginning of a cell in which its value follows: 从业人数 20, 住所：…, 开办资金170万元. Sets
 * where the label ends and where the value begins, in bytes of the table's text. NULL where there is
 * none. */
const NbFieldDef *nb_raw_label_lookup_glued (const NbRawTable *table,
                                             const NbRawCell *cell,
                                             const NbForm *form,
                                             gsize *label_end,
                                             gsize *value_start,
                                             gboolean *official);

/* Whether the cell holds words that the form prints, its title or a ruled line. */
gboolean nb_raw_label_is_heading (const NbRawTable *table,
                                  const NbRawCell *cell,
                                  const NbForm *form,
                                  GHashTable *headings);
/* The folded headings of the published table of @form. */
GHashTable *nb_raw_label_list_headings (const NbForm *form);

G_END_DECLS
