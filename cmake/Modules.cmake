# Module folders are found, not listed. Each holds one line of CMake (cockpit_adapter(), cockpit_panel() …) and, where it
# offers something to the rest, a Module.h; the registries that call them are written here.

# A precompiled header shared by a group of targets; the donor compiles it once.
function(cockpit_precompiled name)
    cmake_parse_arguments(ARG "" "" "LINK;HEADERS" ${ARGN})
    # Written only when it differs: a fresh time stamp would recompile the header, and with it everything.
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/${name}.cpp CONTENT "// Donor of a precompiled header.\n")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/generated/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
    target_link_libraries(${name} PRIVATE cockpit_flags ${ARG_LINK})
    target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

set(core_headers <QtCore> <algorithm> <chrono> <functional> <memory> <optional> <utility> <variant> <vector>)
cockpit_precompiled(cockpit_pch_core LINK Qt6::Core HEADERS ${core_headers})
cockpit_precompiled(cockpit_pch_network LINK Qt6::Core Qt6::Network Qt6::Sql
    HEADERS ${core_headers} <QtNetwork> <QtSql>)
if(COCKPIT_GUI)
    cockpit_precompiled(cockpit_pch_ui LINK Qt6::Core Qt6::Gui Qt6::Widgets HEADERS ${core_headers} <QtWidgets>)
endif()

# A static library from every source below the calling folder.
function(cockpit_library name)
    cmake_parse_arguments(ARG "" "PCH" "LINK" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h
        ${CMAKE_CURRENT_SOURCE_DIR}/*.ui ${CMAKE_CURRENT_SOURCE_DIR}/*.qrc)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC cockpit_flags ${ARG_LINK})
    target_precompile_headers(${name} REUSE_FROM ${ARG_PCH})
endfunction()

# One outside system: links core and its own libraries, never another adapter.
function(cockpit_adapter)
    get_filename_component(folder ${CMAKE_CURRENT_SOURCE_DIR} NAME)
    cockpit_library(cockpit_adapter_${folder} PCH cockpit_pch_network
        LINK cockpit_core Qt6::Network Qt6::Sql ${ARGN})
endfunction()

# One dock: links core and the shared widgets, never another panel.
function(cockpit_panel)
    get_filename_component(folder ${CMAKE_CURRENT_SOURCE_DIR} NAME)
    cockpit_library(cockpit_panel_${folder} PCH cockpit_pch_ui LINK cockpit_widgets ${ARGN})
endfunction()

# Adds every subfolder that has a CMakeLists.txt; names of those with a Module.h go to ${result}.
function(cockpit_add_modules result)
    file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true ${CMAKE_CURRENT_SOURCE_DIR}/*)
    set(modules "")
    foreach(folder ${folders})
        if(IS_DIRECTORY ${folder} AND EXISTS ${folder}/CMakeLists.txt)
            add_subdirectory(${folder})
            if(EXISTS ${folder}/Module.h)
                get_filename_component(module ${folder} NAME)
                list(APPEND modules ${module})
            endif()
        endif()
    endforeach()
    set(${result} ${modules} PARENT_SCOPE)
endfunction()

# One test executable from the calling folder's *.cpp, registered with CTest as one test.
function(cockpit_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "LINK;LABELS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    add_executable(${name} ${sources})
    target_link_libraries(${name} PRIVATE cockpit_test_support ${ARG_LINK})
    target_precompile_headers(${name} REUSE_FROM cockpit_pch_test)
    target_compile_definitions(${name} PRIVATE TEST_DATA_DIR="${CMAKE_CURRENT_SOURCE_DIR}"
        PROJECT_DIR="${CMAKE_SOURCE_DIR}" BUILD_DIR="${CMAKE_BINARY_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "LC_ALL=C.UTF-8;TZ=UTC;QT_FONT_DPI=96")
endfunction()
