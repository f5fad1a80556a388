/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>

#include "nb-job.h"
#include "nb-package.h"
#include "nb-signature.h"

/* The guarded parser, the shape of a package and of its signatures, without any cryptography; and the canonical form
 * of whatever is let in is the one that libxml2 computes. */

static int
is_inside (void *root, xmlNode *node, xmlNode *parent)
{
  for (xmlNode *at = node->type == XML_NAMESPACE_DECL ? parent : node; at != NULL; at = at->parent)
    if (at == root)
      return 1;
  return 0;
}

static void
compare_canonical (xmlNode *node)
{
  xmlOutputBuffer *buffer = xmlAllocOutputBuffer (NULL);
  g_autoptr (GBytes) ours = nb_xml_canonical (node, NULL);

  g_assert_nonnull (ours);
  g_assert_cmpint (
      xmlC14NExecute (node->doc, is_inside, node, XML_C14N_EXCLUSIVE_1_0, NULL, 0, buffer), >=, 0);
  g_assert_cmpmem (g_bytes_get_data (ours, NULL), g_bytes_get_size (ours),
                   xmlOutputBufferGetContent (buffer), xmlOutputBufferGetSize (buffer));
  xmlOutputBufferClose (buffer);
}

static void
read_signatures (const NbPackage *package)
{
  guint position = 1;

  if (package->signatures == NULL)
    return;
  for (xmlNode *node = nb_xml_get_first (package->signatures); node != NULL;
       node = nb_xml_get_next (node))
    {
      g_auto (NbProblem) problem = { 0 };
      g_autoptr (NbSignature) signature = nb_signature_read (node, position++, NULL, &problem);

      g_assert_nonnull (signature);
      g_assert_true (problem.code != NULL
                     || (signature->certificate != NULL && signature->known_role));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static NbJob *job;
  static NbSchema *schema;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (NbPackage) package = NULL;

  if (job == NULL)
    {
      char *xsd;
      gsize xsd_size;
      g_autoptr (GBytes) xsd_bytes = NULL;

      job = nb_job_new (NULL, NULL); /* starts the libraries */
      g_assert_true (g_file_get_contents (SCHEMA, &xsd, &xsd_size, NULL));
      xsd_bytes = g_bytes_new_take (xsd, xsd_size);
      schema = nb_schema_new (xsd_bytes, NULL);
    }
  doc = nb_xml_parse (bytes, NB_XML_UNTRUSTED, NULL);
  if (doc == NULL)
    return 0;
  compare_canonical (xmlDocGetRootElement (doc));
  package = nb_package_parse (bytes, schema, NULL);
  if (package != NULL)
    read_signatures (package);
  return 0;
}
