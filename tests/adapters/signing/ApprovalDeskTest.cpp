// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Two people with a profile each: one asks, the other approves, with real keys.
#include "adapters/signing/Ed25519Keys.h"
#include "tests/support/EngineRig.h"

#include <gtest/gtest.h>

#include <map>

namespace cockpit::test {
namespace {

using adapters::signing::Ed25519Keys;

/// A keychain in memory that can be locked.
class MemoryKeychain final : public CredentialStore
{
public:
    QFuture<Result<Secret>> read(const QString& key) override
    {
        if (locked)
            return finishedFuture(Result<Secret>(fail(ErrorKind::Unauthorized, QStringLiteral("locked"))));
        const auto found = secrets.find(key);
        return finishedFuture(found == secrets.end() ? Result<Secret>(fail(ErrorKind::NotFound, QStringLiteral("none")))
                                                     : Result<Secret>(found->second));
    }
    QFuture<Status> write(const QString& key, const Secret& secret) override
    {
        secrets.insert_or_assign(key, secret);
        return finishedFuture(Status(Done{}));
    }
    QFuture<Status> remove(const QString& key) override
    {
        secrets.erase(key);
        return finishedFuture(Status(Done{}));
    }
    QFuture<CredentialState> probe() override { return finishedFuture(CredentialState::Ready); }

    std::map<QString, Secret> secrets;
    bool locked = false;
};

PlaybookPointer strictPlaybook()
{
    auto playbook = std::make_shared<Playbook>();
    playbook->id = QStringLiteral("p");
    playbook->title = QStringLiteral("Platform");
    playbook->secondPerson = true;
    Severity severity;
    severity.id = QStringLiteral("S1");
    playbook->severities = {severity};
    Runbook runbook;
    runbook.id = QStringLiteral("r");
    StepSpec step;
    step.id = QStringLiteral("close");
    step.title = QStringLiteral("Close all orders");
    step.kind = QStringLiteral("fake");
    step.connection = QStringLiteral("db");
    step.danger = Danger::Destructive;
    step.parameters = {{QStringLiteral("run"), QStringLiteral("UPDATE orders SET status = 'closed'")}};
    runbook.steps = {step};
    playbook->runbooks = {runbook};
    return playbook;
}

/// One person's cockpit.
struct Desk {
    explicit Desk(const char* name)
        : person(QString::fromLatin1(name))
        , keys(std::make_shared<Ed25519Keys>(keychain, QStringLiteral("approval/") + person))
        , rig({strictPlaybook()}, keys)
    {
        auto owned = std::make_unique<FakeExecutor>();
        executor = owned.get();
        executor->previewed.value().affected = 7;
        rig.registry.add(std::move(owned));
        incident =
            *rig.engine.declare({QStringLiteral("p"), QStringLiteral("S1"), QStringLiteral("T"), {}, {}}, person);
    }
    PreparedStep prepare()
    {
        const auto prepared = waitFor(rig.engine.prepareStep(
            {incident, QStringLiteral("p"), QStringLiteral("r"), QStringLiteral("close"), {}}, person));
        EXPECT_TRUE(prepared.ok());
        return *prepared;
    }
    Result<QString> start(const PreparedStep& prepared, const QString& approval)
    {
        return rig.engine.startStep(prepared.token, QStringLiteral("7"), person, approval);
    }
    QString key() { return *waitFor(rig.engine.approvalKey()); }
    Result<QString> give(const QString& request) { return waitFor(rig.engine.giveApproval(request, person)); }

    QString person;
    MemoryKeychain keychain;
    std::shared_ptr<Ed25519Keys> keys;
    EngineRig rig;
    FakeExecutor* executor = nullptr;
    QString incident;
};

class ApprovalDeskTest : public testing::Test
{
protected:
    ApprovalDeskTest()
    {
        EXPECT_TRUE(maria.rig.engine.trustApprover(QStringLiteral("ops-4/jan"), jan.key(), maria.person).ok());
    }
    QString refusal(const PreparedStep& prepared, const QString& approval)
    {
        const auto started = maria.start(prepared, approval);
        EXPECT_EQ(maria.executor->started.size(), 0);
        return started.ok() ? QStringLiteral("it ran") : started.error().message;
    }

    Desk maria{"ops-3/maria"};
    Desk jan{"ops-4/jan"};
};

TEST_F(ApprovalDeskTest, ASecondPersonApprovesAndBothLogsSaySo)
{
    const PreparedStep prepared = maria.prepare();
    ASSERT_TRUE(prepared.needsSecondPerson);
    const auto shown = jan.rig.engine.readApproval(prepared.approvalRequest, jan.person);
    ASSERT_TRUE(shown.ok());
    EXPECT_EQ(shown->text, QStringLiteral("UPDATE orders SET status = 'closed'"));
    EXPECT_EQ(shown->affected, 7);
    const auto approval = jan.give(prepared.approvalRequest);
    ASSERT_TRUE(approval.ok()) << qPrintable(approval.error().message);
    EXPECT_EQ(jan.rig.store.typeNames().last(), QStringLiteral("approval_given"));
    ASSERT_TRUE(maria.start(prepared, *approval).ok());
    EXPECT_EQ(maria.executor->started.size(), 1);
    const StepRunState step = maria.rig.log.book().find(maria.incident)->runs.last().steps.last();
    EXPECT_EQ(step.approver, QStringLiteral("ops-4/jan"));
}

TEST_F(ApprovalDeskTest, WithoutAnApprovalNothingRuns)
{
    EXPECT_TRUE(refusal(maria.prepare(), {}).contains(QStringLiteral("second person")));
    EXPECT_TRUE(refusal(maria.prepare(), QStringLiteral("yes, do it")).contains(QStringLiteral("copy it again")));
}

TEST_F(ApprovalDeskTest, AnApprovalIsForOneRequestOnly)
{
    const PreparedStep first = maria.prepare();
    const auto approval = jan.give(first.approvalRequest);
    ASSERT_TRUE(approval.ok());
    EXPECT_TRUE(refusal(maria.prepare(), *approval).contains(QStringLiteral("another request")));
    ASSERT_TRUE(maria.start(first, *approval).ok());
    EXPECT_FALSE(maria.start(first, *approval).ok()) << "used up";
}

TEST_F(ApprovalDeskTest, ItExpires)
{
    const PreparedStep prepared = maria.prepare();
    const auto approval = jan.give(prepared.approvalRequest);
    ASSERT_TRUE(approval.ok());
    maria.rig.clock.advance(Milliseconds{5 * 60'000 + 1});
    jan.rig.clock.advance(Milliseconds{5 * 60'000 + 1});
    EXPECT_FALSE(maria.start(prepared, *approval).ok());
    EXPECT_FALSE(jan.give(prepared.approvalRequest).ok());
}

TEST_F(ApprovalDeskTest, NobodyApprovesTheirOwn)
{
    const PreparedStep prepared = maria.prepare();
    EXPECT_FALSE(maria.give(prepared.approvalRequest).ok());
    EXPECT_FALSE(maria.rig.engine.trustApprover(QStringLiteral("ops-9/eve"), maria.key(), maria.person).ok());
    // Signed with the own key under another name: the key is the requester's all the same.
    const auto disguised =
        waitFor(maria.rig.engine.giveApproval(prepared.approvalRequest, QStringLiteral("ops-4/jan")));
    ASSERT_TRUE(disguised.ok());
    EXPECT_TRUE(refusal(prepared, *disguised).contains(QStringLiteral("not among the approvers")));
}

TEST_F(ApprovalDeskTest, AStrangersKeyAndAForgottenOneCountForNothing)
{
    Desk eve{"ops-9/eve"};
    const PreparedStep prepared = maria.prepare();
    EXPECT_TRUE(refusal(prepared, *eve.give(prepared.approvalRequest)).contains(QStringLiteral("not among")));
    ASSERT_TRUE(maria.rig.engine.forgetApprover(QStringLiteral("ops-4/jan"), maria.person).ok());
    EXPECT_TRUE(refusal(prepared, *jan.give(prepared.approvalRequest)).contains(QStringLiteral("not among")));
}

TEST_F(ApprovalDeskTest, WhatWasApprovedIsWhatRuns)
{
    const PreparedStep prepared = maria.prepare();
    ApprovalRequest other = *ApprovalRequest::fromText(prepared.approvalRequest);
    other.text = QStringLiteral("SELECT 1");
    other.affected = 0;
    const auto approval = jan.give(other.toText());
    ASSERT_TRUE(approval.ok());
    EXPECT_TRUE(refusal(prepared, *approval).contains(QStringLiteral("something else was approved")));
    ApprovalRequest elsewhere = *ApprovalRequest::fromText(prepared.approvalRequest);
    elsewhere.target.serverId = QStringLiteral("staging");
    EXPECT_TRUE(refusal(prepared, *jan.give(elsewhere.toText())).contains(QStringLiteral("something else")));
}

TEST_F(ApprovalDeskTest, ALockedKeychainMakesNoNewKey)
{
    const QString before = jan.key();
    jan.keychain.locked = true;
    EXPECT_FALSE(jan.give(maria.prepare().approvalRequest).ok());
    jan.keychain.locked = false;
    EXPECT_EQ(jan.key(), before);
}

TEST_F(ApprovalDeskTest, OneKeyHasOneNameAndAKeyLooksLikeOne)
{
    EXPECT_FALSE(maria.rig.engine.trustApprover(QStringLiteral("somebody"), jan.key(), maria.person).ok());
    EXPECT_FALSE(maria.rig.engine.trustApprover(QStringLiteral("x"), QStringLiteral("abc"), maria.person).ok());
    EXPECT_FALSE(maria.rig.engine.trustApprover(QStringLiteral(" "), QString(64, QLatin1Char('a')), maria.person).ok());
    EXPECT_EQ(maria.rig.engine.approvers().keys(), QStringList{QStringLiteral("ops-4/jan")});
}

TEST(Ed25519Keys, KnowsThePublishedVector)
{
    // RFC 8032, section 7.1, test 2.
    MemoryKeychain keychain;
    keychain.secrets.emplace(QStringLiteral("k"),
                             Secret("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    Ed25519Keys keys(keychain, QStringLiteral("k"));
    EXPECT_EQ(waitFor(keys.publicKey())->toHex(),
              QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    const QByteArray signature = *waitFor(keys.sign(QByteArray("\x72")));
    EXPECT_EQ(signature.toHex(), QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    EXPECT_TRUE(keys.verify(QByteArray("\x72"), signature, *waitFor(keys.publicKey())));
    EXPECT_FALSE(keys.verify(QByteArray("\x73"), signature, *waitFor(keys.publicKey())));
    EXPECT_FALSE(keys.verify(QByteArray("\x72"), signature.left(63), *waitFor(keys.publicKey())));
}

}  // namespace
}  // namespace cockpit::test
