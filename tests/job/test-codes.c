/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codes at the feet of printed pages, asked about as a registry asks on the telephone. */

#include <string.h>

#include "nb-job.h"

static NbJob *job;

static NbReportData *
make_report (const char *name, const char *activities, gboolean reviewed)
{
  const char *values[][2] = {
    { "year", "2022" },
    { "credit-code", "" },
    { "name", name },
    { "legal-representative", "王小明" },
    { "activities", activities },
  };
  NbReportDataBuilder *builder =
      nb_report_data_builder_new (nb_catalog_get_default_form (nb_job_get_catalog (job)));

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (NbText) text = nb_text_new (values[i][1]);

      g_assert_true (nb_report_data_builder_set_text (builder, values[i][0], text, NULL));
    }
  if (reviewed)
    nb_report_data_builder_set_opinion (builder, "另一句话。", "李四", (NbDate){ 2023, 3, 9 });
  return nb_report_data_builder_finish (builder);
}

static char *
repeat (const char *text, guint times)
{
  GString *all = g_string_new (NULL);

  while (times-- > 0)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* The codes of all pages, as they are printed. */
static char **
list_codes (const NbReportData *data, NbPrinting printing, gboolean payloads)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbPageList) pages = nb_job_layout (job, data, printing, &error);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < nb_page_list_get_n_pages (pages); i++)
    for (guint j = 0; j < nb_page_list_get_n_boxes (pages, i); j++)
      {
        const NbPageBox *box = nb_page_list_get_box (pages, i, j);

        if (box->kind == NB_PAGE_CODE)
          g_strv_builder_add (codes, payloads ? box->text : nb_page_list_get_code (pages, i));
      }
  return g_strv_builder_end (codes);
}

static NbCodesVerdict *
verify (const NbReportData *data, char **codes)
{
  g_autoptr (GError) error = NULL;
  NbCodesVerdict *verdict = nb_job_verify_codes (job, data, (const char *const *) codes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (verdict->codes->len, ==, g_strv_length (codes));
  return verdict;
}

static const NbCodeVerdict *
get (const NbCodesVerdict *verdict, guint index)
{
  return verdict->codes->pdata[index];
}

static void
assert_all (const NbCodesVerdict *verdict, NbCodeAnswer answer)
{
  for (guint i = 0; i < verdict->codes->len; i++)
    {
      if (get (verdict, i)->answer != answer)
        g_test_message ("%s: %s", get (verdict, i)->typed, get (verdict, i)->message);
      g_assert_cmpint (get (verdict, i)->answer, ==, answer);
    }
}

/* Every printing of one version is of this version, with its page, by code and by QR code: the copies, the
 * opinion pre-printed, left blank or there. */
static void
test_this_version (void)
{
  static const NbPrinting printings[] = { { NB_COPY_FILING, FALSE },
                                          { NB_COPY_FILING, TRUE },
                                          { NB_COPY_PUBLICATION, FALSE } };
  g_autofree char *text = repeat ("一是开展活动12次。", 300);
  g_autoptr (NbReportData) data = make_report ("青禾县图书馆", text, FALSE);
  g_autoptr (NbReportData) reviewed = make_report ("青禾县图书馆", text, TRUE);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (printings); i++)
    {
      NbPrinting printing = printings[i / 2];
      g_auto (GStrv) codes = list_codes (data, printing, i % 2 == 1);
      g_autoptr (NbCodesVerdict) same = verify (data, codes);
      /* Printed and sealed before the sponsor's review came into the file. */
      g_autoptr (NbCodesVerdict) later = verify (reviewed, codes);

      g_assert_cmpuint (g_strv_length (codes), >, 3);
      assert_all (same, NB_CODE_THIS_VERSION);
      assert_all (later, NB_CODE_THIS_VERSION);
      g_assert_cmpuint (same->missing->len, ==, 0);
      for (guint page = 0; page < same->codes->len; page++)
        {
          g_assert_cmpuint (get (same, page)->page, ==, page + 1);
          g_assert_cmpuint (get (same, page)->n_pages, ==, same->codes->len);
          g_assert_true (get (same, page)->copy == printing.copy);
        }
    }
}

/* The page list that the issue asks for: one page swapped in from an edited version is named. */
static void
test_swapped_page (void)
{
  g_autofree char *text = repeat ("一是开展活动12次。", 300);
  g_autoptr (GString) edited = g_string_new (text);
  g_autoptr (NbReportData) data = make_report ("青禾县图书馆", text, FALSE);
  g_autoptr (NbReportData) other = NULL;
  g_auto (GStrv) codes = list_codes (data, (NbPrinting){ NB_COPY_FILING, FALSE }, FALSE);
  g_auto (GStrv) other_codes = NULL;
  g_autoptr (NbCodesVerdict) verdict = NULL;

  /* One figure, on the second page of the narrative. */
  memcpy (strstr (edited->str + edited->len / 2, "12"), "72", 2);
  other = make_report ("青禾县图书馆", edited->str, FALSE);
  other_codes = list_codes (other, (NbPrinting){ NB_COPY_FILING, FALSE }, FALSE);
  /* Not one page of the other version has a code of this one, unchanged ones too. */
  for (guint i = 0; codes[i] != NULL; i++)
    g_assert_cmpstr (codes[i], !=, other_codes[i]);

  g_free (codes[2]);
  codes[2] = g_strdup (other_codes[2]);
  verdict = verify (data, codes);
  for (guint i = 0; i < verdict->codes->len; i++)
    g_assert_cmpint (get (verdict, i)->answer, ==,
                     i == 2 ? NB_CODE_OTHER_VERSION : NB_CODE_THIS_VERSION);
  g_assert_cmpuint (verdict->missing->len, ==, 1);
  g_assert_cmpuint (g_array_index (verdict->missing, guint, 0), ==, 3);
}

/* The QR code knows surely what the code alone can only guess. */
static void
test_other_report (void)
{
  static const char *const names[] = { "青禾县档案馆", "青禾县博物馆", "青禾县文化馆" };
  g_autoptr (NbReportData) data = make_report ("青禾县图书馆", "无", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NbReportData) other = make_report (names[i], "无", FALSE);
      g_auto (GStrv) codes = list_codes (other, (NbPrinting){ NB_COPY_FILING, FALSE }, FALSE);
      g_auto (GStrv) said = list_codes (other, (NbPrinting){ NB_COPY_FILING, FALSE }, TRUE);
      g_autoptr (NbCodesVerdict) verdict = verify (data, codes);
      g_autoptr (NbCodesVerdict) sure = verify (data, said);

      assert_all (verdict, NB_CODE_OTHER_REPORT);
      assert_all (sure, NB_CODE_OTHER_REPORT);
      g_assert_cmpuint (verdict->missing->len, ==, 0);
    }
}

static void
test_misread (void)
{
  g_autoptr (NbReportData) data = make_report ("青禾县图书馆", "无", FALSE);
  g_auto (GStrv) codes = list_codes (data, (NbPrinting){ NB_COPY_FILING, FALSE }, FALSE);
  char *wrong[] = { codes[0], codes[1], (char *) "1234567890", (char *) "abc", NULL };
  g_autoptr (NbCodesVerdict) verdict = NULL;
  char c = codes[0][3];

  codes[0][3] = c == 'A' ? 'B' : 'A';
  c = codes[1][6];
  codes[1][6] = codes[1][7];
  codes[1][7] = c;
  verdict = verify (data, wrong);
  g_assert_cmpint (get (verdict, 0)->answer, ==, NB_CODE_MISREAD);
  g_assert_cmpuint (get (verdict, 0)->page, ==, 1);
  g_assert_cmpint (get (verdict, 1)->answer, ==, NB_CODE_MISREAD);
  g_assert_cmpuint (get (verdict, 1)->page, ==, 2);
  g_assert_cmpint (get (verdict, 2)->answer, ==, NB_CODE_UNREADABLE);
  g_assert_cmpint (get (verdict, 3)->answer, ==, NB_CODE_UNREADABLE);
  for (guint i = 0; i < verdict->codes->len; i++)
    g_assert_cmpstr (get (verdict, i)->message, !=, "");
}

/* A form laid out by another revision cannot be compared, and is not called another version's. */
static void
test_other_revision (void)
{
  g_autoptr (NbReportData) data = make_report ("青禾县图书馆", "无", FALSE);
  g_auto (GStrv) said = list_codes (data, (NbPrinting){ NB_COPY_FILING, FALSE }, TRUE);
  g_auto (GStrv) parts = g_strsplit (said[0], ":", -1);
  char *codes[] = { NULL, NULL };
  g_autoptr (NbCodesVerdict) verdict = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) other = NULL;
  g_autoptr (NbReportData) edited = make_report ("青禾县图书馆", "有", FALSE);
  g_auto (GStrv) edited_said = list_codes (edited, (NbPrinting){ NB_COPY_FILING, FALSE }, TRUE);

  /* This version's digest, a code of other words. */
  other = g_strsplit (edited_said[0], ":", -1);
  g_free (parts[6]);
  parts[6] = g_strdup (other[6]);
  g_free (parts[3]);
  parts[3] = g_strdup ("2014.999");
  codes[0] = joined = g_strjoinv (":", parts);
  verdict = verify (data, codes);
  g_assert_cmpint (get (verdict, 0)->answer, ==, NB_CODE_OTHER_VERSION);
  g_assert_nonnull (strstr (get (verdict, 0)->message, "revision"));
}

/* The report digest is that of the element as it stands in the file. */
static void
test_digest (void)
{
  g_autoptr (NbReportData) data = make_report ("青禾县图书馆", "甲\n乙 & 丙", FALSE);
  g_autoptr (NbReportData) reviewed = make_report ("青禾县图书馆", "甲\n乙 & 丙", TRUE);
  g_autofree char *digest = nb_job_digest_fields (data, NULL);
  g_autofree char *same = nb_job_digest_fields (reviewed, NULL);

  g_assert_cmpuint (strlen (digest), ==, 64);
  g_assert_cmpstr (digest, ==, same);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  job = nb_job_new (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/codes/this-version", test_this_version);
  g_test_add_func ("/codes/swapped-page", test_swapped_page);
  g_test_add_func ("/codes/other-report", test_other_report);
  g_test_add_func ("/codes/misread", test_misread);
  g_test_add_func ("/codes/other-revision", test_other_revision);
  g_test_add_func ("/codes/digest", test_digest);
  status = g_test_run ();
  nb_job_free (job);
  return status;
}
