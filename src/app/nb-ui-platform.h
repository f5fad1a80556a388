/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What differs between the versions of GTK that we run on (4.8 and later), and nothing else. */

/* Initializes GTK, while no other thread reads the environment:
 *
 * - Without its own style sheet, which libadwaita replaces at once by another one.
 * - Without GL where no graphics processor is: the processor itself draws faster without it, and it takes tens of
 *   milliseconds and megabytes to find that out. */
void nb_ui_platform_init (void);

/* @path: the file that was chosen (borrowed), NULL for none. */
typedef void (*NbUiFileChosen) (const char *path, void *user_data);

/* What files are asked for; others can be chosen too. */
typedef enum
{
  NB_UI_FILES_REPORT,    /* reports */
  NB_UI_FILES_TABLE,     /* published tables */
  NB_UI_FILES_LAST_YEAR, /* either of them */
  NB_UI_FILES_PDF,       /* printed forms */
  NB_UI_FILES_KEY,       /* keys with their certificates, PKCS#12 */
  NB_UI_FILES_SIGNED,    /* reports, and PDFs of reports */
  NB_UI_FILES_TEXT,      /* plain text */
  NB_UI_FILES_PAPER,     /* scans and pictures of papers */
} NbUiFiles;

/* Ask for a file to open, or for one to save to. @parent keeps the dialog; if it goes, so does the
 * dialog, and @chosen is not called. */
void nb_ui_platform_choose_open (
    GtkWindow *parent, const char *title, NbUiFiles files, NbUiFileChosen chosen, void *user_data);
void nb_ui_platform_choose_save (GtkWindow *parent,
                                 const char *title,
                                 const char *name,
                                 NbUiFiles files,
                                 NbUiFileChosen chosen,
                                 void *user_data);
/* @paths: the files that were chosen, NULL-ended (borrowed), NULL for none. */
typedef void (*NbUiFilesChosen) (const char *const *paths, void *user_data);
/* The same for several files to open. */
void nb_ui_platform_choose_many (
    GtkWindow *parent, const char *title, NbUiFiles files, NbUiFilesChosen chosen, void *user_data);
/* The same for a folder. */
void nb_ui_platform_choose_folder (GtkWindow *parent,
                                   const char *title,
                                   NbUiFileChosen chosen,
                                   void *user_data);

/* Lets the title of @group go on in a further line; libadwaita 1.2 shortens it. */
void nb_ui_platform_wrap_title (AdwPreferencesGroup *group);

/* Lets a click on @row go to @widget, which keeps its own accessible description; newer versions would let the
 * subtitle describe it, and then tell nothing of that. */
void nb_ui_platform_set_activatable_widget (AdwActionRow *row, GtkWidget *widget);

/* Says that @message stands for what is wrong with @faulty; NULL: nothing is wrong. */
void nb_ui_platform_set_error_message (GtkAccessible *faulty, GtkAccessible *message);

G_END_DECLS
