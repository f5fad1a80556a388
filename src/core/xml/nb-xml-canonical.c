/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/c14n.h>

#include "nb-xml-version.h"

/* A namespace node's parent comes as @parent, so the climb begins there. */
static int
is_inside (void *root, xmlNode *node, xmlNode *parent)
{
  for (xmlNode *at = node->type == XML_NAMESPACE_DECL ? parent : node; at != NULL; at = at->parent)
    if (at == root)
      return 1;
  return 0;
}

static void
ignore_error (void *data, NbXmlError xml_error)
{
}

GBytes *
nb_xml_canonical (xmlNode *node, GError **error)
{
  xmlStructuredErrorFunc earlier = xmlStructuredError;
  void *earlier_data = xmlStructuredErrorContext;
  xmlOutputBuffer *buffer = xmlAllocOutputBuffer (NULL);
  GBytes *bytes = NULL;

  /* C14N reports to the thread's handler and nowhere else; its result says what we need. */
  xmlSetStructuredErrorFunc (NULL, ignore_error);
  if (xmlC14NExecute (node->doc, is_inside, node, XML_C14N_EXCLUSIVE_1_0, NULL, 0, buffer) >= 0)
    bytes = g_bytes_new (xmlOutputBufferGetContent (buffer), xmlOutputBufferGetSize (buffer));
  else
    nb_error_set (error, NB_ERROR_REFUSED, nb_xml_get_place (node),
                  _ ("This part of the file has no canonical form."));
  xmlSetStructuredErrorFunc (earlier_data, earlier);
  xmlOutputBufferClose (buffer);
  return bytes;
}

char *
nb_xml_digest (xmlNode *node, GError **error)
{
  g_autoptr (GBytes) bytes = nb_xml_canonical (node, error);

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}
