/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-package.h"
#include "nb-sign.h"

G_BEGIN_DECLS

/* What may be signed, in the order of the file; the Id of each is its name. */
typedef enum
{
  NB_PART_REPORT,
  NB_PART_OPINION,
  NB_PART_REGISTRATION,
} NbPart;
#define NB_N_PARTS 3

typedef enum
{
  NB_COVER_NEVER,
  NB_COVER_IF_PRESENT,
  NB_COVER_ALWAYS,
} NbCover;

/* What a signature of a role must cover: formats.md, "Signatures". */
typedef struct
{
  const char *nick;
  const char *title; /* msgid: inside a sentence */
  const char *label; /* msgid: alone */
  NbCover covers[NB_N_PARTS];
  NbPart brings; /* the part that comes with this signature; NB_PART_REPORT: none does */
  gboolean after_legal_representative;
} NbRolePolicy;

const NbRolePolicy *nb_role_get_policy (NbRole role);
const char *nb_part_get_id (NbPart part);
const char *nb_part_get_title (NbPart part);

/* What lies before a signer: the parts (NULL: absent) and the values of the signatures before. */
typedef struct
{
  xmlNode *parts[NB_N_PARTS];
  xmlNode *values[NB_N_ROLES];
  NbRole roles[NB_N_ROLES]; /* of those values */
  guint n_values;
} NbSigned;

void nb_signed_init (NbSigned *before, const NbPackage *package);
/* Whether @role is among the signatures before. */
gboolean nb_signed_has (const NbSigned *before, NbRole role);

typedef enum
{
  NB_REFERENCE_PART,
  NB_REFERENCE_SIGNATURE, /* an earlier SignatureValue */
  NB_REFERENCE_PROPERTIES,
} NbReferenceKind;

/* A ds:Reference as it must stand in the signature at a position. */
typedef struct
{
  NbReferenceKind kind;
  NbPart part;
  guint earlier;    /* position of the countersigned signature, from 1 */
  char *id;         /* of the reference itself; NULL unless a DataObjectFormat speaks of it */
  const char *type; /* or NULL */
  char *target;     /* Id of what it refers to: URI without # */
  xmlNode *node;    /* that element; NULL for the properties, which the caller knows */
} NbReference;

void nb_reference_free (NbReference *reference);

/* What the signature of @role at @position (from 1) must refer to, in order: of NbReference.
 * NULL where a part that it must cover is absent. */
GPtrArray *nb_role_list_references (NbRole role, const NbSigned *before, guint position);

G_END_DECLS
