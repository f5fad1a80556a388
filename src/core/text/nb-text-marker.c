/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-class.h"
#include "nb-text-section.h"

#define TEN          0x5341 /* 十 */
#define FULL_WIDTH_0 0xFF10
#define CIRCLED_1    0x2460
#define LAST_CIRCLED 20
#define LAST_NUMERAL 99

/* How a number can be written. */
typedef enum
{
  SCRIPT_NONE,
  SCRIPT_HAN,
  SCRIPT_ASCII,
  SCRIPT_FULL_WIDTH,
  SCRIPT_CIRCLED,
} Script;

static Script
get_script (gunichar c)
{
  if (c == TEN || nb_text_get_chinese_digit (c) != 0)
    return SCRIPT_HAN;
  if (c >= '0' && c <= '9')
    return SCRIPT_ASCII;
  if (c >= FULL_WIDTH_0 && c <= FULL_WIDTH_0 + 9)
    return SCRIPT_FULL_WIDTH;
  return c >= CIRCLED_1 && c < CIRCLED_1 + LAST_CIRCLED ? SCRIPT_CIRCLED : SCRIPT_NONE;
}

static char *
format_full_width (guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GString *wide = g_string_new (NULL);

  for (const char *c = digits; *c != '\0'; c++)
    g_string_append_unichar (wide, (gunichar) (*c - '0') + FULL_WIDTH_0);
  return g_string_free (wide, FALSE);
}

static char *
format_circled (guint number)
{
  char utf8[7] = "";

  g_unichar_to_utf8 (CIRCLED_1 + number - 1, utf8);
  return g_strdup (utf8);
}

static char *
format_number (Script script, guint number)
{
  switch (script)
    {
    case SCRIPT_HAN:
      return number <= LAST_NUMERAL ? nb_text_format_numeral (number) : NULL;
    case SCRIPT_ASCII:
      return g_strdup_printf ("%u", number);
    case SCRIPT_FULL_WIDTH:
      return format_full_width (number);
    case SCRIPT_CIRCLED:
      return number <= LAST_CIRCLED ? format_circled (number) : NULL;
    case SCRIPT_NONE:
    default:
      return NULL;
    }
}

char *
nb_text_format_marker (const char *marker, guint number)
{
  const char *start = marker;
  const char *end;
  g_autofree char *head = NULL;
  g_autofree char *digits = NULL;
  Script script;

  g_return_val_if_fail (number > 0, NULL);

  while (*start != '\0' && get_script (g_utf8_get_char (start)) == SCRIPT_NONE)
    start = g_utf8_next_char (start);
  script = get_script (g_utf8_get_char (start));
  for (end = start; *end != '\0' && get_script (g_utf8_get_char (end)) == script;)
    end = g_utf8_next_char (end);
  digits = format_number (script, number);
  if (digits == NULL)
    return NULL;
  head = g_strndup (marker, (gsize) (start - marker));
  return g_strconcat (head, digits, end, NULL);
}
