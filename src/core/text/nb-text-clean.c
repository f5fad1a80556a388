/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-clean.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SOFT_HYPHEN 0xAD

static gboolean
is_line_end (gunichar c)
{
  return (c >= 0xA && c <= 0xD) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Blanks that are neither the space nor the full-width one. */
static gboolean
is_odd_space (gunichar c)
{
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0x3000 || is_odd_space (c);
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

static gboolean
is_impossible (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
}

/* The signs of unnumbered lists; those of the symbol fonts arrive as private-use characters, or as the
 * letter that has their place. */
static gboolean
is_bullet (gunichar c, gboolean before_tab)
{
  static const char *const signs = "•·●○■□◆◇▪▫►▶➢➤✓✔★☆◎";

  if ((c >= 0xF000 && c <= 0xF0FF) || g_utf8_strchr (signs, -1, c) != NULL)
    return TRUE;
  return before_tab && (c == 'o' || c == 0xD8 || c == 0xA7 || c == 'l' || c == 'n' || c == '-');
}

static gboolean
is_number_sign (gunichar c)
{
  static const char *const signs = "一二三四五六七八九十百〇零.．、()（）①②③④⑤⑥⑦⑧⑨⑩";

  return g_unichar_isdigit (c) || g_utf8_strchr (signs, -1, c) != NULL;
}

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && is_blank (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* Where the text of a paragraph begins behind a bullet, NULL where none stands at @at. */
static const char *
skip_bullet (const char *at, const char *end)
{
  const char *next = at < end ? g_utf8_next_char (at) : end;
  const char *text = skip_blanks (next, end);

  return text > next && is_bullet (g_utf8_get_char (at), *next == '\t') ? text : NULL;
}

/* Where the number of a list ends that a tab parts from its text, NULL where none stands at @at. */
static const char *
find_number_end (const char *at, const char *end)
{
  const char *next = at;

  /* No number of a list is longer than eight signs. */
  for (guint i = 0; i < 8 && next < end && is_number_sign (g_utf8_get_char (next)); i++)
    next = g_utf8_next_char (next);
  return next > at && next < end && *next == '\t' ? next : NULL;
}

/* What stands at the beginning and is not the paragraph's. Returns where the text goes on. */
static const char *
append_beginning (GString *text, const char *at, const char *end, NbTextCleaned *cleaned)
{
  const char *start = skip_blanks (at, end);
  const char *behind = skip_bullet (start, end);
  const char *number_end = find_number_end (start, end);

  if (start > at)
    cleaned->counts[NB_CLEAN_INDENTS]++;
  if (behind != NULL)
    {
      cleaned->counts[NB_CLEAN_LIST_NUMBERS]++;
      return behind;
    }
  if (number_end != NULL)
    {
      cleaned->counts[NB_CLEAN_LIST_NUMBERS]++;
      g_string_append_len (text, start, number_end - start);
      return skip_blanks (number_end, end);
    }
  return start;
}

static void
append_character (GString *text, gunichar c, NbTextCleaned *cleaned)
{
  if (c == '\t' || is_odd_space (c))
    {
      cleaned->counts[c == '\t' ? NB_CLEAN_TABS : NB_CLEAN_SPACES]++;
      /* One space for a run of such blanks. */
      if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
  else if (is_impossible (c))
    {
      cleaned->counts[NB_CLEAN_CHARACTERS]++;
      g_string_append (text, "\xEF\xBF\xBD");
    }
  else
    g_string_append_unichar (text, c);
}

static void
append_paragraph (GString *text, const char *at, const char *end, NbTextCleaned *cleaned)
{
  const char *stop = end;

  at = append_beginning (text, at, end, cleaned);
  while (stop > at && is_blank (g_utf8_get_char (g_utf8_prev_char (stop))))
    stop = g_utf8_prev_char (stop);
  for (; at < stop; at = g_utf8_next_char (at))
    append_character (text, g_utf8_get_char (at), cleaned);
  if (stop < end)
    cleaned->counts[NB_CLEAN_INDENTS]++;
}

/* Without what nobody sees: it could stand before the blanks at an end. */
static char *
dup_visible (const char *text, NbTextCleaned *cleaned)
{
  GString *visible = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == SOFT_HYPHEN)
        cleaned->counts[NB_CLEAN_SOFT_HYPHENS]++;
      else if (is_invisible (c))
        cleaned->counts[NB_CLEAN_INVISIBLE]++;
      else
        g_string_append_len (visible, at, g_utf8_next_char (at) - at);
    }
  return g_string_free (visible, FALSE);
}

char *
nb_text_clean (const char *text, NbTextCleaned *cleaned)
{
  NbTextCleaned unasked = { { 0 } };
  g_autofree char *visible = dup_visible (text, cleaned != NULL ? cleaned : &unasked);
  GString *clean = g_string_sized_new (strlen (visible));
  const char *at = visible;

  if (cleaned == NULL)
    cleaned = &unasked;
  for (;;)
    {
      const char *end = at;

      while (*end != '\0' && !is_line_end (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      append_paragraph (clean, at, end, cleaned);
      if (*end == '\0')
        return g_string_free (clean, FALSE);
      g_string_append_c (clean, '\n');
      cleaned->counts[NB_CLEAN_LINE_ENDS] += *end != '\n';
      at = end[0] == '\r' && end[1] == '\n' ? end + 2 : g_utf8_next_char (end);
    }
}

gboolean
nb_text_cleaned_is_empty (const NbTextCleaned *cleaned)
{
  for (gsize i = 0; i < NB_N_CLEAN_KINDS; i++)
    if (cleaned->counts[i] > 0)
      return FALSE;
  return TRUE;
}

static char *
describe_kind (NbCleanKind kind, guint n)
{
  switch (kind)
    {
    case NB_CLEAN_LINE_ENDS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line break", "%u line breaks", n),
                              n);
    case NB_CLEAN_TABS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tab", "%u tabs", n), n);
    case NB_CLEAN_SPACES:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u no-break space", "%u no-break spaces", n), n);
    case NB_CLEAN_SOFT_HYPHENS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u soft hyphen", "%u soft hyphens", n),
                              n);
    case NB_CLEAN_INVISIBLE:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u invisible character", "%u invisible characters", n), n);
    case NB_CLEAN_LIST_NUMBERS:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u sign of a list", "%u signs of lists", n), n);
    case NB_CLEAN_INDENTS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u indent", "%u indents", n), n);
    case NB_CLEAN_CHARACTERS:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u impossible character", "%u impossible characters", n),
          n);
    }
  g_return_val_if_reached (NULL);
}

char *
nb_text_cleaned_describe (const NbTextCleaned *cleaned)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < NB_N_CLEAN_KINDS; i++)
    {
      g_autofree char *words = describe_kind ((NbCleanKind) i, cleaned->counts[i]);

      if (cleaned->counts[i] == 0)
        continue;
      /* Between the parts of an enumeration. */
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", words);
    }
  return g_string_free (text, FALSE);
}

const char *
nb_clean_kind_get_name (NbCleanKind kind)
{
  static const char *const names[] = {
    [NB_CLEAN_LINE_ENDS] = N_ ("line breaks"),
    /* Translators: what was cleaned from pasted text. */
    [NB_CLEAN_TABS] = N_ ("tabs"),
    [NB_CLEAN_SPACES] = N_ ("no-break spaces"),
    [NB_CLEAN_SOFT_HYPHENS] = N_ ("soft hyphens"),
    [NB_CLEAN_INVISIBLE] = N_ ("invisible characters"),
    [NB_CLEAN_LIST_NUMBERS] = N_ ("signs of lists"),
    [NB_CLEAN_INDENTS] = N_ ("blanks at the ends of paragraphs"),
    [NB_CLEAN_CHARACTERS] = N_ ("impossible characters"),
  };

  return _ (names[kind]);
}

static const char *const nicks[] = {
  [NB_CLEAN_LINE_ENDS] = "line-ends", [NB_CLEAN_TABS] = "tabs",
  [NB_CLEAN_SPACES] = "spaces",       [NB_CLEAN_SOFT_HYPHENS] = "soft-hyphens",
  [NB_CLEAN_INVISIBLE] = "invisible", [NB_CLEAN_LIST_NUMBERS] = "list-numbers",
  [NB_CLEAN_INDENTS] = "indents",     [NB_CLEAN_CHARACTERS] = "characters",
};

const char *
nb_clean_kind_get_nick (NbCleanKind kind)
{
  return nicks[kind];
}

gboolean
nb_clean_kind_parse (const char *nick, NbCleanKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nick, nicks[i]))
      {
        *kind = (NbCleanKind) i;
        return TRUE;
      }
  return FALSE;
}
