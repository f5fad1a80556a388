/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-certificate.h"
#include "nb-sign.h"
#include "nb-signature-policy.h"

G_BEGIN_DECLS

/* nb_verify() for a package that was parsed. @known (or NULL): a certificate that was read before. @before
 * (optional) receives what a next signer has before him; it is complete where the verdict is intact. */
NbVerdict *nb_verify_package (
    NbPackage *package, NbTrust *trust, gint64 now, NbCertificate *known, NbSigned *before);

G_END_DECLS
