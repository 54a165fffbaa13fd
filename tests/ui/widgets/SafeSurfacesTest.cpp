// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Text and links from outside: nothing is opened, nothing is read as markup.
#include "tests/support/Wait.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/SafeBrowser.h"
#include "ui/widgets/SafeOpen.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QDesktopServices>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>

namespace cockpit {

namespace {

QByteArray tallPng()
{
    QImage image(40, 900, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

double documentHeight(SafeBrowser& browser)
{
    browser.resize(400, 300);
    browser.show();
    QTest::qWait(20);
    return browser.document()->size().height();
}

/// Stands in for the desktop and remembers what it was asked to open.
class LinkRecorder : public QObject
{
    Q_OBJECT

public:
    LinkRecorder()
    {
        for (const QString& scheme : schemes())
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~LinkRecorder() override
    {
        for (const QString& scheme : schemes())
            QDesktopServices::unsetUrlHandler(scheme);
    }
    static QStringList schemes()
    {
        return {QStringLiteral("https"), QStringLiteral("http"),      QStringLiteral("mailto"),
                QStringLiteral("file"),  QStringLiteral("ftp"),       QStringLiteral("smb"),
                QStringLiteral("data"),  QStringLiteral("javascript")};
    }
    QList<QUrl> opened;

public slots:
    void open(const QUrl& url) { opened.append(url); }
};

QPushButton* buttonOf(const QWidget& parent, const QString& name)
{
    for (QPushButton* button : parent.findChildren<QPushButton*>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

}  // namespace

TEST(SafeBrowser, LocalFilesNamedInTextAreNotRead)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("tall.png"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(tallPng());
    file.close();
    for (const QString& name : {path, QUrl::fromLocalFile(path).toString()}) {
        SafeBrowser browser;
        browser.showHtml(QStringLiteral("<p>a<img src=\"%1\"></p>").arg(name));
        EXPECT_LT(documentHeight(browser), 200) << qPrintable(name);
    }
}

TEST(SafeBrowser, EvidenceIsShownThroughTheResolver)
{
    SafeBrowser browser;
    QStringList asked;
    browser.setEvidenceResolver([&asked](const QString& hash) {
        asked.append(hash);
        return hash == QLatin1String("abc") ? tallPng() : QByteArray();
    });
    browser.showHtml(QStringLiteral("<img src=\"evidence:abc\"><img src=\"evidence:missing\">"));
    EXPECT_GT(documentHeight(browser), 850);
    EXPECT_TRUE(asked.contains(QStringLiteral("abc")));
}

TEST(SafeBrowser, TooMuchIsASentence)
{
    SafeBrowser browser;
    browser.showHtml(QString(SafeBrowser::maximumHtml + 1, QLatin1Char('x')));
    EXPECT_LT(browser.toPlainText().size(), 200);
    EXPECT_TRUE(browser.toPlainText().contains(QStringLiteral("too long")));
}

TEST(SafeOpen, OnlyWebAndMailMayLeave)
{
    for (const char* good : {"https://example.org/a", "http://10.0.0.1:8080/x", "mailto:lead@example.org"})
        EXPECT_TRUE(mayOpen(QUrl(QLatin1String(good)))) << good;
    for (const char* bad :
         {"file:///etc/passwd", "smb://host/share", "javascript:alert(1)", "data:text/html,x", "https:///nohost",
          "ftp://host/a", "", "relative/path", "https://user:pass@host/", "ssh://host", "HTTPS2://x"})
        EXPECT_FALSE(mayOpen(QUrl(QLatin1String(bad)))) << bad;
    EXPECT_EQ(linkTarget(QUrl(QStringLiteral("https://\u0430pple.com:444/x"))), QStringLiteral("xn--pple-43d.com:444"));
}

TEST(SafeOpen, AsksBeforeItOpens)
{
    LinkRecorder recorder;
    QWidget window;
    window.show();
    const QUrl link(QStringLiteral("https://status.example.org/"));
    safeOpen(link, &window);
    auto* dialog = window.findChild<QDialog*>(QStringLiteral("safeOpen"));
    ASSERT_NE(dialog, nullptr);
    QTest::qWait(20);
    EXPECT_TRUE(recorder.opened.isEmpty());
    QPushButton* open = buttonOf(*dialog, QStringLiteral("Open"));
    ASSERT_NE(open, nullptr);
    QTest::mouseClick(open, Qt::LeftButton);
    EXPECT_EQ(recorder.opened, QList<QUrl>{link});
}

TEST(SafeOpen, RefusedLinksHaveNoOpenButton)
{
    LinkRecorder recorder;
    QWidget window;
    window.show();
    safeOpen(QUrl(QStringLiteral("file:///etc/passwd")), &window);
    auto* dialog = window.findChild<QDialog*>(QStringLiteral("safeOpen"));
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(buttonOf(*dialog, QStringLiteral("Open")), nullptr);
    QTest::keyClick(dialog, Qt::Key_Return);
    EXPECT_TRUE(recorder.opened.isEmpty());
}

TEST(PlainText, MarkupIsShownLiterally)
{
    const QString hostile = QStringLiteral("<img src=/dev/zero><b>x</b>\u202Eevil");
    Theme theme;
    MessageBar bar(theme);
    bar.showMessage(MessageBar::Kind::Error, hostile);
    EXPECT_TRUE(bar.text().startsWith(QStringLiteral("<img src=/dev/zero><b>x</b>")));
    EXPECT_FALSE(bar.text().contains(QChar(0x202E)));
    for (const QLabel* label : bar.findChildren<QLabel*>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText);
    ElidedLabel label(hostile);
    EXPECT_TRUE(label.text().startsWith(QStringLiteral("<img")));
    EXPECT_TRUE(label.toolTip().contains(QStringLiteral("&lt;img")));
}

}  // namespace cockpit

#include "SafeSurfacesTest.moc"
