/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define BYTES_PER_KILOBYTE 1024

static gboolean
is_image (const char *name)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* Pictures small enough for the registry's system (R65). */
void
nb_check_image_size (NbCheck *check)
{
  const char *limit = nb_rule_def_get_parameter (check->rule, "kilobytes");
  gint64 kilobytes = limit != NULL ? g_ascii_strtoll (limit, NULL, 10) : 0;

  for (guint i = 0; kilobytes > 0 && i < nb_report_data_get_n_attachments (check->data); i++)
    {
      const NbAttachment *attachment = nb_report_data_get_attachment (check->data, i);
      g_autofree char *size = NULL;
      g_autofree char *subject = NULL;

      if (!is_image (attachment->name) || attachment->size <= kilobytes * BYTES_PER_KILOBYTE)
        continue;
      size = g_strdup_printf ("%" G_GINT64_FORMAT,
                              (attachment->size + BYTES_PER_KILOBYTE - 1) / BYTES_PER_KILOBYTE);
      subject = g_strjoin ("\n", attachment->kind, attachment->name, attachment->sha256, NULL);
      nb_check_add_about (
          check, subject,
          g_strdup_printf (_ ("“%s” has %s KB. Pictures of more than %s KB are not taken; "
                              "make it smaller."),
                           attachment->name, size, limit));
    }
}
