/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-error.h"

static void
test_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  nb_error_set (&error, NB_ERROR_INVALID, (NbPlace){ 3, 7 }, "row %d", 12);
  g_assert_error (error, NB_ERROR, NB_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "row 12");

  copy = g_error_copy (error);
  g_assert_cmpuint (nb_error_get_place (copy).line, ==, 3);
  g_assert_cmpuint (nb_error_get_place (copy).column, ==, 7);
}

static void
test_foreign_error (void)
{
  g_autoptr (GError) error = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOENT, "gone");

  g_assert_cmpuint (nb_error_get_place (error).line, ==, 0);
  g_assert_cmpuint (nb_error_get_place (NULL).line, ==, 0);
  nb_error_set_reason (&error, "gone");
  g_assert_null (nb_error_get_reason (error));
}

static void
test_reason (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  nb_error_set (&error, NB_ERROR_REFUSED, (NbPlace){ 1, 1 }, "no");
  g_assert_null (nb_error_get_reason (error));
  nb_error_set_reason (&error, "doctype");
  copy = g_error_copy (error);
  g_assert_cmpstr (nb_error_get_reason (copy), ==, "doctype");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/place", test_place);
  g_test_add_func ("/error/foreign-error", test_foreign_error);
  g_test_add_func ("/error/reason", test_reason);
  return g_test_run ();
}
