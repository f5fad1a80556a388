/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-def-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a text is set in; boxes hand it on to what is inside them. */
#define TYPE_ATTRIBUTES "face?=song|hei|kai|fang size?=LENGTH leading?=LENGTH "

/* In the order of NbAlign. */
#define ALIGNS "start|centre|end|inner|outer"

const NbElementDef nb_page_grammar[] = {
  { "pages", "metrics continued draft page+", "engine=1 edition=NAME revision=NUMBER" },

  { "metrics", "line-start line-end blank-before? blank-after? units? advance*", "" },
  { "line-start", NB_TEXT, "" },
  { "line-end", NB_TEXT, "" },
  { "blank-before", NB_TEXT, "" },
  { "blank-after", NB_TEXT, "" },
  { "units", NB_TEXT, "" },
  { "advance", NB_TEXT, "per-mille=NUMBER" },
  { "continued", NB_TEXT, "" },
  { "draft", NB_TEXT, "face=song|hei|kai|fang size=LENGTH" },

  { "page", "grid* box* line* text*",
    "copies=NAMES width=LENGTH height=LENGTH margin-top=LENGTH margin-bottom=LENGTH "
    "margin-inner=LENGTH margin-outer=LENGTH face=song|hei|kai|fang size=LENGTH leading=LENGTH" },
  { "grid", "row+",
    TYPE_ATTRIBUTES "columns=LENGTHS copies?=NAMES frame?=yes|no rule?=LENGTH padding?=LENGTH" },
  { "row", "cell+", "copies?=NAMES height?=LENGTH keep?=yes|no|next repeat?=yes|no each?=finding" },
  { "cell", "text* line* box*",
    TYPE_ATTRIBUTES "copies?=NAMES columns?=NUMBER rows?=NUMBER frame?=yes|no split?=yes|no "
                    "padding?=LENGTH align-block?=start|centre|end" },
  { "box", "text* line* code*",
    TYPE_ATTRIBUTES "copies?=NAMES place?=flow|head|foot width?=LENGTH height?=LENGTH "
                    "frame?=yes|no rule?=LENGTH align?=" ALIGNS " align-block?=start|centre|end" },
  { "line", "", "copies?=NAMES thickness=LENGTH width?=LENGTH align?=" ALIGNS },
  { "code", "", "copies?=NAMES width=LENGTH align?=" ALIGNS },
  { "text", "",
    TYPE_ATTRIBUTES "copies?=NAMES words?=TEXT label?=FIELD value?=FIELD phrase?=NAME "
                    "part?=all|first indent?=LENGTH blank?=NUMBER vertical?=yes|no "
                    "repeat?=yes|no align?=" ALIGNS "|justify" },
  { NULL },
};

/* As in the choice that the grammar gives faces. */
static const char *const faces[] = { "song", "hei", "kai", "fang" };

static const struct
{
  const char *name;
  NbCopy copy;
} copy_names[] = {
  { "filing", NB_COPY_FILING },
  { "publication", NB_COPY_PUBLICATION },
  { "review", NB_COPY_REVIEW },
  { "blank", NB_COPY_BLANK },
};

#define DEFAULT_RULE 200 /* µm */

static gboolean
is_name_character (char c)
{
  return g_ascii_isalnum (c) || c == '-';
}

gboolean
nb_page_words_next (const char **at, const char **start, gsize *length, gboolean *is_name)
{
  const char *from = *at;
  const char *end;

  if (*from == '\0')
    return FALSE;
  *is_name = *from == '$' && from[1] != '$';
  if (*is_name)
    {
      for (end = ++from; is_name_character (*end);)
        end++;
    }
  else
    {
      /* Of $$ the second dollar is text. */
      from += *from == '$';
      end = from + 1;
      end += strcspn (end, "$");
    }
  *start = from;
  *length = (gsize) (end - from);
  *at = end;
  return TRUE;
}

static void
box_def_free (gpointer data)
{
  NbBoxDef *box = data;

  g_ptr_array_unref (box->children);
  g_free (box->columns);
  g_free (box);
}

void
nb_page_def_free (NbPageDef *pages)
{
  if (pages == NULL)
    return;
  g_array_unref (pages->advances);
  g_ptr_array_unref (pages->pages);
  g_free (pages);
}

/* The copies that @node names, which its parent must have too. */
static gboolean
parse_copies (NbPageParser *parser,
              const xmlNode *node,
              const NbBoxDef *parent,
              NbBoxDef *box,
              GError **error)
{
  g_autofree const char **names = nb_definition_dup_list (parser->definition, node, "copies");

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint copy = 0;

      for (guint j = 0; j < G_N_ELEMENTS (copy_names); j++)
        if (strcmp (copy_names[j].name, names[i]) == 0)
          copy = copy_names[j].copy;
      if (copy == 0)
        return nb_definition_fail (parser->definition, node, error, _ ("there is no copy “%s”"),
                                   names[i]);
      if (parent != NULL && (parent->copies & copy) == 0)
        return nb_definition_fail (parser->definition, node, error,
                                   _ ("what is round it does not stand in the copy “%s”"),
                                   names[i]);
      box->copies |= copy;
    }
  if (names[0] == NULL)
    box->copies = parent->copies;
  return TRUE;
}

static void
parse_columns (const xmlNode *node, NbBoxDef *box)
{
  g_autoptr (GArray) lengths = nb_definition_dup_lengths (node, "columns");

  box->n_columns = lengths->len;
  box->columns = g_memdup2 (lengths->data, lengths->len * sizeof (int));
}

static NbBoxType
get_type (const xmlNode *node)
{
  static const char *const names[] = {
    "page", "grid", "row", "cell", "box", "line", "text", "code"
  };
  guint type = 0;

  while (strcmp (names[type], (const char *) node->name) != 0)
    type++;
  return type;
}

static void
parse_lengths (const xmlNode *node, const NbBoxDef *parent, NbBoxDef *box)
{
  box->width = nb_definition_get_length (node, "width", 0);
  box->height =
      nb_definition_get_length (node, box->type == NB_BOX_LINE ? "thickness" : "height", 0);
  box->margin_top = nb_definition_get_length (node, "margin-top", 0);
  box->margin_bottom = nb_definition_get_length (node, "margin-bottom", 0);
  box->margin_inner = nb_definition_get_length (node, "margin-inner", 0);
  box->margin_outer = nb_definition_get_length (node, "margin-outer", 0);
  box->indent = nb_definition_get_length (node, "indent", 0);
  box->size = nb_definition_get_length (node, "size", parent != NULL ? parent->size : 0);
  box->leading = nb_definition_get_length (node, "leading", parent != NULL ? parent->leading : 0);
  box->rule = nb_definition_get_length (node, "rule", parent != NULL ? parent->rule : DEFAULT_RULE);
  /* From a grid through its rows to its cells, no further. */
  box->padding = nb_definition_get_length (
      node, "padding", box->type == NB_BOX_ROW || box->type == NB_BOX_CELL ? parent->padding : 0);
}

static void
parse_attributes (const NbDefinition *definition,
                  const xmlNode *node,
                  const NbBoxDef *parent,
                  NbBoxDef *box)
{
  gboolean inherits_frame = box->type == NB_BOX_ROW || box->type == NB_BOX_CELL;
  const char *frame = nb_definition_get (definition, node, "frame");
  const char *keep = nb_definition_get (definition, node, "keep");
  guint face = nb_definition_get_choice (definition, node, "face", G_N_ELEMENTS (faces));

  parse_lengths (node, parent, box);
  if (box->type == NB_BOX_GRID)
    parse_columns (node, box);
  box->face = face < G_N_ELEMENTS (faces) ? faces[face] : parent->face;
  box->frame = frame != NULL ? strcmp (frame, "yes") == 0 : inherits_frame && parent->frame;
  box->place = nb_definition_get_choice (definition, node, "place", NB_PLACE_FLOW);
  box->align = nb_definition_get_choice (definition, node, "align", NB_ALIGN_START);
  box->align_block = nb_definition_get_choice (definition, node, "align-block", NB_ALIGN_START);
  box->column_span = 1;
  box->row_span = 1;
  box->split = nb_definition_get_flag (node, "split");
  box->keep = keep != NULL && strcmp (keep, "no") != 0;
  box->keep_next = keep != NULL && strcmp (keep, "next") == 0;
  box->each = nb_definition_get (definition, node, "each") != NULL;
  box->repeat = nb_definition_get_flag (node, "repeat");
  box->vertical = nb_definition_get_flag (node, "vertical");
  box->blank = nb_definition_get_number (node, "blank", 0);
  box->words = nb_definition_get (definition, node, "words");
  box->label_of = nb_definition_get (definition, node, "label");
  box->value_of = nb_definition_get (definition, node, "value");
  box->phrase = nb_definition_get (definition, node, "phrase");
  box->part = nb_definition_get_choice (definition, node, "part", NB_PART_ALL);
  box->line = nb_xml_get_place (node).line;
}

static NbBoxDef *
parse_box (NbPageParser *parser, const xmlNode *node, const NbBoxDef *parent, GError **error)
{
  NbBoxDef *box = g_new0 (NbBoxDef, 1);

  box->type = get_type (node);
  box->children = g_ptr_array_new_with_free_func (box_def_free);
  g_hash_table_insert (parser->nodes, box, (gpointer) node);
  parse_attributes (parser->definition, node, parent, box);
  if (box->type == NB_BOX_CELL)
    {
      box->column_span = nb_definition_get_number (node, "columns", 1);
      box->row_span = nb_definition_get_number (node, "rows", 1);
    }
  if (!parse_copies (parser, node, parent, box, error))
    goto fail;
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    {
      NbBoxDef *inside = parse_box (parser, child, box, error);

      if (inside == NULL)
        goto fail;
      g_ptr_array_add (box->children, inside);
    }
  return box;

fail:
  box_def_free (box);
  return NULL;
}

static const char *
get_optional_text (const NbDefinition *definition, const xmlNode *node, const char *name)
{
  const char *text = nb_definition_get_child_text (definition, node, name);

  return text != NULL ? text : "";
}

static void
parse_metrics (const NbDefinition *definition, NbPageDef *pages)
{
  const xmlNode *metrics = nb_xml_lookup (definition->root, "metrics");

  pages->line_start = nb_definition_get_child_text (definition, metrics, "line-start");
  pages->line_end = nb_definition_get_child_text (definition, metrics, "line-end");
  pages->blank_before = get_optional_text (definition, metrics, "blank-before");
  pages->blank_after = get_optional_text (definition, metrics, "blank-after");
  pages->units = get_optional_text (definition, metrics, "units");
  for (const xmlNode *child = nb_xml_get_first (metrics); child != NULL;
       child = nb_xml_get_next (child))
    if (nb_xml_is (child, NB_XML_FORM, "advance"))
      {
        NbAdvanceDef advance = { nb_definition_get_raw_text (definition, child),
                                 nb_definition_get_number (child, "per-mille", 0) };

        g_array_append_val (pages->advances, advance);
      }
}

static void
parse_marks (const NbDefinition *definition, NbPageDef *pages)
{
  const xmlNode *draft = nb_xml_lookup (definition->root, "draft");

  pages->continued = nb_definition_get_child_text (definition, definition->root, "continued");
  pages->draft = nb_definition_get_text (definition, draft);
  pages->draft_face = faces[nb_definition_get_choice (definition, draft, "face", 0)];
  pages->draft_size = nb_definition_get_length (draft, "size", 0);
}

NbPageDef *
nb_page_def_parse (const NbDefinition *definition, const NbForm *form, GError **error)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new (NULL, NULL);
  NbPageParser parser = { definition, form, nodes };
  NbPageDef *pages = g_new0 (NbPageDef, 1);

  pages->revision = nb_definition_get_number (definition->root, "revision", 0);
  pages->advances = g_array_new (FALSE, FALSE, sizeof (NbAdvanceDef));
  pages->pages = g_ptr_array_new_with_free_func (box_def_free);
  parse_metrics (definition, pages);
  parse_marks (definition, pages);
  for (const xmlNode *node = nb_xml_get_first (definition->root); node != NULL;
       node = nb_xml_get_next (node))
    if (nb_xml_is (node, NB_XML_FORM, "page"))
      {
        NbBoxDef *page = parse_box (&parser, node, NULL, error);

        if (page != NULL)
          g_ptr_array_add (pages->pages, page);
        if (page == NULL || !nb_page_def_check (&parser, pages, page, error))
          {
            nb_page_def_free (pages);
            return NULL;
          }
      }
  return pages;
}
