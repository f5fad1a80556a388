/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-page-code.h"

/* A page that the report can have been printed on. */
typedef struct
{
  const char *code; /* of its list */
  NbCopy copy;
  guint page;
  guint n_pages;
  guint list; /* index of its printing */
} Page;

typedef struct
{
  NbPagePayload *payload; /* what every page's QR code says of the report */
  guint key;
  GPtrArray *lists;  /* NbPageList: every printing of the report */
  GArray *pages;     /* of Page */
  GHashTable *found; /* code -> Page */
} Sheets;

const char *
nb_code_answer_get_nick (NbCodeAnswer answer)
{
  static const char *const nicks[] = { "this-version", "misread", "other-version", "other-report",
                                       "unreadable" };

  return nicks[answer];
}

static void
code_verdict_free (gpointer data)
{
  NbCodeVerdict *verdict = data;

  g_free (verdict->typed);
  g_free (verdict->message);
  g_free (verdict);
}

void
nb_codes_verdict_free (NbCodesVerdict *verdict)
{
  g_ptr_array_unref (verdict->codes);
  g_array_unref (verdict->missing);
  g_free (verdict);
}

static void
sheets_clear (Sheets *sheets)
{
  nb_page_payload_free (sheets->payload);
  g_hash_table_unref (sheets->found);
  g_array_unref (sheets->pages);
  g_ptr_array_unref (sheets->lists);
}

static gboolean
add_printing (
    Sheets *sheets, NbJob *job, const NbReportData *data, NbPrinting printing, GError **error)
{
  NbPageList *list;

  if (!nb_job_has_copy (nb_report_data_get_form (data), printing.copy))
    return TRUE;
  list = nb_job_layout (job, data, printing, error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    {
      Page page = { nb_page_list_get_code (list, i), printing.copy, i + 1,
                    nb_page_list_get_n_pages (list), sheets->lists->len };

      g_array_append_val (sheets->pages, page);
    }
  g_ptr_array_add (sheets->lists, list);
  return TRUE;
}

/* The report as it is printed while the sponsor has said nothing yet. */
static NbReportData *
make_without_opinion (const NbReportData *data)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new_from (data);

  nb_report_data_builder_clear_parts (builder);
  return nb_report_data_builder_finish (builder);
}

/* Everything that paper of this version can show: both copies, the sponsor's opinion as it is, still
 * missing, pre-printed or left to the pen. */
static gboolean
sheets_init (Sheets *sheets, NbJob *job, const NbReportData *data, GError **error)
{
  static const NbPrinting printings[] = { { NB_COPY_FILING, FALSE },
                                          { NB_COPY_FILING, TRUE },
                                          { NB_COPY_PUBLICATION, FALSE } };
  g_autoptr (NbReportData) before = make_without_opinion (data);
  g_autofree char *digest = nb_job_digest_fields (data, error);
  gboolean good = digest != NULL;

  sheets->payload = nb_page_payload_new (data, good ? digest : "");
  sheets->key = nb_page_code_get_key (data);
  sheets->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_page_list_unref);
  sheets->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  sheets->found = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; good && i < G_N_ELEMENTS (printings); i++)
    good = add_printing (sheets, job, data, printings[i], error);
  if (good && nb_report_data_get_opinion (data) != NULL)
    good = add_printing (sheets, job, before, printings[0], error)
           && add_printing (sheets, job, before, printings[1], error);
  for (guint i = sheets->pages->len; i-- > 0;)
    {
      Page *page = &g_array_index (sheets->pages, Page, i);

      g_hash_table_insert (sheets->found, (gpointer) page->code, page);
    }
  return good;
}

/* Whether @code becomes @other by another character at one place, or two neighbours changing places. */
static gboolean
is_near (const char *code, const char *other)
{
  guint first = 0;
  guint last = NB_PAGE_CODE_LENGTH - 1;

  while (code[first] == other[first])
    first++;
  while (code[last] == other[last])
    last--;
  return first == last
         || (last == first + 1 && code[first] == other[last] && code[last] == other[first]);
}

static const Page *
find_near (const Sheets *sheets, const char *code)
{
  for (guint i = 0; i < sheets->pages->len; i++)
    {
      const Page *page = &g_array_index (sheets->pages, Page, i);

      if (is_near (code, page->code))
        return page;
    }
  return NULL;
}

static const char *
get_copy_name (NbCopy copy)
{
  return copy == NB_COPY_FILING ? _ ("filing copy") : _ ("publication copy");
}

/* Takes @message. */
static void
answer_page (NbCodeVerdict *verdict, NbCodeAnswer answer, const Page *page, char *message)
{
  verdict->answer = answer;
  verdict->copy = page->copy;
  verdict->page = page->page;
  verdict->n_pages = page->n_pages;
  verdict->message = message;
}

static void
answer (NbCodeVerdict *verdict, NbCodeAnswer answer, const char *message)
{
  verdict->answer = answer;
  verdict->message = g_strdup (message);
}

static void
judge_code (const Sheets *sheets, const char *code, NbCodeVerdict *verdict)
{
  const Page *near = find_near (sheets, code);

  if (near != NULL)
    answer_page (verdict, NB_CODE_MISREAD, near,
                 g_strdup_printf (_ ("misread: all but one place is the code of page %u of %u, %s"),
                                  near->page, near->n_pages, get_copy_name (near->copy)));
  else if (nb_page_code_get_key_of (code) == sheets->key)
    answer (verdict, NB_CODE_OTHER_VERSION,
            _ ("not this version; it seems to be another version of this report"));
  else
    answer (verdict, NB_CODE_OTHER_REPORT, _ ("not of this report, or misread"));
}

/* A QR code says more than the code that is read aloud, and leaves nothing to be misheard. */
static void
judge_payload (const Sheets *sheets, const NbPagePayload *payload, NbCodeVerdict *verdict)
{
  const NbPagePayload *own = sheets->payload;

  if (strcmp (payload->unit, own->unit) != 0 || strcmp (payload->year, own->year) != 0
      || nb_page_code_get_key_of (payload->code) != sheets->key)
    answer (verdict, NB_CODE_OTHER_REPORT, _ ("not of this report: another institution or year"));
  else if (strcmp (payload->digest, own->digest) != 0)
    answer (verdict, NB_CODE_OTHER_VERSION, _ ("another version of this report"));
  else if (strcmp (payload->paper, own->paper) != 0)
    answer (verdict, NB_CODE_OTHER_VERSION,
            _ ("the same report, but laid out by another revision of the form: its pages cannot be "
               "compared"));
  else
    answer (verdict, NB_CODE_OTHER_VERSION,
            _ ("the same report, but the words on this page are others"));
}

/* The page of this version that @typed stands on; NULL: @verdict says why there is none. */
static const Page *
judge (const Sheets *sheets, const char *typed, NbCodeVerdict *verdict)
{
  g_autoptr (NbPagePayload) payload = nb_page_payload_read (typed);
  char code[NB_PAGE_CODE_LENGTH + 1];
  const Page *page;

  verdict->typed = g_strdup (typed);
  if (payload != NULL)
    strcpy (code, payload->code);
  else if (!nb_page_code_read (typed, code))
    {
      answer (verdict, NB_CODE_UNREADABLE,
              _ ("no code: it has ten characters, digits 2 to 9 and letters without I and O"));
      return NULL;
    }
  page = g_hash_table_lookup (sheets->found, code);
  if (page != NULL)
    answer_page (verdict, NB_CODE_THIS_VERSION, page,
                 g_strdup_printf (_ ("this version: page %u of %u, %s"), page->page, page->n_pages,
                                  get_copy_name (page->copy)));
  else if (payload != NULL)
    judge_payload (sheets, payload, verdict);
  else
    judge_code (sheets, code, verdict);
  return page;
}

/* The pages of the printing that most of @seen (Page *) are of which are not among them. */
static void
list_missing (const Sheets *sheets, const GPtrArray *seen, GArray *missing)
{
  g_autofree guint *hits = g_new0 (guint, sheets->lists->len);
  guint best = 0;

  for (guint list = 0; list < sheets->lists->len; list++)
    {
      for (guint i = 0; i < seen->len; i++)
        {
          const Page *page = seen->pdata[i];
          NbPageList *pages = sheets->lists->pdata[list];

          /* Pages without an opinion have one code in several printings. */
          hits[list] += page->page <= nb_page_list_get_n_pages (pages)
                        && strcmp (nb_page_list_get_code (pages, page->page - 1), page->code) == 0;
        }
      if (hits[list] > hits[best])
        best = list;
    }
  if (seen->len == 0)
    return;
  for (guint i = 0; i < nb_page_list_get_n_pages (sheets->lists->pdata[best]); i++)
    {
      const char *code = nb_page_list_get_code (sheets->lists->pdata[best], i);
      guint page = i + 1;
      gboolean found = FALSE;

      for (guint j = 0; j < seen->len && !found; j++)
        found = strcmp (((const Page *) seen->pdata[j])->code, code) == 0;
      if (!found)
        g_array_append_val (missing, page);
    }
}

NbCodesVerdict *
nb_job_verify_codes (NbJob *job, const NbReportData *data, const char *const *typed, GError **error)
{
  Sheets sheets = { 0 };
  g_autoptr (NbCodesVerdict) verdict = g_new0 (NbCodesVerdict, 1);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  gboolean good;

  verdict->codes = g_ptr_array_new_with_free_func (code_verdict_free);
  verdict->missing = g_array_new (FALSE, FALSE, sizeof (guint));
  good = sheets_init (&sheets, job, data, error);
  for (guint i = 0; good && typed[i] != NULL; i++)
    {
      NbCodeVerdict *code = g_new0 (NbCodeVerdict, 1);
      const Page *page = judge (&sheets, typed[i], code);

      g_ptr_array_add (verdict->codes, code);
      if (page != NULL)
        g_ptr_array_add (seen, (gpointer) page);
    }
  if (good)
    list_missing (&sheets, seen, verdict->missing);
  sheets_clear (&sheets);
  return good ? g_steal_pointer (&verdict) : NULL;
}
