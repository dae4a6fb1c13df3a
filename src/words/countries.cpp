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
    {"AFG", "", "AFG", "AF", "Afghanistan", "Afganistán", "Afeganistão"},
    {"AIA", "", "AIA", "AI", "Anguilla", "Anguila", "Anguila"},
    {"ALB", "", "ALB", "AL", "Albania", "Albania", "Albânia"},
    {"ALG", "", "DZA", "DZ", "Algeria", "Argelia", "Argélia"},
    {"AND", "", "AND", "AD", "Andorra", "Andorra", "Andorra"},
    {"ANG", "", "AGO", "AO", "Angola", "Angola", "Angola"},
    {"ARG", "", "ARG", "AR", "Argentina", "Argentina", "Argentina"},
    {"ARM", "", "ARM", "AM", "Armenia", "Armenia", "Armênia"},
    {"ARU", "", "ABW", "AW", "Aruba", "Aruba", "Aruba"},
    {"ASA", "", "ASM", "AS", "American Samoa", "Samoa Americana", "Samoa Americana"},
    {"ATG", "ANT", "ATG", "AG", "Antigua and Barbuda", "Antigua y Barbuda", "Antígua e Barbuda"},
    {"AUS", "", "AUS", "AU", "Australia", "Australia", "Austrália"},
    {"AUT", "", "AUT", "AT", "Austria", "Austria", "Áustria"},
    {"AZE", "", "AZE", "AZ", "Azerbaijan", "Azerbaiyán", "Azerbaijão"},
    {"BAH", "", "BHS", "BS", "Bahamas", "Bahamas", "Bahamas"},
    {"BAN", "", "BGD", "BD", "Bangladesh", "Bangladés", "Bangladesh"},
    {"BDI", "", "BDI", "BI", "Burundi", "Burundi", "Burundi"},
    {"BEL", "", "BEL", "BE", "Belgium", "Bélgica", "Bélgica"},
    {"BEN", "", "BEN", "BJ", "Benin", "Benín", "Benim"},
    {"BER", "", "BMU", "BM", "Bermuda", "Bermudas", "Bermudas"},
    {"BFA", "BUR", "BFA", "BF", "Burkina Faso", "Burkina Faso", "Burquina Faso"},
    {"BHR", "BRN", "BHR", "BH", "Bahrain", "Baréin", "Bahrein"},
    {"BHU", "", "BTN", "BT", "Bhutan", "Bután", "Butão"},
    {"BIH", "", "BIH", "BA", "Bosnia and Herzegovina", "Bosnia y Herzegovina", "Bósnia e Herzegovina"},
    {"BLR", "", "BLR", "BY", "Belarus", "Bielorrusia", "Bielorrússia"},
    {"BLZ", "BIZ", "BLZ", "BZ", "Belize", "Belice", "Belize"},
    {"BOL", "", "BOL", "BO", "Bolivia", "Bolivia", "Bolívia"},
    {"BOT", "", "BWA", "BW", "Botswana", "Botsuana", "Botsuana"},
    {"BRA", "", "BRA", "BR", "Brazil", "Brasil", "Brasil"},
    {"BRB", "BAR", "BRB", "BB", "Barbados", "Barbados", "Barbados"},
    {"BRU", "", "BRN", "BN", "Brunei", "Brunéi", "Brunei"},
    {"BUL", "", "BGR", "BG", "Bulgaria", "Bulgaria", "Bulgária"},
    {"CAM", "", "KHM", "KH", "Cambodia", "Camboya", "Camboja"},
    {"CAN", "", "CAN", "CA", "Canada", "Canadá", "Canadá"},
    {"CAY", "", "CYM", "KY", "Cayman Islands", "Islas Caimán", "Ilhas Cayman"},
    {"CGO", "", "COG", "CG", "Congo", "República del Congo", "Congo"},
    {"CHA", "", "TCD", "TD", "Chad", "Chad", "Chade"},
    {"CHI", "", "CHL", "CL", "Chile", "Chile", "Chile"},
    {"CHN", "", "CHN", "CN", "China", "China", "China"},
    {"CIV", "", "CIV", "CI", "Ivory Coast", "Costa de Marfil", "Costa do Marfim"},
    {"CMR", "", "CMR", "CM", "Cameroon", "Camerún", "Camarões"},
    {"COD", "", "COD", "CD", "DR Congo", "República Democrática del Congo", "RD Congo"},
    {"COK", "", "COK", "CK", "Cook Islands", "Islas Cook", "Ilhas Cook"},
    {"COL", "", "COL", "CO", "Colombia", "Colombia", "Colômbia"},
    {"COM", "", "COM", "KM", "Comoros", "Comoras", "Comores"},
    {"CPV", "", "CPV", "CV", "Cape Verde", "Cabo Verde", "Cabo Verde"},
    {"CRC", "", "CRI", "CR", "Costa Rica", "Costa Rica", "Costa Rica"},
    {"CRO", "", "HRV", "HR", "Croatia", "Croacia", "Croácia"},
    {"CTA", "CAF", "CAF", "CF", "Central African Republic", "República Centroafricana", "República Centro-Africana"},
    {"CUB", "", "CUB", "CU", "Cuba", "Cuba", "Cuba"},
    {"CUW", "", "CUW", "CW", "Curaçao", "Curazao", "Curaçau"},
    {"CYP", "", "CYP", "CY", "Cyprus", "Chipre", "Chipre"},
    {"CZE", "", "CZE", "CZ", "Czech Republic", "República Checa", "República Tcheca"},
    {"DEN", "", "DNK", "DK", "Denmark", "Dinamarca", "Dinamarca"},
    {"DJI", "", "DJI", "DJ", "Djibouti", "Yibuti", "Djibuti"},
    {"DMA", "", "DMA", "DM", "Dominica", "Dominica", "Dominica"},
    {"DOM", "", "DOM", "DO", "Dominican Republic", "República Dominicana", "República Dominicana"},
    {"ECU", "", "ECU", "EC", "Ecuador", "Ecuador", "Equador"},
    {"EGY", "", "EGY", "EG", "Egypt", "Egipto", "Egito"},
    {"ENG", "", "", "", "England", "Inglaterra", "Inglaterra"},
    {"EQG", "GEQ", "GNQ", "GQ", "Equatorial Guinea", "Guinea Ecuatorial", "Guiné Equatorial"},
    {"ERI", "", "ERI", "ER", "Eritrea", "Eritrea", "Eritreia"},
    {"ESP", "", "ESP", "ES", "Spain", "España", "Espanha"},
    {"EST", "", "EST", "EE", "Estonia", "Estonia", "Estônia"},
    {"ETH", "", "ETH", "ET", "Ethiopia", "Etiopía", "Etiópia"},
    {"FIJ", "", "FJI", "FJ", "Fiji", "Fiyi", "Fiji"},
    {"FIN", "", "FIN", "FI", "Finland", "Finlandia", "Finlândia"},
    {"FRA", "", "FRA", "FR", "France", "Francia", "França"},
    {"FRO", "", "FRO", "FO", "Faroe Islands", "Islas Feroe", "Ilhas Faroé"},
    {"GAB", "", "GAB", "GA", "Gabon", "Gabón", "Gabão"},
    {"GAM", "", "GMB", "GM", "Gambia", "Gambia", "Gâmbia"},
    {"GEO", "", "GEO", "GE", "Georgia", "Georgia", "Geórgia"},
    {"GER", "", "DEU", "DE", "Germany", "Alemania", "Alemanha"},
    {"GHA", "", "GHA", "GH", "Ghana", "Ghana", "Gana"},
    {"GIB", "", "GIB", "GI", "Gibraltar", "Gibraltar", "Gibraltar"},
    {"GNB", "GBS", "GNB", "GW", "Guinea-Bissau", "Guinea-Bisáu", "Guiné-Bissau"},
    {"GRE", "", "GRC", "GR", "Greece", "Grecia", "Grécia"},
    {"GRN", "", "GRD", "GD", "Grenada", "Granada", "Granada"},
    {"GUA", "", "GTM", "GT", "Guatemala", "Guatemala", "Guatemala"},
    {"GUI", "", "GIN", "GN", "Guinea", "Guinea", "Guiné"},
    {"GUM", "", "GUM", "GU", "Guam", "Guam", "Guam"},
    {"GUY", "", "GUY", "GY", "Guyana", "Guyana", "Guiana"},
    {"HAI", "", "HTI", "HT", "Haiti", "Haití", "Haiti"},
    {"HKG", "", "HKG", "HK", "Hong Kong", "Hong Kong", "Hong Kong"},
    {"HON", "", "HND", "HN", "Honduras", "Honduras", "Honduras"},
    {"HUN", "", "HUN", "HU", "Hungary", "Hungría", "Hungria"},
    {"IDN", "INA", "IDN", "ID", "Indonesia", "Indonesia", "Indonésia"},
    {"IND", "", "IND", "IN", "India", "India", "Índia"},
    {"IRL", "", "IRL", "IE", "Republic of Ireland", "Irlanda", "República da Irlanda"},
    {"IRN", "IRI", "IRN", "IR", "Iran", "Irán", "Irã"},
    {"IRQ", "", "IRQ", "IQ", "Iraq", "Irak", "Iraque"},
    {"ISL", "", "ISL", "IS", "Iceland", "Islandia", "Islândia"},
    {"ISR", "", "ISR", "IL", "Israel", "Israel", "Israel"},
    {"ITA", "", "ITA", "IT", "Italy", "Italia", "Itália"},
    {"JAM", "", "JAM", "JM", "Jamaica", "Jamaica", "Jamaica"},
    {"JOR", "", "JOR", "JO", "Jordan", "Jordania", "Jordânia"},
    {"JPN", "", "JPN", "JP", "Japan", "Japón", "Japão"},
    {"KAZ", "", "KAZ", "KZ", "Kazakhstan", "Kazajistán", "Cazaquistão"},
    {"KEN", "", "KEN", "KE", "Kenya", "Kenia", "Quênia"},
    {"KGZ", "", "KGZ", "KG", "Kyrgyzstan", "Kirguistán", "Quirguistão"},
    {"KOR", "", "KOR", "KR", "South Korea", "Corea del Sur", "Coreia do Sul"},
    {"KSA", "", "SAU", "SA", "Saudi Arabia", "Arabia Saudita", "Arábia Saudita"},
    {"KUW", "", "KWT", "KW", "Kuwait", "Kuwait", "Kuwait"},
    {"KVX", "KOS", "XKX", "XK", "Kosovo", "Kosovo", "Kosovo"},
    {"LAO", "", "LAO", "LA", "Laos", "Laos", "Laos"},
    {"LBN", "", "LBN", "LB", "Lebanon", "Líbano", "Líbano"},
    {"LBR", "", "LBR", "LR", "Liberia", "Liberia", "Libéria"},
    {"LBY", "LBA", "LBY", "LY", "Libya", "Libia", "Líbia"},
    {"LCA", "", "LCA", "LC", "Saint Lucia", "Santa Lucía", "Santa Lúcia"},
    {"LES", "", "LSO", "LS", "Lesotho", "Lesoto", "Lesoto"},
    {"LIE", "", "LIE", "LI", "Liechtenstein", "Liechtenstein", "Liechtenstein"},
    {"LTU", "", "LTU", "LT", "Lithuania", "Lituania", "Lituânia"},
    {"LUX", "", "LUX", "LU", "Luxembourg", "Luxemburgo", "Luxemburgo"},
    {"LVA", "LAT", "LVA", "LV", "Latvia", "Letonia", "Letônia"},
    {"MAC", "", "MAC", "MO", "Macau", "Macao", "Macau"},
    {"MAD", "", "MDG", "MG", "Madagascar", "Madagascar", "Madagascar"},
    {"MAR", "", "MAR", "MA", "Morocco", "Marruecos", "Marrocos"},
    {"MAS", "", "MYS", "MY", "Malaysia", "Malasia", "Malásia"},
    {"MDA", "", "MDA", "MD", "Moldova", "Moldavia", "Moldávia"},
    {"MDV", "", "MDV", "MV", "Maldives", "Maldivas", "Maldivas"},
    {"MEX", "", "MEX", "MX", "Mexico", "México", "México"},
    {"MKD", "", "MKD", "MK", "North Macedonia", "Macedonia del Norte", "Macedônia do Norte"},
    {"MLI", "", "MLI", "ML", "Mali", "Malí", "Mali"},
    {"MLT", "", "MLT", "MT", "Malta", "Malta", "Malta"},
    {"MNE", "", "MNE", "ME", "Montenegro", "Montenegro", "Montenegro"},
    {"MNG", "MGL", "MNG", "MN", "Mongolia", "Mongolia", "Mongólia"},
    {"MOZ", "", "MOZ", "MZ", "Mozambique", "Mozambique", "Moçambique"},
    {"MRI", "", "MUS", "MU", "Mauritius", "Mauricio", "Maurício"},
    {"MSR", "", "MSR", "MS", "Montserrat", "Montserrat", "Montserrat"},
    {"MTN", "", "MRT", "MR", "Mauritania", "Mauritania", "Mauritânia"},
    {"MWI", "MAW", "MWI", "MW", "Malawi", "Malaui", "Malaui"},
    {"MYA", "", "MMR", "MM", "Myanmar", "Myanmar", "Mianmar"},
    {"NAM", "", "NAM", "NA", "Namibia", "Namibia", "Namíbia"},
    {"NCA", "", "NIC", "NI", "Nicaragua", "Nicaragua", "Nicarágua"},
    {"NCL", "", "NCL", "NC", "New Caledonia", "Nueva Caledonia", "Nova Caledônia"},
    {"NED", "", "NLD", "NL", "Netherlands", "Países Bajos", "Países Baixos"},
    {"NEP", "", "NPL", "NP", "Nepal", "Nepal", "Nepal"},
    {"NGA", "NGR", "NGA", "NG", "Nigeria", "Nigeria", "Nigéria"},
    {"NIG", "", "NER", "NE", "Niger", "Níger", "Níger"},
    {"NIR", "", "", "", "Northern Ireland", "Irlanda del Norte", "Irlanda do Norte"},
    {"NOR", "", "NOR", "NO", "Norway", "Noruega", "Noruega"},
    {"NZL", "", "NZL", "NZ", "New Zealand", "Nueva Zelanda", "Nova Zelândia"},
    {"OMA", "", "OMN", "OM", "Oman", "Omán", "Omã"},
    {"PAK", "", "PAK", "PK", "Pakistan", "Pakistán", "Paquistão"},
    {"PAN", "", "PAN", "PA", "Panama", "Panamá", "Panamá"},
    {"PAR", "", "PRY", "PY", "Paraguay", "Paraguay", "Paraguai"},
    {"PER", "", "PER", "PE", "Peru", "Perú", "Peru"},
    {"PHI", "", "PHL", "PH", "Philippines", "Filipinas", "Filipinas"},
    {"PLE", "", "PSE", "PS", "Palestine", "Palestina", "Palestina"},
    {"PNG", "", "PNG", "PG", "Papua New Guinea", "Papúa Nueva Guinea", "Papua-Nova Guiné"},
    {"POL", "", "POL", "PL", "Poland", "Polonia", "Polônia"},
    {"POR", "", "PRT", "PT", "Portugal", "Portugal", "Portugal"},
    {"PRK", "", "PRK", "KP", "North Korea", "Corea del Norte", "Coreia do Norte"},
    {"PUR", "", "PRI", "PR", "Puerto Rico", "Puerto Rico", "Porto Rico"},
    {"QAT", "", "QAT", "QA", "Qatar", "Catar", "Catar"},
    {"ROU", "", "ROU", "RO", "Romania", "Rumania", "Romênia"},
    {"RSA", "", "ZAF", "ZA", "South Africa", "Sudáfrica", "África do Sul"},
    {"RUS", "", "RUS", "RU", "Russia", "Rusia", "Rússia"},
    {"RWA", "", "RWA", "RW", "Rwanda", "Ruanda", "Ruanda"},
    {"SAM", "", "WSM", "WS", "Samoa", "Samoa", "Samoa"},
    {"SCO", "", "", "", "Scotland", "Escocia", "Escócia"},
    {"SDN", "SUD", "SDN", "SD", "Sudan", "Sudán", "Sudão"},
    {"SEN", "", "SEN", "SN", "Senegal", "Senegal", "Senegal"},
    {"SEY", "", "SYC", "SC", "Seychelles", "Seychelles", "Seicheles"},
    {"SGP", "", "SGP", "SG", "Singapore", "Singapur", "Singapura"},
    {"SKN", "", "KNA", "KN", "Saint Kitts and Nevis", "San Cristóbal y Nieves", "São Cristóvão e Névis"},
    {"SLE", "", "SLE", "SL", "Sierra Leone", "Sierra Leona", "Serra Leoa"},
    {"SLV", "ESA", "SLV", "SV", "El Salvador", "El Salvador", "El Salvador"},
    {"SMR", "", "SMR", "SM", "San Marino", "San Marino", "San Marino"},
    {"SOL", "", "SLB", "SB", "Solomon Islands", "Islas Salomón", "Ilhas Salomão"},
    {"SOM", "", "SOM", "SO", "Somalia", "Somalia", "Somália"},
    {"SRB", "", "SRB", "RS", "Serbia", "Serbia", "Sérvia"},
    {"SRI", "", "LKA", "LK", "Sri Lanka", "Sri Lanka", "Sri Lanka"},
    {"SSD", "", "SSD", "SS", "South Sudan", "Sudán del Sur", "Sudão do Sul"},
    {"STP", "", "STP", "ST", "São Tomé and Príncipe", "Santo Tomé y Príncipe", "São Tomé e Príncipe"},
    {"SUI", "", "CHE", "CH", "Switzerland", "Suiza", "Suíça"},
    {"SUR", "", "SUR", "SR", "Suriname", "Surinam", "Suriname"},
    {"SVK", "", "SVK", "SK", "Slovakia", "Eslovaquia", "Eslováquia"},
    {"SVN", "SLO", "SVN", "SI", "Slovenia", "Eslovenia", "Eslovênia"},
    {"SWE", "", "SWE", "SE", "Sweden", "Suecia", "Suécia"},
    {"SWZ", "", "SWZ", "SZ", "Eswatini", "Esuatini", "Essuatíni"},
    {"SYR", "", "SYR", "SY", "Syria", "Siria", "Síria"},
    {"TAH", "", "PYF", "PF", "Tahiti", "Tahití", "Taiti"},
    {"TAN", "", "TZA", "TZ", "Tanzania", "Tanzania", "Tanzânia"},
    {"TCA", "", "TCA", "TC", "Turks and Caicos Islands", "Islas Turcas y Caicos", "Ilhas Turcas e Caicos"},
    {"TGA", "", "TON", "TO", "Tonga", "Tonga", "Tonga"},
    {"THA", "", "THA", "TH", "Thailand", "Tailandia", "Tailândia"},
    {"TJK", "", "TJK", "TJ", "Tajikistan", "Tayikistán", "Tajiquistão"},
    {"TKM", "", "TKM", "TM", "Turkmenistan", "Turkmenistán", "Turcomenistão"},
    {"TLS", "", "TLS", "TL", "Timor-Leste", "Timor Oriental", "Timor-Leste"},
    {"TOG", "", "TGO", "TG", "Togo", "Togo", "Togo"},
    {"TPE", "", "TWN", "TW", "Chinese Taipei", "China Taipéi", "Taipé Chinês"},
    {"TRI", "TTO", "TTO", "TT", "Trinidad and Tobago", "Trinidad y Tobago", "Trinidad e Tobago"},
    {"TUN", "", "TUN", "TN", "Tunisia", "Túnez", "Tunísia"},
    {"TUR", "", "TUR", "TR", "Turkey", "Turquía", "Turquia"},
    {"UAE", "", "ARE", "AE", "United Arab Emirates", "Emiratos Árabes Unidos", "Emirados Árabes Unidos"},
    {"UGA", "", "UGA", "UG", "Uganda", "Uganda", "Uganda"},
    {"UKR", "", "UKR", "UA", "Ukraine", "Ucrania", "Ucrânia"},
    {"URU", "", "URY", "UY", "Uruguay", "Uruguay", "Uruguai"},
    {"USA", "", "USA", "US", "United States", "Estados Unidos", "Estados Unidos"},
    {"UZB", "", "UZB", "UZ", "Uzbekistan", "Uzbekistán", "Uzbequistão"},
    {"VAN", "", "VUT", "VU", "Vanuatu", "Vanuatu", "Vanuatu"},
    {"VEN", "", "VEN", "VE", "Venezuela", "Venezuela", "Venezuela"},
    {"VGB", "IVB", "VGB", "VG", "British Virgin Islands", "Islas Vírgenes Británicas", "Ilhas Virgens Britânicas"},
    {"VIE", "", "VNM", "VN", "Vietnam", "Vietnam", "Vietnã"},
    {"VIN", "", "VCT", "VC", "Saint Vincent and the Grenadines", "San Vicente y las Granadinas", "São Vicente e Granadinas"},
    {"VIR", "ISV", "VIR", "VI", "U.S. Virgin Islands", "Islas Vírgenes de los Estados Unidos", "Ilhas Virgens Americanas"},
    {"WAL", "", "", "", "Wales", "Gales", "País de Gales"},
    {"YEM", "", "YEM", "YE", "Yemen", "Yemen", "Iêmen"},
    {"ZAM", "", "ZMB", "ZM", "Zambia", "Zambia", "Zâmbia"},
    {"ZIM", "", "ZWE", "ZW", "Zimbabwe", "Zimbabue", "Zimbábue"},

    // Outside FIFA.
    {"ALA", "", "ALA", "AX", "Åland Islands", "Åland", "Alanda"},
    {"BOE", "", "BES", "BQ", "Bonaire", "Bonaire", "Bonaire"},
    {"CAT", "", "", "", "Catalonia", "Cataluña", "Catalunha"},
    {"EUS", "", "", "", "Basque Country", "País Vasco", "País Basco"},
    {"FLK", "", "FLK", "FK", "Falkland Islands", "Islas Malvinas", "Ilhas Malvinas"},
    {"FSM", "", "FSM", "FM", "Federated States of Micronesia", "Estados Federados de Micronesia", "Estados Federados da Micronésia"},
    {"GBR", "", "GBR", "GB", "Great Britain", "Gran Bretaña", "Grã-Bretanha"},
    {"GGY", "", "GGY", "GG", "Guernsey", "Guernsey", "Guernsey"},
    {"GLP", "", "GLP", "GP", "Guadeloupe", "Guadalupe", "Guadalupe"},
    {"GRL", "", "GRL", "GL", "Greenland", "Groenlandia", "Groenlândia"},
    {"GUF", "", "GUF", "GF", "French Guiana", "Guayana Francesa", "Guiana Francesa"},
    {"IMN", "", "IMN", "IM", "Isle of Man", "Isla de Man", "Ilha de Man"},
    {"JEY", "", "JEY", "JE", "Jersey", "Jersey", "Jersey"},
    {"KIR", "", "KIR", "KI", "Kiribati", "Kiribati", "Kiribati"},
    {"MCO", "MON", "MCO", "MC", "Monaco", "Mónaco", "Mônaco"},
    {"MHL", "", "MHL", "MH", "Marshall Islands", "Islas Marshall", "Ilhas Marshall"},
    {"MTQ", "", "MTQ", "MQ", "Martinique", "Martinica", "Martinica"},
    {"MYT", "", "MYT", "YT", "Mayotte", "Mayotte", "Mayotte"},
    {"NCY", "", "", "", "Northern Cyprus", "Chipre del Norte", "Chipre do Norte"},
    {"NIU", "", "NIU", "NU", "Niue", "Niue", "Niue"},
    {"NKR", "", "", "", "Artsakh", "Artsaj", "Artsaque"},
    {"NMI", "", "MNP", "MP", "Northern Mariana Islands", "Islas Marianas del Norte", "Ilhas Marianas do Norte"},
    {"NRU", "", "NRU", "NR", "Nauru", "Nauru", "Nauru"},
    {"PLW", "", "PLW", "PW", "Palau", "Palaos", "Palau"},
    {"REU", "", "REU", "RE", "Réunion", "Reunión", "Reunião"},
    // Spanish articles add the state: San Martín is many a place in South America.
    {"SMA", "", "SXM", "SX", "Sint Maarten", "San Martín (Países Bajos)", "São Martinho (Países Baixos)"},
    {"SMN", "", "MAF", "MF", "Saint Martin", "San Martín (Francia)", "São Martinho (França)"},
    {"SPM", "", "SPM", "PM", "Saint Pierre and Miquelon", "San Pedro y Miquelón", "São Pedro e Miquelão"},
    {"TUV", "", "TUV", "TV", "Tuvalu", "Tuvalu", "Tuvalu"},
    {"VAT", "", "VAT", "VA", "Vatican City", "Ciudad del Vaticano", "Vaticano"},
    {"WLF", "", "WLF", "WF", "Wallis and Futuna", "Wallis y Futuna", "Wallis e Futuna"},
    {"ZAN", "", "", "", "Zanzibar", "Zanzíbar", "Zanzibar"},
    {"", "", "ESH", "EH", "Western Sahara", "Sahara Occidental", "Saara Ocidental"},

    // Of the past.
    {"ANT", "AHO", "ANT", "AN", "Netherlands Antilles", "Antillas Neerlandesas", "Antilhas Neerlandesas"},
    {"BGU", "", "", "", "British Guiana", "Guayana Británica", "Guiana Britânica"},
    {"BIR", "", "BUR", "BU", "Burma", "Birmania", "Birmânia"},
    {"BOH", "", "", "", "Bohemia", "Bohemia", "Boêmia"},
    {"CEY", "", "", "", "Ceylon", "Ceilán", "Ceilão"},
    {"CIS", "", "", "", "CIS", "Comunidad de Estados Independientes", "Comunidade dos Estados Independentes"},
    {"DAH", "", "DHY", "DY", "Dahomey", "Dahomey", "Daomé"},
    {"DEI", "", "", "", "Dutch East Indies", "Indias Orientales Neerlandesas", "Índias Orientais Holandesas"},
    {"EUN", "", "", "", "Unified Team", "Equipo Unificado", "Equipe Unificada"},
    {"FRG", "", "", "", "West Germany", "Alemania Occidental", "Alemanha Ocidental"},
    {"FRY", "", "", "", "FR Yugoslavia", "República Federal de Yugoslavia", "República Federal da Iugoslávia"},
    {"GDR", "", "DDR", "DD", "East Germany", "Alemania Oriental", "Alemanha Oriental"},
    {"GOC", "", "", "", "Gold Coast", "Costa de Oro", "Costa do Ouro"},
    {"HBR", "", "", "", "British Honduras", "Honduras Británica", "Honduras Britânicas"},
    {"IFS", "", "", "", "Irish Free State", "Estado Libre Irlandés", "Estado Livre Irlandês"},
    {"MAL", "", "", "", "Malaya", "Malaya", "Malaia"},
    {"NGY", "", "", "", "Netherlands Guiana", "Guayana Neerlandesa", "Guiana Holandesa"},
    {"NRH", "", "", "", "Northern Rhodesia", "Rodesia del Norte", "Rodésia do Norte"},
    {"RHO", "", "RHO", "RH", "Rhodesia", "Rodesia", "Rodésia"},
    {"ROC", "", "", "", "Republic of China", "República de China", "República da China"},
    {"RU1", "", "", "", "Russian Empire", "Imperio ruso", "Império Russo"},
    {"SAA", "", "", "", "Saar", "Sarre", "Sarre"},
    {"SCG", "", "SCG", "CS", "Serbia and Montenegro", "Serbia y Montenegro", "Sérvia e Montenegro"},
    // ISO gave CS away again, to Serbia and Montenegro.
    {"TCH", "", "CSK", "", "Czechoslovakia", "Checoslovaquia", "Tchecoslováquia"},
    {"UAR", "", "", "", "United Arab Republic", "República Árabe Unida", "República Árabe Unida"},
    {"UPV", "VOL", "HVO", "HV", "Upper Volta", "Alto Volta", "Alto Volta"},
    {"URS", "", "SUN", "SU", "Soviet Union", "Unión Soviética", "União Soviética"},
    {"VNO", "", "VDR", "VD", "North Vietnam", "Vietnam del Norte", "Vietnã do Norte"},
    // South Vietnam had VNM, North Yemen YEM: codes of the present Vietnam and Yemen.
    {"VSO", "", "", "", "South Vietnam", "Vietnam del Sur", "Vietnã do Sul"},
    {"YAR", "", "", "", "North Yemen", "Yemen del Norte", "Iêmen do Norte"},
    {"YMD", "", "YMD", "YD", "South Yemen", "Yemen del Sur", "Iêmen do Sul"},
    {"YUG", "", "YUG", "YU", "Yugoslavia", "Yugoslavia", "Iugoslávia"},
    {"ZAI", "", "ZAR", "ZR", "Zaire", "Zaire", "Zaire"},
    {"", "", "", "", "Bohemia and Moravia", "Bohemia y Moravia", "Boêmia e Morávia"},
    {"", "", "", "", "Mandatory Palestine", "Mandato británico de Palestina", "Mandato Britânico da Palestina"},
    {"", "", "", "", "Tanganyika", "Tanganica", "Tanganica"},
    {"", "", "NHB", "NH", "New Hebrides", "Nuevas Hébridas", "Novas Hébridas"},
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

std::string_view name_of(const Country& country, Language language) {
  if (language == Language::spanish) return country.spanish;
  return language == Language::portuguese ? country.portuguese : country.english;
}

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
      all.emplace(text::fold(nation.portuguese), &nation);
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
