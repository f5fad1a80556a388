/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nb-page-code.h"
#include "page-fixture.h"

#define ALPHABET "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
#define DIGEST   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* Worked out by another program, in another language, from the words in nb-page-code.h. */
static void
test_vector (void)
{
  g_autofree char *code = nb_page_code_new (DIGEST, 2, 6, "单位名称\n青禾县图书馆", 0);
  g_autofree char *keyed = nb_page_code_new (DIGEST, 2, 6, "单位名称\n青禾县图书馆", 19);
  g_autofree char *printed = nb_page_code_format (code);

  g_assert_cmpstr (code, ==, "DY9ZZWGGET");
  g_assert_cmpuint (nb_page_code_get_key_of (code), ==, 0);
  g_assert_cmpuint (nb_page_code_get_key_of (keyed), ==, 19);
  g_assert_cmpint (strncmp (code, keyed, 9), ==, 0);
  g_assert_cmpuint (strlen (printed), ==, 11);
  g_assert_cmpint (printed[5], ==, '-');
}

/* Whatever goes into it changes it. */
static void
test_depends (void)
{
  g_autofree char *code = nb_page_code_new (DIGEST, 2, 6, "甲", 0);
  g_autofree char *text = nb_page_code_new (DIGEST, 2, 6, "乙", 0);
  g_autofree char *page = nb_page_code_new (DIGEST, 3, 6, "甲", 0);
  g_autofree char *pages = nb_page_code_new (DIGEST, 2, 7, "甲", 0);
  g_autofree char *digest = nb_page_code_new ("00", 2, 6, "甲", 0);

  g_assert_cmpstr (code, !=, text);
  g_assert_cmpstr (code, !=, page);
  g_assert_cmpstr (code, !=, pages);
  g_assert_cmpstr (code, !=, digest);
}

/* Every single wrong character, and any two that changed places, show in the check character. */
static void
test_check_character (void)
{
  for (guint sample = 0; sample < 50; sample++)
    {
      g_autofree char *code = nb_page_code_new (DIGEST, sample + 1, 60, "甲", 7);

      for (guint i = 0; i < NB_PAGE_CODE_LENGTH; i++)
        {
          char right = code[i];

          for (const char *c = ALPHABET; *c != '\0'; c++)
            {
              code[i] = *c;
              g_assert_cmpint (nb_page_code_get_key_of (code) == 7, ==, *c == right);
            }
          code[i] = right;
          for (guint j = i + 1; j < NB_PAGE_CODE_LENGTH; j++)
            {
              char other = code[j];

              code[i] = other;
              code[j] = right;
              g_assert_cmpint (nb_page_code_get_key_of (code) == 7, ==, other == right);
              code[i] = right;
              code[j] = other;
            }
        }
    }
}

static void
test_read (void)
{
  char code[NB_PAGE_CODE_LENGTH + 1];

  g_assert_true (nb_page_code_read ("7k3m9-qpxrt", code));
  g_assert_cmpstr (code, ==, "7K3M9QPXRT");
  g_assert_true (nb_page_code_read (" ７Ｋ３Ｍ９ － ＱＰＸＲＴ　", code));
  g_assert_cmpstr (code, ==, "7K3M9QPXRT");
  g_assert_false (nb_page_code_read ("", code));
  g_assert_false (nb_page_code_read ("7K3M9-QPXR", code));
  g_assert_false (nb_page_code_read ("7K3M9-QPXRT2", code));
  g_assert_false (nb_page_code_read ("7K3M0-QPXRT", code));
  g_assert_false (nb_page_code_read ("7K3M9-QPXRI", code));
  g_assert_false (nb_page_code_read ("7K3M9-QPXR年", code));
}

/* The key is that of institution and year, whatever else a version says. */
static void
test_key (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("data/forms/9999", NULL);
  g_autoptr (NbReportData) one = page_fixture_report (form, "name=甲\nyear=2022\nstory=子");
  g_autoptr (NbReportData) two = page_fixture_report (form, "name=甲\nyear=2022\nstory=丑");
  guint n_same = 0;

  g_assert_cmpuint (nb_page_code_get_key (one), ==, nb_page_code_get_key (two));
  for (guint i = 0; i < 320; i++)
    {
      g_autofree char *lines = g_strdup_printf ("name=甲%u\nyear=2022", i);
      g_autoptr (NbReportData) other = page_fixture_report (form, lines);

      n_same += nb_page_code_get_key (other) == nb_page_code_get_key (one);
    }
  /* One in 32, roughly. */
  g_assert_cmpuint (n_same, >, 2);
  g_assert_cmpuint (n_same, <, 25);
}

static gboolean
is_alphanumeric_mode (const char *text)
{
  return strspn (text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") == strlen (text);
}

static void
test_payload (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("data/forms/9999", NULL);
  g_autoptr (NbReportData) data =
      page_fixture_report (form, "code=12610326abcdefghxx\nname=甲\nyear=2022");
  g_autoptr (NbReportData) odd = page_fixture_report (form, "code=年年\nyear=某年");
  g_autoptr (NbPagePayload) payload = nb_page_payload_new (data, DIGEST);
  g_autoptr (NbPagePayload) plain = nb_page_payload_new (odd, DIGEST);
  g_autoptr (NbPagePayload) read = NULL;
  g_autofree char *said = NULL;
  g_autofree char *said_plain = NULL;

  payload->page = 99999;
  payload->n_pages = 99999;
  strcpy (payload->code, "7K3M9QPXRT");
  strcpy (plain->code, "7K3M9QPXRT");
  said = nb_page_payload_format (payload);
  said_plain = nb_page_payload_format (plain);

  g_assert_true (g_str_has_prefix (said, "NB1:12610326ABCDEFGHXX:2022:9999."));
  g_assert_cmpuint (strlen (said), <=, NB_PAGE_PAYLOAD_LENGTH);
  g_assert_true (is_alphanumeric_mode (said));
  g_assert_true (g_str_has_prefix (said_plain, "NB1:-:-:9999."));

  read = nb_page_payload_read (said);
  g_assert_nonnull (read);
  g_assert_cmpstr (read->unit, ==, "12610326ABCDEFGHXX");
  g_assert_cmpuint (read->page, ==, 99999);
  g_assert_cmpstr (read->digest, ==, payload->digest);
  g_assert_cmpstr (read->code, ==, "7K3M9QPXRT");
  g_assert_null (nb_page_payload_read ("7K3M9-QPXRT"));
  g_assert_null (
      nb_page_payload_read ("NB2:A:2022:9999.1:1/2:2222222222222222222222222:7K3M9QPXRT"));
  g_assert_null (
      nb_page_payload_read ("NB1:A:2022:9999.1:0/2:2222222222222222222222222:7K3M9QPXRT"));
  g_assert_null (nb_page_payload_read ("NB1:A:2022:9999.1:1/2:22:7K3M9QPXRT"));
  g_assert_null (nb_page_payload_read ("http://a:b:c:d:e:f:g"));
}

/* The foot is no part of what it vouches for, the mark of a draft neither; all copies with a foot for
 * it have one for every sheet, and no two sheets have the same. */
static void
test_sheets (void)
{
  g_autoptr (NbForm) form = page_fixture_load ("../data/forms/2014", NULL);
  g_autoptr (NbReportData) data = page_fixture_report (form, "year=2022\nname=青禾县图书馆");
  NbPageOptions options = { .copy = NB_COPY_FILING, .digest = DIGEST };
  g_autoptr (NbPageList) pages = nb_page_layout (data, &options);
  g_autoptr (NbPageList) draft = NULL;
  g_autoptr (NbPageList) plain = page_fixture_layout (data, NB_COPY_FILING, FALSE);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  options.draft = TRUE;
  draft = nb_page_layout (data, &options);
  for (guint i = 0; i < nb_page_list_get_n_pages (pages); i++)
    {
      guint n_codes = 0;

      g_assert_cmpstr (nb_page_list_get_code (pages, i), ==, nb_page_list_get_code (draft, i));
      g_assert_null (nb_page_list_get_code (plain, i));
      g_assert_true (g_hash_table_add (codes, (gpointer) nb_page_list_get_code (pages, i)));
      for (guint j = 0; j < nb_page_list_get_n_boxes (pages, i); j++)
        {
          const NbPageBox *box = nb_page_list_get_box (pages, i, j);

          if (box->kind != NB_PAGE_CODE)
            continue;
          n_codes++;
          g_assert_cmpint (box->rect.width, >=, 22000);
          g_assert_cmpint (box->rect.height, ==, box->rect.width);
          g_assert_true (g_str_has_suffix (box->text, nb_page_list_get_code (pages, i)));
        }
      g_assert_cmpuint (n_codes, ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code/vector", test_vector);
  g_test_add_func ("/code/depends", test_depends);
  g_test_add_func ("/code/check-character", test_check_character);
  g_test_add_func ("/code/read", test_read);
  g_test_add_func ("/code/key", test_key);
  g_test_add_func ("/code/payload", test_payload);
  g_test_add_func ("/code/sheets", test_sheets);
  return g_test_run ();
}
