/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-checker.h"
#include "nb-painter.h"
#include "nb-report.h"
#include "nb-roll-forward.h"
#include "nb-sign.h"

G_BEGIN_DECLS

/* The verbs that both twins share. Only here are files touched by name. An NbJob is made once per
 * process, does not change afterwards and is safe to share between threads. */
typedef struct _NbJob NbJob;

/* Initialises the libraries and loads the editions, registries and the schema that are built in;
 * @data_dir (or NULL) adds a folder laid out like data/ (forms/, registries/). NB_ERROR_DEFINITION,
 * NB_ERROR_READ. Call from the main thread. */
NbJob *nb_job_new (const char *data_dir, GError **error);
void nb_job_free (NbJob *job);
NbCatalog *nb_job_get_catalog (NbJob *job); /* borrowed */

/* @path "-" is standard input or output. Reading stops at NB_LIMIT_FILE (NB_ERROR_REFUSED); a file
 * that cannot be read is NB_ERROR_READ. Writing replaces the file atomically and durably, with
 * @private readable by its owner only; with @exclusive a file that exists is NB_ERROR_ARGUMENT; else
 * NB_ERROR_WRITE. */
GBytes *nb_job_read_file (const char *path, GError **error);
typedef enum
{
  NB_WRITE_REPLACE = 0,
  NB_WRITE_EXCLUSIVE = 1 << 0,
  NB_WRITE_PRIVATE = 1 << 1,
} NbWriteFlags;
gboolean nb_job_write_file (const char *path, GBytes *bytes, NbWriteFlags flags, GError **error);
/* Writes under @path, or where a file has that name, under the first free one with a number before the suffix. The
 * name, free with g_free(). NB_ERROR_WRITE. */
char *nb_job_write_beside (const char *path, GBytes *bytes, GError **error);

/* A paper that goes with a report but stays where it is: what is noted of its file. */
typedef struct
{
  char *name; /* of the file alone, UTF-8 */
  gint64 size;
  char *sha256; /* hex */
} NbPaperFile;
/* The file is read to its end, however large it is, but never held. NB_ERROR_READ, also for what is no file;
 * NB_ERROR_ARGUMENT for a name that is not UTF-8. */
NbPaperFile *nb_job_read_paper (const char *path, GError **error);
void nb_paper_file_free (NbPaperFile *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPaperFile, nb_paper_file_free)

/* Whether @bytes are to be read as a report file rather than as a published table. */
gboolean nb_job_is_report_file (GBytes *bytes);
/* The passphrase in the file @path, UTF-8; one line end at its end is no part of it. NB_ERROR_KEY, also where
 * it is empty. Forbids core files first. Free with nb_job_free_secret(), which wipes it. */
char *nb_job_read_secret (const char *path, GError **error);
void nb_job_free_secret (char *secret);
/* A passphrase that was typed, copied once for the thread that needs it. NB_ERROR_KEY where it is empty or
 * too long. Free with nb_job_free_secret(), which wipes it. */
char *nb_job_dup_secret (const char *typed, GError **error);
/* From now on a crash of this process leaves no core file with keys in it. Call before a passphrase is typed;
 * nb_job_read_secret() does by itself. */
void nb_job_forbid_core (void);

/* A report file (our XML) from bytes or by name. @bytes and @is_signed (both optional) receive what
 * was read and whether it has signatures. */
NbReportData *nb_job_load (NbJob *job, GBytes *bytes, gboolean *is_signed, GError **error);
NbReportData *
nb_job_open (NbJob *job, const char *path, GBytes **bytes, gboolean *is_signed, GError **error);
/* A published table in any of the forms that nb_table_import() reads, told apart by what is in them: what was copied
 * from a page or a word processor (the clipboard's HTML) too. @registry NULL: national, unknown: NB_ERROR_ARGUMENT; @year 0: from the text. */
NbReportData *
nb_job_import (NbJob *job, GBytes *table, const char *registry, int year, GError **error);
/* The same from the file @path into a report file in @folder, under a name of its own; nothing there is replaced.
 * Its path, free with g_free(). */
char *nb_job_import_into (
    NbJob *job, const char *path, const char *registry, const char *folder, GError **error);
/* A copy in which each long text that is one block has a paragraph begun at each 一、 and （一）; its published table
 * stays the same. */
NbReportData *nb_job_restore_paragraphs (const NbReportData *data);
/* Either of the two, told apart by what is in it: last year's report, or what is dropped on the window. */
NbReportData *nb_job_open_any (NbJob *job, const char *path, gboolean *is_signed, GError **error);
/* The report file as bytes; NB_ERROR_INVALID for what the reader would refuse. */
GBytes *nb_job_write (NbJob *job, const NbReportData *data, GError **error);
gboolean nb_job_save (NbJob *job, const NbReportData *data, const char *path, GError **error);
/* A name for the file of @data: institution, year, what it is, and its revision beyond the first, as far as they
 * are known, without what file systems refuse. Free with g_free(). */
char *nb_job_dup_file_name (const NbReportData *data);

/* An empty report, or one rolled forward from @previous (or NULL) with the facts of the certificate
 * @facts (or NULL) and, of what nb_report_data_list_offers() lists, the fields in @wanted (NULL-ended, or
 * NULL for none). @registry NULL: that of @previous, else national; unknown: NB_ERROR_ARGUMENT.
 * @year 0: the year after @previous, else none. */
NbReportData *nb_job_begin (NbJob *job,
                            const NbReportData *previous,
                            const NbFacts *facts,
                            const char *const *wanted,
                            const char *registry,
                            int year,
                            GError **error);

/* A certificate file: the registered facts of one institution. */
NbFacts *nb_job_open_certificate (NbJob *job, const char *path, GError **error);
gboolean
nb_job_save_certificate (NbJob *job, const NbFacts *facts, const char *path, GError **error);

/* Certificates that are kept in @folder, one file an institution: under its credit code where that is
 * known and correct, else under its name. */
typedef struct
{
  char *path;
  NbFacts *facts; /* NULL where the file cannot be read: @error says why */
  GError *error;
} NbKeptFacts;
/* Array of NbKeptFacts in the order of their paths, empty where there is no such folder; free with
 * g_ptr_array_unref(). */
GPtrArray *nb_job_list_certificates (NbJob *job, const char *folder);
/* The one of the institution of @data, by credit code, else by name; NULL where none is kept. */
NbFacts *nb_job_lookup_certificate (NbJob *job, const char *folder, const NbReportData *data);
/* Makes @folder where it is missing and replaces what was kept of the same institution.
 * NB_ERROR_ARGUMENT where neither code nor name are there, NB_ERROR_INVALID where a fact cannot be
 * read, NB_ERROR_WRITE. */
gboolean
nb_job_keep_certificate (NbJob *job, const char *folder, const NbFacts *facts, GError **error);
/* Removes the kept file @path. NB_ERROR_WRITE. */
gboolean nb_job_forget_certificate (const char *path, GError **error);

/* Keeps @previous in @folder as what @data is to be compared with, or finds it again: by institution and
 * year. Without them nothing is kept, and NULL is found. Makes @folder where it is missing.
 * NB_ERROR_WRITE. */
gboolean nb_job_keep_previous (NbJob *job,
                               const char *folder,
                               const NbReportData *data,
                               const NbReportData *previous,
                               GError **error);
NbReportData *nb_job_lookup_previous (NbJob *job, const char *folder, const NbReportData *data);

/* What reports can be given out as. */
typedef enum
{
  NB_EXPORT_TABLE, /* the published table of one report */
  NB_EXPORT_TEXT,  /* the published fields of one report, one a line */
  NB_EXPORT_CSV,
  NB_EXPORT_JSON,
} NbExport;
/* "table", "text", "csv", "json". */
gboolean nb_export_parse (const char *nick, NbExport *out);
/* Free with g_free(). */
char *nb_job_export (const NbReportData *const *reports, guint n_reports, NbExport form);

/* The registry named @id, or with NULL the one of @data; an unknown one is national. */
const NbRegistry *nb_job_get_registry (NbJob *job, const NbReportData *data, const char *id);

/* Signs; NB_ERROR_FINDINGS while errors of stage data stand. Else as nb_sign(). */
GBytes *nb_job_sign (NbJob *job,
                     GBytes *bytes,
                     NbIdentity *identity,
                     NbRole role,
                     const char *payload,
                     gint64 now,
                     GError **error);
/* The payload of the sponsor's and of the registry's signature. NB_ERROR_ARGUMENT. Free with g_free(). */
char *nb_job_format_opinion (const char *sentence, const char *person, NbDate date, GError **error);
char *
nb_job_format_registration (const char *remark, gboolean accepted, NbDate date, GError **error);
/* The sentence that the registry of @data has sponsors write, "" where it prescribes none. Free with g_free(). */
char *nb_job_dup_opinion_sentence (NbJob *job, const NbReportData *data);
NbVerdict *nb_job_verify (NbJob *job, GBytes *bytes, NbTrust *trust, gint64 now, GError **error);
/* Fills in what the signatures in @bytes say (signed_by, signature_broken), for the filing checklist; whom
 * the signers are trusted by is not asked. Bytes that are no package leave @context alone. */
void nb_job_fill_signatures (NbJob *job, GBytes *bytes, gint64 now, NbCheckContext *context);
/* The same from what was found before. */
void nb_job_fill_verdict (const NbVerdict *verdict, NbCheckContext *context);
/* Adds the certificate file @path, or every file in the folder @path, to @trust; @crl: revocation lists. */
gboolean nb_job_add_trust (NbTrust *trust, const char *path, gboolean crl, GError **error);
/* The same for the folder of whoever sits here: files ending in .crl are revocation lists, all others
 * certificates. Never fails: a folder that is not there holds none, and @problem (optional) names the first file
 * that cannot be heeded, or becomes NULL; free it with g_free(). */
NbTrust *nb_job_load_trust (const char *folder, char **problem);
/* Puts @certificate (DER or PEM) into that folder under its @fingerprint; makes the folder. NB_ERROR_KEY,
 * NB_ERROR_WRITE. */
gboolean nb_job_keep_trusted (const char *folder,
                              GBytes *certificate,
                              const char *fingerprint,
                              GError **error);
/* Without signatures, opinion and registration, revision + 1: to be edited again. */
NbReportData *nb_job_revise (const NbReportData *data);

/* What is printed of a report. */
typedef struct
{
  NbCopy copy;
  gboolean for_pen; /* the registry's sentences (the sponsor's opinion) are left to the pen */
} NbPrinting;

/* The pages of @data, with their fingerprints. Where errors of stage data stand, 草稿 stands across those
 * of the filing and the publication copy; the review copy lists all findings; the blank copy holds no
 * data. NB_ERROR_ARGUMENT where the edition has no such copy. */
NbPageList *
nb_job_layout (NbJob *job, const NbReportData *data, NbPrinting printing, GError **error);
/* The report digest of its fingerprints (nb-page-code.h), hex. Free with g_free(). */
char *nb_job_digest_fields (const NbReportData *data, GError **error);

/* The date that a PDF of the report bears, so that it comes out the same at any time: the filing date, else
 * 1 January after the report year. */
NbDate nb_job_get_paper_date (const NbReportData *data);
/* The PDF of one report. @painter: the calling thread's. A filing copy carries the report inside: @signed_bytes,
 * the file if it is signed, else (NULL) what would be saved; no other copy does, since only the filing copy may
 * show all fields. @note (optional) receives a sentence about characters that another font draws, or NULL.
 * Errors as nb_job_layout(), and NB_ERROR_GLYPH. */
GBytes *nb_job_print (NbJob *job,
                      NbPainter *painter,
                      const NbReportData *data,
                      NbPrinting printing,
                      GBytes *signed_bytes,
                      char **note,
                      GError **error);

/* What a code from a page's foot says of the page. An aid, not a proof. */
typedef enum
{
  NB_CODE_THIS_VERSION, /* the page is one of this version of the report */
  NB_CODE_MISREAD, /* all but one character, or two that changed places, are those of such a page */
  NB_CODE_OTHER_VERSION, /* seems to be of another version of this report: one foreign code in 32 does */
  NB_CODE_OTHER_REPORT, /* not of this report, or misread */
  NB_CODE_UNREADABLE,   /* no code */
} NbCodeAnswer;
const char *nb_code_answer_get_nick (NbCodeAnswer answer); /* "this-version" … */

typedef struct
{
  char *typed;
  NbCodeAnswer answer;
  NbCopy copy; /* where a page is known: */
  guint page;  /* from 1, 0: none is known */
  guint n_pages;
  char *message; /* in the language of the interface */
} NbCodeVerdict;

typedef struct
{
  GPtrArray *codes; /* of NbCodeVerdict, one for each that was typed */
  GArray
      *missing; /* guint: the pages of the copy that most codes are of for which there was none */
} NbCodesVerdict;
void nb_codes_verdict_free (NbCodesVerdict *verdict);

/* Asks for each of @typed (ended by NULL: codes as they are read aloud, or what the QR code beside them
 * says) whether the page it stands on shows this version of @data. Errors as nb_job_layout(). */
NbCodesVerdict *nb_job_verify_codes (NbJob *job,
                                     const NbReportData *data,
                                     const char *const *typed,
                                     GError **error);

typedef enum
{
  NB_PAGE_SAME,
  NB_PAGE_OTHER_TEXT,    /* shows other text than the data inside */
  NB_PAGE_OTHER_PICTURE, /* the same text, but it looks different */
  NB_PAGE_MISSING,       /* is not in the PDF */
  NB_PAGE_EXTRA,         /* is in the PDF only */
} NbPageState;

/* What was found of a PDF that carries its report. */
typedef struct
{
  NbVerdict *verdict;         /* of the report inside */
  GArray *pages;              /* of NbPageState */
  gboolean pictures_compared; /* no: it was made with other fonts than this computer's */
  char *problem;              /* why the pages could not be made again, or NULL */
  gboolean proven;            /* every page shows the data inside */
} NbPaperVerdict;

/* Whether @bytes begin like a PDF. */
gboolean nb_job_is_pdf (GBytes *bytes);
/* Verifies the report inside a PDF as nb_job_verify(), and makes its pages again to compare them. What the PDF
 * cannot be asked is NB_ERROR_REFUSED: it is damaged, encrypted, beyond a limit, has no report inside or
 * several; NB_ERROR_READ: Nianbao was built without poppler. */
NbPaperVerdict *nb_job_verify_pdf (
    NbJob *job, NbPainter *painter, GBytes *pdf, NbTrust *trust, gint64 now, GError **error);
void nb_paper_verdict_free (NbPaperVerdict *paper);
/* The code at the foot of each page of a PDF, for nb_job_verify_codes(); "" where a page has none. Free with
 * g_strfreev(). Errors as nb_job_verify_pdf(). */
char **nb_job_list_pdf_codes (GBytes *pdf, GError **error);

/* Loads and compares the definitions in @folder: an edition's folder, a folder of registry files, or a
 * folder laid out like data/. */
gboolean nb_job_lint_form (const char *folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbJob, nb_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPaperVerdict, nb_paper_verdict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbCodesVerdict, nb_codes_verdict_free)

G_END_DECLS
