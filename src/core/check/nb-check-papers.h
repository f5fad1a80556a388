/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-checker.h"

G_BEGIN_DECLS

typedef enum
{
  NB_PAPER_NEEDED,     /* the filing is not complete without it */
  NB_PAPER_PERHAPS,    /* in the case that NbPaper.when names, which the report does not tell */
  NB_PAPER_NOT_NEEDED, /* the report tells that the case is not there */
} NbPaperNeed;

/* A paper of the filing and what is attached of it. */
typedef struct
{
  const char *kind;
  const NbPaper *paper; /* NULL: attached, but not known to the registry */
  NbPaperNeed need;
  GPtrArray *attachments; /* of NbAttachment, borrowed from the data */
} NbPaperState;

/* The papers that this case needs, as the registry of @context lists them, then what else is attached.
 * Which case it is, is told by the parameters of the rule whose check is "papers": a kind of paper and
 * "filled FIELD" (something stands there that is not the word for nothing) or "term-ended" (of the legal
 * representative, by the certificate). Array of NbPaperState, free with g_ptr_array_unref(). Texts are
 * borrowed from registry and data. */
GPtrArray *nb_check_list_papers (const NbReportData *data, const NbCheckContext *context);

G_END_DECLS
