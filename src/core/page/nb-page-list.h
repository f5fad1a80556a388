/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report-data.h"

G_BEGIN_DECLS

/* Pages as immutable boxes in whole micrometres from the top left corner of the sheet; computed without any
 * font. Atomically counted. */
typedef struct _NbPageList NbPageList;

typedef struct
{
  int x, y, width, height; /* µm */
} NbRect;

typedef struct
{
  enum
  {
    NB_PAGE_RULE, /* a filled line */
    NB_PAGE_TEXT, /* one run of text on one line */
    NB_PAGE_CODE, /* a QR code, its quiet zone inside the box */
  } kind;
  NbRect rect;
  char *text; /* UTF-8, without line break; of a code what it says */
  /* text only: */
  const char *face;  /* "song" "hei" "kai" "fang" */
  int size;          /* em, µm */
  int baseline;      /* y of the baseline, µm */
  gboolean vertical; /* set from top to bottom */
  gboolean draft;    /* the 草稿 across the page */
  const char *field; /* whose value it is, or NULL */
  guint paragraph;   /* place in the field */
  guint start;
} NbPageBox;

/* The room that a field has on a sheet: the cell or the printed line of its value, or those of its label. */
typedef struct
{
  NbRect rect;
  const char *field;
  gboolean value; /* not the label alone */
} NbPageArea;

/* A finding as the review copy prints it, in the words of the interface. */
typedef struct
{
  char *severity;
  char *field;   /* label, or "" for the report as a whole */
  char *excerpt; /* the words that it is about, quoted, or "" */
  char *message;
  char *authority;
  char *answer; /* or "" */
} NbPageNote;

typedef struct
{
  NbCopy copy;
  const NbRegistry
      *registry;      /* its sentences are pre-printed where the form has room for one; or NULL */
  gboolean for_pen;   /* leave that room blank */
  gboolean draft;     /* 草稿 stands on every sheet */
  const char *digest; /* of the report (nb-page-code.h): fingerprints stand in the feet; or NULL */
  const GPtrArray *notes; /* of NbPageNote, for the review copy; or NULL */
} NbPageOptions;

/* Lays @data out; the blank copy has none of it, only the form. */
NbPageList *nb_page_layout (const NbReportData *data, const NbPageOptions *options);
NbPageList *nb_page_list_ref (NbPageList *list);
void nb_page_list_unref (NbPageList *list);

guint nb_page_list_get_n_pages (const NbPageList *list);
/* The sheet's size, µm. */
void nb_page_list_get_size (const NbPageList *list, guint page, int *width, int *height);
guint nb_page_list_get_n_boxes (const NbPageList *list, guint page);
const NbPageBox *nb_page_list_get_box (const NbPageList *list, guint page, guint index);
/* Areas lie apart from each other, or a smaller one comes before the one that it lies in. */
guint nb_page_list_get_n_areas (const NbPageList *list, guint page);
const NbPageArea *nb_page_list_get_area (const NbPageList *list, guint page, guint index);
/* The fingerprint of @page, NULL where none was asked for. */
const char *nb_page_list_get_code (const NbPageList *list, guint page);
const char *
nb_page_list_get_title (const NbPageList *list); /* for the PDF: report title, name, year */

/* The texts of @page so far, joined by LF, without the mark of a draft. Free with g_free(). */
char *nb_page_list_dup_text (const NbPageList *list, guint page);

/* The page list as lines of text, for golden tests. Free with g_free(). */
char *nb_page_list_dump (const NbPageList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPageList, nb_page_list_unref)

G_END_DECLS
