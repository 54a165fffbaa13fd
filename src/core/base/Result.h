// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace cockpit {

/// Why something did not work, in classes a program can act on.
enum class ErrorKind {
    InvalidInput,  ///< the caller's text, file or argument is wrong; asking again will not help
    NotFound,      ///< the named thing does not exist
    Conflict,      ///< it exists in a state that does not allow this
    Refused,       ///< a safety rule said no
    Unreachable,   ///< no answer from the other side (name, network, connection)
    Unauthorized,  ///< the other side rejected our credential (401, 403, NOAUTH, 28P01)
    TimedOut,      ///< our own deadline passed
    Cancelled,     ///< a person or a shutdown stopped it
    Malformed,     ///< an answer came but is not what its contract says
    TooLarge,      ///< an answer or file is above the byte cap
    MissingField,  ///< the answer is well formed but lacks the field that was asked for
    Storage,       ///< disk or database of this workstation
    Unsupported    ///< this build or this server cannot do it
};

/// One failure: its class, one sentence for a person, and a detail for the log.
/// Neither text may hold a secret; whoever makes an Error redacts first.
struct Error {
    ErrorKind kind = ErrorKind::InvalidInput;
    QString message;  ///< one sentence: what is wrong and what to do about it
    QString detail;   ///< optional; redacted technical detail
};

/// The word used for an error kind on screen, in JSON and in the log ("timed_out").
QString errorKindName(ErrorKind kind);

/// A value or an Error. Must be looked at.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)  // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)  // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }
    Result()
        : m_state(std::in_place_index<1>, Error{ErrorKind::Cancelled, {}, {}})
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T& value() const& { return std::get<0>(m_state); }
    T& value() & { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    const T& operator*() const& { return value(); }
    const T* operator->() const { return &std::get<0>(m_state); }
    T* operator->() { return &std::get<0>(m_state); }

    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// "It worked", where there is nothing to return.
struct Done {
};

using Status = Result<Done>;

/// Shorthand for the failing side.
inline Error fail(ErrorKind kind, QString message, QString detail = {})
{
    return Error{kind, std::move(message), std::move(detail)};
}

}  // namespace cockpit
