/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-certificate.h"
#include "nb-problem.h"
#include "nb-sign.h"

G_BEGIN_DECLS

struct _NbTrust
{
  X509_STORE *store;
  GPtrArray *given; /* of X509: what was given, each believed by itself */
  gboolean has_crls;
};

/* Whether @certificate is believed at the claimed @time: it was given itself, or a chain of given
 * certificates leads to it and no given revocation list names it. Its own validity is not asked
 * here: that is the verdict "in time". @trust may be NULL. @anchor (optional) receives the given
 * certificate that it is believed through; owned by the caller. */
gboolean nb_trust_check (NbTrust *trust,
                         const NbCertificate *certificate,
                         gint64 time,
                         NbCertificate **anchor,
                         NbProblem *problem);

G_END_DECLS
