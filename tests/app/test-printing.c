/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing and exporting: the system's way shows what our PDF shows, and ours is the command line's to the byte. */

#include "app-fixture.h"
#include "app-main.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "nb-ui-print-dialog.h"
#include "nb-ui-print.h"
#include "nb-ui-window-private.h"
#include "nb-ui-work-bar.h"

/* Poppler brings its own only since 23. */
#if !POPPLER_CHECK_VERSION(23, 0, 0)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)
#endif

#define DPI 150

/* One that the tests have (fonts.conf) and the form does not prescribe. */
#define OWN_FONT "Noto Sans CJK SC"

/* Both draw the same outlines at the same places; Cairo's PDF rounds numbers, and where an edge falls on the other
 * side of a step of grey a pixel differs. */
#define NEARLY      40    /* of 255 */
#define MAXIMUM_FAR 0.001 /* of all pixels; with Cairo 1.18 0.0008 were seen */

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = nb_job_read_file (path, &error);

  g_assert_no_error (error);
  return bytes;
}

static PopplerDocument *
open_pdf (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static cairo_surface_t *
render (PopplerPage *page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * DPI / 72 + 0.5),
                                        (int) (height * DPI / 72 + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DPI / 72.0, DPI / 72.0);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The part of the pixels that are far from each other. */
static double
compare_pixels (cairo_surface_t *first, cairo_surface_t *second)
{
  int width = cairo_image_surface_get_width (first);
  int height = cairo_image_surface_get_height (first);
  int stride = cairo_image_surface_get_stride (first);
  const guchar *a = cairo_image_surface_get_data (first);
  const guchar *b = cairo_image_surface_get_data (second);
  guint n_far = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (second));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (second));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n_far += ABS (a[y * stride + 4 * x] - b[y * stride + 4 * x]) > NEARLY;
  return (double) n_far / ((double) width * height);
}

/* In the order in which they are drawn: where a line ends, and what is read after what, is for a reader to guess. */
static char *
dup_characters (const char *path, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *argv[] = { PDFTOTEXT, "-raw", "-f", number, "-l", number, path, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GString *characters = g_string_new (NULL);

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (characters, g_utf8_get_char (at));
  return g_string_free (characters, FALSE);
}

static void
compare_pdfs (const char *first, const char *second, guint n_pages)
{
  /* No g_autoptr: poppler 25 has none. */
  PopplerDocument *a = open_pdf (first);
  PopplerDocument *b = open_pdf (second);

  g_assert_cmpint (poppler_document_get_n_pages (a), ==, (int) n_pages);
  g_assert_cmpint (poppler_document_get_n_pages (b), ==, (int) n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (a, (int) i);
      PopplerPage *other = poppler_document_get_page (b, (int) i);
      g_autofree char *text = dup_characters (first, i + 1);
      g_autofree char *other_text = dup_characters (second, i + 1);
      cairo_surface_t *picture = render (page);
      cairo_surface_t *other_picture = render (other);
      double far = compare_pixels (picture, other_picture);

      g_test_message ("page %u: %.5f of the pixels differ", i + 1, far);
      g_assert_cmpuint (strlen (text), >, 20);
      g_assert_cmpstr (text, ==, other_text);
      g_assert_cmpfloat (far, <=, MAXIMUM_FAR);
      cairo_surface_destroy (picture);
      cairo_surface_destroy (other_picture);
      g_object_unref (page);
      g_object_unref (other);
    }
  g_object_unref (a);
  g_object_unref (b);
}

static char *
get_path (AppFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static NbPageList *
lay_out (AppFixture *fixture, NbPrinting printing)
{
  g_autoptr (NbReportData) data = nb_report_freeze (app_get_report (fixture));
  g_autoptr (GError) error = NULL;
  NbPageList *pages =
      nb_job_layout (nb_ui_application_get_job (fixture->application), data, printing, &error);

  g_assert_no_error (error);
  return pages;
}

/* Through GTK's printing, into a file: each copy looks and reads as our own PDF of it. */
static void
check_copy (AppFixture *fixture, NbPrinting printing, const char *font)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (NbReportData) data = nb_report_freeze (app_get_report (fixture));
  g_autoptr (NbPageList) pages = lay_out (fixture, printing);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *theirs = get_path (fixture, "printed.pdf");
  g_autofree char *ours = get_path (fixture, "exported.pdf");
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  GtkPrintOperationResult result;

  g_settings_set_string (settings, "paper-font", font);
  operation = nb_ui_print_operation_new (pages, "report", TRUE);
  g_settings_reset (settings, "paper-font");
  gtk_print_operation_set_export_filename (operation, theirs);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  nb_painter_set_font (painter, font);
  pdf = nb_job_print (nb_ui_application_get_job (fixture->application), painter, data, printing,
                      NULL, NULL, &error);
  g_assert_no_error (error);
  nb_job_write_file (ours, pdf, NB_WRITE_REPLACE, &error);
  g_assert_no_error (error);
  compare_pdfs (ours, theirs, nb_page_list_get_n_pages (pages));
  g_unlink (ours);
  g_unlink (theirs);
}

static void
test_same_pages (AppFixture *fixture, const void *data)
{
  check_copy (fixture, (NbPrinting){ .copy = NB_COPY_FILING }, "");
  check_copy (fixture, (NbPrinting){ .copy = NB_COPY_FILING, .for_pen = TRUE }, "");
  check_copy (fixture, (NbPrinting){ .copy = NB_COPY_PUBLICATION }, "");
  check_copy (fixture, (NbPrinting){ .copy = NB_COPY_REVIEW }, "");
  check_copy (fixture, (NbPrinting){ .copy = NB_COPY_BLANK }, "");
  check_copy (fixture, (NbPrinting){ .copy = NB_COPY_FILING }, OWN_FONT);
}

/* A4, portrait, no margins but the form's, at its own size, on both sides as chosen. */
static void
test_settings (AppFixture *fixture, const void *data)
{
  g_autoptr (NbPageList) pages = lay_out (fixture, (NbPrinting){ .copy = NB_COPY_FILING });
  g_autoptr (GtkPrintOperation) both = nb_ui_print_operation_new (pages, "report", TRUE);
  g_autoptr (GtkPrintOperation) one = nb_ui_print_operation_new (pages, "report", FALSE);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (both);
  int width, height;

  nb_page_list_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM),
                                  width / 1000.0, 0.01);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM),
                                  height / 1000.0, 0.01);
  g_assert_cmpfloat (gtk_page_setup_get_left_margin (setup, GTK_UNIT_MM), ==, 0);
  g_assert_cmpfloat (gtk_page_setup_get_top_margin (setup, GTK_UNIT_MM), ==, 0);
  g_assert_cmpfloat (gtk_print_settings_get_scale (gtk_print_operation_get_print_settings (both)),
                     ==, 100);
  g_assert_cmpint (gtk_print_settings_get_duplex (gtk_print_operation_get_print_settings (both)),
                   ==, GTK_PRINT_DUPLEX_HORIZONTAL);
  g_assert_cmpint (gtk_print_settings_get_duplex (gtk_print_operation_get_print_settings (one)), ==,
                   GTK_PRINT_DUPLEX_SIMPLEX);
}

static void
run_cli (const char *const *words)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  int status;

  g_ptr_array_add (argv, (char *) g_getenv ("NIANBAO_CLI"));
  for (; *words != NULL; words++)
    g_ptr_array_add (argv, (char *) *words);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &complaint,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  if (error != NULL)
    g_error ("%s", complaint);
}

static gboolean
has_dialog (AppFixture *fixture)
{
  return app_find_dialog () != NULL;
}

/* The row of work that takes long, or NULL. */
static GtkWidget *
find_work (AppFixture *fixture)
{
  return gtk_widget_get_first_child (
      app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_WORK_BAR));
}

static gboolean
has_work (AppFixture *fixture)
{
  return find_work (fixture) != NULL;
}

static gboolean
has_no_work (AppFixture *fixture)
{
  return find_work (fixture) == NULL;
}

static gboolean
is_done (AppFixture *fixture)
{
  g_autofree char *toast = app_dup_toast (fixture);

  return toast != NULL;
}

/* What the window writes is what the command line writes, to the byte. */
static void
check_export (AppFixture *fixture, const char *report, NbPrinting printing, const char *copy)
{
  g_autofree char *ours = get_path (fixture, "window.pdf");
  g_autofree char *theirs = get_path (fixture, "cli.pdf");
  g_autoptr (GBytes) window = NULL;
  g_autoptr (GBytes) cli = NULL;

  nb_ui_window_export_pdf (fixture->window, printing, ours);
  app_wait (fixture, is_done, "the PDF");
  run_cli ((const char *const[]){ "print", report, "-o", theirs, "--copy", copy, "--opinion",
                                  printing.for_pen ? "blank" : "preprinted", NULL });
  window = read_file (ours);
  cli = read_file (theirs);
  g_assert_true (g_bytes_equal (window, cli));
  g_unlink (ours);
  g_unlink (theirs);
}

static void
test_same_bytes (AppFixture *fixture, const void *data)
{
  check_export (fixture, fixture->path, (NbPrinting){ .copy = NB_COPY_FILING }, "filing");
}

/* In a font of the office's own, too. */
static void
test_same_bytes_in_font (AppFixture *fixture, const void *data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *ours = get_path (fixture, "window.pdf");
  g_autofree char *theirs = get_path (fixture, "cli.pdf");
  g_autoptr (GBytes) window = NULL;
  g_autoptr (GBytes) cli = NULL;
  g_autoptr (GBytes) plain = NULL;

  g_settings_set_string (settings, "paper-font", OWN_FONT);
  nb_ui_window_export_pdf (fixture->window, (NbPrinting){ .copy = NB_COPY_FILING }, ours);
  app_wait (fixture, is_done, "the PDF");
  g_settings_reset (settings, "paper-font");
  run_cli ((const char *const[]){ "print", fixture->path, "-o", theirs, "--font", OWN_FONT, NULL });
  window = read_file (ours);
  cli = read_file (theirs);
  g_assert_true (g_bytes_equal (window, cli));
  run_cli ((const char *const[]){ "print", fixture->path, "-o", theirs, NULL });
  plain = read_file (theirs);
  g_assert_false (g_bytes_equal (window, plain));
  g_unlink (ours);
  g_unlink (theirs);
}

static void
test_same_bytes_of_others (AppFixture *fixture, const void *data)
{
  check_export (fixture, fixture->path, (NbPrinting){ .copy = NB_COPY_REVIEW }, "review");
}

static void
note_opened (GObject *source, GAsyncResult *result, void *data)
{
  AppFixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbUiDocument) document = nb_ui_document_open_finish (result, &error);

  g_assert_no_error (error);
  nb_ui_window_set_document (fixture->window, document);
}

static gboolean
is_read_only (AppFixture *fixture)
{
  return nb_ui_document_get_read_only (nb_ui_window_get_document (fixture->window));
}

/* A report without errors, signed by the command line, in the place of the one that is shown. */
static void
open_signed (AppFixture *fixture, const char *path)
{
  g_autofree char *sample =
      g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "sample.xml", NULL);
  g_autofree char *key = get_path (fixture, "key.p12");
  g_autofree char *secret = get_path (fixture, "secret.txt");

  g_file_set_contents (secret, "a long sentence nobody guesses", -1, NULL);
  run_cli ((const char *const[]){ "identity", "create", "--name", "方砚秋", "--passphrase-file",
                                  secret, "-o", key, NULL });
  run_cli ((const char *const[]){ "sign", sample, "--key", key, "--passphrase-file", secret, "-o",
                                  path, NULL });
  nb_ui_document_open_async (nb_ui_application_get_job (fixture->application), path, NULL,
                             note_opened, fixture);
  app_wait (fixture, is_read_only, "the signed report");
}

/* Its file goes into the PDF as it is. */
static void
test_signed (AppFixture *fixture, const void *data)
{
  g_autofree char *path = get_path (fixture, "signed.xml");

  open_signed (fixture, path);
  check_export (fixture, path, (NbPrinting){ .copy = NB_COPY_FILING }, "filing");
}

/* Somebody has put another file in its place: no PDF under the signatures that were shown. */
static void
test_signed_elsewhere (AppFixture *fixture, const void *data)
{
  g_autofree char *path = get_path (fixture, "signed.xml");
  g_autofree char *pdf = get_path (fixture, "window.pdf");

  open_signed (fixture, path);
  g_file_set_contents (path, "<package/>", -1, NULL);
  nb_ui_window_export_pdf (fixture->window, (NbPrinting){ .copy = NB_COPY_FILING }, pdf);
  app_wait (fixture, has_dialog, "what is wrong");
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (app_find_dialog ()));
}

static NbUiPrintDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (NB_UI_IS_PRINT_DIALOG (window))
        return NB_UI_PRINT_DIALOG (window);
    }
  return NULL;
}

static gboolean
has_pages (AppFixture *fixture)
{
  return find_dialog () != NULL && nb_ui_print_dialog_get_pages (find_dialog ()) != NULL;
}

static guint
count_pages (void)
{
  return nb_page_list_get_n_pages (nb_ui_print_dialog_get_pages (find_dialog ()));
}

static gboolean
shows_blank (AppFixture *fixture)
{
  g_autoptr (NbPageList) blank = lay_out (fixture, (NbPrinting){ .copy = NB_COPY_BLANK });

  return count_pages () == nb_page_list_get_n_pages (blank);
}

static gboolean
shows_table (AppFixture *fixture)
{
  g_autoptr (NbPageList) table = lay_out (fixture, (NbPrinting){ .copy = NB_COPY_PUBLICATION });

  return count_pages () == nb_page_list_get_n_pages (table);
}

static AdwComboRow *
find_font_row (NbUiPrintDialog *dialog)
{
  GtkWidget *label = app_find_label (GTK_WIDGET (dialog), "Font of the");

  return ADW_COMBO_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW));
}

static const char *
get_selected (AdwComboRow *row)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

static void
select_font (AdwComboRow *row, const char *font)
{
  GListModel *model = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), font))
      adw_combo_row_set_selected (row, i);
}

static gboolean
says_missing (AppFixture *fixture)
{
  return app_find_label (GTK_WIDGET (find_dialog ()), "“No Such Font”, which was chosen, is not")
         != NULL;
}

static gboolean
says_own_font (AppFixture *fixture)
{
  return app_find_label (GTK_WIDGET (find_dialog ()), "宋体（" OWN_FONT "）") != NULL;
}

static gboolean
says_form_font (AppFixture *fixture)
{
  return app_find_label (GTK_WIDGET (find_dialog ()), "宋体（Noto Serif CJK SC）") != NULL;
}

/* A font that is chosen in one place is chosen everywhere; what is not installed is said not to be, and what
 * draws instead. */
static void
test_font_row (AppFixture *fixture, const void *data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *chosen = NULL;
  NbUiPrintDialog *dialog;
  AdwComboRow *row;

  g_settings_set_string (settings, "paper-font", "No Such Font");
  app_activate (fixture, "win.print");
  app_wait (fixture, has_pages, "the pages");
  dialog = find_dialog ();
  row = find_font_row (dialog);
  g_assert_cmpstr (get_selected (row), ==, "No Such Font (not installed)");
  app_wait (fixture, says_missing, "what is missing");
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "宋体（Noto Serif CJK SC）"));

  select_font (row, OWN_FONT);
  chosen = g_settings_get_string (settings, "paper-font");
  g_assert_cmpstr (chosen, ==, OWN_FONT);
  app_wait (fixture, says_own_font, "the font that was chosen");
  g_assert_null (app_find_label (GTK_WIDGET (dialog), "No Such Font"));
  g_settings_reset (settings, "paper-font");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  app_wait (fixture, says_form_font, "the typefaces of the form");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is chosen is what is shown and would be printed; fonts and the mark of a draft are named. */
static void
test_dialog (AppFixture *fixture, const void *data)
{
  NbUiPrintDialog *dialog;
  GtkWidget *copy;
  GtkWidget *opinion;

  app_activate (fixture, "win.print");
  app_wait (fixture, has_pages, "the pages");
  dialog = g_object_ref (find_dialog ());
  copy = app_find_widget (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
  opinion = app_find_label (GTK_WIDGET (dialog), "Sentence");
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "宋体（"));
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "草稿"));
  g_assert_nonnull (opinion);
  g_assert_true (nb_ui_print_dialog_get_two_sided (dialog));
  g_assert_cmpint (nb_ui_print_dialog_get_printing (dialog).copy, ==, NB_COPY_FILING);

  adw_combo_row_set_selected (ADW_COMBO_ROW (copy), 1);
  g_assert_cmpint (nb_ui_print_dialog_get_printing (dialog).copy, ==, NB_COPY_PUBLICATION);
  app_wait (fixture, shows_table, "the table");
  g_assert_false (gtk_widget_get_mapped (opinion));
  adw_combo_row_set_selected (ADW_COMBO_ROW (copy), 3);
  app_wait (fixture, shows_blank, "the blank form");
  g_assert_null (app_find_label (GTK_WIDGET (dialog), "草稿"));

  gtk_window_destroy (GTK_WINDOW (dialog));
  app_spin (50);
  g_assert_finalize_object (dialog);
}

/* Presses the button that cancels, once there is one. */
static gboolean
cancel (void *data)
{
  AppFixture *fixture = data;

  if (!has_work (fixture))
    return G_SOURCE_CONTINUE;
  g_signal_emit_by_name (app_find_widget (find_work (fixture), GTK_TYPE_BUTTON), "clicked");
  return G_SOURCE_REMOVE;
}

/* As slow as on a slow computer, so that there is time to cancel on any. */
static void
count_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, guint *n)
{
  ++*n;
  g_usleep (2000);
}

/* The main loop prints page by page: the window lives, and the printing can be cancelled. */
static void
test_long (AppFixture *fixture, const void *data)
{
  g_autofree char *path = get_path (fixture, "long.pdf");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (NbPageList) pages = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  guint n_drawn = 0;

  for (guint i = 0; i < 400000; i++)
    g_string_append (text, "字句");
  nb_report_set_text (app_get_report (fixture), "activities", text->str, NULL);
  pages = lay_out (fixture, (NbPrinting){ .copy = NB_COPY_PUBLICATION });
  operation = nb_ui_print_operation_new (pages, "report", TRUE);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "draw-page", G_CALLBACK (count_page), &n_drawn);
  g_timeout_add (20, cancel, fixture);
  nb_ui_window_run_print (fixture->window, operation, GTK_PRINT_OPERATION_ACTION_EXPORT);
  app_wait (fixture, has_no_work, "the printing to end");
  g_assert_cmpuint (n_drawn, >, 0);
  g_assert_cmpuint (n_drawn, <, nb_page_list_get_n_pages (pages));
  g_unlink (path);
}

/* GTK's own printer, which is a file. */
static void
choose_file_printer (GtkPrintOperation *operation, const char *path)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
}

/* The system's dialog, once it has found the printer; or NULL. */
static GtkDialog *
find_system_dialog (void)
{
  GType type = g_type_from_name ("GtkPrintUnixDialog");
  GtkWidget *dialog = type != 0 ? app_find_window (type) : NULL;
  g_autoptr (GObject) printer = NULL;

  if (dialog == NULL)
    return NULL;
  g_object_get (dialog, "selected-printer", &printer, NULL);
  return printer != NULL ? GTK_DIALOG (dialog) : NULL;
}

static gboolean
has_system_dialog (AppFixture *fixture)
{
  return find_system_dialog () != NULL;
}

static gboolean
is_printed (AppFixture *fixture)
{
  g_autofree char *path = get_path (fixture, "printed.pdf");

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What is chosen in the system's dialog is heeded: which pages, and how often. (On both sides a file has none.) */
static void
test_ranges (AppFixture *fixture, const void *data)
{
  static const guint expected[] = { 2, 4, 2, 4 };
  const GtkPageRange ranges[] = { { 1, 1 }, { 3, 3 } };
  g_autoptr (NbPageList) pages = lay_out (fixture, (NbPrinting){ .copy = NB_COPY_FILING });
  g_autoptr (GtkPrintOperation) operation = nb_ui_print_operation_new (pages, "report", TRUE);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_autofree char *printed = get_path (fixture, "printed.pdf");
  g_autofree char *whole = get_path (fixture, "whole.pdf");
  g_autoptr (GtkPrintOperation) all = nb_ui_print_operation_new (pages, "report", TRUE);
  PopplerDocument *document;

  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  choose_file_printer (operation, printed);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, (GtkPageRange *) ranges, G_N_ELEMENTS (ranges));
  gtk_print_settings_set_n_copies (settings, 2);
  gtk_print_settings_set_collate (settings, TRUE);
  nb_ui_window_run_print (fixture->window, operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
  app_wait (fixture, has_system_dialog, "the printer");
  gtk_dialog_response (find_system_dialog (), GTK_RESPONSE_OK);
  app_wait (fixture, is_printed, "the pages");

  gtk_print_operation_set_export_filename (all, whole);
  gtk_print_operation_run (all, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  document = open_pdf (printed);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, G_N_ELEMENTS (expected));
  g_object_unref (document);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = dup_characters (printed, i + 1);
      g_autofree char *original = dup_characters (whole, expected[i]);

      g_assert_cmpstr (text, ==, original);
    }
  g_unlink (printed);
  g_unlink (whole);
}

/* Who leaves the program while it prints. */
static struct
{
  char *path;
  guint n_drawn;
} left;

static void
leave_at_end (GtkPrintOperation *operation, GtkPrintOperationResult result, AppFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static gboolean
is_closed (AppFixture *fixture)
{
  return app_find_window (NB_UI_TYPE_WINDOW) == NULL;
}

/* All pages are drawn, and on their way to the printer. */
static void
test_leave (AppFixture *fixture, const void *data)
{
  g_autoptr (NbPageList) pages = lay_out (fixture, (NbPrinting){ .copy = NB_COPY_FILING });
  g_autoptr (GtkPrintOperation) operation = nb_ui_print_operation_new (pages, "report", TRUE);

  left.path = g_strdup_printf ("%s-printed.pdf", fixture->folder);
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  choose_file_printer (operation, left.path);
  nb_ui_window_run_print (fixture->window, operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
  app_wait (fixture, has_system_dialog, "the printer");
  g_signal_connect (operation, "done", G_CALLBACK (leave_at_end), fixture);
  gtk_dialog_response (find_system_dialog (), GTK_RESPONSE_OK);
  app_wait (fixture, is_closed, "the pages to be drawn");
}

/* The program does not end before the printer has them all. */
static void
tear_down_left (AppFixture *fixture, const void *data)
{
  PopplerDocument *document;

  app_fixture_tear_down (fixture, data);
  document = open_pdf (left.path);
  g_assert_cmpint (poppler_document_get_n_pages (document), >, 3);
  g_object_unref (document);
  g_unlink (left.path);
  g_clear_pointer (&left.path, g_free);
}

static void
leave_at_page (GtkPrintOperation *operation,
               GtkPrintContext *context,
               int page,
               AppFixture *fixture)
{
  if (++left.n_drawn == 2)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* Pages are still being drawn. */
static void
test_leave_early (AppFixture *fixture, const void *data)
{
  g_autoptr (NbPageList) pages = lay_out (fixture, (NbPrinting){ .copy = NB_COPY_FILING });
  g_autoptr (GtkPrintOperation) operation = nb_ui_print_operation_new (pages, "report", TRUE);

  left.path = g_strdup_printf ("%s-printed.pdf", fixture->folder);
  left.n_drawn = 0;
  choose_file_printer (operation, left.path);
  nb_ui_window_run_print (fixture->window, operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
  app_wait (fixture, has_system_dialog, "the printer");
  g_signal_connect (operation, "draw-page", G_CALLBACK (leave_at_page), fixture);
  gtk_dialog_response (find_system_dialog (), GTK_RESPONSE_OK);
  app_wait (fixture, is_closed, "the second page");
}

/* Cancelled: nothing is printed, and no half. */
static void
tear_down_left_early (AppFixture *fixture, const void *data)
{
  app_fixture_tear_down (fixture, data);
  g_assert_cmpuint (left.n_drawn, <=, 3);
  g_assert_false (g_file_test (left.path, G_FILE_TEST_EXISTS));
  g_clear_pointer (&left.path, g_free);
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/app/printing/same-pages", test_same_pages);
  add_test ("/app/printing/settings", test_settings);
  add_test ("/app/printing/same-bytes", test_same_bytes);
  add_test ("/app/printing/same-bytes-in-font", test_same_bytes_in_font);
  add_test ("/app/printing/same-bytes-of-others", test_same_bytes_of_others);
  add_test ("/app/printing/signed", test_signed);
  add_test ("/app/printing/signed-elsewhere", test_signed_elsewhere);
  add_test ("/app/printing/dialog", test_dialog);
  add_test ("/app/printing/font-row", test_font_row);
  add_test ("/app/printing/long", test_long);
  add_test ("/app/printing/ranges", test_ranges);
  g_test_add ("/app/printing/leave", AppFixture, NULL, app_fixture_set_up, test_leave,
              tear_down_left);
  g_test_add ("/app/printing/leave-early", AppFixture, NULL, app_fixture_set_up, test_leave_early,
              tear_down_left_early);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
