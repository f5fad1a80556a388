/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "nb-error.h"

G_BEGIN_DECLS

#define NB_XML_REPORT   "urn:nianbao:report:1"
#define NB_XML_FORM     "urn:nianbao:form:1"
#define NB_XML_DSIG     "http://www.w3.org/2000/09/xmldsig#"
#define NB_XML_XADES    "http://uri.etsi.org/01903/v1.3.2#"
#define NB_XML_XADES141 "http://uri.etsi.org/01903/v1.4.1#"

typedef enum
{
  NB_XML_UNTRUSTED, /* report and certificate files: neither comments nor processing instructions,
                        only the namespaces of a package */
  NB_XML_DEFINITION, /* our own data: comments and translation attributes allowed, only NB_XML_FORM */
  NB_XML_OFFICE,     /* parts of office documents: comments allowed, any namespace */
} NbXmlKind;

/* Parses @bytes after a guard has counted what nb-xml-limits.h limits, before any tree is built.
 * No DOCTYPE, no entity, no network, UTF-8 only. Errors: NB_ERROR_REFUSED for what is never
 * accepted, NB_ERROR_INVALID for what is not well-formed; both with a place.
 * Free with xmlFreeDoc(). Call xmlInitParser() once first (job does). */
xmlDoc *nb_xml_parse (GBytes *bytes, NbXmlKind kind, GError **error);

/* Where the start tag of @node (element, or attribute: its element) begins in the bytes that
 * nb_xml_parse() read. */
NbPlace nb_xml_get_place (const xmlNode *node);

/* Element of @name in namespace @ns? */
gboolean nb_xml_is (const xmlNode *node, const char *ns, const char *name);

/* First element child, next element sibling; NULL at the end. Text between is skipped. */
xmlNode *nb_xml_get_first (const xmlNode *node);
xmlNode *nb_xml_get_next (const xmlNode *node);
/* First element child of @name in the namespace of @node, or NULL. */
xmlNode *nb_xml_lookup (const xmlNode *node, const char *name);

/* Attribute without namespace: owned copy, or NULL. */
char *nb_xml_dup_attribute (const xmlNode *node, const char *name);
/* All text inside @node, joined: owned, never NULL. */
char *nb_xml_dup_text (const xmlNode *node);

/* A compiled XSD. Thread-safe to use once made. */
typedef struct _NbSchema NbSchema;
NbSchema *nb_schema_new (GBytes *xsd, GError **error);
void nb_schema_free (NbSchema *schema);
/* NB_ERROR_INVALID with the place of the first fault. */
gboolean nb_schema_validate (NbSchema *schema, xmlDoc *doc, GError **error);

/* Whether nb_xml_parse() made @doc from what it does not trust: whatever is refused there is not in it. */
gboolean nb_xml_is_guarded (const xmlDoc *doc);

/* The exclusive canonical form (without comments) of the subtree at @node of such a document, NULL and an
 * error where it holds what such a document cannot hold. */
GBytes *nb_xml_canonical (xmlNode *node, GError **error);
/* Its SHA-256 in lower-case hex. Free with g_free(). */
char *nb_xml_digest (xmlNode *node, GError **error);

/* Appends @text escaped as XML text or attribute value, in canonical spelling (&amp; &lt; &gt;
 * &#xD;; in attributes &quot; &#x9; &#xA; too). */
void nb_xml_append_text (GString *string, const char *text);
void nb_xml_append_attribute (GString *string, const char *name, const char *value);

/* Whether XML 1.0 can hold @c. */
gboolean nb_xml_is_char (gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbSchema, nb_schema_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
