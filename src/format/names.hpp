#pragma once
/// Names and phrases that several descriptions of fields share.

#include <string_view>

#include "finding/diagnostic.hpp"
#include "football/season.hpp"
#include "format/field.hpp"

namespace acta::format {

template <>
inline constexpr auto enum_names<finding::Severity> = finding::severity_names;
template <>
inline constexpr auto enum_names<football::Side> = football::side_names;
template <>
inline constexpr auto enum_names<football::Form> = football::form_names;
template <>
inline constexpr auto enum_names<football::HonourKind> = football::honour_kind_names;
template <>
inline constexpr auto enum_names<football::RoundKind> = football::round_kind_names;
template <>
inline constexpr auto enum_names<football::RoundStatus> = football::round_status_names;
template <>
inline constexpr auto enum_names<football::MatchStatus> = football::match_status_names;
template <>
inline constexpr auto enum_names<football::CardKind> = football::card_kind_names;
template <>
inline constexpr auto enum_names<football::Decider> = football::decider_names;
template <>
inline constexpr auto enum_names<football::Basis> = football::basis_names;
template <>
inline constexpr auto enum_names<football::ChangeDirection> = football::change_direction_names;
template <>
inline constexpr auto enum_names<football::Criterion> = football::criterion_names;
template <>
inline constexpr auto enum_names<football::TableTopic> = football::table_topic_names;
template <>
inline constexpr auto enum_names<football::ClaimKind> = football::claim_kind_names;

/// What `line` means wherever it stands.
inline constexpr std::string_view line_meaning = "Line of the article it was read from, from 1.";

/// What `page` means wherever it stands.
inline constexpr std::string_view page_meaning =
    "Title of the transcluded page that line refers to; null for the article itself.";

}  // namespace acta::format
