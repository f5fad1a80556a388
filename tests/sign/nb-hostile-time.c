/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-hostile.h"

#include "nb-time.h"

/* The claimed time: outside of what the certificate allows, or no time at all; and time stamps that this
 * version does not read. */

#define DAY (24 * 60 * 60)

/* The claimed time is @data days from the present, and everything is signed again. */
static GBytes *
make_claimed (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *own = nb_test_cut (edited, "<xades:SigningTime>", "</xades:SigningTime>", 0);
  g_autofree char *time =
      nb_time_format (world->now + (gint64) GPOINTER_TO_INT (hostile->data) * DAY);
  g_autofree char *put = g_strdup_printf ("<xades:SigningTime>%s</xades:SigningTime>", time);

  return nb_test_replace (edited, own, put, 0);
}

static GBytes *
make_text (NbHostileWorld *world, const NbHostile *hostile, GBytes *edited)
{
  g_autofree char *own = nb_test_cut (edited, "<xades:SigningTime>", "</xades:SigningTime>", 0);
  g_autofree char *put =
      g_strdup_printf ("<xades:SigningTime>%s</xades:SigningTime>", (const char *) hostile->data);

  return nb_test_replace (edited, own, put, 0);
}

#define CLAIMED(the_name, the_problem, days)                                                       \
  {                                                                                                \
    .name = the_name, .status = 6, .problem = the_problem, .roles = 1, .make = make_claimed,       \
    .data = GINT_TO_POINTER (days), .again = 1                                                     \
  }
#define TEXT(the_name, text)                                                                       \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = "time", .roles = 1, .make = make_text, .data = text, \
    .again = 1                                                                                     \
  }
#define UNSIGNED(the_name, inside)                                                                 \
  {                                                                                                \
    .name = the_name, .status = 4, .problem = "shape", .roles = 1, .edits = {                      \
      { "</xades:SignedProperties>\n",                                                             \
        "</xades:SignedProperties>\n<xades:UnsignedProperties>\n" inside                           \
        "</xades:UnsignedProperties>\n",                                                           \
        0 }                                                                                        \
    }                                                                                              \
  }

const NbHostile nb_hostile_time[] = {
  CLAIMED ("time-tomorrow", "time-future", 1),
  CLAIMED ("time-far-future", "time-future", 300000),
  CLAIMED ("time-before-certificate", "time-before", -60),
  { .name = "time-edited",
    .status = 4,
    .problem = "digest-properties",
    .roles = 1,
    .make = make_claimed,
    .data = GINT_TO_POINTER (-2) },
  TEXT ("time-no-zone", "2026-11-24T08:00:00"),
  TEXT ("time-other-zone", "2026-11-24T08:00:00+08:00"),
  TEXT ("time-fraction", "2026-11-24T08:00:00.5Z"),
  TEXT ("time-day-only", "2026-11-24"),
  TEXT ("time-no-such-day", "2026-02-30T08:00:00Z"),
  TEXT ("time-year-1969", "1969-12-31T23:59:59Z"),
  TEXT ("time-empty", ""),
  TEXT ("time-words", "昨天"),
  TEXT ("time-space", " 2026-11-24T08:00:00Z"),
  UNSIGNED ("time-stamp-unread",
            "<xades:UnsignedSignatureProperties>\n<xades:SignatureTimeStamp>\n"
            "<xades:EncapsulatedTimeStamp>MIIB</xades:EncapsulatedTimeStamp>\n"
            "</xades:SignatureTimeStamp>\n</xades:UnsignedSignatureProperties>\n"),
  UNSIGNED ("time-countersignature-nested",
            "<xades:UnsignedSignatureProperties>\n<xades:CounterSignature/>\n"
            "</xades:UnsignedSignatureProperties>\n"),
  UNSIGNED ("time-unsigned-properties-empty", ""),
  { NULL },
};
