/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-application.h"
#include "nb-ui-window.h"

/* An application with one window on a report of an invented gallery, in a folder of its own. */
typedef struct
{
  NbUiApplication *application;
  NbUiWindow *window;
  char *folder;
  char *path;
} AppFixture;

void app_fixture_set_up (AppFixture *fixture, const void *data);
/* Destroys what windows there still are and proves that windows, rows, documents and the application were
 * finalized. */
void app_fixture_tear_down (AppFixture *fixture, const void *data);

/* Runs the main loop: for a while, or until @done (at most five seconds, then the test fails). */
void app_spin (guint milliseconds);
/* Nothing is placed while nobody does anything: a window at rest must not use up a laptop. */
void app_assert_at_rest (GtkWidget *window);
typedef gboolean (*AppCondition) (AppFixture *fixture);
void app_wait (AppFixture *fixture, AppCondition done, const char *what);

void app_open (AppFixture *fixture, const char *path);
/* Lets the file go over @onto, which takes it. */
void app_drop (GtkWidget *onto, const char *path);
NbReport *app_get_report (AppFixture *fixture);
GtkWidget *app_get_editor (AppFixture *fixture, const char *field);
GtkText *app_get_entry_text (AppFixture *fixture, const char *field);
GtkTextBuffer *app_get_buffer (AppFixture *fixture, const char *field);

/* A field's text in the report, and what its editor shows, must both be @text. */
void app_assert_text (AppFixture *fixture, const char *field, const char *text);
void app_activate (AppFixture *fixture, const char *action);

/* Presses a key on @widget: what a binding of it, or of a widget round it, does. */
void app_press (GtkWidget *widget, guint key, GdkModifierType modifiers);
/* The colour of the point @x, @y of @widget as it is drawn. */
void app_get_pixel (GtkWidget *widget, int x, int y, GdkRGBA *colour);

/* The findings of @rule for @field that are on the screen: the row of the first one (borrowed), or NULL. */
GtkWidget *app_find_finding (AppFixture *fixture, const char *field, const char *rule);
/* Checks everything now, as F5 does. */
void app_check (AppFixture *fixture);

/* The first widget of @type in @root, visible or not; NULL for none. */
GtkWidget *app_find_widget (GtkWidget *root, GType type);
/* A visible label in @root whose text has @part in it; NULL for none. */
GtkWidget *app_find_label (GtkWidget *root, const char *part);
/* The open window of @type (borrowed), NULL for none. Its widgets of ours must be finalized too. */
GtkWidget *app_find_window (GType type);
/* The first open dialog, NULL for none. */
AdwMessageDialog *app_find_dialog (void);
/* Answers the first open dialog. */
void app_answer (const char *response);
/* What the toast of the window says, NULL for none; free with g_free(). */
char *app_dup_toast (AppFixture *fixture);
