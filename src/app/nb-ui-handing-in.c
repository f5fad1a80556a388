/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-handing-in.h"

#include "nb-remark.h"
#include "nb-ui-portal.h"

struct _NbUiHandingIn
{
  GObject parent_instance;
  NbUiDocument *document; /* whose this is */
  NbHandingIn *kept;
};

G_DEFINE_FINAL_TYPE (NbUiHandingIn, nb_ui_handing_in, G_TYPE_OBJECT)

static guint changed_signal;

static void
nb_ui_handing_in_finalize (GObject *object)
{
  NbUiHandingIn *self = NB_UI_HANDING_IN (object);

  g_clear_pointer (&self->kept, nb_handing_in_free);
  G_OBJECT_CLASS (nb_ui_handing_in_parent_class)->finalize (object);
}

static void
nb_ui_handing_in_class_init (NbUiHandingInClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_ui_handing_in_finalize;
  changed_signal = g_signal_new ("changed", NB_UI_TYPE_HANDING_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
nb_ui_handing_in_init (NbUiHandingIn *self)
{
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "nianbao", "handing-in", NULL);
}

static NbReportData *
freeze (NbUiHandingIn *self)
{
  return nb_report_freeze (nb_ui_document_get_report (self->document));
}

static NbDate
get_day_of (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);
  NbDate day = { 0 };

  if (moment != NULL)
    g_date_time_get_ymd (moment, &day.year, &day.month, &day.day);
  return day;
}

static NbDate
get_today (void)
{
  return get_day_of (g_get_real_time () / G_USEC_PER_SEC);
}

static void
keep (NbUiHandingIn *self)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (NbReportData) data = freeze (self);
  g_autoptr (GError) error = NULL;

  if (!nb_handing_in_save (self->kept, folder, data, &error))
    nb_ui_document_remark (self->document, error->message);
  g_signal_emit (self, changed_signal, 0);
}

/* What an intact file says of the registry's result, NULL for nothing. Borrowed from @data. */
static const NbRegistration *
get_registration (NbUiHandingIn *self, const NbReportData *data)
{
  const NbVerdict *verdict = nb_ui_document_get_verdict (self->document);

  return verdict != NULL && verdict->intact ? nb_report_data_get_registration (data) : NULL;
}

/* A returned file is what the corrected copy will be compared with. */
static void
follow_file (NbUiHandingIn *self)
{
  g_autoptr (NbReportData) data = freeze (self);
  const NbRegistration *registration = get_registration (self, data);

  if (registration == NULL)
    return;
  if (registration->accepted)
    nb_handing_in_set_remark (self->kept, NULL, (NbDate){ 0 }, 0);
  else
    {
      nb_handing_in_set_remark (self->kept, registration->remark, registration->date,
                                nb_report_data_get_revision (data));
      nb_handing_in_set_day (self->kept, NB_STEP_RETURNED, registration->date, NULL);
    }
  keep (self);
}

NbUiHandingIn *
nb_ui_handing_in_new (NbUiDocument *document)
{
  NbUiHandingIn *self = g_object_new (NB_UI_TYPE_HANDING_IN, NULL);
  g_autofree char *folder = dup_folder ();
  g_autoptr (NbReportData) data = NULL;

  self->document = document;
  data = freeze (self);
  self->kept = nb_handing_in_load (folder, data);
  g_signal_connect_object (document, "notify::verdict", G_CALLBACK (follow_file), self,
                           G_CONNECT_SWAPPED);
  follow_file (self);
  return self;
}

/* The day that the signer whom a report needs first claims, else the first of all. */
static NbDate
get_signed_day (NbUiHandingIn *self)
{
  const NbVerdict *verdict = nb_ui_document_get_verdict (self->document);
  const NbSignatureVerdict *first = NULL;

  for (guint i = 0; verdict != NULL && i < verdict->signatures->len; i++)
    {
      const NbSignatureVerdict *signature = g_ptr_array_index (verdict->signatures, i);

      if (signature->intact && (first == NULL || signature->role < first->role))
        first = signature;
    }
  return first != NULL ? get_day_of (first->time) : (NbDate){ 0 };
}

static NbDate
get_filed_day (NbUiHandingIn *self, NbStep step, const NbReportData *data)
{
  const NbRegistration *registration;

  switch (step)
    {
    case NB_STEP_SIGNED:
      return get_signed_day (self);
    case NB_STEP_RETURNED:
      registration = get_registration (self, data);
      return registration != NULL ? registration->date : (NbDate){ 0 };
    case NB_STEP_CHECKED:
    case NB_STEP_PRINTED:
    case NB_STEP_SUBMITTED:
    case NB_STEP_PUBLISHED:
      break;
    }
  return (NbDate){ 0 };
}

NbUiStepState
nb_ui_handing_in_get_step (NbUiHandingIn *self, NbStep step, NbDate *day)
{
  g_autoptr (NbReportData) data = freeze (self);
  g_autofree char *digest = NULL;

  *day = get_filed_day (self, step, data);
  if (nb_date_is_set (*day))
    return NB_UI_STEP_FILED;
  *day = nb_handing_in_get_day (self->kept, step);
  if (!nb_date_is_set (*day))
    return NB_UI_STEP_OPEN;
  digest = nb_job_digest_fields (data, NULL);
  return nb_handing_in_is_stale (self->kept, step, digest) ? NB_UI_STEP_STALE : NB_UI_STEP_DONE;
}

void
nb_ui_handing_in_set_step (NbUiHandingIn *self, NbStep step, NbDate day)
{
  g_autoptr (NbReportData) data = freeze (self);
  g_autofree char *digest = nb_job_digest_fields (data, NULL);

  nb_handing_in_set_day (self->kept, step, day, digest);
  keep (self);
}

void
nb_ui_handing_in_note (NbUiHandingIn *self, NbStep step)
{
  nb_ui_handing_in_set_step (self, step, get_today ());
}

gboolean
nb_ui_handing_in_is_accepted (NbUiHandingIn *self)
{
  g_autoptr (NbReportData) data = freeze (self);
  const NbRegistration *registration = get_registration (self, data);

  return registration != NULL && registration->accepted;
}

NbDate
nb_ui_handing_in_get_deadline (NbUiHandingIn *self, int *days)
{
  g_autoptr (NbReportData) data = freeze (self);
  NbPeriod window = nb_check_get_filing_window (data, nb_ui_document_get_registry (self->document));

  if (nb_date_is_set (window.to))
    *days = nb_date_days_between (get_today (), window.to);
  return window.to;
}

NbDate
nb_ui_handing_in_get_copied (NbUiHandingIn *self, const NbFieldDef *field, gboolean *stale)
{
  g_autofree char *text = nb_ui_portal_dup_text (self->document, field);

  return nb_handing_in_get_copied (self->kept, field->id, text, stale);
}

void
nb_ui_handing_in_note_copied (NbUiHandingIn *self, const NbFieldDef *field)
{
  g_autofree char *text = nb_ui_portal_dup_text (self->document, field);

  nb_handing_in_set_copied (self->kept, field->id, text, get_today ());
  keep (self);
}

GPtrArray *
nb_ui_handing_in_list_remarks (NbUiHandingIn *self)
{
  g_autoptr (NbReportData) data = freeze (self);
  guint revision;
  g_autofree char *remark = nb_handing_in_dup_remark (self->kept, NULL, &revision);

  if (remark == NULL || nb_report_data_get_revision (data) < revision)
    return g_ptr_array_new ();
  return nb_remark_list (remark, nb_report_data_get_form (data));
}

gboolean
nb_ui_handing_in_is_done (NbUiHandingIn *self, const char *remark)
{
  return nb_handing_in_is_done (self->kept, remark);
}

void
nb_ui_handing_in_set_done (NbUiHandingIn *self, const char *remark, gboolean done)
{
  nb_handing_in_set_done (self->kept, remark, done);
  keep (self);
}

gboolean
nb_ui_handing_in_is_proved (NbUiHandingIn *self, const char *field, const char *key)
{
  return nb_handing_in_is_proved (self->kept, field, key);
}

void
nb_ui_handing_in_set_proved (NbUiHandingIn *self,
                             const char *field,
                             const char *key,
                             gboolean proved)
{
  nb_handing_in_set_proved (self->kept, field, key, proved);
  keep (self);
}
