/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-narrative.h"

NbUiNarrativeView *
app_get_page (AppFixture *fixture)
{
  GtkWidget *page = app_find_widget (GTK_WIDGET (fixture->window), NB_UI_TYPE_NARRATIVE_VIEW);

  return page != NULL ? NB_UI_NARRATIVE_VIEW (page) : NULL;
}

GtkTextView *
app_get_page_view (AppFixture *fixture)
{
  return nb_ui_narrative_view_get_text_view (app_get_page (fixture));
}

GtkTextBuffer *
app_get_page_buffer (AppFixture *fixture)
{
  return gtk_text_view_get_buffer (app_get_page_view (fixture));
}

static gboolean
has_page (AppFixture *fixture)
{
  return app_get_page (fixture) != NULL
         && gtk_widget_get_mapped (GTK_WIDGET (app_get_page (fixture)));
}

void
app_open_page (AppFixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (text != NULL)
    nb_report_set_text (app_get_report (fixture), PAGE_FIELD, text, &error);
  g_assert_no_error (error);
  nb_report_pause (app_get_report (fixture));
  nb_ui_form_view_focus_field (nb_ui_window_get_form_view (fixture->window), PAGE_FIELD);
  app_activate (fixture, "win.page");
  app_wait (fixture, has_page, "the page");
  app_spin (50);
}

void
app_set_last_year (AppFixture *fixture, const char *text)
{
  g_autoptr (NbReportData) data = nb_report_freeze (app_get_report (fixture));
  NbReportDataBuilder *builder = nb_report_data_builder_new_from (data);
  g_autoptr (NbText) last = nb_text_new (text);
  g_autoptr (NbReportData) previous = NULL;

  g_assert_true (nb_report_data_builder_set_text (builder, PAGE_FIELD, last, NULL));
  previous = nb_report_data_builder_finish (builder);
  nb_ui_document_set_previous (nb_ui_window_get_document (fixture->window), previous);
}

void
app_put_cursor (AppFixture *fixture, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (app_get_page_buffer (fixture), &iter, offset);
  gtk_text_buffer_place_cursor (app_get_page_buffer (fixture), &iter);
}

void
app_type (AppFixture *fixture, const char *text)
{
  g_signal_emit_by_name (app_get_page_view (fixture), "insert-at-cursor", text);
}

void
app_assert_page (AppFixture *fixture, const char *text)
{
  NbField *field = nb_report_lookup_field (app_get_report (fixture), PAGE_FIELD);
  g_autofree char *held = nb_field_dup_string (field);
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (app_get_page_buffer (fixture), &start, &end);
  shown = gtk_text_buffer_get_text (app_get_page_buffer (fixture), &start, &end, FALSE);
  g_assert_cmpstr (held, ==, text);
  g_assert_cmpstr (shown, ==, text);
}

void
app_next_frame (AppFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  gint64 before = gdk_frame_clock_get_frame_counter (clock);
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
  while (gdk_frame_clock_get_frame_counter (clock) == before)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}
