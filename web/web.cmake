# The product as WebAssembly and what is packed from it.
#
#   broadsheet_web  broadsheet.wasm, a bare module: src/browser/js.h is the whole of what it asks for
#   dist            build/web/dist: broadsheet.html (the one file) and site/ (for a static host)
#   dist_in_tree    copies that to dist/, where it is committed
#
# Both are the same bytes whenever the sources are the same.

# All for size: at -O3 the parser and the search alone take the page over its limit.
foreach(small imgui unibreak qrcodegen text edition read compose search correct view)
  if(NOT TARGET ${small})
    continue()
  endif()
  get_target_property(kind ${small} TYPE)
  if(NOT kind STREQUAL "INTERFACE_LIBRARY")
    target_compile_options(${small} PRIVATE -Oz)
  endif()
endforeach()
# But for what answers every keystroke and reads a thousand pages in: at -Oz it takes two to three times as long, and unrolled no less;
# and for where the parser is longest: with all of it at -O3 it is a fifth faster once V8 has done its work, but slower before, which is
# when a reader opens a page.
foreach(hot search/folded search/shelf search/tally compose/assign compose/copies compose/head_odds_zh compose/sheet compose/shown compose/topic read/lines text/every text/ngram)
  set_source_files_properties(${CMAKE_SOURCE_DIR}/src/${hot}.cpp PROPERTIES COMPILE_OPTIONS "-O2;-fno-unroll-loops;-fno-vectorize")
endforeach()
# Sums over 64 hidden units, eight at a time.
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/text/seam_net.cpp PROPERTIES COMPILE_OPTIONS "-O2;-fno-unroll-loops")
target_compile_options(imgui PRIVATE -fno-exceptions $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)

file(GLOB shaders CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shaders/*.vert ${CMAKE_SOURCE_DIR}/shaders/*.frag)
set(shader_header ${CMAKE_BINARY_DIR}/generated/browser/shaders.h)
add_custom_command(OUTPUT ${shader_header}
  COMMAND ${CMAKE_COMMAND} "-DFILES=${shaders}" -DOUTPUT=${shader_header}
          -P ${CMAKE_SOURCE_DIR}/web/embed_shaders.cmake
  DEPENDS ${shaders} ${CMAKE_SOURCE_DIR}/web/embed_shaders.cmake VERBATIM)

file(GLOB browser_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/browser/*.cpp)
add_executable(broadsheet_web ${browser_sources} ${shader_header})
target_include_directories(broadsheet_web PRIVATE ${CMAKE_BINARY_DIR}/generated)
target_link_libraries(broadsheet_web PRIVATE compose search view)
target_compile_options(broadsheet_web PRIVATE -Oz)
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/browser/functions.cpp PROPERTIES COMPILE_OPTIONS "-fno-lto;-fno-builtin")
set(parser_tables "")
foreach(table text/ngrams_zh text/seams_zh text/letters_en compose/roles_en compose/roles_printed_en compose/shorts_zh)  # in the order of src/browser/tables.cpp
  set(file ${CMAKE_SOURCE_DIR}/src/${table}.bin)
  cmake_path(GET file STEM name)
  string(TOUPPER ${name} name)
  file(SIZE ${file} size)
  target_compile_definitions(broadsheet_web PRIVATE BROADSHEET_${name}=${size})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  list(APPEND parser_tables ${file})
endforeach()
list(JOIN parser_tables "," tables_given)
set_target_properties(broadsheet_web PROPERTIES OUTPUT_NAME broadsheet SUFFIX .wasm)
target_link_options(broadsheet_web PRIVATE -Oz -sSTANDALONE_WASM=1 --no-entry -sMALLOC=emmalloc -sFILESYSTEM=0
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=8MB -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB -Wl,-mllvm,-inline-threshold=0 --profiling-funcs)  # names: web/split.mjs cuts by them, the packer drops them

# What unpacks the one file, a module of its own.
add_executable(unpack_web ${CMAKE_SOURCE_DIR}/src/browser/unpack/unpack.cpp ${CMAKE_SOURCE_DIR}/src/browser/unpack/together.cpp)
target_link_libraries(unpack_web PRIVATE house)
target_compile_options(unpack_web PRIVATE -Oz)
set_target_properties(unpack_web PROPERTIES OUTPUT_NAME unpack SUFFIX .wasm)
target_link_options(unpack_web PRIVATE -Oz -sSTANDALONE_WASM=1 --no-entry -sMALLOC=none -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH=1
  -sINITIAL_MEMORY=128KB -sSTACK_SIZE=4KB)

# The site's program is cut in two with Binaryen's tools, which every Emscripten has beside it.
find_program(WASM_SPLIT wasm-split REQUIRED HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin ${EMSCRIPTEN_ROOT_PATH}/bin NO_CMAKE_FIND_ROOT_PATH)
get_filename_component(binaryen ${WASM_SPLIT} DIRECTORY)
# Once more over what Emscripten has written: read anew, it still shrinks a little, and again with blocks and branches laid out anew.
set(as_linked -g --enable-bulk-memory --enable-simd --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals
  --enable-multivalue --enable-reference-types $<TARGET_FILE:broadsheet_web> -o $<TARGET_FILE:broadsheet_web>)
add_custom_command(TARGET broadsheet_web POST_BUILD VERBATIM
  COMMAND ${binaryen}/wasm-opt -Oz --converge ${as_linked}
  COMMAND ${binaryen}/wasm-opt --flatten --rereloop -Oz -Oz ${as_linked})
find_program(NODE NAMES node nodejs REQUIRED)
# The minifier: Debian's package terser, or the one that an emsdk brings.
find_file(TERSER NAMES bundle.min.cjs bundle.min.js REQUIRED NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH
  PATHS /usr/share/nodejs/terser/dist ${EMSCRIPTEN_ROOT_PATH}/node_modules/terser/dist)
file(GLOB web_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/*.mjs ${CMAKE_SOURCE_DIR}/web/*.html
  ${CMAKE_SOURCE_DIR}/web/*.css ${CMAKE_SOURCE_DIR}/web/*.js ${CMAKE_SOURCE_DIR}/web/*.svg
  ${CMAKE_SOURCE_DIR}/web/edition/*.txt)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/dist/broadsheet.html
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/web/pack.mjs --terser ${TERSER}
    --wasm $<TARGET_FILE:broadsheet_web> --unpacker $<TARGET_FILE:unpack_web> --tables ${tables_given} --binaryen ${binaryen} --out ${CMAKE_BINARY_DIR}/dist
  DEPENDS broadsheet_web unpack_web ${web_sources} ${parser_tables} VERBATIM)
add_custom_target(dist DEPENDS ${CMAKE_BINARY_DIR}/dist/broadsheet.html)
# Lays the build into dist/, as it is committed.
add_custom_target(dist_in_tree COMMAND ${CMAKE_COMMAND} -DFROM=${CMAKE_BINARY_DIR}/dist -DTO=${CMAKE_SOURCE_DIR}/dist
  -P ${CMAKE_SOURCE_DIR}/web/copy_dist.cmake DEPENDS dist VERBATIM)
