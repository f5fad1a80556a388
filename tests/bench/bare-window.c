/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The least that a GTK program can be: one empty window. What our first frame is compared with. */

#include <gtk/gtk.h>

static void
show (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 760);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("io.github.nianbao.BareWindow", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (show), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
