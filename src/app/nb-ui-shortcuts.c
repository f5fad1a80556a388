/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-shortcuts.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *group; /* English msgid; the groups stand together */
  const char *action;
  const char *accelerators; /* separated by spaces */
  const char *title;        /* English msgid */
  guint numbers;  /* not 0: the action takes a number from 1 up to this, and the key ends in it */
  gboolean local; /* the window that has the action binds the key itself */
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("Editing"), "win.undo", "<Control>z", N_ ("Undo") },
  { N_ ("Editing"), "win.redo", "<Control><Shift>z <Control>y", N_ ("Redo") },
  { N_ ("In a field"), "win.sentences", "<Alt>Down", N_ ("List the sentences for the field") },
  { N_ ("In a field"), "win.take-over", "<Control>t", N_ ("Take over last year’s value") },
  { N_ ("In a field"), "win.copy-field", "<Control><Shift>c",
    N_ ("Copy the field for the portal") },
  { N_ ("In a field"), "win.page", "<Control>e", N_ ("Write on a page of its own, and back") },
  { N_ ("In a field"), "win.show-finding", "F7", N_ ("Show the finding at the cursor") },
  { N_ ("In a field"), "win.explain", "<Shift>F1", N_ ("Show on whose authority the help stands") },
  { N_ ("On a page"), "win.find", "<Control>f", N_ ("Find words") },
  { N_ ("On a page"), "win.replace", "<Control>h", N_ ("Find and replace words") },
  { N_ ("On a page"), "win.find-next", "<Control>g", N_ ("Go to the next of the words") },
  { N_ ("On a page"), "win.find-previous", "<Control><Shift>g", N_ ("Go to the words before") },
  { N_ ("On a page"), "win.compare-text", "<Control>d", N_ ("Compare with last year’s text") },
  { N_ ("On a page"), "win.figures", "<Control>l", N_ ("List the numbers to be proved") },
  { N_ ("On a page"), "win.restore-paragraphs", "<Control><Shift>r",
    N_ ("Begin a paragraph at each heading") },
  { N_ ("On a page"), "win.renumber", "<Control><Shift>n", N_ ("Renumber the run at the cursor") },
  { N_ ("On a page"), "win.move-up", "<Alt><Shift>Up", N_ ("Move the section up") },
  { N_ ("On a page"), "win.move-down", "<Alt><Shift>Down", N_ ("Move the section down") },
  { N_ ("On a page"), "win.larger-text", "<Alt>plus <Alt>equal", N_ ("Larger text") },
  { N_ ("On a page"), "win.smaller-text", "<Alt>minus", N_ ("Smaller text") },
  { N_ ("On a page"), "win.normal-text", "<Alt>0", N_ ("Text of normal size") },
  { N_ ("On a page"), "win.undisturbed", "F11", N_ ("Only the text on the screen, and back") },
  { N_ ("Checking"), "win.check", "F5", N_ ("Check everything") },
  { N_ ("Checking"), "win.filing", "<Shift>F5", N_ ("Show the checklist before filing") },
  { N_ ("Checking"), "win.next-finding", "F8", N_ ("Go to the next finding") },
  { N_ ("Checking"), "win.previous-finding", "<Shift>F8", N_ ("Go to the finding before") },
  { N_ ("Checking"), "win.switch-pane", "F6", N_ ("Move between form and findings") },
  { N_ ("Moving"), "win.section", "<Control>", N_ ("Go to a section by its number"), 9 },
  { N_ ("Moving"), "win.toggle-sections", "F9", N_ ("Show or hide the sections") },
  { N_ ("Moving"), "win.toggle-findings", "<Control>F9", N_ ("Show or hide the findings") },
  { N_ ("Paper"), "win.toggle-paper", "<Shift>F9", N_ ("Show or hide the paper") },
  { N_ ("Paper"), "win.zoom-in", "<Control>plus <Control>equal <Control>KP_Add",
    N_ ("Show the paper larger") },
  { N_ ("Paper"), "win.zoom-out", "<Control>minus <Control>KP_Subtract",
    N_ ("Show the paper smaller") },
  { N_ ("Paper"), "win.zoom-fit", "<Control>0 <Control>KP_0",
    N_ ("Show the paper as wide as there is room") },
  { N_ ("Files"), "win.new", "<Control>n", N_ ("Begin a new report") },
  { N_ ("Files"), "win.open", "<Control>o", N_ ("Open a report") },
  { N_ ("Files"), "win.save", "<Control>s", N_ ("Save the report") },
  { N_ ("Files"), "win.save-as", "<Control><Shift>s", N_ ("Save under another name") },
  { N_ ("Files"), "win.print", "<Control>p", N_ ("Print") },
  { N_ ("Files"), "win.export-pdf", "<Control><Shift>p", N_ ("Make a PDF") },
  { N_ ("Help"), "app.help", "F1", N_ ("Show the help for this place") },
  { N_ ("Help"), "help.back", "<Alt>Left", N_ ("Go back to the page before"), .local = TRUE },
  { N_ ("Help"), "help.forward", "<Alt>Right", N_ ("Go forward again"), .local = TRUE },
  { N_ ("Help"), "help.search", "<Control>f", N_ ("Search in the help"), .local = TRUE },
  { N_ ("Handing in"), "win.sign", "<Control><Alt>s", N_ ("Sign the report") },
  { N_ ("Handing in"), "win.signatures", "<Control><Alt>i", N_ ("Show who signed") },
  { N_ ("Handing in"), "win.verify", "<Control><Alt>v", N_ ("Verify a file") },
  { N_ ("Handing in"), "win.compare-paper", "<Control><Alt>h",
    N_ ("Ask whether the paper has changed") },
  { N_ ("Handing in"), "win.portal", "<Control><Alt>c", N_ ("Copy for the portal") },
  { N_ ("General"), "app.preferences", "<Control>comma", N_ ("Preferences") },
  { N_ ("General"), "app.shortcuts", "<Control>question", N_ ("Show the keyboard shortcuts") },
  { N_ ("General"), "window.close", "<Control>w", N_ ("Close the window") },
  { N_ ("General"), "app.quit", "<Control>q", N_ ("Quit") },
};

static void
install_numbers (GtkApplication *application, const Shortcut *shortcut)
{
  for (guint i = 1; i <= shortcut->numbers; i++)
    {
      g_autofree char *action = g_strdup_printf ("%s(uint32 %u)", shortcut->action, i);
      g_autofree char *accelerator = g_strdup_printf ("%s%u", shortcut->accelerators, i);
      const char *const accelerators[] = { accelerator, NULL };

      gtk_application_set_accels_for_action (application, action, accelerators);
    }
}

void
nb_ui_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) accelerators = g_strsplit (shortcuts[i].accelerators, " ", -1);

      if (shortcuts[i].local)
        continue;
      if (shortcuts[i].numbers > 0)
        install_numbers (application, &shortcuts[i]);
      else
        gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                               (const char *const *) accelerators);
    }
}

/* As a GtkShortcutLabel reads them. */
static char *
dup_keys (const Shortcut *shortcut)
{
  if (shortcut->numbers > 0)
    return g_strdup_printf ("%s1...%u", shortcut->accelerators, shortcut->numbers);
  return g_strdup (shortcut->accelerators);
}

char *
nb_ui_shortcuts_dup_key (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_str_equal (shortcuts[i].action, action))
      {
        const Shortcut *shortcut = &shortcuts[i];
        g_auto (GStrv) keys = g_strsplit (shortcut->accelerators, " ", 2);
        g_autofree char *first = g_strconcat (keys[0], shortcut->numbers > 0 ? "1" : NULL, NULL);
        g_autofree char *label = NULL;
        guint key;
        GdkModifierType modifiers;

        gtk_accelerator_parse (first, &key, &modifiers);
        label = gtk_accelerator_get_label (key, modifiers);
        if (shortcut->numbers > 0)
          return g_strdup_printf ("%s…%u", label, shortcut->numbers);
        return g_steal_pointer (&label);
      }
  return NULL;
}

void
nb_ui_shortcuts_visit (NbUiShortcutVisit visit, void *data)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_autofree char *keys = dup_keys (&shortcuts[i]);

      visit (_ (shortcuts[i].group), _ (shortcuts[i].title), keys, data);
    }
}
