/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-word-numbering.h"

#include <string.h>

#include "nb-office-xml.h"

#define N_LEVELS 9

typedef struct
{
  char *format; /* "decimal", "chineseCounting" … */
  char *text;   /* "（%1）" */
  guint start;
  guint count; /* of the last number given, 0 before the first */
} ListLevel;

typedef struct
{
  ListLevel levels[N_LEVELS];
} List;

struct _NbWordNumbering
{
  GHashTable *kinds; /* abstractNumId -> List */
  GHashTable *lists; /* numId -> List, borrowed: lists of one kind count on together */
};

static void
free_list (void *data)
{
  List *list = data;

  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_free (list->levels[i].format);
      g_free (list->levels[i].text);
    }
  g_free (list);
}

static char *
dup_child_value (const xmlNode *node, const char *name)
{
  const xmlNode *child = nb_office_xml_lookup (node, name);

  return child != NULL ? nb_office_xml_dup_attribute (child, "val") : NULL;
}

static List *
read_kind (const xmlNode *node)
{
  List *list = g_new0 (List, 1);

  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    {
      guint index = nb_office_xml_get_number (child, "ilvl", N_LEVELS);
      ListLevel *level;

      if (!nb_office_xml_is (child, "lvl") || index >= N_LEVELS)
        continue;
      level = &list->levels[index];
      g_free (level->format);
      g_free (level->text);
      level->format = dup_child_value (child, "numFmt");
      level->text = dup_child_value (child, "lvlText");
      level->start =
          nb_office_xml_lookup (child, "start") != NULL
              ? nb_office_xml_get_number (nb_office_xml_lookup (child, "start"), "val", 1)
              : 1;
    }
  return list;
}

static void
read_part (NbWordNumbering *numbering, const xmlNode *root)
{
  for (const xmlNode *node = nb_xml_get_first (root); node != NULL; node = nb_xml_get_next (node))
    if (nb_office_xml_is (node, "abstractNum"))
      g_hash_table_insert (numbering->kinds,
                           GUINT_TO_POINTER (nb_office_xml_get_number (node, "abstractNumId", 0)),
                           read_kind (node));
  for (const xmlNode *node = nb_xml_get_first (root); node != NULL; node = nb_xml_get_next (node))
    {
      const xmlNode *kind =
          nb_office_xml_is (node, "num") ? nb_office_xml_lookup (node, "abstractNumId") : NULL;
      List *list = kind != NULL ? g_hash_table_lookup (
                       numbering->kinds,
                       GUINT_TO_POINTER (nb_office_xml_get_number (kind, "val", G_MAXUINT)))
                                : NULL;

      if (list != NULL)
        g_hash_table_insert (numbering->lists,
                             GUINT_TO_POINTER (nb_office_xml_get_number (node, "numId", 0)), list);
    }
}

NbWordNumbering *
nb_word_numbering_new (GBytes *part, GError **error)
{
  g_autoptr (NbWordNumbering) numbering = g_new0 (NbWordNumbering, 1);
  g_autoptr (xmlDoc) doc = NULL;

  numbering->kinds = g_hash_table_new_full (NULL, NULL, NULL, free_list);
  numbering->lists = g_hash_table_new (NULL, NULL);
  if (part == NULL)
    return g_steal_pointer (&numbering);
  doc = nb_xml_parse (part, NB_XML_OFFICE, error);
  if (doc == NULL)
    return NULL;
  read_part (numbering, xmlDocGetRootElement (doc));
  return g_steal_pointer (&numbering);
}

void
nb_word_numbering_free (NbWordNumbering *numbering)
{
  if (numbering == NULL)
    return;
  g_hash_table_unref (numbering->lists);
  g_hash_table_unref (numbering->kinds);
  g_free (numbering);
}

/* 1 to 99 as 一, 十, 十二, 二十三; beyond that figures say it better. */
static void
append_chinese (GString *text, guint n)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  if (n == 0 || n > 99)
    {
      g_string_append_printf (text, "%u", n);
      return;
    }
  if (n >= 20)
    g_string_append (text, digits[n / 10]);
  if (n >= 10)
    g_string_append (text, "十");
  g_string_append (text, digits[n % 10]);
}

static void
append_roman (GString *text, guint n, gboolean upper)
{
  static const struct
  {
    guint value;
    const char *sign;
  } signs[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" },
                { 9, "IX" },  { 5, "V" },   { 4, "IV" }, { 1, "I" } };
  g_autoptr (GString) roman = g_string_new (NULL);
  g_autofree char *lower = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; n >= signs[i].value && roman->len < 32; n -= signs[i].value)
      g_string_append (roman, signs[i].sign);
  lower = g_ascii_strdown (roman->str, -1);
  g_string_append (text, upper ? roman->str : lower);
}

static void
append_number (GString *text, const char *format, guint n)
{
  if (format == NULL)
    format = "decimal";
  if (g_str_has_prefix (format, "chinese") || g_str_has_prefix (format, "ideograph")
      || g_str_equal (format, "japaneseCounting")
      || g_str_equal (format, "taiwaneseCountingThousand"))
    append_chinese (text, n);
  else if (g_str_has_prefix (format, "decimalEnclosedCircle") && n >= 1 && n <= 20)
    g_string_append_unichar (text, 0x2460 + n - 1);
  else if (g_str_has_suffix (format, "Letter") && n >= 1 && n <= 26)
    g_string_append_c (text, (char) ((g_str_has_prefix (format, "upper") ? 'A' : 'a') + n - 1));
  else if (g_str_has_suffix (format, "Roman"))
    append_roman (text, n, g_str_has_prefix (format, "upper"));
  else
    g_string_append_printf (text, "%u", n);
}

char *
nb_word_numbering_next (NbWordNumbering *numbering, guint list_id, guint index)
{
  List *list = g_hash_table_lookup (numbering->lists, GUINT_TO_POINTER (list_id));
  GString *text = g_string_new (NULL);
  ListLevel *level;

  if (list == NULL || index >= N_LEVELS)
    return g_string_free (text, FALSE);
  level = &list->levels[index];
  level->count = level->count == 0 ? level->start : level->count + 1;
  for (guint i = index + 1; i < N_LEVELS; i++)
    list->levels[i].count = 0;
  if (level->text == NULL || g_strcmp0 (level->format, "bullet") == 0
      || g_strcmp0 (level->format, "none") == 0)
    return g_string_free (text, FALSE);

  for (const char *c = level->text; *c != '\0'; c++)
    if (c[0] == '%' && c[1] >= '1' && c[1] <= '9')
      {
        const ListLevel *named = &list->levels[c[1] - '1'];

        append_number (text, named->format, named->count > 0 ? named->count : named->start);
        c++;
      }
    else
      g_string_append_c (text, *c);
  return g_string_free (text, FALSE);
}
