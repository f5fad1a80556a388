/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-words.h"

#include <string.h>

#include "nb-page-code.h"

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

/* $finding-severity and the like; FALSE where @name is none. */
static gboolean
append_finding (GString *string, const NbPageSource *source, const char *name, guint blank)
{
  const NbPageNote *note = source->note;
  const GPtrArray *notes = source->options->notes;

  if (!g_str_has_prefix (name, "finding-"))
    return FALSE;
  name += strlen ("finding-");
  if (strcmp (name, "count") == 0)
    g_string_append_printf (string, "%u", notes != NULL ? notes->len : 0);
  else if (strcmp (name, "number") == 0)
    g_string_append_printf (string, "%u", source->note_number);
  else if (strcmp (name, "severity") == 0)
    append_or_blank (string, note->severity, blank);
  else if (strcmp (name, "field") == 0)
    append_or_blank (string, note->field, blank);
  else if (strcmp (name, "excerpt") == 0)
    append_or_blank (string, note->excerpt, blank);
  else if (strcmp (name, "message") == 0)
    append_or_blank (string, note->message, blank);
  else if (strcmp (name, "authority") == 0)
    append_or_blank (string, note->authority, blank);
  else
    append_or_blank (string, note->answer, blank);
  return TRUE;
}

static void
append_code (GString *string, const NbPageSource *source, guint blank)
{
  g_autofree char *code = source->code != NULL ? nb_page_code_format (source->code) : NULL;

  append_or_blank (string, code, blank);
}

static void
append_name (GString *string, const NbPageSource *source, const char *name, guint blank)
{
  const NbOpinion *opinion = nb_report_data_get_opinion (source->data);

  if (strcmp (name, "page") == 0)
    g_string_append_printf (string, "%u", source->sheet);
  else if (strcmp (name, "pages") == 0)
    g_string_append_printf (string, "%u", source->n_sheets);
  else if (strcmp (name, "code") == 0)
    append_code (string, source, blank);
  else if (append_finding (string, source, name, blank))
    return;
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
  const NbRegistry *registry = source->options->registry;
  const NbPhrase *phrase = registry != NULL && !source->options->for_pen
                               ? nb_registry_lookup_phrase (registry, text->phrase)
                               : NULL;
  g_autoptr (GString) year = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (phrase == NULL)
    return;
  append_year (year, source, text->blank);
  sentence = nb_phrase_format (phrase, year->str);
  g_string_append (string, sentence);
}

/* Without the further names that stand in brackets behind the first one. */
static NbText *
dup_first_name (NbText *text)
{
  static const struct
  {
    const char *open;
    const char *close;
  } brackets[] = { { "（", "）" }, { "(", ")" } };
  g_autofree char *name = nb_text_dup_string (text);

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      char *open = strstr (name, brackets[i].open);

      if (open != NULL && open != name && g_str_has_suffix (name, brackets[i].close))
        {
          *open = '\0';
          break;
        }
    }
  return nb_text_new (name);
}

const char *
nb_page_words_find_field (NbForm *form, const NbBoxDef *text, gboolean *value)
{
  const char *at = text->words;
  const char *start;
  gsize length;
  gboolean is_name;

  *value = TRUE;
  if (text->value_of != NULL)
    return text->value_of;
  while (at != NULL && nb_page_words_next (&at, &start, &length, &is_name))
    {
      g_autofree char *name = is_name ? g_strndup (start, length) : NULL;
      const NbFieldDef *field = name != NULL ? nb_form_lookup_field (form, name) : NULL;

      if (field != NULL)
        return field->id;
    }
  *value = FALSE;
  return text->label_of;
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

      if (text->part == NB_PART_FIRST)
        return dup_first_name (nb_report_data_get_text (source->data, def->id));
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
  /* Under a label, at the end of a column. */
  if (continued)
    g_string_append_printf (string, "%s%s", text->vertical ? "" : "\n",
                            nb_form_get_pages (form)->continued);
  return nb_text_new (string->str);
}
