/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form.h"
#include "nb-raw-table.h"

G_BEGIN_DECLS

/* Finds out what each cell of @table is: which fields' labels and values there are. Takes cells apart in
 * which a label and its value are glued, and joins the lines of a long text that was broken over
 * several. Returns the fields whose labels were found, in the order of the table: an array of borrowed
 * NbFieldDef, free with g_ptr_array_unref(). */
GPtrArray *nb_raw_table_assign_roles (NbRawTable *table, const NbForm *form);

G_END_DECLS
