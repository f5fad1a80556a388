/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-font-choice.h"

#include "nb-font-list.h"

/* The typefaces of official papers first, as they are called where they are installed; else the print
 * font that is built in. No free Kai and Fang-Song has what official Chinese is written with: both are
 * set in Song. What is installed of the others draws what the face's own font does not have. */
static const struct
{
  const char *face;
  const char *print;
  gboolean is_text; /* a font that a person chooses draws it; titles in Hei stay titles */
  const char *official[8];
  const char *others[8];
} chains[] = {
  { "song",
    "song",
    TRUE,
    { "SimSun", "宋体", "STSong", "华文宋体", "FZShuSong-Z01" },
    { "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC",
      "AR PL UMing CN", "Noto Sans CJK SC", "serif" } },
  { "hei",
    "hei",
    FALSE,
    { "SimHei", "黑体", "STHeiti", "华文黑体" },
    { "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans SC",
      "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "sans" } },
  { "kai",
    "song",
    TRUE,
    { "KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "华文楷体" },
    { "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC",
      "AR PL UKai CN", "Noto Sans CJK SC", "serif" } },
  { "fang",
    "song",
    TRUE,
    { "FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "华文仿宋" },
    { "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC",
      "AR PL UMing CN", "Noto Sans CJK SC", "serif" } },
};

typedef struct
{
  NbFont *own;
  NbFont *prescribed;                /* own, unless a person has chosen */
  PangoFontDescription *description; /* of what is installed */
  PangoFontset *fontset;             /* to look characters up in */
  GHashTable *substitutes;           /* character -> NbFont, or NULL: no font has it */
} Face;

struct _NbFontChoice
{
  PangoFontMap *map;
  PangoContext *context;
  NbFont *song, *hei;
  GHashTable *installed; /* hb_face_t -> NbFont */
  Face faces[G_N_ELEMENTS (chains)];
};

static PangoContext *
make_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  /* Paper is Chinese whatever the language of the computer. */
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  return context;
}

static GHashTable *
list_families (PangoFontMap *map)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PangoFontFamily **families;
  int n_families;

  pango_font_map_list_families (map, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    g_hash_table_add (names, g_utf8_casefold (pango_font_family_get_name (families[i]), -1));
  g_free (families);
  return names;
}

/* The one NbFont of each font file and variation that is used. */
static NbFont *
take_installed (NbFontChoice *choice, PangoFont *pango)
{
  gpointer key = hb_font_get_face (pango_font_get_hb_font (pango));
  NbFont *font = g_hash_table_lookup (choice->installed, key);

  if (font == NULL)
    {
      font = nb_font_new_installed (pango);
      g_hash_table_insert (choice->installed, key, font);
    }
  return font;
}

static PangoFontset *
load_fontset (NbFontChoice *choice, const PangoFontDescription *description)
{
  return pango_context_load_fontset (choice->context, description,
                                     pango_context_get_language (choice->context));
}

static const char *
find_official (guint chain, GHashTable *families)
{
  for (const char *const *name = chains[chain].official; *name != NULL; name++)
    {
      g_autofree char *folded = g_utf8_casefold (*name, -1);

      if (g_hash_table_contains (families, folded))
        return *name;
    }
  return NULL;
}

static NbFont *
load_family (NbFontChoice *choice, const char *family)
{
  PangoFontDescription *description = pango_font_description_new ();
  g_autoptr (PangoFont) font = NULL;

  pango_font_description_set_family (description, family);
  pango_font_description_set_size (description, 12 * PANGO_SCALE);
  font = pango_context_load_font (choice->context, description);
  pango_font_description_free (description);
  return font != NULL ? take_installed (choice, font) : NULL;
}

static void
face_init (NbFontChoice *choice, guint chain, GHashTable *families)
{
  Face *face = &choice->faces[chain];
  const char *official = find_official (chain, families);
  g_autofree char *others = g_strjoinv (",", (char **) chains[chain].others);

  if (official != NULL)
    face->prescribed = load_family (choice, official);
  if (face->prescribed == NULL)
    face->prescribed = g_str_equal (chains[chain].print, "hei") ? choice->hei : choice->song;
  face->own = face->prescribed;
  face->description = pango_font_description_new ();
  pango_font_description_set_family (face->description, others);
  pango_font_description_set_size (face->description, 12 * PANGO_SCALE);
  face->substitutes = g_hash_table_new (NULL, NULL);
}

NbFontChoice *
nb_font_choice_new (void)
{
  NbFontChoice *choice = g_new0 (NbFontChoice, 1);
  g_autoptr (GHashTable) families = NULL;

  choice->map = pango_cairo_font_map_new ();
  choice->context = make_context (choice->map);
  choice->song = nb_font_new_print ("song");
  choice->hei = nb_font_new_print ("hei");
  choice->installed = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) nb_font_free);
  families = list_families (choice->map);
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    face_init (choice, i, families);
  return choice;
}

void
nb_font_choice_free (NbFontChoice *choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      pango_font_description_free (choice->faces[i].description);
      g_clear_object (&choice->faces[i].fontset);
      g_hash_table_unref (choice->faces[i].substitutes);
    }
  g_hash_table_unref (choice->installed);
  nb_font_free (choice->song);
  nb_font_free (choice->hei);
  g_object_unref (choice->context);
  g_object_unref (choice->map);
  g_free (choice);
}

gboolean
nb_font_choice_set_family (NbFontChoice *choice, const char *family)
{
  g_autofree char *name = family != NULL ? nb_font_list_find (family) : NULL;
  NbFont *chosen = name != NULL ? load_family (choice, name) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      choice->faces[i].own =
          chosen != NULL && chains[i].is_text ? chosen : choice->faces[i].prescribed;
      g_hash_table_remove_all (choice->faces[i].substitutes);
    }
  return chosen != NULL;
}

static Face *
get_face (NbFontChoice *choice, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    if (g_strcmp0 (chains[i].face, name) == 0)
      return &choice->faces[i];
  return &choice->faces[0];
}

NbFont *
nb_font_choice_get_own (NbFontChoice *choice, const char *face)
{
  return get_face (choice, face)->own;
}

/* The font that would draw the face if nobody had chosen another; then through every font that is installed,
 * in the order in which Pango would try them. */
static NbFont *
find_substitute (NbFontChoice *choice, Face *face, gunichar c)
{
  g_autoptr (PangoFont) pango = NULL;
  NbFont *font;
  guint glyph;

  if (face->own != face->prescribed && nb_font_has (face->prescribed, c, NULL))
    return face->prescribed;
  if (face->fontset == NULL)
    face->fontset = load_fontset (choice, face->description);
  pango = pango_fontset_get_font (face->fontset, c);
  if (pango == NULL)
    return NULL;
  font = take_installed (choice, pango);
  return nb_font_has (font, c, &glyph) && nb_font_draws (font, glyph) ? font : NULL;
}

NbFont *
nb_font_choice_get_substitute (NbFontChoice *choice, const char *name, gunichar c)
{
  Face *face = get_face (choice, name);
  gpointer font;

  if (!g_hash_table_lookup_extended (face->substitutes, GUINT_TO_POINTER (c), NULL, &font))
    {
      font = find_substitute (choice, face, c);
      g_hash_table_insert (face->substitutes, GUINT_TO_POINTER (c), font);
    }
  return font;
}

gboolean
nb_font_choice_is_blank (gunichar c)
{
  GUnicodeType type;

  if (c < 0xA0)
    return c <= ' ' || c >= 0x7F;
  if (c >= 0x3400 && c < 0xA000)
    return FALSE;
  type = g_unichar_type (c);
  return g_unichar_isspace (c) || type == G_UNICODE_FORMAT || type == G_UNICODE_CONTROL
         || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}
