#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <acta.hpp>

// Prints the record of the article named on the command line, compact.
int main(int argument_count, char** arguments) {
  if (argument_count != 2) return 2;
  std::ifstream in(arguments[1], std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());

  const acta::Result result = acta::convert(std::move(bytes), {arguments[1], std::nullopt});
  std::string json;
  acta::format::write_json(result.season, acta::format::Layout::compact, json);
  std::cout << json << '\n';
  return acta::format::validate(json) || result.season.teams.empty() ? 1 : 0;
}
