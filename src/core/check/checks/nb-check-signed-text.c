/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* Scans of the signed paper (attachments of the kind "paper") that were attached before the text was changed. */
static void
check_scans (NbCheck *check)
{
  const char *kind = nb_rule_def_get_parameter (check->rule, "paper");
  g_autofree char *content = NULL;

  for (guint i = 0; i < nb_report_data_get_n_attachments (check->data); i++)
    {
      const NbAttachment *scan = nb_report_data_get_attachment (check->data, i);

      if (g_strcmp0 (scan->kind, kind) != 0 || scan->content == NULL)
        continue;
      if (content == NULL)
        content = nb_report_data_dup_content (check->data);
      if (!g_str_equal (scan->content, content))
        nb_check_add_about (
            check, scan->sha256,
            g_strdup_printf (
                _ ("The report was changed after “%s” was attached. Print it again, have it "
                   "signed and sealed, and attach that."),
                scan->name));
    }
}

/* What was signed, in the file or on paper, is no longer what stands there (R63). */
void
nb_check_signed_text (NbCheck *check)
{
  if (check->context->signature_broken)
    nb_check_add_about (
        check, "changed",
        g_strdup (_ ("The report was changed after it was signed: a signature does not fit "
                     "the text. Revise it, print it again and have it signed again.")));
  check_scans (check);
}
