/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-width.h"

static void
test_fold (void)
{
  g_autofree char *digits = nb_width_fold ("１７０．００万元");
  g_autofree char *edges = nb_width_fold ("！～　｟。，、");
  g_autofree char *empty = nb_width_fold ("");

  g_assert_cmpstr (digits, ==, "170.00万元");
  /* The first and last of the range fold; their neighbours and Chinese punctuation stay. */
  g_assert_cmpstr (edges, ==, "!~ ｟。,、");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_fold_label (void)
{
  g_autofree char *published = nb_width_fold_label (" 年初数 (万元)\t");
  g_autofree char *official = nb_width_fold_label ("年初数（万元）");
  g_autofree char *spaced = nb_width_fold_label ("住　　所\302\240\n");
  g_autofree char *case_kept = nb_width_fold_label ("Ａa");

  g_assert_cmpstr (published, ==, official);
  g_assert_cmpstr (spaced, ==, "住所");
  g_assert_cmpstr (case_kept, ==, "Aa");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/width/fold", test_fold);
  g_test_add_func ("/width/fold-label", test_fold_label);
  return g_test_run ();
}
