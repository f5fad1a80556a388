/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-divide.h"
#include "nb-text-section.h"

#include <string.h>

/* "|" stands for where the place is; it is no part of the text. */
static NbText *
parse (const char *marked, guint *paragraph, guint *offset)
{
  const char *bar = strchr (marked, '|');
  g_autofree char *head = g_strndup (marked, (gsize) (bar - marked));
  g_autofree char *all = g_strconcat (head, bar + 1, NULL);
  NbText *text = nb_text_new (all);

  nb_text_get_position (text, (guint) g_utf8_strlen (head, -1), paragraph, offset);
  return text;
}

static void
assert_text (const NbText *text, const char *expected)
{
  g_autofree char *string = text != NULL ? nb_text_dup_string (text) : NULL;

  g_assert_cmpstr (string, ==, expected);
}

static const struct
{
  const char *text;
  const char *section; /* NULL: none */
} sections[] = {
  { "总述。|\n一、工作。", NULL },
  { "一、|工作。\n做了。\n二、问题。", "一、工作。\n做了。\n" },
  { "一、工作。\n（一）展览。办|展。\n（二）讲座。\n二、问题。", "（一）展览。办展。\n" },
  { "一、工作。\n（一）展览。\n（二）讲座。\n二、问题。|人少。", "二、问题。人少。" },
  { "一、工作|\n（一）展览。\n二、问题。", "一、工作\n（一）展览。\n" },
  { "总述。一、工作。做了|。二、问题。", "一、工作。做了。" },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      guint paragraph, offset;
      g_autoptr (NbText) text = parse (sections[i].text, &paragraph, &offset);
      NbTextSection section;
      gboolean found = nb_text_find_section (text, paragraph, offset, &section);
      g_autofree char *string = nb_text_dup_string (text);
      g_autofree char *words = found ? g_utf8_substring (string, section.from, section.to) : NULL;

      g_assert_cmpstr (words, ==, sections[i].section);
    }
}

static const struct
{
  const char *text;
  const char *up; /* NULL: it cannot go there */
  const char *down;
} moves[] = {
  { "总述。|\n一、甲。\n二、乙。", NULL, NULL },
  { "一、甲|。\n二、乙。", NULL, "一、乙。\n二、甲。" },
  { "一、甲。\n二、|乙。", "一、乙。\n二、甲。", NULL },
  /* What stands under it goes with it; the section below stays below its own. */
  { "一、甲。\n（一）子。\n二、乙|。\n多。\n三、丙。\n后记。",
    "一、乙。\n多。\n二、甲。\n（一）子。\n三、丙。\n后记。",
    "一、甲。\n（一）子。\n二、丙。\n后记。\n三、乙。\n多。" },
  /* Not out of the section above it. */
  { "一、甲。\n（一）子|。\n二、乙。\n（一）丑。", NULL, NULL },
  { "一、甲。\n（一）子。\n（二）丑|。\n（三）寅。\n二、乙。",
    "一、甲。\n（一）丑。\n（二）子。\n（三）寅。\n二、乙。",
    "一、甲。\n（一）子。\n（二）寅。\n（三）丑。\n二、乙。" },
  /* In one block. */
  { "总述。一、甲。做甲。二、乙。做|乙。三、丙。", "总述。一、乙。做乙。二、甲。做甲。三、丙。",
    "总述。一、甲。做甲。二、丙。三、乙。做乙。" },
  /* Numbers are renewed as they are written, and a gap is closed by the way. */
  { "1．甲。\n3．乙|。", "1．乙。\n2．甲。", NULL },
  { "①甲。\n②乙|。", "①乙。\n②甲。", NULL },
  { "（9）甲。\n（10）乙|。", "（9）乙。\n（10）甲。", NULL },
};

static void
test_move (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      guint paragraph, offset;
      g_autoptr (NbText) text = parse (moves[i].text, &paragraph, &offset);
      NbTextSection before, moved;
      g_autoptr (NbText) up = nb_text_move_section (text, paragraph, offset, FALSE, &moved);
      g_autoptr (NbText) down = NULL;

      assert_text (up, moves[i].up);
      if (up != NULL)
        {
          /* It went there, and what it says is what it said. */
          g_assert_true (nb_text_find_section (text, paragraph, offset, &before));
          g_assert_cmpuint (moved.from, <, before.from);
          g_assert_cmpint (moved.kind, ==, before.kind);
        }
      down = nb_text_move_section (text, paragraph, offset, TRUE, &moved);
      assert_text (down, moves[i].down);
      if (down != NULL)
        {
          g_autoptr (NbText) back =
              nb_text_move_section (down, moved.paragraph, moved.start, FALSE, NULL);
          g_autoptr (GPtrArray) edits = nb_text_renumber_run (text, paragraph, offset);

          /* Back again, unless the numbers had to be mended. */
          if (edits->len == 0)
            g_assert_true (nb_text_equal (back, text));
        }
    }
}

static const struct
{
  const char *text;
  const char *renumbered; /* NULL: no run */
} runs[] = {
  { "没有|编号。", NULL },
  { "一是办展。二是讲座。五是|借书。六是还书。", "一是办展。二是讲座。三是借书。四是还书。" },
  { "一是办展。二是|讲座。", "一是办展。二是讲座。" },
  /* The run that one is in, not the one before. */
  { "一是甲。三是乙。\n二、丙。一是丁。四是|戊。", "一是甲。三是乙。\n二、丙。一是丁。二是戊。" },
  { "第一，甲。第三，|乙。", "第一，甲。第二，乙。" },
  { "一、甲。\n三、|乙。\n四、丙。", "一、甲。\n二、乙。\n三、丙。" },
  { "一、甲。\n（一）子。\n（三）|丑。\n二、乙。\n（四）寅。",
    "一、甲。\n（一）子。\n（二）丑。\n二、乙。\n（四）寅。" },
  /* Behind a heading the run before it is over. */
  { "一是甲。三是乙。\n二、丙。\n四、丁|。", "一是甲。三是乙。\n二、丙。\n三、丁。" },
};

static void
test_renumber (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      guint paragraph, offset;
      g_autoptr (NbText) text = parse (runs[i].text, &paragraph, &offset);
      g_autoptr (GPtrArray) edits = nb_text_renumber_run (text, paragraph, offset);
      g_autoptr (NbText) made = edits != NULL ? nb_text_make_edits (text, edits) : NULL;

      assert_text (made, runs[i].renumbered);
    }
}

static void
test_markers (void)
{
  static const struct
  {
    const char *marker;
    guint number;
    const char *written;
  } cases[] = {
    { "一、", 12, "十二、" }, { "（十二）", 3, "（三）" },  { "(三)", 4, "(四)" },
    { "1.", 10, "10." },      { "（９）", 10, "（１０）" }, { "③", 4, "④" },
    { "⑳", 21, NULL },        { "第三", 5, "第五" },        { "第3", 5, "第5" },
    { "三是", 100, NULL },    { "首先", 2, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = nb_text_format_marker (cases[i].marker, cases[i].number);

      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

/* The counterpart is found by its words, whatever its number. */
static void
test_same_section (void)
{
  g_autoptr (NbText) now = nb_text_new ("一、工作。\n（一）展览。\n三、问题。人少。");
  g_autoptr (NbText) last = nb_text_new ("一、工作。\n二、问题。钱少。\n四、计划。");
  NbTextSection section, found;

  g_assert_true (nb_text_find_section (last, 1, 2, &section));
  g_assert_true (nb_text_find_same_section (now, last, &section, &found));
  g_assert_cmpuint (found.paragraph, ==, 2);
  g_assert_true (nb_text_find_section (last, 2, 0, &section));
  g_assert_false (nb_text_find_same_section (now, last, &section, &found));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/section/find", test_find);
  g_test_add_func ("/text/section/move", test_move);
  g_test_add_func ("/text/section/renumber", test_renumber);
  g_test_add_func ("/text/section/markers", test_markers);
  g_test_add_func ("/text/section/same", test_same_section);
  return g_test_run ();
}
