/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What word processors and browsers put into the clipboard becomes clean plain text on the page. A case a file in
 * paste/: what is offered and what comes of it, in the escapes of C. */

#include "app-main.h"
#include "app-narrative.h"

#include <gdk/gdkkeysyms.h>
#include <string.h>

static char *
dup_value (GKeyFile *file, const char *group, const char *key)
{
  g_autofree char *value = g_key_file_get_value (file, group, key, NULL);

  return value != NULL ? g_strcompress (value) : NULL;
}

static GdkContentProvider *
make_provider (const char *type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/* In the order in which such programs offer it. */
static void
offer (AppFixture *fixture, const char *html, const char *text)
{
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) provider = NULL;
  gsize n = 0;

  if (html != NULL)
    providers[n++] = make_provider ("text/html", html);
  if (text != NULL)
    providers[n++] = make_provider ("text/plain;charset=utf-8", text);
  provider = gdk_content_provider_new_union (providers, n);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), provider);
}

static void
paste (AppFixture *fixture)
{
  app_press (GTK_WIDGET (app_get_page_view (fixture)), GDK_KEY_v, GDK_CONTROL_MASK);
  app_spin (200);
}

static void
test_case (AppFixture *fixture, const void *data)
{
  const char *path = data;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *html = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *note = NULL;
  g_autofree char *toast = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  html = dup_value (file, "clipboard", "html");
  text = dup_value (file, "clipboard", "text");
  expected = dup_value (file, "expected", "text");
  note = dup_value (file, "expected", "note");

  app_open_page (fixture, "");
  offer (fixture, html, text);
  paste (fixture);
  app_assert_page (fixture, expected);
  toast = app_dup_toast (fixture);
  g_assert_cmpstr (toast != NULL ? toast : "", ==, note);
  app_activate (fixture, "win.undo");
  app_assert_page (fixture, "");
}

/* A selection is replaced, as one step with the paste. */
static void
test_selection (AppFixture *fixture, const void *data)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  app_open_page (fixture, "一是办展。二是讲座。");
  buffer = app_get_page_buffer (fixture);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 5);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  offer (fixture, NULL, "二是借书。\r\n三是还书。");
  paste (fixture);
  app_assert_page (fixture, "一是办展。二是借书。\n三是还书。");
  app_activate (fixture, "win.undo");
  app_assert_page (fixture, "一是办展。二是讲座。");
}

/* A picture is no text, which is said. */
static void
test_no_text (AppFixture *fixture, const void *data)
{
  g_autoptr (GdkContentProvider) provider = make_provider ("image/png", "\x89PNG");
  g_autofree char *toast = NULL;

  app_open_page (fixture, "一是办展。");
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), provider);
  paste (fixture);
  app_assert_page (fixture, "一是办展。");
  toast = app_dup_toast (fixture);
  g_assert_cmpstr (toast, ==, "There is no text in the clipboard.");
}

static void
add_tests (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "app", "paste", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/app/paste/case/", name, NULL);

      g_test_add_vtable (path, sizeof (AppFixture), g_build_filename (folder, name, NULL),
                         (GTestFixtureFunc) app_fixture_set_up, (GTestFixtureFunc) test_case,
                         (GTestFixtureFunc) app_fixture_tear_down);
      n++;
    }
  g_assert_cmpuint (n, >=, 5);
  g_test_add ("/app/paste/selection", AppFixture, NULL, app_fixture_set_up, test_selection,
              app_fixture_tear_down);
  g_test_add ("/app/paste/no-text", AppFixture, NULL, app_fixture_set_up, test_no_text,
              app_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  return app_main (argc, argv, add_tests);
}
