/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-diff.h"

#include <string.h>

typedef struct
{
  const char *a;
  const char *b;
  const char *said; /* "=words" the same, "-words", "+words"; | between */
} Case;

static const Case cases[] = {
  { "", "", "" },
  { "", "读书。", "+读书。" },
  { "读书。", "", "-读书。" },
  { "读书。看报。", "读书。看报。", "=读书。看报。" },
  { "读书。看报。写字。", "读书。写字。", "=读书。|-看报。|=写字。" },
  { "读书。写字。", "读书。看报。写字。", "=读书。|+看报。|=写字。" },
  { "读书十次。写字。", "读书九次。写字。", "-读书十次。+读书九次。|=写字。" },
  { "他说：“读书。”看报；写字", "他说：“读书。”看报；画画", "=他说：“读书。”看报；|-写字+画画" },
  /* A paragraph break that came or went hides nothing. */
  { "一、读书。二、看报。", "一、读书。\n二、看报。", "=一、读书。|+\n|=二、看报。" },
  { "甲。\n乙。\n丙。", "甲。\n丙。", "=甲。\n|-乙。\n|=丙。" },
  /* Moved: what is longer stays. */
  { "甲。乙。丙。丁。", "丁。甲。乙。丙。", "+丁。|=甲。乙。丙。|-丁。" },
  /* Sentences that are not unique. */
  { "无。无。无。", "无。无。", "=无。无。|-无。" },
  { "甲。无。无。乙。", "丙。无。无。丁。", "-甲。+丙。|=无。无。|-乙。+丁。" },
};

static void
append_words (GString *said, const char *text, guint start, guint end, char sign)
{
  g_autofree char *words = g_utf8_substring (text, start, end);

  if (end > start)
    g_string_append_printf (said, "%c%s", sign, words);
}

/* Says the pieces, and asserts that they cover both texts in order. */
static char *
describe (const char *a, const char *b)
{
  g_autoptr (NbText) one = nb_text_new (a);
  g_autoptr (NbText) other = nb_text_new (b);
  g_autoptr (GArray) pieces = nb_text_diff (one, other);
  GString *said = g_string_new (NULL);
  guint at_a = 0;
  guint at_b = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      NbTextPiece piece = g_array_index (pieces, NbTextPiece, i);

      g_assert_cmpuint (piece.a_start, ==, at_a);
      g_assert_cmpuint (piece.b_start, ==, at_b);
      at_a = piece.a_end;
      at_b = piece.b_end;
      if (i > 0)
        {
          g_string_append_c (said, '|');
          g_assert_cmpint (piece.same, !=, g_array_index (pieces, NbTextPiece, i - 1).same);
        }
      append_words (said, a, piece.a_start, piece.a_end, piece.same ? '=' : '-');
      if (!piece.same)
        append_words (said, b, piece.b_start, piece.b_end, '+');
      else
        {
          g_autofree char *from = g_utf8_substring (a, piece.a_start, piece.a_end);
          g_autofree char *to = g_utf8_substring (b, piece.b_start, piece.b_end);

          g_assert_cmpstr (from, ==, to);
        }
    }
  g_assert_cmpuint (at_a, ==, nb_text_get_length (one));
  g_assert_cmpuint (at_b, ==, nb_text_get_length (other));
  return g_string_free (said, FALSE);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = describe (cases[i].a, cases[i].b);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

static char *
make_random (guint n_sentences, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    g_string_append_printf (text, "%d%s", g_test_rand_int_range (0, (gint32) n_words),
                            g_test_rand_int_range (0, 5) == 0 ? "。\n" : "。");
  return g_string_free (text, FALSE);
}

/* Whatever the texts: few different sentences, many, none shared. */
static void
test_random (void)
{
  for (int i = 0; i < 300; i++)
    {
      guint n_words = (guint) g_test_rand_int_range (1, 200);
      g_autofree char *a = make_random ((guint) g_test_rand_int_range (0, 120), n_words);
      g_autofree char *b = make_random ((guint) g_test_rand_int_range (0, 120), n_words);
      g_autofree char *said = describe (a, b);

      g_assert_nonnull (said);
    }
}

/* Twenty thousand sentences that never repeat, reversed; and as many of which there are but two: neither takes
 * long. */
static void
test_large (void)
{
  g_autoptr (GString) up = g_string_new (NULL);
  g_autoptr (GString) down = g_string_new (NULL);
  g_autofree char *few = make_random (20000, 2);
  g_autofree char *other = make_random (20000, 2);
  g_autofree char *said = NULL;

  for (int i = 0; i < 20000; i++)
    {
      g_string_append_printf (up, "%d。", i);
      g_string_append_printf (down, "%d。", 20000 - i);
    }
  said = describe (up->str, down->str);
  g_free (said);
  said = describe (few, other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/cases", test_cases);
  g_test_add_func ("/diff/random", test_random);
  g_test_add_func ("/diff/large", test_large);
  return g_test_run ();
}
