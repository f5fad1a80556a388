/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-font-list.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

/* Families that cover the same characters in the shapes of another place say so at the end of their names:
 * fontconfig, which asks for characters only, takes them for Chinese of the mainland. */
static const char *const elsewhere[] = { " JP", " KR", " K", " TC", " HK", " TW", " HC", " HW" };

static void
family_free (void *data)
{
  NbFontFamily *family = data;

  g_free (family->name);
  g_free (family->title);
  g_free (family);
}

static gboolean
is_from_elsewhere (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    if (g_str_has_suffix (name, elsewhere[i]))
      return TRUE;
  return FALSE;
}

static FcFontSet *
list_fonts (void)
{
  FcLangSet *languages = FcLangSetCreate ();
  FcPattern *pattern = FcPatternCreate ();
  FcObjectSet *wanted = FcObjectSetBuild (FC_FAMILY, FC_FAMILYLANG, NULL);
  FcFontSet *fonts;

  FcLangSetAdd (languages, (const FcChar8 *) "zh-cn");
  FcPatternAddLangSet (pattern, FC_LANG, languages);
  /* Pictures of one size, or coloured ones, are not for paper. */
  FcPatternAddBool (pattern, FC_OUTLINE, FcTrue);
  FcPatternAddBool (pattern, FC_SCALABLE, FcTrue);
  fonts = FcFontList (NULL, pattern, wanted);
  FcObjectSetDestroy (wanted);
  FcPatternDestroy (pattern);
  FcLangSetDestroy (languages);
  return fonts;
}

/* The name of a font's family number @i, or NULL; @language receives its language. */
static const char *
get_name (FcPattern *font, int i, const char **language)
{
  FcChar8 *name, *in;

  if (FcPatternGetString (font, FC_FAMILY, i, &name) != FcResultMatch)
    return NULL;
  *language =
      FcPatternGetString (font, FC_FAMILYLANG, i, &in) == FcResultMatch ? (const char *) in : "";
  return (const char *) name;
}

/* A font's first name in @language ("en", "zh-cn"), else its first. */
static const char *
get_name_in (FcPattern *font, const char *language)
{
  const char *name, *in, *first = get_name (font, 0, &in);

  for (int i = 0; (name = get_name (font, i, &in)) != NULL; i++)
    if (strcmp (in, language) == 0)
      return name;
  return first;
}

static gboolean
is_called (FcPattern *font, const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (wanted, -1);
  const char *name, *in;

  for (int i = 0; (name = get_name (font, i, &in)) != NULL; i++)
    {
      g_autofree char *other = g_utf8_casefold (name, -1);

      if (strcmp (other, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/* FALSE: it is one of another place. */
static gboolean
is_offered (FcPattern *font)
{
  const char *name = get_name_in (font, "en");

  return name != NULL && g_utf8_validate (name, -1, NULL) && !is_from_elsewhere (name);
}

static int
compare_titles (const void *a, const void *b)
{
  const NbFontFamily *first = *(NbFontFamily *const *) a;
  const NbFontFamily *second = *(NbFontFamily *const *) b;

  return g_utf8_collate (first->title, second->title);
}

GPtrArray *
nb_font_list_families (void)
{
  FcFontSet *fonts = list_fonts ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *families = g_ptr_array_new_with_free_func (family_free);
  const char *const *languages = g_get_language_names ();
  const char *language = g_str_has_prefix (languages[0], "zh") ? "zh-cn" : "en";

  for (int i = 0; i < fonts->nfont; i++)
    {
      const char *name = get_name_in (fonts->fonts[i], "en");
      NbFontFamily *family;

      if (!is_offered (fonts->fonts[i]) || g_hash_table_contains (seen, name))
        continue;
      family = g_new0 (NbFontFamily, 1);
      family->name = g_strdup (name);
      family->title = g_strdup (get_name_in (fonts->fonts[i], language));
      g_hash_table_add (seen, family->name);
      g_ptr_array_add (families, family);
    }
  FcFontSetDestroy (fonts);
  g_ptr_array_sort (families, compare_titles);
  return families;
}

char *
nb_font_list_find (const char *name)
{
  FcFontSet *fonts = list_fonts ();
  char *found = NULL;

  for (int i = 0; i < fonts->nfont && found == NULL; i++)
    if (is_offered (fonts->fonts[i]) && is_called (fonts->fonts[i], name))
      found = g_strdup (get_name_in (fonts->fonts[i], "en"));
  FcFontSetDestroy (fonts);
  return found;
}
