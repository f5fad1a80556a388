/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-lexicon-words.h"

#include <string.h>

#include "nb-text-class.h"

static int
compare_lexemes (const void *a, const void *b)
{
  const NbLexeme *one = a, *other = b;
  gunichar first = nb_text_get_character (one->text), second = nb_text_get_character (other->text);

  if (first != second)
    return first < second ? -1 : 1;
  if (one->size != other->size)
    return one->size > other->size ? -1 : 1;
  return strcmp (one->text, other->text);
}

static GArray *
list_lexemes (void)
{
  GArray *lexemes = g_array_new (FALSE, FALSE, sizeof (NbLexeme));
  int n_units = 0;

  for (guint i = 0; i < nb_lexicon_n_words; i++)
    {
      const NbWordList *list = &nb_lexicon_words[i];
      char **words = g_strsplit (list->words, " ", -1);

      /* The words stay for ever, as the table does; only their array goes. */
      for (char **word = words; *word != NULL; word++)
        {
          NbLexeme lexeme = { g_intern_string (*word), list->kind, list->value,
                              (guint) strlen (*word), (guint) g_utf8_strlen (*word, -1) };

          if (list->kind == NB_WORD_UNIT || list->kind == NB_WORD_DATE_UNIT)
            lexeme.value = ++n_units;
          g_array_append_val (lexemes, lexeme);
        }
      g_strfreev (words);
    }
  g_array_sort (lexemes, compare_lexemes);
  return lexemes;
}

static void
fill_buckets (NbLexicon *lexicon)
{
  GArray *lexemes = list_lexemes ();
  guint n_lexemes = lexemes->len;
  const NbLexeme *all = (const NbLexeme *) g_array_free (lexemes, FALSE);
  guint n_buckets = 0;
  gunichar before = 0;

  for (guint i = 0; i < n_lexemes; i++)
    {
      gunichar first = nb_text_get_character (all[i].text);

      if (first != before)
        {
          g_assert (++n_buckets < G_N_ELEMENTS (lexicon->firsts));
          lexicon->firsts[n_buckets] = &all[i];
          lexicon->buckets[first] = (guint8) n_buckets;
        }
      lexicon->counts[n_buckets]++;
      if ((NB_WORDS_IN_TEXT & 1u << all[i].kind) != 0 && lexicon->classes[first] == NB_CLASS_PLAIN)
        lexicon->classes[first] = NB_CLASS_WORD;
      before = first;
    }
}

static void
set_class (NbLexicon *lexicon, const char *characters, NbCharacterClass class)
{
  for (const char *c = characters; *c != '\0'; c = g_utf8_next_char (c))
    lexicon->classes[nb_text_get_character (c)] = (guint8) class;
}

static void
set_range (NbLexicon *lexicon, gunichar first, gunichar last, NbCharacterClass class)
{
  memset (lexicon->classes + first, class, last - first + 1);
}

static gboolean
is_emoji (gunichar c)
{
  return (c >= 0x2600 && c <= 0x27BF && c != 0x2605 && c != 0x2606) || (c >= 0x2B00 && c <= 0x2BFF)
         || (c >= 0x1F000 && c <= 0x1FAFF) || c == 0x231A || c == 0x231B
         || (c >= 0xFE0E && c <= 0xFE0F) || c == 0x20E3;
}

static gboolean
is_private (gunichar c)
{
  return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

NbCharacterClass
nb_lexicon_classify_beyond (gunichar c)
{
  return is_emoji (c) || is_private (c) ? NB_CLASS_ODD : NB_CLASS_PLAIN;
}

NbOddKind
nb_lexicon_get_odd_kind (gunichar c)
{
  if (c == 0xFFFD)
    return NB_ODD_LOST;
  if (is_private (c))
    return NB_ODD_PRIVATE;
  if (is_emoji (c))
    return NB_ODD_EMOJI;
  if (c >= 0xFF10 && c <= 0xFF5A)
    return NB_ODD_WIDE;
  if (c >= 0x2E80 && c <= 0x2FDF)
    return NB_ODD_RADICAL;
  if (c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F)
    return NB_ODD_SPACE;
  return c < 0xA0 || c == 0x2028 || c == 0x2029 ? NB_ODD_CONTROL : NB_ODD_INVISIBLE;
}

static void
fill_classes (NbLexicon *lexicon)
{
  set_range (lexicon, 0x01, 0x1F, NB_CLASS_ODD);
  set_range (lexicon, 0x7F, 0xA0, NB_CLASS_ODD);
  set_range (lexicon, 0x2000, 0x200F, NB_CLASS_ODD);
  set_range (lexicon, 0x2028, 0x202F, NB_CLASS_ODD);
  set_range (lexicon, 0x205F, 0x2064, NB_CLASS_ODD);
  set_range (lexicon, 0x2066, 0x206F, NB_CLASS_ODD);
  set_range (lexicon, 0x2E80, 0x2FDF, NB_CLASS_ODD);
  set_range (lexicon, 0xE000, 0xF8FF, NB_CLASS_ODD);
  set_range (lexicon, 0xFF21, 0xFF3A, NB_CLASS_ODD);
  set_range (lexicon, 0xFF41, 0xFF5A, NB_CLASS_ODD);
  set_range (lexicon, 0xFFF9, 0xFFFB, NB_CLASS_ODD);
  for (gunichar c = 0x2000; c < 0x3000; c++)
    if (is_emoji (c))
      lexicon->classes[c] = NB_CLASS_ODD;
  set_range (lexicon, 0xFE0E, 0xFE0F, NB_CLASS_ODD);
  lexicon->classes[0x00AD] = lexicon->classes[0xFEFF] = lexicon->classes[0xFFFD] = NB_CLASS_ODD;
  lexicon->classes[' '] = lexicon->classes[0x3000] = NB_CLASS_SPACE;
  set_range (lexicon, '0', '9', NB_CLASS_DIGIT);
  set_range (lexicon, 0xFF10, 0xFF19, NB_CLASS_DIGIT);
  set_range (lexicon, 0x2460, 0x2473, NB_CLASS_CIRCLED);
  set_class (lexicon, "一二三四五六七八九十两", NB_CLASS_NUMERAL);
  set_class (lexicon, "第", NB_CLASS_NTH);
  set_class (lexicon, "的", NB_CLASS_DE);
  set_class (lexicon, nb_lexicon_marks, NB_CLASS_MARK);
}

const NbLexicon *
nb_lexicon_get (void)
{
  static NbLexicon lexicon;
  static gsize made;

  if (g_once_init_enter (&made))
    {
      fill_classes (&lexicon);
      fill_buckets (&lexicon);
      g_once_init_leave (&made, 1);
    }
  return &lexicon;
}

/* Inline, since nearly every word is told from the text by its second character. */
static inline gboolean
begins_with (const char *at, const NbLexeme *lexeme)
{
  for (guint i = 1; i < lexeme->size; i++)
    if (at[i] != lexeme->text[i])
      return FALSE;
  return TRUE;
}

const NbLexeme *
nb_lexicon_find (const NbLexicon *lexicon, const char *at, gunichar first, guint kinds)
{
  guint bucket = first < 0x10000 ? lexicon->buckets[first] : 0;
  const NbLexeme *lexeme = lexicon->firsts[bucket];

  for (guint i = lexicon->counts[bucket]; i > 0; i--, lexeme++)
    if ((kinds & 1u << lexeme->kind) != 0 && begins_with (at, lexeme))
      return lexeme;
  return NULL;
}

guint
nb_lexicon_measure_before (const char *begin, const char *end, guint kind)
{
  const NbLexicon *lexicon = nb_lexicon_get ();
  const char *c = end;

  for (guint i = 1; i <= 4 && c > begin; i++)
    {
      const NbLexeme *lexeme;

      c = g_utf8_prev_char (c);
      lexeme = nb_lexicon_find (lexicon, c, nb_text_get_character (c), 1u << kind);
      if (lexeme != NULL && c + lexeme->size == end)
        return i;
    }
  return 0;
}
