// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/StepCard.h"

#include "core/base/SafeText.h"
#include "ui/panels/runbook/OutputView.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ConfirmationBox.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FieldForm.h"
#include "ui/widgets/KeyHint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit::panels::runbook {

namespace {

constexpr int signSize = 20;
constexpr int margin = 8;
constexpr int codeMargin = 7;
constexpr qreal radius = 5;

QLabel* plainLabel(const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1);  // one long word must not push the card out of its dock
    label->setProperty("role", QLatin1String(role));
    return label;
}

/// The preview's rows as an aligned plain-text table.
QString sampleTable(const StepPreview& preview)
{
    if (preview.samples.isEmpty())
        return {};
    QList<int> widths;
    const auto measure = [&](const QStringList& row) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i >= widths.size())
                widths.append(0);
            widths[i] = std::max(widths[i], static_cast<int>(std::min<qsizetype>(row.at(i).size(), 40)));
        }
    };
    measure(preview.columns);
    for (const QStringList& row : preview.samples)
        measure(row);
    const auto line = [&](const QStringList& row) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i)
            text += safeLine(row.at(i), 40).leftJustified(widths.at(i) + 2);
        return text.trimmed() + QLatin1Char('\n');
    };
    QString text = preview.columns.isEmpty() ? QString() : line(preview.columns);
    for (const QStringList& row : preview.samples)
        text += line(row);
    return text;
}

}  // namespace

StepCard::StepCard(Theme& theme, const StepView& view, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_view(view)
{
    setObjectName(QStringLiteral("step.") + view.spec.id);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin - 2, margin, margin - 2);
    layout->setSpacing(6);
    layout->addWidget(makeHeader());
    m_body = makeBody();
    layout->addWidget(m_body);
    m_body->hide();
    connect(m_run, &QPushButton::clicked, this, &StepCard::runAsked);
    connect(m_cancel, &QPushButton::clicked, this, &StepCard::cancelAsked);
    connect(m_question, &ConfirmationBox::confirmed, this, &StepCard::confirm);
    connect(m_question, &ConfirmationBox::cancelled, this, [this] {
        m_samples->show({});
        settle();
        emit answered();
    });
}

QWidget* StepCard::makeHeader()
{
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(margin);
    m_sign = new QLabel(header);
    m_sign->setTextFormat(Qt::PlainText);
    m_sign->setFixedSize(signSize, signSize);
    m_sign->setAlignment(Qt::AlignCenter);
    m_sign->setFont(m_theme.textFont(0.85));
    m_title = new ElidedLabel(m_view.spec.title, header);
    QFont bold = m_theme.textFont();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_danger = new Badge(m_theme, header);
    m_danger->setDanger(m_view.spec.danger);
    m_summary = new ElidedLabel(header);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_sign);
    row->addWidget(m_title);
    row->addWidget(m_danger);
    row->addWidget(m_summary, 1);
    return header;
}

QWidget* StepCard::makeBody()
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_why = plainLabel("muted", body);
    m_why->setText(safeBlock(m_view.spec.why.trimmed()));
    m_why->setVisible(!m_view.spec.why.isEmpty());
    m_text = plainLabel("", body);
    m_text->setProperty("surface", QStringLiteral("code"));
    m_text->setFont(m_theme.monospaceFont());
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMargin(codeMargin);
    m_inputs = new FieldForm(body);
    m_inputs->setInputs(m_view.spec.inputs);
    m_inputs->setVisible(!m_view.spec.inputs.isEmpty());
    m_stage = plainLabel("title", body);
    m_stage->hide();
    m_links = makeLinks(body);
    m_problem = plainLabel("danger", body);
    m_problem->hide();
    m_output = makeOutput(tr("Output of step %1").arg(m_view.spec.title), body);
    m_samples = makeOutput(tr("What step %1 would hit").arg(m_view.spec.title), body);
    m_samples->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_question = new ConfirmationBox(m_theme, body);
    m_question->hide();
    m_obstacle = plainLabel("muted", body);
    for (QWidget* part :
         {static_cast<QWidget*>(m_stage), static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_text),
          static_cast<QWidget*>(m_links), static_cast<QWidget*>(m_inputs), static_cast<QWidget*>(m_problem),
          static_cast<QWidget*>(m_output), static_cast<QWidget*>(m_samples), static_cast<QWidget*>(m_question),
          static_cast<QWidget*>(m_obstacle)})
        column->addWidget(part);
    m_buttons = makeButtons(body);
    column->addWidget(m_buttons);
    return body;
}

QWidget* StepCard::makeLinks(QWidget* parent)
{
    auto* links = new QWidget(parent);
    auto* column = new QVBoxLayout(links);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    links->setVisible(!m_view.links.isEmpty());
    for (const auto& [id, title] : std::as_const(m_view.links)) {
        auto* link = new QPushButton(tr("Open runbook: %1").arg(title), links);
        link->setAutoDefault(false);
        link->setAccessibleName(tr("Open the runbook %1").arg(title));
        connect(link, &QPushButton::clicked, this, [this, runbook = id] { emit linkChosen(runbook); });
        column->addWidget(link, 0, Qt::AlignLeft);
    }
    return links;
}

OutputView* StepCard::makeOutput(const QString& name, QWidget* parent) const
{
    auto* view = new OutputView(parent);
    view->setFont(m_theme.monospaceFont());
    view->setStep(m_view.spec.id, m_view.spec.title);
    view->setAccessibleName(name);
    view->hide();
    return view;
}

QWidget* StepCard::makeButtons(QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(margin);
    m_environment = new Badge(m_theme, row);
    m_record = new ElidedLabel(row);
    m_key = new KeyHint(m_theme, QKeySequence(Qt::Key_Space), row);
    m_run = new QPushButton(row);
    m_run->setAutoDefault(false);
    m_run->setProperty("role", m_view.spec.danger == Danger::Destructive ? QStringLiteral("danger")
                                                                         : QStringLiteral("primary"));
    m_run->setAccessibleName(tr("Run step %1").arg(m_view.spec.title));
    m_cancel = new QPushButton(tr("Stop"), row);
    m_cancel->setAutoDefault(false);
    m_cancel->setAccessibleName(tr("Stop step %1").arg(m_view.spec.title));
    buttons->addWidget(m_environment);
    buttons->addWidget(m_record, 1);
    buttons->addWidget(m_key);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_run);
    return row;
}

void StepCard::update(const StepView& view)
{
    m_view = view;
    settle();
}

void StepCard::setCurrent(bool current)
{
    if (m_current == current)
        return;
    m_current = current;
    if (!current)
        withdraw();
    m_body->setVisible(current);
    settle();
}

void StepCard::settle()
{
    m_sign->setText(signOf(m_view));
    QPalette palette = m_sign->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(toneOf(m_view)));
    m_sign->setPalette(palette);
    m_sign->setAccessibleName(stateWord(m_view));
    palette.setColor(QPalette::WindowText, m_theme.color(Tone::Muted));
    m_summary->setPalette(palette);
    m_record->setPalette(palette);
    m_summary->setText(m_view.summary);
    setAccessibleName(tr("Step %1: %2, %3, %4")
                          .arg(m_view.number)
                          .arg(m_view.spec.title, dangerTitle(m_view.spec.danger), stateWord(m_view)));
    if (m_current)
        settleBody();
    QWidget::update();
}

void StepCard::settleBody()
{
    // What was resolved for the question stays on screen until it is answered.
    const QString text = safeBlock(isAsking() ? m_asked : m_view.text);
    m_text->setText(text);
    m_text->setAccessibleName(tr("What this step sends: %1").arg(text));
    m_text->setVisible(!text.isEmpty());
    const bool running = m_view.state == StepView::State::Running;
    const bool acts = m_view.spec.danger != Danger::Read;
    m_stage->setText(safeBlock(m_view.stage));
    m_stage->setVisible(!m_view.stage.isEmpty());
    m_obstacle->setText(m_view.obstacle);
    m_obstacle->setVisible(!running && !m_view.obstacle.isEmpty());
    m_record->setText(m_view.record);
    m_environment->setEnvironment(m_view.environment);
    m_environment->setVisible(acts);
    m_run->setText(runWord());
    m_run->setVisible(!running);
    m_key->setVisible(!running && m_view.obstacle.isEmpty());
    m_run->setEnabled(m_view.obstacle.isEmpty() && !m_busy);
    m_cancel->setVisible(running);
    m_buttons->setVisible(!isAsking());
}

QString StepCard::runWord() const
{
    if (m_view.spec.kind == QLatin1String("manual"))
        return tr("Mark as done");
    switch (m_view.state) {
    case StepView::State::Open: return tr("Run");
    case StepView::State::Unknown: return tr("Check, then run again");
    default: return tr("Run again");
    }
}

QMap<QString, QString> StepCard::inputs() const
{
    return m_inputs->inputs();
}

bool StepCard::validate()
{
    return m_view.spec.inputs.isEmpty() || m_inputs->validate();
}

void StepCard::ask(const PreparedStep& prepared)
{
    m_problem->hide();
    m_asked = prepared.step.text;
    m_samples->show(sampleTable(prepared.preview));
    const TargetIdentity& target = prepared.preview.target;
    QStringList where;
    for (const QString& part : {target.name, target.address, target.role}) {
        if (!part.isEmpty())
            where.append(safeLine(part, 80));
    }
    ConfirmationRequest request;
    request.need = prepared.need;
    request.environment = m_view.environment;
    request.headline = prepared.question;
    request.target = where.join(QStringLiteral(" \u00B7 "));
    request.expectedText = prepared.expectedText;
    request.confirmLabel = prepared.need == ConfirmationNeed::TypeText ? tr("Run it") : tr("Yes, run it");
    m_question->setVisible(true);
    m_question->ask(request);
    settle();
}

void StepCard::withdraw()
{
    if (m_question->isHidden())
        return;
    m_question->withdraw();
    m_samples->show({});
    settle();
    emit answered();
}

void StepCard::confirm(const QString& typed)
{
    m_samples->show({});
    settle();
    emit confirmed(typed);
    emit answered();
}

bool StepCard::isAsking() const
{
    return !m_question->isHidden();
}

void StepCard::showProblem(const QString& sentence)
{
    m_problem->setText(safeBlock(sentence));
    m_problem->setVisible(!sentence.isEmpty());
}

void StepCard::setOutput(const QString& text)
{
    m_output->show(text);
}
void StepCard::appendOutput(const QString& text)
{
    m_output->append(text);
}

void StepCard::setBusy(bool busy)
{
    m_busy = busy;
    settle();
}

void StepCard::mousePressEvent(QMouseEvent* event)
{
    QFrame::mousePressEvent(event);
    emit chosen();
}

void StepCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // A question has a frame of its own.
    const bool dangerous = m_current && !isAsking() && m_view.spec.danger == Danger::Destructive;
    const QColor edge = dangerous                  ? m_theme.dangerColor(Danger::Destructive)
                        : m_current && !isAsking() ? m_theme.color(Tone::Focus)
                                                   : m_theme.color(Tone::Line);
    painter.setPen(edge);
    painter.setBrush(m_theme.color(Tone::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(toneOf(m_view)), 1.2));
    const QRect sign(m_sign->mapTo(this, QPoint(0, 0)), m_sign->size());
    painter.drawEllipse(QRectF(sign).adjusted(1, 1, -1, -1));
}

}  // namespace cockpit::panels::runbook
