/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-print.h"

#include "nb-painter.h"
#include "nb-ui-paper-font.h"

typedef struct
{
  NbPageList *pages;
  char *font;
  NbPainter *painter; /* from the first page on */
} Print;

static void
print_free (void *data, GClosure *closure)
{
  Print *print = data;

  nb_page_list_unref (print->pages);
  g_clear_pointer (&print->painter, nb_painter_free);
  g_free (print->font);
  g_free (print);
}

/* The pages are forms of one size, whose margins belong to the form. */
static GtkPageSetup *
page_setup_new (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  return setup;
}

static GtkPrintSettings *
settings_new (gboolean two_sided)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_print_settings_set_paper_size (settings, paper);
  gtk_print_settings_set_duplex (settings, two_sided ? GTK_PRINT_DUPLEX_HORIZONTAL
                                                     : GTK_PRINT_DUPLEX_SIMPLEX);
  gtk_print_settings_set_scale (settings, 100);
  return settings;
}

static void
draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  if (print->painter == NULL)
    {
      print->painter = nb_painter_new ();
      nb_painter_set_font (print->painter, print->font);
    }
  nb_painter_draw (print->painter, print->pages, (guint) page,
                   gtk_print_context_get_cairo_context (context));
}

GtkPrintOperation *
nb_ui_print_operation_new (NbPageList *pages, const char *name, gboolean two_sided)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = settings_new (two_sided);
  Print *print = g_new0 (Print, 1);

  print->pages = nb_page_list_ref (pages);
  print->font = nb_ui_paper_font_dup ();
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, (int) nb_page_list_get_n_pages (pages));
  /* The paper's edge is the origin, whatever a printer cannot reach. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw), print, print_free, 0);
  return operation;
}
