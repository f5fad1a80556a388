/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <string.h>

#include "nb-data-resource.h"

#define RESOURCES "/io/github/nianbao/Nianbao/data"

/* Where definitions come from: a folder of the file system, or of the resources built in. */
typedef struct
{
  const char *path;
  gboolean built_in;
} Place;

static GBytes *
read_definition (Place place, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_path ("/", place.path, folder, name, NULL);

  if (!place.built_in)
    return nb_job_read_file (path, error);
  return g_resource_lookup_data (nb_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in @folder, sorted; none where there is no such folder. NULL-ended, free with
 * g_strfreev(). */
static char **
list_names (Place place, const char *folder)
{
  g_autofree char *path = g_build_path ("/", place.path, folder, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDir) dir = NULL;
  char **names;
  const char *name;

  if (place.built_in)
    {
      names = g_resource_enumerate_children (nb_data_get_resource (), path,
                                             G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      if (names == NULL)
        return g_new0 (char *, 1);
    }
  else
    {
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        g_strv_builder_add (builder, name);
      names = g_strv_builder_end (builder);
    }
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  return names;
}

static gboolean
add_edition (NbCatalog *catalog, Place place, const char *folder, const char *name, GError **error)
{
  g_autoptr (GBytes) fields = NULL;
  g_autoptr (GBytes) rules = NULL;
  g_autoptr (GBytes) pages = NULL;
  g_autoptr (NbForm) form = NULL;

  fields = read_definition (place, folder, "fields.xml", error);
  if (fields == NULL)
    return FALSE;
  rules = read_definition (place, folder, "rules.xml", error);
  if (rules == NULL)
    return FALSE;
  pages = read_definition (place, folder, "page.xml", error);
  if (pages == NULL)
    return FALSE;
  form = nb_form_load (name, fields, rules, pages, nb_check_list_names (), error);
  return form != NULL && nb_catalog_add_form (catalog, form, error);
}

static gboolean
add_registry (NbCatalog *catalog, Place place, const char *folder, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = read_definition (place, folder, name, error);

  return bytes != NULL && nb_catalog_add_registry (catalog, name, bytes, error);
}

static gboolean
is_folder (Place place, const char *folder, const char *name)
{
  g_autofree char *path = g_build_path ("/", place.path, folder, name, NULL);

  return place.built_in ? g_str_has_suffix (name, "/") : g_file_test (path, G_FILE_TEST_IS_DIR);
}

static gboolean
add_editions (NbCatalog *catalog, Place place, GError **error)
{
  g_auto (GStrv) names = list_names (place, "forms");

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *edition = g_strdelimit (g_strdup (*name), "/", '\0');
      g_autofree char *folder = g_build_path ("/", "forms", edition, NULL);

      if (!is_folder (place, "forms", *name))
        continue;
      if (place.built_in && nb_catalog_lookup_form (catalog, edition) != NULL)
        continue;
      if (!add_edition (catalog, place, folder, edition, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_registries (NbCatalog *catalog, Place place, const char *folder, GError **error)
{
  g_auto (GStrv) names = list_names (place, folder);

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *id =
          g_strndup (*name, strlen (*name) - MIN (strlen (*name), strlen (".xml")));

      if (!g_str_has_suffix (*name, ".xml"))
        continue;
      if (place.built_in && nb_catalog_lookup_registry (catalog, id) != NULL)
        continue;
      if (!add_registry (catalog, place, folder, *name, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
nb_job_add_resources (NbCatalog *catalog, GError **error)
{
  Place place = { RESOURCES, TRUE };

  return add_editions (catalog, place, error)
         && add_registries (catalog, place, "registries", error);
}

gboolean
nb_job_add_folder (NbCatalog *catalog, const char *folder, GError **error)
{
  Place place = { folder, FALSE };

  return add_editions (catalog, place, error)
         && add_registries (catalog, place, "registries", error);
}

gboolean
nb_job_add_edition (NbCatalog *catalog, const char *folder, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);
  g_autofree char *name = g_path_get_basename (absolute);

  return add_edition (catalog, (Place){ absolute, FALSE }, "", name, error);
}

gboolean
nb_job_add_registries (NbCatalog *catalog, const char *folder, GError **error)
{
  return add_registries (catalog, (Place){ folder, FALSE }, "", error);
}

NbSchema *
nb_job_load_schema (GError **error)
{
  g_autoptr (GBytes) xsd =
      read_definition ((Place){ RESOURCES, TRUE }, "schema", "nianbao.xsd", error);

  return xsd != NULL ? nb_schema_new (xsd, error) : NULL;
}
