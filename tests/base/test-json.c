/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-json.h"

static void
test_nesting (void)
{
  g_autofree char *text = NULL;
  NbJson *json = nb_json_new ();

  nb_json_begin_object (json, NULL);
  nb_json_int (json, "version", 1);
  nb_json_begin_array (json, "files");
  nb_json_begin_object (json, NULL);
  nb_json_string (json, "file", "a.xml");
  nb_json_boolean (json, "fix", TRUE);
  nb_json_null (json, "field");
  nb_json_end_object (json);
  nb_json_begin_array (json, NULL);
  nb_json_end_array (json);
  nb_json_string (json, NULL, NULL);
  nb_json_end_array (json);
  nb_json_begin_object (json, "fields");
  nb_json_end_object (json);
  nb_json_end_object (json);
  text = nb_json_finish (json);
  g_assert_cmpstr (
      text, ==,
      "{\"version\":1,\"files\":[{\"file\":\"a.xml\",\"fix\":true,\"field\":null},[],null],"
      "\"fields\":{}}\n");
}

static void
test_escapes (void)
{
  g_autofree char *text = NULL;
  NbJson *json = nb_json_new ();

  nb_json_string (json, NULL, "\"\\/\n\t\x01\x7F年𠮷");
  text = nb_json_finish (json);
  g_assert_cmpstr (text, ==, "\"\\\"\\\\/\\n\\u0009\\u0001\\u007f年𠮷\"\n");
}

static void
test_abandoned (void)
{
  g_autoptr (NbJson) json = nb_json_new ();

  nb_json_begin_array (json, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/nesting", test_nesting);
  g_test_add_func ("/json/escapes", test_escapes);
  g_test_add_func ("/json/abandoned", test_abandoned);
  return g_test_run ();
}
