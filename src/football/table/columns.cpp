#include "football/table/columns.hpp"

#include <algorithm>

#include "football/phrase/word_set.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

struct ColumnName {
  std::string_view name;
  Column column;
};

// Folded header cells.  Single letters that mean two things stand in `letters`.
constexpr auto names = std::to_array<ColumnName>({
    {"gf:ga", Column::goals},
    {"jg", Column::won},
    {"je", Column::drawn},
    {"jp", Column::lost},
    {"gf-ga", Column::goals},
    {"gf:gc", Column::goals},
    {"gs", Column::goals_for},
    {"gf.", Column::goals_for},
    {"goalscorers", Column::player},
    {"jugadora", Column::player},
    {"goleadora", Column::player},
    {"nombre del jugador", Column::player},
    {"cap", Column::capacity},
    {"agg", Column::aggregate},
    {"aggregate", Column::aggregate},
    {"global", Column::aggregate},
    {"marcador global", Column::aggregate},
    {"total", Column::aggregate},
    {"agregado", Column::aggregate},
    {"agg. score", Column::aggregate},
    {"aggregate score", Column::aggregate},
    {"resultado global", Column::aggregate},
    {"resultado total", Column::aggregate},
    {"glob", Column::aggregate},
    {"leg 1", Column::first_leg},
    {"leg 2", Column::second_leg},
    {"partido ida", Column::first_leg},
    {"partido vuelta", Column::second_leg},
    {"1st leg", Column::first_leg},
    {"first leg", Column::first_leg},
    {"ida", Column::first_leg},
    {"partido de ida", Column::first_leg},
    {"2nd leg", Column::second_leg},
    {"second leg", Column::second_leg},
    {"vuelta", Column::second_leg},
    {"partido de vuelta", Column::second_leg},
    {"h / a", Column::ground},
    {"h/a", Column::ground},
    {"ha", Column::ground},
    {"h/a/n", Column::ground},
    {"home/away", Column::ground},
    {"home / away", Column::ground},
    {"home or away", Column::ground},
    {"l/v", Column::ground},
    {"condicion", Column::ground},
    {"match", Column::sides},
    {"fixture", Column::sides},
    {"partido", Column::sides},
    {"encuentro", Column::sides},
    {"scorers", Column::scorers},
    {"goal scorers", Column::scorers},
    {"goleadores", Column::scorers},
    {"anotadores", Column::scorers},
    {"opposition", Column::opponent},
    {"opponent", Column::opponent},
    {"opponents", Column::opponent},
    {"rival", Column::opponent},
    {"apps", Column::played},
    {"partidos", Column::played},
    {"mj", Column::played},
    {"team", Column::team},
    {"teams", Column::team},
    {"club", Column::team},
    {"clubs", Column::team},
    {"equipo", Column::team},
    {"equipos", Column::team},
    {"clubes", Column::team},
    {"nation", Column::team},
    {"country", Column::team},
    {"seleccion", Column::team},
    {"team name", Column::team},
    {"player", Column::player},
    {"name", Column::player},
    {"scorer", Column::player},
    {"goalscorer", Column::player},
    {"jugador", Column::player},
    {"nombre", Column::player},
    {"goleador", Column::player},
    {"futbolista", Column::player},
    {"city", Column::city},
    {"ciudad", Column::city},
    {"town", Column::city},
    {"home city", Column::city},
    {"city/town", Column::city},
    {"town/city", Column::city},
    {"city / town", Column::city},
    {"location", Column::location},
    {"localidad", Column::location},
    {"localizacion", Column::location},
    {"ubicacion", Column::location},
    {"sede", Column::location},
    {"locality", Column::location},
    {"department", Column::region},
    {"departamento", Column::region},
    {"region", Column::region},
    {"province", Column::region},
    {"provincia", Column::region},
    {"state", Column::region},
    {"estado", Column::region},
    {"stadium", Column::stadium},
    {"estadio", Column::stadium},
    {"ground", Column::stadium},
    {"venue", Column::stadium},
    {"home ground", Column::stadium},
    {"stadium name", Column::stadium},
    {"cancha", Column::stadium},
    {"recinto", Column::stadium},
    {"capacity", Column::capacity},
    {"capacidad", Column::capacity},
    {"aforo", Column::capacity},
    {"stadium capacity", Column::capacity},
    {"pos", Column::position},
    {"position", Column::position},
    {"posicion", Column::position},
    {"rank", Column::position},
    {"#", Column::position},
    {"no.", Column::position},
    {"puesto", Column::position},
    {"rango", Column::position},
    {"pos.", Column::position},
    {"ranking", Column::position},
    {"rk", Column::position},
    {"lugar", Column::position},
    {"pl.", Column::position},
    {"pld", Column::played},
    {"pl", Column::played},
    {"mp", Column::played},
    {"gp", Column::played},
    {"played", Column::played},
    {"matches", Column::played},
    {"matches played", Column::played},
    {"games", Column::played},
    {"pj", Column::played},
    {"partidos jugados", Column::played},
    {"jj", Column::played},
    {"won", Column::won},
    {"wins", Column::won},
    {"pg", Column::won},
    {"ganados", Column::won},
    {"victorias", Column::won},
    {"drawn", Column::drawn},
    {"draws", Column::drawn},
    {"drew", Column::drawn},
    {"pe", Column::drawn},
    {"empatados", Column::drawn},
    {"empates", Column::drawn},
    {"tied", Column::drawn},
    {"lost", Column::lost},
    {"losses", Column::lost},
    {"pp", Column::lost},
    {"perdidos", Column::lost},
    {"derrotas", Column::lost},
    {"gf", Column::goals_for},
    {"goals for", Column::goals_for},
    {"for", Column::goals_for},
    {"goles a favor", Column::goals_for},
    {"ga", Column::goals_against},
    {"goals against", Column::goals_against},
    {"against", Column::goals_against},
    {"gc", Column::goals_against},
    {"goles en contra", Column::goals_against},
    {"goles", Column::goals},
    {"goals", Column::goals},
    {"goles anotados", Column::goals},
    {"goals scored", Column::goals},
    {"gls", Column::goals},
    {"tantos", Column::goals},
    {"gd", Column::goal_difference},
    {"dg", Column::goal_difference},
    {"dif", Column::goal_difference},
    {"dif.", Column::goal_difference},
    {"diff", Column::goal_difference},
    {"diff.", Column::goal_difference},
    {"+/-", Column::goal_difference},
    {"goal difference", Column::goal_difference},
    {"diferencia", Column::goal_difference},
    {"dg.", Column::goal_difference},
    {"gdiff", Column::goal_difference},
    {"diferencia de goles", Column::goal_difference},
    {"pts", Column::points},
    {"points", Column::points},
    {"pts.", Column::points},
    {"puntos", Column::points},
    {"ptos", Column::points},
    {"ptos.", Column::points},
    {"pt", Column::points},
    {"punt", Column::points},
    {"adj", Column::adjustment},
    {"ded", Column::adjustment},
    {"deduction", Column::adjustment},
    {"bonus", Column::adjustment},
    {"bp", Column::adjustment},
    {"bonificacion", Column::adjustment},
    {"deduccion", Column::adjustment},
    {"bon", Column::adjustment},
    {"notes", Column::note},
    {"note", Column::note},
    {"nota", Column::note},
    {"notas", Column::note},
    {"qualification", Column::note},
    {"qualification or relegation", Column::note},
    {"qualification/relegation", Column::note},
    {"clasificacion", Column::note},
    {"promotion or relegation", Column::note},
    {"observaciones", Column::note},
    {"promotion", Column::note},
    {"relegation", Column::note},
    {"date", Column::date},
    {"fecha", Column::date},
    {"dia", Column::date},
    {"time", Column::time},
    {"hora", Column::time},
    {"kick-off", Column::time},
    {"home", Column::home},
    {"home team", Column::home},
    {"local", Column::home},
    {"equipo local", Column::home},
    {"team 1", Column::home},
    {"team #1", Column::home},
    {"team #2", Column::away},
    {"club 1", Column::home},
    {"club 2", Column::away},
    {"home side", Column::home},
    {"away side", Column::away},
    {"home club", Column::home},
    {"away club", Column::away},
    {"visiting team", Column::away},
    {"equipo #1", Column::home},
    {"equipo #2", Column::away},
    {"equipo 1", Column::home},
    {"away", Column::away},
    {"away team", Column::away},
    {"visitante", Column::away},
    {"visita", Column::away},
    {"equipo visitante", Column::away},
    {"team 2", Column::away},
    {"equipo 2", Column::away},
    {"visitor", Column::away},
    {"visitors", Column::away},
    {"score", Column::score},
    {"result", Column::score},
    {"resultado", Column::score},
    {"marcador", Column::score},
    {"attendance", Column::attendance},
    {"asistencia", Column::attendance},
    {"espectadores", Column::attendance},
    {"referee", Column::referee},
    {"arbitro", Column::referee},
    {"round", Column::round},
    {"ronda", Column::round},
    {"jornada", Column::round},
    {"matchday", Column::round},
    {"group", Column::group},
    {"grupo", Column::group},
});

constexpr WordSet name_words = index_by(&ColumnName::name, names);

Column column_named(std::string_view name) {
  const std::size_t found = name_words.index_of(name);
  return found < names.size() ? names[found].column : Column::other;
}

// A header cell as a name: folded, without the leftovers of navigation bars ("Team v t e"),
// tooltips ("Agg.Tooltip Aggregate score") and a final stop.
std::string header_name(std::string_view text) {
  std::string name = text::fold(text);
  if (const std::size_t tip = name.find("tooltip"); tip != std::string::npos && tip > 0)
    name.erase(tip);
  for (const std::string_view tail : {" v t e", "vte", "v t e", " vde"}) {
    if (name.size() > tail.size() && name.substr(name.size() - tail.size()) == tail) {
      name.erase(name.size() - tail.size());
    }
  }
  while (!name.empty() && (name.back() == ' ' || name.back() == '.')) name.pop_back();
  return name;
}

// "Home team (tier)", "PJ Partidos jugados": a name with what explains it.
Column column_within(std::string_view name, bool& has_tiers) {
  const std::size_t blank = name.find(' ');
  if (blank == std::string_view::npos) return Column::other;
  if (const std::size_t open = name.rfind(" ("); open != std::string_view::npos) {
    const Column column = column_named(name.substr(0, open));
    const bool is_side = column == Column::home || column == Column::away;
    has_tiers = has_tiers || is_side;
    return is_side ? column : Column::other;
  }
  constexpr auto explained = std::to_array<std::string_view>(
      {"pj", "pg", "pe", "pp", "gf", "gc", "dg", "dif", "pts", "pld", "mp", "ga", "gd"});
  constexpr auto explaining = std::to_array<std::string_view>(
      {"partidos", "goles", "diferencia", "puntos", "matches", "games", "goals", "points"});
  const auto begins = [&](std::string_view word) {
    return name.substr(blank + 1).starts_with(word);
  };
  const std::string_view first = name.substr(0, blank);
  const bool is_known = std::find(explained.begin(), explained.end(), first) != explained.end();
  const bool tells = std::any_of(explaining.begin(), explaining.end(), begins);
  return is_known && tells ? column_named(first) : Column::other;
}

// Letters of a standings header: which language they are in is decided by the others.
Column letter(char c, bool spanish) {
  switch (c) {
    case 'w':
    case 'v':
      return Column::won;
    case 'd':
      return spanish ? Column::goal_difference : Column::drawn;
    case 't':
      return Column::drawn;
    case 'e':
      return Column::drawn;
    case 'l':
      return Column::lost;
    case 'j':
      return Column::played;
    case 'm':
      return Column::played;
    case 'g':
      return spanish ? Column::won : Column::played;
    case 'p':
      return spanish ? Column::lost : Column::played;
    case 'f':
      return Column::goals_for;
    case 'a':
      return Column::goals_against;
    default:
      return Column::other;
  }
}

}  // namespace

Columns classify_columns(const wiki::Row& header) {
  Columns result;
  result.at.fill(Columns::npos);
  result.columns.reserve(header.cells.size());
  std::vector<std::string> cells;
  cells.reserve(header.cells.size());
  bool spanish_letters = false;
  bool english_letters = false;
  for (const wiki::Cell& cell : header.cells) {
    cells.push_back(header_name(cell.first().text));
    if (cells.back() == "e" || cells.back() == "j") spanish_letters = true;
    if (cells.back() == "w" || cells.back() == "l") english_letters = true;
  }
  const bool counts_matches = std::any_of(cells.begin(), cells.end(), [](const std::string& name) {
    return name == "p" || column_named(name) == Column::played;
  });
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& name = cells[i];
    Column column = column_named(name);
    if (column == Column::other) column = column_within(name, result.has_tiers);
    if (column == Column::other && name.size() == 1)
      column = letter(name[0], spanish_letters && !english_letters);
    if (i == 0 && name == "r") column = Column::position;
    // "R | Team | G | P | W": G is the group where another column counts the matches.
    if (name == "g" && column == Column::played && counts_matches) column = Column::other;
    result.columns.push_back(column);
    std::size_t& first = result.at[static_cast<std::size_t>(column)];
    if (first == Columns::npos) first = i;
  }
  const auto has = [&](Column column) { return result.has(column); };
  // "Home \\ Away", "Local / Visitante": rows at home to columns.
  const auto is_grid = [&](const std::string& corner) {
    const std::size_t cut = corner.find_first_of("\\/");
    if (cut == std::string::npos || cells.size() < 3) return false;
    return column_named(text::trim(std::string_view(corner).substr(0, cut))) == Column::home &&
           column_named(text::trim(std::string_view(corner).substr(cut + 1))) == Column::away;
  };
  if (!cells.empty() && is_grid(cells.front())) {
    result.kind = TableKind::results_grid;
    return result;
  }
  const bool counts = std::any_of(cells.begin(), cells.end(), [](const std::string& name) {
    return name.substr(0, 6) == "number" || name.substr(0, 6) == "no. of" ||
           name.substr(0, 8) == "cantidad" || name.substr(0, 6) == "numero";
  });
  const bool changes =
      !header.cells.empty() &&
      std::all_of(header.cells.begin(), header.cells.end(), [](const wiki::Cell& cell) {
        return parse_change_header(cell.first().text).known;
      });
  const int results = has(Column::won) + has(Column::drawn) + has(Column::lost);
  if (changes) {
    result.kind = TableKind::team_changes;
  } else if (has(Column::home) && has(Column::away) && has(Column::first_leg) &&
             has(Column::second_leg)) {
    result.kind = TableKind::two_legs;
  } else if (has(Column::home) && has(Column::away) && (has(Column::score) || has(Column::date))) {
    result.kind = TableKind::matches;
  } else if (has(Column::team) && has(Column::points) &&
             (has(Column::played) || results >= 2 || has(Column::position))) {
    result.kind = TableKind::standings;
  } else if (has(Column::team) && results == 3 && has(Column::played)) {
    result.kind = TableKind::standings;
  } else if (has(Column::player) && has(Column::goals) &&
             (has(Column::team) || has(Column::position)) && !has(Column::points) &&
             (!has(Column::played) || has(Column::position)) && !has(Column::opponent) &&
             !has(Column::goals_against) && !has(Column::score) && !has(Column::date) &&
             // "Goals" under each competition: the statistics of a squad.
             std::count(result.columns.begin(), result.columns.end(), Column::goals) == 1) {
    result.kind = TableKind::top_scorers;
  } else if (has(Column::team) &&
             (has(Column::city) || has(Column::location) || has(Column::stadium) ||
              has(Column::region)) &&
             !has(Column::player) && !has(Column::goals) && !has(Column::score) &&
             !has(Column::attendance) && !counts) {
    result.kind = TableKind::teams;
  } else if (has(Column::stadium) && has(Column::capacity) && !has(Column::team)) {
    result.kind = TableKind::stadiums;
  }
  return result;
}

ChangeHeader parse_change_header(std::string_view header) {
  struct Head {
    std::string_view words;
    ChangeDirection direction;
  };

  constexpr auto heads = std::to_array<Head>({
      {"relegated from ", ChangeDirection::relegated_from},
      {"promoted to ", ChangeDirection::promoted_to},
      {"promoted from ", ChangeDirection::promoted_from},
      {"relegated to ", ChangeDirection::relegated_to},
      {"descendidos de ", ChangeDirection::relegated_from},
      {"descendido de ", ChangeDirection::relegated_from},
      {"descendieron de ", ChangeDirection::relegated_from},
      {"ascendidos a ", ChangeDirection::promoted_to},
      {"ascendido a ", ChangeDirection::promoted_to},
      {"ascendieron a ", ChangeDirection::promoted_to},
      {"ascendidos de ", ChangeDirection::promoted_from},
      {"ascendido de ", ChangeDirection::promoted_from},
      {"ascendidos desde ", ChangeDirection::promoted_from},
      {"descendidos a ", ChangeDirection::relegated_to},
      {"descendido a ", ChangeDirection::relegated_to},
      {"descendidos desde ", ChangeDirection::relegated_from},
  });
  header = text::trim(header);
  // All begin with one of these, or with a letter beyond ASCII that folds to one.
  const char first = header.empty() ? ' ' : header.front();
  constexpr std::string_view letters = "apdrAPDR";
  if (first >= 0 && letters.find(first) == std::string_view::npos) return {};
  std::string folded = text::fold(header);
  if (folded.size() != header.size()) {
    // Folding changed lengths; only ASCII heads matter, so fold the letters alone.
    folded.assign(header);
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const Head& head : heads) {
    if (folded.substr(0, head.words.size()) != head.words) continue;
    ChangeHeader change;
    change.direction = head.direction;
    change.competition = text::trim(header.substr(head.words.size()));
    for (const std::string_view article : {"la ", "el ", "the "}) {
      if (change.competition.substr(0, article.size()) == article)
        change.competition.remove_prefix(article.size());
    }
    change.known = !change.competition.empty();
    return change;
  }
  return {};
}

}  // namespace acta::football
