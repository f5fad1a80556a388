/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-autosave.h"
#include "nb-ui-report-view.h"
#include "nb-ui-signed-banner.h"
#include "nb-ui-window.h"
#include "nb-ui-work-bar.h"

G_BEGIN_DECLS

struct _NbUiWindow
{
  AdwApplicationWindow parent_instance;
  NbJob *job;
  NbUiDocument *document;
  NbUiReportView *report_view; /* of the document, or NULL */
  NbUiAutosave *autosave;      /* of the document, as long as there is one */
  GSettings *settings;
  char *opening;          /* the file that is on its way in */
  NbUiWork *opening_work; /* of that file, or NULL */
  gboolean saving;        /* a file is on its way out */
  gboolean close_after_saving;
  NbPrinting exporting; /* what is made a PDF of once a name is chosen */
  gboolean sign_after_saving;
  GStrv importing;       /* the tables for whose reports a folder is chosen, or NULL */
  char *attaching;       /* the kind of paper whose file is chosen, or NULL */
  gboolean looking;      /* whether somebody else changed the file */
  gboolean told_changed; /* that somebody did */

  GtkWidget *header;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *save_button;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  NbUiWorkBar *work;
  NbUiSignedBanner *signed_banner;
  GtkStack *stack;
  AdwBin *form_place;
};

/* Installs open, save, save-as (nb-ui-window-file.c). */
void nb_ui_window_install_file_actions (GtkWidgetClass *widget_class);
/* Installs what is done in the form, and shows the document (nb-ui-window-form.c). */
void nb_ui_window_install_form_actions (GtkWidgetClass *widget_class);
void nb_ui_window_show_report (NbUiWindow *window);
/* Installs what opens last year's report (nb-ui-window-last-year.c). */
void nb_ui_window_install_last_year_actions (GtkWidgetClass *widget_class);
/* Installs reload (nb-ui-window-disk.c). */
void nb_ui_window_install_disk_actions (GtkWidgetClass *widget_class);
/* Installs attach and detach (nb-ui-window-attach.c). */
void nb_ui_window_install_attach_actions (GtkWidgetClass *widget_class);
/* Installs new, import, import-clipboard, open-sample (nb-ui-window-begin.c). */
void nb_ui_window_install_begin_actions (GtkWidgetClass *widget_class);
/* Installs import-many (nb-ui-window-import.c). */
void nb_ui_window_install_import_actions (GtkWidgetClass *widget_class);
/* Makes a report file in @folder of each of the tables @paths (NULL-ended), as work of the window. */
void nb_ui_window_import_many (NbUiWindow *window, const char *const *paths, const char *folder);
/* Installs roll-forward and certificate (nb-ui-window-roll.c). */
void nb_ui_window_install_roll_actions (GtkWidgetClass *widget_class);
/* The year that the reports are about which are filed now. */
int nb_ui_window_get_report_year (void);
/* Files may be dropped on the window. */
void nb_ui_window_take_drops (NbUiWindow *window);
/* Shows @document here, or in a new window where a report is already. */
void nb_ui_window_show_document (NbUiWindow *window, NbUiDocument *document);
/* Says that something could not be done; @path: the file to which a place in @error belongs, or NULL.
 * The dialog is borrowed; further answers may be added to it. */
AdwMessageDialog *nb_ui_window_show_error (NbUiWindow *window,
                                           const char *heading,
                                           const char *path,
                                           const GError *error);
/* Installs what saves and prints the check report (nb-ui-window-check-report.c). */
void nb_ui_window_install_check_report_actions (GtkWidgetClass *widget_class);
/* Installs print and export-pdf (nb-ui-window-print.c). */
void nb_ui_window_install_print_actions (GtkWidgetClass *widget_class);
/* Runs @operation as work of the window; writes the PDF to @path as work of the window. */
void nb_ui_window_run_print (NbUiWindow *window,
                             GtkPrintOperation *operation,
                             GtkPrintOperationAction action);
void nb_ui_window_export_pdf (NbUiWindow *window, NbPrinting printing, const char *path);
/* Installs sign and revise (nb-ui-window-sign.c). */
void nb_ui_window_install_sign_actions (GtkWidgetClass *widget_class);
/* Asks who signs as what. */
void nb_ui_window_sign (NbUiWindow *window);
/* Installs signatures, verify and compare-paper (nb-ui-window-verify.c). */
void nb_ui_window_install_verify_actions (GtkWidgetClass *widget_class);
/* Verifies a report, or a PDF with a report inside, and shows what was found. */
void nb_ui_window_verify_file (NbUiWindow *window, const char *path);
/* What close-request does: TRUE keeps the window open, to ask or to save first. */
gboolean nb_ui_window_keep_open (NbUiWindow *window);
/* The next window is like the one that was seen last, and a report opens where it was left
 * (nb-ui-window-state.c). */
void nb_ui_window_restore_size (NbUiWindow *window);
void nb_ui_window_restore_place (NbUiWindow *window);
void nb_ui_window_restore_panes (NbUiWindow *window);
void nb_ui_window_store_place (NbUiWindow *window);
void nb_ui_window_store_state (NbUiWindow *window);
/* Shows the report, the one on its way in, or the start page. */
void nb_ui_window_show_page (NbUiWindow *window);
/* Title, note and which actions make sense now. */
void nb_ui_window_update (NbUiWindow *window);

G_END_DECLS
