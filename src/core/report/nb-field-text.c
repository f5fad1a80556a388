/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-data-private.h"

#include <glib/gi18n-lib.h>

#include "nb-xml-limits.h"
#include "nb-xml.h"

static const NbPlace nowhere = { 0, 0 };

/* The first character of @text, which is UTF-8, that no field can hold; NULL: there is none. Every text goes
 * through here, so that bytes are passed which cannot begin one: what XML refuses are control characters,
 * and U+FFFE and U+FFFF. */
static const char *
find_refused (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (((guchar) *c < 0x20 || (guchar) *c == 0xEF)
        && (*c == '\r' || !nb_xml_is_char (g_utf8_get_char (c))))
      return c;
  return NULL;
}

gboolean
nb_field_characters_check (const char *label, const char *text, NbErrorCode code, GError **error)
{
  const char *refused;

  if (!g_utf8_validate (text, -1, NULL))
    {
      nb_error_set (error, code, nowhere, _ ("The text for “%s” is not UTF-8."), label);
      return FALSE;
    }
  refused = find_refused (text);
  if (refused != NULL)
    {
      nb_error_set (error, code, nowhere,
                    _ ("“%s” cannot hold the character U+%04X. Leave it out."), label,
                    g_utf8_get_char (refused));
      return FALSE;
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
    if (!nb_field_characters_check (def->label, nb_text_get_paragraph (text, i)->text, code, error))
      return FALSE;
  return def->type == NB_FIELD_LONG || check_line (def, text, code, error);
}
