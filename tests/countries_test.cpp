#include "words/countries.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <ostream>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "text/unicode.hpp"

namespace {

using acta::words::Country;
using acta::words::country_by_code;
using acta::words::country_by_name;
namespace data = boost::unit_test::data;

const std::span<const Country> nations = acta::words::countries();

// FIFA's list of its members, 211 of them.
constexpr std::string_view members =
    "AFG AIA ALB ALG AND ANG ARG ARM ARU ASA ATG AUS AUT AZE BAH BAN BDI BEL BEN BER BFA BHR BHU "
    "BIH BLR BLZ BOL BOT BRA BRB BRU BUL CAM CAN CAY CGO CHA CHI CHN CIV CMR COD COK COL COM CPV "
    "CRC CRO CTA CUB CUW CYP CZE DEN DJI DMA DOM ECU EGY ENG EQG ERI ESP EST ETH FIJ FIN FRA FRO "
    "GAB GAM GEO GER GHA GIB GNB GRE GRN GUA GUI GUM GUY HAI HKG HON HUN IDN IND IRL IRN IRQ ISL "
    "ISR ITA JAM JOR JPN KAZ KEN KGZ KOR KSA KUW KVX LAO LBN LBR LBY LCA LES LIE LTU LUX LVA MAC "
    "MAD MAR MAS MDA MDV MEX MKD MLI MLT MNE MNG MOZ MRI MSR MTN MWI MYA NAM NCA NCL NED NEP NGA "
    "NIG NIR NOR NZL OMA PAK PAN PAR PER PHI PLE PNG POL POR PRK PUR QAT ROU RSA RUS RWA SAM SCO "
    "SDN SEN SEY SGP SKN SLE SLV SMR SOL SOM SRB SRI SSD STP SUI SUR SVK SVN SWE SWZ SYR TAH TAN "
    "TCA TGA THA TJK TKM TLS TOG TPE TRI TUN TUR UAE UGA UKR URU USA UZB VAN VEN VGB VIE VIN VIR "
    "WAL YEM ZAM ZIM";

struct Row {
  std::string_view asked;
  std::string_view english;
};

std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.asked; }

std::string_view english_of(const Country* country) {
  return country == nullptr ? std::string_view("(none)") : country->english;
}

constexpr Row codes[] = {
    {"USA", "United States"},
    {"KOR", "South Korea"},
    {"CIV", "Ivory Coast"},
    {"COD", "DR Congo"},
    {"IRL", "Republic of Ireland"},
    {"CZE", "Czech Republic"},
    {"CHN", "China"},
    {"CPV", "Cape Verde"},
    {"TPE", "Chinese Taipei"},
    {"GER", "Germany"},
    {"DEU", "Germany"},
    {"de", "Germany"},
    {"bra", "Brazil"},
    {"GB", "Great Britain"},
    {"SCO", "Scotland"},
    {"REU", "Réunion"},
    {"FRG", "West Germany"},
    {"RFA", "West Germany"},
    {"GDR", "East Germany"},
    {"DDR", "East Germany"},
    {"URS", "Soviet Union"},
    {"SUN", "Soviet Union"},
    {"USSR", "Soviet Union"},
    {"TCH", "Czechoslovakia"},
    {"CSK", "Czechoslovakia"},
    {"YUG", "Yugoslavia"},
    {"SCG", "Serbia and Montenegro"},
    {"CS", "Serbia and Montenegro"},
    {"DEI", "Dutch East Indies"},
    {"INH", "Dutch East Indies"},
    {"ZAI", "Zaire"},
    {"UAR", "United Arab Republic"},
    {"BIR", "Burma"},
    {"AHO", "Netherlands Antilles"},
    {"ROM", "Romania"},
    {"HOL", "Netherlands"},
    {"LIB", "Lebanon"},
    {"KOS", "Kosovo"},
    {"TRNC", "Northern Cyprus"},
};

constexpr Row conflicts[] = {
    {"ANT", "Netherlands Antilles"},  // Antigua and Barbuda for the IOC.
    {"BRN", "Bahrain"},               // The IOC's; Brunei for ISO.
    {"BUR", "Burkina Faso"},          // The IOC's; Burma for ISO.
    {"MAL", "Malaya"},                // Neither Mali nor Malaysia.
    {"NIG", "Niger"},                 // Not Nigeria, NGA and NGR.
    {"CHE", "Switzerland"},           // Not Chechnya, nor Checoslovaquia.
    {"GUI", "Guinea"},                // Not Guyana.
    {"MAR", "Morocco"},               // Not Martinique, MTQ.
    {"MRT", "Mauritania"},            // FIFA's code is MTN.
    {"SLO", "Slovenia"},              // Not Slovakia.
    {"VNM", "Vietnam"},               // Once South Vietnam's.
    {"YEM", "Yemen"},                 // Once North Yemen's.
};

constexpr std::string_view strangers[] = {
    "", " ", "ZZZ", "X", "P", "PE ", " PER", "P-R", "PERU", "PERUU", "ÑAN", "GB-ENG",
};

constexpr Row names[] = {
    {"Estados Unidos", "United States"},
    {"EE. UU.", "United States"},
    {"USA", "United States"},
    {"united  states", "United States"},
    {"Corea del Sur", "South Korea"},
    {"Korea Republic", "South Korea"},
    {"Costa de Marfil", "Ivory Coast"},
    {"Côte d’Ivoire", "Ivory Coast"},
    {"PERU", "Peru"},
    {"Perú", "Peru"},
    {"Curaçao", "Curaçao"},
    {"Curacao", "Curaçao"},
    {"Türkiye", "Turkey"},
    {"Czechia", "Czech Republic"},
    {"Países Bajos", "Netherlands"},
    {"Ireland", "Republic of Ireland"},
    {"Northern Ireland", "Northern Ireland"},
    {"Alemania", "Germany"},
    {"Alemania Federal", "West Germany"},
    {"URSS", "Soviet Union"},
    {"SFR Yugoslavia", "Yugoslavia"},
    {"Kingdom of Yugoslavia", "Yugoslavia"},
    {"FR Yugoslavia", "FR Yugoslavia"},
    {"Burma", "Burma"},
    {"Myanmar", "Myanmar"},
    {"Swaziland", "Eswatini"},
    {"Guinea", "Guinea"},
    {"Guinea Ecuatorial", "Equatorial Guinea"},
    {"Congo", "Congo"},
    {"Congo DR", "DR Congo"},
    {"Samoa", "Samoa"},
    {"American Samoa", "American Samoa"},
};

// Places of articles that are no nations; a title's bracket may hold any of them.
constexpr std::string_view no_names[] = {
    "", " ", "Lima", "San Martín", "Formosa", "La Libertad", "women", "Perú Libre", "Santa Elena",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(countries)

BOOST_AUTO_TEST_CASE(all_members_of_fifa_are_there_and_come_first) {
  std::istringstream list{std::string(members)};
  std::set<std::string> expected;
  for (std::string code; list >> code;) {
    expected.insert(code);
  }
  BOOST_TEST_REQUIRE(expected.size() == 211U);
  BOOST_TEST_REQUIRE(nations.size() > expected.size());
  std::set<std::string> found;
  for (const Country& country : nations.first(expected.size())) {
    found.emplace(country.fifa);
  }
  BOOST_TEST(found == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_code_is_of_one_nation_in_each_list) {
  for (const auto list : {&Country::fifa, &Country::iso3, &Country::iso2}) {
    std::set<std::string_view> seen;
    for (const Country& country : nations) {
      const std::string_view code = country.*list;
      BOOST_TEST((code.empty() || seen.insert(code).second), country.english << " shares " << code);
    }
  }
}

BOOST_AUTO_TEST_CASE(codes_are_upper_case_and_of_their_length) {
  const auto is_code = [](std::string_view code, std::size_t length) {
    return code.empty() ||
           (code.size() == length && std::all_of(code.begin(), code.end(), [](char c) {
              return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            }));
  };
  for (const Country& country : nations) {
    BOOST_TEST(is_code(country.fifa, 3), country.english);
    BOOST_TEST(is_code(country.ioc, 3), country.english);
    BOOST_TEST(is_code(country.iso3, 3), country.english);
    BOOST_TEST(is_code(country.iso2, 2), country.english);
    BOOST_TEST((country.ioc.empty() || country.ioc != country.fifa), country.english);
  }
}

BOOST_AUTO_TEST_CASE(a_name_is_of_one_nation) {
  std::map<std::string, std::string_view> owner;
  for (const Country& country : nations) {
    for (const std::string_view name : {country.english, country.spanish}) {
      BOOST_TEST_REQUIRE(!name.empty());
      BOOST_TEST(acta::text::is_nfc(name), name);
      const auto row = owner.emplace(acta::text::fold(name), country.english).first;
      BOOST_TEST(row->second == country.english, "both are " << name);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_nation_is_found_by_its_code_and_its_names) {
  for (const Country& country : nations) {
    BOOST_TEST(english_of(country_by_name(country.english)) == country.english);
    BOOST_TEST(english_of(country_by_name(country.spanish)) == country.english);
    if (!country.fifa.empty()) {
      BOOST_TEST(country_by_code(country.fifa) == &country);
    }
  }
}

BOOST_AUTO_TEST_CASE(other_lists_give_way_only_to_the_lists_before_them) {
  for (const Country& country : nations) {
    const auto of_fifa = [&country](std::string_view code) {
      return std::any_of(nations.begin(), nations.end(), [&](const Country& other) {
        return &other != &country && other.fifa == code;
      });
    };
    const auto of_ioc = [&country](std::string_view code) {
      return std::any_of(nations.begin(), nations.end(), [&](const Country& other) {
        return &other != &country && other.ioc == code;
      });
    };
    if (!country.ioc.empty()) {
      BOOST_TEST((country_by_code(country.ioc) == &country) != of_fifa(country.ioc), country.ioc);
    }
    if (!country.iso3.empty() && country.iso3 != country.fifa) {
      const bool is_taken = of_fifa(country.iso3) || of_ioc(country.iso3);
      BOOST_TEST((country_by_code(country.iso3) == &country) != is_taken, country.iso3);
    }
    if (!country.iso2.empty()) {
      BOOST_TEST(country_by_code(country.iso2) == &country, country.iso2);
    }
  }
}

BOOST_DATA_TEST_CASE(a_code_finds_its_nation_in_any_list_and_case, data::make(codes), row) {
  BOOST_TEST(english_of(country_by_code(row.asked)) == row.english);
}

BOOST_DATA_TEST_CASE(of_two_meanings_fifas_is_taken_then_the_iocs, data::make(conflicts), row) {
  BOOST_TEST(english_of(country_by_code(row.asked)) == row.english);
}

BOOST_DATA_TEST_CASE(what_is_no_code_finds_nothing, data::make(strangers), text) {
  BOOST_TEST(english_of(country_by_code(text)) == "(none)");
}

BOOST_DATA_TEST_CASE(a_name_finds_its_nation_in_both_languages, data::make(names), row) {
  BOOST_TEST(english_of(country_by_name(row.asked)) == row.english);
}

BOOST_DATA_TEST_CASE(what_is_no_nation_finds_nothing, data::make(no_names), text) {
  BOOST_TEST(english_of(country_by_name(text)) == "(none)");
}

BOOST_AUTO_TEST_CASE(threads_that_ask_for_names_at_once_get_one_answer) {
  std::vector<const Country*> answers(4);
  std::vector<std::thread> threads;
  threads.reserve(answers.size());
  for (const Country*& answer : answers) {
    threads.emplace_back([&answer] { answer = country_by_name("Bolivia"); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  for (const Country* answer : answers) {
    BOOST_TEST(answer == country_by_code("BOL"));
  }
}

BOOST_AUTO_TEST_SUITE_END()
