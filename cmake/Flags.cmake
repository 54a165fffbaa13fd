# One target carries language level, warnings, strict Qt defines and hardening for every target of the project.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOUIC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")

# Sanitized code is slow to optimize and is built to be run once.
if(COCKPIT_SANITIZE)
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()

add_library(cockpit_flags INTERFACE)
target_include_directories(cockpit_flags INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
target_compile_definitions(cockpit_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    SPDLOG_FMT_EXTERNAL _GLIBCXX_ASSERTIONS)
target_compile_options(cockpit_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -fstack-protector-strong -fcf-protection
    $<$<BOOL:${COCKPIT_WERROR}>:-Werror>)
if(COCKPIT_SANITIZE)
    # With a sanitizer's checks in between, GCC 12 takes every moved variant for uninitialized.
    target_compile_options(cockpit_flags INTERFACE -fsanitize=${COCKPIT_SANITIZE} -fno-sanitize-recover=all
        -fno-omit-frame-pointer $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(cockpit_flags INTERFACE -fsanitize=${COCKPIT_SANITIZE})
else()
    target_compile_options(cockpit_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fstack-clash-protection>)
    target_compile_definitions(cockpit_flags INTERFACE $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
    target_link_options(cockpit_flags INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
if(COCKPIT_TIDY)
    set(CMAKE_CXX_CLANG_TIDY clang-tidy-14)
endif()
