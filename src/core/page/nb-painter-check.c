/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-painter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (const NbPageBox *box, gunichar c, NbForm *form, GError **error)
{
  char character[7] = "";
  const NbFieldDef *field = box->field != NULL ? nb_form_lookup_field (form, box->field) : NULL;

  g_unichar_to_utf8 (c, character);
  if (field != NULL)
    nb_error_set (error, NB_ERROR_GLYPH, (NbPlace){ 0, 0 },
                  _ ("No font on this computer has the character “%s” (U+%04X) in “%s”. Install a "
                     "font that has it, or write the character in another way."),
                  character, c, field->label);
  else
    nb_error_set (error, NB_ERROR_GLYPH, (NbPlace){ 0, 0 },
                  _ ("No font on this computer has the character “%s” (U+%04X) of the printed line "
                     "“%s”. Install a font that has it."),
                  character, c, box->text);
  return FALSE;
}

/* Whether the face's own font draws @c, or nothing need be drawn. */
static gboolean
has (NbPainter *painter, const NbPageBox *box, gunichar c)
{
  return nb_font_choice_is_blank (c)
         || nb_font_has (nb_font_choice_get_own (painter->choice, box->face), c, NULL);
}

static gboolean
check_box (NbPainter *painter, const NbPageBox *box, NbForm *form, GError **error)
{
  for (const char *at = box->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!has (painter, box, c)
          && nb_font_choice_get_substitute (painter->choice, box->face, c) == NULL)
        return refuse (box, c, form, error);
    }
  return TRUE;
}

gboolean
nb_painter_check (NbPainter *painter, NbPageList *list, NbForm *form, GError **error)
{
  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    for (guint j = 0; j < nb_page_list_get_n_boxes (list, i); j++)
      {
        const NbPageBox *box = nb_page_list_get_box (list, i, j);

        if (box->kind == NB_PAGE_TEXT && !check_box (painter, box, form, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
uses_face (NbPageList *list, const char *face)
{
  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    for (guint j = 0; j < nb_page_list_get_n_boxes (list, i); j++)
      {
        const NbPageBox *box = nb_page_list_get_box (list, i, j);

        if (box->kind == NB_PAGE_TEXT && strcmp (box->face, face) == 0)
          return TRUE;
      }
  return FALSE;
}

char *
nb_painter_describe_fonts (NbPainter *painter, NbPageList *list)
{
  static const struct
  {
    const char *face;
    const char *name;
  } faces[] = { { "song", "宋体" }, { "hei", "黑体" }, { "fang", "仿宋" }, { "kai", "楷体" } };
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *drawn = NULL;
  g_autofree char *missing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    if (uses_face (list, faces[i].face))
      g_string_append_printf (names, "%s%s（%s）", names->len > 0 ? "、" : "", faces[i].name,
                              nb_painter_get_family (painter, faces[i].face));
  drawn = g_strdup_printf (_ ("Drawn in: %s."), names->str);
  if (painter->missing == NULL)
    return g_steal_pointer (&drawn);
  missing =
      g_strdup_printf (_ ("The font “%s”, which was chosen, is not installed."), painter->missing);
  return g_strjoin ("\n", drawn, missing, NULL);
}

/* More are not named one by one. */
#define MAXIMUM_NAMED 20

static void
add_substitutes (NbPainter *painter, const NbPageBox *box, GHashTable *seen, GString *names)
{
  for (const char *at = box->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const NbFont *font;

      if (has (painter, box, c))
        continue;
      font = nb_font_choice_get_substitute (painter->choice, box->face, c);
      if (font == NULL || !g_hash_table_add (seen, GUINT_TO_POINTER (c)))
        continue;
      if (g_hash_table_size (seen) <= MAXIMUM_NAMED)
        {
          g_string_append (names, names->len > 0 ? "、" : "");
          g_string_append_unichar (names, c);
          g_string_append_printf (names, "（%s）", nb_font_get_family (font));
        }
      else if (g_hash_table_size (seen) == MAXIMUM_NAMED + 1)
        g_string_append (names, "……");
    }
}

char *
nb_painter_describe_substitutes (NbPainter *painter, NbPageList *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    for (guint j = 0; j < nb_page_list_get_n_boxes (list, i); j++)
      {
        const NbPageBox *box = nb_page_list_get_box (list, i, j);

        if (box->kind == NB_PAGE_TEXT)
          add_substitutes (painter, box, seen, names);
      }
  if (names->len == 0)
    return NULL;
  return g_strdup_printf (
      _ ("The print font does not have these characters, another font draws them: %s."),
      names->str);
}
