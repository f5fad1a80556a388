/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "bench-text.h"

#include <locale.h>
#include <time.h>

#include "nb-ui-application.h"
#include "nb-ui-content.h"
#include "nb-ui-window.h"

/* A long field as a page, on the frame clock: what a key costs with 100 KB, that its finding is in the next frame,
 * how long the main loop stands still with 1 MB and after 300 KB without a place to break a line. The goals are
 * those of a frame, so they are times; the machine's own pace stands beside them as the same work in a bare
 * text view. */
#define KEYS      120
#define KEY_GOAL  0.008
#define OPEN_GOAL 1.0
#define STALL_95  0.016
#define STALL_99  0.033
#define FREEZE    0.25
#define RUN_SIZE  (300 * 1024)
#define SMALL     (100 * 1024)
#define LARGE     (1024 * 1024)

typedef struct
{
  NbUiWindow *window;
  GtkTextBuffer *buffer;
  GtkTextView *view;
} Page;

static GArray *stalls; /* of double: processor time between two looks for events, in seconds */
static double busy_since;
static guint n_frames;

/* Of this thread: what else the machine does is no stall of ours. */
static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static int
poll_and_note (GPollFD *descriptors, guint n, int timeout)
{
  double stall = get_cpu () - busy_since;
  int result;

  if (stalls != NULL)
    g_array_append_val (stalls, stall);
  result = g_poll (descriptors, n, timeout);
  busy_since = get_cpu ();
  return result;
}

static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
note_frame (GdkFrameClock *clock, void *data)
{
  n_frames++;
}

static void
wait_for_frame (void)
{
  guint before = n_frames;

  while (n_frames == before)
    g_main_context_iteration (NULL, TRUE);
}

/* How many rules look at @field. */
static guint
count_rules (NbForm *form, const char *field)
{
  guint n = 0;

  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    n += g_strv_contains (nb_form_get_rule (form, i)->fields, field) ? 1 : 0;
  return n;
}

/* The long field that most rules look at; which one that is, the form says. */
static const NbFieldDef *
find_long_field (NbForm *form)
{
  const NbFieldDef *found = NULL;

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);

      if (field->type == NB_FIELD_LONG
          && (found == NULL || count_rules (form, field->id) > count_rules (form, found->id)))
        found = field;
    }
  return found;
}

/* Opens a report with @text in a window and the field as a page; returns the seconds until the frame that shows
 * it. */
static double
open_page (Page *page, NbUiApplication *application, const char *text)
{
  NbJob *job = nb_ui_application_get_job (application);
  g_autoptr (NbReportData) empty = nb_job_begin (job, NULL, NULL, NULL, NULL, 2022, NULL);
  g_autoptr (NbReport) report = nb_report_new_from_data (empty);
  const NbFieldDef *field = find_long_field (nb_report_get_form (report));
  g_autoptr (NbReportData) filled = NULL;
  g_autoptr (NbUiDocument) document = NULL;
  NbUiContent *content;
  gint64 start;

  nb_report_set_text (report, field->id, text, NULL);
  filled = nb_report_freeze (report);
  page->window = nb_ui_window_new (GTK_APPLICATION (application), job);
  gtk_window_set_default_size (GTK_WINDOW (page->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (page->window));
  spin (300);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (page->window)), "after-paint",
                    G_CALLBACK (note_frame), NULL);
  start = g_get_monotonic_time ();
  document = nb_ui_document_new (job, filled, NULL, FALSE);
  nb_ui_window_set_document (page->window, document);
  content = NB_UI_CONTENT (gtk_widget_get_ancestor (
      GTK_WIDGET (nb_ui_window_get_form_view (page->window)), NB_UI_TYPE_CONTENT));
  nb_ui_content_open (content, field->id);
  page->view = nb_ui_narrative_view_get_text_view (nb_ui_content_get_narrative (content));
  page->buffer = gtk_text_view_get_buffer (page->view);
  gtk_widget_queue_draw (GTK_WIDGET (page->window));
  wait_for_frame ();
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
go_to_middle (Page *page)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (page->buffer, &at,
                                      gtk_text_buffer_get_char_count (page->buffer) / 2);
  gtk_text_iter_forward_to_line_end (&at);
  gtk_text_buffer_place_cursor (page->buffer, &at);
  /* Once more when all of it is laid out: a view that is filling itself knows no heights above. */
  for (guint i = 0; i < 2; i++)
    {
      spin (1000);
      gtk_text_view_scroll_to_mark (page->view, gtk_text_buffer_get_insert (page->buffer), 0.1,
                                    TRUE, 0, 0.5);
    }
  spin (500);
}

static int
compare_doubles (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

static double
get_quantile (GArray *values, double part)
{
  g_array_sort (values, compare_doubles);
  return values->len > 0
             ? g_array_index (values, double, MIN (values->len - 1, (guint) (part * values->len)))
             : 0;
}

static void
type (Page *page, const char *text)
{
  g_signal_emit_by_name (page->view, "insert-at-cursor", text);
}

/* From the key to the end of the frame that shows it. */
static double
measure_keys (Page *page, guint n)
{
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++)
    {
      double cost = get_cpu ();

      type (page, i % 2 == 0 ? "字" : "的");
      wait_for_frame ();
      cost = get_cpu () - cost;
      g_array_append_val (costs, cost);
    }
  return get_quantile (costs, 0.5);
}

static gboolean
is_underlined (Page *page)
{
  GtkTextIter at;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_mark (page->buffer, &at, gtk_text_buffer_get_insert (page->buffer));
  gtk_text_iter_backward_chars (&at, 2);
  tags = gtk_text_iter_get_tags (&at);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean set;

      g_object_get (l->data, "underline-set", &set, NULL);
      if (set)
        return TRUE;
    }
  return FALSE;
}

/* How many frames pass until a key's finding is underlined: a comma of the wrong width before a Han character. */
static double
count_frames_to_finding (Page *page)
{
  double n = 0;

  type (page, "书,");
  wait_for_frame ();
  type (page, "报");
  do
    {
      wait_for_frame ();
      n++;
    }
  while (!is_underlined (page) && n < 60);
  return n;
}

/* Types in bursts with pauses in which the checks run; the longest stall from each key to the next. */
static GArray *
type_in_bursts (Page *page, guint n)
{
  GArray *longest = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++)
    {
      double stall;

      g_array_set_size (stalls, 0);
      busy_since = get_cpu ();
      type (page, i % 3 == 2 ? "，" : "书");
      spin (i % 6 == 5 ? 450 : 60);
      stall = get_quantile (stalls, 1);
      g_array_append_val (longest, stall);
    }
  return longest;
}

static void
tell (const char *what, double seconds)
{
  g_print ("  %-58s %8.2f ms\n", what, seconds * 1000);
}

static void
close_page (Page *page)
{
  gtk_window_destroy (GTK_WINDOW (page->window));
  spin (200);
}

int
main (int argc, char *argv[])
{
  g_autoptr (NbUiApplication) application = NULL;
  g_autofree char *small = bench_make_narrative (SMALL);
  g_autofree char *large = NULL;
  g_autofree char *run = g_strnfill (RUN_SIZE, 'a');
  Page page;
  Bench *bench;
  g_autoptr (GArray) longest = NULL;
  double opened, key, frozen;
  guint n_keys;

  setlocale (LC_ALL, "");
  bench = bench_new (&argc, &argv);
  n_keys = bench_is_quick (bench) ? 4 : KEYS;
  large = bench_make_narrative (bench_is_quick (bench) ? SMALL : LARGE);
  application = nb_ui_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_main_context_set_poll_func (NULL, poll_and_note);

  bench_begin (bench, "A page with 100 KB");
  open_page (&page, application, small);
  go_to_middle (&page);
  key = measure_keys (&page, n_keys);
  tell ("a key, processor time, median", key);
  bench_judge (bench, "frames from a key to its finding", count_frames_to_finding (&page), 1, 1.0);
  bench_judge (bench, "a key, of 8 ms", key, KEY_GOAL, 1.0);
  close_page (&page);

  bench_begin (bench, "A page with 1 MB");
  opened = open_page (&page, application, large);
  tell ("opening, to the frame that shows it", opened);
  go_to_middle (&page);
  stalls = g_array_new (FALSE, FALSE, sizeof (double));
  longest = type_in_bursts (&page, n_keys);
  tell ("the longest stall from a key to the next, median", get_quantile (longest, 0.5));
  tell ("95th percentile", get_quantile (longest, 0.95));
  tell ("99th percentile", get_quantile (longest, 0.99));
  bench_judge (bench, "opening, of 1 s", opened, OPEN_GOAL, 1.0);
  bench_judge (bench, "stalls, 95th percentile, of 16 ms", get_quantile (longest, 0.95), STALL_95,
               1.0);
  bench_judge (bench, "stalls, 99th percentile, of 33 ms", get_quantile (longest, 0.99), STALL_99,
               1.0);
  close_page (&page);

  bench_begin (bench, "300 KB without a place to break a line, pasted");
  open_page (&page, application, small);
  go_to_middle (&page);
  g_array_set_size (stalls, 0);
  busy_since = get_cpu ();
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page.view)), run);
  g_signal_emit_by_name (page.view, "paste-clipboard");
  spin (3000);
  frozen = get_quantile (stalls, 1);
  tell ("the longest stall", frozen);
  g_assert_cmpint (gtk_text_buffer_get_char_count (page.buffer), >, RUN_SIZE);
  bench_judge (bench, "the longest stall, of 0.25 s", frozen, FREEZE, 1.0);
  close_page (&page);
  g_clear_pointer (&stalls, g_array_unref);
  return bench_finish (bench);
}
