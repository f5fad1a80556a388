/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-xml-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-xml-limits.h"

typedef struct
{
  const char *at;
  const char *end;
  const char *line_start;
  guint line;
  const char *less; /* the next "<" and "&" from at on, as far as they are known: not before at */
  const char *ampersand; /* only once they are passed they are looked for again */
  NbXmlKind kind;
  guint depth;
  GArray *places;
} Scan;

static NbPlace
get_place (const Scan *scan)
{
  return (NbPlace){ scan->line, (guint) (scan->at - scan->line_start) + 1 };
}

static gboolean
refuse (const Scan *scan, GError **error, const char *reason, const char *sentence)
{
  nb_error_set (error, NB_ERROR_REFUSED, get_place (scan), "%s", sentence);
  nb_error_set_reason (error, reason);
  return FALSE;
}

static gboolean
looking_at (const Scan *scan, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (scan->end - scan->at) >= length && memcmp (scan->at, word, length) == 0;
}

static const char *
find (const Scan *scan, char c)
{
  const char *found = memchr (scan->at, c, (gsize) (scan->end - scan->at));

  return found != NULL ? found : scan->end;
}

static void
go_to (Scan *scan, const char *to)
{
  const char *line_end;

  while ((line_end = memchr (scan->at, '\n', (gsize) (to - scan->at))) != NULL)
    {
      scan->line++;
      scan->line_start = scan->at = line_end + 1;
    }
  scan->at = to;
}

static void
advance (Scan *scan, gsize n_bytes)
{
  go_to (scan, scan->at + MIN (n_bytes, (gsize) (scan->end - scan->at)));
}

/* To the next markup or reference, or the end. Most of a file passes here. */
static void
skip_text (Scan *scan)
{
  if (scan->less < scan->at)
    scan->less = find (scan, '<');
  if (scan->ampersand < scan->at)
    scan->ampersand = find (scan, '&');
  go_to (scan, MIN (scan->less, scan->ampersand));
}

/* To just behind the next @word; a missing one is left to the parser to complain about. It is found by its
 * last letter: a search for one letter ends where that stands, where memmem() under the sanitizers looks at
 * all that is left, for every tag again. */
static void
skip_behind (Scan *scan, const char *word)
{
  gsize length = strlen (word);
  const char *at = scan->at;

  while ((at = memchr (at, word[length - 1], (gsize) (scan->end - at))) != NULL)
    {
      at++;
      if ((gsize) (at - scan->at) >= length && memcmp (at - length, word, length) == 0)
        break;
    }
  go_to (scan, at != NULL ? at : scan->end);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* At an ampersand: character references and the five entities of XML itself. */
static gboolean
scan_reference (Scan *scan, GError **error)
{
  static const char *const own[] = { "&#", "&lt;", "&gt;", "&amp;", "&quot;", "&apos;" };

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    if (looking_at (scan, own[i]))
      {
        advance (scan, 1);
        return TRUE;
      }
  return refuse (
      scan, error, "entity",
      _ ("The file uses an entity. Files with entities are never opened: they could pull "
         "in other files."));
}

static gboolean
scan_value (Scan *scan, char quote, GError **error)
{
  advance (scan, 1);
  while (scan->at < scan->end && *scan->at != quote)
    {
      const char *at = scan->at;

      if (*at == '&')
        {
          if (!scan_reference (scan, error))
            return FALSE;
          continue;
        }
      while (at < scan->end && *at != quote && *at != '&')
        at++;
      go_to (scan, at);
    }
  advance (scan, 1);
  return TRUE;
}

static gboolean
check_start_tag (const Scan *scan, const Scan *start, guint n_attributes, GError **error)
{
  if (scan->at - start->at > NB_LIMIT_START_TAG)
    return refuse (start, error, "start-tag", _ ("An element's start tag is larger than 64 KiB."));
  if (n_attributes > NB_LIMIT_ATTRIBUTES)
    return refuse (start, error, "attributes", _ ("An element has more than 64 attributes."));
  return TRUE;
}

static gboolean
scan_start_tag (Scan *scan, GError **error)
{
  Scan start = *scan;
  NbPlace place = get_place (scan);
  guint n_attributes = 0;
  gboolean empty = FALSE;

  if (scan->places->len >= NB_LIMIT_ELEMENTS)
    return refuse (scan, error, "elements", _ ("The file has more than 300,000 elements."));
  if (++scan->depth > NB_LIMIT_DEPTH)
    return refuse (scan, error, "depth",
                   _ ("The elements of the file are nested more than 64 deep."));
  g_array_append_val (scan->places, place);

  advance (scan, 1);
  while (scan->at < scan->end && *scan->at != '>')
    {
      if (!check_start_tag (scan, &start, n_attributes, error))
        return FALSE;
      if (*scan->at == '"' || *scan->at == '\'')
        {
          n_attributes++;
          if (!scan_value (scan, *scan->at, error))
            return FALSE;
          empty = FALSE;
          continue;
        }
      if (is_space (*scan->at) && scan->kind == NB_XML_UNTRUSTED)
        {
          advance (scan, 1);
          if (looking_at (scan, "xml:"))
            return refuse (scan, error, "xml-attribute",
                           _ ("The file uses an attribute that begins with “xml:”."));
          continue;
        }
      empty = *scan->at == '/';
      advance (scan, 1);
    }
  if (!check_start_tag (scan, &start, n_attributes, error))
    return FALSE;
  advance (scan, 1);
  if (empty)
    scan->depth--;
  return TRUE;
}

static gboolean
scan_markup (Scan *scan, GError **error)
{
  if (looking_at (scan, "<!--"))
    {
      if (scan->kind == NB_XML_UNTRUSTED)
        return refuse (scan, error, "comment",
                       _ ("The file holds a comment. Report files hold none."));
      skip_behind (scan, "-->");
      return TRUE;
    }
  if (looking_at (scan, "<![CDATA["))
    {
      skip_behind (scan, "]]>");
      return TRUE;
    }
  if (looking_at (scan, "<!"))
    return refuse (scan, error, "doctype",
                   _ ("The file has a DOCTYPE. Files with a DOCTYPE are never opened: they could "
                      "pull in other files."));
  if (looking_at (scan, "<?"))
    return refuse (scan, error, "processing-instruction",
                   _ ("The file holds a processing instruction. Report files hold none."));
  if (looking_at (scan, "</"))
    {
      if (scan->depth > 0)
        scan->depth--;
      skip_behind (scan, ">");
      return TRUE;
    }
  return scan_start_tag (scan, error);
}

/* The value of the pseudo-attribute @name in @declaration, which is in lower case: from its quotation mark on,
 * or NULL. */
static const char *
find_value (const char *declaration, const char *name)
{
  const char *at = strstr (declaration, name);

  if (at == NULL)
    return NULL;
  for (at += strlen (name); is_space (*at) || *at == '='; at++)
    ;
  return at;
}

/* The declaration may name XML 1.0 and UTF-8 and nothing else: other versions end lines at other characters,
 * so that two programs could read two texts. */
static gboolean
scan_declaration (Scan *scan, GError **error)
{
  g_autofree char *declaration = NULL;
  g_autofree char *lower = NULL;
  const char *version;
  const char *encoding;
  Scan start = *scan;

  if (!looking_at (scan, "<?xml") || scan->at + 5 >= scan->end || !is_space (scan->at[5]))
    return TRUE;

  skip_behind (scan, "?>");
  declaration = g_strndup (start.at, scan->at - start.at);
  lower = g_ascii_strdown (declaration, -1);
  version = find_value (lower, "version");
  if (version != NULL && !g_str_has_prefix (version, "\"1.0\"")
      && !g_str_has_prefix (version, "'1.0'"))
    return refuse (&start, error, "version",
                   _ ("The file says that it is not XML 1.0. Only XML 1.0 is read."));
  encoding = find_value (lower, "encoding");
  if (encoding != NULL && !g_str_has_prefix (encoding, "\"utf-8\"")
      && !g_str_has_prefix (encoding, "'utf-8'"))
    return refuse (&start, error, "encoding",
                   _ ("The file says that it is not UTF-8. Only UTF-8 is read."));
  return TRUE;
}

/* Whether two characters of three bytes begin at @at, behind which two more bytes stand; nearly all of Chinese
 * text is such. E0 and ED, which not every byte may follow, are left to the long way. */
static inline gboolean
has_two_common (const char *at)
{
  guint64 bytes;

  memcpy (&bytes, at, sizeof bytes);
  bytes = GUINT64_FROM_LE (bytes);
  if ((bytes & 0xC0C0F0C0C0F0u) != 0x8080E08080E0u)
    return FALSE;
  return (bytes & 0xFF) != 0xE0 && (bytes & 0xFF) != 0xED && (bytes >> 24 & 0xFF) != 0xE0
         && (bytes >> 24 & 0xFF) != 0xED;
}

/* The first byte of @at that is no UTF-8, or NUL, or NULL. GLib's one loop for everything takes five times as
 * long. */
static const char *
find_no_utf8 (const char *at, const char *end)
{
  while (at < end)
    {
      if ((guchar) *at > 0 && (guchar) *at < 0x80)
        at++;
      else if (end - at >= 8 && has_two_common (at))
        at += 6;
      else
        {
          gunichar c = *at != 0 ? g_utf8_get_char_validated (at, end - at) : (gunichar) -1;

          if (c == (gunichar) -1 || c == (gunichar) -2)
            return at;
          at = g_utf8_next_char (at);
        }
    }
  return NULL;
}

static gboolean
check_encoding (Scan *scan, GError **error)
{
  const char *fault;

  if (looking_at (scan, "\xEF\xBB\xBF"))
    {
      scan->at += 3;
      scan->line_start = scan->at;
    }
  fault = find_no_utf8 (scan->at, scan->end);
  if (fault == NULL)
    return TRUE;

  advance (scan, fault - scan->at);
  return refuse (scan, error, "encoding",
                 _ ("The file is not UTF-8 text: it is of another kind, or damaged here."));
}

GArray *
nb_xml_guard (GBytes *bytes, NbXmlKind kind, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (NbPlace));
  Scan scan = {
    .at = data, .end = data + size, .line_start = data, .line = 1, .kind = kind, .places = places
  };

  if (size > NB_LIMIT_FILE)
    {
      nb_error_set (error, NB_ERROR_REFUSED, (NbPlace){ 0, 0 },
                    _ ("The file is larger than 64 MiB. It cannot be a report."));
      nb_error_set_reason (error, "size");
      return NULL;
    }
  if (size == 0)
    {
      nb_error_set (error, NB_ERROR_INVALID, (NbPlace){ 0, 0 }, _ ("The file is empty."));
      nb_error_set_reason (error, "empty");
      return NULL;
    }
  if (!check_encoding (&scan, error) || !scan_declaration (&scan, error))
    return NULL;

  while (scan.at < scan.end)
    {
      if (*scan.at == '<' ? !scan_markup (&scan, error)
                          : *scan.at == '&' && !scan_reference (&scan, error))
        return NULL;
      skip_text (&scan);
    }
  return g_steal_pointer (&places);
}
