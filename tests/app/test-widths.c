/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every view from 360 pixels to a wide screen, with text of the usual size and of twice that: nothing is wider than
 * its window, nothing sticks out of it, and on a wide screen the form keeps to the middle. */

#include "app-fixture.h"
#include "app-main.h"

#include "nb-ui-certificate-dialog.h"
#include "nb-ui-help-window.h"
#include "nb-ui-portal-window.h"
#include "nb-ui-preferences.h"
#include "nb-ui-roll-dialog.h"

/* The window is drawn with its shadow. */
#define SHADOW 10

static const int widths[] = { 360, 1024, 1920 };

/* Nothing visible may stick out of the window. */
static void
assert_inside (GtkWidget *window, GtkWidget *widget)
{
  graphene_rect_t bounds;

  /* A scroll bar has room for the pointer beyond what is drawn, and so has what a flap covers. */
  if (GTK_IS_SCROLLBAR (widget)
      || (widget != window && ADW_IS_FLAP (gtk_widget_get_parent (widget))
          && g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo")))
    return;
  if (!gtk_widget_get_mapped (widget) || GTK_IS_NATIVE (widget) != (widget == window))
    return;
  if (widget != window && gtk_widget_compute_bounds (widget, window, &bounds)
      && (bounds.origin.x < -2
          || bounds.origin.x + bounds.size.width > gtk_widget_get_width (window) + 2))
    g_error ("a %s in a %s from %g, %g wide, sticks out of %d", G_OBJECT_TYPE_NAME (widget),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), bounds.origin.x,
             bounds.size.width, gtk_widget_get_width (window));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_inside (window, child);
}

static void
assert_fits (GtkWidget *window, int width)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  gtk_window_set_default_size (GTK_WINDOW (window), width + SHADOW, 600);
  do
    app_spin (80);
  while (gtk_widget_get_width (window) != width && g_get_monotonic_time () < end);
  g_assert_cmpint (gtk_widget_get_width (window), ==, width);
  assert_inside (window, window);
}

static void
show_start (AppFixture *fixture)
{
  nb_ui_window_set_document (fixture->window, NULL);
}

static void
show_form (AppFixture *fixture)
{
}

static void
show_findings (AppFixture *fixture)
{
  app_check (fixture);
}

static void
show_filing (AppFixture *fixture)
{
  app_activate (fixture, "win.filing");
}

static void
show_next_finding (AppFixture *fixture)
{
  app_activate (fixture, "win.next-finding");
}

static void
show_sections (AppFixture *fixture)
{
  app_activate (fixture, "win.toggle-sections");
}

static void
show_page (AppFixture *fixture)
{
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), "activities");
  app_activate (fixture, "win.page");
}

static void
show_last_year (AppFixture *fixture)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "app", "gallery.txt", NULL);

  nb_ui_window_compare_with (fixture->window, path);
}

static const struct
{
  const char *name;
  void (*show) (AppFixture *fixture);
} views[] = {
  { "start", show_start },       { "form", show_form },     { "last-year", show_last_year },
  { "findings", show_findings }, { "filing", show_filing }, { "next-finding", show_next_finding },
  { "sections", show_sections }, { "page", show_page },
};

static void
set_scale (int scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", scale * 96 * 1024, NULL);
}

/* @data: the index of the view. */
static void
test_view (AppFixture *fixture, const void *data)
{
  views[GPOINTER_TO_UINT (data)].show (fixture);
  for (int scale = 1; scale <= 2; scale++)
    {
      set_scale (scale);
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        assert_fits (GTK_WIDGET (fixture->window), widths[i]);
    }
  set_scale (1);
}

static GtkWindow *
make_certificate (AppFixture *fixture)
{
  return nb_ui_certificate_dialog_new (GTK_WINDOW (fixture->window),
                                       nb_ui_application_get_job (fixture->application),
                                       nb_ui_window_get_document (fixture->window));
}

static void
ignore_rolled (const NbReportData *begun, const NbReportData *previous, void *data)
{
}

static GtkWindow *
make_roll (AppFixture *fixture)
{
  g_autoptr (NbReportData) previous = nb_report_freeze (app_get_report (fixture));

  return nb_ui_roll_dialog_new (GTK_WINDOW (fixture->window),
                                nb_ui_application_get_job (fixture->application), previous, NULL,
                                2023, ignore_rolled, NULL);
}

static GtkWindow *
make_portal (AppFixture *fixture)
{
  return GTK_WINDOW (nb_ui_portal_window_new (GTK_WINDOW (fixture->window),
                                              nb_ui_window_get_document (fixture->window)));
}

static GtkWindow *
make_preferences (AppFixture *fixture)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);

  return nb_ui_preferences_new (GTK_WINDOW (fixture->window), nb_job_get_catalog (job),
                                nb_ui_window_get_document (fixture->window));
}

static GtkWindow *
make_help (AppFixture *fixture)
{
  return nb_ui_help_window_new (GTK_APPLICATION (fixture->application));
}

static const struct
{
  const char *name;
  GtkWindow *(*make) (AppFixture *fixture);
} others[] = {
  { "certificate", make_certificate }, { "roll", make_roll }, { "portal", make_portal },
  { "preferences", make_preferences }, { "help", make_help },
};

/* @data: the index of the window. */
static void
test_window (AppFixture *fixture, const void *data)
{
  GtkWindow *window = others[GPOINTER_TO_UINT (data)].make (fixture);

  gtk_window_present (window);
  for (int scale = 1; scale <= 2; scale++)
    {
      set_scale (scale);
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        assert_fits (GTK_WIDGET (window), widths[i]);
    }
  set_scale (1);
  gtk_window_destroy (window);
}

/* The form is as wide as one reads well, and stands in the middle of the room it has. */
static void
test_clamp (AppFixture *fixture, const void *data)
{
  NbUiFormView *view = nb_ui_window_get_form_view (fixture->window);
  GtkWidget *row = GTK_WIDGET (nb_ui_form_view_lookup_row (view, "name"));
  graphene_rect_t bounds;

  assert_fits (GTK_WIDGET (fixture->window), 1920);
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (view), &bounds));
  g_assert_cmpfloat (bounds.size.width, <=, 820);
  g_assert_cmpfloat_with_epsilon (bounds.origin.x + bounds.size.width / 2,
                                  gtk_widget_get_width (GTK_WIDGET (view)) / 2.0, 2);
}

/* On a narrow window the panes lie over the form, on a wide one beside it. */
static void
test_fold (AppFixture *fixture, const void *data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  AdwFlap *sections = ADW_FLAP (app_find_widget (window, ADW_TYPE_FLAP));
  AdwFlap *side = ADW_FLAP (app_find_widget (adw_flap_get_content (sections), ADW_TYPE_FLAP));

  app_check (fixture);
  assert_fits (window, 360);
  g_assert_true (adw_flap_get_folded (sections));
  g_assert_true (adw_flap_get_folded (side));
  assert_fits (window, 1920);
  g_assert_false (adw_flap_get_folded (sections));
  g_assert_false (adw_flap_get_folded (side));
}

static void
add_test (const char *path, void (*test) (AppFixture *, const void *), const void *data)
{
  g_test_add (path, AppFixture, data, app_fixture_set_up, test, app_fixture_tear_down);
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *path = g_strconcat ("/app/widths/", views[i].name, NULL);

      add_test (path, test_view, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_strconcat ("/app/widths/", others[i].name, NULL);

      add_test (path, test_window, GUINT_TO_POINTER (i));
    }
  add_test ("/app/widths/clamp", test_clamp, NULL);
  add_test ("/app/widths/fold", test_fold, NULL);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
