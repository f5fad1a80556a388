/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-error.h"

typedef struct
{
  NbPlace place;
  const char *reason;
} NbErrorPrivate;

static void
nb_error_private_init (NbErrorPrivate *priv)
{
  priv->place = (NbPlace){ 0, 0 };
  priv->reason = NULL;
}

static void
nb_error_private_copy (const NbErrorPrivate *source, NbErrorPrivate *copy)
{
  *copy = *source;
}

static void
nb_error_private_clear (NbErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (NbError, nb_error)

void
nb_error_set (GError **error, NbErrorCode code, NbPlace place, const char *format, ...)
{
  va_list arguments;

  if (error == NULL)
    return;

  va_start (arguments, format);
  *error = g_error_new_valist (NB_ERROR, (int) code, format, arguments);
  va_end (arguments);
  nb_error_get_private (*error)->place = place;
}

NbPlace
nb_error_get_place (const GError *error)
{
  if (error == NULL || error->domain != NB_ERROR)
    return (NbPlace){ 0, 0 };
  return nb_error_get_private (error)->place;
}

void
nb_error_set_reason (GError **error, const char *reason)
{
  if (error != NULL && *error != NULL && (*error)->domain == NB_ERROR)
    nb_error_get_private (*error)->reason = reason;
}

const char *
nb_error_get_reason (const GError *error)
{
  if (error == NULL || error->domain != NB_ERROR)
    return NULL;
  return nb_error_get_private (error)->reason;
}
