/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-check-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-check-report.h"

#define FONT      "Sans 10.5"
#define MARGIN_MM 20.0

/* What is printed, and where each sheet begins in it. */
typedef struct
{
  char *text;
  PangoLayout *layout;
  GArray *first_lines; /* of int */
} Print;

static char *
format_report (NbUiDocument *document)
{
  g_autoptr (NbReportData) data = nb_report_freeze (nb_ui_document_get_report (document));
  NbCheckContext context;

  nb_ui_document_check (document);
  nb_ui_document_get_context (document, &context);
  return nb_check_report_format (data, nb_ui_document_get_findings (document), context.registry,
                                 context.today);
}

gboolean
nb_ui_check_report_save (NbUiDocument *document, const char *path, GError **error)
{
  char *text = format_report (document);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return nb_job_write_file (path, bytes, NB_WRITE_REPLACE, error);
}

static void
print_free (void *data, GClosure *closure)
{
  Print *print = data;

  g_clear_object (&print->layout);
  g_array_unref (print->first_lines);
  g_free (print->text);
  g_free (print);
}

/* Breaks the text into lines, and the lines into sheets. */
static void
begin (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  double room = gtk_print_context_get_height (context) * PANGO_SCALE;
  int top = 0;
  PangoLayoutIter *iter;

  print->layout = gtk_print_context_create_pango_layout (context);
  pango_context_set_language (pango_layout_get_context (print->layout),
                              pango_language_from_string ("zh-cn"));
  pango_layout_set_font_description (print->layout, font);
  pango_layout_set_width (print->layout,
                          (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (print->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (print->layout, 3 * PANGO_SCALE);
  pango_layout_set_text (print->layout, print->text, -1);

  iter = pango_layout_get_iter (print->layout);
  for (int line = 0; line == 0 || pango_layout_iter_next_line (iter); line++)
    {
      PangoRectangle place;

      pango_layout_iter_get_line_extents (iter, NULL, &place);
      if (line == 0 || place.y + place.height - top > room)
        {
          g_array_append_val (print->first_lines, line);
          top = place.y;
        }
    }
  pango_layout_iter_free (iter);
  gtk_print_operation_set_n_pages (operation, (int) print->first_lines->len);
}

static void
draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  int first = g_array_index (print->first_lines, int, page);
  int end = page + 1 < (int) print->first_lines->len
                ? g_array_index (print->first_lines, int, page + 1)
                : pango_layout_get_line_count (print->layout);
  PangoLayoutIter *iter = pango_layout_get_iter (print->layout);
  int top = 0;

  for (int line = 0; line < end; line++)
    {
      PangoRectangle place;

      pango_layout_iter_get_line_extents (iter, NULL, &place);
      if (line == first)
        top = place.y;
      if (line >= first)
        {
          cairo_move_to (cairo, 0,
                         (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
          pango_cairo_show_layout_line (cairo, pango_layout_iter_get_line_readonly (iter));
        }
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

static GtkPageSetup *
page_setup_new (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  return setup;
}

GtkPrintOperation *
nb_ui_check_report_print_operation_new (NbUiDocument *document)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_new ();
  Print *print = g_new0 (Print, 1);

  print->text = format_report (document);
  print->first_lines = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, _ ("Check report"));
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin), print, print_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw), print);
  return operation;
}
