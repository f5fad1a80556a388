/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "nb-test-signing.h"

/* What we sign, others verify: the xmlsec1 command and the JDK's javax.xml.crypto.dsig. Files of one to four
 * signatures by each kind of key, and the same with one byte of the report changed. */

static const char *const algorithms[] = { [NB_KEY_RSA] = "rsa", [NB_KEY_ECDSA] = "ecdsa" };

static char *folder;

static char *
get_path (NbKeyAlgorithm algorithm, guint n_roles, gboolean changed)
{
  g_autofree char *name =
      g_strdup_printf ("%s-%u%s.xml", algorithms[algorithm], n_roles, changed ? "-changed" : "");

  return g_build_filename (folder, name, NULL);
}

static void
write_file (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

static void
write_files (NbKeyAlgorithm algorithm, guint n_roles)
{
  g_autoptr (GBytes) bytes = nb_test_sign_roles (nb_test_identity (algorithm), n_roles);
  g_autoptr (GBytes) changed = nb_test_replace (bytes, "1,024", "1,025", 0);
  g_autofree char *path = get_path (algorithm, n_roles, FALSE);
  g_autofree char *changed_path = get_path (algorithm, n_roles, TRUE);

  write_file (path, bytes);
  write_file (changed_path, changed);
}

static void
assert_refused (NbKeyAlgorithm algorithm, guint n_roles)
{
  g_autofree char *path = get_path (algorithm, n_roles, TRUE);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NbVerdict) verdict = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  bytes = g_bytes_new (text, size);
  verdict = nb_test_verify (bytes);
  g_assert_false (verdict->intact);
  g_assert_cmpuint (verdict->signatures->len, ==, n_roles);
  for (guint i = 0; i < n_roles; i++)
    {
      const NbSignatureVerdict *signature = g_ptr_array_index (verdict->signatures, i);

      g_assert_false (signature->intact);
      g_assert_cmpstr (signature->problem, ==, "digest-report");
    }
}

/* The others work on these; and what we say of the changed ones names what was changed. */
static void
test_files (void)
{
  for (int algorithm = NB_KEY_RSA; algorithm <= NB_KEY_ECDSA; algorithm++)
    for (guint n = 1; n <= NB_N_ROLES; n++)
      {
        write_files (algorithm, n);
        assert_refused (algorithm, n);
      }
}

/* The exit status and the output of a command. */
static int
run (const char *const *argv, char **output)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, output, NULL, &status, &error);
  g_assert_no_error (error);
  return status;
}

static gboolean
xmlsec_verifies (const char *path, guint position)
{
  g_autofree char *node = g_strdup_printf ("(//*[local-name()='Signature'])[%u]", position);
  g_autofree char *output = NULL;
  const char *argv[] = { "xmlsec1",
                         "--verify",
                         "--insecure",
                         "--enabled-key-data",
                         "x509",
                         "--id-attr:Id",
                         NB_XML_REPORT ":report",
                         "--id-attr:Id",
                         NB_XML_REPORT ":opinion",
                         "--id-attr:Id",
                         NB_XML_REPORT ":registration",
                         "--id-attr:Id",
                         NB_XML_DSIG ":SignatureValue",
                         "--id-attr:Id",
                         NB_XML_XADES ":SignedProperties",
                         "--node-xpath",
                         node,
                         path,
                         NULL };

  return run (argv, &output) == 0;
}

static void
test_xmlsec (const void *data)
{
  NbKeyAlgorithm algorithm = GPOINTER_TO_INT (data);
  g_autofree char *program = g_find_program_in_path ("xmlsec1");

  if (program == NULL)
    {
      g_test_skip ("the command xmlsec1 is not installed");
      return;
    }
  for (guint n = 1; n <= NB_N_ROLES; n++)
    {
      g_autofree char *path = get_path (algorithm, n, FALSE);
      g_autofree char *changed = get_path (algorithm, n, TRUE);

      for (guint position = 1; position <= n; position++)
        {
          g_assert_true (xmlsec_verifies (path, position));
          g_assert_false (xmlsec_verifies (changed, position));
        }
    }
}

/* What the JDK must say of all files, sorted. */
static void
add_expected (GPtrArray *lines, NbKeyAlgorithm algorithm, guint n_roles, gboolean changed)
{
  g_autofree char *path = get_path (algorithm, n_roles, changed);

  for (guint position = 1; position <= n_roles; position++)
    g_ptr_array_add (lines, g_strdup_printf ("%s %u %s\n", path, position, changed ? "no" : "yes"));
}

static void
test_jdk (void)
{
  g_autofree char *program = g_find_program_in_path ("java");
  g_autofree char *source =
      g_test_build_filename (G_TEST_DIST, "sign", "VerifySignatures.java", NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *expected = NULL;
  g_autofree char *output = NULL;

  if (program == NULL)
    {
      g_test_skip ("no JDK is installed");
      return;
    }
  g_ptr_array_add (argv, g_strdup (program));
  g_ptr_array_add (argv, g_strdup (source));
  for (int algorithm = NB_KEY_RSA; algorithm <= NB_KEY_ECDSA; algorithm++)
    for (guint n = 1; n <= NB_N_ROLES; n++)
      for (int changed = FALSE; changed <= TRUE; changed++)
        {
          g_ptr_array_add (argv, get_path (algorithm, n, changed));
          add_expected (lines, algorithm, n, changed);
        }
  g_ptr_array_add (argv, NULL);
  g_ptr_array_add (lines, NULL);
  expected = g_strjoinv ("", (char **) lines->pdata);
  g_assert_cmpint (run ((const char *const *) argv->pdata, &output), ==, 0);
  g_assert_cmpstr (output, ==, expected);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  if (!nb_sign_init (NULL))
    return 1;
  folder = g_dir_make_tmp ("nianbao-interop-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/interop/files", test_files);
  g_test_add_data_func ("/interop/xmlsec1/rsa", GINT_TO_POINTER (NB_KEY_RSA), test_xmlsec);
  g_test_add_data_func ("/interop/xmlsec1/ecdsa", GINT_TO_POINTER (NB_KEY_ECDSA), test_xmlsec);
  g_test_add_func ("/interop/jdk", test_jdk);
  result = g_test_run ();
  remove_folder ();
  return result;
}
