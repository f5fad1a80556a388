/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-pdf-reader.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "nb-error.h"
#include "nb-xml-limits.h"

#define RESOLUTION "100" /* dots per inch: a changed figure shows, a page is a megabyte */

#define CHUNK (64u * 1024)

static const NbPlace nowhere = { 0, 0 };

static gboolean
refuse (GError **error)
{
  nb_error_set (error, NB_ERROR_REFUSED, nowhere,
                _ ("The PDF is damaged, or so made that it cannot be read within bounds."));
  return FALSE;
}

gboolean
nb_pdf_reader_accepts (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 5 && memcmp (data, "%PDF-", 5) == 0;
}

/* In the child, before it becomes poppler. */
static void
set_limits (void *data)
{
  const struct rlimit memory = { NB_LIMIT_PDF_MEMORY, NB_LIMIT_PDF_MEMORY };
  const struct rlimit seconds = { NB_LIMIT_PDF_SECONDS, NB_LIMIT_PDF_SECONDS };
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_AS, &memory);
  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_FSIZE, &none);
  setrlimit (RLIMIT_CORE, &none);
}

/* A file without a name, which the child opens as its standard input. */
static int
make_file (GBytes *bytes)
{
  int descriptor = memfd_create ("pdf", MFD_CLOEXEC);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (descriptor >= 0 && size > 0)
    {
      gssize n = write (descriptor, data, size);

      if (n < 0 && errno != EINTR)
        {
          close (descriptor);
          return -1;
        }
      data += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }
  return descriptor;
}

static GBytes *
read_all (GInputStream *stream, gsize limit)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n;

  do
    {
      guint size = bytes->len;

      g_byte_array_set_size (bytes, size + CHUNK);
      n = g_input_stream_read (stream, bytes->data + size, CHUNK, NULL, NULL);
      g_byte_array_set_size (bytes, size + (guint) MAX (n, 0));
      if (bytes->len > limit)
        return NULL;
    }
  while (n > 0);
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* What a command of poppler writes of @pdf, which it reads as /dev/stdin; at most @limit bytes. */
static GBytes *
run (const char *const *argv, GBytes *pdf, gsize limit, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  int file;

  if (*argv[0] == '\0')
    {
      nb_error_set (error, NB_ERROR_READ, nowhere,
                    _ ("This Nianbao cannot read PDFs: it was built without poppler."));
      return NULL;
    }
  file = make_file (pdf);
  if (file < 0)
    {
      nb_error_set (error, NB_ERROR_READ, nowhere, _ ("The PDF cannot be handed to poppler: %s."),
                    g_strerror (errno));
      return NULL;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, file);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_set_child_setup (launcher, set_limits, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, argv, error);
  if (process == NULL)
    return NULL;
  output = read_all (g_subprocess_get_stdout_pipe (process), limit);
  if (output == NULL)
    g_subprocess_force_exit (process);
  if (!g_subprocess_wait (process, NULL, NULL) || output == NULL
      || !g_subprocess_get_successful (process))
    {
      refuse (error);
      return NULL;
    }
  return g_steal_pointer (&output);
}

static char *
run_for_text (const char *const *argv, GBytes *pdf, GError **error)
{
  g_autoptr (GBytes) output = run (argv, pdf, NB_LIMIT_FILE, error);
  gsize size;
  const char *data;

  if (output == NULL)
    return NULL;
  data = g_bytes_get_data (output, &size);
  return size > 0 ? g_utf8_make_valid (data, (gssize) size) : g_strdup ("");
}

/* What stands behind "name:" on a line of its own, or NULL; the first one counts. */
static char *
dup_fact (const char *text, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gsize length = strlen (name);

  for (char **line = lines; *line != NULL; line++)
    if (strncmp (*line, name, length) == 0 && (*line)[length] == ':')
      return g_strstrip (g_strdup (*line + length + 1));
  return NULL;
}

gboolean
nb_pdf_reader_read_fonts (GBytes *pdf, char **fonts, GError **error)
{
  const char *const argv[] = { PDFINFO, "-custom", "/dev/stdin", NULL };
  const char *const standard[] = { PDFINFO, "/dev/stdin", NULL };
  g_autofree char *facts = run_for_text (standard, pdf, error);
  g_autofree char *custom = facts != NULL ? run_for_text (argv, pdf, error) : NULL;
  g_autofree char *encrypted = NULL;

  if (custom == NULL)
    return FALSE;
  encrypted = dup_fact (facts, "Encrypted");
  if (g_strcmp0 (encrypted, "no") != 0)
    {
      nb_error_set (error, NB_ERROR_REFUSED, nowhere,
                    _ ("The PDF is encrypted. A PDF of Nianbao is not: ask for the original one."));
      return FALSE;
    }
  *fonts = dup_fact (custom, "NianbaoFonts");
  return TRUE;
}

GBytes *
nb_pdf_reader_read_attachment (GBytes *pdf, GError **error)
{
  const char *const list[] = { PDFDETACH, "-list", "/dev/stdin", NULL };
  const char *const save[] = { PDFDETACH, "-save", "1", "-o", "/dev/stdout", "/dev/stdin", NULL };
  g_autofree char *names = run_for_text (list, pdf, error);

  if (names == NULL)
    return NULL;
  if (g_str_has_prefix (names, "1 embedded files\n"))
    return run (save, pdf, NB_LIMIT_FILE, error);
  if (g_str_has_prefix (names, "0 embedded files\n"))
    nb_error_set (error, NB_ERROR_REFUSED, nowhere,
                  _ ("The PDF has no report inside: it is no filing copy of Nianbao, or another "
                     "program saved it anew."));
  else
    nb_error_set (error, NB_ERROR_REFUSED, nowhere,
                  _ ("The PDF has several files inside, so that it is not clear which one its "
                     "pages show."));
  return NULL;
}

static char *
drop_space (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (kept, g_utf8_get_char (text));
  return g_string_free (kept, FALSE);
}

GPtrArray *
nb_pdf_reader_read_texts (GBytes *pdf, GError **error)
{
  /* As they were written: the order in which one would read them is poppler's guess from the fonts. */
  const char *const argv[] = { PDFTOTEXT,    "-raw", "-l", G_STRINGIFY (NB_LIMIT_PDF_PAGES),
                               "/dev/stdin", "-",    NULL };
  g_autofree char *text = run_for_text (argv, pdf, error);
  g_auto (GStrv) pages = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (text == NULL)
    return NULL;
  /* A form feed ends each page; that, and no number that the PDF gives, says how many there are. */
  pages = g_strsplit (text, "\f", -1);
  for (guint i = 0; pages[i] != NULL && pages[i + 1] != NULL; i++)
    g_ptr_array_add (texts, drop_space (pages[i]));
  if (texts->len >= NB_LIMIT_PDF_PAGES)
    {
      nb_error_set (error, NB_ERROR_REFUSED, nowhere,
                    _ ("The PDF has %u pages or more. It cannot be a report."), NB_LIMIT_PDF_PAGES);
      return NULL;
    }
  return g_steal_pointer (&texts);
}

GBytes *
nb_pdf_reader_read_picture (GBytes *pdf, guint page, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *const argv[] = { PDFTOPPM, "-gray", "-r",   RESOLUTION,   "-f",
                               number,   "-l",    number, "/dev/stdin", NULL };

  return run (argv, pdf, NB_LIMIT_FILE, error);
}
