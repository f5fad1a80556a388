/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-words.h"

#include <string.h>

/* U+3000, an em of space. */
#define SPACE "　"

static void
append_blank (GString *string, guint em)
{
  for (guint i = 0; i < em; i++)
    g_string_append (string, SPACE);
}

static void
append_date (GString *string, NbDate date, guint blank)
{
  g_autofree char *text = nb_date_is_set (date) ? nb_date_format_chinese (date) : NULL;

  if (text != NULL)
    {
      g_string_append (string, text);
      return;
    }
  if (blank == 0)
    return;
  /* For the pen: the year's four figures need twice the space. */
  append_blank (string, 2 * blank);
  g_string_append (string, "年");
  append_blank (string, blank);
  g_string_append (string, "月");
  append_blank (string, blank);
  g_string_append (string, "日");
}

/* What paper shows of a value that is not running text: the canonical spelling, with its unit where
 * the form has one; as typed where it cannot be read, so that the draft shows what is wrong. */
static char *
dup_value (const NbReportData *data, const NbFieldDef *field)
{
  const NbValue *value = nb_report_data_get_value (data, field->id);

  if (value->state == NB_VALUE_UNREADABLE)
    return nb_text_dup_string (nb_report_data_get_text (data, field->id));
  if (value->state == NB_VALUE_READ && field->type == NB_FIELD_DATE)
    return nb_date_format_chinese (value->date);
  if (value->state == NB_VALUE_READ && field->unit != NULL)
    {
      g_autofree char *canonical = nb_report_data_dup_canonical (data, field->id);

      return g_strconcat (canonical, field->unit, NULL);
    }
  return nb_report_data_dup_canonical (data, field->id);
}

static void
append_or_blank (GString *string, const char *text, guint blank)
{
  if (text == NULL || *text == '\0')
    append_blank (string, blank);
  else
    g_string_append (string, text);
}

static void
append_field (GString *string, const NbPageSource *source, const char *id, guint blank)
{
  const NbFieldDef *field = nb_form_lookup_field (nb_report_data_get_form (source->data), id);
  g_autofree char *value = dup_value (source->data, field);

  if (*value == '\0' && field->type == NB_FIELD_DATE)
    append_date (string, (NbDate){ 0, 0, 0 }, blank);
  else
    append_or_blank (string, value, blank);
}

static void
append_name (GString *string, const NbPageSource *source, const char *name, guint blank)
{
  const NbOpinion *opinion = nb_report_data_get_opinion (source->data);

  if (strcmp (name, "page") == 0)
    g_string_append_printf (string, "%u", source->sheet);
  else if (strcmp (name, "pages") == 0)
    g_string_append_printf (string, "%u", source->n_sheets);
  else if (strcmp (name, "opinion-sentence") == 0)
    append_or_blank (string, opinion != NULL ? opinion->sentence : NULL, blank);
  else if (strcmp (name, "opinion-person") == 0)
    append_or_blank (string, opinion != NULL ? opinion->person : NULL, blank);
  else if (strcmp (name, "opinion-date") == 0)
    append_date (string, opinion != NULL ? opinion->date : (NbDate){ 0, 0, 0 }, blank);
  else
    append_field (string, source, name, blank);
}

static void
append_words (GString *string, const NbPageSource *source, const NbBoxDef *text)
{
  const char *at = text->words;
  const char *start;
  gsize length;
  gboolean is_name;

  while (nb_page_words_next (&at, &start, &length, &is_name))
    if (is_name)
      {
        g_autofree char *name = g_strndup (start, length);

        append_name (string, source, name, text->blank);
      }
    else
      g_string_append_len (string, start, (gssize) length);
}

static void
append_year (GString *string, const NbPageSource *source, guint blank)
{
  NbForm *form = nb_report_data_get_form (source->data);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    if (nb_form_get_field (form, i)->type == NB_FIELD_YEAR)
      {
        append_field (string, source, nb_form_get_field (form, i)->id, blank);
        return;
      }
}

/* A registry's sentence, ${year} filled in. */
static void
append_phrase (GString *string, const NbPageSource *source, const NbBoxDef *text)
{
  const NbPhrase *phrase =
      source->registry != NULL ? nb_registry_lookup_phrase (source->registry, text->phrase) : NULL;
  g_autoptr (GString) year = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (phrase == NULL)
    return;
  append_year (year, source, text->blank);
  sentence = nb_phrase_format (phrase, year->str);
  g_string_append (string, sentence);
}

NbText *
nb_page_words_fill (const NbPageSource *source,
                    const NbBoxDef *text,
                    gboolean continued,
                    const char **field)
{
  NbForm *form = nb_report_data_get_form (source->data);
  g_autoptr (GString) string = g_string_new (NULL);

  *field = text->value_of;
  if (text->value_of != NULL)
    {
      const NbFieldDef *def = nb_form_lookup_field (form, text->value_of);
      g_autofree char *value = NULL;

      /* Running text is shared, not copied. */
      if (def->type == NB_FIELD_LONG || def->type == NB_FIELD_LINE)
        return nb_text_ref (nb_report_data_get_text (source->data, def->id));
      value = dup_value (source->data, def);
      return nb_text_new (value);
    }

  if (text->label_of != NULL)
    g_string_append (string, nb_form_lookup_field (form, text->label_of)->label);
  if (text->words != NULL)
    append_words (string, source, text);
  if (string->len == 0 && text->phrase != NULL)
    append_phrase (string, source, text);
  if (string->len == 0)
    return NULL;
  if (continued)
    g_string_append (string, nb_form_get_pages (form)->continued);
  return nb_text_new (string->str);
}
