/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-signed.h"

#define CODE "1261032612345678XJ"
#define DAY  (24 * 3600)

static GBytes *
sign_as (NbJob *job, GBytes *bytes, const char *name, NbRole role, const char *payload)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbIdentity) identity = nb_identity_create (name, NB_KEY_ECDSA, now - DAY, &error);
  GBytes *signed_bytes;

  g_assert_no_error (error);
  signed_bytes = nb_job_sign (job, bytes, identity, role, payload, now, &error);
  g_assert_no_error (error);
  return signed_bytes;
}

GBytes *
app_sign (AppFixture *fixture, const char *registration)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) once = NULL;

  nb_report_set_text (app_get_report (fixture), "credit-code", CODE, NULL);
  data = nb_report_freeze (app_get_report (fixture));
  bytes = nb_job_write (job, data, &error);
  g_assert_no_error (error);
  once = sign_as (job, bytes, APP_SIGNER, NB_ROLE_LEGAL_REPRESENTATIVE, NULL);
  if (registration == NULL)
    return g_steal_pointer (&once);
  return sign_as (job, once, "某人", NB_ROLE_REGISTRY, registration);
}

char *
app_write (AppFixture *fixture, const char *name, GBytes *bytes)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  nb_job_write_file (path, bytes, NB_WRITE_REPLACE, &error);
  g_assert_no_error (error);
  return path;
}

char *
app_print_form (AppFixture *fixture, GBytes *bytes)
{
  g_autoptr (NbReportData) data = nb_report_freeze (app_get_report (fixture));
  g_autoptr (NbPainter) painter = nb_painter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf =
      nb_job_print (nb_ui_application_get_job (fixture->application), painter, data,
                    (NbPrinting){ NB_COPY_FILING, FALSE }, bytes, NULL, &error);

  g_assert_no_error (error);
  return app_write (fixture, "form.pdf", pdf);
}
