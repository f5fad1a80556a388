/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the main loop is held up while the paper beside the form is made again: somebody types, and every frame
 * clock tick asks how late it comes.
 *
 * usage: bench-paper-stalls [--quick]      (inside tests/app/headless.sh) */

#include "bench.h"

#include <locale.h>
#include <time.h>

#include "nb-ui-application.h"
#include "nb-ui-paper-desk-private.h"
#include "nb-ui-paper-view.h"
#include "nb-ui-window.h"

#define STALL_MS   16.0
#define KEYS       150
#define QUICK_KEYS 5
#define KEY_MS     80
#define PARAGRAPHS 40
#define SENTENCE   "我馆开展了丰富多彩的文化活动，受到广大读者的热烈欢迎，取得了良好的社会效益。"

typedef struct
{
  GArray *stalls; /* of double: ms by which a frame began later than the clock wants it */
  GArray *busy;   /* of double: ms that the main loop itself worked from one frame to the next */
  gint64 before;  /* the frame before, µs */
  double worked;  /* ms, until then */
  guint n_pages;  /* pictures of pages that arrived */
  guint n_renewed;
} Watch;

static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (200);
}

/* Of this thread alone: what others on the machine take is not its fault. */
static double
get_worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* Frames follow each other without a pause as long as somebody wants them: what lies between two of them beyond
 * their distance the main loop did something else. */
static gboolean
note_frame (GtkWidget *widget, GdkFrameClock *clock, void *data)
{
  Watch *watch = data;
  gint64 now = g_get_monotonic_time ();
  gint64 interval;
  double worked = get_worked ();
  double late, busy;

  gdk_frame_clock_get_refresh_info (clock, now, &interval, NULL);
  late = (double) (now - watch->before - interval) / G_TIME_SPAN_MILLISECOND;
  if (watch->before != 0)
    {
      late = MAX (late, 0);
      busy = worked - watch->worked;
      g_array_append_val (watch->stalls, late);
      g_array_append_val (watch->busy, busy);
    }
  watch->before = now;
  watch->worked = worked;
  return G_SOURCE_CONTINUE;
}

static void
note_renewed (Watch *watch)
{
  watch->n_renewed++;
}

static void
note_drawn (Watch *watch)
{
  watch->n_pages++;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_percentile (GArray *stalls, double part)
{
  g_array_sort (stalls, compare);
  return g_array_index (stalls, double, (guint) ((stalls->len - 1) * part));
}

static char *
make_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < PARAGRAPHS; i++)
    g_string_append_printf (text, "%s%s" SENTENCE, i > 0 && i % 5 == 0 ? "\n" : "", "");
  return g_string_free (text, FALSE);
}

/* The last long field of the form. */
static const NbFieldDef *
find_long_field (NbForm *form)
{
  const NbFieldDef *found = NULL;

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    if (nb_form_get_field (form, i)->type == NB_FIELD_LONG)
      found = nb_form_get_field (form, i);
  return found;
}

static GtkTextBuffer *
open_report (NbUiWindow *window, NbJob *job)
{
  g_autoptr (NbReportData) empty = nb_job_begin (job, NULL, NULL, NULL, NULL, 0, NULL);
  g_autoptr (NbUiDocument) document = nb_ui_document_new (job, empty, NULL, FALSE);
  NbReport *report = nb_ui_document_get_report (document);
  const NbFieldDef *field = find_long_field (nb_report_get_form (report));
  g_autofree char *text = make_text ();
  NbUiFormView *form;

  nb_report_set_text (report, field->id, text, NULL);
  nb_ui_window_set_document (window, document);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 900);
  gtk_window_present (GTK_WINDOW (window));
  spin (1000);
  form = nb_ui_window_get_form_view (window);
  nb_ui_form_view_focus_field (form, field->id);
  spin (500);
  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (nb_ui_field_row_get_editor (nb_ui_form_view_lookup_row (form, field->id))));
}

/* A key every now and then, each of which makes the paper anew. */
static void
type (NbUiWindow *window, GtkTextBuffer *buffer, guint n_keys, Watch *watch)
{
  guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (window), note_frame, watch, NULL);

  for (guint i = 0; i < n_keys; i++)
    {
      gtk_text_buffer_insert_at_cursor (buffer, "字", -1);
      spin (KEY_MS);
    }
  spin (1000);
  gtk_widget_remove_tick_callback (GTK_WIDGET (window), tick);
}

static void
print (const char *title, Watch *watch)
{
  g_print (
      "  %s: %u frames; late by %.1f ms (half), %.1f ms (95 of 100), %.1f ms (worst);\n"
      "    main loop at work for %.1f ms (95 of 100), %.1f ms (worst); paper made anew %u times, "
      "%u pages drawn\n",
      title, watch->stalls->len, get_percentile (watch->stalls, 0.5),
      get_percentile (watch->stalls, 0.95), get_percentile (watch->stalls, 1),
      get_percentile (watch->busy, 0.95), get_percentile (watch->busy, 1), watch->n_renewed,
      watch->n_pages);
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

int
main (int argc, char *argv[])
{
  g_autoptr (NbUiApplication) application = NULL;
  Watch without = { g_array_new (FALSE, FALSE, sizeof (double)),
                    g_array_new (FALSE, FALSE, sizeof (double)) };
  Watch with = { g_array_new (FALSE, FALSE, sizeof (double)),
                 g_array_new (FALSE, FALSE, sizeof (double)) };
  NbUiWindow *window;
  NbUiPaper *paper;
  GtkTextBuffer *buffer;
  Bench *bench;
  guint n_keys;

  setlocale (LC_ALL, "");
  bench = bench_new (&argc, &argv);
  n_keys = bench_is_quick (bench) ? QUICK_KEYS : KEYS;
  application = nb_ui_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window =
      nb_ui_window_new (GTK_APPLICATION (application), nb_ui_application_get_job (application));
  buffer = open_report (window, nb_ui_application_get_job (application));

  bench_begin (bench, "Stalls of the main loop while somebody types");
  type (window, buffer, n_keys, &without);
  print ("without paper", &without);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-paper", NULL);
  paper = nb_ui_paper_view_get_paper (
      NB_UI_PAPER_VIEW (find (GTK_WIDGET (window), NB_UI_TYPE_PAPER_VIEW)));
  g_signal_connect_swapped (paper, "changed", G_CALLBACK (note_renewed), &with);
  g_signal_connect_swapped (paper, "drawn", G_CALLBACK (note_drawn), &with);
  spin (1500);
  type (window, buffer, n_keys, &with);
  print ("with the paper beside", &with);
  if (with.n_renewed == 0 || with.n_pages == 0)
    g_error ("the paper was never made anew");
  /* As everywhere here, by processor time, which other work on the machine disturbs least. */
  bench_judge (bench, "95 of 100 stalls, of 16 ms", get_percentile (with.busy, 0.95), STALL_MS, 1);
  g_array_unref (without.stalls);
  g_array_unref (without.busy);
  g_array_unref (with.stalls);
  g_array_unref (with.busy);
  return bench_finish (bench);
}
