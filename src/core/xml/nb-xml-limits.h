/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Every limit on untrusted input, in one place. */

#define NB_LIMIT_FILE       (64u * 1024 * 1024) /* bytes of any file that is read */
#define NB_LIMIT_DEPTH      64                  /* elements inside elements */
#define NB_LIMIT_ATTRIBUTES 64           /* on one element, namespace declarations included */
#define NB_LIMIT_ELEMENTS   300000       /* in one document */
#define NB_LIMIT_START_TAG  (64u * 1024) /* bytes of one start tag */
#define NB_LIMIT_HTML_DEPTH 256          /* elements inside elements of a page */
#define NB_LIMIT_MEMBERS    10000        /* files in an office document */
#define NB_LIMIT_LINE       4000         /* code points in a field of any type but long */
#define NB_LIMIT_TABLE      50000        /* rows and cells of an imported table */

/* Of a PDF that is verified, and of the process that reads it. */
#define NB_LIMIT_PDF_PAGES   2000
#define NB_LIMIT_PDF_MEMORY  (1024ul * 1024 * 1024) /* bytes of address space */
#define NB_LIMIT_PDF_SECONDS 30                     /* of processor time */
