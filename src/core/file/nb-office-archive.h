/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-error.h"

G_BEGIN_DECLS

/* Reads those members of the ZIP archive @bytes whose names are among @names (NULL-ended; one that ends in "/" stands
 * for all files right below it): name -> GBytes, free with g_hash_table_unref(). Together they may have NB_LIMIT_FILE
 * bytes, unpacked, and the archive NB_LIMIT_MEMBERS members: NB_ERROR_REFUSED beyond that, whatever the
 * archive says of itself. NB_ERROR_INVALID for a damaged one. */
GHashTable *nb_office_archive_read (GBytes *bytes, const char *const *names, GError **error);

G_END_DECLS
