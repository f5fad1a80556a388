/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-signature-policy.h"

#include <glib/gi18n-lib.h>

#include "nb-signature-terms.h"

/* The one table of who must sign what. */
static const NbRolePolicy policies[NB_N_ROLES] = {
  [NB_ROLE_LEGAL_REPRESENTATIVE] = {
      .nick = "legal-representative",
      .title = N_ ("the legal representative"),
      .label = N_ ("Legal representative"),
      .covers = { [NB_PART_REPORT] = NB_COVER_ALWAYS },
  },
  [NB_ROLE_INSTITUTION] = {
      .nick = "institution",
      .title = N_ ("the institution"),
      /* Translators: a signer: the institution that files the report. */
      .label = N_ ("Institution"),
      .covers = { [NB_PART_REPORT] = NB_COVER_ALWAYS },
  },
  [NB_ROLE_SPONSOR] = {
      .nick = "sponsor",
      .title = N_ ("the sponsor"),
      /* Translators: a signer: the body that an institution belongs to (举办单位). */
      .label = N_ ("Sponsor"),
      .covers = { [NB_PART_REPORT] = NB_COVER_ALWAYS, [NB_PART_OPINION] = NB_COVER_ALWAYS },
      .brings = NB_PART_OPINION,
      .after_legal_representative = TRUE,
  },
  [NB_ROLE_REGISTRY] = {
      .nick = "registry",
      .title = N_ ("the registry"),
      /* Translators: a signer: the authority that registers institutions (登记管理机关). */
      .label = N_ ("Registry"),
      .covers = { [NB_PART_REPORT] = NB_COVER_ALWAYS,
                  [NB_PART_OPINION] = NB_COVER_IF_PRESENT,
                  [NB_PART_REGISTRATION] = NB_COVER_ALWAYS },
      .brings = NB_PART_REGISTRATION,
      .after_legal_representative = TRUE,
  },
};

static const struct
{
  const char *id;
  const char *title;
} parts[NB_N_PARTS] = {
  [NB_PART_REPORT] = { "report", N_ ("the report") },
  [NB_PART_OPINION] = { "opinion", N_ ("the sponsor's opinion") },
  [NB_PART_REGISTRATION] = { "registration", N_ ("the registry's remark and result") },
};

const NbRolePolicy *
nb_role_get_policy (NbRole role)
{
  return &policies[role];
}

const char *
nb_role_get_nick (NbRole role)
{
  return policies[role].nick;
}

const char *
nb_role_get_title (NbRole role)
{
  return _ (policies[role].title);
}

const char *
nb_role_get_label (NbRole role)
{
  return _ (policies[role].label);
}

NbBrings
nb_role_get_brings (NbRole role)
{
  static const NbBrings brings[NB_N_PARTS] = {
    [NB_PART_REPORT] = NB_BRINGS_NOTHING,
    [NB_PART_OPINION] = NB_BRINGS_OPINION,
    [NB_PART_REGISTRATION] = NB_BRINGS_REGISTRATION,
  };

  return brings[policies[role].brings];
}

gboolean
nb_role_parse (const char *nick, NbRole *role)
{
  for (guint i = 0; i < NB_N_ROLES; i++)
    if (g_str_equal (policies[i].nick, nick))
      {
        *role = (NbRole) i;
        return TRUE;
      }
  return FALSE;
}

const char *
nb_part_get_id (NbPart part)
{
  return parts[part].id;
}

const char *
nb_part_get_title (NbPart part)
{
  return _ (parts[part].title);
}

void
nb_signed_init (NbSigned *before, const NbPackage *package)
{
  *before = (NbSigned){
    .parts = { [NB_PART_REPORT] = package->report,
               [NB_PART_OPINION] = package->opinion,
               [NB_PART_REGISTRATION] = package->registration },
  };
}

gboolean
nb_signed_has (const NbSigned *before, NbRole role)
{
  for (guint i = 0; i < before->n_values; i++)
    if (before->roles[i] == role)
      return TRUE;
  return FALSE;
}

void
nb_reference_free (NbReference *reference)
{
  g_free (reference->id);
  g_free (reference->target);
  g_free (reference);
}

static NbReference *
add_reference (GPtrArray *references, NbReferenceKind kind, const char *type, char *target)
{
  NbReference *reference = g_new0 (NbReference, 1);

  reference->kind = kind;
  reference->type = type;
  reference->target = target;
  g_ptr_array_add (references, reference);
  return reference;
}

GPtrArray *
nb_role_list_references (NbRole role, const NbSigned *before, guint position)
{
  g_autoptr (GPtrArray) references =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nb_reference_free);

  for (guint i = 0; i < NB_N_PARTS; i++)
    {
      NbCover cover = policies[role].covers[i];
      NbReference *reference;

      if (cover == NB_COVER_NEVER || (cover == NB_COVER_IF_PRESENT && before->parts[i] == NULL))
        continue;
      if (before->parts[i] == NULL)
        return NULL;
      reference = add_reference (references, NB_REFERENCE_PART, NULL, g_strdup (parts[i].id));
      reference->part = (NbPart) i;
      reference->id = g_strdup_printf ("s%u-%s", position, parts[i].id);
      reference->node = before->parts[i];
    }
  for (guint i = 0; i < before->n_values; i++)
    {
      NbReference *reference =
          add_reference (references, NB_REFERENCE_SIGNATURE, NB_TYPE_COUNTERSIGNED,
                         g_strdup_printf ("s%u-value", i + 1));

      reference->earlier = i + 1;
      reference->node = before->values[i];
    }
  add_reference (references, NB_REFERENCE_PROPERTIES, NB_TYPE_PROPERTIES,
                 g_strdup_printf ("s%u-properties", position));
  return g_steal_pointer (&references);
}
