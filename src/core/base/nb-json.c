/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-json.h"

struct _NbJson
{
  GString *text;
  gboolean needs_comma; /* something stands before in the present object or array */
};

NbJson *
nb_json_new (void)
{
  NbJson *json = g_new0 (NbJson, 1);

  json->text = g_string_new (NULL);
  return json;
}

void
nb_json_free (NbJson *json)
{
  if (json == NULL)
    return;
  if (json->text != NULL)
    g_string_free (json->text, TRUE);
  g_free (json);
}

static void
append_string (NbJson *json, const char *value)
{
  g_string_append_c (json->text, '"');
  for (const char *c = value; *c != '\0'; c++)
    switch (*c)
      {
      case '"':
        g_string_append (json->text, "\\\"");
        break;
      case '\\':
        g_string_append (json->text, "\\\\");
        break;
      case '\n':
        g_string_append (json->text, "\\n");
        break;
      default:
        if ((guchar) *c < 0x20 || *c == 0x7F)
          g_string_append_printf (json->text, "\\u%04x", (guint) (guchar) *c);
        else
          g_string_append_c (json->text, *c);
      }
  g_string_append_c (json->text, '"');
}

static void
begin_member (NbJson *json, const char *name)
{
  if (json->needs_comma)
    g_string_append_c (json->text, ',');
  if (name != NULL)
    {
      append_string (json, name);
      g_string_append_c (json->text, ':');
    }
  json->needs_comma = TRUE;
}

static void
begin_group (NbJson *json, const char *name, char bracket)
{
  begin_member (json, name);
  g_string_append_c (json->text, bracket);
  json->needs_comma = FALSE;
}

static void
end_group (NbJson *json, char bracket)
{
  g_string_append_c (json->text, bracket);
  json->needs_comma = TRUE;
}

void
nb_json_begin_object (NbJson *json, const char *name)
{
  begin_group (json, name, '{');
}

void
nb_json_end_object (NbJson *json)
{
  end_group (json, '}');
}

void
nb_json_begin_array (NbJson *json, const char *name)
{
  begin_group (json, name, '[');
}

void
nb_json_end_array (NbJson *json)
{
  end_group (json, ']');
}

void
nb_json_string (NbJson *json, const char *name, const char *value)
{
  if (value == NULL)
    {
      nb_json_null (json, name);
      return;
    }
  begin_member (json, name);
  append_string (json, value);
}

void
nb_json_int (NbJson *json, const char *name, gint64 value)
{
  begin_member (json, name);
  g_string_append_printf (json->text, "%" G_GINT64_FORMAT, value);
}

void
nb_json_boolean (NbJson *json, const char *name, gboolean value)
{
  begin_member (json, name);
  g_string_append (json->text, value ? "true" : "false");
}

void
nb_json_null (NbJson *json, const char *name)
{
  begin_member (json, name);
  g_string_append (json->text, "null");
}

char *
nb_json_finish (NbJson *json)
{
  char *text = g_string_free (g_string_append_c (json->text, '\n'), FALSE);

  json->text = NULL;
  nb_json_free (json);
  return text;
}
