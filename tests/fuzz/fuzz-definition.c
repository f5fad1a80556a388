/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "nb-job.h"

/* One file of a definition, told by its root, in the place of the one that is built in: what the loader
 * takes in can be checked by and explained, what it refuses is refused with its name and a place. */
#define EDITION  "2014"
#define BUILT_IN "/io/github/nianbao/Nianbao/data/"

static GBytes *
read_built_in (const char *name)
{
  g_autofree char *path = g_strconcat (BUILT_IN, name, NULL);
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);
  return bytes;
}

static GBytes *
choose (const char *root, const char *name, GBytes *given)
{
  gsize size;
  const char *text = g_bytes_get_data (given, &size);

  return g_strstr_len (text, (gssize) size, root) != NULL ? g_bytes_ref (given)
                                                          : read_built_in (name);
}

static NbForm *
load_form (GBytes *given, GError **error)
{
  g_autoptr (GBytes) fields = choose ("<form ", "forms/" EDITION "/fields.xml", given);
  g_autoptr (GBytes) rules = choose ("<rules ", "forms/" EDITION "/rules.xml", given);
  g_autoptr (GBytes) pages = choose ("<pages ", "forms/" EDITION "/page.xml", given);

  return nb_form_load (EDITION, fields, rules, pages, nb_check_list_names (), error);
}

static gboolean
add_registries (NbCatalog *catalog, GBytes *given, GError **error)
{
  g_autoptr (GBytes) national = read_built_in ("registries/national.xml");
  gsize size;
  const char *text = g_bytes_get_data (given, &size);

  return nb_catalog_add_registry (catalog, "national.xml", national, error)
         && (g_strstr_len (text, (gssize) size, "<registry ") == NULL
             || nb_catalog_add_registry (catalog, "990000.xml", given, error))
         && nb_catalog_close (catalog, nb_check_list_names (), error);
}

static void
use (NbCatalog *catalog, NbForm *form)
{
  const NbRegistry *local = nb_catalog_lookup_registry (catalog, "990000");
  NbCheckContext context = { .registry = local != NULL
                                             ? local
                                             : nb_catalog_lookup_registry (catalog, "national"),
                             .filing = TRUE };
  g_autoptr (NbReport) report = nb_report_new (form, "national");
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbFindingList) findings = NULL;

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    nb_report_set_text (report, nb_form_get_field (form, i)->id, "一是2022年,三是（", NULL);
  data = nb_report_freeze (report);
  findings = nb_check (data, &context);
  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    g_free (nb_check_explain (form, context.registry, nb_form_get_rule (form, i)->id));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static NbJob *job; /* for the libraries that it initialises, and the data that it holds */
  g_autoptr (GBytes) given = g_bytes_new_static (data, size);
  g_autoptr (NbCatalog) catalog = nb_catalog_new ();
  g_autoptr (NbForm) form = NULL;
  g_autoptr (GError) error = NULL;

  if (job == NULL)
    job = nb_job_new (NULL, NULL);
  form = load_form (given, &error);
  if (form != NULL && nb_catalog_add_form (catalog, form, &error)
      && add_registries (catalog, given, &error))
    use (catalog, form);
  if (error != NULL)
    {
      g_assert_true (g_error_matches (error, NB_ERROR, NB_ERROR_DEFINITION));
      g_assert_nonnull (strstr (error->message, ".xml"));
    }
  return 0;
}
