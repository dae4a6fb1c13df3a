#include "football/infobox/keys.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "football/phrase/word_set.hpp"

namespace acta::football {

namespace {

struct KeyName {
  std::string_view name;
  Key key;
};

// Keys of season infoboxes in both languages, as the template manuals spell them.
constexpr auto keys = std::to_array<KeyName>({
    {"competition", Key::competition},
    {"competicion", Key::competition},
    {"torneo", Key::competition},
    {"campeonato", Key::competition},
    {"nombre", Key::competition},
    {"tourney name", Key::competition},
    {"tournament", Key::competition},
    {"name", Key::title},
    {"title", Key::title},
    {"titulo", Key::title},
    {"country", Key::country},
    {"pais", Key::country},
    {"season", Key::season},
    {"temporada", Key::season},
    {"year", Key::season},
    {"ano", Key::season},
    {"edicion", Key::known},
    {"num", Key::known},
    {"dates", Key::dates},
    {"date", Key::dates},
    {"fecha", Key::dates},
    {"fechas", Key::dates},
    {"prevseason", Key::previous},
    {"prev season", Key::previous},
    {"previous season", Key::previous},
    {"previous", Key::previous},
    {"anterior", Key::previous},
    {"nextseason", Key::next},
    {"next season", Key::next},
    {"next", Key::next},
    {"siguiente", Key::next},
    {"winners", Key::winner},
    {"winner", Key::winner},
    {"champions", Key::winner},
    {"champion", Key::winner},
    {"champion other", Key::winner},
    {"second other", Key::runner_up},
    {"third other", Key::third},
    {"fourth other", Key::fourth},
    {"season champs", Key::known},
    {"season champ name", Key::known},
    {"premiers", Key::winner},
    {"campeon", Key::winner},
    {"primero", Key::winner},
    {"campeones", Key::winner},
    {"campeona", Key::winner},
    {"subcampeona", Key::runner_up},
    {"runner-up", Key::runner_up},
    {"runners-up", Key::runner_up},
    {"runner up", Key::runner_up},
    {"runners up", Key::runner_up},
    {"runnerup", Key::runner_up},
    {"second", Key::runner_up},
    {"count", Key::known},
    {"subcampeon", Key::runner_up},
    {"segundo", Key::runner_up},
    {"third", Key::third},
    {"third place", Key::third},
    {"tercero", Key::third},
    {"tercer lugar", Key::third},
    {"tercerlugar", Key::third},
    {"fourth", Key::fourth},
    {"fourth place", Key::fourth},
    {"cuarto", Key::fourth},
    {"cuarto lugar", Key::fourth},
    {"cuartolugar", Key::fourth},
    {"promoted", Key::promoted},
    {"ascendidos", Key::promoted},
    {"ascendido", Key::promoted},
    {"ascensos", Key::promoted},
    {"ascenso", Key::promoted},
    {"relegated", Key::relegated},
    {"descendidos", Key::relegated},
    {"descendido", Key::relegated},
    {"descensos", Key::relegated},
    {"descenso", Key::relegated},
    {"defending champions", Key::defending},
    {"defending champion", Key::defending},
    {"campeon defensor", Key::defending},
    {"league topscorer", Key::top_scorer},
    {"top goal scorer", Key::top_scorer},
    {"top scorer", Key::top_scorer},
    {"topscorer", Key::top_scorer},
    {"scoring leader", Key::top_scorer},
    {"goleador", Key::top_scorer},
    {"goleadores", Key::top_scorer},
    {"goleadora", Key::top_scorer},
    {"maximos goleadores", Key::top_scorer},
    {"maxima goleadora", Key::top_scorer},
    {"maximo anotador", Key::top_scorer},
    {"mayor anotador", Key::top_scorer},
    {"maximo goleador", Key::top_scorer},
    {"teams", Key::counted},
    {"matches played", Key::counted},
    {"goals scored", Key::counted},
    {"top goalscorer", Key::top_scorer},
    {"top goal scorers", Key::top_scorer},
    {"champions league", Key::known},
    {"europa league", Key::known},
    {"copa libertadores", Key::known},
    {"libertadores", Key::known},
    {"copa sudamericana", Key::known},
    {"sudamericana", Key::known},
    {"fecha de inicio", Key::known},
    {"fecha de cierre", Key::known},
    {"cantidad de equipos", Key::counted},
    {"posterior", Key::next},
    {"num teams", Key::counted},
    {"equipos", Key::counted},
    {"participantes", Key::counted},
    {"matches", Key::counted},
    {"partidos", Key::counted},
    {"total goals", Key::counted},
    {"goals", Key::counted},
    {"goles", Key::counted},
    {"average goals", Key::known},
    {"attendance", Key::known},
    {"biggest home win", Key::known},
    {"biggest away win", Key::known},
    {"highest scoring", Key::known},
    {"average attendance", Key::known},
    {"venues", Key::known},
    {"cities", Key::known},
    {"player", Key::known},
    {"goalkeeper", Key::known},
    {"best goalkeeper", Key::known},
    {"image", Key::known},
    {"location", Key::known},
    {"website", Key::known},
    {"sede", Key::known},
    {"organizador", Key::known},
    {"number of teams", Key::counted},
    {"organised by", Key::known},
    {"organized by", Key::known},
    {"organiser", Key::known},
    {"founded", Key::known},
    {"other titles", Key::known},
    {"caption", Key::known},
    {"imagesize", Key::known},
    {"longest wins", Key::known},
    {"longest unbeaten", Key::known},
    {"longest losses", Key::known},
    {"longest winless", Key::known},
    {"highest attendance", Key::known},
    {"lowest attendance", Key::known},
    {"total attendance", Key::known},
    {"updated", Key::known},
    {"young player", Key::known},
    {"fair play", Key::known},
    {"champ match score", Key::known},
    {"champ match", Key::known},
    {"biggest win", Key::known},
    {"patrocinador", Key::known},
    {"tipo", Key::known},
    {"categoria", Key::known},
    {"deporte", Key::known},
    {"recinto", Key::known},
    {"inicio", Key::known},
    {"premio", Key::known},
    {"semifinalistas", Key::known},
    {"mejor jugador", Key::known},
    {"ubicacion", Key::known},
    {"imagen", Key::known},
    {"pagina web", Key::known},
    {"promocion", Key::known},
    {"goleadorgoles", Key::known},
    {"nombre original", Key::known},
    {"actual", Key::known},
    {"mvp", Key::known},
    {"stadium", Key::known},
    {"city", Key::known},
    {"alt", Key::known},
    {"size", Key::known},
    {"confederations", Key::known},
    {"estadio", Key::known},
    {"club", Key::known},
    {"league", Key::known},
    {"league result", Key::known},
    {"chairman", Key::known},
    {"chrtitle", Key::known},
    {"manager", Key::known},
    {"mgrtitle", Key::known},
    {"owner", Key::known},
    {"ownertitle", Key::known},
    {"grndtitle", Key::known},
    {"season topscorer", Key::known},
    {"largest win", Key::known},
    {"largest loss", Key::known},
    {"biggest defeat", Key::known},
});

constexpr WordSet key_words = index_by(&KeyName::name, keys);

}  // namespace

std::optional<Key> key_of(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  const std::size_t found = key_words.index_of(name);
  if (found < keys.size()) return keys[found].key;
  // "winners2", "fecha de inicio" and their like are numbered or longer forms; the cup keys are:
  if (name.starts_with("continentalcup") || name.starts_with("domest cu")) {
    return name.find("qualifiers") == std::string::npos ? Key::cup : Key::cup_teams;
  }
  // A club's cups, and its kit.
  if (name.size() > 3 && name.starts_with("cup") && name[3] >= '0' && name[3] <= '9')
    return Key::known;
  for (const std::string_view kit :
       {"pattern ", "leftarm", "rightarm", "body", "shorts", "socks"}) {
    if (name.starts_with(kit)) return Key::known;
  }
  if (name.ends_with("-flagvar") || name.ends_with("-note") || name.starts_with("est nombre"))
    return Key::known;
  if (name.starts_with("continental cup qualifiers")) return Key::cup_teams;
  return std::nullopt;
}

}  // namespace acta::football
