/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text.h"

static void
test_paragraphs (void)
{
  g_autoptr (NbText) empty = nb_text_new ("");
  g_autoptr (NbText) text = nb_text_new ("年报\n\n𠮷野");
  g_autofree char *joined = nb_text_dup_string (text);
  g_autofree char *span = nb_text_dup_span (text, (NbSpan){ 2, 0, 1 });

  g_assert_cmpuint (nb_text_get_n_paragraphs (empty), ==, 1);
  g_assert_true (nb_text_is_empty (empty));
  g_assert_false (nb_text_is_empty (text));
  g_assert_cmpuint (nb_text_get_n_paragraphs (text), ==, 3);
  g_assert_cmpuint (nb_text_get_paragraph (text, 2)->length, ==, 2);
  g_assert_cmpuint (nb_text_get_paragraph (text, 2)->size, ==, 7);
  g_assert_null (nb_text_get_paragraph (text, 3));
  g_assert_cmpuint (nb_text_get_length (text), ==, 6);
  g_assert_cmpstr (joined, ==, "年报\n\n𠮷野");
  g_assert_cmpstr (span, ==, "𠮷");
}

static void
test_offsets (void)
{
  g_autoptr (NbText) text = nb_text_new ("ab\n\ncd");

  for (guint offset = 0; offset <= nb_text_get_length (text); offset++)
    {
      guint paragraph, inside;

      nb_text_get_position (text, offset, &paragraph, &inside);
      g_assert_cmpuint (nb_text_get_offset (text, paragraph, inside), ==, offset);
    }
}

static void
test_shares_untouched (void)
{
  g_autoptr (NbText) text = nb_text_new ("一\n二\n三");
  g_autoptr (NbText) after = nb_text_splice (text, 1, 1, 1, 1, "十\n五");

  g_assert_true (nb_text_get_paragraph (after, 0) == nb_text_get_paragraph (text, 0));
  g_assert_true (nb_text_get_paragraph (after, 3) == nb_text_get_paragraph (text, 2));
  g_assert_cmpstr (nb_text_get_paragraph (after, 1)->text, ==, "二十");
  g_assert_cmpstr (nb_text_get_paragraph (after, 2)->text, ==, "五");
}

static char *
make_random_string (GRand *rand, guint length)
{
  static const char *const pieces[] = { "a", "年", "\n", "𠮷", "，", "é", "1" };
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append (string, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (string, FALSE);
}

/* Splicing the paragraphs is splicing the string. */
static void
test_splice_equals_string_splice (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2014);

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *before = make_random_string (rand, g_rand_int_range (rand, 0, 12));
      g_autofree char *inserted = make_random_string (rand, g_rand_int_range (rand, 0, 5));
      g_autoptr (NbText) text = nb_text_new (before);
      guint length = nb_text_get_length (text);
      guint a = (guint) g_rand_int_range (rand, 0, (int) length + 1);
      guint b = (guint) g_rand_int_range (rand, (int) a, (int) length + 1);
      g_autofree char *head = g_utf8_substring (before, 0, a);
      g_autofree char *expected =
          g_strconcat (head, inserted, g_utf8_offset_to_pointer (before, b), NULL);
      g_autoptr (NbText) expected_text = nb_text_new (expected);
      g_autoptr (NbText) after = NULL;
      guint from_paragraph, from, to_paragraph, to;

      nb_text_get_position (text, a, &from_paragraph, &from);
      nb_text_get_position (text, b, &to_paragraph, &to);
      after = nb_text_splice (text, from_paragraph, from, to_paragraph, to, inserted);
      g_assert_true (nb_text_equal (after, expected_text));
      g_assert_true (nb_text_equal (text, expected_text) == g_str_equal (before, expected));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/paragraphs", test_paragraphs);
  g_test_add_func ("/text/offsets", test_offsets);
  g_test_add_func ("/text/shares-untouched", test_shares_untouched);
  g_test_add_func ("/text/splice-equals-string-splice", test_splice_equals_string_splice);
  return g_test_run ();
}
