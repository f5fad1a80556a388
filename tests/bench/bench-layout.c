/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What breaks other typesetters: a long narrative, and one without any place to break a line. */

#include <string.h>

#include "bench.h"
#include "nb-job.h"

typedef struct
{
  NbJob *job;
  const char *piece;
  gsize size;
  NbReportData *data;
} Narrative;

static NbReportData *
make_report (const Narrative *narrative)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new (
      nb_catalog_get_default_form (nb_job_get_catalog (narrative->job)));
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (NbText) text = NULL;

  while (string->len < narrative->size)
    g_string_append (string, narrative->piece);
  text = nb_text_new (string->str);
  g_assert_true (nb_report_data_builder_set_text (builder, "activities", text, NULL));
  return nb_report_data_builder_finish (builder);
}

static void
lay (void *data)
{
  const Narrative *narrative = data;
  const NbPageOptions options = { .copy = NB_COPY_FILING, .digest = "00" };
  g_autoptr (NbPageList) pages = nb_page_layout (narrative->data, &options);

  g_assert_cmpuint (nb_page_list_get_n_pages (pages), >, 2);
}

int
main (int argc, char *argv[])
{
  static const char prose[] = "一是推行“容缺受理”，办件5632件（其中线上2412件），满意率100%。";
  Narrative narratives[] = {
    { .piece = "开展业务活动", .size = 300 * 1024 }, { .piece = "a", .size = 300 * 1024 },
    { .piece = "（", .size = 300 * 1024 },           { .piece = "1", .size = 300 * 1024 },
    { .piece = prose, .size = 100 * 1024 },          { .piece = prose, .size = 1000 * 1024 },
  };
  static const char *const names[] = { "Chinese, 300 KB", "letters, 300 KB", "brackets, 300 KB",
                                       "figures, 300 KB", "prose, 100 KB",   "prose, 1 MB" };
  Bench *bench = bench_new (&argc, &argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbJob) job = nb_job_new (NULL, &error);

  g_assert_no_error (error);
  bench_begin (bench, "layout of a narrative");
  for (guint i = 0; i < G_N_ELEMENTS (narratives); i++)
    {
      narratives[i].job = job;
      narratives[i].data = make_report (&narratives[i]);
      bench_add (bench, names[i], 1, lay, &narratives[i]);
    }
  bench_run (bench, 11);
  for (guint i = 1; i <= 3; i++)
    bench_compare (bench, names[i], names[0], 3);
  /* Ten times the text: what is not linear would be far over this. */
  bench_compare (bench, names[5], names[4], 12);
  for (guint i = 0; i < G_N_ELEMENTS (narratives); i++)
    nb_report_data_unref (narratives[i].data);
  return bench_finish (bench);
}
