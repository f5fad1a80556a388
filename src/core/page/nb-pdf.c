/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "nb-painter-private.h"

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Everything that a PDF says of itself comes from what it shows, never from a clock. */
static void
set_metadata (cairo_surface_t *surface, NbPageList *const *lists, guint n_lists, NbDate date)
{
  NbDate day = nb_date_is_set (date) ? date : (NbDate){ 2000, 1, 1 };
  g_autofree char *iso = nb_date_format_iso (day);
  g_autofree char *time = g_strconcat (iso, "T00:00:00Z", NULL);
  /* A pile of reports is called after the form. */
  const char *title =
      n_lists == 1 ? nb_page_list_get_title (lists[0]) : nb_form_get_title (lists[0]->form);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (n_lists == 1)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    nb_page_list_get_author (lists[0]));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Nianbao");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

static void
add_bookmark (cairo_surface_t *surface, NbPageList *list, guint page)
{
  g_autofree char *target = g_strdup_printf ("page=%u", page);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, nb_page_list_get_title (list),
                                 target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static guint
draw_list (NbPainter *painter, NbPageList *list, guint first, cairo_surface_t *surface, cairo_t *cr)
{
  guint n_pages = nb_page_list_get_n_pages (list);

  for (guint page = 0; page < n_pages; page++)
    {
      int width, height;

      nb_page_list_get_size (list, page, &width, &height);
      cairo_pdf_surface_set_size (surface, NB_POINTS (width), NB_POINTS (height));
      if (page == 0)
        add_bookmark (surface, list, first);
      nb_painter_draw (painter, list, page, cr);
      cairo_show_page (cr);
    }
  return first + n_pages;
}

GBytes *
nb_painter_write_pdf (
    NbPainter *painter, NbPageList *const *lists, guint n_lists, NbDate date, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  guint first = 1;

  g_return_val_if_fail (n_lists > 0, NULL);
  for (guint i = 0; i < n_lists; i++)
    if (!nb_painter_check (painter, lists[i], lists[i]->form, error))
      return NULL;

  surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, 595, 842);
  set_metadata (surface, lists, n_lists, date);
  cr = cairo_create (surface);
  for (guint i = 0; i < n_lists; i++)
    first = draw_list (painter, lists[i], first, surface, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      nb_error_set (error, NB_ERROR_WRITE, (NbPlace){ 0, 0 }, _ ("The PDF cannot be made: %s."),
                    cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
