/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold of the official paper whatever a report says: no character is lost, none runs off
 * the page, nothing lies over anything else. */

#include <string.h>

#include "nb-page-list-private.h"
#include "page-fixture.h"
#include "page-generator.h"

/* The characters of all boxes of @field, in the order of the list. */
static char *
collect (const NbPageList *pages, const char *field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < nb_page_list_get_n_pages (pages); i++)
    for (guint j = 0; j < nb_page_list_get_n_boxes (pages, i); j++)
      {
        const NbPageBox *box = nb_page_list_get_box (pages, i, j);

        if (g_strcmp0 (box->field, field) == 0)
          g_string_append (text, box->text);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_printed (const NbReportData *data, const NbFieldDef *field)
{
  g_autofree char *canonical = nb_report_data_dup_canonical (data, field->id);
  g_auto (GStrv) paragraphs = g_strsplit (canonical, "\n", -1);
  g_autofree char *joined = g_strjoinv ("", paragraphs);

  return g_strconcat (joined, *joined != '\0' && field->unit != NULL ? field->unit : "", NULL);
}

/* Every field of the copy is there with all its characters in order, @times times. */
static void
check_complete (const NbReportData *data, const NbPageList *pages, NbCopy copy)
{
  NbForm *form = nb_report_data_get_form (data);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      g_autofree char *value = dup_printed (data, field);
      g_autofree char *found = collect (pages, field->id);
      /* The cover repeats two values of the table, the name without what stands in brackets behind it;
       * words that hold a value are no box of a field. */
      gboolean cover =
          g_str_equal (field->id, "name") || g_str_equal (field->id, "legal-representative");
      gboolean words = field->type == NB_FIELD_YEAR || field->type == NB_FIELD_DATE
                       || (!field->published && field->type == NB_FIELD_LINE);

      if (copy == NB_COPY_PUBLICATION && !field->published)
        g_assert_cmpstr (found, ==, "");
      else if (copy == NB_COPY_FILING && cover)
        {
          g_assert_true (g_str_has_suffix (found, value));
          found[strlen (found) - strlen (value)] = '\0';
          g_assert_true (g_str_has_prefix (value, found));
          g_assert_true (*found != '\0' || *value == '\0');
        }
      else if (!words)
        g_assert_cmpstr (found, ==, value);
    }
}

/* Each box says where in its field its first character stands. */
static void
check_places (const NbReportData *data, const NbPageList *pages)
{
  for (guint i = 0; i < nb_page_list_get_n_pages (pages); i++)
    for (guint j = 0; j < nb_page_list_get_n_boxes (pages, i); j++)
      {
        const NbPageBox *box = nb_page_list_get_box (pages, i, j);
        const NbParagraph *paragraph;

        if (box->field == NULL
            || nb_form_lookup_field (nb_report_data_get_form (data), box->field)->type
                   != NB_FIELD_LONG)
          continue;
        paragraph =
            nb_text_get_paragraph (nb_report_data_get_text (data, box->field), box->paragraph);
        g_assert_true (
            g_str_has_prefix (g_utf8_offset_to_pointer (paragraph->text, box->start), box->text));
      }
}

/* The width that a run's characters take, without what hangs out at its end. */
static gint64
get_width (const NbMetrics *metrics, const NbPageBox *box)
{
  g_autofree char *text = g_strchomp (g_strdup (box->text));
  gunichar before = 0;
  gint64 width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      width += nb_metrics_get_advance (metrics, c);
      width -= before != 0 ? nb_metrics_get_overlap (metrics, before, c) : 0;
      before = c;
    }
  width -= before != 0 ? nb_metrics_get_blank_after (metrics, before) : 0;
  return width * box->size / 1000;
}

static gboolean
overlap (NbRect a, NbRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static void
check_box (const NbPageList *pages, guint page, guint index)
{
  const NbPageBox *box = nb_page_list_get_box (pages, page, index);
  const NbMetrics *metrics = nb_page_list_get_metrics (pages);
  int width, height;

  nb_page_list_get_size (pages, page, &width, &height);
  /* No printer reaches the last centimetre. */
  g_assert_cmpint (box->rect.x, >=, 10000);
  g_assert_cmpint (box->rect.y, >=, 10000);
  g_assert_cmpint (box->rect.x + box->rect.width, <=, width - 10000);
  g_assert_cmpint (box->rect.y + box->rect.height, <=, height - 10000);
  if (box->kind != NB_PAGE_TEXT || box->draft)
    return;
  g_assert_cmpint (box->baseline, >=, box->rect.y);
  if (!box->vertical)
    {
      /* Characters may be spread, never squeezed. */
      g_assert_cmpint (box->rect.width + 1, >=, get_width (metrics, box));
      g_assert_cmpint (box->rect.height, ==, box->size);
    }
  for (guint i = index + 1; i < nb_page_list_get_n_boxes (pages, page); i++)
    {
      const NbPageBox *other = nb_page_list_get_box (pages, page, i);

      if (!other->draft && overlap (box->rect, other->rect))
        g_error ("“%s” and “%s” overlap", box->text, other->text);
    }
}

static const NbPageBox *
lookup_box (const NbPageList *pages, guint page, const char *part)
{
  for (guint i = 0; i < nb_page_list_get_n_boxes (pages, page); i++)
    {
      const NbPageBox *box = nb_page_list_get_box (pages, page, i);

      if (box->text != NULL && strstr (box->text, part) != NULL)
        return box;
    }
  return NULL;
}

/* Over the line of @caption, down to it, a square of 40 mm is free for a seal, and it lies on the
 * sheet in one piece. */
static void
check_seal (const NbPageList *pages, const char *caption)
{
  guint n_found = 0;

  for (guint page = 0; page < nb_page_list_get_n_pages (pages); page++)
    {
      const NbPageBox *box = lookup_box (pages, page, caption);
      NbRect square;

      if (box == NULL)
        continue;
      n_found++;
      square = (NbRect){ box->rect.x + box->rect.width - 40000, box->rect.y - 40000, 40000, 40000 };
      for (guint i = 0; i < nb_page_list_get_n_boxes (pages, page); i++)
        {
          const NbPageBox *other = nb_page_list_get_box (pages, page, i);

          if (!other->draft && overlap (square, other->rect))
            {
              g_autofree char *dump = nb_page_list_dump (pages);

              g_test_message ("page %u, box %u:\n%s", page + 1, i, dump);
              g_assert_not_reached ();
            }
        }
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static void
check_pages (const NbReportData *data, NbCopy copy, gboolean draft)
{
  g_autoptr (NbPageList) pages = page_fixture_layout (data, copy, draft);

  check_complete (data, pages, copy);
  check_places (data, pages);
  for (guint i = 0; i < nb_page_list_get_n_pages (pages); i++)
    {
      g_assert_cmpint (nb_page_list_get_box (pages, i, 0)->draft, ==, draft);
      for (guint j = 0; j < nb_page_list_get_n_boxes (pages, i); j++)
        check_box (pages, i, j);
    }
  if (copy == NB_COPY_FILING)
    {
      check_seal (pages, "（事业单位盖章）");
      check_seal (pages, "（举办单位盖章）");
      check_seal (pages, "（单位公章）");
    }
}

static void
test_generated (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (PAGE_SEED);

  for (guint i = 0; i < PAGE_N_REPORTS; i++)
    {
      g_autoptr (NbReportData) data = page_generate_report (random, form);

      check_pages (data, NB_COPY_FILING, i % 2 == 0);
      check_pages (data, NB_COPY_PUBLICATION, FALSE);
    }
}

static void
test_same_twice (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (PAGE_SEED);
  g_autoptr (NbReportData) data = page_generate_report (random, form);
  g_autoptr (NbPageList) first = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  g_autoptr (NbPageList) second = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  g_autofree char *one = nb_page_list_dump (first);
  g_autofree char *two = nb_page_list_dump (second);

  g_assert_cmpstr (one, ==, two);
}

/* The narrative of @size bytes made of @piece; the milliseconds that its layout took. */
static double
time_narrative (NbForm *form, const char *piece, gsize size)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new (form);
  g_autoptr (GString) narrative = g_string_new (NULL);
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbPageList) pages = NULL;
  g_autoptr (NbText) text = NULL;
  g_autofree char *found = NULL;
  gint64 start;

  while (narrative->len < size)
    g_string_append (narrative, piece);
  text = nb_text_new (narrative->str);
  g_assert_true (nb_report_data_builder_set_text (builder, "activities", text, NULL));
  data = nb_report_data_builder_finish (builder);

  start = g_get_monotonic_time ();
  pages = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  start = g_get_monotonic_time () - start;

  found = collect (pages, "activities");
  g_assert_cmpuint (strlen (found), ==, narrative->len);
  g_assert_cmpstr (found, ==, narrative->str);
  for (guint i = 0; i < nb_page_list_get_n_pages (pages); i++)
    for (guint j = 0; j < nb_page_list_get_n_boxes (pages, i); j++)
      check_box (pages, i, j);
  return start / 1000.0;
}

/* What breaks other typesetters: 300 KB without a place to break a line, and a megabyte of text. The
 * bounds are wide: quadratic work would be over them a hundred times. */
static void
test_endless (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  double chinese = time_narrative (form, "开展业务活动", 300 * 1024);
  double letters = time_narrative (form, "a", 300 * 1024);
  double openers = time_narrative (form, "（", 300 * 1024);
  double marks = time_narrative (form, "\314\201", 300 * 1024);
  double much = time_narrative (form, "开展业务活动，", 1024 * 1024);

  g_test_message ("300 KB: Chinese %.1f ms, letters %.1f, brackets %.1f, marks %.1f; 1 MB %.1f",
                  chinese, letters, openers, marks, much);
  g_assert_cmpfloat (letters, <, 10 * chinese + 100);
  g_assert_cmpfloat (openers, <, 10 * chinese + 100);
  g_assert_cmpfloat (marks, <, 10 * chinese + 100);
  g_assert_cmpfloat (much, <, 20 * chinese + 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/generated", test_generated);
  g_test_add_func ("/paper/same-twice", test_same_twice);
  g_test_add_func ("/paper/endless", test_endless);
  return g_test_run ();
}
