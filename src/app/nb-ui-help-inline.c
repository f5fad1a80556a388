/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-help-inline.h"

#include <gtk/gtk.h>
#include <string.h>

#include "nb-ui-shortcuts.h"

#define MARKS      "\\*{}[]"
#define THIN_SPACE "\342\200\211"

typedef struct
{
  enum
  {
    PIECE_WORDS,
    PIECE_LINK,
    PIECE_KEY,
    PIECE_SHOWN,
  } kind;
  char *text;   /* words, or the name of a key */
  char *target; /* of a link, or NULL */
} Piece;

static void
piece_clear (void *data)
{
  Piece *piece = data;

  g_free (piece->text);
  g_free (piece->target);
}

static void
add_piece (GArray *pieces, int kind, char *text, char *target)
{
  Piece piece = { .kind = kind, .text = text, .target = target };

  g_array_append_val (pieces, piece);
}

/* What stands between a mark at @at and its end, after which @next goes on; NULL where nothing ends it. */
static char *
dup_inside (const char *at, const char *open, const char *close, const char **next)
{
  const char *end;

  if (!g_str_has_prefix (at, open))
    return NULL;
  end = strstr (at + strlen (open), close);
  if (end == NULL)
    return NULL;
  *next = end + strlen (close);
  return g_strndup (at + strlen (open), (gsize) (end - at) - strlen (open));
}

static gboolean
add_marked (GArray *pieces, const char *at, const char **next)
{
  char *inside;

  if ((inside = dup_inside (at, "[[", "]]", next)) != NULL)
    {
      char *bar = strchr (inside, '|');

      add_piece (pieces, PIECE_LINK, bar != NULL ? g_strdup (bar + 1) : NULL,
                 g_strndup (inside, bar != NULL ? (gsize) (bar - inside) : strlen (inside)));
      g_free (inside);
      return TRUE;
    }
  if ((inside = dup_inside (at, "{", "}", next)) != NULL)
    add_piece (pieces, PIECE_KEY, inside, NULL);
  else if ((inside = dup_inside (at, "*", "*", next)) != NULL)
    add_piece (pieces, PIECE_SHOWN, inside, NULL);
  return inside != NULL;
}

static GArray *
divide (const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GString) words = g_string_new (NULL);

  g_array_set_clear_func (pieces, piece_clear);
  while (*text != '\0')
    {
      const char *next = NULL;

      if (*text == '\\' && text[1] != '\0')
        {
          g_string_append_c (words, text[1]);
          text += 2;
          continue;
        }
      if (strchr ("*{[", *text) != NULL)
        {
          guint before = pieces->len;

          if (words->len > 0)
            add_piece (pieces, PIECE_WORDS, g_strdup (words->str), NULL);
          if (add_marked (pieces, text, &next))
            {
              g_string_truncate (words, 0);
              text = next;
              continue;
            }
          g_array_set_size (pieces, before);
        }
      g_string_append_c (words, *text++);
    }
  if (words->len > 0)
    add_piece (pieces, PIECE_WORDS, g_strdup (words->str), NULL);
  return pieces;
}

static const char *
get_words (const Piece *piece, NbUiHelpTitle title, void *data)
{
  const char *words = piece->text != NULL ? piece->text : title (piece->target, data);

  return words != NULL ? words : piece->target;
}

char *
nb_ui_help_inline_dup_key (const char *name)
{
  g_autofree char *accelerator = strchr (name, '.') != NULL ? nb_ui_shortcuts_dup_key (name) : NULL;
  guint key;
  GdkModifierType modifiers;

  if (strchr (name, '.') != NULL)
    return g_steal_pointer (&accelerator);
  if (!gtk_accelerator_parse (name, &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

char *
nb_ui_help_inline_to_markup (const char *text, NbUiHelpTitle title, void *data)
{
  g_autoptr (GArray) pieces = divide (text);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      g_autofree char *key =
          piece->kind == PIECE_KEY ? nb_ui_help_inline_dup_key (piece->text) : NULL;
      const char *words = key != NULL ? key : get_words (piece, title, data);
      g_autofree char *escaped = g_markup_escape_text (words, -1);

      switch (piece->kind)
        {
        case PIECE_WORDS:
          g_string_append (markup, escaped);
          break;
        case PIECE_SHOWN:
          g_string_append_printf (markup, "<b>%s</b>", escaped);
          break;
        case PIECE_KEY:
          g_string_append_printf (
              markup, "<span background=\"#80808040\">" THIN_SPACE "%s" THIN_SPACE "</span>",
              escaped);
          break;
        case PIECE_LINK:
          {
            g_autofree char *target = g_markup_escape_text (piece->target, -1);

            g_string_append_printf (markup, "<a href=\"help:%s\">%s</a>", target, escaped);
            break;
          }
        default:
          g_assert_not_reached ();
        }
    }
  return g_string_free (markup, FALSE);
}

char *
nb_ui_help_inline_to_plain (const char *text, NbUiHelpTitle title, void *data)
{
  g_autoptr (GArray) pieces = divide (text);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      g_autofree char *key =
          piece->kind == PIECE_KEY ? nb_ui_help_inline_dup_key (piece->text) : NULL;

      g_string_append (plain, key != NULL ? key : get_words (piece, title, data));
    }
  return g_string_free (plain, FALSE);
}

char **
nb_ui_help_inline_list_links (const char *text)
{
  g_autoptr (GArray) pieces = divide (text);
  g_autoptr (GStrvBuilder) links = g_strv_builder_new ();

  for (guint i = 0; i < pieces->len; i++)
    if (g_array_index (pieces, Piece, i).kind == PIECE_LINK)
      g_strv_builder_add (links, g_array_index (pieces, Piece, i).target);
  return g_strv_builder_end (links);
}

gboolean
nb_ui_help_inline_has_keys (const char *text)
{
  g_autoptr (GArray) pieces = divide (text);

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      g_autofree char *key = NULL;

      if (piece->kind == PIECE_KEY && (key = nb_ui_help_inline_dup_key (piece->text)) == NULL)
        return FALSE;
    }
  return TRUE;
}

char *
nb_ui_help_inline_quote (const char *text)
{
  GString *quoted = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (strchr (MARKS, *text) != NULL)
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *text);
    }
  return g_string_free (quoted, FALSE);
}
