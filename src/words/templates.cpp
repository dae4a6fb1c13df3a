#include "words/templates.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "words/tables.hpp"
#include "words/words.hpp"

namespace acta::words {

namespace {

// Templates of match reports, tables and running text.
constexpr auto table = [] {
  auto entries = std::to_array<TemplateEntry>({
      {"!", Shows::bar, {}},
      {"#invoke:fb", Shows::nation, {}},
      {"#invoke:flag", Shows::nation, {}},
      {"#invoke:flagg", Shows::nation, {}},
      {"#invoke:football box", Shows::block, "football box"},
      {"#invoke:football box collapsible", Shows::block, "football box"},
      {"#invoke:sports results", Shows::block, "sports results"},
      {"#invoke:sports series", Shows::block, "sports series"},
      {"#invoke:sports table", Shows::block, "sports table"},
      {"#invoke:sports rbr table", Shows::table, {}},
      {"#invoke:football attendance", Shows::table, {}},
      {"0", Shows::blank, {}},
      {"00", Shows::blank, {}},
      {"000", Shows::blank, {}},
      {"=", Shows::equals, {}},
      {"abbr", Shows::first, {}},
      {"abreviaci\xC3\xB3n", Shows::first, {}},
      {"abreviatura", Shows::first, {}},
      {"abbreviation", Shows::first, {}},
      {"aet", Shows::extra_time, {}},
      {"as of", Shows::nothing, {}},
      {"autogol", Shows::minutes, "o.g."},
      {"bandera", Shows::nothing, {}},
      {"bandera2", Shows::nation, {}},
      {"big", Shows::first, {}},
      {"br", Shows::lines, {}},
      {"br list", Shows::lines, {}},
      {"center", Shows::first, {}},
      {"citation needed", Shows::nothing, {}},
      {"convert", Shows::quantity, {}},
      {"cr", Shows::nothing, {}},
      {"cvt", Shows::quantity, {}},
      {"dash", Shows::dash, {}},
      {"date", Shows::first, {}},
      {"death date", Shows::date, {}},
      {"dts", Shows::date, {}},
      {"efn", Shows::nothing, {}},
      {"efn-lr", Shows::nothing, {}},
      {"efn-ua", Shows::nothing, {}},
      {"fb", Shows::nation, {}},
      {"fb r", Shows::block, "fb r"},
      {"fb r header", Shows::block, "fb r header"},
      {"fb r2 header", Shows::block, "fb r header"},
      {"fb r team", Shows::block, "fb r team"},
      {"fb r2 team", Shows::block, "fb r team"},
      {"fb cl team", Shows::block, "fb cl team"},
      {"fb cl2 team", Shows::block, "fb cl team"},
      {"fb cl team 2pts", Shows::block, "fb cl team 2pts"},
      {"fb cl2 team 2pts", Shows::block, "fb cl team 2pts"},
      {"fb cl3 team", Shows::block, "fb cl team"},
      {"fb cl3 team 2pts", Shows::block, "fb cl team 2pts"},
      {"fb-rt", Shows::nation, {}},
      {"fb-rt-w", Shows::nation, {}},
      {"fbaicon", Shows::nothing, {}},
      {"fbicon", Shows::nothing, {}},
      {"fbw", Shows::nation, {}},
      {"fbw-rt", Shows::nation, {}},
      {"fecha", Shows::date_day_first, {}},
      {"ficha de campeonato", Shows::infobox, {}},
      {"flag", Shows::nation, {}},
      {"flagathlete", Shows::first, {}},
      {"flagcountry", Shows::nation, {}},
      {"flagdeco", Shows::nothing, {}},
      {"flagicon", Shows::nothing, {}},
      {"flagu", Shows::nation, {}},
      {"footballbox", Shows::block, "football box"},
      {"footballbox collapsible", Shows::block, "football box"},
      {"football box", Shows::block, "football box"},
      {"football box collapsible", Shows::block, "football box"},
      {"formatnum", Shows::first, {}},
      {"goal", Shows::minutes, {}},
      {"gol", Shows::minutes, {}},
      {"hlist", Shows::lines, {}},
      {"ill", Shows::first, {}},
      {"interlanguage link", Shows::first, {}},
      {"lang", Shows::second, {}},
      {"linescore", Shows::nothing, {}},
      {"nbsp", Shows::blank, {}},
      {"ndash", Shows::dash, {}},
      {"no wrap", Shows::first, {}},
      {"nobold", Shows::first, {}},
      {"noitalic", Shows::first, {}},
      {"nowrap", Shows::first, {}},
      {"nts", Shows::first, {}},
      {"number table sorting", Shows::first, {}},
      {"og", Shows::minutes, "o.g."},
      {"onelegresult", Shows::block, "one leg result"},
      {"oneleg result", Shows::block, "one leg result"},
      {"partido", Shows::block, "football box"},
      {"partidos", Shows::block, "football box"},
      {"penalti", Shows::minutes, penalty_note},
      {"penfallo", Shows::cross, picture::kick_missed},
      {"pengoal", Shows::tick, picture::kick_scored},
      {"pengol", Shows::tick, picture::kick_scored},
      {"penmiss", Shows::cross, picture::kick_missed},
      {"plainlist", Shows::lines, {}},
      {"pso", Shows::penalties, {}},
      {"refn", Shows::nothing, {}},
      {"score link", Shows::second, {}},
      {"seleccion", Shows::nation, {}},
      {"selecci\xC3\xB3n", Shows::nation, {}},
      {"sent off", Shows::picture, picture::sent_off},
      {"sentoff", Shows::picture, picture::sent_off},
      {"expulsado", Shows::picture, picture::sent_off},
      {"amonestado", Shows::picture, picture::yellow_card},
      {"amarilla", Shows::picture, picture::yellow_card},
      {"roja", Shows::picture, picture::red_card},
      {"yellow card", Shows::picture, picture::yellow_card},
      {"yellowcard", Shows::picture, picture::yellow_card},
      {"red card", Shows::picture, picture::red_card},
      {"redcard", Shows::picture, picture::red_card},
      {"booked", Shows::picture, picture::yellow_card},
      {"ycard", Shows::picture, picture::yellow_card},
      {"rcard", Shows::picture, picture::red_card},
      {"rc", Shows::picture, picture::red_card},
      {"yc", Shows::picture, picture::yellow_card},
      {"yelred", Shows::picture, picture::second_yellow_card},
      {"tarjeta amarilla", Shows::picture, picture::yellow_card},
      {"tarjeta roja", Shows::picture, picture::red_card},
      {"see", Shows::nothing, {}},
      {"sel", Shows::nation, {}},
      {"small", Shows::first, {}},
      {"snd", Shows::dash, {}},
      {"sort", Shows::second, {}},
      {"sortname", Shows::sort_name, {}},
      {"spaced ndash", Shows::dash, {}},
      {"spnd", Shows::dash, {}},
      {"start date", Shows::date, {}},
      {"start date and age", Shows::date, {}},
      {"suboff", Shows::picture, picture::sub_off},
      {"subon", Shows::picture, picture::sub_on},
      {"sup", Shows::nothing, {}},
      {"tabla de posiciones equipo", Shows::block, "tabla de posiciones equipo"},
      {"tooltip", Shows::first, {}},
      {"trim", Shows::first, {}},
      {"twolegresult", Shows::block, "two leg result"},
      {"twoleg result", Shows::block, "two leg result"},
      {"two leg result", Shows::block, "two leg result"},
      {"ubl", Shows::lines, {}},
      {"ublist", Shows::lines, {}},
      {"bulleted list", Shows::lines, {}},
      {"unbulleted list", Shows::lines, {}},
      {"utz", Shows::zoned_time, {}},
      {"wikinews", Shows::nothing, {}},
      {"yel", Shows::picture, picture::yellow_card},
      {"nft", Shows::nation, {}},
      {"nfa", Shows::nation, {}},
      {"noflag", Shows::nation, {}},
      {"fbu-rt", Shows::nation, {}},
      {"fbwu", Shows::nation, {}},
      {"fbwu-rt", Shows::nation, {}},
      {"fbo", Shows::nation, {}},
      {"fbo-rt", Shows::nation, {}},
      {"fbwo", Shows::nation, {}},
      {"fbwo-rt", Shows::nation, {}},
      {"futsal", Shows::nation, {}},
      {"futsal-rt", Shows::nation, {}},
      {"fb big", Shows::nation, {}},
      {"flagteam", Shows::nation, {}},
      {"flag team", Shows::nation, {}},
      {"flagg", Shows::nation, {}},
      {"flagioc", Shows::nation, {}},
      {"flagiocteam", Shows::nation, {}},
      {"fbioc", Shows::nation, {}},
      {"selb", Shows::nation, {}},
      {"selb-d", Shows::nation, {}},
      {"sel-d", Shows::nation, {}},
      {"selr", Shows::nation, {}},
      {"selbr", Shows::nation, {}},
      {"eq", Shows::nation, {}},
      {"geodatos", Shows::nation, {}},
      {"bandera3", Shows::nation, {}},
      {"bandera deporte", Shows::nation, {}},
      {"selecci\xC3\xB3n femenina", Shows::nation, {}},
      {"nobr", Shows::first, {}},
      {"sin negrita", Shows::first, {}},
      {"sin cursiva", Shows::first, {}},
      {"golden goal", Shows::minutes, {}},
      {"silver goal", Shows::minutes, {}},
      {"nowr", Shows::first, {}},
      {"nwr", Shows::first, {}},
      {"avoid wrap", Shows::first, {}},
      {"abr", Shows::first, {}},
      {"abrev", Shows::first, {}},
      {"abbrlink", Shows::first, {}},
      {"abbr link", Shows::first, {}},
      {"url", Shows::first, {}},
      {"dateformat", Shows::first, {}},
      {"date format", Shows::first, {}},
      {"won", Shows::cell, "Won"},
      {"lost", Shows::cell, "Lost"},
      {"loss", Shows::cell, "Lost"},
      {"not a typo", Shows::first, {}},
      {"typo", Shows::first, {}},
      {"midsize", Shows::first, {}},
      {"larger", Shows::first, {}},
      {"smaller", Shows::first, {}},
      {"small2", Shows::first, {}},
      {"strikethrough", Shows::first, {}},
      {"vague date", Shows::first, {}},
      {"peque\xC3\xB1o", Shows::first, {}},
      {"resize", Shows::last, {}},
      {"color", Shows::last, {}},
      {"font color", Shows::last, {}},
      {"fontcolor", Shows::last, {}},
      {"colored text", Shows::last, {}},
      {"coloured text", Shows::last, {}},
      {"flag deco", Shows::nothing, {}},
      {"ref", Shows::nothing, {}},
      {"nb", Shows::nothing, {}},
      {"hs", Shows::nothing, {}},
      {"hidden sort key", Shows::nothing, {}},
      {"ntsh", Shows::nothing, {}},
      {"n/a", Shows::cell, "N/A"},
      {"na", Shows::cell, "N/A"},
      {"yes", Shows::cell, "Yes"},
      {"no", Shows::cell, "No"},
      {"partial", Shows::cell, "Partial"},
      {"dunno", Shows::cell, "?"},
      {"unknown", Shows::cell, "Unknown"},
      {"tba", Shows::cell, "TBA"},
      {"cancelled", Shows::cell, "Cancelled"},
      {"none", Shows::cell, "None"},
      {"fb rs", Shows::table, {}},
      {"fb rs footer", Shows::nothing, {}},
      {"mdash", Shows::dash, {}},
      {"emdash", Shows::dash, {}},
      {"en dash", Shows::dash, {}},
      {"endash", Shows::dash, {}},
      {"em dash", Shows::dash, {}},
      {"spaced en dash", Shows::dash, {}},
      {"\xE2\x80\x94", Shows::dash, {}},
      {"\xE2\x80\x93", Shows::dash, {}},
      {"asdet", Shows::extra_time, {}},
      {"a.s.d.e.t.", Shows::extra_time, {}},
      {"a.e.t.", Shows::extra_time, {}},
      {"partido de f\xC3\xBAtbol", Shows::block, "football box"},
      {"extended football box", Shows::block, "football box"},
      {"score", Shows::pair, {}},
      {"fbu", Shows::nation, {}},
      {"nat fs player", Shows::block, "squad player"},
      {"nat fs g player", Shows::block, "squad player"},
      {"nat fs r player", Shows::block, "squad player"},
      {"nat fs player no caps", Shows::block, "squad player"},
      {"national football squad player", Shows::block, "squad player"},
      {"national football squad player (goals)", Shows::block, "squad player"},
      {"national football squad player (no caps)", Shows::block, "squad player"},
      {"national football squad recent player", Shows::block, "squad player"},
      {"fs player", Shows::block, "squad player"},
      {"fs2 player", Shows::block, "squad player"},
      {"football squad player", Shows::block, "squad player"},
      {"football squad player2", Shows::block, "squad player"},
      {"efs player", Shows::block, "squad player"},
      {"efs player2", Shows::block, "squad player"},
      {"extended football squad player", Shows::block, "squad player"},
      {"extended football squad player2", Shows::block, "squad player"},
      {"jugador de f\xC3\xBAtbol", Shows::block, "squad player"},
      {"jugador de f\xC3\xBAtbol con esquema", Shows::block, "squad player"},
      {"birth date", Shows::birth, {}},
      {"birth date and age", Shows::birth, {}},
      {"birth date and age2", Shows::birth, {}},
      {"birth-date and age", Shows::birth, {}},
      {"birth-date", Shows::birth, {}},
      {"bda", Shows::birth, {}},
      {"bda2", Shows::birth, {}},
      {"edad", Shows::date_day_first, {}},
      {"fecha de nacimiento", Shows::date_day_first, {}},
      {"fecha de nacimiento y edad", Shows::date_day_first, {}},
      {"dni", Shows::date_day_first, {}},
      {"nascimento", Shows::date_day_first, {}},
      {"entra", Shows::picture, picture::sub_on},
      {"sale", Shows::picture, picture::sub_off},
      {"captain", Shows::picture, picture::captain},
      {"straight red card", Shows::picture, picture::red_card},
      {"yellow-red card", Shows::picture, picture::second_yellow_card},
      {"second yellow card", Shows::picture, picture::second_yellow_card},
  });
  std::sort(entries.begin(), entries.end(),
            [](const TemplateEntry& a, const TemplateEntry& b) { return a.name < b.name; });
  return entries;
}();

// Families of which no member says anything about a match.
constexpr auto silent = [] {
  auto heads = std::to_array<std::string_view>({
      "#expr",
      "#if",
      "#ifeq",
      "#ifexist",
      "#invoke:citation",
      "#invoke:main",
      "#invoke:navbox",
      "#switch",
      "#tag",
      "authority control",
      "automatic ",
      "better source",
      "category",
      "cita ",
      "citar",
      "cite ",
      "citation",
      "clear",
      "col-",
      "columns-list",
      "commons",
      "control de autoridades",
      "coord",
      "dead link",
      "defaultsort",
      "displaytitle",
      "div col",
      "efn",
      "endplainlist",
      "featured ",
      "fb cl footer",
      "fb cl header",
      "fb cl2 header",
      "fb r ",
      "fb-",
      "football kit",
      "for",
      "football squad",
      "about",
      "distinguish",
      "note",
      "note label",
      "rp",
      "cn",
      "otros usos",
      "ap",
      "vt",
      "art\xC3\xAD"
      "culo principal",
      "p\xC3\xA1gina principal",
      "wikivoyage",
      "wikiquote",
      "fifa world cup",
      "more citations",
      "anchor",
      "toc",
      "quote box",
      "osm location",
      "official website",
      "efs ",
      "external media",
      "fs ",
      "equipo de f\xC3\xBAtbol",
      "further",
      "good article",
      "hatnote",
      "image label",
      "imdb",
      "italic title",
      "legend",
      "goalscorers",
      "top scorers",
      "listaref",
      "location map",
      "main",
      "mapa de",
      "multiple image",
      "nat fs",
      "native name",
      "navboxes",
      "nota",
      "notelist",
      "oneleg start",
      "onelegend",
      "onelegstart",
      "ordenar",
      "other uses",
      "pp-",
      "protection",

      "pp ",
      "portal",
      "redirect",
      "referencias",
      "reflist",
      "ref ",
      "refbegin",
      "refend",
      "see also",
      "sfn",
      "short description",
      "sister",
      "stub",
      "tabla de posiciones fin",
      "tabla de posiciones inicio",
      "transclude",
      "twoleg start",
      "twolegend",
      "twolegstart",
      "update",
      "updated",
      "uw-",
      "vcite",
      "webarchive",
      "wide image",
      "wikt",
  });
  std::sort(heads.begin(), heads.end());
  return heads;
}();

std::string normalize(std::string_view written) {
  std::string name;
  name.reserve(written.size());
  for (const char c : written) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool blank = c == ' ' || c == '_' || c == '\t' || c == '\n';
    if (blank) {
      if (!name.empty() && name.back() != ' ') name.push_back(' ');
    } else {
      name.push_back(lower);
    }
  }
  while (!name.empty() && name.back() == ' ') name.pop_back();
  const Found space = longest(Kind::namespace_template, name);
  if (space && name.substr(space.bytes, 1) == ":") name.erase(0, space.bytes + 1);
  return name;
}

bool starts_with(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// {{RoundN}}, {{Round16-with third}}, {{8TeamBracket}}, {{Copa de 8 equipos-2 rondas}}
bool is_bracket(std::string_view name) {
  if (starts_with(name, "#invoke:roundn") || starts_with(name, "roundn") ||
      starts_with(name, "#invoke:team bracket"))
    return true;
  if (starts_with(name, "round") && name.size() > 5 && name[5] >= '0' && name[5] <= '9')
    return true;
  if (starts_with(name, "copa de ") && name.size() > 8 && name[8] >= '0' && name[8] <= '9')
    return true;
  const std::size_t team = name.find("team");
  return team != std::string_view::npos && team > 0 && name[0] >= '1' && name[0] <= '9' &&
         name.find("bracket") != std::string_view::npos;
}

// The entry in a table that is sorted by name, or null.
const TemplateEntry* entry_in(std::span<const TemplateEntry> sorted, std::string_view name) {
  const auto known = std::lower_bound(
      sorted.begin(), sorted.end(), name,
      [](const TemplateEntry& entry, std::string_view key) { return entry.name < key; });
  return known == sorted.end() || known->name != name ? nullptr : &*known;
}

// What the wikis of single languages have beside it.
std::span<const TemplateEntry> further_templates() {
  static const std::vector<TemplateEntry> sorted = [] {
    std::vector<TemplateEntry> all = templates_of_languages();
    std::sort(all.begin(), all.end(),
              [](const TemplateEntry& a, const TemplateEntry& b) { return a.name < b.name; });
    return all;
  }();
  return sorted;
}

}  // namespace

TemplateEntry find_template(std::string_view written, std::string& name) {
  name = normalize(written);
  const TemplateEntry* known = entry_in(table, name);
  if (known == nullptr) known = entry_in(further_templates(), name);
  if (known != nullptr) {
    TemplateEntry found = *known;
    const bool is_block = found.shows == Shows::block || found.shows == Shows::infobox;
    if (is_block && found.canonical.empty()) found.canonical = found.name;
    return found;
  }
  if (longest(Kind::infobox_word, name)) return {{}, Shows::infobox, {}};
  if (starts_with(name, "lang-") || starts_with(name, "transl")) return {{}, Shows::last, {}};
  if (starts_with(name, "use ") &&
      (ends_with(name, "dates") || ends_with(name, "english") || ends_with(name, "spelling")))
    return {{}, Shows::nothing, {}};
  if (is_bracket(name)) return {{}, Shows::block, "bracket"};
  // {{fbwicon|PER}}, {{flagicon image|...}}: a flag alone.
  if ((starts_with(name, "fb") && ends_with(name, "icon")) || starts_with(name, "flagicon") ||
      starts_with(name, "flag icon"))
    return {{}, Shows::nothing, {}};
  const std::string_view letter = std::string_view(name).substr(0, 1);
  for (auto at = std::lower_bound(silent.begin(), silent.end(), letter); at != silent.end(); ++at) {
    const std::string_view head = *at;
    if (name.empty() || head.front() != name.front()) break;
    // A short word is a name of its own, a longer one the head of a family.
    if (head.size() <= 4 && head.back() != ' ' && head.back() != '-' && head.front() != '#'
            ? name == head
            : starts_with(name, head)) {
      return {{}, Shows::nothing, {}};
    }
  }
  return {};
}

const FoundTemplate& TemplateCache::find(std::string_view written) {
  // The same one comes several times on end.
  if (last_ != nullptr && last_->first == written) return last_->second;
  auto known = found_.find(written);
  if (known == found_.end()) {
    known = found_.try_emplace(std::string(written)).first;
    known->second.entry = find_template(written, known->second.name);
  }
  last_ = &*known;
  return known->second;
}

}  // namespace acta::words
