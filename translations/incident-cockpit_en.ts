<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>LogCommand</name>
    <message numerus="yes">
        <source>The log is intact: %n event(s), each follows the one before it.</source>
        <translation>
            <numerusform>The log is intact: %n event, each follows the one before it.</numerusform>
            <numerusform>The log is intact: %n events, each follows the one before it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricsCommand</name>
    <message numerus="yes">
        <source>%1 (%2, %n series)</source>
        <translation>
            <numerusform>%1 (%2, %n series)</numerusform>
            <numerusform>%1 (%2, %n series)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedisStep</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SqlStep</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cockpit::adapters::redis::RedisExecution</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) saved before %1</source>
        <translation>
            <numerusform>%n key saved before %1</numerusform>
            <numerusform>%n keys saved before %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of %1 with their expiry; those whose time has run out stay away</source>
        <translation>
            <numerusform>%n key of %1 with its expiry; it stays away if its time has run out</numerusform>
            <numerusform>%n keys of %1 with their expiry; those whose time has run out stay away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) not saved before %1</source>
        <translation>
            <numerusform>%n key not saved before %1</numerusform>
            <numerusform>%n keys not saved before %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) put back</source>
        <translation>
            <numerusform>%n key put back</numerusform>
            <numerusform>%n keys put back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n whose time has run out left away</source>
        <translation>
            <numerusform>, %n whose time has run out left away</numerusform>
            <numerusform>, %n whose time has run out left away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n could not be: %1</source>
        <translation>
            <numerusform>; %n could not be: %1</numerusform>
            <numerusform>; %n could not be: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cockpit::panels::alerts::AlertsPanel</name>
    <message numerus="yes">
        <source>%n rule(s) are clear.</source>
        <translation>
            <numerusform>%n rule is clear.</numerusform>
            <numerusform>%n rules are clear.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cockpit::panels::board::BoardPanel</name>
    <message numerus="yes">
        <source>%n signal(s)</source>
        <translation>
            <numerusform>%n signal</numerusform>
            <numerusform>%n signals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s)</source>
        <translation>
            <numerusform>%n platform</numerusform>
            <numerusform>%n platforms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cockpit::panels::contacts::ContactsPanel</name>
    <message numerus="yes">
        <source>%n page(s) report trouble</source>
        <translation>
            <numerusform>%n page reports trouble</numerusform>
            <numerusform>%n pages report trouble</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cockpit::panels::escalation::EscalationPanel</name>
    <message numerus="yes">
        <source>%n role(s) overdue</source>
        <translation>
            <numerusform>%n role overdue</numerusform>
            <numerusform>%n roles overdue</numerusform>
        </translation>
    </message>
</context>
</TS>
