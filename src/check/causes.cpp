#include "check/causes.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostic;
using football::Match;

std::string_view detail(const Diagnostic& finding, std::string_view key) {
  for (const finding::Context& it : finding.context) {
    const auto* const held = std::get_if<std::string>(&it.value);
    if (it.key == key && held != nullptr) return *held;
  }
  return {};
}

bool has_detail(const Diagnostic& finding, std::string_view key) {
  return std::any_of(finding.context.begin(), finding.context.end(),
                     [key](const finding::Context& it) { return it.key == key; });
}

/// Knows what of an article could not be read.
class Causes {
 public:
  Causes(const football::Season& season, std::span<const Diagnostic> causes,
         const std::function<MatchLines(const Match&)>& lines_of)
      : season_(season), lines_of_(lines_of) {
    for (const Diagnostic& cause : causes) {
      if (cause.code == Code::scorer_unread) unread_.push_back(&cause);
      if (cause.code == Code::transclusion_unresolved) pages_.push_back(cause.position.line);
      is_broken_ = is_broken_ || cause.code == Code::encoding_invalid;
    }
    std::sort(pages_.begin(), pages_.end());
    if (unread_.empty()) return;
    for (const Match& match : season.matches) matches_.try_emplace(match.id, &match);
  }

  bool explain(const Diagnostic& finding) const {
    switch (finding.code) {
      case Code::scorer_count_short:
        return has_unread_scorers(finding);
      case Code::scorer_name_missing:
        return stands_with_unread(finding);
      case Code::section_empty:
        return is_of_a_page_not_given(finding);
      case Code::tie_mismatch:
        // It names no match that says otherwise: the round's matches may stand on that page.
        return !pages_.empty() && !has_detail(finding, "expected");
      case Code::text_damaged:
        return is_broken_ && finding.message.find("\uFFFD") != std::string::npos;
      case Code::infobox_missing:
        return season_.competition.id && season_.season.start_year && !season_.matches.empty();
      default:
        return false;
    }
  }

 private:
  bool has_unread_scorers(const Diagnostic& finding) const {
    const auto found = matches_.find(detail(finding, "record"));
    if (found == matches_.end()) return false;
    const Match& match = *found->second;
    const MatchLines lines = lines_of_(match);
    return std::any_of(unread_.begin(), unread_.end(), [&](const Diagnostic* cause) {
      const std::uint32_t line = cause->position.line;
      return lines.first <= line && line <= lines.last &&
             detail(*cause, "page") == (match.page ? std::string_view(*match.page) : "");
    });
  }

  /// Whether of the same line something was not read: who scored, as likely as not.
  bool stands_with_unread(const Diagnostic& finding) const {
    return std::any_of(unread_.begin(), unread_.end(), [&](const Diagnostic* cause) {
      return cause->position.line == finding.position.line &&
             detail(*cause, "page") == detail(finding, "page");
    });
  }

  /// Whether a page that was not given is asked for between the heading and the next one of a
  /// round.
  bool is_of_a_page_not_given(const Diagnostic& finding) const {
    const std::uint32_t heading = finding.position.line;
    const auto page = std::lower_bound(pages_.begin(), pages_.end(), heading);
    return page != pages_.end() && std::none_of(season_.rounds.begin(), season_.rounds.end(),
                                                [&](const football::Round& round) {
                                                  return heading < round.line &&
                                                         round.line <= *page;
                                                });
  }

  const football::Season& season_;
  const std::function<MatchLines(const Match&)>& lines_of_;
  std::vector<const Diagnostic*> unread_;
  std::vector<std::uint32_t> pages_;  ///< Lines that ask for pages which were not given.
  bool is_broken_ = false;            ///< Whether bytes were no text.
  std::unordered_map<std::string_view, const Match*> matches_;
};

}  // namespace

std::array<std::size_t, 3> leave_out_followers(
    const football::Season& season, std::span<const Diagnostic> causes,
    const std::function<MatchLines(const Match&)>& lines_of, std::vector<Diagnostic>& findings) {
  std::array<std::size_t, 3> left_out{};
  const Causes known(season, causes, lines_of);
  const auto is_left_out = [&](const Diagnostic& finding) {
    const bool is_follower = known.explain(finding);
    if (is_follower) ++left_out[static_cast<std::size_t>(finding.severity)];
    return is_follower;
  };
  // The causes may be these very findings: they are moved only when all are looked at.
  std::vector<bool> leaves(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) leaves[i] = is_left_out(findings[i]);
  if (left_out == std::array<std::size_t, 3>{}) return left_out;
  std::vector<Diagnostic> kept;
  kept.reserve(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!leaves[i]) kept.push_back(std::move(findings[i]));
  }
  findings = std::move(kept);
  return left_out;
}

}  // namespace acta::check
