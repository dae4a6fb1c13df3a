#include "words/countries.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "text/unicode.hpp"

namespace acta::words {
namespace {

// clang-format off
constexpr auto nations = std::to_array<Country>({
    // Members of FIFA.
    {"AFG", "", "AFG", "AF", "Afghanistan", "Afganistán"},
    {"AIA", "", "AIA", "AI", "Anguilla", "Anguila"},
    {"ALB", "", "ALB", "AL", "Albania", "Albania"},
    {"ALG", "", "DZA", "DZ", "Algeria", "Argelia"},
    {"AND", "", "AND", "AD", "Andorra", "Andorra"},
    {"ANG", "", "AGO", "AO", "Angola", "Angola"},
    {"ARG", "", "ARG", "AR", "Argentina", "Argentina"},
    {"ARM", "", "ARM", "AM", "Armenia", "Armenia"},
    {"ARU", "", "ABW", "AW", "Aruba", "Aruba"},
    {"ASA", "", "ASM", "AS", "American Samoa", "Samoa Americana"},
    {"ATG", "ANT", "ATG", "AG", "Antigua and Barbuda", "Antigua y Barbuda"},
    {"AUS", "", "AUS", "AU", "Australia", "Australia"},
    {"AUT", "", "AUT", "AT", "Austria", "Austria"},
    {"AZE", "", "AZE", "AZ", "Azerbaijan", "Azerbaiyán"},
    {"BAH", "", "BHS", "BS", "Bahamas", "Bahamas"},
    {"BAN", "", "BGD", "BD", "Bangladesh", "Bangladés"},
    {"BDI", "", "BDI", "BI", "Burundi", "Burundi"},
    {"BEL", "", "BEL", "BE", "Belgium", "Bélgica"},
    {"BEN", "", "BEN", "BJ", "Benin", "Benín"},
    {"BER", "", "BMU", "BM", "Bermuda", "Bermudas"},
    {"BFA", "BUR", "BFA", "BF", "Burkina Faso", "Burkina Faso"},
    {"BHR", "BRN", "BHR", "BH", "Bahrain", "Baréin"},
    {"BHU", "", "BTN", "BT", "Bhutan", "Bután"},
    {"BIH", "", "BIH", "BA", "Bosnia and Herzegovina", "Bosnia y Herzegovina"},
    {"BLR", "", "BLR", "BY", "Belarus", "Bielorrusia"},
    {"BLZ", "BIZ", "BLZ", "BZ", "Belize", "Belice"},
    {"BOL", "", "BOL", "BO", "Bolivia", "Bolivia"},
    {"BOT", "", "BWA", "BW", "Botswana", "Botsuana"},
    {"BRA", "", "BRA", "BR", "Brazil", "Brasil"},
    {"BRB", "BAR", "BRB", "BB", "Barbados", "Barbados"},
    {"BRU", "", "BRN", "BN", "Brunei", "Brunéi"},
    {"BUL", "", "BGR", "BG", "Bulgaria", "Bulgaria"},
    {"CAM", "", "KHM", "KH", "Cambodia", "Camboya"},
    {"CAN", "", "CAN", "CA", "Canada", "Canadá"},
    {"CAY", "", "CYM", "KY", "Cayman Islands", "Islas Caimán"},
    {"CGO", "", "COG", "CG", "Congo", "República del Congo"},
    {"CHA", "", "TCD", "TD", "Chad", "Chad"},
    {"CHI", "", "CHL", "CL", "Chile", "Chile"},
    {"CHN", "", "CHN", "CN", "China", "China"},
    {"CIV", "", "CIV", "CI", "Ivory Coast", "Costa de Marfil"},
    {"CMR", "", "CMR", "CM", "Cameroon", "Camerún"},
    {"COD", "", "COD", "CD", "DR Congo", "República Democrática del Congo"},
    {"COK", "", "COK", "CK", "Cook Islands", "Islas Cook"},
    {"COL", "", "COL", "CO", "Colombia", "Colombia"},
    {"COM", "", "COM", "KM", "Comoros", "Comoras"},
    {"CPV", "", "CPV", "CV", "Cape Verde", "Cabo Verde"},
    {"CRC", "", "CRI", "CR", "Costa Rica", "Costa Rica"},
    {"CRO", "", "HRV", "HR", "Croatia", "Croacia"},
    {"CTA", "CAF", "CAF", "CF", "Central African Republic", "República Centroafricana"},
    {"CUB", "", "CUB", "CU", "Cuba", "Cuba"},
    {"CUW", "", "CUW", "CW", "Curaçao", "Curazao"},
    {"CYP", "", "CYP", "CY", "Cyprus", "Chipre"},
    {"CZE", "", "CZE", "CZ", "Czech Republic", "República Checa"},
    {"DEN", "", "DNK", "DK", "Denmark", "Dinamarca"},
    {"DJI", "", "DJI", "DJ", "Djibouti", "Yibuti"},
    {"DMA", "", "DMA", "DM", "Dominica", "Dominica"},
    {"DOM", "", "DOM", "DO", "Dominican Republic", "República Dominicana"},
    {"ECU", "", "ECU", "EC", "Ecuador", "Ecuador"},
    {"EGY", "", "EGY", "EG", "Egypt", "Egipto"},
    {"ENG", "", "", "", "England", "Inglaterra"},
    {"EQG", "GEQ", "GNQ", "GQ", "Equatorial Guinea", "Guinea Ecuatorial"},
    {"ERI", "", "ERI", "ER", "Eritrea", "Eritrea"},
    {"ESP", "", "ESP", "ES", "Spain", "España"},
    {"EST", "", "EST", "EE", "Estonia", "Estonia"},
    {"ETH", "", "ETH", "ET", "Ethiopia", "Etiopía"},
    {"FIJ", "", "FJI", "FJ", "Fiji", "Fiyi"},
    {"FIN", "", "FIN", "FI", "Finland", "Finlandia"},
    {"FRA", "", "FRA", "FR", "France", "Francia"},
    {"FRO", "", "FRO", "FO", "Faroe Islands", "Islas Feroe"},
    {"GAB", "", "GAB", "GA", "Gabon", "Gabón"},
    {"GAM", "", "GMB", "GM", "Gambia", "Gambia"},
    {"GEO", "", "GEO", "GE", "Georgia", "Georgia"},
    {"GER", "", "DEU", "DE", "Germany", "Alemania"},
    {"GHA", "", "GHA", "GH", "Ghana", "Ghana"},
    {"GIB", "", "GIB", "GI", "Gibraltar", "Gibraltar"},
    {"GNB", "GBS", "GNB", "GW", "Guinea-Bissau", "Guinea-Bisáu"},
    {"GRE", "", "GRC", "GR", "Greece", "Grecia"},
    {"GRN", "", "GRD", "GD", "Grenada", "Granada"},
    {"GUA", "", "GTM", "GT", "Guatemala", "Guatemala"},
    {"GUI", "", "GIN", "GN", "Guinea", "Guinea"},
    {"GUM", "", "GUM", "GU", "Guam", "Guam"},
    {"GUY", "", "GUY", "GY", "Guyana", "Guyana"},
    {"HAI", "", "HTI", "HT", "Haiti", "Haití"},
    {"HKG", "", "HKG", "HK", "Hong Kong", "Hong Kong"},
    {"HON", "", "HND", "HN", "Honduras", "Honduras"},
    {"HUN", "", "HUN", "HU", "Hungary", "Hungría"},
    {"IDN", "INA", "IDN", "ID", "Indonesia", "Indonesia"},
    {"IND", "", "IND", "IN", "India", "India"},
    {"IRL", "", "IRL", "IE", "Republic of Ireland", "Irlanda"},
    {"IRN", "IRI", "IRN", "IR", "Iran", "Irán"},
    {"IRQ", "", "IRQ", "IQ", "Iraq", "Irak"},
    {"ISL", "", "ISL", "IS", "Iceland", "Islandia"},
    {"ISR", "", "ISR", "IL", "Israel", "Israel"},
    {"ITA", "", "ITA", "IT", "Italy", "Italia"},
    {"JAM", "", "JAM", "JM", "Jamaica", "Jamaica"},
    {"JOR", "", "JOR", "JO", "Jordan", "Jordania"},
    {"JPN", "", "JPN", "JP", "Japan", "Japón"},
    {"KAZ", "", "KAZ", "KZ", "Kazakhstan", "Kazajistán"},
    {"KEN", "", "KEN", "KE", "Kenya", "Kenia"},
    {"KGZ", "", "KGZ", "KG", "Kyrgyzstan", "Kirguistán"},
    {"KOR", "", "KOR", "KR", "South Korea", "Corea del Sur"},
    {"KSA", "", "SAU", "SA", "Saudi Arabia", "Arabia Saudita"},
    {"KUW", "", "KWT", "KW", "Kuwait", "Kuwait"},
    {"KVX", "KOS", "XKX", "XK", "Kosovo", "Kosovo"},
    {"LAO", "", "LAO", "LA", "Laos", "Laos"},
    {"LBN", "", "LBN", "LB", "Lebanon", "Líbano"},
    {"LBR", "", "LBR", "LR", "Liberia", "Liberia"},
    {"LBY", "LBA", "LBY", "LY", "Libya", "Libia"},
    {"LCA", "", "LCA", "LC", "Saint Lucia", "Santa Lucía"},
    {"LES", "", "LSO", "LS", "Lesotho", "Lesoto"},
    {"LIE", "", "LIE", "LI", "Liechtenstein", "Liechtenstein"},
    {"LTU", "", "LTU", "LT", "Lithuania", "Lituania"},
    {"LUX", "", "LUX", "LU", "Luxembourg", "Luxemburgo"},
    {"LVA", "LAT", "LVA", "LV", "Latvia", "Letonia"},
    {"MAC", "", "MAC", "MO", "Macau", "Macao"},
    {"MAD", "", "MDG", "MG", "Madagascar", "Madagascar"},
    {"MAR", "", "MAR", "MA", "Morocco", "Marruecos"},
    {"MAS", "", "MYS", "MY", "Malaysia", "Malasia"},
    {"MDA", "", "MDA", "MD", "Moldova", "Moldavia"},
    {"MDV", "", "MDV", "MV", "Maldives", "Maldivas"},
    {"MEX", "", "MEX", "MX", "Mexico", "México"},
    {"MKD", "", "MKD", "MK", "North Macedonia", "Macedonia del Norte"},
    {"MLI", "", "MLI", "ML", "Mali", "Malí"},
    {"MLT", "", "MLT", "MT", "Malta", "Malta"},
    {"MNE", "", "MNE", "ME", "Montenegro", "Montenegro"},
    {"MNG", "MGL", "MNG", "MN", "Mongolia", "Mongolia"},
    {"MOZ", "", "MOZ", "MZ", "Mozambique", "Mozambique"},
    {"MRI", "", "MUS", "MU", "Mauritius", "Mauricio"},
    {"MSR", "", "MSR", "MS", "Montserrat", "Montserrat"},
    {"MTN", "", "MRT", "MR", "Mauritania", "Mauritania"},
    {"MWI", "MAW", "MWI", "MW", "Malawi", "Malaui"},
    {"MYA", "", "MMR", "MM", "Myanmar", "Myanmar"},
    {"NAM", "", "NAM", "NA", "Namibia", "Namibia"},
    {"NCA", "", "NIC", "NI", "Nicaragua", "Nicaragua"},
    {"NCL", "", "NCL", "NC", "New Caledonia", "Nueva Caledonia"},
    {"NED", "", "NLD", "NL", "Netherlands", "Países Bajos"},
    {"NEP", "", "NPL", "NP", "Nepal", "Nepal"},
    {"NGA", "NGR", "NGA", "NG", "Nigeria", "Nigeria"},
    {"NIG", "", "NER", "NE", "Niger", "Níger"},
    {"NIR", "", "", "", "Northern Ireland", "Irlanda del Norte"},
    {"NOR", "", "NOR", "NO", "Norway", "Noruega"},
    {"NZL", "", "NZL", "NZ", "New Zealand", "Nueva Zelanda"},
    {"OMA", "", "OMN", "OM", "Oman", "Omán"},
    {"PAK", "", "PAK", "PK", "Pakistan", "Pakistán"},
    {"PAN", "", "PAN", "PA", "Panama", "Panamá"},
    {"PAR", "", "PRY", "PY", "Paraguay", "Paraguay"},
    {"PER", "", "PER", "PE", "Peru", "Perú"},
    {"PHI", "", "PHL", "PH", "Philippines", "Filipinas"},
    {"PLE", "", "PSE", "PS", "Palestine", "Palestina"},
    {"PNG", "", "PNG", "PG", "Papua New Guinea", "Papúa Nueva Guinea"},
    {"POL", "", "POL", "PL", "Poland", "Polonia"},
    {"POR", "", "PRT", "PT", "Portugal", "Portugal"},
    {"PRK", "", "PRK", "KP", "North Korea", "Corea del Norte"},
    {"PUR", "", "PRI", "PR", "Puerto Rico", "Puerto Rico"},
    {"QAT", "", "QAT", "QA", "Qatar", "Catar"},
    {"ROU", "", "ROU", "RO", "Romania", "Rumania"},
    {"RSA", "", "ZAF", "ZA", "South Africa", "Sudáfrica"},
    {"RUS", "", "RUS", "RU", "Russia", "Rusia"},
    {"RWA", "", "RWA", "RW", "Rwanda", "Ruanda"},
    {"SAM", "", "WSM", "WS", "Samoa", "Samoa"},
    {"SCO", "", "", "", "Scotland", "Escocia"},
    {"SDN", "SUD", "SDN", "SD", "Sudan", "Sudán"},
    {"SEN", "", "SEN", "SN", "Senegal", "Senegal"},
    {"SEY", "", "SYC", "SC", "Seychelles", "Seychelles"},
    {"SGP", "", "SGP", "SG", "Singapore", "Singapur"},
    {"SKN", "", "KNA", "KN", "Saint Kitts and Nevis", "San Cristóbal y Nieves"},
    {"SLE", "", "SLE", "SL", "Sierra Leone", "Sierra Leona"},
    {"SLV", "ESA", "SLV", "SV", "El Salvador", "El Salvador"},
    {"SMR", "", "SMR", "SM", "San Marino", "San Marino"},
    {"SOL", "", "SLB", "SB", "Solomon Islands", "Islas Salomón"},
    {"SOM", "", "SOM", "SO", "Somalia", "Somalia"},
    {"SRB", "", "SRB", "RS", "Serbia", "Serbia"},
    {"SRI", "", "LKA", "LK", "Sri Lanka", "Sri Lanka"},
    {"SSD", "", "SSD", "SS", "South Sudan", "Sudán del Sur"},
    {"STP", "", "STP", "ST", "São Tomé and Príncipe", "Santo Tomé y Príncipe"},
    {"SUI", "", "CHE", "CH", "Switzerland", "Suiza"},
    {"SUR", "", "SUR", "SR", "Suriname", "Surinam"},
    {"SVK", "", "SVK", "SK", "Slovakia", "Eslovaquia"},
    {"SVN", "SLO", "SVN", "SI", "Slovenia", "Eslovenia"},
    {"SWE", "", "SWE", "SE", "Sweden", "Suecia"},
    {"SWZ", "", "SWZ", "SZ", "Eswatini", "Esuatini"},
    {"SYR", "", "SYR", "SY", "Syria", "Siria"},
    {"TAH", "", "PYF", "PF", "Tahiti", "Tahití"},
    {"TAN", "", "TZA", "TZ", "Tanzania", "Tanzania"},
    {"TCA", "", "TCA", "TC", "Turks and Caicos Islands", "Islas Turcas y Caicos"},
    {"TGA", "", "TON", "TO", "Tonga", "Tonga"},
    {"THA", "", "THA", "TH", "Thailand", "Tailandia"},
    {"TJK", "", "TJK", "TJ", "Tajikistan", "Tayikistán"},
    {"TKM", "", "TKM", "TM", "Turkmenistan", "Turkmenistán"},
    {"TLS", "", "TLS", "TL", "Timor-Leste", "Timor Oriental"},
    {"TOG", "", "TGO", "TG", "Togo", "Togo"},
    {"TPE", "", "TWN", "TW", "Chinese Taipei", "China Taipéi"},
    {"TRI", "TTO", "TTO", "TT", "Trinidad and Tobago", "Trinidad y Tobago"},
    {"TUN", "", "TUN", "TN", "Tunisia", "Túnez"},
    {"TUR", "", "TUR", "TR", "Turkey", "Turquía"},
    {"UAE", "", "ARE", "AE", "United Arab Emirates", "Emiratos Árabes Unidos"},
    {"UGA", "", "UGA", "UG", "Uganda", "Uganda"},
    {"UKR", "", "UKR", "UA", "Ukraine", "Ucrania"},
    {"URU", "", "URY", "UY", "Uruguay", "Uruguay"},
    {"USA", "", "USA", "US", "United States", "Estados Unidos"},
    {"UZB", "", "UZB", "UZ", "Uzbekistan", "Uzbekistán"},
    {"VAN", "", "VUT", "VU", "Vanuatu", "Vanuatu"},
    {"VEN", "", "VEN", "VE", "Venezuela", "Venezuela"},
    {"VGB", "IVB", "VGB", "VG", "British Virgin Islands", "Islas Vírgenes Británicas"},
    {"VIE", "", "VNM", "VN", "Vietnam", "Vietnam"},
    {"VIN", "", "VCT", "VC", "Saint Vincent and the Grenadines", "San Vicente y las Granadinas"},
    {"VIR", "ISV", "VIR", "VI", "U.S. Virgin Islands", "Islas Vírgenes de los Estados Unidos"},
    {"WAL", "", "", "", "Wales", "Gales"},
    {"YEM", "", "YEM", "YE", "Yemen", "Yemen"},
    {"ZAM", "", "ZMB", "ZM", "Zambia", "Zambia"},
    {"ZIM", "", "ZWE", "ZW", "Zimbabwe", "Zimbabue"},

    // Outside FIFA.
    {"ALA", "", "ALA", "AX", "Åland Islands", "Åland"},
    {"BOE", "", "BES", "BQ", "Bonaire", "Bonaire"},
    {"CAT", "", "", "", "Catalonia", "Cataluña"},
    {"EUS", "", "", "", "Basque Country", "País Vasco"},
    {"FLK", "", "FLK", "FK", "Falkland Islands", "Islas Malvinas"},
    {"FSM", "", "FSM", "FM", "Federated States of Micronesia", "Estados Federados de Micronesia"},
    {"GBR", "", "GBR", "GB", "Great Britain", "Gran Bretaña"},
    {"GGY", "", "GGY", "GG", "Guernsey", "Guernsey"},
    {"GLP", "", "GLP", "GP", "Guadeloupe", "Guadalupe"},
    {"GRL", "", "GRL", "GL", "Greenland", "Groenlandia"},
    {"GUF", "", "GUF", "GF", "French Guiana", "Guayana Francesa"},
    {"IMN", "", "IMN", "IM", "Isle of Man", "Isla de Man"},
    {"JEY", "", "JEY", "JE", "Jersey", "Jersey"},
    {"KIR", "", "KIR", "KI", "Kiribati", "Kiribati"},
    {"MCO", "MON", "MCO", "MC", "Monaco", "Mónaco"},
    {"MHL", "", "MHL", "MH", "Marshall Islands", "Islas Marshall"},
    {"MTQ", "", "MTQ", "MQ", "Martinique", "Martinica"},
    {"MYT", "", "MYT", "YT", "Mayotte", "Mayotte"},
    {"NCY", "", "", "", "Northern Cyprus", "Chipre del Norte"},
    {"NIU", "", "NIU", "NU", "Niue", "Niue"},
    {"NKR", "", "", "", "Artsakh", "Artsaj"},
    {"NMI", "", "MNP", "MP", "Northern Mariana Islands", "Islas Marianas del Norte"},
    {"NRU", "", "NRU", "NR", "Nauru", "Nauru"},
    {"PLW", "", "PLW", "PW", "Palau", "Palaos"},
    {"REU", "", "REU", "RE", "Réunion", "Reunión"},
    // Spanish articles add the state: San Martín is many a place in South America.
    {"SMA", "", "SXM", "SX", "Sint Maarten", "San Martín (Países Bajos)"},
    {"SMN", "", "MAF", "MF", "Saint Martin", "San Martín (Francia)"},
    {"SPM", "", "SPM", "PM", "Saint Pierre and Miquelon", "San Pedro y Miquelón"},
    {"TUV", "", "TUV", "TV", "Tuvalu", "Tuvalu"},
    {"VAT", "", "VAT", "VA", "Vatican City", "Ciudad del Vaticano"},
    {"WLF", "", "WLF", "WF", "Wallis and Futuna", "Wallis y Futuna"},
    {"ZAN", "", "", "", "Zanzibar", "Zanzíbar"},
    {"", "", "ESH", "EH", "Western Sahara", "Sahara Occidental"},

    // Of the past.
    {"ANT", "AHO", "ANT", "AN", "Netherlands Antilles", "Antillas Neerlandesas"},
    {"BGU", "", "", "", "British Guiana", "Guayana Británica"},
    {"BIR", "", "BUR", "BU", "Burma", "Birmania"},
    {"BOH", "", "", "", "Bohemia", "Bohemia"},
    {"CEY", "", "", "", "Ceylon", "Ceilán"},
    {"CIS", "", "", "", "CIS", "Comunidad de Estados Independientes"},
    {"DAH", "", "DHY", "DY", "Dahomey", "Dahomey"},
    {"DEI", "", "", "", "Dutch East Indies", "Indias Orientales Neerlandesas"},
    {"EUN", "", "", "", "Unified Team", "Equipo Unificado"},
    {"FRG", "", "", "", "West Germany", "Alemania Occidental"},
    {"FRY", "", "", "", "FR Yugoslavia", "República Federal de Yugoslavia"},
    {"GDR", "", "DDR", "DD", "East Germany", "Alemania Oriental"},
    {"GOC", "", "", "", "Gold Coast", "Costa de Oro"},
    {"HBR", "", "", "", "British Honduras", "Honduras Británica"},
    {"IFS", "", "", "", "Irish Free State", "Estado Libre Irlandés"},
    {"MAL", "", "", "", "Malaya", "Malaya"},
    {"NGY", "", "", "", "Netherlands Guiana", "Guayana Neerlandesa"},
    {"NRH", "", "", "", "Northern Rhodesia", "Rodesia del Norte"},
    {"RHO", "", "RHO", "RH", "Rhodesia", "Rodesia"},
    {"ROC", "", "", "", "Republic of China", "República de China"},
    {"RU1", "", "", "", "Russian Empire", "Imperio ruso"},
    {"SAA", "", "", "", "Saar", "Sarre"},
    {"SCG", "", "SCG", "CS", "Serbia and Montenegro", "Serbia y Montenegro"},
    // ISO gave CS away again, to Serbia and Montenegro.
    {"TCH", "", "CSK", "", "Czechoslovakia", "Checoslovaquia"},
    {"UAR", "", "", "", "United Arab Republic", "República Árabe Unida"},
    {"UPV", "VOL", "HVO", "HV", "Upper Volta", "Alto Volta"},
    {"URS", "", "SUN", "SU", "Soviet Union", "Unión Soviética"},
    {"VNO", "", "VDR", "VD", "North Vietnam", "Vietnam del Norte"},
    // South Vietnam had VNM, North Yemen YEM: codes of the present Vietnam and Yemen.
    {"VSO", "", "", "", "South Vietnam", "Vietnam del Sur"},
    {"YAR", "", "", "", "North Yemen", "Yemen del Norte"},
    {"YMD", "", "YMD", "YD", "South Yemen", "Yemen del Sur"},
    {"YUG", "", "YUG", "YU", "Yugoslavia", "Yugoslavia"},
    {"ZAI", "", "ZAR", "ZR", "Zaire", "Zaire"},
    {"", "", "", "", "Bohemia and Moravia", "Bohemia y Moravia"},
    {"", "", "", "", "Mandatory Palestine", "Mandato británico de Palestina"},
    {"", "", "", "", "Tanganyika", "Tanganica"},
    {"", "", "NHB", "NH", "New Hebrides", "Nuevas Hébridas"},
});

struct Variant {
  std::string_view fifa;
  std::string_view text;
};

// Codes given up, and what editors write for codes.
constexpr auto code_variants = std::to_array<Variant>({
    {"BUL", "PRB"}, {"COD", "CKN"}, {"COD", "DRC"}, {"DEI", "INH"}, {"ESP", "SPA"}, {"EUS", "BSQ"}, {"FRG", "BRD"},
    {"FRG", "RFA"}, {"FRO", "FAR"}, {"GBR", "GBI"}, {"GBR", "UK"}, {"GDR", "RDA"}, {"HUN", "HPR"}, {"IRL", "EIR"},
    {"JPN", "JAP"}, {"KOR", "SKO"}, {"LBN", "LIB"}, {"MNE", "MGO"}, {"NCY", "TRNC"}, {"NED", "HOL"},
    {"PLE", "PAL"}, {"ROU", "ROM"}, {"SGP", "SIN"}, {"SRB", "SER"}, {"SUI", "SWI"}, {"TLS", "TMP"},
    {"TLS", "TP"}, {"TPE", "TAI"}, {"UAR", "RAU"}, {"URS", "SOV"}, {"URS", "USSR"}, {"VSO", "RVN"},
});

// FIFA's and ISO's own names, short forms, other spellings, and former names under one code.
constexpr auto name_variants = std::to_array<Variant>({
    {"ALA", "Islas Åland"}, {"ANT", "Antillas Holandesas"}, {"ANT", "Dutch Antilles"},
    {"ATG", "Antigua & Barbuda"}, {"BAH", "Las Bahamas"}, {"BAH", "The Bahamas"},
    {"BFA", "Burkina"}, {"BHR", "Bahrein"}, {"BIH", "Bosnia"}, {"BIH", "Bosnia & Herzegovina"},
    {"BIH", "Bosnia-Herzegovina"}, {"BLR", "Byelorussia"}, {"BRU", "Brunei Darussalam"},
    {"BUL", "Kingdom of Bulgaria"}, {"BUL", "People's Republic of Bulgaria"},
    {"CAY", "Islas Cayman"}, {"CGO", "Congo-Brazzaville"}, {"CGO", "Republic of Congo"},
    {"CGO", "Republic of the Congo"}, {"CHN", "China PR"}, {"CHN", "People's Republic of China"},
    {"CHN", "República Popular China"}, {"CIS", "CEI"},
    {"CIS", "Commonwealth of Independent States"}, {"CIV", "Côte d'Ivoire"}, {"COD", "Congo DR"},
    {"COD", "Congo-Kinshasa"}, {"COD", "Congo-Léopoldville"}, {"COD", "D.R. Congo"},
    {"COD", "Democratic Republic of Congo"}, {"COD", "Democratic Republic of the Congo"},
    {"COD", "RD Congo"}, {"COD", "RD del Congo"}, {"COM", "Comores"}, {"CPV", "Cape Verde Islands"},
    {"CZE", "Chequia"}, {"CZE", "Czechia"}, {"CZE", "Rep. Checa"}, {"DEI", "Indias Neerlandesas"},
    {"DEI", "Indias Orientales Holandesas"}, {"DEI", "Netherlands East Indies"},
    {"DOM", "Rep. Dominicana"}, {"EGY", "Kingdom of Egypt"}, {"EUS", "Euskadi"},
    {"FIJ", "Fiji Islands"}, {"FLK", "Falklands"}, {"FRG", "Alemania Federal"},
    {"FRG", "Federal Republic of Germany"}, {"FRG", "Germany FR"},
    {"FRG", "República Federal Alemana"}, {"FRG", "República Federal de Alemania"},
    {"FRO", "Faeroe Islands"}, {"FRY", "Federal Republic of Yugoslavia"}, {"FRY", "RF Yugoslavia"},
    {"FRY", "RF de Yugoslavia"}, {"FSM", "FS Micronesia"}, {"FSM", "Micronesia"},
    {"GAM", "The Gambia"}, {"GBR", "Britain"}, {"GBR", "Reino Unido"}, {"GBR", "UK"},
    {"GBR", "United Kingdom"}, {"GDR", "Alemania Democrática"}, {"GDR", "German DR"},
    {"GDR", "German Democratic Republic"}, {"GDR", "República Democrática Alemana"},
    {"GER", "German Empire"}, {"GER", "Imperio alemán"}, {"GER", "Nazi Germany"},
    {"GER", "Weimar Republic"}, {"GNB", "Guinea Bissau"}, {"GRE", "Kingdom of Greece"},
    {"GUF", "French Guyana"}, {"HKG", "Hong Kong, China"}, {"HUN", "Hungarian People's Republic"},
    {"HUN", "Kingdom of Hungary"}, {"HUN", "Reino de Hungría"}, {"IND", "British India"},
    {"IRL", "Eire"}, {"IRL", "Ireland"}, {"IRL", "República de Irlanda"}, {"IRN", "IR Iran"},
    {"IRN", "Islamic Republic of Iran"}, {"ITA", "Kingdom of Italy"}, {"ITA", "Reino de Italia"},
    {"KGZ", "Kyrgyz Republic"}, {"KOR", "Corea"}, {"KOR", "Korea"}, {"KOR", "Korea Republic"},
    {"KOR", "Republic of Korea"}, {"KOR", "República de Corea"}, {"KSA", "Arabia Saudí"},
    {"KVX", "Kosova"}, {"LAO", "Lao PDR"}, {"LCA", "St Lucia"}, {"LCA", "St. Lucia"},
    {"MAL", "Federación Malaya"}, {"MAL", "Federation of Malaya"}, {"MEX", "Méjico"},
    {"MKD", "FYR Macedonia"}, {"MKD", "FYROM"}, {"MKD", "Former Yugoslav Republic of Macedonia"},
    {"MKD", "Macedonia"}, {"MKD", "Republic of Macedonia"}, {"MKD", "República de Macedonia"},
    {"NED", "Holanda"}, {"NED", "Holland"}, {"NED", "The Netherlands"}, {"NGY", "Dutch Guiana"},
    {"NKR", "Nagorno-Karabakh"}, {"NMI", "Islas Marianas Septentrionales"},
    {"NZL", "Nueva Zelandia"}, {"PRK", "Democratic People's Republic of Korea"},
    {"PRK", "Korea DPR"}, {"REU", "La Réunion"}, {"RHO", "Rodesia del Sur"},
    {"RHO", "Southern Rhodesia"}, {"ROU", "Kingdom of Romania"}, {"ROU", "Reino de Rumania"},
    {"RUS", "Federación de Rusia"}, {"RUS", "Russian Federation"},
    {"SAA", "Protectorado del Sarre"}, {"SAA", "Saar Protectorate"}, {"SAA", "Saarland"},
    {"SAM", "Samoa Occidental"}, {"SAM", "Western Samoa"}, {"SCG", "Serbia & Montenegro"},
    {"SKN", "Saint Kitts & Nevis"}, {"SKN", "San Cristóbal y Nevis"}, {"SKN", "St Kitts and Nevis"},
    {"SKN", "St. Kitts and Nevis"}, {"STP", "São Tomé & Príncipe"}, {"STP", "São Tomé e Príncipe"},
    {"SWZ", "Suazilandia"}, {"SWZ", "Swaziland"}, {"SWZ", "Swazilandia"},
    {"SYR", "Syrian Arab Republic"}, {"TAH", "French Polynesia"}, {"TAH", "Polinesia Francesa"},
    {"TCA", "Turks & Caicos Islands"}, {"TCA", "Turks and Caicos"}, {"TLS", "East Timor"},
    {"TLS", "Timor Leste"}, {"TPE", "Taiwan"}, {"TRI", "Trinidad & Tobago"},
    {"TRI", "Trinidad y Tabago"}, {"TUR", "Türkiye"}, {"UAE", "EAU"}, {"UAE", "Emiratos Árabes"},
    {"UAE", "UAE"}, {"URS", "URSS"}, {"URS", "USSR"},
    {"URS", "Union of Soviet Socialist Republics"},
    {"URS", "Unión de Repúblicas Socialistas Soviéticas"}, {"USA", "EE. UU."}, {"USA", "EE.UU."},
    {"USA", "EEUU"}, {"USA", "Estados Unidos de América"}, {"USA", "U.S."}, {"USA", "U.S.A."},
    {"USA", "USA"}, {"USA", "United States of America"}, {"VAT", "The Vatican"}, {"VAT", "Vatican"},
    {"VAT", "Vaticano"}, {"VIE", "Viet Nam"}, {"VIN", "Saint Vincent & the Grenadines"},
    {"VIN", "St Vincent and the Grenadines"}, {"VIN", "St. Vincent and the Grenadines"},
    {"VIR", "Islas Vírgenes Americanas"}, {"VIR", "Islas Vírgenes Estadounidenses"},
    {"VIR", "US Virgin Islands"}, {"VIR", "United States Virgin Islands"},
    {"VSO", "Vietnam Republic"}, {"YAR", "Yemen AR"}, {"YMD", "Yemen DPR"},
    {"YUG", "Kingdom of Serbs, Croats and Slovenes"}, {"YUG", "Kingdom of Yugoslavia"},
    {"YUG", "Reino de Yugoslavia"}, {"YUG", "SFR Yugoslavia"},
    {"YUG", "Socialist Federal Republic of Yugoslavia"},
});

// clang-format on

// A code of up to four letters and digits as a number, in upper case; 0 for anything else.
constexpr std::uint32_t packed(std::string_view code) {
  std::uint32_t number = 0;
  for (const char c : code) {
    const bool is_lower = c >= 'a' && c <= 'z';
    const bool is_allowed = is_lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!is_allowed || number >> 24U != 0) {
      return 0;
    }
    number = number << 8U | static_cast<std::uint32_t>(is_lower ? c - 'a' + 'A' : c);
  }
  return number;
}

// Which list a code is from, the one that comes first at the front.
enum class List : std::uint8_t { fifa, ioc, iso3, iso2, variant };

struct IndexedCode {
  std::uint32_t code;
  List list;
  std::uint16_t nation;
};

constexpr std::size_t nation_coded(std::string_view fifa) {
  std::size_t i = 0;
  while (nations[i].fifa != fifa) {
    ++i;  // Past the end, a code that no nation has fails to compile.
  }
  return i;
}

constexpr void each_code(auto visit) {
  const auto add = [&visit](std::string_view code, List list, std::size_t nation) {
    if (!code.empty()) {
      visit(IndexedCode{packed(code), list, static_cast<std::uint16_t>(nation)});
    }
  };
  for (std::size_t i = 0; i < nations.size(); ++i) {
    const Country& nation = nations[i];
    add(nation.fifa, List::fifa, i);
    add(nation.ioc, List::ioc, i);
    add(nation.iso3, List::iso3, i);
    add(nation.iso2, List::iso2, i);
  }
  for (const Variant& variant : code_variants) {
    add(variant.text, List::variant, nation_coded(variant.fifa));
  }
}

constexpr std::size_t code_count = [] {
  std::size_t count = 0;
  each_code([&count](const IndexedCode&) { ++count; });
  return count;
}();

// Sorted by code; of one code in several lists, the list that comes first is first.
constexpr auto code_index = [] {
  std::array<IndexedCode, code_count> index{};
  std::size_t size = 0;
  each_code([&](const IndexedCode& code) { index[size++] = code; });
  std::sort(index.begin(), index.end(), [](const IndexedCode& left, const IndexedCode& right) {
    return left.code != right.code ? left.code < right.code : left.list < right.list;
  });
  return index;
}();

static_assert(code_index.front().code != 0, "what is no code stands in a table");

static_assert(std::adjacent_find(code_index.begin(), code_index.end(),
                                 [](const IndexedCode& left, const IndexedCode& right) {
                                   return left.code == right.code && left.list == right.list;
                                 }) == code_index.end(),
              "two nations have one code in one list");

static_assert(std::all_of(name_variants.begin(), name_variants.end(), [](const Variant& variant) {
  return nation_coded(variant.fifa) < nations.size();
}));

}  // namespace

std::span<const Country> countries() { return nations; }

const Country* country_by_code(std::string_view code) {
  const std::uint32_t wanted = packed(code);
  const auto* const found = std::lower_bound(
      code_index.begin(), code_index.end(), wanted,
      [](const IndexedCode& row, std::uint32_t number) { return row.code < number; });
  return found == code_index.end() || found->code != wanted ? nullptr : &nations[found->nation];
}

const Country* country_by_name(std::string_view name) {
  static const auto names = [] {
    std::unordered_map<std::string, const Country*> all;
    for (const Country& nation : nations) {
      all.emplace(text::fold(nation.english), &nation);
      all.emplace(text::fold(nation.spanish), &nation);
    }
    for (const Variant& variant : name_variants) {
      all.emplace(text::fold(variant.text), country_by_code(variant.fifa));
    }
    return all;
  }();
  const auto found = names.find(text::fold(name));
  return found == names.end() ? nullptr : found->second;
}

}  // namespace acta::words
