//! The list of rules. To add one: write its file, name it here twice.

mod about_needs_width;
mod about_takes_one_time;
mod about_width;
mod actor_without_role;
mod alias;
mod alias_taken;
mod allow_without_effect;
mod anchor;
mod at_missing;
mod bad_id;
mod bad_record_id;
mod clock_runs_backwards;
mod clock_without_date;
mod column_given_twice;
mod column_missing;
mod control_character;
mod count_negative;
mod count_not_whole;
mod cut_short_by_comment;
mod date_in_heading;
mod declined_without_reason;
mod done_without_date;
mod duplicate_id;
mod duplicate_key;
mod duration_not_understood;
mod empty_group;
mod empty_section;
mod end_before_start;
mod entry_without_bullet;
mod entry_without_text;
mod file_too_large;
mod front_matter_not_closed;
mod future_time;
mod given_twice;
mod group_not_closed;
mod heading_is_no_section;
mod id_differs_from_file;
mod id_given_twice;
mod id_is_milestone;
mod item_without_text;
mod key_given_twice;
mod key_missing;
mod key_not_text;
mod known_before_it_happened;
mod local_time_repeated;
mod local_time_skipped;
mod merge_key;
mod milestone_given_twice;
mod milestone_not_at_end;
mod missing_for_status;
mod name_of_withheld_person_in_config;
mod name_of_withheld_person_in_text;
mod nested_too_deep;
mod no_front_matter;
mod no_such_clock;
mod no_such_date;
mod not_a_map;
mod not_utf8;
mod nul_character;
mod number_not_understood;
mod number_too_large;
mod number_with_comma;
mod number_with_currency;
mod overdue_remediation;
mod percent_not_allowed;
mod post_id_contradicts_time;
mod range_backwards;
mod range_without_dots;
mod relation_to_itself;
mod remediation_none_without_reason;
mod remediation_without_due;
mod remediation_without_owner;
mod rule_always_denied;
mod scalar_too_long;
mod section_without_items;
mod several_documents;
mod stale_draft;
mod stated_duration_differs;
mod status_contradicts_checkbox;
mod status_contradicts_milestones;
mod tag;
mod tie_cycle;
mod time_not_understood;
mod too_many_entries;
mod too_many_nodes;
mod twelve_hour_clock;
mod unknown_actor;
mod unknown_affected;
mod unknown_audience;
mod unknown_cause;
mod unknown_column;
mod unknown_component;
mod unknown_factor;
mod unknown_key;
mod unknown_kind;
mod unknown_milestone;
mod unknown_name;
mod unknown_parent;
mod unknown_relation;
mod unknown_rule;
mod unknown_severity;
mod unknown_source;
mod unknown_tag;
mod unknown_value;
mod unknown_version;
mod unknown_zone;
mod unsourced_entry;
mod unused_source;
mod value_missing;
mod width_without_about;
mod withdrawn_without_reason;
mod wrong_type;
mod yaml_syntax;
mod year_among_clock_times;
mod year_out_of_range;
mod zone_contradicts_date;
mod zone_not_of_record;
mod zone_without_clock;

use super::Rule;

/// Every rule, in the order of their names.
pub const RULES: &[&Rule] = &[
    &about_needs_width::RULE,
    &about_takes_one_time::RULE,
    &about_width::RULE,
    &actor_without_role::RULE,
    &alias::RULE,
    &alias_taken::RULE,
    &allow_without_effect::RULE,
    &anchor::RULE,
    &at_missing::RULE,
    &bad_id::RULE,
    &bad_record_id::RULE,
    &clock_runs_backwards::RULE,
    &clock_without_date::RULE,
    &column_given_twice::RULE,
    &column_missing::RULE,
    &control_character::RULE,
    &count_negative::RULE,
    &count_not_whole::RULE,
    &cut_short_by_comment::RULE,
    &date_in_heading::RULE,
    &declined_without_reason::RULE,
    &done_without_date::RULE,
    &duplicate_id::RULE,
    &duplicate_key::RULE,
    &duration_not_understood::RULE,
    &empty_group::RULE,
    &empty_section::RULE,
    &end_before_start::RULE,
    &entry_without_bullet::RULE,
    &entry_without_text::RULE,
    &file_too_large::RULE,
    &front_matter_not_closed::RULE,
    &future_time::RULE,
    &given_twice::RULE,
    &group_not_closed::RULE,
    &heading_is_no_section::RULE,
    &id_differs_from_file::RULE,
    &id_given_twice::RULE,
    &id_is_milestone::RULE,
    &item_without_text::RULE,
    &key_given_twice::RULE,
    &key_missing::RULE,
    &key_not_text::RULE,
    &known_before_it_happened::RULE,
    &local_time_repeated::RULE,
    &local_time_skipped::RULE,
    &merge_key::RULE,
    &milestone_given_twice::RULE,
    &milestone_not_at_end::RULE,
    &missing_for_status::RULE,
    &name_of_withheld_person_in_config::RULE,
    &name_of_withheld_person_in_text::RULE,
    &nested_too_deep::RULE,
    &no_front_matter::RULE,
    &no_such_clock::RULE,
    &no_such_date::RULE,
    &not_a_map::RULE,
    &not_utf8::RULE,
    &nul_character::RULE,
    &number_not_understood::RULE,
    &number_too_large::RULE,
    &number_with_comma::RULE,
    &number_with_currency::RULE,
    &overdue_remediation::RULE,
    &percent_not_allowed::RULE,
    &post_id_contradicts_time::RULE,
    &range_backwards::RULE,
    &range_without_dots::RULE,
    &relation_to_itself::RULE,
    &remediation_none_without_reason::RULE,
    &remediation_without_due::RULE,
    &remediation_without_owner::RULE,
    &rule_always_denied::RULE,
    &scalar_too_long::RULE,
    &section_without_items::RULE,
    &several_documents::RULE,
    &stale_draft::RULE,
    &stated_duration_differs::RULE,
    &status_contradicts_checkbox::RULE,
    &status_contradicts_milestones::RULE,
    &tag::RULE,
    &tie_cycle::RULE,
    &time_not_understood::RULE,
    &too_many_entries::RULE,
    &too_many_nodes::RULE,
    &twelve_hour_clock::RULE,
    &unknown_actor::RULE,
    &unknown_affected::RULE,
    &unknown_audience::RULE,
    &unknown_cause::RULE,
    &unknown_column::RULE,
    &unknown_component::RULE,
    &unknown_factor::RULE,
    &unknown_key::RULE,
    &unknown_kind::RULE,
    &unknown_milestone::RULE,
    &unknown_name::RULE,
    &unknown_parent::RULE,
    &unknown_relation::RULE,
    &unknown_rule::RULE,
    &unknown_severity::RULE,
    &unknown_source::RULE,
    &unknown_tag::RULE,
    &unknown_value::RULE,
    &unknown_version::RULE,
    &unknown_zone::RULE,
    &unsourced_entry::RULE,
    &unused_source::RULE,
    &value_missing::RULE,
    &width_without_about::RULE,
    &withdrawn_without_reason::RULE,
    &wrong_type::RULE,
    &yaml_syntax::RULE,
    &year_among_clock_times::RULE,
    &year_out_of_range::RULE,
    &zone_contradicts_date::RULE,
    &zone_not_of_record::RULE,
    &zone_without_clock::RULE,
];

#[cfg(test)]
mod tests;
