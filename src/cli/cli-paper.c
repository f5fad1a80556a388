/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-paper.h"

#include <glib/gi18n-lib.h>

static const char *
get_code (NbPageState state)
{
  static const char *const codes[] = {
    [NB_PAGE_SAME] = "same",
    [NB_PAGE_OTHER_TEXT] = "page-text",
    [NB_PAGE_OTHER_PICTURE] = "page-picture",
    [NB_PAGE_MISSING] = "page-missing",
    [NB_PAGE_EXTRA] = "page-extra",
  };

  return codes[state];
}

static char *
format_page (NbPageState state, guint number)
{
  switch (state)
    {
    case NB_PAGE_OTHER_TEXT:
      return g_strdup_printf (_ ("page %u shows other text than the report inside"), number);
    case NB_PAGE_OTHER_PICTURE:
      return g_strdup_printf (_ ("page %u has the text of the report inside, but looks different"),
                              number);
    case NB_PAGE_MISSING:
      return g_strdup_printf (_ ("page %u of the report inside is missing"), number);
    case NB_PAGE_EXTRA:
      return g_strdup_printf (_ ("page %u does not belong to the report inside"), number);
    default:
      return g_strdup_printf (_ ("page %u shows the report inside"), number);
    }
}

static char *
format_proof (const NbPaperVerdict *paper)
{
  if (paper->pictures_compared)
    return g_strdup_printf (ngettext ("the one page shows the report inside, in text and picture",
                                      "all %u pages show the report inside, in text and picture",
                                      paper->pages->len),
                            paper->pages->len);
  return g_strdup_printf (ngettext ("the text of the one page is that of the report inside",
                                    "the text of all %u pages is that of the report inside",
                                    paper->pages->len),
                          paper->pages->len);
}

static NbPageState
get_state (const NbPaperVerdict *paper, guint index)
{
  return g_array_index (paper->pages, NbPageState, index);
}

static void
append_line (const Cli *cli, const char *path, CliMood mood, const char *sentence, GString *text)
{
  g_autofree char *painted = cli_paint (cli, mood, sentence);

  g_string_append_printf (text, "%s: %s\n", path, painted);
}

void
cli_paper_append_lines (const Cli *cli,
                        const char *path,
                        const NbPaperVerdict *paper,
                        GString *text)
{
  if (paper->problem != NULL)
    {
      append_line (cli, path, CLI_BAD, paper->problem, text);
      return;
    }
  for (guint i = 0; i < paper->pages->len; i++)
    {
      g_autofree char *page = format_page (get_state (paper, i), i + 1);

      if (get_state (paper, i) != NB_PAGE_SAME)
        append_line (cli, path, CLI_BAD, page, text);
    }
  if (paper->proven)
    {
      g_autofree char *proof = format_proof (paper);

      append_line (cli, path, CLI_GOOD, proof, text);
    }
  if (!paper->pictures_compared)
    append_line (cli, path, CLI_DOUBTFUL,
                 _ ("pictures not compared: the PDF was made with other fonts than this "
                    "computer's"),
                 text);
}

void
cli_paper_append_records (const char *path, const NbPaperVerdict *paper, GString *text)
{
  if (paper->problem != NULL)
    cli_append_record (text, path, "", "", "", "no", "", "", "pages", paper->problem, "", NULL);
  for (guint i = 0; i < paper->pages->len; i++)
    {
      NbPageState state = get_state (paper, i);
      g_autofree char *page = format_page (state, i + 1);

      if (state != NB_PAGE_SAME)
        cli_append_record (text, path, "", "", "", "no", "", "", get_code (state), page, "", NULL);
    }
}

void
cli_paper_write_json (NbJson *json, const NbPaperVerdict *paper)
{
  nb_json_boolean (json, "pages_proven", paper->proven);
  nb_json_boolean (json, "pictures_compared", paper->pictures_compared);
  if (paper->problem != NULL)
    nb_json_string (json, "pages_problem", paper->problem);
  nb_json_begin_array (json, "pages");
  for (guint i = 0; i < paper->pages->len; i++)
    {
      g_autofree char *message = format_page (get_state (paper, i), i + 1);

      nb_json_begin_object (json, NULL);
      nb_json_int (json, "page", i + 1);
      nb_json_string (json, "problem",
                      get_state (paper, i) != NB_PAGE_SAME ? get_code (get_state (paper, i))
                                                           : NULL);
      nb_json_string (json, "message", message);
      nb_json_end_object (json);
    }
  nb_json_end_array (json);
}
