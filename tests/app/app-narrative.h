/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "nb-ui-narrative-view.h"

/* The long field of the invented report that tests open as a page. */
#define PAGE_FIELD "activities"

/* Puts @text (NULL: what stands there) into the field and opens it as a page. */
void app_open_page (AppFixture *fixture, const char *text);
/* Last year’s report has @text in the field, and else what stands there now. */
void app_set_last_year (AppFixture *fixture, const char *text);
/* The page (borrowed); NULL while none is open. */
NbUiNarrativeView *app_get_page (AppFixture *fixture);
GtkTextView *app_get_page_view (AppFixture *fixture);
GtkTextBuffer *app_get_page_buffer (AppFixture *fixture);
/* @offset in characters of what is shown. */
void app_put_cursor (AppFixture *fixture, int offset);
/* The way of an input method's commit. */
void app_type (AppFixture *fixture, const char *text);
/* What the report holds in the field and what the page shows must both be @text. */
void app_assert_page (AppFixture *fixture, const char *text);
/* Runs the main loop until another frame was drawn. */
void app_next_frame (AppFixture *fixture);
