/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "nb-job.h"
#include "nb-package.h"

/* The whole of verify, with keys that nobody has any more: a file that verifies holds a report that was signed when the
 * corpus was made, in the same canonical form. */

static NbSchema *schema;
static GHashTable *signed_reports; /* digests of the reports in the corpus */

static char *
digest_report (GBytes *bytes)
{
  g_autoptr (NbPackage) package = nb_package_parse (bytes, schema, NULL);

  return package != NULL ? nb_xml_digest (package->report, NULL) : NULL;
}

static GBytes *
read_file (const char *path)
{
  char *content;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return g_bytes_new_take (content, size);
}

static gboolean
is_intact (NbJob *job, GBytes *bytes)
{
  g_autoptr (NbVerdict) verdict =
      nb_job_verify (job, bytes, NULL, G_GINT64_CONSTANT (4102444800), NULL);

  return verdict != NULL && verdict->intact;
}

static void
read_corpus (NbJob *job)
{
  g_autoptr (GDir) dir = g_dir_open (CORPUS, 0, NULL);
  g_autoptr (GBytes) xsd = read_file (SCHEMA);
  const char *name;

  schema = nb_schema_new (xsd, NULL);
  signed_reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (CORPUS, name, NULL);
      g_autoptr (GBytes) bytes = read_file (path);

      if (is_intact (job, bytes))
        g_hash_table_add (signed_reports, digest_report (bytes));
    }
  g_assert_cmpuint (g_hash_table_size (signed_reports), >, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static NbJob *job;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  if (job == NULL)
    {
      job = nb_job_new (NULL, NULL);
      read_corpus (job);
    }
  if (is_intact (job, bytes))
    {
      g_autofree char *digest = digest_report (bytes);

      g_assert_true (g_hash_table_contains (signed_reports, digest));
    }
  return 0;
}
