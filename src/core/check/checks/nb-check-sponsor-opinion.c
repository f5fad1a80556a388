/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"

/* The sentence that the registry prescribes, as the rule names it; NULL where it prescribes none. */
static const char *
get_sentence (const NbCheck *check)
{
  const char *id = nb_rule_def_get_parameter (check->rule, "phrase");
  const NbPhrase *phrase =
      id != NULL ? nb_registry_lookup_phrase (check->context->registry, id) : NULL;

  return phrase != NULL ? phrase->text : NULL;
}

/* Marks at the end make no other sentence. */
static gboolean
is_same_sentence (const char *a, const char *b)
{
  gsize a_size = strlen (a) - (g_str_has_suffix (a, "。") ? strlen ("。") : 0);
  gsize b_size = strlen (b) - (g_str_has_suffix (b, "。") ? strlen ("。") : 0);

  return a_size == b_size && strncmp (a, b, a_size) == 0;
}

/* The words without which a review is none: that it was one of secrets, and what it allows. */
static gboolean
lacks_words (const NbCheck *check, const char *sentence)
{
  g_auto (GStrv) words = nb_check_dup_words (check, "words");

  for (char **word = words; *word != NULL; word++)
    if (strstr (sentence, *word) == NULL)
      return TRUE;
  return FALSE;
}

static void
check_sentence (NbCheck *check, const char *written)
{
  const char *sentence = get_sentence (check);
  gboolean exact = g_strcmp0 (nb_rule_def_get_parameter (check->rule, "exact"), "yes") == 0;

  if (exact && sentence != NULL ? is_same_sentence (written, sentence)
                                : !lacks_words (check, written))
    return;
  nb_check_add_about (check, written,
                      g_strdup_printf (_ ("The sponsor’s review says “%s”. It should say: %s"),
                                       written, sentence != NULL ? sentence : ""));
}

static void
check_date (NbCheck *check, const NbOpinion *opinion)
{
  const NbValue *filed = nb_report_data_lookup_value (check->data, NB_FIELD_DATE);

  if (!nb_date_is_set (opinion->date))
    nb_check_add_about (check, "undated", g_strdup (_ ("The sponsor’s review is not dated.")));
  else if (filed != NULL && filed->state == NB_VALUE_READ
           && nb_date_compare (opinion->date, filed->date) > 0)
    {
      g_autofree char *day = nb_date_format_chinese (opinion->date);

      nb_check_add_about (
          check, day,
          g_strdup_printf (_ ("The sponsor’s review is of %s, after the day of filing."), day));
    }
}

/* The sponsor's review: its sentence, person, date, and signature (R61). */
void
nb_check_sponsor_opinion (NbCheck *check)
{
  const NbOpinion *opinion = nb_report_data_get_opinion (check->data);

  if (opinion == NULL)
    {
      const char *sentence = get_sentence (check);

      nb_check_add_about (
          check, "missing",
          g_strdup_printf (_ ("The sponsor’s review is missing. On paper or in the file, "
                              "the sponsor writes, signs, seals and dates: %s"),
                           sentence != NULL ? sentence : ""));
      return;
    }
  check_sentence (check, opinion->sentence);
  check_date (check, opinion);
  if (*opinion->person == '\0')
    nb_check_add_about (check, "nameless", g_strdup (_ ("The sponsor’s review names no person.")));
  if (!(check->context->signed_by & NB_SIGNED_BY_SPONSOR))
    nb_check_add_about (check, "unsigned",
                        g_strdup (_ ("The sponsor’s review is not signed by the sponsor.")));
}
