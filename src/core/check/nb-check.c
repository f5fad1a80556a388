/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-check.h"

#include "nb-finding-list-private.h"

NbFinding *
nb_check_add (NbCheck *check, const char *field, char *message)
{
  const char *own = field != NULL ? nb_form_lookup_field (check->form, field)->id : NULL;
  NbFinding *finding = nb_finding_new (check->rule, check->data, own, message);

  g_ptr_array_add (check->findings, finding);
  return finding;
}

NbFinding *
nb_check_add_whole (NbCheck *check, const char *field, char *message)
{
  NbFinding *finding = nb_check_add (check, field, message);

  nb_finding_add_whole (finding);
  return finding;
}

const char *
nb_check_get_label (const NbCheck *check, const char *field)
{
  return nb_form_lookup_field (check->form, field)->label;
}

const char *
nb_check_get_line (const NbCheck *check, const char *field)
{
  return nb_text_get_paragraph (nb_report_data_get_text (check->data, field), 0)->text;
}

void
nb_check_run_rule (const NbReportData *data,
                   const NbCheckContext *context,
                   guint index,
                   GPtrArray *findings)
{
  NbForm *form = nb_report_data_get_form (data);
  const NbRuleDef *rule = nb_form_get_rule (form, index);
  const NbRuleDef *local = nb_registry_lookup_rule (context->registry, rule->id);
  NbCheck check = { data, form, context, local != NULL ? local : rule, findings };

  if (check.rule->severity == NB_SEVERITY_OFF
      || (check.rule->stage == NB_STAGE_FILING && !context->filing))
    return;
  if (check.rule->kind == NB_RULE_NAMED)
    nb_check_lookup_function (check.rule->check) (&check);
  else
    nb_rule_kind_get_function (check.rule->kind) (&check);
}

NbFindingList *
nb_check (const NbReportData *data, const NbCheckContext *context)
{
  NbForm *form = nb_report_data_get_form (data);
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    nb_check_run_rule (data, context, i, findings);
  nb_check_apply_answers (data, findings);
  return nb_finding_list_new_take (findings);
}
