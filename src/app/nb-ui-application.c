/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-application.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-about.h"
#include "nb-ui-help.h"
#include "nb-ui-platform.h"
#include "nb-ui-preferences.h"
#include "nb-ui-shortcuts-window.h"
#include "nb-ui-shortcuts.h"
#include "nb-ui-window.h"

struct _NbUiApplication
{
  AdwApplication parent_instance;
  NbJob *job;
  gboolean recovered; /* what was left was looked for */
};

G_DEFINE_FINAL_TYPE (NbUiApplication, nb_ui_application, ADW_TYPE_APPLICATION)

static void
show_about (GSimpleAction *action, GVariant *parameter, void *data)
{
  gtk_window_present (nb_ui_about_window_new (gtk_application_get_active_window (data)));
}

static void
show_preferences (GSimpleAction *action, GVariant *parameter, void *data)
{
  NbUiApplication *self = data;
  GtkWindow *parent = gtk_application_get_active_window (data);
  NbUiDocument *document =
      NB_UI_IS_WINDOW (parent) ? nb_ui_window_get_document (NB_UI_WINDOW (parent)) : NULL;

  gtk_window_present (nb_ui_preferences_new (parent, nb_job_get_catalog (self->job), document));
}

static void
show_shortcuts (GSimpleAction *action, GVariant *parameter, void *data)
{
  GtkApplication *application = data;

  gtk_window_present (nb_ui_shortcuts_window_new (gtk_application_get_active_window (application)));
}

/* The window with a report that was used last, or NULL: the list begins with it. */
static NbUiWindow *
find_latest (GtkApplication *application)
{
  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (NB_UI_IS_WINDOW (at->data))
      return at->data;
  return NULL;
}

static void
show_help (GSimpleAction *action, GVariant *parameter, void *data)
{
  NbUiApplication *self = data;
  NbUiWindow *latest = find_latest (data);

  nb_ui_help_show (data, self->job, latest != NULL ? nb_ui_window_get_document (latest) : NULL,
                   parameter != NULL
                       ? g_variant_get_string (parameter, NULL)
                       : nb_ui_help_find_page (gtk_application_get_active_window (data)));
}

/* Every window may ask about its changes; the application ends with the last of them. */
static void
quit (GSimpleAction *action, GVariant *parameter, void *data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *at = windows; at != NULL; at = at->next)
    if (NB_UI_IS_WINDOW (at->data))
      gtk_window_close (at->data);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = show_about },
  { .name = "preferences", .activate = show_preferences },
  { .name = "shortcuts", .activate = show_shortcuts },
  { .name = "help", .activate = show_help },
  { .name = "help-page", .activate = show_help, .parameter_type = "s" },
  { .name = "quit", .activate = quit },
};

/* What is built in can always be loaded. */
static void *
make_job (void *data)
{
  g_autoptr (GError) error = NULL;
  NbJob *job = nb_job_new (NULL, &error);

  if (job == NULL)
    g_error ("%s", error->message);
  return job;
}

/* The forms are loaded while GTK reads its style sheets. */
static void
nb_ui_application_startup (GApplication *application)
{
  NbUiApplication *self = NB_UI_APPLICATION (application);
  GThread *thread;

  nb_ui_platform_init ();
  thread = self->job == NULL ? g_thread_new ("forms", make_job, NULL) : NULL;
  G_APPLICATION_CLASS (nb_ui_application_parent_class)->startup (application);

  if (thread != NULL)
    self->job = g_thread_join (thread);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  nb_ui_shortcuts_install (GTK_APPLICATION (self));
  nb_ui_help_follow_windows (GTK_APPLICATION (self));
}

/* The window that shows @path, or an empty one, or a new one. */
static NbUiWindow *
find_window (NbUiApplication *self, const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  NbUiWindow *empty = NULL;

  for (GList *at = windows; at != NULL; at = at->next)
    {
      if (!NB_UI_IS_WINDOW (at->data))
        continue;
      if (path != NULL && g_strcmp0 (nb_ui_window_get_path (at->data), path) == 0)
        return at->data;
      if (nb_ui_window_get_path (at->data) == NULL && nb_ui_window_get_document (at->data) == NULL)
        empty = at->data;
    }
  return empty != NULL ? empty : nb_ui_window_new (GTK_APPLICATION (self), self->job);
}

/* Once, before anything is opened: a report that is asked for and was left is then open already. */
static void
recover (NbUiApplication *self)
{
  g_autoptr (GPtrArray) drafts = NULL;

  if (self->recovered)
    return;
  self->recovered = TRUE;
  drafts = nb_ui_draft_list_left ();
  for (guint i = 0; i < drafts->len; i++)
    {
      NbUiWindow *window = find_window (self, NULL);

      nb_ui_window_recover (window, g_ptr_array_index (drafts, i));
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
nb_ui_application_activate (GApplication *application)
{
  NbUiWindow *window;

  recover (NB_UI_APPLICATION (application));
  window = find_latest (GTK_APPLICATION (application));
  if (window == NULL)
    window = find_window (NB_UI_APPLICATION (application), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
nb_ui_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  recover (NB_UI_APPLICATION (application));
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      NbUiWindow *window;

      if (path == NULL)
        {
          g_autofree char *uri = g_file_get_uri (files[i]);

          g_printerr (_ ("“%s” is not a file on this computer.\n"), uri);
          nb_ui_application_activate (application);
          continue;
        }
      window = find_window (NB_UI_APPLICATION (application), path);
      if (nb_ui_window_get_path (window) == NULL)
        nb_ui_window_open (window, path);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static int
nb_ui_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  NbUiApplication *self = NB_UI_APPLICATION (application);
  g_autofree char *data_dir = NULL;
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("nianbao %s\n", VERSION);
      return 0;
    }
  if (!g_variant_dict_lookup (options, "data-dir", "^ay", &data_dir))
    return -1;
  self->job = nb_job_new (data_dir, &error);
  if (self->job != NULL)
    return -1;
  g_printerr ("%s: %s\n", g_get_prgname (), error->message);
  return 2;
}

static void
nb_ui_application_finalize (GObject *object)
{
  NbUiApplication *self = NB_UI_APPLICATION (object);

  g_clear_pointer (&self->job, nb_job_free);
  G_OBJECT_CLASS (nb_ui_application_parent_class)->finalize (object);
}

static void
nb_ui_application_class_init (NbUiApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nb_ui_application_finalize;
  application_class->startup = nb_ui_application_startup;
  application_class->activate = nb_ui_application_activate;
  application_class->open = nb_ui_application_open;
  application_class->handle_local_options = nb_ui_application_handle_local_options;
}

static void
nb_ui_application_init (NbUiApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Folder with further forms/ and registries/"),
      /* Translators: the argument of an option of the command line. */
      N_ ("FOLDER") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

NbUiApplication *
nb_ui_application_new (GApplicationFlags flags)
{
  return g_object_new (NB_UI_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | flags, "resource-base-path",
                       "/io/github/nianbao/Nianbao", NULL);
}

NbJob *
nb_ui_application_get_job (NbUiApplication *self)
{
  return self->job;
}
