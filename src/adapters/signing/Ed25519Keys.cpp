// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/signing/Ed25519Keys.h"

#include <QCoreApplication>
#include <QPromise>

#include <sodium.h>

namespace cockpit::adapters::signing {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Approval)
};

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

Secret newSeed()
{
    QByteArray seed(crypto_sign_SEEDBYTES, Qt::Uninitialized);
    randombytes_buf(seed.data(), static_cast<size_t>(seed.size()));
    const Secret stored(seed.toHex());
    sodium_memzero(seed.data(), static_cast<size_t>(seed.size()));
    return stored;
}

/// Calls `use` with the pair of keys behind a stored seed, and wipes the private one.
Result<QByteArray>
withKeys(const Secret& stored,
         const std::function<QByteArray(const QByteArray& publicKey, const QByteArray& secretKey)>& use)
{
    QByteArray seed = QByteArray::fromHex(stored.reveal());
    if (seed.size() != crypto_sign_SEEDBYTES)
        return fail(ErrorKind::Malformed,
                    Say::tr("The approval key in the keychain is damaged; remove it there and make a new one"));
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    crypto_sign_seed_keypair(raw(publicKey), raw(secretKey), raw(std::as_const(seed)));
    const QByteArray result = use(publicKey, secretKey);
    sodium_memzero(secretKey.data(), static_cast<size_t>(secretKey.size()));
    sodium_memzero(seed.data(), static_cast<size_t>(seed.size()));
    return result;
}

}  // namespace

Ed25519Keys::Ed25519Keys(CredentialStore& store, QString keyName)
    : m_store(store)
    , m_keyName(std::move(keyName))
{
}

QFuture<Result<Secret>> Ed25519Keys::key()
{
    auto promise = std::make_shared<QPromise<Result<Secret>>>();
    promise->start();
    const auto settle = [promise](Result<Secret> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    if (sodium_init() < 0) {
        settle(fail(ErrorKind::Unsupported, Say::tr("The library for signatures cannot be used on this machine")));
        return promise->future();
    }
    m_store.read(m_keyName).then([this, settle](const Result<Secret>& stored) {
        // Only a key that was never made is made: one that is locked away must not be replaced.
        if (stored || stored.error().kind != ErrorKind::NotFound)
            return settle(stored);
        const Secret made = newSeed();
        m_store.write(m_keyName, made).then([settle, made](const Status& written) {
            settle(written ? Result<Secret>(made) : Result<Secret>(written.error()));
        });
    });
    return promise->future();
}

QFuture<Result<QByteArray>> Ed25519Keys::publicKey()
{
    return key().then([](const Result<Secret>& stored) -> Result<QByteArray> {
        if (!stored)
            return stored.error();
        return withKeys(*stored, [](const QByteArray& publicKey, const QByteArray&) { return publicKey; });
    });
}

QFuture<Result<QByteArray>> Ed25519Keys::sign(const QByteArray& bytes)
{
    return key().then([bytes](const Result<Secret>& stored) -> Result<QByteArray> {
        if (!stored)
            return stored.error();
        return withKeys(*stored, [bytes](const QByteArray&, const QByteArray& secretKey) {
            QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
            crypto_sign_detached(raw(signature), nullptr, raw(bytes), static_cast<unsigned long long>(bytes.size()),
                                 raw(secretKey));
            return signature;
        });
    });
}

bool Ed25519Keys::verify(const QByteArray& bytes, const QByteArray& signature, const QByteArray& publicKey) const
{
    return sodium_init() >= 0 && signature.size() == crypto_sign_BYTES &&
           publicKey.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(raw(signature), raw(bytes), static_cast<unsigned long long>(bytes.size()),
                                       raw(publicKey)) == 0;
}

}  // namespace cockpit::adapters::signing
