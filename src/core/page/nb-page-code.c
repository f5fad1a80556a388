/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-code.h"

#include <string.h>

#include "nb-width.h"

/* Nothing that sounds or looks like another: no 0 and O, no 1 and I. */
static const char alphabet[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

#define BITS          5 /* of a character */
#define N_DATA        (NB_PAGE_CODE_LENGTH - 1)
#define DIGEST_LENGTH 25

/* The first characters of @bytes, BITS bits each. */
static void
spell (const guint8 *bytes, guint n_characters, char *out)
{
  for (guint i = 0; i < n_characters; i++)
    {
      guint bit = i * BITS;
      guint pair = ((guint) bytes[bit / 8] << 8) | bytes[bit / 8 + 1];

      out[i] = alphabet[(pair >> (16 - BITS - bit % 8)) & 31];
    }
  out[n_characters] = '\0';
}

/* Product in the field of 32 elements (x⁵ + x² + 1). */
static guint
multiply_by_x (guint value)
{
  value <<= 1;
  return value & 32 ? value ^ 37 : value;
}

/* The check value of the nine characters: Σ xⁱ·vᵢ. No xⁱ is 0 and no two of them are the same, so that it
 * changes with every character and with every exchange of two. */
static guint
get_check (const char *code)
{
  guint sum = 0;

  for (guint i = 0; i < N_DATA; i++)
    sum = multiply_by_x (sum ^ (guint) (strchr (alphabet, code[i]) - alphabet));
  return sum;
}

/* The first value of a field of @type; "" where there is none. */
static char *
dup_first (const NbReportData *data, NbFieldType type)
{
  NbForm *form = nb_report_data_get_form (data);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    if (nb_form_get_field (form, i)->type == type)
      return nb_report_data_dup_canonical (data, nb_form_get_field (form, i)->id);
  return g_strdup ("");
}

/* Whose report it is: the credit code, the name where there is none yet. */
static char *
dup_owner (const NbReportData *data)
{
  NbForm *form = nb_report_data_get_form (data);
  g_autofree char *code = dup_first (data, NB_FIELD_CODE);

  if (*code != '\0')
    return g_steal_pointer (&code);
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);

      /* The first registered fact in words is the institution's name in every edition. */
      if (field->type == NB_FIELD_LINE && field->certificate)
        return nb_report_data_dup_canonical (data, field->id);
    }
  return g_strdup ("");
}

static void
digest_text (const char *text, guint8 digest[32])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = 32;

  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (checksum, digest, &size);
}

guint
nb_page_code_get_key (const NbReportData *data)
{
  g_autofree char *owner = dup_owner (data);
  g_autofree char *year = dup_first (data, NB_FIELD_YEAR);
  g_autofree char *text = g_strdup_printf (
      "%s\n%s\n%s", nb_form_get_edition (nb_report_data_get_form (data)), owner, year);
  guint8 digest[32];

  digest_text (text, digest);
  return digest[0] >> 3;
}

char *
nb_page_code_new (const char *digest, guint page, guint n_pages, const char *text, guint key)
{
  g_autofree char *all = g_strdup_printf ("%s\n%u/%u\n%s", digest, page, n_pages, text);
  char *code = g_malloc (NB_PAGE_CODE_LENGTH + 1);
  guint8 bytes[32];

  digest_text (all, bytes);
  spell (bytes, N_DATA, code);
  code[N_DATA] = alphabet[get_check (code) ^ key];
  code[NB_PAGE_CODE_LENGTH] = '\0';
  return code;
}

gboolean
nb_page_code_read (const char *typed, char code[NB_PAGE_CODE_LENGTH + 1])
{
  g_autofree char *folded = nb_width_fold (typed);
  guint length = 0;

  for (const char *at = folded; *at != '\0'; at++)
    {
      char c = g_ascii_toupper (*at);

      if (c == ' ' || c == '-')
        continue;
      if (strchr (alphabet, c) == NULL || length == NB_PAGE_CODE_LENGTH)
        return FALSE;
      code[length++] = c;
    }
  code[length] = '\0';
  return length == NB_PAGE_CODE_LENGTH;
}

guint
nb_page_code_get_key_of (const char *code)
{
  return get_check (code) ^ (guint) (strchr (alphabet, code[N_DATA]) - alphabet);
}

char *
nb_page_code_format (const char *code)
{
  return g_strdup_printf ("%.5s-%s", code, code + 5);
}

/* @text in capitals where it can stand in a QR code's alphanumeric mode, between colons; else "-". */
static char *
dup_plain (const char *text, gsize maximum)
{
  g_autofree char *capitals = g_ascii_strup (text, -1);
  gsize length = strlen (capitals);

  for (const char *at = capitals; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return g_strdup ("-");
  return length > 0 && length <= maximum ? g_steal_pointer (&capitals) : g_strdup ("-");
}

/* The 25 characters of a report digest in hex. */
static char *
spell_digest (const char *digest)
{
  char *spelt = g_malloc (DIGEST_LENGTH + 1);
  guint8 bytes[32] = { 0 };

  for (guint i = 0; i < sizeof bytes && digest[2 * i] != '\0'; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (digest[2 * i]) << 4
                         | g_ascii_xdigit_value (digest[2 * i + 1]));
  spell (bytes, DIGEST_LENGTH, spelt);
  return spelt;
}

NbPagePayload *
nb_page_payload_new (const NbReportData *data, const char *digest)
{
  NbForm *form = nb_report_data_get_form (data);
  NbPagePayload *payload = g_new0 (NbPagePayload, 1);
  g_autofree char *unit = dup_first (data, NB_FIELD_CODE);
  g_autofree char *year = dup_first (data, NB_FIELD_YEAR);
  g_autofree char *edition = dup_plain (nb_form_get_edition (form), 8);

  payload->unit = dup_plain (unit, 18);
  payload->year = dup_plain (year, 4);
  payload->paper = g_strdup_printf ("%s.%u", edition, nb_form_get_pages (form)->revision % 10000);
  payload->digest = spell_digest (digest);
  return payload;
}

void
nb_page_payload_free (NbPagePayload *payload)
{
  g_free (payload->unit);
  g_free (payload->year);
  g_free (payload->paper);
  g_free (payload->digest);
  g_free (payload);
}

char *
nb_page_payload_format (const NbPagePayload *payload)
{
  return g_strdup_printf ("NB1:%s:%s:%s:%u/%u:%s:%s", payload->unit, payload->year, payload->paper,
                          payload->page, payload->n_pages, payload->digest, payload->code);
}

static gboolean
read_page (const char *text, NbPagePayload *payload)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 3);
  guint64 page, n_pages;

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 1, 99999, &page, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, 99999, &n_pages, NULL))
    return FALSE;
  payload->page = (guint) page;
  payload->n_pages = (guint) n_pages;
  return TRUE;
}

NbPagePayload *
nb_page_payload_read (const char *text)
{
  g_autofree char *capitals = g_ascii_strup (text, -1);
  g_auto (GStrv) parts = g_strsplit (g_strstrip (capitals), ":", 8);
  g_autoptr (NbPagePayload) payload = g_new0 (NbPagePayload, 1);

  if (g_strv_length (parts) != 7 || strcmp (parts[0], "NB1") != 0 || !read_page (parts[4], payload)
      || strlen (parts[5]) != DIGEST_LENGTH || !nb_page_code_read (parts[6], payload->code))
    return NULL;
  payload->unit = g_strdup (parts[1]);
  payload->year = g_strdup (parts[2]);
  payload->paper = g_strdup (parts[3]);
  payload->digest = g_strdup (parts[5]);
  return g_steal_pointer (&payload);
}
