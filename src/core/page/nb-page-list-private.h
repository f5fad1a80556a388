/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page-list.h"
#include "nb-text-break.h"

G_BEGIN_DECLS

/* A sheet of paper while it is filled, and for ever after. */
typedef struct
{
  const NbBoxDef *page;
  GArray *boxes; /* of NbPageBox */
  GArray *areas; /* of NbPageArea */
  char *code;    /* its fingerprint, or NULL */
} NbSheet;

struct _NbPageList
{
  gatomicrefcount references;
  NbForm *form; /* faces and field ids of boxes and areas are its strings */
  NbMetrics *metrics;
  GArray *sheets; /* of NbSheet */
  char *title;
  char *author;
};

/* An empty list with the metric table of the edition of @data, and its title and author. */
NbPageList *nb_page_list_new (const NbReportData *data);
/* A further sheet of @page; borrowed until the next one. */
NbSheet *nb_page_list_add_sheet (NbPageList *list, const NbBoxDef *page);

/* The widths that the layout reckoned with: the painter puts every character where they say. */
const NbMetrics *nb_page_list_get_metrics (const NbPageList *list);
/* The institution, "" where it is not filled in. */
const char *nb_page_list_get_author (const NbPageList *list);

G_END_DECLS
