/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-prose-scan.h"

#include "nb-text-class.h"

#define SHI    0x662F /* 是 */
#define DUNHAO 0x3001 /* 、 */

/* Characters that make another word of a following 一: 统一是, 之一是, 第一是. */
static const char *const word_heads = "统唯第之单同专万不逐初周期十百千零每某其任合";

static gboolean
is_one_of (gunichar c, const char *characters)
{
  return c != 0 && g_utf8_strchr (characters, -1, c) != NULL;
}

/* The title in hand ends where the scanner stands, at the item that begins there. */
static void
end_open_title (NbScanner *scanner)
{
  NbItem *heading;

  if (!scanner->title_open)
    return;
  heading = &nb_scan_list_index (&scanner->items, NbItem, scanner->items.len - 1);
  heading->title_end = scanner->at;
  heading->title_end_byte = (guint) (scanner->c - scanner->text);
  heading->title_stop = 0;
  scanner->title_open = FALSE;
}

/* The brackets of a marker are marks like others. */
static void
add_brackets (NbScanner *scanner, const NbItem *item, const char *end)
{
  const char *next = end < scanner->end && *end == ' ' ? end + 1 : end;
  const char *last = g_utf8_prev_char (end);
  NbMark open = { nb_text_get_character (scanner->c), item->start, item->byte, item->before,
                  nb_text_get_character (g_utf8_next_char (scanner->c)) };
  NbMark close = { nb_text_get_character (last), item->end - 1, (guint) (last - scanner->text),
                   nb_text_get_character (g_utf8_prev_char (last)),
                   next < scanner->end ? nb_text_get_character (next) : 0 };

  if (open.c == '(' || open.c == 0xFF08)
    nb_scan_list_append (&scanner->marks, open);
  if (close.c == ')' || close.c == 0xFF09)
    nb_scan_list_append (&scanner->marks, close);
}

/* Adds the item whose marker goes from where the scanner stands to @end, @length characters on, and
 * moves behind it: a sentence begins with it. */
static void
add_item (NbScanner *scanner, NbItemKind kind, guint number, guint length, const char *end)
{
  NbItem item = { .kind = kind,
                  .number = number,
                  .start = scanner->at,
                  .end = scanner->at + length,
                  .byte = (guint) (scanner->c - scanner->text),
                  .end_byte = (guint) (end - scanner->text),
                  .before = scanner->before,
                  .before_at = scanner->before_at };

  item.glued = NB_ITEM_IS_HEADING (&item) ? !nb_text_is_heading_boundary (scanner->before)
                                          : !nb_text_is_item_boundary (scanner->before);
  end_open_title (scanner);
  nb_scanner_end_sentence (scanner, 0);
  item.title_end = item.end;
  item.title_end_byte = item.end_byte;
  nb_scan_list_append (&scanner->items, item);
  scanner->title_open = NB_ITEM_IS_HEADING (&item);
  add_brackets (scanner, &item, end);

  nb_scanner_pass (scanner, length);
  scanner->in_sentence = TRUE;
  scanner->in_figure = FALSE;
  scanner->sentence = (NbSentence){
    .start = item.start, .byte = item.byte, .words = item.end, .words_byte = item.end_byte
  };
}

/* A number from 1 to 99 in digits at @at, half-width or not; how many characters it has, 0 for none. */
static guint
read_digits (const char *at, guint *number, const char **end)
{
  guint length = 0;

  *number = 0;
  for (; length < 3; length++)
    {
      gunichar c = nb_text_get_character (at);

      if (c >= 0xFF10 && c <= 0xFF19)
        c -= 0xFEE0;
      if (c < '0' || c > '9')
        break;
      *number = *number * 10 + (c - '0');
      at = g_utf8_next_char (at);
    }
  *end = at;
  return length > 2 || *number == 0 ? 0 : length;
}

static guint
read_number (const char *at, guint *number, const char **end, gboolean *han)
{
  guint length = nb_text_read_numeral (at, number);

  *han = length > 0;
  if (*han)
    {
      *end = g_utf8_offset_to_pointer (at, length);
      return length;
    }
  return read_digits (at, number, end);
}

/* What makes something else of a bracketed number: 第（三）项, （二）期, （一）班. */
static gboolean
is_reference (gunichar before, gunichar behind)
{
  return before == 0x7B2C || is_one_of (behind, "项款条期级类号班目标轮批");
}

/* （一） (1) where a heading can begin, or the first one glued to the title above it. */
gboolean
nb_scanner_take_bracketed_item (NbScanner *scanner)
{
  const char *number_at = g_utf8_next_char (scanner->c);
  const char *end;
  guint number, length;
  gboolean han;
  gunichar behind;

  length = read_number (number_at, &number, &end, &han);
  behind = nb_text_get_character (end);
  if (length == 0 || (behind != ')' && behind != 0xFF09))
    return FALSE;
  end = g_utf8_next_char (end);
  if (is_reference (scanner->before, nb_text_get_character (end)))
    return FALSE;
  if (!nb_text_is_heading_boundary (scanner->before) && !(number == 1 && scanner->title_open))
    return FALSE;
  add_item (scanner, han ? NB_ITEM_HAN_BRACKETED : NB_ITEM_DIGIT_BRACKETED, number, length + 2,
            end);
  return TRUE;
}

/* 1. 1． 1、 and 1） where a heading can begin; neither 1.5 nor 1、2号楼. */
gboolean
nb_scanner_take_digit_item (NbScanner *scanner)
{
  const char *end;
  guint number, length;
  gunichar sign, behind;

  if (!nb_text_is_heading_boundary (scanner->before))
    return FALSE;
  length = read_digits (scanner->c, &number, &end);
  sign = nb_text_get_character (end);
  if (length == 0
      || (sign != '.' && sign != 0xFF0E && sign != DUNHAO && sign != ')' && sign != 0xFF09))
    return FALSE;
  end = g_utf8_next_char (end);
  behind = nb_text_get_character (end);
  if (behind == 0 || g_unichar_isdigit (behind)
      || (sign == '.' && behind != ' ' && !nb_text_is_han (behind)
          && !nb_text_is_cjk_mark (behind)))
    return FALSE;
  add_item (scanner, sign == ')' || sign == 0xFF09 ? NB_ITEM_DIGIT_BRACKETED : NB_ITEM_DIGIT,
            number, length + 1, end);
  return TRUE;
}

gboolean
nb_scanner_take_circled_item (NbScanner *scanner)
{
  gunichar c = nb_text_get_character (scanner->c);

  if (!nb_text_is_heading_boundary (scanner->before))
    return FALSE;
  add_item (scanner, NB_ITEM_CIRCLED, c - 0x2460 + 1, 1, g_utf8_next_char (scanner->c));
  return TRUE;
}

/* 一是 stands where an item can begin; glued to other words only a first one is kept, since a 二是 may
 * follow. */
static gboolean
take_is (NbScanner *scanner, guint number, guint length, const char *behind)
{
  if (!nb_text_is_item_boundary (scanner->before)
      && (number != 1 || is_one_of (scanner->previous, word_heads)))
    return FALSE;
  add_item (scanner, NB_ITEM_IS, number, length + 1, g_utf8_next_char (behind));
  return TRUE;
}

/* 一、 where a heading can begin; neither 一、二年级 nor 三、四季度. */
static gboolean
take_han (NbScanner *scanner, guint number, guint length, const char *behind)
{
  const char *next = g_utf8_next_char (behind);

  if (!nb_text_is_heading_boundary (scanner->before)
      || nb_text_get_chinese_digit (nb_text_get_character (next)) != 0
      || g_str_has_prefix (next, "十"))
    return FALSE;
  add_item (scanner, NB_ITEM_HAN, number, length + 1, next);
  return TRUE;
}

gboolean
nb_scanner_take_numeral (NbScanner *scanner)
{
  guint number;
  guint length = nb_text_read_numeral (scanner->c, &number);
  const char *behind = g_utf8_offset_to_pointer (scanner->c, MAX (length, 1));
  gunichar sign = nb_text_get_character (behind);

  if (length > 0 && sign == SHI && take_is (scanner, number, length, behind))
    return TRUE;
  if (length > 0 && sign == DUNHAO && take_han (scanner, number, length, behind))
    return TRUE;
  return nb_scanner_take_numeral_figure (scanner);
}

/* 第一， 第二、 第三： 第一是 where an item can begin; 第一季度 is none, and no figure either. */
void
nb_scanner_take_nth (NbScanner *scanner)
{
  const char *number_at = g_utf8_next_char (scanner->c);
  const char *end;
  guint number, length;
  gboolean han;
  gunichar sign;

  length = read_number (number_at, &number, &end, &han);
  sign = nb_text_get_character (end);
  if (length > 0 && nb_text_is_item_boundary (scanner->before) && is_one_of (sign, "，,、：:是"))
    add_item (scanner, NB_ITEM_NTH, number, length + 1, end);
  else
    nb_scanner_pass (scanner, 1 + length);
}

/* 首先 其次 再次 最后 count nothing that is cut from its sentence: they are only noted. */
void
nb_scanner_take_order (NbScanner *scanner, const NbLexeme *lexeme)
{
  guint byte = (guint) (scanner->c - scanner->text);
  NbItem item;

  nb_scanner_look_back (scanner);
  item = (NbItem){ .kind = NB_ITEM_FIRST,
                   .number = (guint) lexeme->value,
                   .start = scanner->at,
                   .end = scanner->at + lexeme->length,
                   .byte = byte,
                   .end_byte = byte + lexeme->size,
                   .before = scanner->before,
                   .before_at = scanner->before_at };

  item.title_end = item.end;
  item.title_end_byte = item.end_byte;
  if (!nb_text_is_item_boundary (scanner->before) || scanner->title_open)
    return;
  nb_scan_list_append (&scanner->items, item);
}
