/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-generator.h"

static const char *const pieces[] = {
  "年",
  "事业单位",
  "，",
  "。",
  "（",
  "）",
  "《",
  "》",
  "“",
  "”",
  "——",
  "……",
  "　",
  " ",
  "abc",
  "W",
  "100%",
  "12.79万元",
  "http://example.cn/a/b/c?d=e",
  "e\314\201",
  "𠮷",
  "；",
  "一是",
  ",",
  "(",
  ")",
  "\t",
};

static void
append_random (GString *text, GRand *random, guint n_pieces)
{
  for (guint i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
}

static char *
make_value (GRand *random, const NbFieldDef *field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_rand_int_range (random, 0, 8) == 0)
    return g_strdup ("");
  switch (field->type)
    {
    case NB_FIELD_MONEY:
      return g_strdup_printf ("%d.%02d", g_rand_int_range (random, 1, 999999),
                              g_rand_int_range (random, 0, 100));
    case NB_FIELD_COUNT:
      return g_strdup_printf ("%d", g_rand_int_range (random, 0, 9999));
    case NB_FIELD_YEAR:
      return g_strdup ("2022");
    case NB_FIELD_DATE:
      return g_strdup ("2023-03-05");
    case NB_FIELD_LONG:
      for (int i = g_rand_int_range (random, 0, 6); i >= 0; i--)
        {
          append_random (text, random, g_rand_int_range (random, 0, i == 0 ? 1500 : 300));
          if (i > 0)
            g_string_append_c (text, '\n');
        }
      break;
    default:
      /* Mostly short; now and then as long as a line field may be. */
      append_random (text, random,
                     g_rand_int_range (random, 0, 16) == 0 ? 150
                                                           : g_rand_int_range (random, 0, 12));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

NbReportData *
page_generate_report (GRand *random, NbForm *form)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new (form);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      g_autofree char *value = make_value (random, field);
      g_autoptr (NbText) text = nb_text_new (value);
      g_autoptr (GError) error = NULL;

      nb_report_data_builder_set_text (builder, field->id, text, &error);
      g_assert_no_error (error);
    }
  if (g_rand_boolean (random))
    {
      g_autoptr (GString) sentence = g_string_new (NULL);

      append_random (sentence, random, g_rand_int_range (random, 0, 400));
      nb_report_data_builder_set_opinion (builder, sentence->str, "李四", (NbDate){ 2023, 3, 9 });
    }
  return nb_report_data_builder_finish (builder);
}
