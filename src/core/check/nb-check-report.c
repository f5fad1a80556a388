/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-check-report.h"

#include <glib/gi18n-lib.h>

#define PLACES_AT_MOST 5
#define WORDS_AT_MOST  24 /* characters of a place that are quoted */

const char *
nb_severity_get_word (NbSeverity severity)
{
  switch (severity)
    {
    case NB_SEVERITY_ERROR:
      /* Translators: severity of a finding. */
      return _ ("error");
    case NB_SEVERITY_WARNING:
      /* Translators: severity of a finding. */
      return _ ("warning");
    case NB_SEVERITY_ADVICE:
      /* Translators: severity of a finding. */
      return _ ("advice");
    case NB_SEVERITY_OFF:
      break;
    }
  /* Translators: severity of a rule: it is not checked. */
  return _ ("off");
}

const char *
nb_stage_get_word (NbStage stage)
{
  if (stage == NB_STAGE_FILING)
    /* Translators: stage of a rule: the checklist before filing. */
    return _ ("filing");
  /* Translators: stage of a rule: the report itself. */
  return _ ("data");
}

/* "单位名称：青禾县图书馆", for the fields that say whose report this is. */
static void
append_field (GString *out, const NbReportData *data, const NbFieldDef *def)
{
  g_autofree char *value = nb_report_data_dup_canonical (data, def->id);

  if (*value != '\0')
    g_string_append_printf (out, _ ("%s: %s\n"), def->label, value);
}

static void
append_head (GString *out,
             const NbReportData *data,
             NbFindingList *findings,
             const NbRegistry *registry,
             NbDate today)
{
  NbForm *form = nb_report_data_get_form (data);

  g_string_append_printf (out, _ ("Check report: %s\n\n"), nb_form_get_title (form));
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);

      if (def->type == NB_FIELD_YEAR || def->type == NB_FIELD_CODE
          || (def->type == NB_FIELD_LINE && def->certificate))
        append_field (out, data, def);
      if (def->type == NB_FIELD_LINE && def->certificate)
        break; /* the name; the other facts stand in the report */
    }
  g_string_append_printf (out, _ ("By the rules of: %s (%s)\n"), nb_registry_get_name (registry),
                          nb_registry_get_authority (registry));
  if (nb_date_is_set (today))
    {
      g_autofree char *day = nb_date_format_iso (today);

      g_string_append_printf (out, _ ("Checked on: %s\n"), day);
    }
  g_string_append_printf (out, _ ("Errors: %u, warnings: %u, advice: %u, answered: %u\n"),
                          nb_finding_list_count (findings, NB_SEVERITY_ERROR, FALSE),
                          nb_finding_list_count (findings, NB_SEVERITY_WARNING, FALSE),
                          nb_finding_list_count (findings, NB_SEVERITY_ADVICE, FALSE),
                          nb_finding_list_count_answered (findings));
}

static void
append_place (GString *out, const NbText *text, NbSpan span)
{
  g_autofree char *words = NULL;
  gboolean cut = span.end - span.start > WORDS_AT_MOST;

  if (cut)
    span.end = span.start + WORDS_AT_MOST;
  words = nb_text_dup_span (text, span);
  g_string_append_printf (out, _ ("    paragraph %u: “%s%s”\n"), span.paragraph + 1, words,
                          cut ? "…" : "");
}

/* Where in a long text; a short one is its own place. */
static void
append_places (GString *out, const NbReportData *data, NbFinding *finding)
{
  const char *field = nb_finding_get_field (finding);
  NbForm *form = nb_report_data_get_form (data);
  guint n_spans = nb_finding_get_n_spans (finding);

  if (field == NULL || nb_form_lookup_field (form, field)->type != NB_FIELD_LONG)
    return;
  for (guint i = 0; i < MIN (n_spans, PLACES_AT_MOST); i++)
    append_place (out, nb_report_data_get_text (data, field), nb_finding_get_spans (finding)[i]);
  if (n_spans > PLACES_AT_MOST)
    g_string_append_printf (
        out,
        ngettext ("    and %u more place\n", "    and %u more places\n", n_spans - PLACES_AT_MOST),
        n_spans - PLACES_AT_MOST);
}

static void
append_finding (GString *out, const NbReportData *data, NbFinding *finding)
{
  const char *field = nb_finding_get_field (finding);
  NbForm *form = nb_report_data_get_form (data);

  g_string_append_printf (out, "[%s] %s ", nb_severity_get_word (nb_finding_get_severity (finding)),
                          nb_finding_get_rule (finding));
  if (field != NULL)
    g_string_append_printf (out, _ ("%s: "), nb_form_lookup_field (form, field)->label);
  g_string_append_printf (out, "%s\n", nb_finding_get_message (finding));
  append_places (out, data, finding);
  g_string_append_printf (out, _ ("    authority: %s\n"), nb_finding_get_authority (finding));
  if (nb_finding_get_answer (finding) != NULL)
    g_string_append_printf (out, _ ("    answer: %s\n"), nb_finding_get_answer (finding));
}

static void
append_section (GString *out, const NbReportData *data, const NbFindingSection *section)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < section->findings->len; i++)
    {
      NbFinding *finding = g_ptr_array_index (section->findings, i);

      if (nb_finding_get_stage (finding) != NB_STAGE_DATA)
        continue;
      if (!begun)
        g_string_append_printf (out, "\n== %s ==\n",
                                section->section != NULL ? _ (section->section->name)
                                                         : _ ("The report as a whole"));
      begun = TRUE;
      append_finding (out, data, finding);
    }
}

static void
append_checklist (GString *out, const NbReportData *data, NbFindingList *findings)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      if (nb_finding_get_stage (finding) != NB_STAGE_FILING)
        continue;
      if (!begun)
        g_string_append_printf (out, "\n== %s ==\n", _ ("Before handing in"));
      begun = TRUE;
      append_finding (out, data, finding);
    }
}

char *
nb_check_report_format (const NbReportData *data,
                        NbFindingList *findings,
                        const NbRegistry *registry,
                        NbDate today)
{
  g_autoptr (GPtrArray) sections =
      nb_finding_list_list_sections (findings, nb_report_data_get_form (data));
  GString *out = g_string_new (NULL);

  append_head (out, data, findings, registry, today);
  for (guint i = 0; i < sections->len; i++)
    append_section (out, data, g_ptr_array_index (sections, i));
  append_checklist (out, data, findings);
  if (nb_finding_list_get_length (findings) == 0)
    g_string_append (out, _ ("\nNothing was found.\n"));
  return g_string_free (out, FALSE);
}
