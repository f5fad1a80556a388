/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-xml.h"

G_BEGIN_DECLS

/* A parsed report file, its parts found by position and name. Owns the document. */
typedef struct
{
  xmlDoc *doc;
  xmlNode *root;
  xmlNode *report;       /* always */
  xmlNode *fields;       /* always */
  xmlNode *opinion;      /* or NULL */
  xmlNode *registration; /* or NULL */
  xmlNode *signatures;   /* or NULL */
  guint n_signatures;
} NbPackage;

/* Parses @bytes and finds the parts. NB_ERROR_REFUSED or NB_ERROR_INVALID as nb_xml_parse(), and
 * NB_ERROR_INVALID where the root is not our package; NB_ERROR_BROKEN for every fault inside a
 * package: @schema, order of children, an Id that is not its place's. */
NbPackage *nb_package_parse (GBytes *bytes, NbSchema *schema, GError **error);
void nb_package_free (NbPackage *package);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPackage, nb_package_free)

G_END_DECLS
