#pragma once
/// Which pages of a file of many pages are articles.

#include <cstdint>
#include <string>

namespace acta::input {

/// Which pages of dumps are articles.
enum class Pages : std::uint8_t {
  season,    ///< Those with the infobox of a football season or with match templates.
  football,  ///< Those, and any other page about football.
  all
};

/// Which pages of dumps and API answers are read, redirects and other namespaces aside.  Articles
/// that are files of their own are always read.
struct Selection {
  Pages pages = Pages::season;
  std::string title;     ///< A regular expression (ECMAScript) found in the title; empty for any.
  std::string category;  ///< A category the page names; empty for any.
};

}  // namespace acta::input
