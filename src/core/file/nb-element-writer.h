/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "nb-error.h"

G_BEGIN_DECLS

/* Writes elements as a report file has them, and counts what the parser limits: what comes out is what
 * the reader takes in. The first fault is kept; what is written after it does not matter. On the
 * stack: init, write, then finish or clear. */
typedef struct
{
  GString *xml;
  guint n_elements;
  gsize tag; /* where the open start tag begins */
  GError *error;
} NbElementWriter;

void nb_element_writer_init (NbElementWriter *writer);
void nb_element_writer_clear (NbElementWriter *writer);
/* The text written, or NULL and the first fault (NB_ERROR_INVALID). Free with g_free(). */
char *nb_element_writer_finish (NbElementWriter *writer, GError **error);
gboolean nb_element_writer_failed (const NbElementWriter *writer);

/* A start tag: begin, attributes (NULL values are left out), then open or empty. */
void nb_element_writer_begin (NbElementWriter *writer, const char *name);
void nb_element_writer_attribute (NbElementWriter *writer, const char *name, const char *value);
void nb_element_writer_open (NbElementWriter *writer);
void nb_element_writer_empty (NbElementWriter *writer);

void nb_element_writer_text (NbElementWriter *writer, const char *text);
void nb_element_writer_close (NbElementWriter *writer, const char *name);
void nb_element_writer_break_line (NbElementWriter *writer);
/* An element without attributes that holds @text; <name/> where there is none. */
void nb_element_writer_simple (NbElementWriter *writer, const char *name, const char *text);

/* Notes a fault that the caller found. */
void nb_element_writer_fail (NbElementWriter *writer, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbElementWriter, nb_element_writer_clear)

G_END_DECLS
