/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-test-authority.h"
#include "nb-test-signing.h"

G_BEGIN_DECLS

/* Files that an enemy might hand in, each with the answer it must get (signing.md §3.4). A case is a
 * signed file of ours with a few of its bytes replaced, or what a function makes of it. */

/* Who is believed, who is not, and the files that are in order. */
typedef struct
{
  gint64 now;
  NbIdentity *authority;        /* given */
  NbIdentity *sm2_authority;    /* given */
  NbIdentity *old_authority;    /* given; its revocation list is older than any signature */
  NbIdentity *forged_authority; /* given; somebody else made the list in its name */
  NbIdentity *late_authority;   /* given; its own validity ended before the signatures were made */
  NbIdentity *weak_authority;   /* given; its key is too short */
  NbIdentity *silent_authority; /* given; its certificate does not say that it may issue others */
  NbIdentity *stranger;         /* an authority that is not given */
  NbIdentity *person;           /* given, but no authority */
  NbIdentity *signers[NB_N_KEY_ALGORITHMS];          /* issued by the authorities */
  GBytes *good[NB_N_KEY_ALGORITHMS][NB_N_ROLES + 1]; /* signed by so many roles, in order */
} NbHostileWorld;

/* @now: seconds since 1970. Everything was signed an hour before. */
NbHostileWorld *nb_hostile_world_new (gint64 now);
void nb_hostile_world_free (NbHostileWorld *world);
/* The certificates and the revocation lists that are given: name of a file -> GBytes. */
GHashTable *nb_hostile_world_list_certificates (NbHostileWorld *world);
GHashTable *nb_hostile_world_list_crls (NbHostileWorld *world);
NbTrust *nb_hostile_world_new_trust (NbHostileWorld *world);

typedef struct
{
  const char *from; /* NULL: no more edits */
  const char *to;
  guint nth; /* from 0 */
} NbHostileEdit;

typedef struct _NbHostile NbHostile;
struct _NbHostile
{
  const char *name;
  int status;          /* of verify: 3, 4 or 6; 0: harmless, must be accepted */
  const char *problem; /* reason code; NULL with 0 */
  guint roles;         /* what is edited: signed by so many roles */
  NbKeyAlgorithm key;  /* with keys of this kind */
  NbHostileEdit edits[4];
  gboolean heavy; /* takes seconds to make: asked of the program only */
  guint again;    /* position of a signature that the enemy, having its key, makes anew; 0: none */
  GBytes *(*make) (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited);
  const void *data; /* for make */
};

/* All families, each ended by a case without a name. */
extern const NbHostile *const nb_hostile_families[];

extern const NbHostile nb_hostile_harmless[];
extern const NbHostile nb_hostile_wrapping[];
extern const NbHostile nb_hostile_signers[];
extern const NbHostile nb_hostile_parser[];
extern const NbHostile nb_hostile_large[];
extern const NbHostile nb_hostile_canonical[];
extern const NbHostile nb_hostile_transforms[];
extern const NbHostile nb_hostile_keys[];
extern const NbHostile nb_hostile_algorithms[];
extern const NbHostile nb_hostile_values[];
extern const NbHostile nb_hostile_time[];

GBytes *nb_hostile_make (NbHostileWorld *world, const NbHostile *hostile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbHostileWorld, nb_hostile_world_free)

G_END_DECLS
