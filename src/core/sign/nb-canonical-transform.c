/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-canonical-transform.h"

#include <xmlsec/list.h>
#include <xmlsec/nodeset.h>

#include "nb-signature-terms.h"
#include "nb-xml-canonical.h"

/* The one element whose subtree @nodes is, or NULL. */
static const xmlNode *
get_subtree (const xmlSecNodeSet *nodes)
{
  gboolean is_tree =
      nodes->type == xmlSecNodeSetTree || nodes->type == xmlSecNodeSetTreeWithoutComments;

  if (!is_tree || nodes->next != nodes || nodes->nodes == NULL || nodes->nodes->nodeNr != 1
      || nodes->nodes->nodeTab[0]->type != XML_ELEMENT_NODE)
    return NULL;
  return nodes->nodes->nodeTab[0];
}

typedef struct
{
  xmlSecTransformPtr next;
  xmlSecTransformCtxPtr context;
} Push;

static gboolean
push_bytes (const char *bytes, gsize size, void *data)
{
  Push *push = data;

  return xmlSecTransformPushBin (push->next, (const xmlSecByte *) bytes, (xmlSecSize) size, 0,
                                 push->context)
         >= 0;
}

static int
push_xml (xmlSecTransformPtr transform, xmlSecNodeSetPtr nodes, xmlSecTransformCtxPtr context)
{
  Push push = { transform->next, context };
  const xmlNode *node = get_subtree (nodes);

  if (node == NULL || !nb_xml_is_guarded (node->doc) || push.next == NULL
      || !nb_xml_write_canonical (node, push_bytes, &push))
    return -1;
  transform->status = xmlSecTransformStatusFinished;
  return xmlSecTransformPushBin (push.next, NULL, 0, 1, context);
}

static int
read_node (xmlSecTransformPtr transform, xmlNodePtr node, xmlSecTransformCtxPtr context)
{
  return nb_xml_get_first (node) == NULL ? 0 : -1; /* no parameters */
}

/* Nodes in, octets out. */
static xmlSecTransformDataType
get_data_type (xmlSecTransformPtr transform,
               xmlSecTransformMode mode,
               xmlSecTransformCtxPtr context)
{
  return mode == xmlSecTransformModePush ? xmlSecTransformDataTypeXml : xmlSecTransformDataTypeBin;
}

static const xmlSecTransformKlass canonical_class = {
  .klassSize = sizeof (xmlSecTransformKlass),
  .objSize = sizeof (xmlSecTransform),
  .name = BAD_CAST "exc-c14n",
  .href = BAD_CAST NB_METHOD_EXCLUSIVE_C14N,
  .usage = xmlSecTransformUsageC14NMethod | xmlSecTransformUsageDSigTransform,
  .readNode = read_node,
  .getDataType = get_data_type,
  .pushXml = push_xml,
};

xmlSecTransformId
nb_canonical_get_transform (void)
{
  return &canonical_class;
}

gboolean
nb_canonical_init (void)
{
  xmlSecPtrListPtr list = xmlSecTransformIdsGet ();

  for (xmlSecSize i = 0; i < xmlSecPtrListGetSize (list); i++)
    if (xmlSecPtrListGetItem (list, i) == xmlSecTransformExclC14NId)
      return xmlSecPtrListSet (list, (xmlSecPtr) &canonical_class, i) >= 0;
  return FALSE;
}
