/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-prose-scan.h"

#include "nb-text-class.h"

#define FACTOR 0x9E3779B97F4A7C15u /* odd, well mixed: 2^64 divided by the golden ratio */
#define FIGURE 1u                  /* stands for every figure in the folded hash */

static gunichar
peek (const char *at, const char *end)
{
  return at < end ? nb_text_get_character (at) : 0;
}

static void
take_odd (NbScanner *scanner, gunichar c)
{
  NbOdd odd = { nb_lexicon_get_odd_kind (c), c, scanner->at };

  nb_scan_list_append (&scanner->odds, odd);
}

static void
begin_sentence (NbScanner *scanner)
{
  guint byte = (guint) (scanner->c - scanner->text);

  scanner->sentence =
      (NbSentence){ .start = scanner->at, .byte = byte, .words = scanner->at, .words_byte = byte };
  scanner->in_sentence = TRUE;
  scanner->in_figure = FALSE;
}

/* The sentence in hand gets the character @c, which is no digit. */
static inline void
hash (NbScanner *scanner, gunichar c)
{
  if (!scanner->in_sentence)
    begin_sentence (scanner);
  scanner->sentence.hash = (scanner->sentence.hash ^ c) * FACTOR;
  scanner->sentence.folded = (scanner->sentence.folded ^ c) * FACTOR;
  scanner->in_figure = FALSE;
}

/* The same for a digit; all of one figure are one sign in the folded hash. */
static void
hash_digit (NbScanner *scanner, gunichar c)
{
  if (!scanner->in_sentence)
    begin_sentence (scanner);
  scanner->sentence.hash = (scanner->sentence.hash ^ c) * FACTOR;
  if (!scanner->in_figure)
    scanner->sentence.folded = (scanner->sentence.folded ^ FIGURE) * FACTOR;
  scanner->in_figure = TRUE;
}

/* What stands before. Spaces are gone over, but each by one that follows them only. */
void
nb_scanner_look_back (NbScanner *scanner)
{
  const char *c = scanner->c;

  scanner->previous = scanner->before = 0;
  scanner->before_at = scanner->at;
  while (c > scanner->text)
    {
      gunichar before;

      do
        c--;
      while ((*c & 0xC0) == 0x80);
      before = nb_text_get_character (c);
      scanner->before_at--;
      if (scanner->previous == 0)
        scanner->previous = before;
      if (before != ' ' && before != 0x3000)
        {
          scanner->before = before;
          return;
        }
    }
}

void
nb_scanner_end_sentence (NbScanner *scanner, gunichar stop)
{
  if (!scanner->in_sentence)
    return;
  scanner->sentence.end = scanner->at;
  scanner->sentence.end_byte = (guint) (scanner->c - scanner->text);
  scanner->sentence.stop = stop;
  nb_scan_list_append (&scanner->sentences, scanner->sentence);
  scanner->in_sentence = FALSE;
}

void
nb_scanner_pass (NbScanner *scanner, guint n)
{
  for (; n > 0 && scanner->c < scanner->end; n--)
    {
      gunichar c = nb_text_get_character (scanner->c);

      if (c >= 0xFF10 && c <= 0xFF19)
        take_odd (scanner, c);
      if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19))
        hash_digit (scanner, c);
      else
        hash (scanner, c);
      scanner->c = g_utf8_next_char (scanner->c);
      scanner->at++;
    }
}

static void
add_word (NbScanner *scanner, const NbLexeme *lexeme)
{
  guint byte = (guint) (scanner->c - scanner->text);
  NbWord word = { lexeme->kind, lexeme->value,      scanner->at, scanner->at + lexeme->length,
                  byte,         byte + lexeme->size };

  nb_scan_list_append (&scanner->words, word);
  scanner->word_kinds |= 1u << lexeme->kind;
}

static void
look_for_word (NbScanner *scanner, gunichar c)
{
  const NbLexeme *lexeme = nb_lexicon_find (scanner->lexicon, scanner->c, c, NB_WORDS_IN_TEXT);

  if (lexeme == NULL)
    return;
  if (lexeme->kind == NB_WORD_ORDER)
    nb_scanner_take_order (scanner, lexeme);
  else
    add_word (scanner, lexeme);
}

/* The title of the heading in hand ends before where the scanner stands. */
static void
end_title (NbScanner *scanner, gunichar stop)
{
  NbItem *heading = &nb_scan_list_index (&scanner->items, NbItem, scanner->items.len - 1);

  heading->title_end = scanner->at;
  heading->title_end_byte = (guint) (scanner->c - scanner->text);
  heading->title_stop = stop;
  scanner->title_open = FALSE;
}

static gboolean
is_closing_quote (gunichar c)
{
  return c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F;
}

static void
take_mark (NbScanner *scanner, gunichar c, const char *next)
{
  NbMark mark = { c, scanner->at, (guint) (scanner->c - scanner->text), scanner->before, 0 };
  gboolean ends = nb_text_ends_sentence (c) || c == 0xFF1B || c == ';';

  mark.after = peek (next < scanner->end && *next == ' ' ? next + 1 : next, scanner->end);
  nb_scan_list_append (&scanner->marks, mark);
  if (scanner->lexicon->buckets[c] != 0)
    look_for_word (scanner, c);
  if (scanner->title_open && (ends || c == 0xFF1A || c == ':'))
    end_title (scanner, c);
  if (ends)
    nb_scanner_end_sentence (scanner, c);
  else if (!scanner->in_sentence && !is_closing_quote (c))
    begin_sentence (scanner);
}

/* A 的 between an adverb and a verb, or between a verb and how well it was done. What the dictionaries call
 * either way is left alone: only words that cannot be nouns here are in the lists. */
static void
look_at_de (NbScanner *scanner, const char *next)
{
  gunichar first = peek (next, scanner->end);
  const NbLexeme *behind;
  NbWordKind kind = NB_WORD_DE_ADVERB;
  guint n_before = 0;
  NbWord word;

  if (first == 0 || first >= 0x10000 || scanner->lexicon->buckets[first] == 0)
    return;
  behind = nb_lexicon_find (scanner->lexicon, next, first, 1u << NB_WORD_VERB);
  if (behind != NULL)
    n_before = nb_lexicon_measure_before (scanner->text, scanner->c, NB_WORD_ADVERB);
  if (n_before == 0)
    {
      kind = NB_WORD_DE_DEGREE;
      behind = nb_lexicon_find (scanner->lexicon, next, first, 1u << NB_WORD_DEGREE);
      if (behind != NULL && nb_text_is_item_boundary (peek (next + behind->size, scanner->end)))
        n_before = nb_lexicon_measure_before (scanner->text, scanner->c, NB_WORD_DOING);
    }
  if (n_before == 0)
    return;
  word = (NbWord){ .kind = kind,
                   .value = (int) n_before,
                   .start = scanner->at - n_before,
                   .end = scanner->at + 1 + behind->length,
                   .byte = (guint) (scanner->c - scanner->text),
                   .end_byte = (guint) (next - scanner->text) };
  nb_scan_list_append (&scanner->words, word);
  scanner->word_kinds |= 1u << kind;
}

/* Takes what begins at the character @c of class @class; TRUE: the scanner has moved on already. */
static gboolean
take_special (NbScanner *scanner, gunichar c, guint class, const char *next)
{
  if (class != NB_CLASS_WORD && class != NB_CLASS_DE && class != NB_CLASS_SPACE)
    nb_scanner_look_back (scanner);
  switch (class)
    {
    case NB_CLASS_WORD:
      look_for_word (scanner, c);
      return FALSE;
    case NB_CLASS_MARK:
      if ((c == '(' || c == 0xFF08) && nb_scanner_take_bracketed_item (scanner))
        return TRUE;
      take_mark (scanner, c, next);
      return FALSE;
    case NB_CLASS_DIGIT:
      if (!nb_scanner_take_digit_item (scanner))
        nb_scanner_take_digits (scanner);
      return TRUE;
    case NB_CLASS_NUMERAL:
      return nb_scanner_take_numeral (scanner);
    case NB_CLASS_CIRCLED:
      return nb_scanner_take_circled_item (scanner);
    case NB_CLASS_NTH:
      nb_scanner_take_nth (scanner);
      return TRUE;
    case NB_CLASS_DE:
      look_at_de (scanner, next);
      return FALSE;
    case NB_CLASS_ODD:
      take_odd (scanner, c);
      look_for_word (scanner, c);
      return FALSE;
    default:
      return FALSE;
    }
}

void
nb_scanner_run (NbScanner *scanner)
{
  while (scanner->c < scanner->end)
    {
      gunichar c = nb_text_get_character (scanner->c);
      const char *next = g_utf8_next_char (scanner->c);
      guint class = c < 0x10000 ? scanner->lexicon->classes[c] : nb_lexicon_classify_beyond (c);

      if (class != NB_CLASS_PLAIN && take_special (scanner, c, class, next))
        continue;
      if (class == NB_CLASS_MARK)
        scanner->in_figure = FALSE;
      else if (class != NB_CLASS_SPACE)
        hash (scanner, c);
      if (c >= 0xFF10 && c <= 0xFF19)
        take_odd (scanner, c);
      scanner->previous = c;
      if (class != NB_CLASS_SPACE)
        {
          scanner->before = c;
          scanner->before_at = scanner->at;
        }
      scanner->c = next;
      scanner->at++;
    }
  if (scanner->title_open)
    end_title (scanner, 0);
  nb_scanner_end_sentence (scanner, 0);
  nb_scanner_match_marks (scanner);
}
