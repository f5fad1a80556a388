/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-text-private-use.h"

static gboolean
is_error (NbOddKind kind)
{
  return kind == NB_ODD_LOST || kind == NB_ODD_CONTROL || kind == NB_ODD_PRIVATE;
}

/* How wide a figure is written in a field that is read as a number is not about characters. */
static gboolean
is_about (NbCheck *check, const char *field, NbOddKind kind)
{
  NbFieldType type = nb_form_lookup_field (check->form, field)->type;

  return kind != NB_ODD_WIDE || type == NB_FIELD_LINE || type == NB_FIELD_LONG;
}

static void
add_kind (NbCheck *check, const char *field, NbOddKind kind)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (NbSpan));
  const NbProse *prose;
  NbFinding *finding;

  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    for (guint j = 0; j < prose->n_odds; j++)
      if (prose->odds[j].kind == kind)
        {
          NbSpan span = { i, prose->odds[j].at, prose->odds[j].at + 1 };

          g_array_append_val (spans, span);
        }
  finding = nb_check_add_fault (check, field, (const NbSpan *) spans->data, spans->len, kind, 0);
  nb_finding_set_count (finding, spans->len);
  if (!is_error (kind))
    nb_finding_set_severity (finding, MIN (check->rule->severity, NB_SEVERITY_WARNING));
}

/* Characters that have no place in a report: one fault for a field and a kind (R55). */
static void
look (NbCheck *check, const char *field)
{
  guint kinds = 0;
  const NbProse *prose;

  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    for (guint j = 0; j < prose->n_odds; j++)
      kinds |= 1u << prose->odds[j].kind;
  for (NbOddKind kind = 0; kind < NB_N_ODDS; kind++)
    if ((kinds & 1u << kind) != 0 && is_about (check, field, kind))
      add_kind (check, field, kind);
}

static char *
describe (NbFinding *finding)
{
  guint count = nb_finding_get_count (finding);
  const char *label = nb_finding_get_label (finding);

  switch ((NbOddKind) nb_finding_get_a (finding))
    {
    case NB_ODD_LOST:
      return g_strdup_printf (
          ngettext ("“%s” has %u character that was lost (�). Type it again.",
                    "“%s” has %u characters that were lost (�). Type them again.", count),
          label, count);
    case NB_ODD_CONTROL:
      return g_strdup_printf (ngettext ("“%s” has %u control character, which cannot be printed.",
                                        "“%s” has %u control characters, which cannot be printed.",
                                        count),
                              label, count);
    case NB_ODD_PRIVATE:
      return g_strdup_printf (
          ngettext (
              "“%s” has %u character that only one machine knows (private use). Type it again.",
              "“%s” has %u characters that only one machine knows (private use). Type them "
              "again.",
              count),
          label, count);
    case NB_ODD_INVISIBLE:
      return g_strdup_printf (ngettext ("“%s” has %u invisible character, left by copying.",
                                        "“%s” has %u invisible characters, left by copying.",
                                        count),
                              label, count);
    case NB_ODD_SPACE:
      return g_strdup_printf (ngettext ("“%s” has %u space of unusual width, left by copying.",
                                        "“%s” has %u spaces of unusual width, left by copying.",
                                        count),
                              label, count);
    case NB_ODD_EMOJI:
      return g_strdup_printf (
          ngettext ("“%s” has %u pictorial sign, which has no place in a report.",
                    "“%s” has %u pictorial signs, which have no place in a report.", count),
          label, count);
    case NB_ODD_WIDE:
      return g_strdup_printf (ngettext ("“%s” has %u full-width digit or letter.",
                                        "“%s” has %u full-width digits or letters.", count),
                              label, count);
    default:
      return g_strdup_printf (
          ngettext ("“%s” has %u radical in place of the character that looks the "
                    "same.",
                    "“%s” has %u radicals in place of the characters that look the "
                    "same.",
                    count),
          label, count);
    }
}

/* What an old program meant by a private-use character, 0 where that is not known or would be a radical, which
 * is odd itself. */
static gunichar
map_private (gunichar c)
{
  gunichar to = nb_text_map_private_use (c);

  return to >= 0x2E80 && to <= 0x2FDF ? 0 : to;
}

/* What is put in its place; NULL: only a person can know. Free with g_free(). */
static char *
make_replacement (const NbOdd *odd)
{
  char plain[7] = "";

  switch (odd->kind)
    {
    case NB_ODD_INVISIBLE:
      return g_strdup ("");
    case NB_ODD_SPACE:
      return g_strdup (" ");
    case NB_ODD_CONTROL:
      return g_strdup (odd->c == '\t' ? " " : "");
    case NB_ODD_WIDE:
      g_unichar_to_utf8 (odd->c - 0xFEE0, plain);
      return g_strdup (plain);
    case NB_ODD_PRIVATE:
      g_unichar_to_utf8 (map_private (odd->c), plain);
      return *plain != '\0' ? g_strdup (plain) : NULL;
    case NB_ODD_RADICAL:
      g_unichar_to_utf8 (odd->c, plain);
      return g_utf8_normalize (plain, -1, G_NORMALIZE_ALL_COMPOSE);
    default:
      return NULL;
    }
}

/* Whether every private-use character of @text is a known one. */
static gboolean
knows_private (const NbText *text)
{
  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const NbProse *prose = nb_paragraph_get_prose (nb_text_get_paragraph (text, i));

      for (guint j = 0; j < prose->n_odds; j++)
        if (prose->odds[j].kind == NB_ODD_PRIVATE && map_private (prose->odds[j].c) == 0)
          return FALSE;
    }
  return TRUE;
}

static void
fix (NbFinding *finding)
{
  const NbText *text = nb_finding_get_text (finding);

  if (nb_finding_get_a (finding) == NB_ODD_PRIVATE && !knows_private (text))
    return;
  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const NbProse *prose = nb_paragraph_get_prose (nb_text_get_paragraph (text, i));

      for (guint j = 0; j < prose->n_odds; j++)
        {
          const NbOdd *odd = &prose->odds[j];
          g_autofree char *replacement = NULL;

          if (odd->kind != (NbOddKind) nb_finding_get_a (finding))
            continue;
          replacement = make_replacement (odd);
          if (replacement != NULL)
            nb_finding_add_edit (finding, (NbSpan){ i, odd->at, odd->at + 1 }, replacement);
        }
    }
}

const NbProseCheck nb_check_characters = { .text = look, .describe = describe, .fix = fix };
