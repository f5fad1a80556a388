/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-place.h"

#include <string.h>

#include "nb-run-spacing.h"

static gboolean
contains (const NbRect *rect, int x, int y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static gboolean
lies_in (const NbRect *inner, const NbRect *outer)
{
  return contains (outer, inner->x, inner->y + inner->height / 2);
}

/* 0 where @at lies in @length from @start on, else how far away. */
static int
get_distance (int at, int start, int length)
{
  if (at < start)
    return start - at;
  return at > start + length ? at - start - length : 0;
}

/* Paper shows the characters of these as they were typed, one by one. */
static gboolean
is_running_text (const NbPageList *list, const char *field)
{
  NbFieldType type = nb_form_lookup_field (list->form, field)->type;

  return type == NB_FIELD_LONG || type == NB_FIELD_LINE;
}

static int
get_micrometres (double points)
{
  return (int) (points * 25400.0 / 72.0);
}

/* Behind the character at @at and the marks that join it. */
static const char *
skip_character (const NbRunSpacing *spacing, const char *at)
{
  do
    at = g_utf8_next_char (at);
  while (*at != '\0' && nb_run_spacing_joins (spacing, g_utf8_get_char (at)));
  return at;
}

/* The gap between the characters of @box that is nearest to @x: how many code points stand before it. */
static guint
find_gap (const NbPageList *list, const NbPageBox *box, int x)
{
  NbRunSpacing spacing;
  const char *at = box->text;
  int before = box->rect.x;

  nb_run_spacing_init (&spacing, box, list->metrics);
  while (*at != '\0')
    {
      const char *next = skip_character (&spacing, at);
      int after;

      nb_run_spacing_pass (&spacing, at, next);
      after = box->rect.x
              + get_micrometres (nb_run_spacing_get_place (&spacing, g_utf8_get_char (next)));
      if (x < before + (after - before) / 2)
        break;
      before = after;
      at = next;
    }
  return (guint) g_utf8_pointer_to_offset (box->text, at);
}

/* The line of the value of @area's field that is nearest to the point, among those in it. */
static const NbPageBox *
find_line (const NbPageList *list, guint page, const NbPageArea *area, int x, int y)
{
  const NbPageBox *nearest = NULL;
  int least = G_MAXINT;

  for (guint i = 0; i < nb_page_list_get_n_boxes (list, page); i++)
    {
      const NbPageBox *box = nb_page_list_get_box (list, page, i);
      int distance;

      if (box->kind != NB_PAGE_TEXT || g_strcmp0 (box->field, area->field) != 0
          || !lies_in (&box->rect, &area->rect))
        continue;
      distance = get_distance (y, box->rect.y, box->rect.height);
      if (distance < least)
        {
          least = distance;
          nearest = box;
        }
    }
  return nearest;
}

gboolean
nb_page_list_find_place (const NbPageList *list, guint page, int x, int y, NbPagePlace *place)
{
  const NbPageArea *area = NULL;
  const NbPageBox *line;

  for (guint i = 0; i < nb_page_list_get_n_areas (list, page) && area == NULL; i++)
    if (contains (&nb_page_list_get_area (list, page, i)->rect, x, y))
      area = nb_page_list_get_area (list, page, i);
  if (area == NULL)
    return FALSE;
  *place = (NbPagePlace){ .field = area->field };
  line = find_line (list, page, area, x, y);
  if (line != NULL && is_running_text (list, area->field))
    {
      place->paragraph = line->paragraph;
      place->offset = line->start + find_gap (list, line, x);
    }
  return TRUE;
}

/* Whether @box shows characters of the field that stand before the cursor in @place, or behind it at once. */
static gboolean
reaches (const NbPageList *list, const NbPageBox *box, const NbPagePlace *place)
{
  if (box->kind != NB_PAGE_TEXT || g_strcmp0 (box->field, place->field) != 0)
    return FALSE;
  return !is_running_text (list, place->field) || box->paragraph < place->paragraph
         || (box->paragraph == place->paragraph && box->start <= place->offset);
}

static gboolean
stands_behind (const NbPageBox *box, const NbPageBox *other)
{
  return box->paragraph != other->paragraph ? box->paragraph > other->paragraph
                                            : box->start > other->start;
}

/* The last of the boxes of @page that reach the place. */
static const NbPageBox *
find_last (const NbPageList *list, guint page, const NbPagePlace *place)
{
  const NbPageBox *last = NULL;

  for (guint i = 0; i < nb_page_list_get_n_boxes (list, page); i++)
    {
      const NbPageBox *box = nb_page_list_get_box (list, page, i);

      if (reaches (list, box, place) && (last == NULL || stands_behind (box, last)))
        last = box;
    }
  return last;
}

static guint
count_before (const NbPageList *list, const NbPageBox *box, const NbPagePlace *place)
{
  if (!is_running_text (list, place->field))
    return 0;
  return box->paragraph == place->paragraph ? place->offset - box->start : G_MAXUINT;
}

static void
put_cursor (const NbPageList *list, const NbPageBox *box, const NbPagePlace *place, NbRect *cursor)
{
  NbRunSpacing spacing;
  const char *end = box->text;
  int x;

  for (guint n = count_before (list, box, place); n > 0 && *end != '\0'; n--)
    end = g_utf8_next_char (end);
  nb_run_spacing_init (&spacing, box, list->metrics);
  nb_run_spacing_pass (&spacing, box->text, end);
  x = get_micrometres (nb_run_spacing_get_place (&spacing, g_utf8_get_char (end)));
  *cursor =
      (NbRect){ box->rect.x + CLAMP (x, 0, box->rect.width), box->rect.y, 0, box->rect.height };
}

typedef enum
{
  FIT_BEFORE, /* all of the line stands before the cursor, and something between */
  FIT_END,    /* the cursor stands at its end */
  FIT_INSIDE,
} Fit;

static Fit
get_fit (const NbPageList *list, const NbPagePlace *place, const NbPageBox *box)
{
  guint before = count_before (list, box, place);
  guint length = (guint) g_utf8_strlen (box->text, -1);

  if (before > length)
    return FIT_BEFORE;
  return before == length ? FIT_END : FIT_INSIDE;
}

/* Of two lines on different sheets: the same value may stand on both, broken into other lines. */
static gboolean
is_better (const NbPageList *list,
           const NbPagePlace *place,
           const NbPageBox *box,
           const NbPageBox *other)
{
  Fit fit = get_fit (list, place, box);
  Fit other_fit = get_fit (list, place, other);

  return fit != other_fit ? fit > other_fit : fit == FIT_BEFORE && stands_behind (box, other);
}

static guint
get_way (guint page, guint other)
{
  return page > other ? page - other : other - page;
}

gboolean
nb_page_list_locate (const NbPageList *list, const NbPagePlace *place, guint *page, NbRect *cursor)
{
  const NbPageBox *found = NULL;
  guint near = *page;

  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    {
      const NbPageBox *box = find_last (list, i, place);

      if (box == NULL)
        continue;
      if (found == NULL || is_better (list, place, box, found)
          || (!is_better (list, place, found, box) && get_way (i, near) < get_way (*page, near)))
        {
          found = box;
          *page = i;
        }
    }
  if (found != NULL)
    put_cursor (list, found, place, cursor);
  return found != NULL;
}

gboolean
nb_page_list_find_room (const NbPageList *list, const char *field, guint *page, NbRect *room)
{
  gboolean found = FALSE;
  guint near = *page;

  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    for (guint j = 0; j < nb_page_list_get_n_areas (list, i); j++)
      {
        const NbPageArea *area = nb_page_list_get_area (list, i, j);

        if (!area->value || strcmp (area->field, field) != 0
            || (found && get_way (i, near) >= get_way (*page, near)))
          continue;
        found = TRUE;
        *page = i;
        *room = area->rect;
      }
  return found;
}

/* The room of a value, in the order of the paper. */
typedef struct
{
  guint page;
  const char *field;
} Stop;

static GArray *
list_stops (const NbPageList *list)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));

  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    for (guint j = 0; j < nb_page_list_get_n_areas (list, i); j++)
      {
        const NbPageArea *area = nb_page_list_get_area (list, i, j);
        const Stop stop = { i, area->field };
        const Stop *last = stops->len > 0 ? &g_array_index (stops, Stop, stops->len - 1) : NULL;

        if (area->value && (last == NULL || strcmp (last->field, stop.field) != 0))
          g_array_append_val (stops, stop);
      }
  return stops;
}

/* The stop of @field, the last one not after @page; -1 where there is none. */
static int
find_stop (const GArray *stops, const char *field, guint page)
{
  int found = -1;

  for (guint i = 0; i < stops->len; i++)
    if (g_strcmp0 (g_array_index (stops, Stop, i).field, field) == 0
        && g_array_index (stops, Stop, i).page <= page)
      found = (int) i;
  return found;
}

const char *
nb_page_list_step (const NbPageList *list, const char *field, guint *page, int step)
{
  g_autoptr (GArray) stops = list_stops (list);
  int at = find_stop (stops, field, *page);
  int n_stops = (int) stops->len;

  if (n_stops == 0)
    return NULL;
  if (at >= 0)
    at += step;
  else
    {
      for (at = 0; at < n_stops && g_array_index (stops, Stop, at).page < *page;)
        at++;
      if (step < 0)
        at--;
    }
  at = CLAMP (at, 0, n_stops - 1);
  *page = g_array_index (stops, Stop, at).page;
  return g_array_index (stops, Stop, at).field;
}
