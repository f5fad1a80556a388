/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

/* Every hostile file gets its answer from the core; hostile.py asks the same of the program, with its
 * time and memory. */

typedef struct
{
  NbHostileWorld *world;
  NbTrust *trust;
  const NbHostile *hostile;
} Case;

static void
test_hostile (gconstpointer data)
{
  const Case *self = data;
  const NbHostile *hostile = self->hostile;
  g_autoptr (GBytes) bytes = nb_hostile_make (self->world, hostile);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbVerdict) verdict =
      nb_verify (bytes, nb_test_schema (), self->trust, self->world->now, &error);
  const char *problem = verdict != NULL ? verdict->problem : nb_error_get_reason (error);
  int status = verdict == NULL                    ? 3
               : !verdict->intact                 ? 4
               : !nb_verdict_is_trusted (verdict) ? 6
                                                  : 0;

  for (guint i = 0; verdict != NULL && problem == NULL && i < verdict->signatures->len; i++)
    problem = ((NbSignatureVerdict *) verdict->signatures->pdata[i])->problem;
  if (g_strcmp0 (problem, hostile->problem) != 0 || status != hostile->status)
    g_test_fail_printf ("%d %s instead of %d %s: %s", status, problem, hostile->status,
                        hostile->problem, verdict != NULL ? verdict->message : error->message);
}

static guint
add_cases (NbHostileWorld *world, NbTrust *trust, GPtrArray *cases)
{
  guint n_hostile = 0;

  for (gsize i = 0; nb_hostile_families[i] != NULL; i++)
    for (const NbHostile *hostile = nb_hostile_families[i]; hostile->name != NULL; hostile++)
      {
        g_autofree char *path = g_strdup_printf ("/hostile/%s", hostile->name);
        Case *self;

        n_hostile += hostile->status != 0;
        if (hostile->heavy)
          continue;
        self = g_new (Case, 1);
        *self = (Case){ world, trust, hostile };
        g_ptr_array_add (cases, self);
        g_test_add_data_func (path, self, test_hostile);
      }
  return n_hostile;
}

int
main (int argc, char *argv[])
{
  g_autoptr (NbHostileWorld) world = NULL;
  g_autoptr (NbTrust) trust = NULL;
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);
  if (!nb_sign_init (NULL))
    return 1;
  world = nb_hostile_world_new (NB_TEST_NOW);
  trust = nb_hostile_world_new_trust (world);
  g_assert_cmpuint (add_cases (world, trust, cases), >=, 120);
  return g_test_run ();
}
