// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The least a Qt program does to show a window, for the first-paint benchmark: minimal_window FILE writes a line into
// FILE when it was painted.
#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QTimer>

namespace {

class Window : public QMainWindow
{
public:
    explicit Window(QString file)
        : m_file(std::move(file))
    {
        resize(1366, 768);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QTimer::singleShot(0, this, [this] {
            QFile file(m_file);
            if (file.open(QIODevice::WriteOnly))
                file.write("first paint\n");
        });
    }

private:
    QString m_file;
};

}  // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    Window window(QApplication::arguments().value(1));
    window.show();
    return QApplication::exec();
}
