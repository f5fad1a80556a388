/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"
#include "nb-text-class.h"

/* What a letter needs, in the order in which an address is read. */
static const char *const provinces[] = { "北京", "天津",   "上海", "重庆",   "河北", "山西", "辽宁",
                                         "吉林", "黑龙江", "江苏", "浙江",   "安徽", "福建", "江西",
                                         "山东", "河南",   "湖北", "湖南",   "广东", "海南", "四川",
                                         "贵州", "云南",   "陕西", "甘肃",   "青海", "台湾", "香港",
                                         "澳门", "广西",   "西藏", "内蒙古", "宁夏", "新疆" };
static const char *const cities[] = { "市", "自治州", "地区", "盟" };
static const char *const smaller[] = { "县", "区", "镇", "乡", "街", "路", "村", "号", "旗" };
static const char *const roads[] = { "路", "街", "大道", "巷", "胡同" };
static const char *const rooms[] = { "栋", "座", "楼", "幢", "区", "单元", "室", "号", "层" };

/* Where the first of @words stands in @text, from the second character on; its length for none. */
static gsize
find_first (const char *text, const char *const *words, gsize n_words)
{
  gsize first = strlen (text);

  if (first == 0)
    return 0;
  for (gsize i = 0; i < n_words; i++)
    {
      const char *found = strstr (g_utf8_next_char (text), words[i]);

      if (found != NULL)
        first = MIN (first, (gsize) (found - text));
    }
  return first;
}

static gboolean
begins_at_province_or_city (const char *text)
{
  gsize city;

  for (gsize i = 0; i < G_N_ELEMENTS (provinces); i++)
    if (g_str_has_prefix (text, provinces[i]))
      return TRUE;
  city = find_first (text, cities, G_N_ELEMENTS (cities));
  return text[city] != '\0' && city <= find_first (text, smaller, G_N_ELEMENTS (smaller));
}

/* A road is named, but no number on it. Villages and squares have none. */
static gboolean
lacks_number (const char *text)
{
  const char *sign = text;

  if (find_first (text, roads, G_N_ELEMENTS (roads)) == strlen (text))
    return FALSE;
  while ((sign = strstr (sign, "号")) != NULL)
    {
      gunichar before = sign > text ? g_utf8_get_char (g_utf8_prev_char (sign)) : 0;

      if (g_unichar_isalnum (before)
          && (!nb_text_is_han (before) || nb_text_get_chinese_digit (before) > 0
              || g_utf8_strchr ("十百千〇零", -1, before) != NULL))
        return FALSE;
      sign += strlen ("号");
    }
  return TRUE;
}

static gboolean
begins_room (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    if (g_str_has_prefix (text, rooms[i]))
      return TRUE;
  return FALSE;
}

/* A small letter that names a building (c1栋), or a letter or digit of full width. */
static gboolean
is_odd (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);
  gboolean is_single;

  if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A))
    return TRUE;
  if (c < 'a' || c > 'z')
    return FALSE;
  is_single = (at == text || !g_ascii_isalpha (at[-1])) && !g_ascii_isalpha (*next);
  return is_single && (g_ascii_isdigit (*next) || begins_room (next));
}

static void
scan_odd (const char *text, GArray *spans)
{
  guint offset = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), offset++)
    if (is_odd (text, at))
      {
        NbSpan span = { 0, offset, offset + 1 };

        g_array_append_val (spans, span);
      }
}

static void
check_field (NbCheck *check, const char *field)
{
  const char *text = nb_check_get_line (check, field);
  g_autoptr (GArray) odd = g_array_new (FALSE, FALSE, sizeof (NbSpan));
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  g_autofree char *list = NULL;
  NbFinding *finding;

  scan_odd (text, odd);
  if (!begins_at_province_or_city (text))
    g_ptr_array_add (faults, _ ("it does not begin with the province or the city"));
  if (lacks_number (text))
    g_ptr_array_add (faults, _ ("the road has no number"));
  if (odd->len > 0)
    g_ptr_array_add (faults, _ ("it holds a small letter or a full-width one"));
  if (faults->len == 0)
    return;

  g_ptr_array_add (faults, NULL);
  /* Translators: stands between the faults of an address. */
  list = g_strjoinv (_ ("; "), (char **) faults->pdata);
  finding = nb_check_add (
      check, field,
      g_strdup_printf (_ ("“%s” may not reach you by post: %s. It must stay as on the certificate; "
                          "have it put right there."),
                       nb_check_get_label (check, field), list));
  if (odd->len == 0)
    nb_finding_add_whole (finding);
  for (guint i = 0; i < odd->len; i++)
    nb_finding_add_span (finding, g_array_index (odd, NbSpan, i));
}

/* An address that a letter reaches (R20). Never with a fix: it must equal the certificate. */
void
nb_check_address (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    if (*nb_check_get_line (check, *field) != '\0' && !nb_check_is_registered (check, *field))
      check_field (check, *field);
}
