/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one error domain of the core. An error means that the program could not do what it was
 * asked; what is wrong with a report is a finding, never an error. */
#define NB_ERROR (nb_error_quark ())

typedef enum
{
  NB_ERROR_ARGUMENT,   /* the caller asked for something that does not exist or cannot be */
  NB_ERROR_SIGNED,     /* an edit of a signed file */
  NB_ERROR_READ,       /* a file cannot be read at all */
  NB_ERROR_WRITE,      /* a file cannot be written */
  NB_ERROR_REFUSED,    /* input over a limit, or of a kind that is never accepted */
  NB_ERROR_INVALID,    /* input that is not what it should be (shape, edition, field) */
  NB_ERROR_DEFINITION, /* an edition or a registry file is wrong */
  NB_ERROR_FINDINGS,   /* errors of stage data stand against signing */
  NB_ERROR_BROKEN,     /* a signature is broken, missing, or does not cover what it should */
  NB_ERROR_KEY,        /* key, passphrase or certificate trouble */
  NB_ERROR_GLYPH,      /* no font at hand has a character that must be printed */
} NbErrorCode;

/* A place in a file; 0 where it is not known. Columns count bytes from 1, as compilers do. */
typedef struct
{
  guint line;
  guint column;
} NbPlace;

GQuark nb_error_quark (void);

/* Sets an error whose message is made from @format and which carries @place (by value).
 * The message is one sentence or two for a clerk: what, where, what to do; it never repeats the
 * place or the file, which the caller shows. */
void nb_error_set (GError **error, NbErrorCode code, NbPlace place, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* The place that @error carries; {0, 0} for errors of other domains. */
NbPlace nb_error_get_place (const GError *error);

/* A reason code for scripts, such as "doctype" (src/core/sign/README.md lists them): a static string that
 * an error of ours carries beside its message, or NULL. */
void nb_error_set_reason (GError **error, const char *reason);
const char *nb_error_get_reason (const GError *error);

G_END_DECLS
