/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-identity.h"
#include "nb-signature-policy.h"

G_BEGIN_DECLS

/* A new ds:Signature, XAdES-B-B, as text: what @identity signs as @role at the claimed time @now
 * (seconds since 1970) after @before, whose parts and values may stand in any document. Its place is
 * behind the values of @before. Asks nothing of policy. NB_ERROR_ARGUMENT where a part is missing,
 * NB_ERROR_KEY. Free with g_free(). */
char *nb_signature_write (
    NbIdentity *identity, NbRole role, const NbSigned *before, gint64 now, GError **error);

G_END_DECLS
