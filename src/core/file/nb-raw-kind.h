/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-error.h"

G_BEGIN_DECLS

/* Whether @bytes can hold a table that we read. NB_ERROR_INVALID, saying what it is instead and what to do, for
 * pictures, PDF and old office documents; NB_ERROR_REFUSED for what is over the limit of size. */
gboolean nb_raw_kind_check (GBytes *bytes, GError **error);
/* A .docx or .xlsx file, or another archive. */
gboolean nb_raw_kind_is_office (GBytes *bytes);

typedef enum
{
  NB_RAW_TEXT_EMPTY,
  NB_RAW_TEXT_TABLE, /* with separators */
  NB_RAW_TEXT_HTML,
  NB_RAW_TEXT_REPORT, /* one of our own files */
  NB_RAW_TEXT_XML,    /* another XML file */
} NbRawText;
/* What @text (UTF-8) is; @start receives where the HTML or XML in it begins. */
NbRawText nb_raw_kind_of_text (const char *text, gsize size, gsize *start);

G_END_DECLS
