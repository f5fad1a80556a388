/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report-data.h"

G_BEGIN_DECLS

/* The fingerprint of a sheet of paper: whoever holds it can ask whether it shows this version of a
 * report. An aid, not a proof: who has the report can make it, and 45 bits are no signature.
 *
 * The code to be read aloud is ten of the 32 characters 2 to 9, A to Z without I and O. Nine carry the
 * first 45 bits of the SHA-256 of
 *
 *     report digest LF page "/" pages LF text
 *
 * where the report digest is the lower-case hex SHA-256 of the exclusive canonical form of "fields", and
 * text is the page's text boxes in the order of the page list, joined by LF, without its foot and without
 * the mark of a draft. The tenth is a check character over the nine (a single wrong character and two
 * that changed places are always found), to which the report's key is added: five bits of the SHA-256 of
 * edition LF credit code (without one: name) LF year. So it also says, with one error in 32, whether a code that fits no page
 * of this version may come from another version of the same report. */
#define NB_PAGE_CODE_LENGTH 10

/* The key of @data: the same for all versions of a report of one institution and year. */
guint nb_page_code_get_key (const NbReportData *data);

/* Free with g_free(). */
char *nb_page_code_new (const char *digest, guint page, guint n_pages, const char *text, guint key);

/* The code in what somebody typed: lower case, full width, spaces and hyphens do not count. FALSE where
 * it is none. */
gboolean nb_page_code_read (const char *typed, char code[NB_PAGE_CODE_LENGTH + 1]);
/* The key for which the check character of @code is right. */
guint nb_page_code_get_key_of (const char *code);
/* As it is printed: 7K3M9-QPXRT. Free with g_free(). */
char *nb_page_code_format (const char *code);

/* What the QR code beside it says, in its alphanumeric mode, at most 90 characters:
 *
 *     NB1:credit code:year:edition.paper:page/pages:digest:code
 *
 * with - for what is not filled in, the revision of page.xml as paper, and the first 125 bits of the
 * report digest in the 32 characters. Without a credit code nothing but the key tells institutions apart:
 * whether a sheet that is not of this version is of this report is then a guess here too, wrong once in 32. */
#define NB_PAGE_PAYLOAD_LENGTH 90

typedef struct
{
  char *unit; /* credit code, "-" */
  char *year;
  char *paper; /* edition and revision of its paper */
  guint page;
  guint n_pages;
  char *digest; /* 25 characters */
  char code[NB_PAGE_CODE_LENGTH + 1];
} NbPagePayload;

/* What the payload of every page of @data says but for page, n_pages and code. */
NbPagePayload *nb_page_payload_new (const NbReportData *data, const char *digest);
void nb_page_payload_free (NbPagePayload *payload);
/* Free with g_free(). */
char *nb_page_payload_format (const NbPagePayload *payload);
/* NULL where @text is no payload. */
NbPagePayload *nb_page_payload_read (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPagePayload, nb_page_payload_free)

G_END_DECLS
