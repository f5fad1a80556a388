/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-error.h"

G_BEGIN_DECLS

/* Whether @text can be a table as text at all. NB_ERROR_INVALID, saying what it is instead and what to
 * do, for an empty file, pictures, PDF, office documents, XML and HTML, UTF-16 and whatever else is no
 * UTF-8; NB_ERROR_REFUSED for one over the limit of size. */
gboolean nb_raw_kind_check (const char *text, gsize size, GError **error);

G_END_DECLS
