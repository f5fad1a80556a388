/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"
#include "nb-text-year.h"

/* One licence of the field: from one mark that ends a sentence to the next. */
typedef struct
{
  NbSpan span;
  gboolean is_licence; /* names a paper */
  gboolean has_end;    /* says until when it is valid, in whatever words */
  NbDate end;          /* the last day it names, or no date */
  NbSpan end_span;
} Entry;

static gboolean
holds_any (const char *text, gsize size, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_strstr_len (text, (gssize) size, *words) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
ends_any (const char *text, const char *end, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize size = strlen (*words);

      if ((gsize) (end - text) >= size && strncmp (end - size, *words, size) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_any (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (text, *words))
      return TRUE;
  return FALSE;
}

/* One or two digits at *@at, and the mark behind them; 0 where that is not there. */
static int
read_part (const char **at, const char *const *marks)
{
  const char *digit = *at;
  int number = 0;

  while (g_ascii_isdigit (*digit) && digit - *at < 2)
    number = number * 10 + (*digit++ - '0');
  if (digit == *at)
    return 0;
  for (; *marks != NULL; marks++)
    if (g_str_has_prefix (digit, *marks))
      {
        *at = digit + strlen (*marks);
        return number;
      }
  return 0;
}

/* The day whose year stands before @at, which moves behind it: without a day the last one of the month,
 * without a month that of the year. */
static NbDate
read_day (int year, const char **at)
{
  static const char *const after_month[] = { "月", "-", ".", "/", NULL };
  static const char *const after_day[] = { "日", "号", "", NULL };
  NbDate date = { year, 12, 31 };
  int month, day;

  while (**at == ' ')
    (*at)++;
  if (**at != '\0')
    *at = g_utf8_next_char (*at);
  month = read_part (at, after_month);
  if (month < 1 || month > 12)
    return date;
  date.month = month;
  date.day = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  day = read_part (at, after_day);
  if (day >= 1 && day <= date.day)
    date.day = day;
  return date;
}

/* Whether the day from @start to @behind is the end of a validity: 有效期至2021年5月, 2021年5月到期. */
static gboolean
is_end (const char *text, const char *start, const char *behind)
{
  static const char *const before[] = { "至",     "到",       "止",       "截止", "-",
                                        "—",      "–",        "－",       "~",    "～",
                                        "有效期", "有效期限", "有效期为", "截至", "有效日期",
                                        "届满日", "到期日期", NULL };
  static const char *const after[] = { "到期", "届满", "止", "前有效", "失效", "期满", NULL };
  static const char *const filler[] = { "：", ":", " ", "为", "“", "是", "于", NULL };

  while (ends_any (text, start, filler))
    start = g_utf8_prev_char (start);
  return ends_any (text, start, before) || begins_any (behind, after);
}

static void
note_end (Entry *entry, NbDate date, NbSpan span)
{
  entry->has_end = TRUE;
  if (nb_date_is_set (entry->end) && nb_date_compare (date, entry->end) <= 0)
    return;
  entry->end = date;
  entry->end_span = span;
}

/* What a licence is called, and in what words it may be valid besides until a day. */
static const char *const papers[] = { "许可证", "执业证", "资格证", "资质证", "登记证",
                                      "合格证", "备案证", "资质",   "执照",   NULL };
static const char *const lasting[] = { "长期",     "永久",     "长久",   "无期限",   "未设",
                                       "不设有效", "无有效期", "有效期", "有效期限", NULL };

/* How far a paragraph was read: its next year, and a place before that year as offset and pointer, so that
 * a long text is walked once. */
typedef struct
{
  const char *text;
  const GArray *years;
  guint next;
  guint offset;
  const char *at;
} Reader;

static void
read_ends (Entry *entry, Reader *reader)
{
  for (; reader->next < reader->years->len; reader->next++)
    {
      const NbYearMention *mention = &g_array_index (reader->years, NbYearMention, reader->next);
      NbSpan span = mention->span;
      const char *behind;
      NbDate date;

      if (span.paragraph != entry->span.paragraph || span.start >= entry->span.end)
        return;
      reader->at = g_utf8_offset_to_pointer (reader->at, span.start - reader->offset);
      reader->offset = span.start;
      behind = g_utf8_offset_to_pointer (reader->at, span.end - span.start);
      date = read_day (mention->year, &behind);
      if (!is_end (reader->text, reader->at, behind))
        continue;
      span.end = span.start + (guint) g_utf8_pointer_to_offset (reader->at, behind);
      note_end (entry, date, span);
    }
}

static gboolean
ends_entry (gunichar c)
{
  return c == 0 || c == 0x3002 || c == 0xFF1B || c == ';';
}

/* A sentence that names no paper goes with the one before: 持有许可证。有效期至2026年3月。 */
static void
add_entry (GArray *entries, const Entry *entry)
{
  Entry *last = entries->len > 0 ? &g_array_index (entries, Entry, entries->len - 1) : NULL;

  if (entry->is_licence || last == NULL)
    {
      g_array_append_val (entries, *entry);
      return;
    }
  if (nb_date_is_set (entry->end))
    note_end (last, entry->end, entry->end_span);
  last->has_end |= entry->has_end;
}

static void
scan_paragraph (const NbParagraph *paragraph, guint index, Reader *reader, GArray *entries)
{
  const char *start = paragraph->text;
  guint begin = 0, offset = 0;

  reader->text = reader->at = paragraph->text;
  reader->offset = 0;
  for (const char *at = start;; at = g_utf8_next_char (at), offset++)
    {
      gunichar c = g_utf8_get_char (at);
      Entry entry = { .span = { index, begin, offset } };

      if (!ends_entry (c))
        continue;
      if (offset > begin)
        {
          entry.is_licence = holds_any (start, (gsize) (at - start), papers);
          entry.has_end = holds_any (start, (gsize) (at - start), lasting);
          read_ends (&entry, reader);
          add_entry (entries, &entry);
        }
      if (c == 0)
        break;
      start = g_utf8_next_char (at);
      begin = offset + 1;
    }
}

static void
check_entry (NbCheck *check, const char *field, const Entry *entry)
{
  int year = nb_check_get_report_year (check->data);
  NbDate filed = nb_check_get_filing_day (check->data, check->context);
  g_autofree char *end = NULL;

  if (entry->is_licence && !entry->has_end)
    nb_finding_add_span (
        nb_check_add (
            check, field,
            g_strdup_printf (_ ("This licence in “%s” does not say until when it is valid."),
                             nb_check_get_label (check, field))),
        entry->span);
  if (!nb_date_is_set (entry->end) || year == 0)
    return;
  end = nb_date_format_chinese (entry->end);
  if (nb_date_compare (entry->end, (NbDate){ year, 12, 31 }) < 0)
    nb_finding_add_span (
        nb_check_add (
            check, field,
            g_strdup_printf (_ ("A licence in “%s” ended on %s, before the report year did. "
                                "Name the renewed one."),
                             nb_check_get_label (check, field), end)),
        entry->end_span);
  else if (nb_date_is_set (filed) && nb_date_compare (entry->end, filed) < 0)
    nb_finding_add_span (
        nb_check_add (
            check, field,
            g_strdup_printf (_ ("A licence in “%s” ended on %s, before the report is filed. "
                                "Name the renewed one."),
                             nb_check_get_label (check, field), end)),
        entry->end_span);
}

/* Each licence says until when it is valid, and is valid still (R57). */
void
nb_check_licence_dates (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      const NbText *text = nb_report_data_get_text (check->data, *field);
      g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (NbYearMention));
      g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      Reader reader = { .years = years };

      nb_text_scan_years (text, years);
      for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
        scan_paragraph (nb_text_get_paragraph (text, i), i, &reader, entries);
      for (guint i = 0; i < entries->len; i++)
        check_entry (check, *field, &g_array_index (entries, Entry, i));
    }
}
