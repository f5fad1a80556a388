/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlschemas.h>

#include "nb-xml-version.h"

struct _NbSchema
{
  xmlSchema *schema;
  GBytes *bytes; /* libxml2 reads from it while it compiles */
};

typedef struct
{
  char *message;
  NbPlace place;
} Fault;

/* The engine's words, in which each name stands behind the name of our namespace. */
static char *
dup_without_namespace (const char *message)
{
  g_auto (GStrv) parts = g_strsplit (message, "{" NB_XML_REPORT "}", -1);

  return g_strstrip (g_strjoinv ("", parts));
}

static void
take_first_fault (void *data, NbXmlError xml_error)
{
  Fault *fault = data;

  if (fault->message != NULL || xml_error->message == NULL)
    return;
  fault->message = dup_without_namespace (xml_error->message);
  fault->place = (NbPlace){ (guint) MAX (xml_error->line, 0), 0 };
  if (xml_error->node != NULL)
    fault->place = nb_xml_get_place (xml_error->node);
}

NbSchema *
nb_schema_new (GBytes *xsd, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (xsd, &size);
  xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt (data, (int) size);
  Fault fault = { NULL, { 0, 0 } };
  xmlSchema *schema;
  NbSchema *self;

  xmlSchemaSetParserStructuredErrors (parser, take_first_fault, &fault);
  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  if (schema == NULL)
    {
      nb_error_set (error, NB_ERROR_DEFINITION, fault.place, _ ("The schema cannot be used: %s"),
                    fault.message != NULL ? fault.message : "");
      g_free (fault.message);
      return NULL;
    }
  g_free (fault.message);

  self = g_new0 (NbSchema, 1);
  self->schema = schema;
  self->bytes = g_bytes_ref (xsd);
  return self;
}

void
nb_schema_free (NbSchema *schema)
{
  if (schema == NULL)
    return;
  xmlSchemaFree (schema->schema);
  g_bytes_unref (schema->bytes);
  g_free (schema);
}

gboolean
nb_schema_validate (NbSchema *schema, xmlDoc *doc, GError **error)
{
  xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt (schema->schema);
  Fault fault = { NULL, { 0, 0 } };
  int result;

  xmlSchemaSetValidStructuredErrors (validator, take_first_fault, &fault);
  result = xmlSchemaValidateDoc (validator, doc);
  xmlSchemaFreeValidCtxt (validator);
  if (result != 0)
    nb_error_set (
        error, NB_ERROR_INVALID, fault.place,
        _ ("The file was changed or made by another program: it does not have the shape of "
           "one of ours here. Ask for the original. (%s)"),
        fault.message != NULL ? fault.message : "");
  g_free (fault.message);
  return result == 0;
}
