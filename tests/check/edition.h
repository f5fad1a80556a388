/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-checker.h"

static inline GBytes *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

static inline void
add_edition (NbCatalog *catalog, const char *folder, const char *edition)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) fields = read_file (folder, "fields.xml");
  g_autoptr (GBytes) rules = read_file (folder, "rules.xml");
  g_autoptr (GBytes) pages = read_file (folder, "page.xml");
  g_autoptr (NbForm) form =
      nb_form_load (edition, fields, rules, pages, nb_check_list_names (), &error);

  g_assert_no_error (error);
  nb_catalog_add_form (catalog, form, &error);
  g_assert_no_error (error);
}

static inline void
add_registries (NbCatalog *catalog, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GBytes) bytes = read_file (folder, name);
      g_autoptr (GError) error = NULL;

      nb_catalog_add_registry (catalog, name, bytes, &error);
      g_assert_no_error (error);
    }
}

/* The edition in use and the test-only one, with the registries of both, as they are in the source tree. */
static inline NbCatalog *
load_catalog (void)
{
  NbCatalog *catalog = nb_catalog_new ();
  g_autoptr (GError) error = NULL;

  add_edition (catalog, DATA "/forms/2014", "2014");
  add_edition (catalog, TEST_DATA "/forms/9999", "9999");
  add_registries (catalog, DATA "/registries");
  add_registries (catalog, TEST_DATA "/registries");
  nb_catalog_close (catalog, nb_check_list_names (), &error);
  g_assert_no_error (error);
  return catalog;
}
