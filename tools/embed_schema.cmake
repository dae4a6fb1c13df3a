# Writes schemas/season.schema.json as C++ string literals to generated/season_schema.inc, so that
# the installed library needs no data file. In pieces, because compilers limit one literal's length.
set(schema ${PROJECT_SOURCE_DIR}/schemas/season.schema.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${schema})
file(READ ${schema} text)
string(LENGTH "${text}" length)
set(literals "")
set(start 0)
while(start LESS length)
  string(SUBSTRING "${text}" ${start} 12000 piece)
  string(APPEND literals "R\"json(${piece})json\"\n")
  math(EXPR start "${start} + 12000")
endwhile()
file(CONFIGURE OUTPUT generated/season_schema.inc CONTENT "@literals@" @ONLY)
