/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-platform.h"

#include <glib/gi18n-lib.h>

static gboolean
has_graphics_processor (void)
{
  static const char *const others[] = { "/dev/nvidiactl", "/dev/dxg" };
  g_autoptr (GDir) devices = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (devices != NULL && (name = g_dir_read_name (devices)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_file_test (others[i], G_FILE_TEST_EXISTS))
      return TRUE;
  return FALSE;
}

/* What the user chose stays. Returns whether @name must be taken back. */
static gboolean
set_unless_chosen (const char *name, const char *value)
{
  const char *chosen = g_getenv (name);

  if (chosen != NULL && *chosen != '\0')
    return FALSE;
  g_setenv (name, value, TRUE);
  return TRUE;
}

void
nb_ui_platform_init (void)
{
  static const char theme[] = "GTK_THEME";
  gboolean newer = gtk_check_version (4, 16, 0) == NULL;
  const char *features = newer ? "GDK_DISABLE" : "GDK_DEBUG";
  gboolean empty_theme = set_unless_chosen (theme, "Adwaita-empty");
  gboolean no_gl = !has_graphics_processor ()
                   && set_unless_chosen (features, newer ? "gl,vulkan" : "gl-disable");

  gtk_init ();
  gtk_settings_get_default ();
  /* Programs that we start must not find them. */
  if (empty_theme)
    g_unsetenv (theme);
  if (no_gl)
    g_unsetenv (features);
}

typedef struct
{
  GtkWindow *parent; /* weak */
  NbUiFileChosen chosen;
  NbUiFilesChosen chosen_many; /* or this */
  void *user_data;
} Choice;

static Choice *
choice_new (GtkWindow *parent, NbUiFileChosen chosen, void *user_data)
{
  Choice *choice = g_new0 (Choice, 1);

  g_set_weak_pointer (&choice->parent, parent);
  choice->chosen = chosen;
  choice->user_data = user_data;
  return choice;
}

static Choice *
choice_new_many (GtkWindow *parent, NbUiFilesChosen chosen, void *user_data)
{
  Choice *choice = choice_new (parent, NULL, user_data);

  choice->chosen_many = chosen;
  return choice;
}

static void
choice_free (Choice *choice)
{
  g_clear_weak_pointer (&choice->parent);
  g_free (choice);
}

static void
add_filter (GListStore *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (filters, filter);
}

/* What is asked for first, then everything else. */
static GListStore *
list_filters (NbUiFiles files)
{
  static const struct
  {
    const char *name;
    const char *suffixes[9];
  } filters[] = {
    [NB_UI_FILES_REPORT] = { N_ ("Report files"), { "xml" } },
    [NB_UI_FILES_TABLE] = { N_ ("Published tables"),
                            { "txt", "html", "htm", "csv", "tsv", "docx", "xlsx" } },
    [NB_UI_FILES_LAST_YEAR] = { N_ ("Report files and published tables"),
                                { "xml", "txt", "html", "htm", "csv", "tsv", "docx", "xlsx" } },
    [NB_UI_FILES_KEY] = { N_ ("Key files"), { "p12", "pfx" } },
    [NB_UI_FILES_SIGNED] = { N_ ("Report files and printed forms"), { "xml", "pdf" } },
    [NB_UI_FILES_PDF] = { N_ ("PDF"), { "pdf" } },
    [NB_UI_FILES_TEXT] = { N_ ("Text files"), { "txt" } },
    [NB_UI_FILES_PAPER] = { N_ ("PDF and pictures"),
                            { "pdf", "jpg", "jpeg", "png", "tif", "tiff", "bmp" } },
  };
  GListStore *list = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add_filter (list, _ (filters[files].name), filters[files].suffixes);
  add_filter (list, _ ("All files"), NULL);
  return list;
}

static void
tell (Choice *choice, GFile *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (choice->parent != NULL)
    choice->chosen (path, choice->user_data);
}

static void
tell_many (Choice *choice, GListModel *files)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (paths, g_file_peek_path (file));
    }
  all = g_strv_builder_end (paths);
  if (choice->parent != NULL)
    choice->chosen_many (*all != NULL ? (const char *const *) all : NULL, choice->user_data);
}

#if GTK_CHECK_VERSION(4, 10, 0)

/* We ask the compiler for 4.8 only; here newer functions are wanted. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static GtkFileDialog *
file_dialog_new (const char *title, NbUiFiles files)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = list_filters (files);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

static void
note_opened (GObject *dialog, GAsyncResult *result, void *data)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  tell (data, file);
  choice_free (data);
}

static void
note_saved (GObject *dialog, GAsyncResult *result, void *data)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  tell (data, file);
  choice_free (data);
}

void
nb_ui_platform_choose_open (
    GtkWindow *parent, const char *title, NbUiFiles files, NbUiFileChosen chosen, void *user_data)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (title, files);

  gtk_file_dialog_open (dialog, parent, NULL, note_opened, choice_new (parent, chosen, user_data));
}

static void
note_opened_many (GObject *dialog, GAsyncResult *result, void *data)
{
  g_autoptr (GListModel) files =
      gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  tell_many (data, files);
  choice_free (data);
}

void
nb_ui_platform_choose_many (
    GtkWindow *parent, const char *title, NbUiFiles files, NbUiFilesChosen chosen, void *user_data)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (title, files);

  gtk_file_dialog_open_multiple (dialog, parent, NULL, note_opened_many,
                                 choice_new_many (parent, chosen, user_data));
}

void
nb_ui_platform_choose_save (GtkWindow *parent,
                            const char *title,
                            const char *name,
                            NbUiFiles files,
                            NbUiFileChosen chosen,
                            void *user_data)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (title, files);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, note_saved, choice_new (parent, chosen, user_data));
}

static void
note_folder (GObject *dialog, GAsyncResult *result, void *data)
{
  g_autoptr (GFile) file =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  tell (data, file);
  choice_free (data);
}

void
nb_ui_platform_choose_folder (GtkWindow *parent,
                              const char *title,
                              NbUiFileChosen chosen,
                              void *user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_select_folder (dialog, parent, NULL, note_folder,
                                 choice_new (parent, chosen, user_data));
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

/* The window's data under which its file dialog lives, so that both go together. */
#define DIALOG_KEY "nb-ui-file-dialog"

static void
free_closure (void *data, GClosure *closure)
{
  choice_free (data);
}

static void
note_response (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autoptr (GtkNativeDialog) kept = g_object_ref (dialog);
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GFile) first = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  if (choice->parent != NULL)
    g_object_set_data (G_OBJECT (choice->parent), DIALOG_KEY, NULL);
  if (choice->chosen_many != NULL)
    {
      tell_many (choice, files);
      return;
    }
  if (files != NULL)
    first = g_list_model_get_item (files, 0);
  tell (choice, first);
}

static void
choose (GtkWindow *parent,
        GtkFileChooserAction action,
        const char *title,
        NbUiFiles files,
        const char *name,
        Choice *choice)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  g_autoptr (GListStore) filters = list_filters (files);

  for (guint i = 0; action != GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                    && i < g_list_model_get_n_items (G_LIST_MODEL (filters));
       i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (G_LIST_MODEL (filters), i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
    }
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_object_set_data_full (G_OBJECT (parent), DIALOG_KEY, native, g_object_unref);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), choice->chosen_many != NULL);
  g_signal_connect_data (native, "response", G_CALLBACK (note_response), choice, free_closure, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
nb_ui_platform_choose_open (
    GtkWindow *parent, const char *title, NbUiFiles files, NbUiFileChosen chosen, void *user_data)
{
  choose (parent, GTK_FILE_CHOOSER_ACTION_OPEN, title, files, NULL,
          choice_new (parent, chosen, user_data));
}

void
nb_ui_platform_choose_many (
    GtkWindow *parent, const char *title, NbUiFiles files, NbUiFilesChosen chosen, void *user_data)
{
  choose (parent, GTK_FILE_CHOOSER_ACTION_OPEN, title, files, NULL,
          choice_new_many (parent, chosen, user_data));
}

void
nb_ui_platform_choose_save (GtkWindow *parent,
                            const char *title,
                            const char *name,
                            NbUiFiles files,
                            NbUiFileChosen chosen,
                            void *user_data)
{
  choose (parent, GTK_FILE_CHOOSER_ACTION_SAVE, title, files, name,
          choice_new (parent, chosen, user_data));
}

void
nb_ui_platform_choose_folder (GtkWindow *parent,
                              const char *title,
                              NbUiFileChosen chosen,
                              void *user_data)
{
  choose (parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, title, NB_UI_FILES_REPORT, NULL,
          choice_new (parent, chosen, user_data));
}

#endif

void
nb_ui_platform_set_error_message (GtkAccessible *faulty, GtkAccessible *message)
{
  if (message == NULL)
    gtk_accessible_reset_relation (faulty, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
  /* One object before 4.16, a list that NULL ends since. */
  else if (gtk_check_version (4, 16, 0) == NULL)
    gtk_accessible_update_relation (faulty, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, message, NULL,
                                    -1);
  else
    gtk_accessible_update_relation (faulty, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, message, -1);
}

void
nb_ui_platform_set_activatable_widget (AdwActionRow *row, GtkWidget *widget)
{
  adw_action_row_set_activatable_widget (row, widget);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

/* The title is the first label of a group. */
static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *found = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

void
nb_ui_platform_wrap_title (AdwPreferencesGroup *group)
{
  GtkLabel *title = find_label (GTK_WIDGET (group));

  gtk_label_set_ellipsize (title, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (title, TRUE);
  gtk_label_set_wrap_mode (title, PANGO_WRAP_WORD_CHAR);
}
