/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-check.h"

G_BEGIN_DECLS

/* The named checks, one file each. A new one: its file, a line here, a line in the table of
 * nb-check-table.c, a rule in data/forms, texts in tests/check/corpus. */
void nb_check_address (NbCheck *check);
void nb_check_amount_spelling (NbCheck *check);
void nb_check_asset_movement (NbCheck *check);
void nb_check_body_name (NbCheck *check);
void nb_check_change_claim (NbCheck *check);
void nb_check_credit_code (NbCheck *check);
void nb_check_edition_digest (NbCheck *check);
void nb_check_entrustment (NbCheck *check);
void nb_check_image_size (NbCheck *check);
void nb_check_import_repairs (NbCheck *check);
void nb_check_licence_dates (NbCheck *check);
void nb_check_online_label (NbCheck *check);
void nb_check_online_name (NbCheck *check);
void nb_check_paper_set (NbCheck *check);
void nb_check_person_name (NbCheck *check);
void nb_check_personal_award (NbCheck *check);
void nb_check_report_year (NbCheck *check);
void nb_check_signed_text (NbCheck *check);
void nb_check_sponsor_opinion (NbCheck *check);
void nb_check_term_of_office (NbCheck *check);
void nb_check_vocabulary (NbCheck *check);
void nb_check_yuan_amount (NbCheck *check);

/* Those of running text. */
extern const NbProseCheck nb_check_change_sentence;
extern const NbProseCheck nb_check_changed_facts;
extern const NbProseCheck nb_check_characters;
extern const NbProseCheck nb_check_figures;
extern const NbProseCheck nb_check_glued_item;
extern const NbProseCheck nb_check_half_width;
extern const NbProseCheck nb_check_heading_order;
extern const NbProseCheck nb_check_list_separators;
extern const NbProseCheck nb_check_long_sentence;
extern const NbProseCheck nb_check_mixed_row;
extern const NbProseCheck nb_check_narrative_length;
extern const NbProseCheck nb_check_odd_remainder;
extern const NbProseCheck nb_check_ordinal_run;
extern const NbProseCheck nb_check_pairs;
extern const NbProseCheck nb_check_paragraphs;
extern const NbProseCheck nb_check_particles;
extern const NbProseCheck nb_check_parts;
extern const NbProseCheck nb_check_placeholders;
extern const NbProseCheck nb_check_plan_year;
extern const NbProseCheck nb_check_privacy;
extern const NbProseCheck nb_check_problems;
extern const NbProseCheck nb_check_quoted_list;
extern const NbProseCheck nb_check_relative_time;
extern const NbProseCheck nb_check_repeats;
extern const NbProseCheck nb_check_same_as_last_year;
extern const NbProseCheck nb_check_secrecy;
extern const NbProseCheck nb_check_sibling_headings;
extern const NbProseCheck nb_check_sums;
extern const NbProseCheck nb_check_unreported;
extern const NbProseCheck nb_check_until;
extern const NbProseCheck nb_check_year_mention;
extern const NbProseCheck nb_check_year_stop;

G_END_DECLS
