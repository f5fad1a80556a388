/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From paper to the report and back: what is clicked on, and where the cursor stands. */

#include <string.h>

#include "nb-page-place.h"
#include "page-fixture.h"
#include "page-generator.h"

#define FEW 12 /* reports: every gap of each is asked for */

static gboolean
is_running (NbForm *form, const NbPageBox *box)
{
  NbFieldType type =
      box->field != NULL ? nb_form_lookup_field (form, box->field)->type : NB_FIELD_CODE;

  return box->kind == NB_PAGE_TEXT && (type == NB_FIELD_LINE || type == NB_FIELD_LONG);
}

/* Each gap of the line, but for the one at its end, which the next line may begin with: the cursor stands in
 * the line, further right than the one before, and a click on it comes back to a place that looks the same. */
static void
check_line (const NbPageList *pages, guint page, const NbPageBox *box)
{
  guint length = (guint) g_utf8_strlen (box->text, -1);
  int last = box->rect.x;

  for (guint i = 0; i < length; i++)
    {
      NbPagePlace place = { box->field, box->paragraph, box->start + i };
      NbPagePlace back;
      guint found = page;
      NbRect cursor, again;

      g_assert_true (nb_page_list_locate (pages, &place, &found, &cursor));
      g_assert_cmpuint (found, ==, page);
      g_assert_cmpint (cursor.y, ==, box->rect.y);
      g_assert_cmpint (cursor.x, >=, last);
      g_assert_cmpint (cursor.x, <=, box->rect.x + box->rect.width);
      last = cursor.x;

      g_assert_true (
          nb_page_list_find_place (pages, page, cursor.x, cursor.y + cursor.height / 2, &back));
      g_assert_cmpstr (back.field, ==, box->field);
      g_assert_cmpuint (back.paragraph, ==, box->paragraph);
      g_assert_true (nb_page_list_locate (pages, &back, &found, &again));
      if (again.y == cursor.y)
        g_assert_cmpint (ABS (again.x - cursor.x), <=, 2);
      else
        /* What hangs out at the end has no room: there one is at the next line already. */
        g_assert_cmpint (cursor.x, >=, box->rect.x + box->rect.width - 2);
    }
}

static void
test_every_gap (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (PAGE_SEED);
  guint n = 0;

  for (guint i = 0; i < FEW; i++)
    {
      g_autoptr (NbReportData) data = page_generate_report (random, form);
      g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, FALSE);

      for (guint page = 0; page < nb_page_list_get_n_pages (pages); page++)
        for (guint j = 0; j < nb_page_list_get_n_boxes (pages, page); j++)
          {
            const NbPageBox *box = nb_page_list_get_box (pages, page, j);

            if (is_running (form, box))
              {
                check_line (pages, page, box);
                n++;
              }
          }
    }
  g_assert_cmpuint (n, >, 100);
}

/* Areas have room, lie on the sheet, and none takes a click from a smaller one. */
static void
test_areas (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (PAGE_SEED);
  g_autoptr (NbReportData) data = page_generate_report (random, form);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint page = 0; page < nb_page_list_get_n_pages (pages); page++)
    for (guint i = 0; i < nb_page_list_get_n_areas (pages, page); i++)
      {
        const NbPageArea *area = nb_page_list_get_area (pages, page, i);
        NbPagePlace place;
        int width, height;

        nb_page_list_get_size (pages, page, &width, &height);
        g_assert_cmpint (area->rect.width, >, 0);
        g_assert_cmpint (area->rect.height, >, 0);
        g_assert_cmpint (area->rect.x, >=, 0);
        g_assert_cmpint (area->rect.x + area->rect.width, <=, width);
        g_assert_cmpint (area->rect.y + area->rect.height, <=, height);
        g_assert_true (nb_page_list_find_place (pages, page, area->rect.x + area->rect.width / 2,
                                                area->rect.y + area->rect.height / 2, &place));
        g_assert_cmpstr (place.field, ==, area->field);
        if (area->value)
          g_hash_table_add (seen, (char *) area->field);
      }
  /* Whatever the form asks has room on its paper. */
  g_assert_cmpuint (g_hash_table_size (seen), ==, nb_form_get_n_fields (form));
}

/* The middle of the room of @field nearest to @page. */
static NbRect
find_room (const NbPageList *pages, const char *field, guint *page)
{
  NbRect room;

  g_assert_true (nb_page_list_find_room (pages, field, page, &room));
  return room;
}

static void
assert_click (const NbPageList *pages,
              guint page,
              int x,
              int y,
              const char *field,
              guint paragraph,
              guint offset)
{
  NbPagePlace place;

  g_assert_true (nb_page_list_find_place (pages, page, x, y, &place));
  g_assert_cmpstr (place.field, ==, field);
  g_assert_cmpuint (place.paragraph, ==, paragraph);
  g_assert_cmpuint (place.offset, ==, offset);
}

/* Free room, labels, margins; values that paper spells in its own way; two places for one value. */
static void
test_clicks (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data =
      page_fixture_report (form, "name=甲中心（乙）\nyear=2022\ninitial-capital=50\npreparer=某人\n"
                                 "activities=一二三\n 四五六");
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  NbPagePlace place = { "name", 0, 2 };
  guint page = 0;
  NbRect room = find_room (pages, "year", &page);
  NbRect cursor;

  g_assert_cmpuint (page, ==, 0);
  assert_click (pages, 0, room.x + room.width - 1, room.y + 1, "year", 0, 0);
  g_assert_false (nb_page_list_find_place (pages, 0, 1000, 1000, &place));

  /* On the cover and in the table: whichever is nearer to where one looks. */
  place = (NbPagePlace){ "name", 0, 2 };
  g_assert_true (nb_page_list_locate (pages, &place, &page, &cursor));
  g_assert_cmpuint (page, ==, 0);
  page = 2;
  g_assert_true (nb_page_list_locate (pages, &place, &page, &cursor));
  g_assert_cmpuint (page, ==, 1);

  room = find_room (pages, "initial-capital", &page);
  assert_click (pages, page, room.x + room.width - 1, room.y + room.height / 2, "initial-capital",
                0, 0);
  /* The label stands at the left of it. */
  assert_click (pages, page, room.x - 1000, room.y + room.height / 2, "initial-capital", 0, 0);

  /* Nothing is filled in: the room is there, a cursor is not. */
  room = find_room (pages, "address", &page);
  assert_click (pages, page, room.x + room.width / 2, room.y + room.height / 2, "address", 0, 0);
  place = (NbPagePlace){ "address", 0, 0 };
  g_assert_false (nb_page_list_locate (pages, &place, &page, &cursor));

  page = 1;
  room = find_room (pages, "activities", &page);
  assert_click (pages, page, room.x + 1, room.y + 1, "activities", 0, 0);
  assert_click (pages, page, room.x + room.width - 1, room.y + 1, "activities", 0, 3);
  assert_click (pages, page, room.x + room.width - 1, room.y + room.height - 1, "activities", 1, 3);
  assert_click (pages, page, room.x + 1, room.y + room.height - 1, "activities", 1, 0);

  page = 1;
  room = find_room (pages, "preparer", &page);
  assert_click (pages, page, room.x + room.width / 2, room.y + 1, "preparer", 0, 0);
}

/* A paragraph goes on on the next sheet, and so does the cursor; an empty one stands behind the one before. */
static void
test_over_sheets (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (GString) lines = g_string_new ("activities=");
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (NbPageList) pages = NULL;
  NbPagePlace place = { "activities", 0, 0 };
  NbRect cursor, end;
  guint first = 0, last = 0;

  for (guint i = 0; i < 2000; i++)
    g_string_append (lines, "字");
  g_string_append (lines, "\n \n 完");
  data = page_fixture_report (form, lines->str);
  pages = page_fixture_layout (data, NB_COPY_FILING, FALSE);

  g_assert_true (nb_page_list_locate (pages, &place, &first, &cursor));
  place.offset = 2000;
  g_assert_true (nb_page_list_locate (pages, &place, &last, &end));
  g_assert_cmpuint (last, >, first);
  place = (NbPagePlace){ "activities", 1, 0 };
  g_assert_true (nb_page_list_locate (pages, &place, &last, &cursor));
  g_assert_cmpint (cursor.x, ==, end.x);
  g_assert_cmpint (cursor.y, ==, end.y);
  place = (NbPagePlace){ "activities", 2, 1 };
  first = last;
  g_assert_true (nb_page_list_locate (pages, &place, &last, &cursor));
  g_assert_true (last > first || cursor.y > end.y);
}

/* Down the paper and up again: every field with room for a value, one that goes on over sheets once. */
static void
test_step (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (PAGE_SEED);
  g_autoptr (NbReportData) data = page_generate_report (random, form);
  g_autoptr (NbPageList) pages = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  g_autoptr (GPtrArray) down = g_ptr_array_new ();
  guint page = 0, before = 0;
  const char *field = nb_page_list_step (pages, NULL, &page, 1);

  for (guint i = 0; i < 100; i++)
    {
      const char *next;

      g_ptr_array_add (down, (char *) field);
      before = page;
      next = nb_page_list_step (pages, field, &page, 1);
      g_assert_cmpuint (page, >=, before);
      if (g_str_equal (next, field))
        break;
      field = next;
    }
  g_assert_cmpuint (down->len, >=, nb_form_get_n_fields (form));
  g_assert_cmpuint (down->len, <, 100);
  for (guint i = down->len; i-- > 1;)
    {
      field = nb_page_list_step (pages, down->pdata[i], &page, -1);
      g_assert_cmpstr (field, ==, down->pdata[i - 1]);
    }
  g_assert_cmpuint (page, ==, 0);
  page = 1;
  nb_page_list_step (pages, NULL, &page, 1);
  g_assert_cmpuint (page, ==, 1);
  nb_page_list_step (pages, NULL, &page, -1);
  g_assert_cmpuint (page, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/every-gap", test_every_gap);
  g_test_add_func ("/place/areas", test_areas);
  g_test_add_func ("/place/clicks", test_clicks);
  g_test_add_func ("/place/over-sheets", test_over_sheets);
  g_test_add_func ("/place/step", test_step);
  return g_test_run ();
}
