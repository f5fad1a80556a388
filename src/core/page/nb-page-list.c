/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-list-private.h"

static void
page_box_clear (gpointer data)
{
  NbPageBox *box = data;

  g_free (box->text);
}

static void
sheet_clear (gpointer data)
{
  NbSheet *sheet = data;

  g_array_unref (sheet->boxes);
  g_array_unref (sheet->areas);
  g_free (sheet->code);
}

static NbMetrics *
make_metrics (const NbPageDef *pages)
{
  NbMetrics *metrics = nb_metrics_new (pages->line_start, pages->line_end);

  nb_metrics_set_blanks (metrics, pages->blank_before, pages->blank_after);
  nb_metrics_set_units (metrics, pages->units);
  for (guint i = 0; i < pages->advances->len; i++)
    {
      const NbAdvanceDef *advance = &g_array_index (pages->advances, NbAdvanceDef, i);

      nb_metrics_set_advance (metrics, advance->characters, advance->per_mille);
    }
  return metrics;
}

/* The first value of a field of @type that stands on the certificate, or that does not. */
static char *
dup_first (const NbReportData *data, NbFieldType type, gboolean certificate)
{
  NbForm *form = nb_report_data_get_form (data);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);

      if (field->type == type && field->certificate == certificate)
        return nb_report_data_dup_canonical (data, field->id);
    }
  return g_strdup ("");
}

NbPageList *
nb_page_list_new (const NbReportData *data)
{
  NbForm *form = nb_report_data_get_form (data);
  NbPageList *list = g_new0 (NbPageList, 1);
  /* The first registered fact in words is the institution's name in every edition. */
  g_autofree char *name = dup_first (data, NB_FIELD_LINE, TRUE);
  g_autofree char *year = dup_first (data, NB_FIELD_YEAR, FALSE);
  GString *title = g_string_new (nb_form_get_title (form));

  g_atomic_ref_count_init (&list->references);
  list->form = nb_form_ref (form);
  list->metrics = make_metrics (nb_form_get_pages (form));
  list->sheets = g_array_new (FALSE, FALSE, sizeof (NbSheet));
  g_array_set_clear_func (list->sheets, sheet_clear);
  if (*year != '\0')
    g_string_append_printf (title, "（%s年度）", year);
  if (*name != '\0')
    g_string_append_printf (title, " %s", name);
  list->title = g_string_free (title, FALSE);
  list->author = g_steal_pointer (&name);
  return list;
}

NbPageList *
nb_page_list_ref (NbPageList *list)
{
  g_atomic_ref_count_inc (&list->references);
  return list;
}

void
nb_page_list_unref (NbPageList *list)
{
  if (!g_atomic_ref_count_dec (&list->references))
    return;
  g_array_unref (list->sheets);
  nb_metrics_free (list->metrics);
  nb_form_unref (list->form);
  g_free (list->title);
  g_free (list->author);
  g_free (list);
}

NbSheet *
nb_page_list_add_sheet (NbPageList *list, const NbBoxDef *page)
{
  NbSheet sheet = { page, g_array_new (FALSE, FALSE, sizeof (NbPageBox)),
                    g_array_new (FALSE, FALSE, sizeof (NbPageArea)) };

  g_array_set_clear_func (sheet.boxes, page_box_clear);
  g_array_append_val (list->sheets, sheet);
  return &g_array_index (list->sheets, NbSheet, list->sheets->len - 1);
}

static const NbSheet *
get_sheet (const NbPageList *list, guint page)
{
  g_return_val_if_fail (page < list->sheets->len, NULL);
  return &g_array_index (list->sheets, NbSheet, page);
}

guint
nb_page_list_get_n_pages (const NbPageList *list)
{
  return list->sheets->len;
}

void
nb_page_list_get_size (const NbPageList *list, guint page, int *width, int *height)
{
  const NbSheet *sheet = get_sheet (list, page);

  *width = sheet->page->width;
  *height = sheet->page->height;
}

guint
nb_page_list_get_n_boxes (const NbPageList *list, guint page)
{
  return get_sheet (list, page)->boxes->len;
}

const NbPageBox *
nb_page_list_get_box (const NbPageList *list, guint page, guint index)
{
  const NbSheet *sheet = get_sheet (list, page);

  g_return_val_if_fail (index < sheet->boxes->len, NULL);
  return &g_array_index (sheet->boxes, NbPageBox, index);
}

guint
nb_page_list_get_n_areas (const NbPageList *list, guint page)
{
  return get_sheet (list, page)->areas->len;
}

const NbPageArea *
nb_page_list_get_area (const NbPageList *list, guint page, guint index)
{
  const NbSheet *sheet = get_sheet (list, page);

  g_return_val_if_fail (index < sheet->areas->len, NULL);
  return &g_array_index (sheet->areas, NbPageArea, index);
}

const char *
nb_page_list_get_title (const NbPageList *list)
{
  return list->title;
}

const char *
nb_page_list_get_code (const NbPageList *list, guint page)
{
  return get_sheet (list, page)->code;
}

char *
nb_page_list_dup_text (const NbPageList *list, guint page)
{
  const NbSheet *sheet = get_sheet (list, page);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->boxes->len; i++)
    {
      const NbPageBox *box = &g_array_index (sheet->boxes, NbPageBox, i);

      if (box->kind != NB_PAGE_TEXT || box->draft)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, box->text);
    }
  return g_string_free (text, FALSE);
}

const NbMetrics *
nb_page_list_get_metrics (const NbPageList *list)
{
  return list->metrics;
}

const char *
nb_page_list_get_author (const NbPageList *list)
{
  return list->author;
}

static void
dump_box (GString *out, const NbPageBox *box)
{
  static const char *const kinds[] = { "rule", "text", "code" };

  g_string_append_printf (out, "%s %d %d %d %d", kinds[box->kind], box->rect.x, box->rect.y,
                          box->rect.width, box->rect.height);
  if (box->kind == NB_PAGE_CODE)
    g_string_append_printf (out, " %s", box->text);
  if (box->kind == NB_PAGE_TEXT)
    {
      g_string_append_printf (out, " %s %d %d%s%s", box->face, box->size, box->baseline,
                              box->vertical ? " vertical" : "", box->draft ? " draft" : "");
      if (box->field != NULL)
        g_string_append_printf (out, " %s:%u:%u", box->field, box->paragraph, box->start);
      g_string_append_printf (out, " %s", box->text);
    }
  g_string_append_c (out, '\n');
}

char *
nb_page_list_dump (const NbPageList *list)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < list->sheets->len; i++)
    {
      const NbSheet *sheet = get_sheet (list, i);

      g_string_append_printf (out, "page %u %d %d\n", i + 1, sheet->page->width,
                              sheet->page->height);
      for (guint j = 0; j < sheet->boxes->len; j++)
        dump_box (out, &g_array_index (sheet->boxes, NbPageBox, j));
    }
  return g_string_free (out, FALSE);
}
