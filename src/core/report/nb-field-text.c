/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-data-private.h"

#include <glib/gi18n-lib.h>

#include "nb-xml-limits.h"
#include "nb-xml.h"

static const NbPlace nowhere = { 0, 0 };

gboolean
nb_field_characters_check (const NbFieldDef *def,
                           const char *text,
                           NbErrorCode code,
                           GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      nb_error_set (error, code, nowhere, _ ("The text for “%s” is not UTF-8."), def->label);
      return FALSE;
    }
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\r' || !nb_xml_is_char (character))
        {
          nb_error_set (error, code, nowhere,
                        _ ("“%s” cannot hold the character U+%04X. Leave it out."), def->label,
                        character);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_line (const NbFieldDef *def, const NbText *text, NbErrorCode code, GError **error)
{
  if (nb_text_get_n_paragraphs (text) > 1)
    {
      nb_error_set (error, code, nowhere, _ ("“%s” is one line and cannot hold a line break."),
                    def->label);
      return FALSE;
    }
  if (nb_text_get_paragraph (text, 0)->length > NB_LIMIT_LINE)
    {
      nb_error_set (error, code, nowhere, _ ("“%s” cannot hold more than %d characters."),
                    def->label, NB_LIMIT_LINE);
      return FALSE;
    }
  return TRUE;
}

gboolean
nb_field_text_check (const NbFieldDef *def, const NbText *text, NbErrorCode code, GError **error)
{
  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    if (!nb_field_characters_check (def, nb_text_get_paragraph (text, i)->text, code, error))
      return FALSE;
  return def->type == NB_FIELD_LONG || check_line (def, text, code, error);
}
