/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-element-writer.h"

#include <glib/gi18n-lib.h>

#include "nb-xml-limits.h"
#include "nb-xml.h"

void
nb_element_writer_init (NbElementWriter *writer)
{
  *writer = (NbElementWriter){ .xml = g_string_new (NULL) };
}

void
nb_element_writer_clear (NbElementWriter *writer)
{
  if (writer->xml != NULL)
    g_string_free (g_steal_pointer (&writer->xml), TRUE);
  g_clear_error (&writer->error);
}

char *
nb_element_writer_finish (NbElementWriter *writer, GError **error)
{
  if (writer->xml->len > NB_LIMIT_FILE)
    nb_element_writer_fail (writer,
                            _ ("The report is larger than a report file may be (%u MiB). "
                               "Shorten its texts."),
                            NB_LIMIT_FILE / (1024 * 1024));
  if (writer->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&writer->error));
      return NULL;
    }
  return g_string_free (g_steal_pointer (&writer->xml), FALSE);
}

gboolean
nb_element_writer_failed (const NbElementWriter *writer)
{
  return writer->error != NULL;
}

void
nb_element_writer_fail (NbElementWriter *writer, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (writer->error != NULL)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  nb_error_set (&writer->error, NB_ERROR_INVALID, (NbPlace){ 0, 0 }, "%s", message);
}

/* Whether XML can hold all of @text; a fault if not. */
static gboolean
check_characters (NbElementWriter *writer, const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      nb_element_writer_fail (writer, _ ("A text of the report is not UTF-8 and cannot be saved."));
      return FALSE;
    }
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!nb_xml_is_char (g_utf8_get_char (c)))
      {
        nb_element_writer_fail (
            writer, _ ("The character U+%04X cannot be saved. Take it out of the text."),
            g_utf8_get_char (c));
        return FALSE;
      }
  return TRUE;
}

void
nb_element_writer_begin (NbElementWriter *writer, const char *name)
{
  writer->tag = writer->xml->len;
  g_string_append_c (writer->xml, '<');
  g_string_append (writer->xml, name);
  if (++writer->n_elements > NB_LIMIT_ELEMENTS)
    nb_element_writer_fail (
        writer,
        _ ("The report has more than %u paragraphs and cells, more than a report "
           "file may have. Join some of its paragraphs."),
        NB_LIMIT_ELEMENTS);
}

void
nb_element_writer_attribute (NbElementWriter *writer, const char *name, const char *value)
{
  if (value != NULL && check_characters (writer, value))
    nb_xml_append_attribute (writer->xml, name, value);
}

static void
end_start_tag (NbElementWriter *writer, const char *end)
{
  g_string_append (writer->xml, end);
  if (writer->xml->len - writer->tag > NB_LIMIT_START_TAG)
    nb_element_writer_fail (writer, _ ("A name or value is longer than a report file may hold. "
                                       "Shorten it."));
}

void
nb_element_writer_open (NbElementWriter *writer)
{
  end_start_tag (writer, ">");
}

void
nb_element_writer_empty (NbElementWriter *writer)
{
  end_start_tag (writer, "/>");
}

void
nb_element_writer_text (NbElementWriter *writer, const char *text)
{
  if (check_characters (writer, text))
    nb_xml_append_text (writer->xml, text);
}

void
nb_element_writer_close (NbElementWriter *writer, const char *name)
{
  g_string_append (writer->xml, "</");
  g_string_append (writer->xml, name);
  g_string_append_c (writer->xml, '>');
}

void
nb_element_writer_break_line (NbElementWriter *writer)
{
  g_string_append_c (writer->xml, '\n');
}

void
nb_element_writer_simple (NbElementWriter *writer, const char *name, const char *text)
{
  nb_element_writer_begin (writer, name);
  if (text == NULL || *text == '\0')
    {
      nb_element_writer_empty (writer);
      return;
    }
  nb_element_writer_open (writer);
  nb_element_writer_text (writer, text);
  nb_element_writer_close (writer, name);
}
