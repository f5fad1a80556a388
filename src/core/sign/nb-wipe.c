/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-wipe.h"

#include <malloc.h>
#include <string.h>

#include <openssl/crypto.h>

static void *
allocate (size_t size, const char *file, int line)
{
  return malloc (size);
}

static void
wipe_and_free (void *memory, const char *file, int line)
{
  if (memory != NULL)
    explicit_bzero (memory, malloc_usable_size (memory));
  free (memory);
}

/* realloc() could move the content and leave a copy behind. */
static void *
reallocate (void *memory, size_t size, const char *file, int line)
{
  void *moved;

  if (memory != NULL && size > 0 && size <= malloc_usable_size (memory))
    return memory;
  moved = size > 0 ? malloc (size) : NULL;
  if (moved == NULL && size > 0)
    return NULL;
  if (memory != NULL && moved != NULL)
    memcpy (moved, memory, MIN (size, malloc_usable_size (memory)));
  wipe_and_free (memory, file, line);
  return moved;
}

gboolean
nb_wipe_init (void)
{
  return CRYPTO_set_mem_functions (allocate, reallocate, wipe_and_free) == 1;
}
