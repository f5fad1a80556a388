/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on OpenSSL wipes whatever memory it frees: it does so by itself with most of what is secret, but
 * not with the buffers that private keys of elliptic curves are read from and written to. Only before
 * OpenSSL has taken any memory, else nothing changes (FALSE). */
gboolean nb_wipe_init (void);

G_END_DECLS
