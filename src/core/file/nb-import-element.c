/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-import-element.h"

#include <glib/gi18n-lib.h>

#include "nb-plain-type.h"

static gboolean
is_field (const NbForm *form, const char *id)
{
  return id == NULL || nb_form_lookup_field (form, id) != NULL;
}

static void
write_piece (NbElementWriter *writer, const NbImportPiece *piece, const NbForm *form)
{
  const char *name = piece->kind == NB_PIECE_CELL ? "cell" : "separator";

  if (!is_field (form, piece->field))
    nb_element_writer_fail (writer, _ ("The imported table names the unknown field “%s”."),
                            piece->field);
  nb_element_writer_begin (writer, name);
  if (piece->kind == NB_PIECE_CELL)
    nb_element_writer_attribute (writer, "field", piece->field);
  nb_element_writer_open (writer);
  nb_element_writer_text (writer, piece->text);
  nb_element_writer_close (writer, name);
}

static void
write_repair (NbElementWriter *writer, const NbImportRepair *repair, const NbForm *form)
{
  if (!nb_plain_type_is_rule (repair->rule) || !is_field (form, repair->field))
    nb_element_writer_fail (writer, _ ("The imported table names an unknown rule or field."));
  nb_element_writer_begin (writer, "repair");
  nb_element_writer_attribute (writer, "rule", repair->rule);
  nb_element_writer_attribute (writer, "field", repair->field);
  nb_element_writer_open (writer);
  nb_element_writer_text (writer, repair->detail != NULL ? repair->detail : "");
  nb_element_writer_close (writer, "repair");
}

void
nb_import_element_write (NbElementWriter *writer, const NbImportRecord *record, const NbForm *form)
{
  guint n_rows = nb_import_record_get_n_rows (record);
  guint n_repairs = nb_import_record_get_n_repairs (record);

  nb_element_writer_begin (writer, "import");
  nb_element_writer_open (writer);
  nb_element_writer_break_line (writer);
  for (guint row = 0; row < n_rows; row++)
    {
      guint n_pieces = nb_import_record_get_n_pieces (record, row);

      nb_element_writer_begin (writer, "row");
      nb_element_writer_open (writer);
      nb_element_writer_break_line (writer);
      for (guint i = 0; i < n_pieces; i++)
        {
          write_piece (writer, nb_import_record_get_piece (record, row, i), form);
          nb_element_writer_break_line (writer);
        }
      nb_element_writer_close (writer, "row");
      nb_element_writer_break_line (writer);
    }
  for (guint i = 0; i < n_repairs; i++)
    {
      write_repair (writer, nb_import_record_get_repair (record, i), form);
      nb_element_writer_break_line (writer);
    }
  nb_element_writer_close (writer, "import");
  nb_element_writer_break_line (writer);
}

/* The attribute field of @node into @out, NULL where it has none. */
static gboolean
read_field (const xmlNode *node, const NbForm *form, char **out, GError **error)
{
  g_autofree char *field = nb_xml_dup_attribute (node, "field");

  if (!is_field (form, field))
    {
      nb_error_set (
          error, NB_ERROR_INVALID, nb_xml_get_place (node),
          _ ("The edition %s of the form has no field “%s”. The file was changed or made by "
             "another program; ask for the original."),
          nb_form_get_edition (form), field);
      return FALSE;
    }
  *out = g_steal_pointer (&field);
  return TRUE;
}

static gboolean
read_row (NbImportRecord *record, const xmlNode *row, const NbForm *form, GError **error)
{
  nb_import_record_begin_row (record);
  for (xmlNode *node = nb_xml_get_first (row); node != NULL; node = nb_xml_get_next (node))
    {
      gboolean is_cell = nb_xml_is (node, NB_XML_REPORT, "cell");
      g_autofree char *field = NULL;
      g_autofree char *text = nb_xml_dup_text (node);

      if (!read_field (node, form, &field, error))
        return FALSE;
      nb_import_record_add_piece (record, is_cell ? NB_PIECE_CELL : NB_PIECE_SEPARATOR, text,
                                  field);
    }
  return TRUE;
}

static gboolean
read_repair (NbImportRecord *record, const xmlNode *node, const NbForm *form, GError **error)
{
  g_autofree char *rule = nb_xml_dup_attribute (node, "rule");
  g_autofree char *detail = nb_xml_dup_text (node);
  g_autofree char *field = NULL;

  if (!read_field (node, form, &field, error))
    return FALSE;
  nb_import_record_add_repair (record, rule, field, detail);
  return TRUE;
}

NbImportRecord *
nb_import_element_read (const xmlNode *node, const NbForm *form, GError **error)
{
  g_autoptr (NbImportRecord) record = nb_import_record_new ();

  for (xmlNode *child = nb_xml_get_first (node); child != NULL; child = nb_xml_get_next (child))
    if (nb_xml_is (child, NB_XML_REPORT, "row") ? !read_row (record, child, form, error)
                                                : !read_repair (record, child, form, error))
      return NULL;
  return g_steal_pointer (&record);
}
