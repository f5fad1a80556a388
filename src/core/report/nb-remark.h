/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form.h"

G_BEGIN_DECLS

/* One point of what a registry remarked, as it was written. */
typedef struct
{
  char *text;
  const NbFieldDef
      *field; /* the one that it names first, by its label or another name of it; or NULL */
} NbRemark;

/* The points of @remark: a line, or what stands between semicolons, each. Array of NbRemark, free with
 * g_ptr_array_unref(). */
GPtrArray *nb_remark_list (const char *remark, NbForm *form);

G_END_DECLS
