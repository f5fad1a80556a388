/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A JSON writer: commas, escapes and nesting are its business. Output is UTF-8, without line
 * breaks inside a value, the same under every locale. */
typedef struct _NbJson NbJson;

NbJson *nb_json_new (void);
void nb_json_free (NbJson *json);

/* Each takes the member's @name inside an object, NULL inside an array and at the top. */
void nb_json_begin_object (NbJson *json, const char *name);
void nb_json_end_object (NbJson *json);
void nb_json_begin_array (NbJson *json, const char *name);
void nb_json_end_array (NbJson *json);
/* A NULL @value is written as null. */
void nb_json_string (NbJson *json, const char *name, const char *value);
void nb_json_int (NbJson *json, const char *name, gint64 value);
void nb_json_boolean (NbJson *json, const char *name, gboolean value);
void nb_json_null (NbJson *json, const char *name);

/* The text written so far, ended by LF; frees @json. Free the result with g_free(). */
char *nb_json_finish (NbJson *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbJson, nb_json_free)

G_END_DECLS
