# Installs the build into a folder of its own, builds the outside project against it, and compares
# what that program says of an article with what the installed command says.
set(prefix ${build}/scratch/prefix)
set(outside ${build}/scratch/outside)
file(REMOVE_RECURSE ${prefix} ${outside})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE error)
  if(NOT result EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "failed with ${result}: ${command}\n${out}\n${error}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

set(flags "")
if(sanitize)
  # The library was built so, and its users must be linked so.
  set(flags "-fsanitize=${sanitize}")
endif()

run(${CMAKE_COMMAND} --install ${build} --prefix ${prefix})
run(${CMAKE_COMMAND} -S ${source} -B ${outside} -G ${generator}
    -DCMAKE_CXX_COMPILER=${compiler} -DCMAKE_PREFIX_PATH=${prefix} -DCMAKE_CXX_FLAGS=${flags})
run(${CMAKE_COMMAND} --build ${outside})
run(${outside}/outside ${article})
set(of_library "${out}")
run(${prefix}/bin/acta extract --compact --validate --fail-level never ${article})
if(NOT of_library STREQUAL out)
  message(FATAL_ERROR "the library and the command differ:\n${of_library}\n${out}")
endif()
