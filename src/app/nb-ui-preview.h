/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-text-edit.h"

G_BEGIN_DECLS

/* What was chosen to be done is done. */
typedef void (*NbUiPreviewApply) (void *data);

/* Shows what a change would do, before and after, place by place, and asks whether it shall be made. @previews:
 * of NbEditPreview. @data is freed with @free_data after @apply was called or not. */
void nb_ui_preview_ask (GtkWidget *parent,
                        const char *heading,
                        const char *apply_label,
                        const GPtrArray *previews,
                        NbUiPreviewApply apply,
                        void *data,
                        GDestroyNotify free_data);

G_END_DECLS
