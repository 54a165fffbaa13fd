<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AlertDesk</name>
    <message>
        <source>no longer active at Alertmanager</source>
        <translation>bei Alertmanager nicht mehr aktiv</translation>
    </message>
    <message>
        <source>reported by Alertmanager</source>
        <translation>von Alertmanager gemeldet</translation>
    </message>
</context>
<context>
    <name>AlertEvaluator</name>
    <message>
        <source>still firing; its readings are not known now: %1</source>
        <translation>noch aktiv; die Messwerte sind derzeit nicht bekannt: %1</translation>
    </message>
    <message>
        <source>firing since before the restart</source>
        <translation>aktiv seit vor dem Neustart</translation>
    </message>
</context>
<context>
    <name>Alertmanager</name>
    <message>
        <source>it answered, but not as Alertmanager does: check the URL</source>
        <translation>Antwort kam, aber nicht wie von Alertmanager: URL prüfen</translation>
    </message>
    <message>
        <source>as Alertmanager %1</source>
        <translation>Alertmanager %1</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>The answer is not Alertmanager&apos;s list of alerts; check the URL</source>
        <translation>Die Antwort ist nicht die Alarmliste von Alertmanager; URL prüfen</translation>
    </message>
    <message>
        <source>Alertmanager holds %1 alerts; more than %2 are not read</source>
        <translation>Alertmanager hat %1 Alarme; mehr als %2 werden nicht gelesen</translation>
    </message>
    <message>
        <source>An alert in the answer has no fingerprint, labels or status</source>
        <translation>Einem Alarm in der Antwort fehlen Fingerprint, Labels oder Status</translation>
    </message>
    <message>
        <source>A silence needs labels: without any it would hide every alert</source>
        <translation>Eine Stummschaltung braucht Labels: ohne solche würde sie jeden Alarm verbergen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a label</source>
        <translation>„%1“ ist kein Name eines Labels</translation>
    </message>
    <message>
        <source>A silence belongs to an incident; name it</source>
        <translation>Eine Stummschaltung gehört zu einem Vorfall; diesen angeben</translation>
    </message>
    <message>
        <source>A silence needs the name of who makes it, and why</source>
        <translation>Eine Stummschaltung braucht den Namen dessen, der sie anlegt, und den Grund</translation>
    </message>
    <message>
        <source>A silence must end, and after it starts</source>
        <translation>Eine Stummschaltung muss enden, und zwar nach ihrem Beginn</translation>
    </message>
    <message>
        <source>Alertmanager knows no such silence</source>
        <translation>Alertmanager kennt keine solche Stummschaltung</translation>
    </message>
    <message>
        <source>Alertmanager refused it: %1</source>
        <translation>Alertmanager hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>Alertmanager: %1</source>
        <translation>Alertmanager: %1</translation>
    </message>
    <message>
        <source>Alertmanager&apos;s answer names no silence; look whether it is there</source>
        <translation>Die Antwort von Alertmanager nennt keine Stummschaltung; nachsehen, ob sie vorhanden ist</translation>
    </message>
    <message>
        <source>That is no id of a silence</source>
        <translation>Das ist keine ID einer Stummschaltung</translation>
    </message>
    <message>
        <source>The answer is not Alertmanager&apos;s list of silences; check the URL</source>
        <translation>Die Antwort ist nicht die Liste der Stummschaltungen von Alertmanager; URL prüfen</translation>
    </message>
    <message>
        <source>A silence in the answer has no id or state</source>
        <translation>Einer Stummschaltung in der Antwort fehlen ID oder Zustand</translation>
    </message>
</context>
<context>
    <name>AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>The approval key in the keychain is damaged; remove it there and make a new one</source>
        <translation>Der Freigabeschlüssel im Schlüsselbund ist beschädigt; dort entfernen und einen neuen anlegen</translation>
    </message>
    <message>
        <source>The library for signatures cannot be used on this machine</source>
        <translation>Die Bibliothek für Signaturen ist auf diesem Rechner nicht nutzbar</translation>
    </message>
    <message>
        <source>This is not a whole block from &quot;%1&quot; to &quot;%2&quot;; copy it again</source>
        <translation>Das ist kein vollständiger Block von „%1“ bis „%2“; erneut kopieren</translation>
    </message>
    <message>
        <source>The block is damaged; copy it again</source>
        <translation>Der Block ist beschädigt; erneut kopieren</translation>
    </message>
    <message>
        <source>The request is incomplete; ask for a new one</source>
        <translation>Die Anfrage ist unvollständig; eine neue verlangen</translation>
    </message>
    <message>
        <source>The approval is incomplete; ask for it again</source>
        <translation>Die Freigabe ist unvollständig; erneut verlangen</translation>
    </message>
</context>
<context>
    <name>ApprovalsCommand</name>
    <message>
        <source>%1 asks to run &quot;%2&quot; (%3/%4) on %5 %6 [%7]</source>
        <translation>%1 möchte „%2“ ausführen (%3/%4) auf %5 %6 [%7]</translation>
    </message>
    <message>
        <source>It would hit %1.</source>
        <translation>Betroffen wären: %1.</translation>
    </message>
    <message>
        <source>Expires at %1 UTC.</source>
        <translation>Läuft um %1 UTC ab.</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesend</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreibend</translation>
    </message>
    <message>
        <source>destructive</source>
        <translation>zerstörend</translation>
    </message>
</context>
<context>
    <name>BoardPanel</name>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>not acked</source>
        <translation>unbestätigt</translation>
    </message>
    <message>
        <source>acked</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>proposed by rule %1</source>
        <translation>vorgeschlagen von Regel %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>Severity board</source>
        <translation>Vorfalltafel</translation>
    </message>
    <message>
        <source>proposed by an alert from outside</source>
        <translation>vorgeschlagen durch einen Alarm von außen</translation>
    </message>
</context>
<context>
    <name>ChainCheck</name>
    <message>
        <source>Event %1 is missing: it was taken out of the log</source>
        <translation>Ereignis %1 fehlt: Es wurde aus dem Protokoll entfernt</translation>
    </message>
    <message>
        <source>Event %1 does not follow event %2: it was changed, moved or put in later</source>
        <translation>Ereignis %1 folgt nicht auf Ereignis %2: Es wurde geändert, verschoben oder nachträglich eingefügt</translation>
    </message>
    <message>
        <source>Event %1 is not as it was recorded: it was changed</source>
        <translation>Ereignis %1 ist nicht wie aufgezeichnet: Es wurde geändert</translation>
    </message>
    <message>
        <source>Event %1 is missing: the log was cut off before it, it went on to event %2</source>
        <translation>Ereignis %1 fehlt: Das Protokoll wurde davor abgeschnitten, es reichte bis Ereignis %2</translation>
    </message>
    <message>
        <source>The log&apos;s own count of events says %1, but event %2 is there: the count was changed</source>
        <translation>Die eigene Ereigniszahl des Protokolls ist %1, aber Ereignis %2 ist vorhanden: Die Zahl wurde geändert</translation>
    </message>
</context>
<context>
    <name>ChartsPanel</name>
    <message>
        <source>5 m</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 Stunden</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>Queue size</source>
        <translation>Queue-Größe</translation>
    </message>
    <message>
        <source>WebSocket connections</source>
        <translation>WebSocket-Verbindungen</translation>
    </message>
    <message>
        <source>Live charts</source>
        <translation>Live-Diagramme</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 over time</source>
        <translation>%1 über der Zeit</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>Enter takes this role</source>
        <translation>Eingabe übernimmt diese Rolle</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Not understood: %1</source>
        <translation>Nicht verstanden: %1</translation>
    </message>
    <message>
        <source>Usage: incident-cockpit %1</source>
        <translation>Aufruf: incident-cockpit %1</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Usage: incident-cockpit [--profile DIR] [SUBCOMMAND …]

Without a subcommand the window opens.
  --demo                the window on simulated platforms and a throw-away profile
  tour --out DIR        drives the window through one whole incident; pictures and postmortem
  watch                 the engine without a window
  playbook list|show ID|check PATH…
  signals read PLAYBOOK [SIGNAL…]
  metrics parse FILE|-
  incident declare|confirm|ack|note|resolve|dismiss|list|show|timeline …
  runbook list|run PLAYBOOK/RUNBOOK …
  approvals key|list|trust|forget|show|give …
  notify send|outbox|test …
  postmortem draft|export …
  connections list|add|test|remove …
  log verify
  simulate PLATFORM [--port N] [--scenario NAME]

  --profile DIR         settings, log and evidence live there
  --json                machine-readable results on standard output
  --help, --version

Exit codes: 0 done, 1 refused or check failed, 2 usage, 3 could not reach.
</source>
        <translation>Aufruf: incident-cockpit [--profile DIR] [SUBCOMMAND …]

Ohne Unterbefehl öffnet sich das Fenster.
  --demo                Fenster mit simulierten Plattformen und Wegwerf-Profil
  tour --out DIR        spielt im Fenster einen ganzen Vorfall durch; Bilder und Postmortem
  watch                 die Engine ohne Fenster
  playbook list|show ID|check PATH…
  signals read PLAYBOOK [SIGNAL…]
  metrics parse FILE|-
  incident declare|confirm|ack|note|resolve|dismiss|list|show|timeline …
  runbook list|run PLAYBOOK/RUNBOOK …
  approvals key|list|trust|forget|show|give …
  notify send|outbox|test …
  postmortem draft|export …
  connections list|add|test|remove …
  log verify
  simulate PLATFORM [--port N] [--scenario NAME]

  --profile DIR         Ort von Einstellungen, Protokoll und Belegen
  --json                maschinenlesbare Ergebnisse auf der Standardausgabe
  --help, --version

Exit-Codes: 0 erledigt, 1 abgelehnt oder Prüfung fehlgeschlagen, 2 falscher Aufruf, 3 nicht erreichbar.
</translation>
    </message>
</context>
<context>
    <name>CommandLoop</name>
    <message>
        <source>No answer in %1 seconds</source>
        <translation>Keine Antwort in %1 Sekunden</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>&quot;%1&quot; is not an environment; use production, staging or demo</source>
        <translation>„%1“ ist keine Umgebung; möglich sind production, staging oder demo</translation>
    </message>
</context>
<context>
    <name>ConnectionBook</name>
    <message>
        <source>There is no keychain on this desktop to keep the secret of %1; start one (for example GNOME Keyring) or enter the secret for this session only</source>
        <translation>Auf diesem Desktop gibt es keinen Schlüsselbund für das Geheimnis von %1; einen starten (zum Beispiel GNOME Keyring) oder das Geheimnis nur für diese Sitzung eingeben</translation>
    </message>
    <message>
        <source>The keychain is locked, so the secret of %1 cannot be read; unlock it and try again</source>
        <translation>Der Schlüsselbund ist gesperrt, daher ist das Geheimnis von %1 nicht lesbar; entsperren und erneut versuchen</translation>
    </message>
    <message>
        <source>The keychain refused access to the secret of %1; allow it in the keychain&apos;s own dialogue and try again</source>
        <translation>Der Schlüsselbund hat den Zugriff auf das Geheimnis von %1 verweigert; im Dialog des Schlüsselbunds erlauben und erneut versuchen</translation>
    </message>
    <message>
        <source>No secret is kept for %1; enter it in Connections</source>
        <translation>Für %1 ist kein Geheimnis hinterlegt; unter Verbindungen eingeben</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the secret of %1 cannot be read; look for a prompt it may be showing, or enter the secret for this session only</source>
        <translation>Der Schlüsselbund antwortet nicht, daher ist das Geheimnis von %1 nicht lesbar; auf eine offene Rückfrage achten oder das Geheimnis nur für diese Sitzung eingeben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not set up on this workstation; add it in Connections</source>
        <translation>„%1“ ist auf diesem Arbeitsplatz nicht eingerichtet; unter Verbindungen hinzufügen</translation>
    </message>
    <message>
        <source>Another process is changing the connections right now; try again</source>
        <translation>Ein anderer Prozess ändert gerade die Verbindungen; erneut versuchen</translation>
    </message>
    <message>
        <source>The cockpit was closed before %1 was saved</source>
        <translation>Das Cockpit wurde geschlossen, bevor %1 gespeichert war</translation>
    </message>
    <message>
        <source>%1 was removed, but its secret is still in the keychain: %2</source>
        <translation>%1 wurde entfernt, aber das Geheimnis liegt noch im Schlüsselbund: %2</translation>
    </message>
    <message>
        <source>The secret of %1 was kept for one session only and that has ended; enter it again in Connections</source>
        <translation>Das Geheimnis von %1 galt nur für eine Sitzung, und die ist beendet; unter Verbindungen neu eingeben</translation>
    </message>
</context>
<context>
    <name>ConnectionFile</name>
    <message>
        <source>&quot;%1&quot; is not a place for a secret; use none, keychain or session</source>
        <translation>„%1“ ist kein Ort für ein Geheimnis; möglich sind none, keychain oder session</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss Text sein</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a key of a connection</source>
        <translation>„%1“ ist kein Schlüssel einer Verbindung</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>must be %1; the file is from another program or a newer version</source>
        <translation>muss %1 sein; die Datei stammt von einem anderen Programm oder einer neueren Version</translation>
    </message>
    <message>
        <source>the file must hold &quot;version&quot; and a list &quot;connections&quot;, nothing else</source>
        <translation>die Datei muss „version“ und eine Liste „connections“ enthalten, sonst nichts</translation>
    </message>
    <message>
        <source>&quot;%1&quot; appears twice</source>
        <translation>„%1“ kommt zweimal vor</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a connection id; write platform/slot in lower-case letters, digits, dots, dashes and underscores</source>
        <translation>„%1“ ist keine Verbindungs-ID; als platform/slot schreiben, mit Kleinbuchstaben, Ziffern, Punkten, Binde- und Unterstrichen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a connection kind</source>
        <translation>„%1“ ist keine Verbindungsart</translation>
    </message>
    <message>
        <source>the title is longer than 200 characters</source>
        <translation>der Titel ist länger als 200 Zeichen</translation>
    </message>
    <message>
        <source>the setting &quot;%1&quot; looks like a secret; secrets go to the keychain, never into a file</source>
        <translation>die Einstellung „%1“ sieht nach einem Geheimnis aus; Geheimnisse gehören in den Schlüsselbund, nie in eine Datei</translation>
    </message>
    <message>
        <source>the setting &quot;%1&quot; must be a text, a number or true/false</source>
        <translation>die Einstellung „%1“ muss Text, eine Zahl oder true/false sein</translation>
    </message>
    <message>
        <source>The connections cannot be read from %1: %2</source>
        <translation>Die Verbindungen sind aus %1 nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB, so it is not a connections file</source>
        <translation>%1 ist größer als 1 MiB, also keine Verbindungsdatei</translation>
    </message>
    <message>
        <source>%1 is damaged at %2. Correct it or move it away; it was left as it is</source>
        <translation>%1 ist beschädigt bei %2. Korrigieren oder wegbewegen; die Datei blieb unverändert</translation>
    </message>
    <message>
        <source>The connections cannot be written to %1: %2</source>
        <translation>Die Verbindungen lassen sich nicht nach %1 schreiben: %2</translation>
    </message>
</context>
<context>
    <name>ConnectionsCommand</name>
    <message>
        <source>(not set up)</source>
        <translation>(nicht eingerichtet)</translation>
    </message>
    <message>
        <source>A connection of kind %1 has no setting &quot;%2&quot;; it has %3</source>
        <translation>Eine Verbindung der Art %1 hat keine Einstellung „%2“; sie hat %3</translation>
    </message>
    <message>
        <source>%1 must be a whole number</source>
        <translation>%1 muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>%1 must be true or false</source>
        <translation>%1 muss true oder false sein</translation>
    </message>
    <message>
        <source>%1 must be one of %2</source>
        <translation>%1 muss eines von %2 sein</translation>
    </message>
    <message>
        <source>There is no connection kind &quot;%1&quot;; use one of %2</source>
        <translation>Es gibt keine Verbindungsart „%1“; möglich ist eine von %2</translation>
    </message>
    <message>
        <source>A connection of kind %1 needs --set %2=…</source>
        <translation>Eine Verbindung der Art %1 braucht --set %2=…</translation>
    </message>
    <message>
        <source>Choose one of --keychain, --session and --no-secret</source>
        <translation>Nur eines von --keychain, --session und --no-secret angeben</translation>
    </message>
    <message>
        <source>%1 is saved; try it with: incident-cockpit connections test %1</source>
        <translation>%1 ist gespeichert; ausprobieren mit: incident-cockpit connections test %1</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine rechtzeitige Antwort</translation>
    </message>
</context>
<context>
    <name>ConnectionsPanel</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>ContactsPanel</name>
    <message>
        <source>open it to see</source>
        <translation>zum Ansehen öffnen</translation>
    </message>
    <message>
        <source>reports no trouble</source>
        <translation>meldet keine Störung</translation>
    </message>
    <message>
        <source>reports trouble</source>
        <translation>meldet eine Störung</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Ctrl+C copies how to reach them</source>
        <translation>Strg+C kopiert, wie man sie erreicht</translation>
    </message>
    <message>
        <source>Enter opens %1</source>
        <translation>Eingabe öffnet %1</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>%1 late</source>
        <translation>%1 überfällig</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>acknowledge</source>
        <translation>bestätigen</translation>
    </message>
    <message>
        <source>postmortem</source>
        <translation>Postmortem</translation>
    </message>
    <message>
        <source>next update</source>
        <translation>nächste Meldung</translation>
    </message>
    <message>
        <source>watch for regression</source>
        <translation>auf Rückfall achten</translation>
    </message>
</context>
<context>
    <name>DeclareDialog</name>
    <message>
        <source>respond by the next business day</source>
        <translation>Reaktion bis zum nächsten Werktag</translation>
    </message>
    <message>
        <source>respond at once</source>
        <translation>Reaktion sofort</translation>
    </message>
    <message>
        <source>respond within %1</source>
        <translation>Reaktion binnen %1</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>%1 %2 shows notifications here (%3 ms); none was shown</source>
        <translation>%1 %2 zeigt hier Benachrichtigungen an (%3 ms); keine wurde angezeigt</translation>
    </message>
    <message>
        <source>This session shows no notifications: no notification service runs on its D-Bus</source>
        <translation>Diese Sitzung zeigt keine Benachrichtigungen an: Auf ihrem D-Bus läuft kein Benachrichtigungsdienst</translation>
    </message>
    <message>
        <source>The notification service did not answer</source>
        <translation>Der Benachrichtigungsdienst hat nicht geantwortet</translation>
    </message>
    <message>
        <source>The notification service has too many notifications: %1</source>
        <translation>Der Benachrichtigungsdienst hat zu viele Benachrichtigungen: %1</translation>
    </message>
    <message>
        <source>The notification service refused it: %1</source>
        <translation>Der Benachrichtigungsdienst hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>The notification service did not answer in time</source>
        <translation>Der Benachrichtigungsdienst hat nicht rechtzeitig geantwortet</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>&quot;%1&quot; is not a duration; write it like 30s, 5m or 1h30m</source>
        <translation>„%1“ ist keine Dauer; als 30s, 5m oder 1h30m schreiben</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>EscalationMatrix</name>
    <message>
        <source>next business day</source>
        <translation>nächster Arbeitstag</translation>
    </message>
    <message>
        <source>after %1, unless resolved</source>
        <translation>nach %1, falls nicht gelöst</translation>
    </message>
    <message>
        <source>after %1, unless acknowledged</source>
        <translation>nach %1, falls nicht bestätigt</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>binnen %1</translation>
    </message>
</context>
<context>
    <name>EscalationPanel</name>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 überfällig</translation>
    </message>
    <message>
        <source>told at %1 UTC</source>
        <translation>benachrichtigt um %1 UTC</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>next business day</source>
        <translation>nächster Arbeitstag</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>binnen %1</translation>
    </message>
    <message>
        <source>Respond</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 proposed: %2</source>
        <translation>%1 vorgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1 declared: %2</source>
        <translation>%1 gemeldet: %2</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Severity changed from %1 to %2</source>
        <translation>Schweregrad von %1 auf %2 geändert</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Dismissed, not an incident</source>
        <translation>Verworfen, kein Vorfall</translation>
    </message>
    <message>
        <source>Alert %1 %2</source>
        <translation>Alarm %1 %2</translation>
    </message>
    <message>
        <source>Alert over: %1</source>
        <translation>Alarm vorbei: %1</translation>
    </message>
    <message>
        <source>Role %1 taken by %2</source>
        <translation>Rolle %1 übernommen von %2</translation>
    </message>
    <message>
        <source>Checklist item done (%1): %2</source>
        <translation>Checkliste erledigt (%1): %2</translation>
    </message>
    <message>
        <source>Checklist item reopened (%1): %2</source>
        <translation>Checkliste wieder offen (%1): %2</translation>
    </message>
    <message>
        <source>Evidence added: %1 (%2)</source>
        <translation>Beleg hinzugefügt: %1 (%2)</translation>
    </message>
    <message>
        <source>Postmortem edited</source>
        <translation>Postmortem bearbeitet</translation>
    </message>
    <message>
        <source>Postmortem exported as %1</source>
        <translation>Postmortem exportiert als %1</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>it worked</source>
        <translation>hat gewirkt</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>ohne Wirkung</translation>
    </message>
    <message>
        <source>it made things worse</source>
        <translation>hat es verschlimmert</translation>
    </message>
    <message>
        <source>Runbook %1 started</source>
        <translation>Runbook %1 begonnen</translation>
    </message>
    <message>
        <source>Step %1 started (%2)</source>
        <translation>Schritt %1 begonnen (%2)</translation>
    </message>
    <message>
        <source>Step %1 %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>Outcome of step %1 is unknown</source>
        <translation>Ausgang von Schritt %1 ist unbekannt</translation>
    </message>
    <message>
        <source>After step %1: %2 (%3 = %4)</source>
        <translation>Nach Schritt %1: %2 (%3 = %4)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Ruf</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>All-clear</source>
        <translation>Entwarnung</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>%1 eingereiht</translation>
    </message>
    <message>
        <source>%1: attempt %2</source>
        <translation>%1: Versuch %2</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 zugestellt</translation>
    </message>
    <message>
        <source>%1 waits until %2 UTC</source>
        <translation>%1 wartet bis %2 UTC</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 left, but nobody confirmed it</source>
        <translation>%1 gesendet, aber die Zustellung ist unbestätigt</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>Cockpit started (%1)</source>
        <translation>Cockpit gestartet (%1)</translation>
    </message>
    <message>
        <source>Cockpit ended</source>
        <translation>Cockpit beendet</translation>
    </message>
    <message>
        <source>Entry of a newer version: %1</source>
        <translation>Eintrag einer neueren Version: %1</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1: %2 characters</source>
        <translation>%1: %2 Zeichen</translation>
    </message>
    <message>
        <source>Stage %1 no longer holds</source>
        <translation>Stufe %1 hält nicht mehr</translation>
    </message>
    <message>
        <source>was good before</source>
        <translation>war schon vorher gut</translation>
    </message>
    <message>
        <source>Step %1 is held</source>
        <translation>Schritt %1 wird gehalten</translation>
    </message>
    <message>
        <source>%1; kept for undoing: %2</source>
        <translation>%1; für die Rücknahme aufbewahrt: %2</translation>
    </message>
    <message>
        <source>Step %1: commit</source>
        <translation>Schritt %1: festschreiben</translation>
    </message>
    <message>
        <source>Step %1: roll back</source>
        <translation>Schritt %1: zurückrollen</translation>
    </message>
    <message>
        <source>%1 may approve steps</source>
        <translation>%1 darf Schritte freigeben</translation>
    </message>
    <message>
        <source>%1 may no longer approve steps</source>
        <translation>%1 darf keine Schritte mehr freigeben</translation>
    </message>
    <message>
        <source>Approved step %1 for %2</source>
        <translation>Schritt %1 für %2 freigegeben</translation>
    </message>
</context>
<context>
    <name>EvidenceStore</name>
    <message>
        <source>The evidence cannot be kept in %1: %2. Free some space or check the rights, then add it again</source>
        <translation>Der Beleg kann nicht in %1 abgelegt werden: %2. Platz schaffen oder Rechte prüfen, dann erneut hinzufügen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is larger than 512 MiB; attach the part of it that matters</source>
        <translation>„%1“ ist größer als 512 MiB; nur den wesentlichen Teil anhängen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file; only files, no folders, links, pipes or devices, can be attached</source>
        <translation>%1 ist keine gewöhnliche Datei; nur Dateien lassen sich anhängen, keine Ordner, Links, Pipes oder Geräte</translation>
    </message>
    <message>
        <source>%1 is a link; attach the file it leads to</source>
        <translation>%1 ist ein Link; die Zieldatei anhängen</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>There is no such piece of evidence in %1</source>
        <translation>Diesen Beleg gibt es in %1 nicht</translation>
    </message>
    <message>
        <source>The evidence %1 cannot be read: %2</source>
        <translation>Der Beleg %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The evidence %1 is no longer what was kept: its content was changed</source>
        <translation>Der Beleg %1 ist nicht mehr der abgelegte: Sein Inhalt wurde geändert</translation>
    </message>
</context>
<context>
    <name>Exposition</name>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>the page has %1 bytes; at most %2 are read</source>
        <translation>die Seite hat %1 Bytes; höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>more than %1 samples</source>
        <translation>mehr als %1 Messwerte</translation>
    </message>
    <message>
        <source>expected a space after the metric&apos;s name, found %1</source>
        <translation>nach dem Namen der Metrik wird ein Leerzeichen erwartet, gefunden: %1</translation>
    </message>
    <message>
        <source>expected counter, gauge, histogram, summary or untyped, found %1</source>
        <translation>erwartet: counter, gauge, histogram, summary oder untyped, gefunden: %1</translation>
    </message>
    <message>
        <source>expected the name of a metric, found %1</source>
        <translation>erwartet: Name einer Metrik, gefunden: %1</translation>
    </message>
    <message>
        <source>expected &quot;}&quot;, found the end of the page</source>
        <translation>erwartet: „}“, gefunden: Seitenende</translation>
    </message>
    <message>
        <source>expected a space, &quot;{&quot; or a value, found %1</source>
        <translation>erwartet: Leerzeichen, „{“ oder ein Wert, gefunden: %1</translation>
    </message>
    <message>
        <source>expected the name of a label or &quot;}&quot;, found %1</source>
        <translation>erwartet: Name eines Labels oder „}“, gefunden: %1</translation>
    </message>
    <message>
        <source>expected &quot;=&quot;, found %1</source>
        <translation>erwartet: „=“, gefunden: %1</translation>
    </message>
    <message>
        <source>expected a value in double quotes, found %1</source>
        <translation>erwartet: Wert in doppelten Anführungszeichen, gefunden: %1</translation>
    </message>
    <message>
        <source>expected &quot;,&quot; or &quot;}&quot;, found %1</source>
        <translation>erwartet: „,“ oder „}“, gefunden: %1</translation>
    </message>
    <message>
        <source>more than %1 labels on one series</source>
        <translation>mehr als %1 Labels an einer Zeitreihe</translation>
    </message>
    <message>
        <source>the label %1 appears twice</source>
        <translation>das Label %1 kommt zweimal vor</translation>
    </message>
    <message>
        <source>the label&apos;s value is not closed by a double quote</source>
        <translation>der Wert des Labels ist nicht mit doppeltem Anführungszeichen geschlossen</translation>
    </message>
    <message>
        <source>a label&apos;s value is longer than %1 bytes</source>
        <translation>der Wert eines Labels ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>the label&apos;s value is not UTF-8</source>
        <translation>der Wert des Labels ist kein UTF-8</translation>
    </message>
    <message>
        <source>the end of the page</source>
        <translation>Seitenende</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>Zeilenende</translation>
    </message>
    <message>
        <source>a space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>this number is too large: %1</source>
        <translation>diese Zahl ist zu groß: %1</translation>
    </message>
    <message>
        <source>carriage return: lines must end with a line feed alone</source>
        <translation>Wagenrücklauf: Zeilen müssen mit einem einzelnen Zeilenvorschub enden</translation>
    </message>
    <message>
        <source>expected a number, found %1</source>
        <translation>erwartet: Zahl, gefunden: %1</translation>
    </message>
    <message>
        <source>exemplars belong to OpenMetrics, not to the text format 0.0.4</source>
        <translation>Exemplars gehören zu OpenMetrics, nicht zum Textformat 0.0.4</translation>
    </message>
    <message>
        <source>expected a timestamp in milliseconds, found %1</source>
        <translation>erwartet: Zeitstempel in Millisekunden, gefunden: %1</translation>
    </message>
    <message>
        <source>expected the end of the line, found %1</source>
        <translation>erwartet: Zeilenende, gefunden: %1</translation>
    </message>
</context>
<context>
    <name>ExpositionSelector</name>
    <message>
        <source>the selector is longer than 4096 characters</source>
        <translation>der Selektor ist länger als 4096 Zeichen</translation>
    </message>
    <message>
        <source>expected the end, found %1</source>
        <translation>erwartet: Ende, gefunden: %1</translation>
    </message>
    <message>
        <source>expected the name of a metric, found %1</source>
        <translation>erwartet: Name einer Metrik, gefunden: %1</translation>
    </message>
    <message>
        <source>the selector is wrong at character %1: %2</source>
        <translation>der Selektor ist bei Zeichen %1 falsch: %2</translation>
    </message>
    <message>
        <source>more than 64 conditions</source>
        <translation>mehr als 64 Bedingungen</translation>
    </message>
    <message>
        <source>expected &quot;,&quot; or &quot;}&quot;, found %1</source>
        <translation>erwartet: „,“ oder „}“, gefunden: %1</translation>
    </message>
    <message>
        <source>expected the name of a label or &quot;}&quot;, found %1</source>
        <translation>erwartet: Name eines Labels oder „}“, gefunden: %1</translation>
    </message>
    <message>
        <source>expected =, !=, =~ or !~, found %1</source>
        <translation>erwartet: =, !=, =~ oder !~, gefunden: %1</translation>
    </message>
    <message>
        <source>this is not a regular expression: %1</source>
        <translation>das ist kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>expected a value in quotes, found %1</source>
        <translation>erwartet: Wert in Anführungszeichen, gefunden: %1</translation>
    </message>
    <message>
        <source>this quote is not closed</source>
        <translation>dieses Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a backslash is written twice inside quotes, as in &quot;\\d+&quot;</source>
        <translation>ein Backslash wird in Anführungszeichen doppelt geschrieben, etwa &quot;\\d+&quot;</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
</context>
<context>
    <name>GeneratedBlocks</name>
    <message>
        <source>Kept from the generated block &quot;%1&quot;, where it was written by hand:</source>
        <translation>Aus dem generierten Block „%1“ übernommen, wo es von Hand stand:</translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>%1 (redirects are not followed: enter the final address if steps fail)</source>
        <translation>%1 (Umleitungen wird nicht gefolgt: bei fehlschlagenden Schritten die endgültige Adresse eintragen)</translation>
    </message>
    <message>
        <source>%1 (it is there, though it has no page at this address itself)</source>
        <translation>%1 (vorhanden, auch wenn es unter dieser Adresse selbst keine Seite gibt)</translation>
    </message>
    <message>
        <source>HTTP API</source>
        <translation>HTTP-API</translation>
    </message>
    <message>
        <source>Key or token</source>
        <translation>Schlüssel oder Token</translation>
    </message>
    <message>
        <source>it expired on %1</source>
        <translation>es ist am %1 abgelaufen</translation>
    </message>
    <message>
        <source>it is not valid before %1; check this machine&apos;s clock</source>
        <translation>es ist vor dem %1 nicht gültig; Uhr dieses Rechners prüfen</translation>
    </message>
    <message>
        <source>it is for another name</source>
        <translation>es gilt für einen anderen Namen</translation>
    </message>
    <message>
        <source>it is signed by itself or an authority unknown here</source>
        <translation>es ist selbst signiert oder von einer hier unbekannten Stelle</translation>
    </message>
    <message>
        <source>its authority is not known here</source>
        <translation>die Zertifizierungsstelle ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>The authority file %1 cannot be read or holds no PEM certificate</source>
        <translation>Die CA-Datei %1 ist nicht lesbar oder enthält kein PEM-Zertifikat</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>, und </translation>
    </message>
    <message>
        <source>%1 refuses the connection: check the port, and whether the service runs</source>
        <translation>%1 lehnt die Verbindung ab: Port prüfen, und ob der Dienst läuft</translation>
    </message>
    <message>
        <source>The name %1 cannot be found: check the host in the URL</source>
        <translation>Der Name %1 ist nicht zu finden: Host in der URL prüfen</translation>
    </message>
    <message>
        <source>The certificate of %1 is not accepted: %2. Nothing was sent</source>
        <translation>Das Zertifikat von %1 wird nicht akzeptiert: %2. Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 can be made: it does not speak TLS 1.2 or later on this port</source>
        <translation>Keine verschlüsselte Verbindung zu %1 möglich: Auf diesem Port wird kein TLS 1.2 oder neuer gesprochen</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen</translation>
    </message>
    <message>
        <source>The proxy between here and %1 does not let the request through: check the proxy settings</source>
        <translation>Der Proxy vor %1 lässt die Anfrage nicht durch: Proxy-Einstellungen prüfen</translation>
    </message>
    <message>
        <source>No answer from %1: check the network and the address</source>
        <translation>Keine Antwort von %1: Netz und Adresse prüfen</translation>
    </message>
    <message>
        <source>The cockpit is closing</source>
        <translation>Das Cockpit wird geschlossen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 KiB and was cut off</source>
        <translation>Die Antwort von %1 ist größer als %2 KiB und wurde abgeschnitten</translation>
    </message>
    <message>
        <source>The answer of %1 is compressed although plain was asked for</source>
        <translation>Die Antwort von %1 ist komprimiert, obwohl unkomprimiert verlangt war</translation>
    </message>
    <message>
        <source>%1 answered with something that is not HTTP: check the port</source>
        <translation>%1 hat nicht mit HTTP geantwortet: Port prüfen</translation>
    </message>
    <message>
        <source>The answer of %1 broke off</source>
        <translation>Die Antwort von %1 brach ab</translation>
    </message>
    <message>
        <source>the answer is not JSON (%1 at byte %2)</source>
        <translation>die Antwort ist kein JSON (%1 bei Byte %2)</translation>
    </message>
    <message>
        <source>The method must be a single word such as GET or POST</source>
        <translation>Die Methode muss ein einzelnes Wort wie GET oder POST sein</translation>
    </message>
    <message>
        <source>A header holds a line break or has no proper name</source>
        <translation>Ein Header enthält einen Zeilenumbruch oder hat keinen gültigen Namen</translation>
    </message>
    <message>
        <source>The address must be a whole URL that begins with https://</source>
        <translation>Die Adresse muss eine ganze URL sein, die mit https:// beginnt</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s</source>
        <translation>%1 hat nicht binnen %2 s geantwortet</translation>
    </message>
    <message>
        <source>%1 stands for a link-local address, which is never contacted</source>
        <translation>%1 steht für eine Link-Local-Adresse, die nie angesprochen wird</translation>
    </message>
    <message>
        <source>%1 is not this machine, so the connection must be encrypted: use https://</source>
        <translation>%1 ist nicht dieser Rechner, daher muss die Verbindung verschlüsselt sein: https:// verwenden</translation>
    </message>
    <message>
        <source>The certificate of %1 is not accepted: %2</source>
        <translation>Das Zertifikat von %1 wird nicht akzeptiert: %2</translation>
    </message>
    <message>
        <source>The secret of %1 could not be read in time; look whether the keychain waits for you</source>
        <translation>Das Geheimnis von %1 war nicht rechtzeitig lesbar; nachsehen, ob der Schlüsselbund wartet</translation>
    </message>
    <message>
        <source>your key was refused (%1): this is about the key, not an outage; check it in Connections</source>
        <translation>Schlüssel abgelehnt (%1): Es geht um den Schlüssel, nicht um einen Ausfall; unter Verbindungen prüfen</translation>
    </message>
    <message>
        <source>%1 answered %2: check the URL and the service</source>
        <translation>%1 antwortete %2: URL und Dienst prüfen</translation>
    </message>
    <message>
        <source>%1 answered %2 in %3 ms</source>
        <translation>%1 antwortete in %3 ms: %2</translation>
    </message>
    <message>
        <source>answered %1; redirects are not followed, so enter the final address</source>
        <translation>Antwort %1; Umleitungen wird nicht gefolgt, daher die endgültige Adresse eintragen</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>answered with a web page instead of data (a login page or a captive portal?)</source>
        <translation>Antwort war eine Webseite statt Daten (Anmeldeseite oder Captive Portal?)</translation>
    </message>
    <message>
        <source>The path is longer than 8192 characters</source>
        <translation>Der Pfad ist länger als 8192 Zeichen</translation>
    </message>
    <message>
        <source>The path holds a blank, a control character, a backslash, a # or a % that starts no code; write them as percent codes</source>
        <translation>Der Pfad enthält ein Leerzeichen, ein Steuerzeichen, einen Backslash, ein # oder ein %, das keinen Code beginnt; als Prozentcodes schreiben</translation>
    </message>
    <message>
        <source>The path must not hold &quot;.&quot; or &quot;..&quot; as a part</source>
        <translation>Der Pfad darf „.“ oder „..“ nicht als Teil enthalten</translation>
    </message>
    <message>
        <source>The path makes no valid address</source>
        <translation>Der Pfad ergibt keine gültige Adresse</translation>
    </message>
    <message>
        <source>auth_header and auth_scheme of %1 must be single words such as X-Admin-Key and Bearer</source>
        <translation>auth_header und auth_scheme von %1 müssen einzelne Wörter wie X-Admin-Key und Bearer sein</translation>
    </message>
    <message>
        <source>The secret of %1 holds a line break or another control character; enter it again</source>
        <translation>Das Geheimnis von %1 enthält einen Zeilenumbruch oder ein anderes Steuerzeichen; neu eingeben</translation>
    </message>
    <message>
        <source>The address must not hold a user name or password; enter the secret in its own field</source>
        <translation>Die Adresse darf keinen Benutzernamen und kein Passwort enthalten; das Geheimnis in das eigene Feld eingeben</translation>
    </message>
    <message>
        <source>%1 is a link-local address, which is never contacted</source>
        <translation>%1 ist eine Link-Local-Adresse, die nie angesprochen wird</translation>
    </message>
    <message>
        <source>The connection %1 has no URL; add it in Connections</source>
        <translation>Die Verbindung %1 hat keine URL; unter Verbindungen ergänzen</translation>
    </message>
    <message>
        <source>No webhook address is kept for %1; enter it in Connections</source>
        <translation>Für %1 ist keine Webhook-Adresse hinterlegt; unter Verbindungen eingeben</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Base address, https:// unless it is this machine; paths of the playbook are added to it.</source>
        <translation>Basisadresse, https:// außer für diesen Rechner; Pfade des Playbooks werden angehängt.</translation>
    </message>
    <message>
        <source>Header of the key</source>
        <translation>Header des Schlüssels</translation>
    </message>
    <message>
        <source>Name of the request header that carries the key.</source>
        <translation>Name des Anfrage-Headers, der den Schlüssel trägt.</translation>
    </message>
    <message>
        <source>Word before the key</source>
        <translation>Wort vor dem Schlüssel</translation>
    </message>
    <message>
        <source>For example Bearer; empty: the key alone.</source>
        <translation>Zum Beispiel Bearer; leer: nur der Schlüssel.</translation>
    </message>
    <message>
        <source>Authority file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>PEM file of a private certificate authority; empty for the system&apos;s.</source>
        <translation>PEM-Datei einer privaten Zertifizierungsstelle; leer für die des Systems.</translation>
    </message>
    <message>
        <source>This build cannot look at a server&apos;s certificate</source>
        <translation>Dieser Build kann Serverzertifikate nicht ansehen</translation>
    </message>
    <message>
        <source>Page for the test</source>
        <translation>Seite für die Prüfung</translation>
    </message>
    <message>
        <source>For example /health; empty: the address itself.</source>
        <translation>Zum Beispiel /health; leer: die Adresse selbst.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than when the step was shown, so nothing was sent; look at the step again</source>
        <translation>%1 zeigt ein anderes Zertifikat als bei der Anzeige des Schritts, daher wurde nichts gesendet; den Schritt erneut ansehen</translation>
    </message>
</context>
<context>
    <name>HttpStep</name>
    <message>
        <source>%1 in %2 ms, %3</source>
        <translation>%1 in %2 ms, %3</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>cancelled while the request was under way; look whether it took effect before you repeat it</source>
        <translation>abgebrochen, während die Anfrage unterwegs war; vor dem Wiederholen nachsehen, ob sie gewirkt hat</translation>
    </message>
    <message>
        <source>the address of %1 was changed after this step was shown; look at it again</source>
        <translation>die Adresse von %1 wurde geändert, nachdem dieser Schritt angezeigt war; erneut ansehen</translation>
    </message>
    <message>
        <source>%1: your key was refused; check it in Connections</source>
        <translation>%1: Schlüssel abgelehnt; unter Verbindungen prüfen</translation>
    </message>
    <message>
        <source>%1. The request had left: look whether it took effect before you repeat it</source>
        <translation>%1. Die Anfrage war schon gesendet: vor dem Wiederholen nachsehen, ob sie gewirkt hat</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an input of this step, so it cannot be filled in</source>
        <translation>„%1“ ist keine Eingabe dieses Schritts und kann daher nicht eingesetzt werden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be part of a path</source>
        <translation>„%1“ kann nicht Teil eines Pfads sein</translation>
    </message>
    <message>
        <source>The body is not JSON: %1 at character %2. Inputs that are text must stand in quotes</source>
        <translation>Der Body ist kein JSON: %1 bei Zeichen %2. Texteingaben müssen in Anführungszeichen stehen</translation>
    </message>
    <message>
        <source>The body must be a JSON object or list</source>
        <translation>Der Body muss ein JSON-Objekt oder eine JSON-Liste sein</translation>
    </message>
    <message>
        <source>The method must be a single word such as GET or POST</source>
        <translation>Die Methode muss ein einzelnes Wort wie GET oder POST sein</translation>
    </message>
    <message>
        <source>expect_status must list numbers from 200 to 599</source>
        <translation>expect_status muss Zahlen von 200 bis 599 auflisten</translation>
    </message>
    <message>
        <source>%1 is now another address than the one that was shown, so nothing was sent; look at the step again</source>
        <translation>%1 ist jetzt eine andere Adresse als angezeigt, daher wurde nichts gesendet; den Schritt erneut ansehen</translation>
    </message>
    <message>
        <source>%1: whether it took effect is not known; look before you repeat it</source>
        <translation>%1: Ob es gewirkt hat, ist nicht bekannt; vor dem Wiederholen nachsehen</translation>
    </message>
    <message>
        <source>%1, not followed</source>
        <translation>%1, nicht gefolgt</translation>
    </message>
    <message>
        <source>%1 to %2, not followed; the key was not sent there</source>
        <translation>%1 nach %2, nicht gefolgt; der Schlüssel wurde nicht dorthin gesendet</translation>
    </message>
    <message>
        <source>%1. The request itself had arrived: look whether it took effect</source>
        <translation>%1. Die Anfrage selbst war angekommen: nachsehen, ob sie gewirkt hat</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>There is no keychain on this desktop</source>
        <translation>Auf diesem Desktop gibt es keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>The keychain is locked; unlock it and try again</source>
        <translation>Der Schlüsselbund ist gesperrt; entsperren und erneut versuchen</translation>
    </message>
    <message>
        <source>The keychain refused access</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert</translation>
    </message>
    <message>
        <source>The keychain holds no such secret</source>
        <translation>Der Schlüsselbund enthält kein solches Geheimnis</translation>
    </message>
    <message>
        <source>The keychain does not answer; look for a prompt it may be showing</source>
        <translation>Der Schlüsselbund antwortet nicht; auf eine offene Rückfrage achten</translation>
    </message>
    <message>
        <source>The keychain failed; try again</source>
        <translation>Der Schlüsselbund ist fehlgeschlagen; erneut versuchen</translation>
    </message>
</context>
<context>
    <name>LogCommand</name>
    <message>
        <source>Its head is %1</source>
        <translation>Der Kopf ist %1</translation>
    </message>
    <message>
        <source>The log was tampered with. %1.</source>
        <translation>Das Protokoll wurde manipuliert. %1.</translation>
    </message>
    <message>
        <source>The %1 events before that are intact.</source>
        <translation>Die %1 Ereignisse davor sind unversehrt.</translation>
    </message>
    <message>
        <source>There is no incident log in %1; name the profile with --profile DIR</source>
        <translation>In %1 gibt es kein Vorfallprotokoll; das Profil mit --profile DIR angeben</translation>
    </message>
    <message>
        <source>usage: incident-cockpit log verify [--json]</source>
        <translation>Aufruf: incident-cockpit log verify [--json]</translation>
    </message>
    <message>
        <source>Checks that every event of the incident log is there, unchanged and in its place.</source>
        <translation>Prüft, ob jedes Ereignis des Vorfallprotokolls vorhanden, unverändert und an seinem Platz ist.</translation>
    </message>
    <message numerus="yes">
        <source>The log is intact: %n event(s), each follows the one before it.</source>
        <translation>
            <numerusform>Das Protokoll ist unversehrt: %n Ereignis.</numerusform>
            <numerusform>Das Protokoll ist unversehrt: %n Ereignisse, jedes schließt an das vorige an.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LongLines</name>
    <message>
        <source>+%1 characters, no. %2</source>
        <translation>+%1 Zeichen, Nr. %2</translation>
    </message>
</context>
<context>
    <name>ManualStep</name>
    <message>
        <source>done by hand</source>
        <translation>von Hand erledigt</translation>
    </message>
</context>
<context>
    <name>MarkdownHtml</name>
    <message>
        <source>image not shown: %1</source>
        <translation>Bild nicht gezeigt: %1</translation>
    </message>
    <message>
        <source>link removed</source>
        <translation>Link entfernt</translation>
    </message>
    <message>
        <source>The text is longer than 8 million characters; move parts of it into evidence files.</source>
        <translation>Der Text ist länger als 8 Millionen Zeichen; Teile davon in Belegdateien auslagern.</translation>
    </message>
    <message>
        <source>The Markdown could not be read; shorten or simplify the text.</source>
        <translation>Das Markdown ist nicht lesbar; den Text kürzen oder vereinfachen.</translation>
    </message>
</context>
<context>
    <name>MeetingPanel</name>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>not delivered: a web page answered %1 instead of %2 (a login page or a captive portal?)</source>
        <translation>nicht zugestellt: nicht %2, sondern eine Webseite antwortete mit %1 (Anmeldeseite oder Captive Portal?)</translation>
    </message>
    <message>
        <source>not delivered: answered %1 with &quot;%2&quot;, which is not how %3 takes a message</source>
        <translation>nicht zugestellt: Antwort %1 mit „%2“; so nimmt %3 keine Nachricht an</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>answered %1: %2</source>
        <translation>Antwort %1: %2</translation>
    </message>
    <message>
        <source>Incident Cockpit (possible repeat, ref %1)</source>
        <translation>Incident Cockpit (evtl. Wiederholung, Ref. %1)</translation>
    </message>
    <message>
        <source>Incident Cockpit (ref %1)</source>
        <translation>Incident Cockpit (Ref. %1)</translation>
    </message>
    <message>
        <source>… (shortened; the whole text is in the cockpit)</source>
        <translation>… (gekürzt; der ganze Text steht im Cockpit)</translation>
    </message>
</context>
<context>
    <name>MetricsCommand</name>
    <message numerus="yes">
        <source>%1 (%2, %n series)</source>
        <translation>
            <numerusform>%1 (%2, %n Zeitreihe)</numerusform>
            <numerusform>%1 (%2, %n Zeitreihen)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 families, %2 series</source>
        <translation>%1 Familien, %2 Zeitreihen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>the page has more than %1 bytes; that is the most the cockpit reads</source>
        <translation>die Seite hat mehr als %1 Bytes; mehr liest das Cockpit nicht</translation>
    </message>
    <message>
        <source>usage: incident-cockpit metrics parse FILE|- [--json]</source>
        <translation>Aufruf: incident-cockpit metrics parse FILE|- [--json]</translation>
    </message>
    <message>
        <source>Reads a Prometheus metrics page (text format 0.0.4) and prints it as the cockpit sees it.</source>
        <translation>Liest eine Metrikseite von Prometheus (Textformat 0.0.4) und gibt sie so aus, wie das Cockpit sie sieht.</translation>
    </message>
</context>
<context>
    <name>NextAction</name>
    <message>
        <source>Page the on-call</source>
        <translation>Bereitschaft rufen</translation>
    </message>
    <message>
        <source>%1 acknowledged %2 ago; nobody else has been told.</source>
        <translation>%1 vor %2 bestätigt; sonst weiß noch niemand Bescheid.</translation>
    </message>
    <message>
        <source>Watch the recovery</source>
        <translation>Erholung beobachten</translation>
    </message>
    <message>
        <source>Run step: %1</source>
        <translation>Schritt ausführen: %1</translation>
    </message>
    <message>
        <source>Next in the runbook &quot;%1&quot;.</source>
        <translation>Nächster im Runbook „%1“.</translation>
    </message>
    <message>
        <source>Resolve %1</source>
        <translation>%1 lösen</translation>
    </message>
    <message>
        <source>Every alert of this incident has cleared.</source>
        <translation>Alle Alarme dieses Vorfalls sind erloschen.</translation>
    </message>
    <message>
        <source>Find another way</source>
        <translation>Anderen Weg finden</translation>
    </message>
    <message>
        <source>The runbook is through and the alert still fires.</source>
        <translation>Das Runbook ist durch und der Alarm noch aktiv.</translation>
    </message>
    <message>
        <source>Declare or dismiss: %1</source>
        <translation>Melden oder verwerfen: %1</translation>
    </message>
    <message>
        <source>Proposed %1 ago: %2</source>
        <translation>Vorgeschlagen vor %1: %2</translation>
    </message>
    <message>
        <source>Acknowledge %1: %2</source>
        <translation>%1 bestätigen: %2</translation>
    </message>
    <message>
        <source>Declared %1 ago: %2</source>
        <translation>Gemeldet vor %1: %2</translation>
    </message>
    <message>
        <source>Finish the postmortem</source>
        <translation>Postmortem fertigstellen</translation>
    </message>
    <message>
        <source>%1 is resolved; its postmortem is not exported.</source>
        <translation>%1 ist gelöst; das Postmortem ist nicht exportiert.</translation>
    </message>
    <message>
        <source>Make the log writable</source>
        <translation>Protokoll beschreibbar machen</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>%1 of %2 signals are good; no incident is open.</source>
        <translation>%1 von %2 Signalen sind gut; kein Vorfall ist offen.</translation>
    </message>
    <message>
        <source>Send the update that was promised</source>
        <translation>Versprochene Meldung senden</translation>
    </message>
    <message>
        <source>It is %1 late.</source>
        <translation>Sie ist %1 überfällig.</translation>
    </message>
    <message>
        <source>Watch for regression</source>
        <translation>Auf Rückfall achten</translation>
    </message>
    <message>
        <source>Every alert has cleared; stay with it for another %1.</source>
        <translation>Jeder Alarm ist vorbei; noch %1 dabeibleiben.</translation>
    </message>
    <message>
        <source>Fall back: %1</source>
        <translation>Zurückfallen: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; no longer holds: %2</source>
        <translation>„%1“ hält nicht mehr: %2</translation>
    </message>
    <message>
        <source>Waiting for %1, %2 left.</source>
        <translation>Wartet auf %1, noch %2.</translation>
    </message>
    <message>
        <source>Commit or roll back: %1</source>
        <translation>Festschreiben oder zurückrollen: %1</translation>
    </message>
    <message>
        <source>%1. It is rolled back by itself in %2.</source>
        <translation>%1. Wird in %2 von selbst zurückgerollt.</translation>
    </message>
</context>
<context>
    <name>OpenItems</name>
    <message>
        <source>Alert still firing: %1</source>
        <translation>Alarm steht noch an: %1</translation>
    </message>
    <message>
        <source>Step still running: %1</source>
        <translation>Schritt läuft noch: %1</translation>
    </message>
    <message>
        <source>Step of unknown outcome: %1</source>
        <translation>Schritt mit unbekanntem Ausgang: %1</translation>
    </message>
    <message>
        <source>Stage that no longer held: %1</source>
        <translation>Stufe, die nicht mehr hielt: %1</translation>
    </message>
    <message>
        <source>Watch for regression: quiet for %1 of %2</source>
        <translation>Auf Rückfall achten: ruhig seit %1 von %2</translation>
    </message>
</context>
<context>
    <name>OutboxPanel</name>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>ungewiss</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Ruf</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>All-clear</source>
        <translation>Entwarnung</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>ref %1</source>
        <translation>Ref. %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>again in %1</source>
        <translation>erneut in %1</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>jetzt fällig</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
</context>
<context>
    <name>PagerDuty</name>
    <message>
        <source>%1 took the integration key (%2 ms); nobody was paged, so who is on call is not known</source>
        <translation>%1 nahm den Integrationsschlüssel an (%2 ms); niemand wurde gerufen, daher ist unbekannt, wer Bereitschaft hat</translation>
    </message>
    <message>
        <source>PagerDuty refused the integration key (%1): enter that of an Events API v2 integration</source>
        <translation>PagerDuty hat den Integrationsschlüssel abgelehnt (%1): den einer Integration für Events API v2 eingeben</translation>
    </message>
    <message>
        <source>Integration key</source>
        <translation>Integrationsschlüssel</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Where the PagerDuty account lives; a key is known in its own region only.</source>
        <translation>Wo das PagerDuty-Konto liegt; ein Schlüssel ist nur in seiner eigenen Region bekannt.</translation>
    </message>
    <message>
        <source>The integration key of %1 must be 32 letters and digits; enter it again</source>
        <translation>Der Integrationsschlüssel von %1 muss aus 32 Buchstaben und Ziffern bestehen; neu eingeben</translation>
    </message>
</context>
<context>
    <name>PdfDocument</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>PDF needs fonts, which this process has not loaded; export HTML or Markdown instead.</source>
        <translation>PDF braucht Schriften, die dieser Prozess nicht geladen hat; stattdessen HTML oder Markdown exportieren.</translation>
    </message>
    <message>
        <source>The PDF could not be written.</source>
        <translation>Das PDF konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The PDF would have more than %1 pages; move parts of the text into evidence files.</source>
        <translation>Das PDF hätte mehr als %1 Seiten; Teile des Textes in Belegdateien auslagern.</translation>
    </message>
</context>
<context>
    <name>Playbook</name>
    <message>
        <source>%1 must be a map of keys and values</source>
        <translation>%1 muss eine Zuordnung aus Schlüsseln und Werten sein</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot; in %2</source>
        <translation>unbekannter Schlüssel „%1“ in %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of %2</source>
        <translation>„%1“ von %2</translation>
    </message>
    <message>
        <source>%1 lacks the key &quot;%2&quot;</source>
        <translation>%1 fehlt der Schlüssel „%2“</translation>
    </message>
    <message>
        <source>%1 must be a list</source>
        <translation>%1 muss eine Liste sein</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>%1 must be %2</source>
        <translation>%1: erwartet wird %2</translation>
    </message>
    <message>
        <source>, but it is empty</source>
        <translation>, der Wert ist aber leer</translation>
    </message>
    <message>
        <source>, not a list</source>
        <translation>, keine Liste</translation>
    </message>
    <message>
        <source>, not a map</source>
        <translation>, keine Zuordnung</translation>
    </message>
    <message>
        <source>; unquoted, %1 may be taken for %2</source>
        <translation>; ohne Anführungszeichen kann %1 als %2 gelten</translation>
    </message>
    <message>
        <source>, not %1</source>
        <translation>, nicht %1</translation>
    </message>
    <message>
        <source>text in quotes</source>
        <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>text: write &quot;%1&quot; in quotes</source>
        <translation>Text (in Anführungszeichen: &quot;%1&quot;)</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a plain decimal number such as 10 or 0.5</source>
        <translation>eine einfache Dezimalzahl wie 10 oder 0.5</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a duration such as 30s, 5m or 1h30m</source>
        <translation>eine Dauer wie 30s, 5m oder 1h30m</translation>
    </message>
    <message>
        <source>%1 must be a list of texts</source>
        <translation>%1 muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>item %1 of %2</source>
        <translation>Eintrag %1 von %2</translation>
    </message>
    <message>
        <source>lower-case letters, digits and _</source>
        <translation>Kleinbuchstaben, Ziffern und _</translation>
    </message>
    <message>
        <source>lower-case letters, digits, _ and -</source>
        <translation>Kleinbuchstaben, Ziffern, _ und -</translation>
    </message>
    <message>
        <source>letters, digits, _ and -</source>
        <translation>Buchstaben, Ziffern, _ und -</translation>
    </message>
    <message>
        <source>%1 must be at most 63 %2, starting with a letter, not &quot;%3&quot;</source>
        <translation>%1: erlaubt sind höchstens 63 %2, mit einem Buchstaben am Anfang, nicht „%3“</translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;</source>
        <translation>%1 kann nicht „%2“ sein</translation>
    </message>
    <message>
        <source>a value in %1</source>
        <translation>ein Wert in %1</translation>
    </message>
    <message>
        <source>unmistakable: put it in quotes</source>
        <translation>ein eindeutiger Wert (in Anführungszeichen setzen)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a file in the playbook&apos;s folder; use letters, digits, . _ - and / only, without ..</source>
        <translation>„%1“ ist kein Name einer Datei im Ordner des Playbooks; nur Buchstaben, Ziffern, . _ - und / verwenden, ohne ..</translation>
    </message>
    <message>
        <source>there is no file &quot;%1&quot;</source>
        <translation>es gibt keine Datei „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a link that leads out of the playbook&apos;s folder</source>
        <translation>„%1“ ist ein Link, der aus dem Ordner des Playbooks hinausführt</translation>
    </message>
    <message>
        <source>the file &quot;%1&quot; cannot be read</source>
        <translation>die Datei „%1“ ist nicht lesbar</translation>
    </message>
    <message>
        <source>the file &quot;%1&quot; is larger than 1 MiB</source>
        <translation>die Datei „%1“ ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>the id &quot;%1&quot; belongs to %2 already; give this playbook its own id</source>
        <translation>die ID „%1“ gehört schon zu %2; diesem Playbook eine eigene ID geben</translation>
    </message>
    <message>
        <source>; did you mean &quot;%1&quot;?</source>
        <translation>; gemeint „%1“?</translation>
    </message>
    <message>
        <source>; valid here: %1</source>
        <translation>; hier gültig: %1</translation>
    </message>
    <message>
        <source>the playbook</source>
        <translation>Playbook</translation>
    </message>
    <message>
        <source>%1 must look like &quot;Mon-Fri 09:00-17:00&quot;, not &quot;%2&quot;</source>
        <translation>%1 muss wie „Mon-Fri 09:00-17:00“ aussehen, nicht wie „%2“</translation>
    </message>
    <message>
        <source>connection &quot;%1&quot;</source>
        <translation>Verbindung „%1“</translation>
    </message>
    <message>
        <source>a secret is never written into a playbook; each workstation keeps its own in the keychain</source>
        <translation>ein Geheimnis steht nie in einem Playbook; jeder Arbeitsplatz hält sein eigenes im Schlüsselbund</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>%1 is next_business_day, but metadata.calendar.business_hours is not set</source>
        <translation>%1 ist next_business_day, aber metadata.calendar.business_hours ist nicht gesetzt</translation>
    </message>
    <message>
        <source>role %1</source>
        <translation>Rolle %1</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>escalation of &quot;%1&quot;</source>
        <translation>Eskalation von „%1“</translation>
    </message>
    <message>
        <source>%1 must be a map of roles and times</source>
        <translation>%1 muss eine Zuordnung von Rollen und Zeiten sein</translation>
    </message>
    <message>
        <source>signal %1 must be a map of keys and values</source>
        <translation>Signal %1 muss eine Zuordnung aus Schlüsseln und Werten sein</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>a signal cannot be called &quot;%1&quot;: rules use that word</source>
        <translation>ein Signal kann nicht „%1“ heißen: Regeln verwenden dieses Wort</translation>
    </message>
    <message>
        <source>%1 must be at least 1s</source>
        <translation>%1 muss mindestens 1s sein</translation>
    </message>
    <message>
        <source>%1 must be longer than 0s</source>
        <translation>%1 muss länger als 0s sein</translation>
    </message>
    <message>
        <source>%1 must be at least twice &quot;every&quot;, or one late poll makes it stale</source>
        <translation>%1 muss mindestens das Doppelte von „every“ sein, sonst macht eine verspätete Abfrage es veraltet</translation>
    </message>
    <message>
        <source>signal &quot;%1&quot; does not say how it is measured; add one of: %2</source>
        <translation>Signal „%1“ sagt nicht, wie es gemessen wird; eines ergänzen von: %2</translation>
    </message>
    <message>
        <source>signal &quot;%1&quot; is measured by %2 already; a signal has one kind</source>
        <translation>Signal „%1“ wird schon mit %2 gemessen; ein Signal hat eine Art</translation>
    </message>
    <message>
        <source>%1 of signal &quot;%2&quot;</source>
        <translation>%1 von Signal „%2“</translation>
    </message>
    <message>
        <source>%1 is not used: this kind takes no connection; remove it</source>
        <translation>%1 wird nicht verwendet: Diese Art braucht keine Verbindung; entfernen</translation>
    </message>
    <message>
        <source>%1 takes one of %2, not several</source>
        <translation>%1 nimmt eines von %2, nicht mehrere</translation>
    </message>
    <message>
        <source>%1 lacks one of these keys: %2</source>
        <translation>%1 fehlt einer dieser Schlüssel: %2</translation>
    </message>
    <message>
        <source>%1 must be a whole number, not %2</source>
        <translation>%1 muss eine ganze Zahl sein, nicht %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2</source>
        <translation>„%1“ in %2</translation>
    </message>
    <message>
        <source>rule %1 must be a map of keys and values</source>
        <translation>Regel %1 muss eine Zuordnung aus Schlüsseln und Werten sein</translation>
    </message>
    <message>
        <source>duplicate rule &quot;%1&quot;; the first is in line %2</source>
        <translation>doppelte Regel „%1“; die erste steht in Zeile %2</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>this runbook is not listed under &quot;runbooks&quot; of the playbook; add &quot;%1&quot; there</source>
        <translation>dieses Runbook steht nicht unter „runbooks“ des Playbooks; dort „%1“ ergänzen</translation>
    </message>
    <message>
        <source>runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>runbook &quot;%1&quot; must stand in runbooks/%1.yaml, not in %2</source>
        <translation>Runbook „%1“ muss in runbooks/%1.yaml stehen, nicht in %2</translation>
    </message>
    <message>
        <source>a playbook has at most %1 steps</source>
        <translation>ein Playbook hat höchstens %1 Schritte</translation>
    </message>
    <message>
        <source>step %1 must be a map of keys and values</source>
        <translation>Schritt %1 muss eine Zuordnung aus Schlüsseln und Werten sein</translation>
    </message>
    <message>
        <source>duplicate step &quot;%1&quot;; the first is in line %2</source>
        <translation>doppelter Schritt „%1“; der erste steht in Zeile %2</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>duplicate input &quot;%1&quot;; the first is in line %2</source>
        <translation>doppelte Eingabe „%1“; die erste steht in Zeile %2</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>%1 is not a regular expression: %2</source>
        <translation>%1 ist kein regulärer Ausdruck: %2</translation>
    </message>
    <message>
        <source>%1 takes one comparison, not several</source>
        <translation>%1 nimmt einen Vergleich, nicht mehrere</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a placeholder; write it like {{account_id}}, in lower case</source>
        <translation>„%1“ ist kein Platzhalter; wie {{account_id}} schreiben, in Kleinbuchstaben</translation>
    </message>
    <message>
        <source>the placeholder {{%1}} has no input in step &quot;%2&quot;</source>
        <translation>der Platzhalter {{%1}} hat keine Eingabe in Schritt „%2“</translation>
    </message>
    <message>
        <source>; add it under &quot;inputs&quot;</source>
        <translation>; unter „inputs“ ergänzen</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>duplicate phase &quot;%1&quot;; the first is in line %2</source>
        <translation>doppelte Phase „%1“; die erste steht in Zeile %2</translation>
    </message>
    <message>
        <source>message &quot;%1&quot;</source>
        <translation>Nachricht „%1“</translation>
    </message>
    <message>
        <source>contact %1</source>
        <translation>Kontakt %1</translation>
    </message>
    <message>
        <source>status page %1</source>
        <translation>Statusseite %1</translation>
    </message>
    <message>
        <source>%1 must be an address like https://status.example.com</source>
        <translation>%1 muss eine Adresse wie https://status.example.com sein</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>duplicate %1 &quot;%2&quot;; the first is in line %3 of %4</source>
        <translation>doppelt: %1 „%2“; zuerst in Zeile %3 von %4</translation>
    </message>
    <message>
        <source>%1 names the %2 &quot;%3&quot;, which does not exist</source>
        <translation>%1 verweist auf %2 „%3“, nicht vorhanden</translation>
    </message>
    <message>
        <source>%1 needs a connection of kind %2, but &quot;%3&quot; is of kind %4</source>
        <translation>%1 braucht eine Verbindung der Art %2, aber „%3“ ist von der Art %4</translation>
    </message>
    <message>
        <source>this {{ is not closed with }}</source>
        <translation>dieses {{ ist nicht mit }} geschlossen</translation>
    </message>
    <message>
        <source>{{%1 is not used in these templates</source>
        <translation>{{%1 wird in diesen Vorlagen nicht verwendet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a field name</source>
        <translation>„%1“ ist kein Feldname</translation>
    </message>
    <message>
        <source>sections nest deeper than %1 levels</source>
        <translation>Abschnitte sind tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>{{/%1}} closes a section that is not open</source>
        <translation>{{/%1}} schließt einen Abschnitt, der nicht offen ist</translation>
    </message>
    <message>
        <source>{{/%1}} stands where {{/%2}} must close first</source>
        <translation>{{/%1}} steht, wo zuerst {{/%2}} schließen muss</translation>
    </message>
    <message>
        <source>the section {{%1%2}} is not closed with {{/%2}}</source>
        <translation>der Abschnitt {{%1%2}} ist nicht mit {{/%2}} geschlossen</translation>
    </message>
    <message>
        <source>The template is not well formed in line %1: %2</source>
        <translation>Die Vorlage ist in Zeile %1 nicht wohlgeformt: %2</translation>
    </message>
    <message>
        <source>The template cannot be filled: %1</source>
        <translation>Die Vorlage lässt sich nicht füllen: %1</translation>
    </message>
    <message>
        <source>a second document begins here; a file holds one</source>
        <translation>hier beginnt ein zweites Dokument; eine Datei enthält eines</translation>
    </message>
    <message>
        <source>aliases (*name) are not used in playbooks; write the value out</source>
        <translation>Aliase (*name) werden in Playbooks nicht verwendet; den Wert ausschreiben</translation>
    </message>
    <message>
        <source>a second &quot;: &quot; in one entry; put the text in quotes</source>
        <translation>ein zweites „: “ in einem Eintrag; den Text in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>a text cannot begin with this character; put it in quotes</source>
        <translation>ein Text kann nicht mit diesem Zeichen beginnen; in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>this line does not fit in; check its indentation and the colon or dash of the lines above</source>
        <translation>diese Zeile passt nicht hinein; ihre Einrückung und den Doppelpunkt oder Strich der Zeilen darüber prüfen</translation>
    </message>
    <message>
        <source>a bracket or brace is not closed before this</source>
        <translation>eine Klammer ist davor nicht geschlossen</translation>
    </message>
    <message>
        <source>not valid YAML: %1</source>
        <translation>kein gültiges YAML: %1</translation>
    </message>
    <message>
        <source>anchors (&amp;name) are not used in playbooks; write the value out where it is needed</source>
        <translation>Anker (&amp;name) werden in Playbooks nicht verwendet; den Wert an der nötigen Stelle ausschreiben</translation>
    </message>
    <message>
        <source>tags (!name) are not used in playbooks; put the text in quotes if it must be text</source>
        <translation>Tags (!name) werden in Playbooks nicht verwendet; den Text in Anführungszeichen setzen, wenn er Text sein muss</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>a key must be a plain word</source>
        <translation>ein Schlüssel muss ein einfaches Wort sein</translation>
    </message>
    <message>
        <source>duplicate key &quot;%1&quot;; it stands in line %2 already</source>
        <translation>doppelter Schlüssel „%1“; er steht schon in Zeile %2</translation>
    </message>
    <message>
        <source>a playbook file holds keys with values; this holds none</source>
        <translation>eine Playbook-Datei enthält Schlüssel mit Werten; diese enthält keine</translation>
    </message>
    <message>
        <source>a tab in the indentation; indent with spaces</source>
        <translation>ein Tabulator in der Einrückung; mit Leerzeichen einrücken</translation>
    </message>
    <message>
        <source>this %1 is not closed on its line; close it, or begin a text of several lines with | or &gt;</source>
        <translation>dieses %1 ist in seiner Zeile nicht geschlossen; schließen oder einen mehrzeiligen Text mit | oder &gt; beginnen</translation>
    </message>
    <message>
        <source>this is not UTF-8; save the file as UTF-8</source>
        <translation>das ist kein UTF-8; die Datei als UTF-8 speichern</translation>
    </message>
    <message>
        <source>the control character %1 does not belong here; remove it</source>
        <translation>das Steuerzeichen %1 gehört nicht hierher; entfernen</translation>
    </message>
    <message>
        <source>a flag</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>nothing at all</source>
        <translation>leerer Wert</translation>
    </message>
    <message>
        <source>an octal number</source>
        <translation>Oktalzahl</translation>
    </message>
    <message>
        <source>a number with leading zeros</source>
        <translation>Zahl mit führenden Nullen</translation>
    </message>
    <message>
        <source>a number in another base</source>
        <translation>Zahl zu anderer Basis</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>a number in base 60</source>
        <translation>Zahl zur Basis 60</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>%1 must be dates like &quot;2026-12-25&quot;, not &quot;%2&quot;</source>
        <translation>%1: erwartet werden Daten wie &quot;2026-12-25&quot;, nicht &quot;%2&quot;</translation>
    </message>
    <message>
        <source>severity label &quot;%1&quot;</source>
        <translation>Schweregrad-Label &quot;%1&quot;</translation>
    </message>
    <message>
        <source>garbled characters were repaired: %1</source>
        <translation>verstümmelte Zeichen wurden wiederhergestellt: %1</translation>
    </message>
    <message>
        <source>%1 does not go with &quot;when&quot;, which is the whole condition</source>
        <translation>%1 passt nicht zu „when“, das die ganze Bedingung ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the stage of step &quot;%2&quot;</source>
        <translation>„%1“ der Stufe von Schritt „%2“</translation>
    </message>
    <message>
        <source>%1 must name a step above it, not &quot;%2&quot;</source>
        <translation>%1 muss einen Schritt darüber nennen, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 must name another step, not &quot;%2&quot;</source>
        <translation>%1 muss einen anderen Schritt nennen, nicht „%2“</translation>
    </message>
    <message>
        <source>agenda item %1</source>
        <translation>Tagesordnungspunkt %1</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>an output needs exactly one of these keys: %1</source>
        <translation>eine Ausgabe braucht genau einen dieser Schlüssel: %1</translation>
    </message>
    <message>
        <source>%1 can only be true</source>
        <translation>%1 kann nur true sein</translation>
    </message>
    <message>
        <source>%1 must be a JSON pointer such as /workers/alive</source>
        <translation>%1 muss ein JSON-Pointer wie /workers/alive sein</translation>
    </message>
    <message>
        <source>the output &quot;%1&quot; is there twice in runbook &quot;%2&quot;; give each its own id</source>
        <translation>die Ausgabe „%1“ gibt es in Runbook „%2“ doppelt; jeder eine eigene ID geben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of step &quot;%2&quot; names the output &quot;%3&quot;, which no earlier step of the runbook has</source>
        <translation>„%1“ von Schritt „%2“ nennt die Ausgabe „%3“, die kein früherer Schritt des Runbooks hat</translation>
    </message>
    <message>
        <source>&quot;verify&quot; of step &quot;%1&quot; must name a reading step of the same runbook, not &quot;%2&quot;</source>
        <translation>„verify“ von Schritt „%1“ muss einen lesenden Schritt desselben Runbooks nennen, nicht „%2“</translation>
    </message>
    <message>
        <source>&quot;from&quot; of field &quot;%1&quot; has no step to take a value from; only steps have</source>
        <translation>„from“ von Feld „%1“ hat keinen Schritt, aus dem ein Wert kommen kann; das gibt es nur bei Schritten</translation>
    </message>
</context>
<context>
    <name>PlaybookCommand</name>
    <message>
        <source>Usage: incident-cockpit playbook list | show ID | check PATH…   [--json]</source>
        <translation>Aufruf: incident-cockpit playbook list | show ID | check PATH…   [--json]</translation>
    </message>
    <message>
        <source>Severities:</source>
        <translation>Schweregrade:</translation>
    </message>
    <message>
        <source>Rules:</source>
        <translation>Regeln:</translation>
    </message>
    <message>
        <source>Runbooks:</source>
        <translation>Runbooks:</translation>
    </message>
    <message>
        <source>There is no playbook &quot;%1&quot;</source>
        <translation>Es gibt kein Playbook „%1“</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is in order (%3 signals, %4 rules, %5 runbooks)</source>
        <translation>%1: „%2“ ist in Ordnung (%3 Signale, %4 Regeln, %5 Runbooks)</translation>
    </message>
</context>
<context>
    <name>Postgres</name>
    <message>
        <source>PostgreSQL %1 answered in %2 ms: database %3 as %4%5</source>
        <translation>PostgreSQL %1 antwortete in %2 ms: Datenbank %3 als %4%5</translation>
    </message>
    <message>
        <source>, a read-only replica</source>
        <translation>, eine nur lesbare Replik</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name or address of the server.</source>
        <translation>Name oder Adresse des Servers.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Best a role that may only do what the playbook needs.</source>
        <translation>Am besten eine Rolle, die nur darf, was das Playbook braucht.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>verify-full checks the server&apos;s certificate; disable is allowed on this machine only.</source>
        <translation>verify-full prüft das Zertifikat des Servers; disable ist nur auf diesem Rechner erlaubt.</translation>
    </message>
    <message>
        <source>Authority file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>PEM file of a private certificate authority; empty for the system&apos;s.</source>
        <translation>PEM-Datei einer privaten Zertifizierungsstelle; leer für die des Systems.</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 rejected the password of user %2; enter it again in Connections</source>
        <translation>PostgreSQL auf %1 hat das Passwort von Benutzer %2 abgelehnt; unter Verbindungen neu eingeben</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 wants a password for user %2; enter it in Connections</source>
        <translation>PostgreSQL auf %1 verlangt ein Passwort für Benutzer %2; unter Verbindungen eingeben</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 does not let user %2 in from this machine; its administrator must allow it (pg_hba.conf)</source>
        <translation>PostgreSQL auf %1 lässt Benutzer %2 von diesem Rechner nicht herein; die Administration muss es erlauben (pg_hba.conf)</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 rejected user %2; check user and password in Connections</source>
        <translation>PostgreSQL auf %1 hat Benutzer %2 abgelehnt; Benutzer und Passwort unter Verbindungen prüfen</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 could not prove who it is, so no password was sent; set tls to verify-full</source>
        <translation>PostgreSQL auf %1 konnte seine Identität nicht nachweisen, daher wurde kein Passwort gesendet; tls auf verify-full setzen</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 does not offer TLS, so no password was sent; switch TLS on at the server</source>
        <translation>PostgreSQL auf %1 bietet kein TLS an, daher wurde kein Passwort gesendet; TLS am Server einschalten</translation>
    </message>
    <message>
        <source>The authority file for %1 does not exist or cannot be read; correct authority_file</source>
        <translation>Die CA-Datei für %1 gibt es nicht oder sie ist nicht lesbar; authority_file korrigieren</translation>
    </message>
    <message>
        <source>The certificate of %1 is not signed by a trusted authority, so no password was sent; name the right authority_file</source>
        <translation>Das Zertifikat von %1 ist nicht von einer vertrauten Stelle signiert, daher wurde kein Passwort gesendet; die richtige authority_file angeben</translation>
    </message>
    <message>
        <source>The certificate of %1 was made for another host name, so no password was sent; use the name in the certificate</source>
        <translation>Das Zertifikat von %1 gilt für einen anderen Hostnamen, daher wurde kein Passwort gesendet; den Namen im Zertifikat verwenden</translation>
    </message>
    <message>
        <source>The encrypted connection to %1 could not be made; check TLS at the server</source>
        <translation>Die verschlüsselte Verbindung zu %1 kam nicht zustande; TLS am Server prüfen</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 has no free connection; close some sessions and try again</source>
        <translation>PostgreSQL auf %1 hat keine Verbindung frei; einige Sitzungen schließen und erneut versuchen</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 is starting; try again in a moment</source>
        <translation>PostgreSQL auf %1 startet gerade; gleich erneut versuchen</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 is shutting down; try again when it is back</source>
        <translation>PostgreSQL auf %1 fährt herunter; erneut versuchen, wenn es wieder läuft</translation>
    </message>
    <message>
        <source>Nothing listens at %1; check that PostgreSQL runs and that host and port are right</source>
        <translation>Auf %1 lauscht nichts; prüfen, ob PostgreSQL läuft und Host und Port stimmen</translation>
    </message>
    <message>
        <source>The host name of %1 cannot be found; check it in Connections</source>
        <translation>Der Hostname von %1 ist nicht zu finden; unter Verbindungen prüfen</translation>
    </message>
    <message>
        <source>%1 closed the connection at once; check that it is a PostgreSQL server</source>
        <translation>%1 hat die Verbindung sofort geschlossen; prüfen, ob es ein PostgreSQL-Server ist</translation>
    </message>
    <message>
        <source>the step is declared as reading (or the server is a read-only replica), so nothing was changed</source>
        <translation>der Schritt ist als lesend deklariert (oder der Server ist eine nur lesbare Replik), daher wurde nichts geändert</translation>
    </message>
    <message>
        <source>use a role that may do this</source>
        <translation>eine Rolle verwenden, die das darf</translation>
    </message>
    <message>
        <source>another session holds the lock; find it, then try again</source>
        <translation>eine andere Sitzung hält die Sperre; sie suchen, dann erneut versuchen</translation>
    </message>
    <message>
        <source>two sessions blocked each other; nothing was changed, try again</source>
        <translation>zwei Sitzungen haben sich gegenseitig blockiert; nichts wurde geändert, erneut versuchen</translation>
    </message>
    <message>
        <source>another session changed the same rows; nothing was changed, try again</source>
        <translation>eine andere Sitzung hat dieselben Zeilen geändert; nichts wurde geändert, erneut versuchen</translation>
    </message>
    <message>
        <source>the cockpit runs steps inside a transaction</source>
        <translation>das Cockpit führt Schritte in einer Transaktion aus</translation>
    </message>
    <message>
        <source>close some sessions and try again</source>
        <translation>einige Sitzungen schließen und erneut versuchen</translation>
    </message>
    <message>
        <source>the server ended this session; try again when it is back</source>
        <translation>der Server hat diese Sitzung beendet; erneut versuchen, wenn er wieder läuft</translation>
    </message>
    <message>
        <source>the server crashed; try again when it is back</source>
        <translation>der Server ist abgestürzt; erneut versuchen, wenn er wieder läuft</translation>
    </message>
    <message>
        <source>the server is starting; try again in a moment</source>
        <translation>der Server startet gerade; gleich erneut versuchen</translation>
    </message>
    <message>
        <source>There is no database %1 at %2; correct it in Connections</source>
        <translation>Es gibt keine Datenbank %1 auf %2; unter Verbindungen korrigieren</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 knows no user %2; correct it in Connections</source>
        <translation>PostgreSQL auf %1 kennt keinen Benutzer %2; unter Verbindungen korrigieren</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 cannot be reached: %2</source>
        <translation>PostgreSQL auf %1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>PostgreSQL: %1 (%2)</source>
        <translation>PostgreSQL: %1 (%2)</translation>
    </message>
    <message>
        <source>PostgreSQL: %1</source>
        <translation>PostgreSQL: %1</translation>
    </message>
    <message>
        <source>The statement was cancelled</source>
        <translation>Die Anweisung wurde abgebrochen</translation>
    </message>
    <message>
        <source>PostgreSQL did not answer in time</source>
        <translation>PostgreSQL hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>There is not enough memory for a connection to PostgreSQL</source>
        <translation>Der Speicher reicht nicht für eine Verbindung zu PostgreSQL</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 did not answer in time; check the network and the server</source>
        <translation>PostgreSQL auf %1 hat nicht rechtzeitig geantwortet; Netz und Server prüfen</translation>
    </message>
    <message>
        <source>The connection to PostgreSQL at %1 was lost</source>
        <translation>Die Verbindung zu PostgreSQL auf %1 ging verloren</translation>
    </message>
    <message>
        <source>COPY cannot be used in a step; the statement was dropped</source>
        <translation>COPY ist in einem Schritt nicht möglich; die Anweisung wurde verworfen</translation>
    </message>
    <message>
        <source>The connection %1 has no %2; add it in Connections</source>
        <translation>Der Verbindung %1 fehlt: %2; unter Verbindungen ergänzen</translation>
    </message>
    <message>
        <source>The port of %1 must be between 1 and 65535</source>
        <translation>Der Port von %1 muss zwischen 1 und 65535 liegen</translation>
    </message>
    <message>
        <source>The setting tls of %1 must be verify-full, require or disable</source>
        <translation>Die Einstellung tls von %1 muss verify-full, require oder disable sein</translation>
    </message>
    <message>
        <source>%1 is not this machine, so the connection must be encrypted; set tls to verify-full</source>
        <translation>%1 ist nicht dieser Rechner, daher muss die Verbindung verschlüsselt sein; tls auf verify-full setzen</translation>
    </message>
</context>
<context>
    <name>PostgresSignal</name>
    <message>
        <source>the query gave %1 row(s) of %2 column(s) instead of one number</source>
        <translation>die Abfrage lieferte %1 Zeile(n) mit %2 Spalte(n) statt einer Zahl</translation>
    </message>
    <message>
        <source>the query gave NULL instead of a number</source>
        <translation>die Abfrage lieferte NULL statt einer Zahl</translation>
    </message>
    <message>
        <source>the query gave text instead of a number</source>
        <translation>die Abfrage lieferte Text statt einer Zahl</translation>
    </message>
</context>
<context>
    <name>PostmortemDraft</name>
    <message>
        <source>worked</source>
        <translation>hat gewirkt</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>ohne Wirkung</translation>
    </message>
    <message>
        <source>made it worse</source>
        <translation>hat es verschlimmert</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>- Lasted %1, from %2 to %3.</source>
        <translation>- Dauer %1, von %2 bis %3.</translation>
    </message>
    <message>
        <source>- Open for %1 since %2.</source>
        <translation>- Offen seit %1, Beginn %2.</translation>
    </message>
    <message>
        <source>- Time to acknowledge (MTTA): %1.</source>
        <translation>- Zeit bis zur Bestätigung (MTTA): %1.</translation>
    </message>
    <message>
        <source>- Time to resolve (MTTR): %1.</source>
        <translation>- Zeit bis zur Lösung (MTTR): %1.</translation>
    </message>
    <message>
        <source>- %1: peak %2, lowest %3, mean %4</source>
        <translation>- %1: Spitze %2, Tiefstwert %3, Mittel %4</translation>
    </message>
    <message>
        <source> (limit %1)</source>
        <translation> (Grenze %1)</translation>
    </message>
    <message>
        <source>- Step %1 changed %2 objects.</source>
        <translation>- Schritt %1 hat %2 Objekte geändert.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>UTC, %1</source>
        <translation>UTC, %1</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>%1 later entries are in the log only.</source>
        <translation>%1 spätere Einträge stehen nur im Protokoll.</translation>
    </message>
    <message>
        <source>No person acted in the cockpit.</source>
        <translation>Niemand hat im Cockpit gehandelt.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>First action (UTC)</source>
        <translation>Erste Aktion (UTC)</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No runbook step was run.</source>
        <translation>Kein Runbook-Schritt wurde ausgeführt.</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>Gefahr</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>No notification was sent.</source>
        <translation>Keine Benachrichtigung wurde gesendet.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>No evidence was attached.</source>
        <translation>Kein Beleg wurde angehängt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>Hinzugefügt von</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>- Did step %1 take effect? Its outcome is unknown.</source>
        <translation>- Hat Schritt %1 gewirkt? Der Ausgang ist unbekannt.</translation>
    </message>
    <message>
        <source>- Why did step %1 not help (%2)?</source>
        <translation>- Warum hat Schritt %1 nicht geholfen (%2)?</translation>
    </message>
    <message>
        <source>- Nobody acknowledged the incident. Who noticed it, and when?</source>
        <translation>- Niemand hat den Vorfall bestätigt. Wer hat ihn bemerkt, und wann?</translation>
    </message>
    <message>
        <source>- Nobody took a role. Who led the response?</source>
        <translation>- Niemand hat eine Rolle übernommen. Wer hat geleitet?</translation>
    </message>
    <message>
        <source>- The incident is still open. What remains to be done?</source>
        <translation>- Der Vorfall ist noch offen. Was bleibt zu tun?</translation>
    </message>
    <message>
        <source>- What ended the incident?</source>
        <translation>- Was hat den Vorfall beendet?</translation>
    </message>
    <message>
        <source>- The message to %1 failed. Who told them?</source>
        <translation>- Die Nachricht an %1 ist fehlgeschlagen. Wer hat informiert?</translation>
    </message>
    <message>
        <source>- Did the message to %1 arrive?</source>
        <translation>- Ist die Nachricht an %1 angekommen?</translation>
    </message>
    <message>
        <source>- No rule detected it. Which signal would have?</source>
        <translation>- Keine Regel hat ihn erkannt. Welches Signal hätte es getan?</translation>
    </message>
    <message>
        <source>- No runbook was used. Which one is missing?</source>
        <translation>- Kein Runbook wurde verwendet. Welches fehlt?</translation>
    </message>
    <message>
        <source>The log leaves no question open.</source>
        <translation>Das Protokoll lässt keine Frage offen.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Auswirkung</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Question for you: what caused it?</source>
        <translation>Offene Frage: Was war die Ursache?</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Responders</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Steps taken</source>
        <translation>Durchgeführte Schritte</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>Action items</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>Question for you: who does what by when?</source>
        <translation>Offene Frage: Wer macht was bis wann?</translation>
    </message>
    <message>
        <source>Postmortem: %1</source>
        <translation>Postmortem: %1</translation>
    </message>
    <message>
        <source>Question for you:</source>
        <translation>Offene Frage:</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>open, not acknowledged</source>
        <translation>offen, nicht bestätigt</translation>
    </message>
    <message>
        <source>open, acknowledged</source>
        <translation>offen, bestätigt</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>was good before</source>
        <translation>war schon vorher gut</translation>
    </message>
</context>
<context>
    <name>PostmortemPanel</name>
    <message>
        <source>Postmortem</source>
        <translation>Postmortem</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The profile folder %1 cannot be made: %2. Choose another with --profile</source>
        <translation>Der Profilordner %1 lässt sich nicht anlegen: %2. Einen anderen mit --profile wählen</translation>
    </message>
    <message>
        <source>The profile folder %1 cannot be looked at: %2. Choose another with --profile</source>
        <translation>Der Profilordner %1 lässt sich nicht prüfen: %2. Einen anderen mit --profile wählen</translation>
    </message>
    <message>
        <source>%1 is not a folder, so it cannot hold the profile; choose another with --profile</source>
        <translation>%1 ist kein Ordner und kann das Profil nicht aufnehmen; einen anderen mit --profile wählen</translation>
    </message>
    <message>
        <source>The profile folder %1 belongs to somebody else, who could read or change the incident log; choose another with --profile</source>
        <translation>Der Profilordner %1 gehört jemand anderem, der das Vorfallprotokoll lesen oder ändern könnte; einen anderen mit --profile wählen</translation>
    </message>
    <message>
        <source>The profile folder %1 is open to others and that cannot be changed: %2</source>
        <translation>Der Profilordner %1 ist für andere offen und das lässt sich nicht ändern: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made for the profile; choose another with --profile</source>
        <translation>Der Ordner %1 lässt sich für das Profil nicht anlegen; einen anderen mit --profile wählen</translation>
    </message>
</context>
<context>
    <name>PromQl</name>
    <message>
        <source>%1: it serves no queries, so only its pages can be read</source>
        <translation>%1: bedient keine Abfragen, nur die Seiten sind lesbar</translation>
    </message>
    <message>
        <source>it answered %1, but not as Prometheus does: check the URL</source>
        <translation>Antwort %1, aber nicht wie von Prometheus: URL prüfen</translation>
    </message>
    <message>
        <source>as Prometheus %1</source>
        <translation>Prometheus %1</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>the answer is not what Prometheus&apos; query API gives; check the URL</source>
        <translation>die Antwort stammt nicht von der Abfrage-API von Prometheus; URL prüfen</translation>
    </message>
    <message>
        <source>Prometheus refused the query: %1</source>
        <translation>Prometheus hat die Abfrage abgelehnt: %1</translation>
    </message>
    <message>
        <source>the query gave no series</source>
        <translation>die Abfrage lieferte keine Zeitreihe</translation>
    </message>
    <message>
        <source>the query gave %1 series instead of one; sum them up</source>
        <translation>die Abfrage lieferte %1 Zeitreihen statt einer; aufsummieren</translation>
    </message>
    <message>
        <source>the query gave a %1 instead of one number</source>
        <translation>die Abfrage lieferte %1 statt einer Zahl</translation>
    </message>
    <message>
        <source>the query gave %1, which is not a number</source>
        <translation>die Abfrage lieferte %1, das ist keine Zahl</translation>
    </message>
    <message>
        <source>The time range is empty</source>
        <translation>Der Zeitraum ist leer</translation>
    </message>
</context>
<context>
    <name>Prometheus</name>
    <message>
        <source>&quot;%1&quot; is no selector: %2</source>
        <translation>„%1“ ist kein Selektor: %2</translation>
    </message>
    <message>
        <source>the page is not in the Prometheus text format: %1</source>
        <translation>die Seite ist nicht im Textformat von Prometheus: %1</translation>
    </message>
    <message>
        <source>no series on the page matches the selector</source>
        <translation>keine Zeitreihe der Seite passt zum Selektor</translation>
    </message>
    <message>
        <source>needs a second poll</source>
        <translation>braucht eine zweite Abfrage</translation>
    </message>
    <message>
        <source>the divisor did not grow since the last poll</source>
        <translation>der Divisor ist seit der letzten Abfrage nicht gewachsen</translation>
    </message>
    <message>
        <source>the matching values are not numbers</source>
        <translation>die passenden Werte sind keine Zahlen</translation>
    </message>
</context>
<context>
    <name>PublicService</name>
    <message>
        <source>%1 can be reached (%2 ms); nothing was posted, so whether it takes the address is not known</source>
        <translation>%1 ist erreichbar (%2 ms); nichts wurde gepostet, daher ist unbekannt, ob die Adresse angenommen wird</translation>
    </message>
    <message>
        <source>No key is kept for %1; enter it in Connections</source>
        <translation>Für %1 ist kein Schlüssel hinterlegt; unter Verbindungen eingeben</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Empty for %1; otherwise the relay or private server that takes its place.</source>
        <translation>Leer für %1; sonst das Relay oder der private Server an dessen Stelle.</translation>
    </message>
    <message>
        <source>Authority file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>PEM file of a private certificate authority; empty for the system&apos;s.</source>
        <translation>PEM-Datei einer privaten Zertifizierungsstelle; leer für die des Systems.</translation>
    </message>
    <message>
        <source>A web page answered instead of %1 (a login page or a captive portal?)</source>
        <translation>Nicht %1, sondern eine Webseite antwortete (Anmeldeseite oder Captive Portal?)</translation>
    </message>
    <message>
        <source>%1 refused the key (%2): enter a valid one in Connections</source>
        <translation>%1 hat den Schlüssel abgelehnt (%2): unter Verbindungen einen gültigen eingeben</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <translation>%1 antwortete %2</translation>
    </message>
</context>
<context>
    <name>Redis</name>
    <message>
        <source>Redis %1 answered in %2 ms: %3 as %4%5</source>
        <translation>Redis %1 antwortete in %2 ms: %3 als %4%5</translation>
    </message>
    <message>
        <source>(version not shown)</source>
        <translation>(Version nicht angezeigt)</translation>
    </message>
    <message>
        <source>, a read-only replica</source>
        <translation>, eine nur lesbare Replik</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name or address of the server.</source>
        <translation>Name oder Adresse des Servers.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Empty for the default user.</source>
        <translation>Leer für den Standardbenutzer.</translation>
    </message>
    <message>
        <source>Encrypted (TLS)</source>
        <translation>Verschlüsselt (TLS)</translation>
    </message>
    <message>
        <source>On unless the server is this machine; it cannot be switched off for other machines.</source>
        <translation>An, außer der Server ist dieser Rechner; für andere Rechner nicht abschaltbar.</translation>
    </message>
    <message>
        <source>Authority file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>PEM file of a private certificate authority; empty for the system&apos;s.</source>
        <translation>PEM-Datei einer privaten Zertifizierungsstelle; leer für die des Systems.</translation>
    </message>
    <message>
        <source>Redis at %1 wants a password; enter it in Connections</source>
        <translation>Redis auf %1 verlangt ein Passwort; unter Verbindungen eingeben</translation>
    </message>
    <message>
        <source>Redis at %1 rejected the user or password; enter them again in Connections</source>
        <translation>Redis auf %1 hat Benutzer oder Passwort abgelehnt; unter Verbindungen neu eingeben</translation>
    </message>
    <message>
        <source>The Redis user at %1 may not do this; use one whose access rules allow it</source>
        <translation>Der Redis-Benutzer auf %1 darf das nicht; einen verwenden, dessen Zugriffsregeln es erlauben</translation>
    </message>
    <message>
        <source>Redis at %1 is a read-only replica; run this on its master</source>
        <translation>Redis auf %1 ist eine nur lesbare Replik; auf dem Master ausführen</translation>
    </message>
    <message>
        <source>Redis at %1 is still loading its data; try again in a moment</source>
        <translation>Redis auf %1 lädt noch seine Daten; gleich erneut versuchen</translation>
    </message>
    <message>
        <source>Redis at %1 is busy with a long script; wait, or end it with SCRIPT KILL</source>
        <translation>Redis auf %1 ist mit einem langen Skript beschäftigt; warten oder mit SCRIPT KILL beenden</translation>
    </message>
    <message>
        <source>The replica at %1 has lost its master and does not serve old data; check the master</source>
        <translation>Die Replik auf %1 hat ihren Master verloren und liefert keine alten Daten; den Master prüfen</translation>
    </message>
    <message>
        <source>Redis at %1 has no memory left for writes; free some or raise maxmemory</source>
        <translation>Redis auf %1 hat keinen Speicher mehr zum Schreiben; welchen freigeben oder maxmemory erhöhen</translation>
    </message>
    <message>
        <source>Redis at %1 cannot save to its disk and takes no writes; look at the disk and its log</source>
        <translation>Redis auf %1 kann nicht auf seine Platte sichern und nimmt nichts an; Platte und Log ansehen</translation>
    </message>
    <message>
        <source>Redis at %1 is part of a cluster and the key lies on another node; connect to that node</source>
        <translation>Redis auf %1 gehört zu einem Cluster und der Schlüssel liegt auf einem anderen Knoten; mit diesem verbinden</translation>
    </message>
    <message>
        <source>Redis at %1 is moving this key to another cluster node; try again later</source>
        <translation>Redis auf %1 verschiebt diesen Schlüssel gerade auf einen anderen Cluster-Knoten; später erneut versuchen</translation>
    </message>
    <message>
        <source>The key at %1 holds another type than this command works on</source>
        <translation>Der Schlüssel auf %1 hat einen anderen Typ, als dieser Befehl verarbeitet</translation>
    </message>
    <message>
        <source>Redis at %1: %2</source>
        <translation>Redis auf %1: %2</translation>
    </message>
    <message>
        <source>The Redis server&apos;s answer is larger than 8 MiB; ask for less</source>
        <translation>Die Antwort des Redis-Servers ist größer als 8 MiB; weniger abfragen</translation>
    </message>
    <message>
        <source>The Redis server&apos;s answer cannot be read</source>
        <translation>Die Antwort des Redis-Servers ist nicht lesbar</translation>
    </message>
    <message>
        <source>The Redis server announced a list of more than 200,000 items; ask for less</source>
        <translation>Der Redis-Server hat eine Liste mit mehr als 200.000 Einträgen angekündigt; weniger abfragen</translation>
    </message>
    <message>
        <source>What answered does not speak Redis&apos; protocol; check host and port</source>
        <translation>Die Antwort folgt nicht dem Redis-Protokoll; Host und Port prüfen</translation>
    </message>
    <message>
        <source>The connection %1 has no host; add it in Connections</source>
        <translation>Die Verbindung %1 hat keinen Host; unter Verbindungen ergänzen</translation>
    </message>
    <message>
        <source>The port of %1 must be between 1 and 65535</source>
        <translation>Der Port von %1 muss zwischen 1 und 65535 liegen</translation>
    </message>
    <message>
        <source>The database of %1 must be a number like 0</source>
        <translation>Die Datenbank von %1 muss eine Zahl wie 0 sein</translation>
    </message>
    <message>
        <source>%1 is not this machine, so the connection must be encrypted; switch tls on</source>
        <translation>%1 ist nicht dieser Rechner, daher muss die Verbindung verschlüsselt sein; tls einschalten</translation>
    </message>
    <message>
        <source>Redis at %1 is moving these keys to another cluster node; try again later</source>
        <translation>Redis auf %1 verschiebt diese Schlüssel gerade auf einen anderen Cluster-Knoten; später erneut versuchen</translation>
    </message>
    <message>
        <source>The keys lie on several nodes of the cluster at %1; name one at a time</source>
        <translation>Die Schlüssel liegen auf mehreren Knoten des Clusters auf %1; einzeln angeben</translation>
    </message>
    <message>
        <source>The Redis cluster of %1 is down or incomplete; look at its nodes (CLUSTER NODES)</source>
        <translation>Der Redis-Cluster von %1 ist ausgefallen oder unvollständig; seine Knoten ansehen (CLUSTER NODES)</translation>
    </message>
    <message>
        <source>Redis at %1 takes no writes because too few replicas follow it; look at the replicas</source>
        <translation>Redis auf %1 nimmt keine Schreibzugriffe an, weil ihm zu wenige Repliken folgen; die Repliken ansehen</translation>
    </message>
    <message>
        <source>Redis at %1 refused a part of the transaction, so none of it was carried out</source>
        <translation>Redis auf %1 hat einen Teil der Transaktion abgelehnt, daher wurde nichts davon ausgeführt</translation>
    </message>
    <message>
        <source>Somebody ended the wait at Redis %1 (CLIENT UNBLOCK); nothing was taken</source>
        <translation>Jemand hat das Warten bei Redis %1 beendet (CLIENT UNBLOCK); nichts wurde entnommen</translation>
    </message>
    <message>
        <source>No script runs at Redis %1, so there is none to end</source>
        <translation>Bei Redis %1 läuft kein Skript, es gibt also keines zu beenden</translation>
    </message>
    <message>
        <source>The script at Redis %1 has written already and cannot be ended; wait for it, or stop the server without saving at the server</source>
        <translation>Das Skript bei Redis %1 hat schon geschrieben und lässt sich nicht beenden; darauf warten oder den Server am Server ohne Sichern anhalten</translation>
    </message>
    <message>
        <source>Redis at %1 does not know this script any more; load it again (SCRIPT LOAD)</source>
        <translation>Redis auf %1 kennt dieses Skript nicht mehr; erneut laden (SCRIPT LOAD)</translation>
    </message>
</context>
<context>
    <name>RedisSignal</name>
    <message>
        <source>the answer holds no such field</source>
        <translation>die Antwort enthält kein solches Feld</translation>
    </message>
    <message>
        <source>the answer is not a number</source>
        <translation>die Antwort ist keine Zahl</translation>
    </message>
    <message>
        <source>the key does not exist</source>
        <translation>den Schlüssel gibt es nicht</translation>
    </message>
</context>
<context>
    <name>RedisStep</name>
    <message>
        <source>it never ends and slows the server down</source>
        <translation>endet nie und bremst den Server</translation>
    </message>
    <message>
        <source>the cockpit logs in, selects the database and ends the connection itself</source>
        <translation>das Cockpit meldet sich an, wählt die Datenbank und beendet die Verbindung selbst</translation>
    </message>
    <message>
        <source>it stops or endangers the server itself; do it at the server</source>
        <translation>hält den Server selbst an oder gefährdet ihn; am Server erledigen</translation>
    </message>
    <message>
        <source>a step sends one command; use a script (EVAL) for several</source>
        <translation>ein Schritt sendet einen Befehl; für mehrere ein Skript (EVAL) verwenden</translation>
    </message>
    <message>
        <source>A Redis command is a list of texts and numbers, like [LLEN, queue]</source>
        <translation>Ein Redis-Befehl ist eine Liste aus Texten und Zahlen, wie [LLEN, queue]</translation>
    </message>
    <message>
        <source>The Redis command is empty; write it as a list, like [LLEN, queue]</source>
        <translation>Der Redis-Befehl ist leer; als Liste schreiben, wie [LLEN, queue]</translation>
    </message>
    <message>
        <source>%1 cannot be used in a step: %2</source>
        <translation>%1 ist in einem Schritt nicht möglich: %2</translation>
    </message>
    <message>
        <source>The name of the command cannot be an input</source>
        <translation>Der Name des Befehls kann keine Eingabe sein</translation>
    </message>
    <message>
        <source>The command uses {{%1}}, but the step declares no such input</source>
        <translation>Der Befehl verwendet {{%1}}, aber der Schritt deklariert keine solche Eingabe</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a placeholder that is not filled</source>
        <translation>„%1“ enthält einen Platzhalter, der nicht gefüllt ist</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>an unknown number of keys (this step has no preview)</source>
        <translation>eine unbekannte Zahl von Schlüsseln (dieser Schritt hat keine Vorschau)</translation>
    </message>
    <message>
        <source>%1 in all databases</source>
        <translation>%1 in allen Datenbanken</translation>
    </message>
    <message>
        <source>The preview: %1</source>
        <translation>Die Vorschau: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>it walks over every key and blocks the server; write scan: {match: …} instead</source>
        <translation>geht über jeden Schlüssel und blockiert den Server; stattdessen scan: {match: …} schreiben</translation>
    </message>
    <message>
        <source>it waits for data, and may still take some after the step was given up; use the form that does not wait</source>
        <translation>wartet auf Daten und kann noch welche entnehmen, wenn der Schritt schon aufgegeben ist; die Form verwenden, die nicht wartet</translation>
    </message>
    <message>
        <source>%1 empties a whole database</source>
        <translation>%1 leert eine ganze Datenbank</translation>
    </message>
    <message>
        <source>%1 exchanges two whole databases under every client</source>
        <translation>%1 tauscht zwei ganze Datenbanken unter allen Clients aus</translation>
    </message>
    <message>
        <source>%1 runs a script, and nobody can tell beforehand what it changes or deletes</source>
        <translation>%1 führt ein Skript aus, und niemand weiß vorher, was es ändert oder löscht</translation>
    </message>
    <message>
        <source>%1 takes scripts away that running programs call</source>
        <translation>%1 entfernt Skripte, die laufende Programme aufrufen</translation>
    </message>
    <message>
        <source>%1 may replace a key that is there</source>
        <translation>%1 kann einen vorhandenen Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>%1 moves keys to another server</source>
        <translation>%1 verschiebt Schlüssel auf einen anderen Server</translation>
    </message>
    <message>
        <source>%1 changes how the server itself runs</source>
        <translation>%1 ändert, wie der Server selbst läuft</translation>
    </message>
    <message>
        <source>%1 cuts off or halts the programs that use it</source>
        <translation>%1 trennt oder hält die Programme an, die ihn nutzen</translation>
    </message>
    <message>
        <source>%1 forgets which messages still had to be worked on</source>
        <translation>%1 vergisst, welche Nachrichten noch zu bearbeiten waren</translation>
    </message>
    <message>
        <source>%1 changes who may do what at the server</source>
        <translation>%1 ändert, wer am Server was darf</translation>
    </message>
    <message>
        <source>%1 changes which server holds the data</source>
        <translation>%1 ändert, welcher Server die Daten hält</translation>
    </message>
    <message>
        <source>%1 stops every client until the data is on disk; BGSAVE does not</source>
        <translation>%1 hält alle Clients an, bis die Daten auf der Platte sind; BGSAVE tut das nicht</translation>
    </message>
    <message>
        <source>%1 cannot be used in a step: with BLOCK it waits for data; leave it out</source>
        <translation>%1 ist in einem Schritt nicht möglich: Mit BLOCK wartet es auf Daten; BLOCK weglassen</translation>
    </message>
    <message>
        <source>COPY … REPLACE replaces a key that may be there</source>
        <translation>COPY … REPLACE ersetzt einen Schlüssel, der vorhanden sein kann</translation>
    </message>
    <message>
        <source>%1 changes something</source>
        <translation>%1 ändert etwas</translation>
    </message>
    <message>
        <source>%1 may change something, and only commands known to read are taken here</source>
        <translation>%1 kann etwas ändern, und hier sind nur Befehle erlaubt, die bekanntermaßen lesen</translation>
    </message>
    <message>
        <source>The saved content of a Redis key is damaged, so nothing is put back</source>
        <translation>Der gesicherte Inhalt eines Redis-Schlüssels ist beschädigt, daher wird nichts zurückgeschrieben</translation>
    </message>
    <message>
        <source>SCAN gave an answer that cannot be read</source>
        <translation>SCAN gab eine nicht lesbare Antwort</translation>
    </message>
    <message>
        <source>there are more than %1 keys</source>
        <translation>es gibt mehr als %1 Schlüssel</translation>
    </message>
    <message>
        <source>the content is larger than %1</source>
        <translation>der Inhalt ist größer als %1</translation>
    </message>
    <message>
        <source>saving it took longer than %1 s</source>
        <translation>das Sichern dauerte länger als %1 s</translation>
    </message>
    <message>
        <source>The server says that %1 waits for data, so it cannot be used in a step; use a form that does not wait</source>
        <translation>Laut Server wartet %1 auf Daten und ist daher in einem Schritt nicht möglich; eine Form verwenden, die nicht wartet</translation>
    </message>
    <message>
        <source>The step is declared as reading, but the server says that %1 writes, so it was not sent; declare the step write or destructive</source>
        <translation>Der Schritt ist als lesend deklariert, aber laut Server schreibt %1, daher wurde nichts gesendet; den Schritt als write oder destructive deklarieren</translation>
    </message>
    <message>
        <source>The step is declared as reading, but the server does not say that %1 only reads, so it was not sent; declare the step write or destructive</source>
        <translation>Der Schritt ist als lesend deklariert, aber der Server sagt nicht, dass %1 nur liest, daher wurde nichts gesendet; den Schritt als write oder destructive deklarieren</translation>
    </message>
    <message>
        <source>The server counts %1 among its dangerous commands, so it was not sent; declare the step destructive</source>
        <translation>Der Server zählt %1 zu seinen gefährlichen Befehlen, daher wurde nichts gesendet; den Schritt als destructive deklarieren</translation>
    </message>
    <message>
        <source>This Redis has no command %1; check its name and the server&apos;s modules</source>
        <translation>Dieses Redis hat keinen Befehl %1; den Namen und die Module des Servers prüfen</translation>
    </message>
    <message>
        <source>%1; at this server it is called %2. Nothing was sent; declare the step %3</source>
        <translation>%1; auf diesem Server heißt der Befehl %2. Nichts wurde gesendet; den Schritt als %3 deklarieren</translation>
    </message>
    <message>
        <source>The step is declared as reading, but the server does not tell what %1 does (the user may not ask COMMAND INFO), so it was not sent</source>
        <translation>Der Schritt ist als lesend deklariert, aber der Server sagt nicht, was %1 tut (der Benutzer darf COMMAND INFO nicht abfragen), daher wurde nichts gesendet</translation>
    </message>
    <message>
        <source>stopped at %1 keys: there may be more</source>
        <translation>bei %1 Schlüsseln gestoppt: Es kann mehr geben</translation>
    </message>
    <message>
        <source>stopped at %1 keys: there are probably more</source>
        <translation>bei %1 Schlüsseln gestoppt: Es gibt wahrscheinlich mehr</translation>
    </message>
    <message>
        <source>stopped after %1 s: there may be more</source>
        <translation>nach %1 s gestoppt: Es kann mehr geben</translation>
    </message>
    <message>
        <source>scan needs a pattern in match, like orders:*</source>
        <translation>scan braucht ein Muster in match, wie orders:*</translation>
    </message>
    <message>
        <source>at_most of scan must be between 1 and %1</source>
        <translation>at_most von scan muss zwischen 1 und %1 liegen</translation>
    </message>
    <message>
        <source>A redis step has either run or scan</source>
        <translation>Ein redis-Schritt hat entweder run oder scan</translation>
    </message>
    <message>
        <source>RESTORE replaces keys that are there</source>
        <translation>RESTORE ersetzt vorhandene Schlüssel</translation>
    </message>
    <message>
        <source>SCAN … MATCH %1, then TYPE and PTTL of at most %2 keys</source>
        <translation>SCAN … MATCH %1, dann TYPE und PTTL von höchstens %2 Schlüsseln</translation>
    </message>
    <message>
        <source>… %1 keys in all</source>
        <translation>… %1 Schlüssel insgesamt</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>seconds left</source>
        <translation>Restsekunden</translation>
    </message>
    <message>
        <source>the server uses %1 of memory</source>
        <translation>der Server belegt %1 Speicher</translation>
    </message>
    <message>
        <source>more than %1 keys: the content is not saved, so there is no undo</source>
        <translation>mehr als %1 Schlüssel: Der Inhalt wird nicht gesichert, daher gibt es keine Rücknahme</translation>
    </message>
    <message>
        <source>%1 of the %2 that are named</source>
        <translation>%1 von den %2 genannten</translation>
    </message>
    <message>
        <source>The server does not tell the time</source>
        <translation>Der Server nennt keine Uhrzeit</translation>
    </message>
    <message>
        <source>there now</source>
        <translation>jetzt da</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 written, of which %2 exist now and are replaced</source>
        <translation>%1 geschrieben, davon jetzt schon da und ersetzt: %2</translation>
    </message>
    <message>
        <source>%1 whose time has run out stay away</source>
        <translation>abgelaufen, bleibt weg: %1</translation>
    </message>
</context>
<context>
    <name>RenderDocument</name>
    <message>
        <source>&quot;%1&quot; is not an export format; use md, html or pdf.</source>
        <translation>„%1“ ist kein Exportformat; möglich sind md, html oder pdf.</translation>
    </message>
</context>
<context>
    <name>ResultTable</name>
    <message>
        <source>This evidence is not a table of rows and columns</source>
        <translation>Dieser Beleg ist keine Tabelle aus Zeilen und Spalten</translation>
    </message>
</context>
<context>
    <name>RuleExpression</name>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>unauthorized</source>
        <translation>nicht berechtigt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>the condition is longer than 4096 characters; split it into several rules</source>
        <translation>die Bedingung ist länger als 4096 Zeichen; auf mehrere Regeln aufteilen</translation>
    </message>
    <message>
        <source>expected &quot;and&quot;, &quot;or&quot; or the end, found %1</source>
        <translation>erwartet: „and“, „or“ oder das Ende, gefunden: %1</translation>
    </message>
    <message>
        <source>this is a number, not a condition; compare it with something, as in &quot;queue_size &gt; 50&quot;</source>
        <translation>das ist eine Zahl, keine Bedingung; mit etwas vergleichen, etwa „queue_size &gt; 50“</translation>
    </message>
    <message>
        <source>&quot;not&quot; needs a condition, as in &quot;not (queue_size &gt; 50)&quot;</source>
        <translation>„not“ braucht eine Bedingung, etwa „not (queue_size &gt; 50)“</translation>
    </message>
    <message>
        <source>comparisons cannot be chained; join two with &quot;and&quot;</source>
        <translation>Vergleiche lassen sich nicht verketten; zwei mit „and“ verbinden</translation>
    </message>
    <message>
        <source>expected a signal or a number, found &quot;-&quot;</source>
        <translation>erwartet: Signal oder Zahl, gefunden: „-“</translation>
    </message>
    <message>
        <source>&quot;-&quot; needs a number</source>
        <translation>„-“ braucht eine Zahl</translation>
    </message>
    <message>
        <source>expected a signal, a number or a parenthesis, found %1</source>
        <translation>erwartet: Signal, Zahl oder Klammer, gefunden: %1</translation>
    </message>
    <message>
        <source>more than 64 parentheses inside each other</source>
        <translation>mehr als 64 Klammern ineinander</translation>
    </message>
    <message>
        <source>expected &quot;)&quot;, found %1</source>
        <translation>erwartet: „)“, gefunden: %1</translation>
    </message>
    <message>
        <source>this is not a number; write it as 50, 0.5 or 1e6, without a unit</source>
        <translation>das ist keine Zahl; als 50, 0.5 oder 1e6 schreiben, ohne Einheit</translation>
    </message>
    <message>
        <source>expected &quot;(&quot; and a signal, found %1</source>
        <translation>erwartet: „(“ und ein Signal, gefunden: %1</translation>
    </message>
    <message>
        <source>expected the name of a signal, found %1</source>
        <translation>erwartet: Name eines Signals, gefunden: %1</translation>
    </message>
    <message>
        <source>&quot;and&quot; and &quot;or&quot; join conditions, not numbers</source>
        <translation>„and“ und „or“ verbinden Bedingungen, keine Zahlen</translation>
    </message>
    <message>
        <source>this joins two numbers, not conditions</source>
        <translation>das verbindet zwei Zahlen, keine Bedingungen</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
</context>
<context>
    <name>RunbookPanel</name>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>, held %1</source>
        <translation>, gehalten %1</translation>
    </message>
    <message>
        <source>worked %1 of %2</source>
        <translation>gewirkt: %1 von %2</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Not connected: set up %1 under Connections.</source>
        <translation>Nicht verbunden: %1 unter Verbindungen einrichten.</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation>warten %1</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Läuft gerade.</translation>
    </message>
    <message>
        <source>Select or declare an incident first: every step belongs to one.</source>
        <translation>Zuerst einen Vorfall wählen oder melden: Jeder Schritt gehört zu einem.</translation>
    </message>
    <message>
        <source>The log cannot be written, so nothing may run.</source>
        <translation>Das Protokoll ist nicht beschreibbar, daher darf nichts ausgeführt werden.</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht ausgeführt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>proof: %1 within %2</source>
        <translation>Nachweis: %1 binnen %2</translation>
    </message>
    <message>
        <source>Stage closed: %1</source>
        <translation>Stufe geschlossen: %1</translation>
    </message>
    <message>
        <source>Stage opens in %1 if this goes on: %2</source>
        <translation>Stufe öffnet in %1, wenn es so bleibt: %2</translation>
    </message>
    <message>
        <source>Stage open %1</source>
        <translation>Stufe offen %1</translation>
    </message>
    <message>
        <source>Stage entered, %1</source>
        <translation>Stufe betreten, %1</translation>
    </message>
    <message>
        <source>Stage holds %1</source>
        <translation>Stufe hält %1</translation>
    </message>
    <message>
        <source>Stage entered, but nobody can tell whether it holds: %1</source>
        <translation>Stufe betreten, aber niemand weiß, ob sie hält: %1</translation>
    </message>
    <message>
        <source>Stage lost: %1</source>
        <translation>Stufe verloren: %1</translation>
    </message>
    <message>
        <source>Fall back first.</source>
        <translation>Zuerst zurückfallen.</translation>
    </message>
    <message>
        <source>This stage is not open yet.</source>
        <translation>Diese Stufe ist noch nicht offen.</translation>
    </message>
    <message>
        <source>waiting for %1, %2 left</source>
        <translation>wartet auf %1, noch %2</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>run it again to fall back</source>
        <translation>zum Zurückfallen erneut ausführen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>unauthorized</source>
        <translation>nicht berechtigt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>held, %1 left</source>
        <translation>gehalten, noch %1</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Can be undone: %1</source>
        <translation>Lässt sich rückgängig machen: %1</translation>
    </message>
    <message>
        <source>Cannot be undone: %1</source>
        <translation>Lässt sich nicht rückgängig machen: %1</translation>
    </message>
    <message>
        <source>Undone %1: %2</source>
        <translation>Rückgängig gemacht %1: %2</translation>
    </message>
    <message>
        <source>undone %1</source>
        <translation>rückgängig gemacht %1</translation>
    </message>
    <message>
        <source>The undo is under way.</source>
        <translation>Die Rücknahme läuft.</translation>
    </message>
    <message>
        <source>undo held, %1 left</source>
        <translation>Rücknahme gehalten, noch %1</translation>
    </message>
    <message>
        <source>undo running</source>
        <translation>Rücknahme läuft</translation>
    </message>
    <message>
        <source>Undo %1: %2</source>
        <translation>Rücknahme %1: %2</translation>
    </message>
    <message>
        <source>Not called for: %1 does not hold.</source>
        <translation>Nicht nötig: %1 trifft nicht zu.</translation>
    </message>
    <message>
        <source>not called for</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>Nobody can tell whether it is called for: %1.</source>
        <translation>Niemand weiß, ob es nötig ist: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; gave no number for %2, so nobody can tell whether this is called for.</source>
        <translation>„%1“ gab keine Zahl für %2, daher weiß niemand, ob dies nötig ist.</translation>
    </message>
    <message>
        <source>Run &quot;%1&quot; first: it tells whether this is called for (%2).</source>
        <translation>Zuerst „%1“ ausführen: Das zeigt, ob dies nötig ist (%2).</translation>
    </message>
    <message>
        <source>Decide about the change it holds first.</source>
        <translation>Zuerst über die gehaltene Änderung entscheiden.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>held, not committed</source>
        <translation>gehalten, nicht festgeschrieben</translation>
    </message>
    <message>
        <source>worked</source>
        <translation>hat gewirkt</translation>
    </message>
    <message>
        <source>was good before</source>
        <translation>war schon vorher gut</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>ohne Wirkung</translation>
    </message>
    <message>
        <source>made it worse</source>
        <translation>hat es verschlimmert</translation>
    </message>
    <message>
        <source>good before each time</source>
        <translation>jedes Mal schon vorher gut</translation>
    </message>
    <message>
        <source>, median %1</source>
        <translation>, Median %1</translation>
    </message>
    <message>
        <source> · last failed %1</source>
        <translation> · zuletzt fehlgeschlagen am %1</translation>
    </message>
    <message>
        <source>server %1</source>
        <translation>Server %1</translation>
    </message>
</context>
<context>
    <name>SafeOpen</name>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Link not opened</source>
        <translation>Link nicht geöffnet</translation>
    </message>
    <message>
        <source>Write a message to %1?</source>
        <translation>Nachricht an %1 schreiben?</translation>
    </message>
    <message>
        <source>Open %1 in the browser?</source>
        <translation>%1 im Browser öffnen?</translation>
    </message>
    <message>
        <source>Only web and mail links are opened from here.</source>
        <translation>Von hier öffnen sich nur Web- und Mail-Links.</translation>
    </message>
</context>
<context>
    <name>SecretPrompt</name>
    <message>
        <source>There is no terminal to ask for the secret on; use --secret-stdin</source>
        <translation>Kein Terminal für die Frage nach dem Geheimnis; --secret-stdin verwenden</translation>
    </message>
    <message>
        <source>The terminal would show what is typed; use --secret-stdin</source>
        <translation>Das Terminal würde die Eingabe anzeigen; --secret-stdin verwenden</translation>
    </message>
    <message>
        <source>Standard input cannot be read</source>
        <translation>Die Standardeingabe ist nicht lesbar</translation>
    </message>
    <message>
        <source>Standard input held no secret</source>
        <translation>Die Standardeingabe enthielt kein Geheimnis</translation>
    </message>
</context>
<context>
    <name>SessionLock</name>
    <message>
        <source>This session cannot be marked as running in %1; check the rights of that folder and the space on its disk</source>
        <translation>Diese Sitzung kann in %1 nicht als laufend vermerkt werden; Rechte des Ordners und Platz auf der Platte prüfen</translation>
    </message>
    <message>
        <source>Another cockpit (process %1) already watches the profile %2; this one only looks and records</source>
        <translation>Ein anderes Cockpit (Prozess %1) überwacht schon das Profil %2; dieses schaut nur zu und zeichnet auf</translation>
    </message>
    <message>
        <source>The profile %1 cannot be locked; check the rights of that folder and the space on its disk</source>
        <translation>Das Profil %1 lässt sich nicht sperren; Rechte des Ordners und Platz auf der Platte prüfen</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Programs on this workstation</source>
        <translation>Programme auf diesem Arbeitsplatz</translation>
    </message>
    <message>
        <source>Folder of the programs</source>
        <translation>Ordner der Programme</translation>
    </message>
    <message>
        <source>Searched before the system&apos;s folders; empty if the programs are installed normally.</source>
        <translation>Wird vor den Systemordnern durchsucht; leer, wenn die Programme normal installiert sind.</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>Where the programs run, for example a checkout; empty for the home folder.</source>
        <translation>Wo die Programme laufen, zum Beispiel ein Checkout; leer für das Home-Verzeichnis.</translation>
    </message>
    <message>
        <source>Programs run on %1 as %2 in %3</source>
        <translation>Programme laufen auf %1 als %2 in %3</translation>
    </message>
    <message>
        <source>The folder %1 of %2 does not exist on this workstation; correct it in Connections</source>
        <translation>Den Ordner %1 von %2 gibt es auf diesem Arbeitsplatz nicht; unter Verbindungen korrigieren</translation>
    </message>
    <message>
        <source>This is not the target that was looked at (%1, now %2), so nothing was sent; look at the step again</source>
        <translation>Das ist nicht das angesehene Ziel (%1, jetzt %2), daher wurde nichts gesendet; den Schritt erneut ansehen</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
</context>
<context>
    <name>ShellStep</name>
    <message>
        <source>The command uses {{%1}}, but the step declares no such input</source>
        <translation>Der Befehl verwendet {{%1}}, aber der Schritt deklariert keine solche Eingabe</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a placeholder that is not filled</source>
        <translation>„%1“ enthält einen Platzhalter, der nicht gefüllt ist</translation>
    </message>
    <message>
        <source>A value holds a NUL character, which no program can be given</source>
        <translation>Ein Wert enthält ein NUL-Zeichen, das keinem Programm übergeben werden kann</translation>
    </message>
    <message>
        <source>The program cannot be an input; only its arguments can</source>
        <translation>Das Programm kann keine Eingabe sein; nur seine Argumente können es</translation>
    </message>
    <message>
        <source>The command is empty; write it as a list, like [railway, status]</source>
        <translation>Der Befehl ist leer; als Liste schreiben, wie [railway, status]</translation>
    </message>
    <message>
        <source>The environment variable %1 cannot be set by a step; use the connection&apos;s path</source>
        <translation>Die Umgebungsvariable %1 kann ein Schritt nicht setzen; den Pfad der Verbindung verwenden</translation>
    </message>
    <message>
        <source>whatever the command does (it has no preview)</source>
        <translation>was immer der Befehl tut (er hat keine Vorschau)</translation>
    </message>
    <message>
        <source>%1 stands in environment and in secret_environment</source>
        <translation>%1 steht in environment und in secret_environment</translation>
    </message>
    <message>
        <source>%1 has no secret that %2 could hold; enter it in Connections</source>
        <translation>%1 hat kein Geheimnis, das %2 enthalten könnte; unter Verbindungen eingeben</translation>
    </message>
    <message>
        <source>A stream is stopped at its time, so it must not change anything: declare it read</source>
        <translation>Ein Stream wird nach seiner Zeit gestoppt und darf daher nichts ändern: als read deklarieren</translation>
    </message>
</context>
<context>
    <name>SignalBoard</name>
    <message>
        <source>last value %1 ago</source>
        <translation>letzter Wert vor %1</translation>
    </message>
</context>
<context>
    <name>SimulateCommand</name>
    <message>
        <source>The key file %1 cannot be read: %2.</source>
        <translation>Die Schlüsseldatei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The key file %1 is empty.</source>
        <translation>Die Schlüsseldatei %1 ist leer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a port.</source>
        <translation>„%1“ ist kein Port.</translation>
    </message>
    <message>
        <source>The key for X-Admin-Key is in %1</source>
        <translation>Der Schlüssel für X-Admin-Key steht in %1</translation>
    </message>
    <message>
        <source>The simulator answered %1: %2</source>
        <translation>Der Simulator antwortete %1: %2</translation>
    </message>
    <message>
        <source>A simulator is on this machine: the address must be like http://127.0.0.1:8080</source>
        <translation>Ein Simulator läuft auf diesem Rechner: Die Adresse muss wie http://127.0.0.1:8080 aussehen</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>The stage %1 does not follow the stage %2: it goes on from paused to restricted, cautious and normal.</source>
        <translation>Die Stufe %1 folgt nicht auf die Stufe %2: Es geht von paused über restricted und cautious zu normal.</translation>
    </message>
    <message>
        <source>Port %1 of this machine cannot be opened: %2. Choose another.</source>
        <translation>Port %1 dieses Rechners lässt sich nicht öffnen: %2. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Die Datei %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>%1 did not do its work; see the detail.</source>
        <translation>%1 hat die Arbeit nicht getan; siehe Detail.</translation>
    </message>
    <message>
        <source>The server was stopped.</source>
        <translation>Der Server wurde gestoppt.</translation>
    </message>
    <message>
        <source>PostgreSQL is not installed; install postgresql-15.</source>
        <translation>PostgreSQL ist nicht installiert; postgresql-15 installieren.</translation>
    </message>
    <message>
        <source>No temporary folder can be made for PostgreSQL.</source>
        <translation>Für PostgreSQL lässt sich kein temporärer Ordner anlegen.</translation>
    </message>
    <message>
        <source>Prometheus is not installed; install prometheus.</source>
        <translation>Prometheus ist nicht installiert; prometheus installieren.</translation>
    </message>
    <message>
        <source>No temporary folder can be made for Prometheus.</source>
        <translation>Für Prometheus lässt sich kein temporärer Ordner anlegen.</translation>
    </message>
    <message>
        <source>Redis is not installed; install redis-server.</source>
        <translation>Redis ist nicht installiert; redis-server installieren.</translation>
    </message>
    <message>
        <source>Alertmanager is not installed; install prometheus-alertmanager.</source>
        <translation>Alertmanager ist nicht installiert; prometheus-alertmanager installieren.</translation>
    </message>
    <message>
        <source>No temporary folder can be made for Alertmanager.</source>
        <translation>Für Alertmanager lässt sich kein temporärer Ordner anlegen.</translation>
    </message>
    <message>
        <source>OpenSSL is not installed; install openssl.</source>
        <translation>OpenSSL ist nicht installiert; installieren Sie openssl.</translation>
    </message>
    <message>
        <source>This scenario needs %1, which is not there.</source>
        <translation>Dieses Szenario braucht %1, das nicht da ist.</translation>
    </message>
    <message>
        <source>git is not installed; releases cannot be rolled back.</source>
        <translation>git ist nicht installiert; Versionen können nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>The release %1 cannot be published.</source>
        <translation>Die Version %1 kann nicht veröffentlicht werden.</translation>
    </message>
    <message>
        <source>The simulator does not know &quot;%1&quot;; it knows: %2.</source>
        <translation>Der Simulator kennt „%1“ nicht; er kennt: %2.</translation>
    </message>
</context>
<context>
    <name>Slack</name>
    <message>
        <source>%1 knows this webhook (%2 ms); nothing was posted</source>
        <translation>%1 kennt diesen Webhook (%2 ms); nichts wurde gepostet</translation>
    </message>
    <message>
        <source>%1 took an empty message (%2 ms)</source>
        <translation>%1 nahm eine leere Nachricht an (%2 ms)</translation>
    </message>
    <message>
        <source>Slack does not know this webhook (%1): make a new one and enter its address</source>
        <translation>Slack kennt diesen Webhook nicht (%1): einen neuen anlegen und dessen Adresse eingeben</translation>
    </message>
    <message>
        <source>Webhook URL</source>
        <translation>Webhook-URL</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>… (shortened; the whole text is in the cockpit)</source>
        <translation>… (gekürzt; der ganze Text steht im Cockpit)</translation>
    </message>
    <message>
        <source>Slack refused it: %1</source>
        <translation>Slack hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>%1 knows the token as %2 in %3 (%4 ms); nothing was posted</source>
        <translation>%1 kennt das Token als %2 in %3 (%4 ms); nichts wurde gepostet</translation>
    </message>
    <message>
        <source>Slack cannot answer now (%1): try again</source>
        <translation>Slack kann gerade nicht antworten (%1): erneut versuchen</translation>
    </message>
    <message>
        <source>Slack refused the token (%1): enter a valid bot token in Connections</source>
        <translation>Slack hat das Token abgelehnt (%1): unter Verbindungen ein gültiges Bot-Token eingeben</translation>
    </message>
    <message>
        <source>Slack (bot, with threads)</source>
        <translation>Slack (Bot, mit Threads)</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>Bot-Token</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Its id (C024BE91L, at the end of the channel&apos;s details) or #name; the bot must be a member.</source>
        <translation>Seine ID (C024BE91L, am Ende der Kanaldetails) oder #name; der Bot muss Mitglied sein.</translation>
    </message>
    <message>
        <source>The channel of %1 must be an id such as C024BE91L or a #name</source>
        <translation>Der Kanal von %1 muss eine ID wie C024BE91L oder ein #name sein</translation>
    </message>
    <message>
        <source>Slack knows this webhook but does not let it post there (%1): ask the workspace&apos;s owners</source>
        <translation>Slack kennt diesen Webhook, lässt ihn dort aber nicht posten (%1): bei den Inhabern des Workspace nachfragen</translation>
    </message>
    <message>
        <source>The channel of this webhook is gone (%1): make a new webhook and enter its address</source>
        <translation>Den Kanal dieses Webhooks gibt es nicht mehr (%1): einen neuen Webhook anlegen und dessen Adresse eingeben</translation>
    </message>
</context>
<context>
    <name>Smtp</name>
    <message>
        <source>the mail server took it, but not for %1</source>
        <translation>der Mailserver nahm sie an, aber nicht für %1</translation>
    </message>
    <message>
        <source>%1 answered over TLS (%2 ms); no mail was sent</source>
        <translation>%1 antwortete über TLS (%2 ms); keine Mail wurde gesendet</translation>
    </message>
    <message>
        <source>%1 took the login over TLS (%2 ms); no mail was sent</source>
        <translation>%1 nahm die Anmeldung über TLS an (%2 ms); keine Mail wurde gesendet</translation>
    </message>
    <message>
        <source>E-mail (SMTP)</source>
        <translation>E-Mail (SMTP)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Name or address of the mail server.</source>
        <translation>Name oder Adresse des Mailservers.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>starttls (usually port 587) or tls from the first byte (usually 465); never without.</source>
        <translation>starttls (meist Port 587) oder tls ab dem ersten Byte (meist 465); nie ohne.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Empty for 587 (starttls) or 465 (tls).</source>
        <translation>Leer für 587 (starttls) oder 465 (tls).</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Empty when the server wants no login.</source>
        <translation>Leer, wenn der Server keine Anmeldung verlangt.</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>One plain address.</source>
        <translation>Eine einfache Adresse.</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Plain addresses with commas between.</source>
        <translation>Einfache Adressen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>the mail server&apos;s name is not known</source>
        <translation>der Name des Mailservers ist unbekannt</translation>
    </message>
    <message>
        <source>the mail server cannot be reached</source>
        <translation>der Mailserver ist nicht erreichbar</translation>
    </message>
    <message>
        <source>the mail server did not answer in time</source>
        <translation>der Mailserver hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>the mail server offers no encryption (STARTTLS); nothing was sent in the clear</source>
        <translation>der Mailserver bietet keine Verschlüsselung (STARTTLS); nichts wurde unverschlüsselt gesendet</translation>
    </message>
    <message>
        <source>the mail server&apos;s certificate is not accepted; nothing was sent</source>
        <translation>das Zertifikat des Mailservers wird nicht akzeptiert; nichts wurde gesendet</translation>
    </message>
    <message>
        <source>the encryption with the mail server failed; nothing was sent</source>
        <translation>die Verschlüsselung mit dem Mailserver ist fehlgeschlagen; nichts wurde gesendet</translation>
    </message>
    <message>
        <source>the authority file cannot be read</source>
        <translation>die CA-Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>the mail server refused user or password</source>
        <translation>der Mailserver hat Benutzer oder Passwort abgelehnt</translation>
    </message>
    <message>
        <source>the connection to the mail server ended (%1)</source>
        <translation>die Verbindung zum Mailserver wurde beendet (%1)</translation>
    </message>
    <message>
        <source>the mail server refused it: %1</source>
        <translation>der Mailserver hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>E-mail settings of %1: %2</source>
        <translation>E-Mail-Einstellungen von %1: %2</translation>
    </message>
    <message>
        <source>the server must be a host name or an address</source>
        <translation>der Server muss ein Hostname oder eine Adresse sein</translation>
    </message>
    <message>
        <source>the encryption must be starttls or tls; mail is never sent in the clear</source>
        <translation>die Verschlüsselung muss starttls oder tls sein; Mail wird nie unverschlüsselt gesendet</translation>
    </message>
    <message>
        <source>the port must be a number from 1 to 65535</source>
        <translation>der Port muss eine Zahl von 1 bis 65535 sein</translation>
    </message>
    <message>
        <source>user and password must not hold a line break or another control character</source>
        <translation>Benutzer und Passwort dürfen keinen Zeilenumbruch und kein anderes Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>a user is set but no password is kept; enter it in Connections</source>
        <translation>ein Benutzer ist gesetzt, aber kein Passwort hinterlegt; unter Verbindungen eingeben</translation>
    </message>
    <message>
        <source>the sender must be one plain address such as cockpit@example.com</source>
        <translation>der Absender muss eine einfache Adresse wie cockpit@example.com sein</translation>
    </message>
    <message>
        <source>recipients must be plain addresses with commas between</source>
        <translation>Empfänger müssen einfache Adressen sein, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>there must be 1 to %1 recipients</source>
        <translation>es müssen 1 bis %1 Empfänger sein</translation>
    </message>
</context>
<context>
    <name>SqlStep</name>
    <message>
        <source>rolled back, nothing was changed in the database</source>
        <translation>zurückgerollt, in der Datenbank wurde nichts geändert</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>nichts wurde gesendet</translation>
    </message>
    <message>
        <source>cancelled; %1</source>
        <translation>abgebrochen; %1</translation>
    </message>
    <message>
        <source>the time for this step was over; %1</source>
        <translation>die Zeit für diesen Schritt war um; %1</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1, committed</source>
        <translation>%1, festgeschrieben</translation>
    </message>
    <message>
        <source>done, committed</source>
        <translation>erledigt, festgeschrieben</translation>
    </message>
    <message>
        <source>the connection was lost while the change was being committed: look at the data before you repeat it</source>
        <translation>die Verbindung ging während des Commits verloren: vor dem Wiederholen die Daten ansehen</translation>
    </message>
    <message>
        <source>the server did not commit: %1; rolled back</source>
        <translation>der Server hat kein Commit ausgeführt: %1; zurückgerollt</translation>
    </message>
    <message>
        <source>the statement ended the transaction by itself: look at the data before you go on</source>
        <translation>die Anweisung hat die Transaktion selbst beendet: vor dem Weitermachen die Daten ansehen</translation>
    </message>
    <message>
        <source>it would have hit %1 instead of the %2 that were approved, so it was rolled back; look at the preview again</source>
        <translation>betroffen gewesen wären %1 statt der freigegebenen %2, daher zurückgerollt; Vorschau erneut ansehen</translation>
    </message>
    <message>
        <source>an unknown number of rows (this step has no preview)</source>
        <translation>eine unbekannte Zahl von Zeilen (dieser Schritt hat keine Vorschau)</translation>
    </message>
    <message>
        <source>the server is a read-only replica</source>
        <translation>der Server ist eine nur lesbare Replik</translation>
    </message>
    <message>
        <source>%1 is now another server or database than the one that was shown, so nothing was sent; look at the step again</source>
        <translation>%1 ist jetzt ein anderer Server oder eine andere Datenbank als angezeigt, daher wurde nichts gesendet; den Schritt erneut ansehen</translation>
    </message>
    <message>
        <source>cancelled; nothing was sent</source>
        <translation>abgebrochen; nichts wurde gesendet</translation>
    </message>
    <message>
        <source>%1; look at the data before you repeat it</source>
        <translation>%1; vor dem Wiederholen die Daten ansehen</translation>
    </message>
    <message>
        <source>The preview: %1</source>
        <translation>Die Vorschau: %1</translation>
    </message>
    <message>
        <source>The step has no SQL to run</source>
        <translation>Der Schritt hat kein SQL zum Ausführen</translation>
    </message>
    <message>
        <source>A quote or comment in the SQL is not closed</source>
        <translation>Ein Anführungszeichen oder Kommentar im SQL ist nicht geschlossen</translation>
    </message>
    <message>
        <source>COPY cannot be used in a step: it moves data past the preview</source>
        <translation>COPY ist in einem Schritt nicht möglich: Es bewegt Daten an der Vorschau vorbei</translation>
    </message>
    <message>
        <source>A placeholder stands inside quotes or a comment; write {{name}} without quotes, it is sent as a value</source>
        <translation>Ein Platzhalter steht in Anführungszeichen oder einem Kommentar; {{name}} ohne Anführungszeichen schreiben, er wird als Wert gesendet</translation>
    </message>
    <message>
        <source>Write {{name}} instead of $1, so that the step&apos;s inputs can be checked</source>
        <translation>{{name}} statt $1 schreiben, damit die Eingaben des Schritts prüfbar sind</translation>
    </message>
    <message>
        <source>The SQL uses {{%1}}, but the step declares no such input</source>
        <translation>Das SQL verwendet {{%1}}, aber der Schritt deklariert keine solche Eingabe</translation>
    </message>
    <message>
        <source>The SQL holds {{ that is not a placeholder; names are lower-case letters and digits</source>
        <translation>Das SQL enthält {{ ohne Platzhalter; Namen bestehen aus Kleinbuchstaben und Ziffern</translation>
    </message>
    <message>
        <source>(the first %1 of %2 rows)</source>
        <translation>(die ersten %1 von %2 Zeilen)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>The step is declared as reading but calls the function %1, which may change something; declare the step write, or the function STABLE if it only reads</source>
        <translation>Der Schritt ist als lesend deklariert, ruft aber die Funktion %1 auf, die etwas ändern kann; den Schritt als write deklarieren, oder die Funktion als STABLE, wenn sie nur liest</translation>
    </message>
    <message>
        <source>The step is declared as reading but %1 calls %2, which acts on the server; declare the step write</source>
        <translation>Der Schritt ist als lesend deklariert, aber %1 ruft %2 auf, das auf den Server wirkt; den Schritt als write deklarieren</translation>
    </message>
    <message>
        <source>The step reads too many views and functions to tell that it only reads; name fewer</source>
        <translation>Der Schritt liest zu viele Views und Funktionen, um zu erkennen, dass er nur liest; weniger angeben</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Sitzung</numerusform>
            <numerusform>%n Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 named by the statement are left alone: replication, the server&apos;s own processes, the cockpit&apos;s own session, and what this role may not see</source>
        <translation>verschont, obwohl von der Anweisung genannt: %1; dazu gehören Replikation, eigene Prozesse des Servers, die eigene Sitzung des Cockpits und was diese Rolle nicht sehen darf</translation>
    </message>
    <message>
        <source>an ended session cannot be brought back; exactly those listed are ended</source>
        <translation>eine beendete Sitzung kommt nicht zurück; genau die aufgeführten werden beendet</translation>
    </message>
    <message>
        <source>exactly the sessions listed are asked to stop their query</source>
        <translation>genau die aufgeführten Sitzungen werden aufgefordert, ihre Abfrage abzubrechen</translation>
    </message>
    <message>
        <source>it would have hit %1 instead of the %2 that were approved, so nothing was sent; look at the preview again</source>
        <translation>betroffen gewesen wären %1 statt der freigegebenen %2, daher wurde nichts gesendet; Vorschau erneut ansehen</translation>
    </message>
    <message>
        <source>it would have hit other sessions than those that were shown, so nothing was sent; look at the preview again</source>
        <translation>betroffen gewesen wären andere Sitzungen als angezeigt, daher wurde nichts gesendet; Vorschau erneut ansehen</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1 beendet</translation>
    </message>
    <message>
        <source>%1 asked to stop</source>
        <translation>%1 zum Abbrechen aufgefordert</translation>
    </message>
    <message>
        <source>; the others had gone by themselves</source>
        <translation>; die anderen waren schon von selbst beendet</translation>
    </message>
    <message>
        <source>A step cannot begin or end a transaction: the cockpit does that itself</source>
        <translation>Ein Schritt kann keine Transaktion beginnen oder beenden: Das tut das Cockpit selbst</translation>
    </message>
    <message>
        <source>A step cannot change the session (SET, RESET, DISCARD, LOAD): the cockpit sets its limits itself</source>
        <translation>Ein Schritt kann die Sitzung nicht ändern (SET, RESET, DISCARD, LOAD): Das Cockpit setzt ihre Grenzen selbst</translation>
    </message>
    <message>
        <source>A step cannot prepare or execute statements by name: write the statement itself</source>
        <translation>Ein Schritt kann keine Anweisungen unter einem Namen vorbereiten oder ausführen: die Anweisung selbst schreiben</translation>
    </message>
    <message>
        <source>A step cannot use cursors: write the query itself</source>
        <translation>Ein Schritt kann keine Cursor verwenden: die Abfrage selbst schreiben</translation>
    </message>
    <message>
        <source>A step cannot LISTEN or NOTIFY: its session ends with it</source>
        <translation>LISTEN und NOTIFY sind in einem Schritt nicht möglich: Seine Sitzung endet mit ihm</translation>
    </message>
    <message>
        <source>it takes away or rewrites part of a table</source>
        <translation>die Anweisung entfernt einen Teil einer Tabelle oder schreibt ihn neu</translation>
    </message>
    <message>
        <source>it alters a table</source>
        <translation>die Anweisung baut eine Tabelle um</translation>
    </message>
    <message>
        <source>it empties a table</source>
        <translation>die Anweisung leert eine Tabelle</translation>
    </message>
    <message>
        <source>it drops something</source>
        <translation>die Anweisung entfernt etwas mit DROP</translation>
    </message>
    <message>
        <source>it changes the database</source>
        <translation>die Anweisung ändert die Datenbank</translation>
    </message>
    <message>
        <source>what it does cannot be seen from its text</source>
        <translation>was die Anweisung tut, ist an ihrem Text nicht zu erkennen</translation>
    </message>
    <message>
        <source>it adds rows</source>
        <translation>die Anweisung fügt Zeilen hinzu</translation>
    </message>
    <message>
        <source>it deletes rows</source>
        <translation>die Anweisung löscht Zeilen</translation>
    </message>
    <message>
        <source>it may change or delete rows</source>
        <translation>die Anweisung kann Zeilen ändern oder löschen</translation>
    </message>
    <message>
        <source>it changes rows</source>
        <translation>die Anweisung ändert Zeilen</translation>
    </message>
    <message>
        <source>it changes every row</source>
        <translation>die Anweisung ändert jede Zeile</translation>
    </message>
    <message>
        <source>it calls %1, which acts on the server</source>
        <translation>die Anweisung ruft %1 auf, das auf den Server wirkt</translation>
    </message>
    <message>
        <source>it makes a table (SELECT INTO)</source>
        <translation>die Anweisung legt eine Tabelle an (SELECT INTO)</translation>
    </message>
    <message>
        <source>it locks rows</source>
        <translation>die Anweisung sperrt Zeilen</translation>
    </message>
    <message>
        <source>it must only read, but %1</source>
        <translation>es darf nur gelesen werden, aber %1</translation>
    </message>
    <message>
        <source>what %1 did before stays</source>
        <translation>was %1 vorher getan hat, bleibt</translation>
    </message>
    <message>
        <source>it hit %1 instead of the %2 that were approved, and what %3 did cannot be taken back; look at what it hit</source>
        <translation>betroffen waren %1 statt der freigegebenen %2, und was %3 getan hat, lässt sich nicht zurücknehmen; ansehen, was betroffen ist</translation>
    </message>
    <message>
        <source>only what a plain UPDATE or DELETE of one table changes is kept</source>
        <translation>nur was ein einfaches UPDATE oder DELETE einer Tabelle ändert, wird aufbewahrt</translation>
    </message>
    <message>
        <source>it changed %1 but %2 were found just before, so it was rolled back; a trigger or another session stands between, look at the preview again</source>
        <translation>geändert wurden %1, kurz vorher gefunden aber %2, daher zurückgerollt; ein Trigger oder eine andere Sitzung kam dazwischen, Vorschau erneut ansehen</translation>
    </message>
    <message>
        <source>%1 changed, not committed</source>
        <translation>%1 geändert, nicht festgeschrieben</translation>
    </message>
    <message>
        <source>done, not committed</source>
        <translation>erledigt, nicht festgeschrieben</translation>
    </message>
    <message>
        <source>rolled back, nothing was changed</source>
        <translation>zurückgerollt, nichts wurde geändert</translation>
    </message>
    <message>
        <source>nobody decided in time; rolled back, nothing was changed</source>
        <translation>niemand hat rechtzeitig entschieden; zurückgerollt, nichts wurde geändert</translation>
    </message>
    <message>
        <source>the connection was lost while the change was held; the server rolled it back</source>
        <translation>die Verbindung ging verloren, während die Änderung gehalten wurde; der Server hat sie zurückgerollt</translation>
    </message>
    <message>
        <source>The SQL is nested too deeply; write it in simpler steps</source>
        <translation>Das SQL ist zu tief verschachtelt; in einfacheren Schritten schreiben</translation>
    </message>
    <message>
        <source>The SQL is longer than 256 KiB</source>
        <translation>Das SQL ist länger als 256 KiB</translation>
    </message>
    <message>
        <source>This is not SQL as PostgreSQL reads it: %1 (character %2)</source>
        <translation>Das ist kein SQL, wie PostgreSQL es liest: %1 (Zeichen %2)</translation>
    </message>
    <message>
        <source>A step runs one statement, this text holds %1; make a step of each</source>
        <translation>Ein Schritt führt eine Anweisung aus, dieser Text enthält %1; aus jeder einen Schritt machen</translation>
    </message>
    <message>
        <source>%1: oldest %2, newest %3</source>
        <translation>%1: älteste %2, neueste %3</translation>
    </message>
    <message>
        <source>what %1 does cannot be rolled back</source>
        <translation>was %1 tut, lässt sich nicht zurückrollen</translation>
    </message>
    <message>
        <source>written this way it may hit replication too; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE … spares it</source>
        <translation>so geschrieben kann auch die Replikation betroffen sein; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE … verschont sie</translation>
    </message>
    <message>
        <source>the rows could not be counted: %1</source>
        <translation>die Zeilen ließen sich nicht zählen: %1</translation>
    </message>
    <message>
        <source>the server stops it after %1 s, and after %2 s of waiting for a lock</source>
        <translation>der Server bricht nach %1 s ab, und nach %2 s Warten auf eine Sperre</translation>
    </message>
    <message>
        <source>runs as %1 in a read-only transaction; %2</source>
        <translation>läuft als %1 in einer nur lesenden Transaktion; %2</translation>
    </message>
    <message>
        <source>the role %1 can write; a read-only role is safer</source>
        <translation>die Rolle %1 kann schreiben; eine nur lesende Rolle ist sicherer</translation>
    </message>
    <message>
        <source>runs as %1 in one transaction; %2</source>
        <translation>läuft als %1 in einer einzigen Transaktion; %2</translation>
    </message>
    <message>
        <source>the change is held for up to %1 s, to be looked at before it is committed</source>
        <translation>die Änderung wird bis zu %1 s gehalten, zum Ansehen vor dem Festschreiben</translation>
    </message>
    <message>
        <source>The playbook declares this step %1, but %2: it counts as %3</source>
        <translation>Das Playbook deklariert diesen Schritt als %1, aber %2: Er gilt als %3</translation>
    </message>
    <message>
        <source>the table is not known</source>
        <translation>die Tabelle ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1 is not a plain table</source>
        <translation>%1 ist keine einfache Tabelle</translation>
    </message>
    <message>
        <source>%1 has tables that inherit from it</source>
        <translation>von %1 erben andere Tabellen</translation>
    </message>
    <message>
        <source>%1 has no row type</source>
        <translation>%1 hat keinen Zeilentyp</translation>
    </message>
    <message>
        <source>the role&apos;s settings print numbers or times in a form that loses digits</source>
        <translation>die Einstellungen der Rolle geben Zahlen oder Zeiten in einer Form aus, die Stellen verliert</translation>
    </message>
    <message>
        <source>the statement changes the primary key of %1</source>
        <translation>die Anweisung ändert den Primärschlüssel von %1</translation>
    </message>
    <message>
        <source>%1 has no primary key</source>
        <translation>%1 hat keinen Primärschlüssel</translation>
    </message>
    <message>
        <source>the statement sets only columns that the server fills in itself</source>
        <translation>die Anweisung setzt nur Spalten, die der Server selbst füllt</translation>
    </message>
    <message>
        <source>a name in the table holds {{</source>
        <translation>ein Name in der Tabelle enthält {{</translation>
    </message>
    <message>
        <source>more than 10,000 rows or 8 MiB would have to be kept</source>
        <translation>mehr als 10.000 Zeilen oder 8 MiB wären aufzubewahren</translation>
    </message>
    <message>
        <source>no row was changed</source>
        <translation>keine Zeile wurde geändert</translation>
    </message>
    <message>
        <source>%1 of %2; rows of other tables removed by foreign keys and what triggers did are not brought back</source>
        <translation>%1 von %2; über Fremdschlüssel entfernte Zeilen anderer Tabellen und was Trigger taten kommen nicht zurück</translation>
    </message>
    <message>
        <source>the trigger %1 runs too</source>
        <translation>der Trigger %1 läuft mit</translation>
    </message>
    <message>
        <source>changes rows of %1 too (foreign key)</source>
        <translation>ändert auch Zeilen von %1 (Fremdschlüssel)</translation>
    </message>
    <message>
        <source>deletes rows of %1 too (foreign key)</source>
        <translation>löscht auch Zeilen von %1 (Fremdschlüssel)</translation>
    </message>
    <message>
        <source>empties columns of rows of %1 (foreign key)</source>
        <translation>leert Spalten in Zeilen von %1 (Fremdschlüssel)</translation>
    </message>
</context>
<context>
    <name>SqliteEventStore</name>
    <message>
        <source>The incident log %1 cannot be created: %2. Check that its folder exists and can be written</source>
        <translation>Das Vorfallprotokoll %1 lässt sich nicht anlegen: %2. Prüfen, ob der Ordner existiert und beschreibbar ist</translation>
    </message>
    <message>
        <source>The incident log %1 cannot be looked at: %2</source>
        <translation>Das Vorfallprotokoll %1 lässt sich nicht prüfen: %2</translation>
    </message>
    <message>
        <source>%1 is not a regular file; move it aside so that the incident log can be kept there</source>
        <translation>%1 ist keine gewöhnliche Datei; beiseitelegen, damit das Vorfallprotokoll dort liegen kann</translation>
    </message>
    <message>
        <source>The incident log %1 is readable by others and that cannot be changed: %2</source>
        <translation>Das Vorfallprotokoll %1 ist für andere lesbar und das lässt sich nicht ändern: %2</translation>
    </message>
    <message>
        <source>The incident log %1 cannot be kept safely here (%2 is not accepted); use a local disk</source>
        <translation>Das Vorfallprotokoll %1 kann hier nicht sicher liegen (%2 wird nicht angenommen); eine lokale Platte verwenden</translation>
    </message>
    <message>
        <source>Another program keeps the incident log %1 locked; close it and try again</source>
        <translation>Ein anderes Programm hält das Vorfallprotokoll %1 gesperrt; schließen und erneut versuchen</translation>
    </message>
    <message>
        <source>The incident log %1 cannot be written; check the rights of the file and its folder</source>
        <translation>Das Vorfallprotokoll %1 ist nicht beschreibbar; Rechte der Datei und ihres Ordners prüfen</translation>
    </message>
    <message>
        <source>The disk that holds the incident log %1 is full; free some space and try again</source>
        <translation>Die Platte mit dem Vorfallprotokoll %1 ist voll; Platz schaffen und erneut versuchen</translation>
    </message>
    <message>
        <source>The incident log %1 is damaged. Move it and the files beside it that begin with its name aside, keep them, and put the newest good copy (%1.backup-…) in its place; without one the cockpit starts an empty log</source>
        <translation>Das Vorfallprotokoll %1 ist beschädigt. Die Datei und die daneben, deren Namen mit ihrem beginnen, beiseitelegen und behalten, und die neueste gute Kopie (%1.backup-…) an ihre Stelle setzen; ohne Kopie beginnt das Cockpit ein leeres Protokoll</translation>
    </message>
    <message>
        <source>The disk failed while the incident log %1 was in use; check the disk and try again</source>
        <translation>Die Platte ist während der Nutzung des Vorfallprotokolls %1 ausgefallen; Platte prüfen und erneut versuchen</translation>
    </message>
    <message>
        <source>The incident log %1 could not be used: %2</source>
        <translation>Das Vorfallprotokoll %1 war nicht nutzbar: %2</translation>
    </message>
    <message>
        <source>This entry is nested too deeply to be recorded</source>
        <translation>Dieser Eintrag ist zu tief verschachtelt, um aufgezeichnet zu werden</translation>
    </message>
    <message>
        <source>This entry is too large to be recorded; attach it as evidence instead</source>
        <translation>Dieser Eintrag ist zu groß, um aufgezeichnet zu werden; stattdessen als Beleg anhängen</translation>
    </message>
    <message>
        <source>%1 could not be written to disk: %2</source>
        <translation>%1 konnte nicht auf die Platte geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The incident log has to be brought up to date, but its backup copy %1 cannot be made: %2</source>
        <translation>Das Vorfallprotokoll muss aktualisiert werden, aber die Sicherungskopie %1 lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>%1 is a database, but not an incident log; move it aside so that the log can be kept there</source>
        <translation>%1 ist eine Datenbank, aber kein Vorfallprotokoll; beiseitelegen, damit das Protokoll dort liegen kann</translation>
    </message>
    <message>
        <source>The incident log %1 was written by a newer Incident Cockpit (layout %2, this one knows up to %3); install that version or newer to use it. Nothing was changed</source>
        <translation>Das Vorfallprotokoll %1 stammt von einem neueren Incident Cockpit (Aufbau %2, dieses kennt bis %3); zum Verwenden jene Version oder eine neuere installieren. Nichts wurde geändert</translation>
    </message>
</context>
<context>
    <name>Ssh</name>
    <message>
        <source>Programs on a server (SSH)</source>
        <translation>Programme auf einem Server (SSH)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Of the SSH server.</source>
        <translation>Des SSH-Servers.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Name or address.</source>
        <translation>Name oder Adresse.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Who the programs run as.</source>
        <translation>Unter diesem Benutzer laufen die Programme.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>A private key without a passphrase; empty for the keys in the SSH agent. Passwords and passphrases are not supported.</source>
        <translation>Ein privater Schlüssel ohne Passphrase; leer für die Schlüssel im SSH-Agenten. Passwörter und Passphrasen werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Bekannte Hosts</translation>
    </message>
    <message>
        <source>The server&apos;s host key must be in this file; empty for ~/.ssh/known_hosts.</source>
        <translation>Der Hostschlüssel des Servers muss in dieser Datei stehen; leer für ~/.ssh/known_hosts.</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>On the server; empty for the user&apos;s home folder.</source>
        <translation>Auf dem Server; leer für das Home-Verzeichnis des Benutzers.</translation>
    </message>
    <message>
        <source>%1 answered in %2 ms as %3; host key %4</source>
        <translation>%1 antwortete in %2 ms als %3; Hostschlüssel %4</translation>
    </message>
    <message>
        <source>%1: %2; correct it in Connections</source>
        <translation>%1: %2; unter Verbindungen korrigieren</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name or address of a server</source>
        <translation>„%1“ ist kein Name und keine Adresse eines Servers</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a user name</source>
        <translation>„%1“ ist kein Benutzername</translation>
    </message>
    <message>
        <source>the port is not between 1 and 65535</source>
        <translation>der Port liegt nicht zwischen 1 und 65535</translation>
    </message>
    <message>
        <source>the file %1 does not exist</source>
        <translation>die Datei %1 gibt es nicht</translation>
    </message>
    <message>
        <source>the file name %1 holds a quote or a percent sign, which ssh cannot take</source>
        <translation>der Dateiname %1 enthält ein Anführungszeichen oder ein Prozentzeichen, das ssh nicht annimmt</translation>
    </message>
    <message>
        <source>the working folder is not a path</source>
        <translation>der Arbeitsordner ist kein Pfad</translation>
    </message>
    <message>
        <source>%1 shows another host key than %2 holds for it (%3): it may be another machine, so nothing was sent. Ask who runs it, and replace the key there only if the change is right</source>
        <translation>%1 zeigt einen anderen Hostschlüssel, als %2 dafür enthält (%3): Es kann ein anderer Rechner sein, daher wurde nichts gesendet. Beim Betreiber nachfragen und den Schlüssel dort nur ersetzen, wenn der Wechsel stimmt</translation>
    </message>
    <message>
        <source>The host key of %1 (%2) is not in %3, so nothing was sent; compare it with the server&apos;s and add it there</source>
        <translation>Der Hostschlüssel von %1 (%2) steht nicht in %3, daher wurde nichts gesendet; mit dem des Servers vergleichen und dort eintragen</translation>
    </message>
    <message>
        <source>%1 does not let %2 in: the key has to be in the connection&apos;s key file without a passphrase, or in the agent; passwords are not supported</source>
        <translation>%1 lässt %2 nicht herein: Der Schlüssel muss ohne Passphrase in der Schlüsseldatei der Verbindung oder im Agenten liegen; Passwörter werden nicht unterstützt</translation>
    </message>
    <message>
        <source>There is no server by the name %1</source>
        <translation>Es gibt keinen Server mit dem Namen %1</translation>
    </message>
    <message>
        <source>%1 refuses the connection: no SSH server listens there</source>
        <translation>%1 lehnt die Verbindung ab: Dort lauscht kein SSH-Server</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
</context>
<context>
    <name>StageWatch</name>
    <message>
        <source>waiting for its proof</source>
        <translation>der Nachweis steht aus</translation>
    </message>
    <message>
        <source>its proof did not come</source>
        <translation>der Nachweis blieb aus</translation>
    </message>
    <message>
        <source>&quot;%1&quot; comes first, and must hold</source>
        <translation>„%1“ kommt zuerst und muss halten</translation>
    </message>
    <message>
        <source>needs %1; now %2</source>
        <translation>braucht %1; jetzt %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a stage of a sequence: run it within an incident</source>
        <translation>„%1“ ist eine Stufe einer Folge: in einem Vorfall ausführen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; opens in %2, if its checks go on holding: %3</source>
        <translation>„%1“ öffnet in %2, wenn die Prüfungen weiter halten: %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was lost (%2): fall back first, with the step &quot;%3&quot;</source>
        <translation>„%1“ ging verloren (%2): zuerst zurückfallen, mit dem Schritt „%3“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is closed: %2</source>
        <translation>„%1“ ist geschlossen: %2</translation>
    </message>
</context>
<context>
    <name>Statuspage</name>
    <message>
        <source>shown as %1</source>
        <translation>angezeigt als %1</translation>
    </message>
    <message>
        <source>an earlier attempt had arrived</source>
        <translation>ein früherer Versuch war angekommen</translation>
    </message>
    <message>
        <source>%1 shows the page &quot;%2&quot; to this key (%3 ms); nothing was posted</source>
        <translation>%1 zeigt diesem Schlüssel die Seite „%2“ (%3 ms); nichts wurde gepostet</translation>
    </message>
    <message>
        <source>Statuspage knows no such page for this key: check the page&apos;s id in Connections</source>
        <translation>Statuspage kennt für diesen Schlüssel keine solche Seite: die ID der Seite unter Verbindungen prüfen</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>The page&apos;s id (kctbh9vrtdwd), in the address of its administration.</source>
        <translation>Die ID der Seite (kctbh9vrtdwd), zu finden in der Adresse ihrer Verwaltung.</translation>
    </message>
    <message>
        <source>Tell subscribers</source>
        <translation>Abonnenten benachrichtigen</translation>
    </message>
    <message>
        <source>Whether the page&apos;s subscribers are sent each message.</source>
        <translation>Ob die Abonnenten der Seite jede Nachricht erhalten.</translation>
    </message>
    <message>
        <source>The page of %1 must be the id Statuspage gave it</source>
        <translation>Die Seite von %1 muss die ID sein, die Statuspage ihr gegeben hat</translation>
    </message>
</context>
<context>
    <name>StepInput</name>
    <message>
        <source>Fill in &quot;%1&quot; first: this step cannot run without it</source>
        <translation>Zuerst „%1“ ausfüllen: Ohne diese Eingabe kann der Schritt nicht laufen</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a name of letters, digits and underscores</source>
        <translation>ein Name aus Buchstaben, Ziffern und Unterstrichen</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>text of the form %1</source>
        <translation>Text der Form %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2</source>
        <translation>„%1“: erwartet wird %2</translation>
    </message>
    <message>
        <source>The step has no input &quot;%1&quot;</source>
        <translation>Der Schritt hat keine Eingabe „%1“</translation>
    </message>
</context>
<context>
    <name>Teams</name>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>… (shortened; the whole text is in the cockpit)</source>
        <translation>… (gekürzt; der ganze Text steht im Cockpit)</translation>
    </message>
    <message>
        <source>the workflow took it</source>
        <translation>der Workflow nahm sie an</translation>
    </message>
    <message>
        <source>Workflow URL</source>
        <translation>Workflow-URL</translation>
    </message>
</context>
<context>
    <name>Telegram</name>
    <message>
        <source>%1 knows %2 &quot;%3&quot; (%4 ms); nothing was posted</source>
        <translation>%1 kennt %2 „%3“ (%4 ms); nichts wurde gepostet</translation>
    </message>
    <message>
        <source>Telegram does not know this bot (%1): enter the token that BotFather gave</source>
        <translation>Telegram kennt diesen Bot nicht (%1): das Token von BotFather eingeben</translation>
    </message>
    <message>
        <source>The bot does not see the chat (%1): add it there and check the chat&apos;s number</source>
        <translation>Der Bot sieht den Chat nicht (%1): ihn dort hinzufügen und die Nummer des Chats prüfen</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>Bot-Token</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>The chat&apos;s number (-1001234567890 for a group) or @name of a public channel; the bot must be in it.</source>
        <translation>Die Nummer des Chats (-1001234567890 für eine Gruppe) oder @name eines öffentlichen Kanals; der Bot muss darin sein.</translation>
    </message>
    <message>
        <source>the bot</source>
        <translation>den Bot</translation>
    </message>
    <message>
        <source>the bot and the chat</source>
        <translation>den Bot und den Chat</translation>
    </message>
    <message>
        <source>The bot token of %1 must look like 123456:ABC…, as BotFather gave it; enter it again</source>
        <translation>Das Bot-Token von %1 muss wie 123456:ABC… aussehen, so wie BotFather es gab; neu eingeben</translation>
    </message>
    <message>
        <source>The chat of %1 must be a number such as -1001234567890 or an @name</source>
        <translation>Der Chat von %1 muss eine Nummer wie -1001234567890 oder ein @name sein</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>unauthorized</source>
        <translation>nicht berechtigt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>gestört</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>TlsExpiry</name>
    <message>
        <source>%1 showed no certificate</source>
        <translation>%1 hat kein Zertifikat gezeigt</translation>
    </message>
    <message>
        <source>this connection is not encrypted, so it has no certificate</source>
        <translation>diese Verbindung ist nicht verschlüsselt, hat also kein Zertifikat</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Usage: incident-cockpit tour --out DIR</source>
        <translation>Aufruf: incident-cockpit tour --out DIR</translation>
    </message>
    <message>
        <source>%1 cannot be made: choose another folder</source>
        <translation>%1 lässt sich nicht anlegen: einen anderen Ordner wählen</translation>
    </message>
</context>
<context>
    <name>UndoCapsule</name>
    <message>
        <source>This evidence does not hold what a step took away</source>
        <translation>Dieser Beleg enthält nicht, was ein Schritt entfernt hat</translation>
    </message>
</context>
<context>
    <name>ValueExpression</name>
    <message>
        <source>the answer itself</source>
        <translation>die Antwort selbst</translation>
    </message>
    <message>
        <source>the result is no finite number</source>
        <translation>das Ergebnis ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>a division by 0</source>
        <translation>eine Division durch 0</translation>
    </message>
    <message>
        <source>%1 is not in the answer</source>
        <translation>%1 ist nicht in der Antwort</translation>
    </message>
    <message>
        <source>%1 is neither a list nor an object</source>
        <translation>%1 ist weder Liste noch Objekt</translation>
    </message>
    <message>
        <source>%1 is not a time</source>
        <translation>%1 ist keine Zeit</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 needs a second poll</source>
        <translation>%1 braucht eine zweite Abfrage</translation>
    </message>
    <message>
        <source>%1 has no entries</source>
        <translation>%1 hat keine Einträge</translation>
    </message>
    <message>
        <source>an entry of %1 has no time in &quot;%2&quot;</source>
        <translation>ein Eintrag von %1 hat keine Zeit in „%2“</translation>
    </message>
    <message>
        <source>nothing to compute</source>
        <translation>nichts zu berechnen</translation>
    </message>
    <message>
        <source>The value is longer than %1 characters</source>
        <translation>Der Wert ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>an operator or the end</source>
        <translation>ein Operator oder das Ende</translation>
    </message>
    <message>
        <source>The value is nested more than %1 deep</source>
        <translation>Der Wert ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>a number, a {/pointer} or a function</source>
        <translation>eine Zahl, ein {/pointer} oder eine Funktion</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a pointer that ends with }</source>
        <translation>ein Pointer, der mit } endet</translation>
    </message>
    <message>
        <source>a JSON pointer such as /queue/size</source>
        <translation>ein JSON-Pointer wie /queue/size</translation>
    </message>
    <message>
        <source>the name of a member in double quotes</source>
        <translation>der Name eines Members in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>character %1: expected %2</source>
        <translation>Zeichen %1: erwartet wird %2</translation>
    </message>
    <message>
        <source>%1 is not a text</source>
        <translation>%1 ist kein Text</translation>
    </message>
    <message>
        <source>%1 is not a list</source>
        <translation>%1 ist keine Liste</translation>
    </message>
    <message>
        <source>one of count, delta, ratio, age, maxage, equal, matching</source>
        <translation>eins von count, delta, ratio, age, maxage, equal, matching</translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>WaitStep</name>
    <message>
        <source>stopped before the time was over</source>
        <translation>gestoppt, bevor die Zeit um war</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>%1 gewartet</translation>
    </message>
</context>
<context>
    <name>WebSocket</name>
    <message>
        <source>the cockpit is closing</source>
        <translation>das Cockpit wird geschlossen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>no handshake and pong within %1 s</source>
        <translation>kein Handshake und Pong binnen %1 s</translation>
    </message>
    <message>
        <source>%1 closed the connection without a pong</source>
        <translation>%1 hat die Verbindung ohne Pong geschlossen</translation>
    </message>
    <message>
        <source>the authority file %1 cannot be read or holds no PEM certificate</source>
        <translation>die CA-Datei %1 ist nicht lesbar oder enthält kein PEM-Zertifikat</translation>
    </message>
    <message>
        <source>your key was refused (%1): this is about the key, not an outage; check it in Connections</source>
        <translation>Schlüssel abgelehnt (%1): Es geht um den Schlüssel, nicht um einen Ausfall; unter Verbindungen prüfen</translation>
    </message>
    <message>
        <source>%1 answered %2 instead of a WebSocket handshake</source>
        <translation>%1 antwortete %2 statt mit einem WebSocket-Handshake</translation>
    </message>
    <message>
        <source>the certificate of %1 is not accepted: %2</source>
        <translation>das Zertifikat von %1 wird nicht akzeptiert: %2</translation>
    </message>
    <message>
        <source>the name of %1 cannot be found: check the host in the URL</source>
        <translation>der Name von %1 ist nicht zu finden: Host in der URL prüfen</translation>
    </message>
    <message>
        <source>%1 refuses the connection: check the port, and whether the service runs</source>
        <translation>%1 lehnt die Verbindung ab: Port prüfen, und ob der Dienst läuft</translation>
    </message>
    <message>
        <source>no WebSocket handshake with %1</source>
        <translation>kein WebSocket-Handshake mit %1</translation>
    </message>
</context>
<context>
    <name>Webhook</name>
    <message>
        <source>answered %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>answered %1: %2</source>
        <translation>Antwort %1: %2</translation>
    </message>
    <message>
        <source>answered %1; redirects are not followed, so enter the final address</source>
        <translation>Antwort %1; Umleitungen wird nicht gefolgt, daher die endgültige Adresse eintragen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>the receiver</source>
        <translation>der Empfänger</translation>
    </message>
    <message>
        <source>Webhook URL (and signing key)</source>
        <translation>Webhook-URL (und Signaturschlüssel)</translation>
    </message>
    <message>
        <source>alertmanager: what receivers of Alertmanager understand; plain: one flat JSON object; template: your own JSON. The secret may hold a signing key behind the address, after a line break or a blank: then X-Signature-256 is the HMAC-SHA256 of the X-Signature-Timestamp, a dot and the body.</source>
        <translation>alertmanager: was Empfänger von Alertmanager verstehen; plain: ein flaches JSON-Objekt; template: eigenes JSON. Das Geheimnis darf hinter der Adresse, nach einem Zeilenumbruch oder Leerzeichen, einen Signaturschlüssel enthalten: Dann ist X-Signature-256 der HMAC-SHA256 aus X-Signature-Timestamp, einem Punkt und dem Body.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>JSON with {{title}}, {{body}}, {{kind}}, {{reference}}, {{key}}, {{incident}}, {{platform}}, {{severity}}, {{status}}, {{started_at}} inside its quoted texts; only for the format template.</source>
        <translation>JSON mit {{title}}, {{body}}, {{kind}}, {{reference}}, {{key}}, {{incident}}, {{platform}}, {{severity}}, {{status}}, {{started_at}} in seinen Texten in Anführungszeichen; nur für das Format template.</translation>
    </message>
    <message>
        <source>The webhook&apos;s format is template, but its template is empty; enter one in Connections</source>
        <translation>Das Format des Webhooks ist template, aber seine Vorlage ist leer; unter Verbindungen eine eingeben</translation>
    </message>
    <message>
        <source>The webhook&apos;s template: %1</source>
        <translation>Die Vorlage des Webhooks: %1</translation>
    </message>
    <message>
        <source>The webhook&apos;s template names &quot;%1&quot;, which no message has</source>
        <translation>Die Vorlage des Webhooks nennt „%1“, was keine Nachricht hat</translation>
    </message>
    <message>
        <source>What the webhook&apos;s template makes is no JSON (%1, byte %2); mend it in Connections</source>
        <translation>Was die Vorlage des Webhooks ergibt, ist kein JSON (%1, Byte %2); unter Verbindungen korrigieren</translation>
    </message>
    <message>
        <source>The secret of %1 holds more than an address and a signing key; enter it again</source>
        <translation>Das Geheimnis von %1 enthält mehr als eine Adresse und einen Signaturschlüssel; neu eingeben</translation>
    </message>
</context>
<context>
    <name>cockpit::AboutDialog</name>
    <message>
        <source>About Incident Cockpit</source>
        <translation>Über Incident Cockpit</translation>
    </message>
    <message>
        <source>Incident Cockpit %1</source>
        <translation>Incident Cockpit %1</translation>
    </message>
    <message>
        <source>Detects trouble, says how bad it is and whom to tell by when, runs runbooks safely, and leaves a postmortem that is nearly written.</source>
        <translation>Erkennt Störungen, sagt, wie schlimm sie sind und wer bis wann zu informieren ist, führt Runbooks sicher aus und hinterlässt ein fast fertiges Postmortem.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. It reports to nobody.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung. Sie meldet nichts an niemanden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>cockpit::Annunciator</name>
    <message>
        <source>Do what comes next</source>
        <translation>Nächstes tun</translation>
    </message>
    <message>
        <source>Annunciator</source>
        <translation>Meldetafel</translation>
    </message>
</context>
<context>
    <name>cockpit::ApprovalActions</name>
    <message>
        <source>Approve a colleague&apos;s step…</source>
        <translation>Fremden Schritt freigeben…</translation>
    </message>
    <message>
        <source>Whose approval counts…</source>
        <translation>Wessen Freigabe zählt…</translation>
    </message>
    <message>
        <source>The approval is on the clipboard: paste it to whoever asked</source>
        <translation>Die Freigabe ist in der Zwischenablage: an die anfragende Person senden</translation>
    </message>
</context>
<context>
    <name>cockpit::ApprovalDesk</name>
    <message>
        <source>This cockpit cannot check approvals, so the step cannot run</source>
        <translation>Dieses Cockpit kann keine Freigaben prüfen, daher kann der Schritt nicht laufen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs the approval of a second person: send them the request</source>
        <translation>„%1“ braucht die Freigabe einer zweiten Person: ihr die Anfrage senden</translation>
    </message>
    <message>
        <source>This approval is for another request; each look at a step needs its own</source>
        <translation>Diese Freigabe gehört zu einer anderen Anfrage; jedes Ansehen eines Schritts braucht eine eigene</translation>
    </message>
    <message>
        <source>The request has expired: look at the step again and send the new one</source>
        <translation>Die Anfrage ist abgelaufen: den Schritt erneut ansehen und die neue senden</translation>
    </message>
    <message>
        <source>The key of &quot;%1&quot; is not among the approvers of this cockpit</source>
        <translation>Der Schlüssel von „%1“ gehört nicht zu den Freigebenden dieses Cockpits</translation>
    </message>
    <message>
        <source>Nobody can approve their own step</source>
        <translation>Niemand kann den eigenen Schritt freigeben</translation>
    </message>
    <message>
        <source>The signature does not fit this step: something else was approved</source>
        <translation>Die Signatur passt nicht zu diesem Schritt: Etwas anderes wurde freigegeben</translation>
    </message>
    <message>
        <source>This request has expired: ask for a new one</source>
        <translation>Diese Anfrage ist abgelaufen: eine neue verlangen</translation>
    </message>
    <message>
        <source>This cockpit has no key to approve with</source>
        <translation>Dieses Cockpit hat keinen Schlüssel zum Freigeben</translation>
    </message>
    <message>
        <source>An approver&apos;s key has 64 hexadecimal digits; they read it with &quot;approvals key&quot;</source>
        <translation>Ein Freigabeschlüssel hat 64 hexadezimale Ziffern; die Person liest ihren mit „approvals key“</translation>
    </message>
    <message>
        <source>Name the colleague whose key this is</source>
        <translation>Den Namen der Person angeben, deren Schlüssel das ist</translation>
    </message>
    <message>
        <source>This is the key of this cockpit itself</source>
        <translation>Das ist der Schlüssel dieses Cockpits selbst</translation>
    </message>
    <message>
        <source>This key belongs to %1 already</source>
        <translation>Dieser Schlüssel gehört schon %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among the approvers</source>
        <translation>„%1“ gehört nicht zu den Freigebenden</translation>
    </message>
</context>
<context>
    <name>cockpit::ApproveDialog</name>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Approve a colleague&apos;s step</source>
        <translation>Fremden Schritt freigeben</translation>
    </message>
    <message>
        <source>Paste the request they sent you</source>
        <translation>Die erhaltene Anfrage einfügen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>It begins with BEGIN INCIDENT COCKPIT APPROVAL REQUEST.</source>
        <translation>Sie beginnt mit BEGIN INCIDENT COCKPIT APPROVAL REQUEST.</translation>
    </message>
    <message>
        <source>%1 asks to run “%2”</source>
        <translation>%1 möchte „%2“ ausführen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1; would hit %2</source>
        <translation>%1; betroffen wären: %2</translation>
    </message>
    <message>
        <source>Expires at %1 UTC. Your approval is for exactly these bytes on this target, once, and is on your log.</source>
        <translation>Läuft um %1 UTC ab. Die Freigabe gilt einmal für genau diese Bytes auf diesem Ziel und steht im eigenen Protokoll.</translation>
    </message>
</context>
<context>
    <name>cockpit::ApproversDialog</name>
    <message>
        <source>Whose approval counts</source>
        <translation>Wessen Freigabe zählt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Your key: give it to colleagues whose steps you may approve</source>
        <translation>Eigener Schlüssel: an alle geben, deren Schritte hier freigegeben werden dürfen</translation>
    </message>
    <message>
        <source>Your key</source>
        <translation>Eigener Schlüssel</translation>
    </message>
    <message>
        <source>being read from the keychain…</source>
        <translation>wird aus dem Schlüsselbund gelesen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>They may approve destructive steps of this cockpit</source>
        <translation>Sie dürfen zerstörende Schritte dieses Cockpits freigeben</translation>
    </message>
    <message>
        <source>Approvers</source>
        <translation>Freigebende</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Their key</source>
        <translation>Schlüssel der Person</translation>
    </message>
    <message>
        <source>Their key, 64 hexadecimal digits</source>
        <translation>Schlüssel der Person, 64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>%1   key %2…</source>
        <translation>%1   Schlüssel %2…</translation>
    </message>
</context>
<context>
    <name>cockpit::Badge</name>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
    <message>
        <source>Danger: %1</source>
        <translation>Gefahr: %1</translation>
    </message>
</context>
<context>
    <name>cockpit::BytelystSimulator</name>
    <message>
        <source>Simulated bytelyst bot, signed in</source>
        <translation>Simulierter bytelyst-Bot, angemeldet</translation>
    </message>
    <message>
        <source>Simulated bytelyst bot, without a key</source>
        <translation>Simulierter bytelyst-Bot, ohne Schlüssel</translation>
    </message>
    <message>
        <source>Simulated broker</source>
        <translation>Simulierter Broker</translation>
    </message>
    <message>
        <source>Simulated Supabase project</source>
        <translation>Simuliertes Supabase-Projekt</translation>
    </message>
</context>
<context>
    <name>cockpit::Clocks</name>
    <message>
        <source>local %1</source>
        <translation>lokal %1</translation>
    </message>
    <message>
        <source>New York %1</source>
        <translation>New York %1</translation>
    </message>
    <message>
        <source>%1 UTC, %2</source>
        <translation>%1 UTC, %2</translation>
    </message>
</context>
<context>
    <name>cockpit::CommandPalette</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search actions, incidents, runbooks, signals …</source>
        <translation>Aktionen, Vorfälle, Runbooks, Signale suchen …</translation>
    </message>
    <message>
        <source>Search actions, incidents, runbooks, signals</source>
        <translation>Aktionen, Vorfälle, Runbooks, Signale suchen</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Try fewer letters, or a word of the title.</source>
        <translation>Weniger Buchstaben oder ein Wort des Titels versuchen.</translation>
    </message>
</context>
<context>
    <name>cockpit::ConfirmationBox</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type to confirm</source>
        <translation>Zur Bestätigung eingeben</translation>
    </message>
    <message>
        <source>Type %1 to enable</source>
        <translation>Zum Freigeben %1 eingeben</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Copy request</source>
        <translation>Anfrage kopieren</translation>
    </message>
    <message>
        <source>Copy the request for approval</source>
        <translation>Die Anfrage zur Freigabe kopieren</translation>
    </message>
    <message>
        <source>Paste the approval here</source>
        <translation>Die Freigabe hier einfügen</translation>
    </message>
    <message>
        <source>Approval of the second person</source>
        <translation>Freigabe der zweiten Person</translation>
    </message>
    <message>
        <source>A second person must approve this: anybody but %1, before %2 UTC.</source>
        <translation>Eine zweite Person muss dies freigeben: nicht %1, und vor %2 UTC.</translation>
    </message>
    <message>
        <source>A second person must approve this.</source>
        <translation>Eine zweite Person muss dies freigeben.</translation>
    </message>
    <message>
        <source>Send them the request, paste what they send back.</source>
        <translation>Ihr die Anfrage senden und ihre Antwort einfügen.</translation>
    </message>
    <message>
        <source>This approval is for another request.</source>
        <translation>Diese Freigabe gehört zu einer anderen Anfrage.</translation>
    </message>
    <message>
        <source>Approval of %1 is here.</source>
        <translation>Die Freigabe von %1 ist da.</translation>
    </message>
</context>
<context>
    <name>cockpit::DeclareDialog</name>
    <message>
        <source>Declare</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Declare an incident</source>
        <translation>Vorfall melden</translation>
    </message>
    <message>
        <source>What is broken, for whom</source>
        <translation>Was ist defekt, für wen</translation>
    </message>
    <message>
        <source>What you saw (optional)</source>
        <translation>Beobachtung (optional)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+Enter declares</source>
        <translation>Strg+Enter meldet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>cockpit::DemoPlatforms</name>
    <message>
        <source>Local stand-in for Slack</source>
        <translation>Lokaler Ersatz für Slack</translation>
    </message>
    <message>
        <source>Local stand-in for a webhook</source>
        <translation>Lokaler Ersatz für einen Webhook</translation>
    </message>
</context>
<context>
    <name>cockpit::DockTitle</name>
    <message>
        <source>Float or dock: %1</source>
        <translation>Ablösen oder andocken: %1</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>Schließen: %1</translation>
    </message>
</context>
<context>
    <name>cockpit::Engine</name>
    <message>
        <source>Noted</source>
        <translation>Notiert</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>There is no incident &quot;%1&quot;</source>
        <translation>Es gibt keinen Vorfall „%1“</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>%1 Add --confirm yes</source>
        <translation>%1 Dazu --confirm yes angeben</translation>
    </message>
    <message>
        <source>%1 Add --confirm &quot;%2&quot; to run it</source>
        <translation>%1 Zum Ausführen --confirm &quot;%2&quot; angeben</translation>
    </message>
    <message>
        <source>There is no runbook &quot;%1&quot;; see runbook list</source>
        <translation>Es gibt kein Runbook „%1“; siehe runbook list</translation>
    </message>
    <message>
        <source>This runbook has no step &quot;%1&quot;</source>
        <translation>Dieses Runbook hat keinen Schritt „%1“</translation>
    </message>
    <message>
        <source>There is no playbook &quot;%1&quot;; see playbook list</source>
        <translation>Es gibt kein Playbook „%1“; siehe playbook list</translation>
    </message>
    <message>
        <source>%1 has no signal &quot;%2&quot;</source>
        <translation>%1 hat kein Signal „%2“</translation>
    </message>
    <message>
        <source>Another cockpit has this profile open: it is watching already</source>
        <translation>Ein anderes Cockpit hat dieses Profil offen: Es überwacht bereits</translation>
    </message>
    <message>
        <source>Incident %1 is closed already</source>
        <translation>Vorfall %1 ist schon geschlossen</translation>
    </message>
    <message>
        <source>There is no connection kind &quot;%1&quot;</source>
        <translation>Es gibt keine Verbindungsart „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>This platform has no message &quot;%1&quot;</source>
        <translation>Diese Plattform hat keine Nachricht „%1“</translation>
    </message>
    <message>
        <source>The incident&apos;s platform is not loaded</source>
        <translation>Die Plattform des Vorfalls ist nicht geladen</translation>
    </message>
    <message>
        <source>The postmortem is above 4 MiB: attach the long parts as evidence instead</source>
        <translation>Das Postmortem ist größer als 4 MiB: lange Teile stattdessen als Beleg anhängen</translation>
    </message>
    <message>
        <source>Write %1 first</source>
        <translation>Zuerst %1 eingeben</translation>
    </message>
    <message>
        <source>That text is too long: keep %1 below 256 KiB</source>
        <translation>Der Text ist zu lang: %1 unter 256 KiB halten</translation>
    </message>
    <message>
        <source>There is no platform &quot;%1&quot;</source>
        <translation>Es gibt keine Plattform „%1“</translation>
    </message>
    <message>
        <source>%1 has no severity &quot;%2&quot;</source>
        <translation>%1 hat keinen Schweregrad „%2“</translation>
    </message>
    <message>
        <source>a title</source>
        <translation>einen Titel</translation>
    </message>
    <message>
        <source>Incident %1 is not a proposal</source>
        <translation>Vorfall %1 ist kein Vorschlag</translation>
    </message>
    <message>
        <source>Declare the proposal first, or dismiss it</source>
        <translation>Den Vorschlag zuerst melden oder verwerfen</translation>
    </message>
    <message>
        <source>%1 acknowledged it already</source>
        <translation>%1 hat ihn schon bestätigt</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>There is no severity &quot;%1&quot; on this platform</source>
        <translation>Auf dieser Plattform gibt es keinen Schweregrad „%1“</translation>
    </message>
    <message>
        <source>It is %1 already</source>
        <translation>Er ist schon %1</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>eine Notiz</translation>
    </message>
    <message>
        <source>what resolved it</source>
        <translation>die Lösung</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>Only a proposal can be dismissed; resolve a declared incident</source>
        <translation>Nur ein Vorschlag lässt sich verwerfen; einen gemeldeten Vorfall lösen</translation>
    </message>
    <message>
        <source>That was sent a moment ago</source>
        <translation>Das wurde gerade erst gesendet</translation>
    </message>
    <message>
        <source>Fill in &quot;%1&quot; before this message is sent</source>
        <translation>„%1“ ausfüllen, bevor diese Nachricht gesendet wird</translation>
    </message>
    <message>
        <source>Held for a look: rolled back now; add --commit to commit it</source>
        <translation>Zum Ansehen gehalten: wird jetzt zurückgerollt; zum Festschreiben --commit angeben</translation>
    </message>
    <message>
        <source>target: %1 %2 as %3 [%4]</source>
        <translation>Ziel: %1 %2 als %3 [%4]</translation>
    </message>
    <message>
        <source>would hit: %1</source>
        <translation>betroffen wären: %1</translation>
    </message>
    <message>
        <source>by hand: %1</source>
        <translation>von Hand: %1</translation>
    </message>
    <message>
        <source>Send this to a second person and paste their answer here:</source>
        <translation>Dies an eine zweite Person senden und ihre Antwort hier einfügen:</translation>
    </message>
</context>
<context>
    <name>cockpit::FieldForm</name>
    <message>
        <source>%1 is needed.</source>
        <translation>%1 wird benötigt.</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1 muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
</context>
<context>
    <name>cockpit::FlowrexSimulator</name>
    <message>
        <source>Simulated Flowrex backend</source>
        <translation>Simuliertes Flowrex-Backend</translation>
    </message>
    <message>
        <source>Simulated host of Flowrex</source>
        <translation>Simulierter Rechner von Flowrex</translation>
    </message>
    <message>
        <source>Simulated public address of Flowrex</source>
        <translation>Simulierte öffentliche Adresse von Flowrex</translation>
    </message>
</context>
<context>
    <name>cockpit::FormDialog</name>
    <message>
        <source>Write it</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Ctrl+Enter answers</source>
        <translation>Strg+Eingabe antwortet</translation>
    </message>
</context>
<context>
    <name>cockpit::IncidentActions</name>
    <message>
        <source>Declare an incident…</source>
        <translation>Vorfall melden…</translation>
    </message>
    <message>
        <source>Declare the proposal</source>
        <translation>Vorschlag melden</translation>
    </message>
    <message>
        <source>Dismiss the proposal…</source>
        <translation>Vorschlag verwerfen…</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Change severity…</source>
        <translation>Schweregrad ändern…</translation>
    </message>
    <message>
        <source>Take a role…</source>
        <translation>Rolle übernehmen…</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Notiz hinzufügen…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Lösen…</translation>
    </message>
    <message>
        <source>Page the on-call</source>
        <translation>Bereitschaft rufen</translation>
    </message>
    <message>
        <source>Dismiss the proposal</source>
        <translation>Vorschlag verwerfen</translation>
    </message>
    <message>
        <source>Why is it not an incident?</source>
        <translation>Warum ist es kein Vorfall?</translation>
    </message>
    <message>
        <source>Known noise, a planned restart …</source>
        <translation>Bekanntes Rauschen, geplanter Neustart …</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>The playbook of this incident is not loaded, so its severities are not known.</source>
        <translation>Das Playbook dieses Vorfalls ist nicht geladen, daher sind seine Schweregrade nicht bekannt.</translation>
    </message>
    <message>
        <source>Change severity</source>
        <translation>Schweregrad ändern</translation>
    </message>
    <message>
        <source>New severity</source>
        <translation>Neuer Schweregrad</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>The playbook of this incident names no roles.</source>
        <translation>Das Playbook dieses Vorfalls nennt keine Rollen.</translation>
    </message>
    <message>
        <source>Take a role</source>
        <translation>Rolle übernehmen</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Rolle von %1</translation>
    </message>
    <message>
        <source>%1 (now %2)</source>
        <translation>%1 (jetzt %2)</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Note for the timeline</source>
        <translation>Notiz für die Zeitleiste</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Resolve the incident</source>
        <translation>Vorfall lösen</translation>
    </message>
    <message>
        <source>Still open; it is recorded with the resolution:</source>
        <translation>Noch offen; wird mit der Lösung aufgezeichnet:</translation>
    </message>
    <message>
        <source>What resolved it?</source>
        <translation>Was hat ihn gelöst?</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Resolve anyway</source>
        <translation>Trotzdem lösen</translation>
    </message>
    <message>
        <source>Nobody can be paged: the playbook of this incident names no roles. Call by phone and add a note.</source>
        <translation>Niemand kann gerufen werden: Das Playbook dieses Vorfalls nennt keine Rollen. Anrufen und eine Notiz hinzufügen.</translation>
    </message>
    <message>
        <source>Paging %1 about %2</source>
        <translation>Ruf an %1: %2</translation>
    </message>
    <message>
        <source>Send a message…</source>
        <translation>Nachricht senden…</translation>
    </message>
    <message>
        <source>It says resolved, but this alert still fires: %1</source>
        <translation>Sie sagt gelöst, aber dieser Alarm ist noch aktiv: %1</translation>
    </message>
    <message>
        <source>Still to be filled in: %1</source>
        <translation>Noch auszufüllen: %1</translation>
    </message>
    <message>
        <source>Send a message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>Welche?</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>The playbook of this incident has no message templates.</source>
        <translation>Das Playbook dieses Vorfalls hat keine Nachrichtenvorlagen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Look at this first:</source>
        <translation>Das zuerst ansehen:</translation>
    </message>
    <message>
        <source>The message, as it will be sent</source>
        <translation>Die Nachricht, wie sie gesendet wird</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>The message is on its way; the outbox shows it.</source>
        <translation>Die Nachricht ist unterwegs; der Postausgang zeigt sie.</translation>
    </message>
    <message>
        <source>Copy the name of the incident channel</source>
        <translation>Namen des Vorfallkanals kopieren</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>It says resolved, but %1 is %2</source>
        <translation>Es heißt „gelöst“, aber %1 ist %2</translation>
    </message>
    <message>
        <source>It says resolved, but nobody knows: %1 cannot be read</source>
        <translation>Es heißt „gelöst“, aber niemand weiß es: %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Fill the message in</source>
        <translation>Nachricht ausfüllen</translation>
    </message>
    <message>
        <source>Garbled characters were repaired: %1 → %2</source>
        <translation>Verstümmelte Zeichen wurden wiederhergestellt: %1 → %2</translation>
    </message>
</context>
<context>
    <name>cockpit::IncidentLog</name>
    <message>
        <source>This cockpit cannot record an event of a kind it does not know</source>
        <translation>Dieses Cockpit kann kein Ereignis einer ihm unbekannten Art aufzeichnen</translation>
    </message>
</context>
<context>
    <name>cockpit::JustTradesSimulator</name>
    <message>
        <source>Simulated Just Trades</source>
        <translation>Simuliertes Just Trades</translation>
    </message>
    <message>
        <source>Simulated railway tool</source>
        <translation>Simuliertes railway-Werkzeug</translation>
    </message>
</context>
<context>
    <name>cockpit::KeyHint</name>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
</context>
<context>
    <name>cockpit::MainWindow</name>
    <message>
        <source>Search actions, incidents, runbooks, signals …</source>
        <translation>Aktionen, Vorfälle, Runbooks, Signale suchen …</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>&amp;Vorfall</translation>
    </message>
    <message>
        <source>&amp;Runbook</source>
        <translation>&amp;Runbook</translation>
    </message>
    <message>
        <source>&amp;Notify</source>
        <translation>&amp;Benachrichtigen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Extras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About Incident Cockpit</source>
        <translation>Über Incident Cockpit</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Nothing can be recorded, so nothing may run: %1</source>
        <translation>Nichts lässt sich aufzeichnen, daher darf nichts ausgeführt werden: %1</translation>
    </message>
    <message>
        <source>Incident Cockpit</source>
        <translation>Incident Cockpit</translation>
    </message>
    <message>
        <source>Incident Cockpit (%1)</source>
        <translation>Incident Cockpit (%1)</translation>
    </message>
    <message>
        <source>%1 unacknowledged · %2</source>
        <translation>%1 unbestätigt · %2</translation>
    </message>
</context>
<context>
    <name>cockpit::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
</context>
<context>
    <name>cockpit::NextBox</name>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>Next (F1): %1</source>
        <translation>Nächstes (F1): %1</translation>
    </message>
</context>
<context>
    <name>cockpit::Outbox</name>
    <message>
        <source>the cockpit ended during the attempt; it may have arrived</source>
        <translation>das Cockpit wurde während des Versuchs beendet; sie kann angekommen sein</translation>
    </message>
    <message>
        <source>No channel is set up for &quot;%1&quot;: add one under Connections</source>
        <translation>Für „%1“ ist kein Kanal eingerichtet: einen unter Verbindungen hinzufügen</translation>
    </message>
    <message>
        <source>There is no such notification</source>
        <translation>Es gibt keine solche Benachrichtigung</translation>
    </message>
    <message>
        <source>It is being sent right now</source>
        <translation>Sie wird gerade gesendet</translation>
    </message>
    <message>
        <source>It was delivered already</source>
        <translation>Sie wurde schon zugestellt</translation>
    </message>
    <message>
        <source>retry asked for</source>
        <translation>erneuter Versuch verlangt</translation>
    </message>
    <message>
        <source>not delivered within 60 s</source>
        <translation>nicht binnen 60 s zugestellt</translation>
    </message>
    <message>
        <source>given up after 24 hours</source>
        <translation>nach 24 Stunden aufgegeben</translation>
    </message>
    <message>
        <source>this build cannot send through %1</source>
        <translation>dieser Build kann nicht über %1 senden</translation>
    </message>
    <message>
        <source>Only a message that still waits can be cancelled</source>
        <translation>Nur eine Nachricht, die noch wartet, kann abgebrochen werden</translation>
    </message>
</context>
<context>
    <name>cockpit::PlatformServers</name>
    <message>
        <source>Throw-away PostgreSQL</source>
        <translation>Wegwerf-PostgreSQL</translation>
    </message>
    <message>
        <source>Throw-away Redis</source>
        <translation>Wegwerf-Redis</translation>
    </message>
    <message>
        <source>Throw-away Alertmanager</source>
        <translation>Wegwerf-Alertmanager</translation>
    </message>
    <message>
        <source>Throw-away Prometheus</source>
        <translation>Wegwerf-Prometheus</translation>
    </message>
</context>
<context>
    <name>cockpit::PromptDialog</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Ctrl+Enter answers</source>
        <translation>Strg+Enter antwortet</translation>
    </message>
</context>
<context>
    <name>cockpit::QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>cockpit::ReadSweep</name>
    <message>
        <source>The reading steps of a runbook are being run already</source>
        <translation>Die lesenden Schritte eines Runbooks laufen schon</translation>
    </message>
</context>
<context>
    <name>cockpit::RunbookRunner</name>
    <message>
        <source>the cockpit ended while the step was running; check before running it again</source>
        <translation>das Cockpit wurde beendet, während der Schritt lief; vor dem erneuten Ausführen prüfen</translation>
    </message>
    <message>
        <source>There is no platform &quot;%1&quot;</source>
        <translation>Es gibt keine Plattform „%1“</translation>
    </message>
    <message>
        <source>%1 has no runbook &quot;%2&quot;</source>
        <translation>%1 hat kein Runbook „%2“</translation>
    </message>
    <message>
        <source>Runbook &quot;%1&quot; has no step &quot;%2&quot;</source>
        <translation>Runbook „%1“ hat keinen Schritt „%2“</translation>
    </message>
    <message>
        <source>This build cannot run steps of kind &quot;%1&quot;</source>
        <translation>Dieser Build kann keine Schritte der Art „%1“ ausführen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; changes %2. Run it?</source>
        <translation>„%1“ ändert %2. Ausführen?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be undone in %2.</source>
        <translation>„%1“ lässt sich in %2 nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>This will hit %1 in %2.</source>
        <translation>Betroffen: %1 in %2.</translation>
    </message>
    <message>
        <source>This approval is used up or older than 5 minutes: look at the step again</source>
        <translation>Diese Freigabe ist verbraucht oder älter als 5 Minuten: den Schritt erneut ansehen</translation>
    </message>
    <message>
        <source>Type &quot;%1&quot; to run this step</source>
        <translation>Zum Ausführen dieses Schritts „%1“ eingeben</translation>
    </message>
    <message>
        <source>This step changes something: it needs a yes</source>
        <translation>Dieser Schritt ändert etwas: Er braucht ein Ja</translation>
    </message>
    <message>
        <source>This step is running already</source>
        <translation>Dieser Schritt läuft schon</translation>
    </message>
    <message>
        <source>There is no incident &quot;%1&quot;</source>
        <translation>Es gibt keinen Vorfall „%1“</translation>
    </message>
    <message>
        <source>This step is not running here</source>
        <translation>Dieser Schritt läuft hier nicht</translation>
    </message>
    <message>
        <source>(too fast for the screen; the whole output is kept as evidence)</source>
        <translation>(zu schnell für den Bildschirm; die ganze Ausgabe wird als Beleg abgelegt)</translation>
    </message>
    <message>
        <source>the old content holds a secret of a connection, so it was not kept</source>
        <translation>der alte Inhalt enthält ein Geheimnis einer Verbindung, daher wurde er nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Nothing is held for this step here</source>
        <translation>Für diesen Schritt wird hier nichts gehalten</translation>
    </message>
    <message>
        <source>nobody decided in time</source>
        <translation>niemand hat rechtzeitig entschieden</translation>
    </message>
    <message>
        <source>the cockpit ended before the change was committed: it was rolled back</source>
        <translation>das Cockpit wurde beendet, bevor die Änderung festgeschrieben war: Sie wurde zurückgerollt</translation>
    </message>
    <message>
        <source>Not called for: %1 does not hold</source>
        <translation>Nicht nötig: %1 trifft nicht zu</translation>
    </message>
    <message>
        <source>Whether this step is called for is not known yet (%1): run the steps before it</source>
        <translation>Ob dieser Schritt nötig ist, ist noch nicht bekannt (%1): die Schritte davor ausführen</translation>
    </message>
    <message>
        <source>Nothing was kept that could undo this step</source>
        <translation>Nichts wurde aufbewahrt, womit sich dieser Schritt rückgängig machen ließe</translation>
    </message>
    <message>
        <source>Undo &quot;%1&quot;</source>
        <translation>„%1“ rückgängig machen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs the approval of a second person</source>
        <translation>„%1“ braucht die Freigabe einer zweiten Person</translation>
    </message>
</context>
<context>
    <name>cockpit::SafeBrowser</name>
    <message>
        <source>This text is too long to be shown here (%1 MiB). Export it to read it.</source>
        <translation>Dieser Text ist zu lang für die Anzeige hier (%1 MiB). Zum Lesen exportieren.</translation>
    </message>
</context>
<context>
    <name>cockpit::SecretField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show or hide: %1</source>
        <translation>Zeigen oder verbergen: %1</translation>
    </message>
    <message>
        <source>Show or hide what was typed</source>
        <translation>Eingabe zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>cockpit::SignalScheduler</name>
    <message>
        <source>no answer within %1</source>
        <translation>keine Antwort binnen %1</translation>
    </message>
    <message>
        <source>this build cannot read signals of kind %1</source>
        <translation>dieser Build kann keine Signale der Art %1 lesen</translation>
    </message>
    <message>
        <source>the poll was cancelled</source>
        <translation>die Abfrage wurde abgebrochen</translation>
    </message>
    <message>
        <source>not connected on this workstation</source>
        <translation>auf diesem Arbeitsplatz nicht verbunden</translation>
    </message>
</context>
<context>
    <name>cockpit::StatusLine</name>
    <message>
        <source>Connections: %1 up</source>
        <translation>Verbindungen: %1 ok</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>%1 gestört</translation>
    </message>
    <message>
        <source>%1 not set up</source>
        <translation>%1 nicht eingerichtet</translation>
    </message>
    <message>
        <source>Outbox: %1 waiting, %2 failed</source>
        <translation>Postausgang: %1 wartend, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Outbox: %1 waiting</source>
        <translation>Postausgang: %1 wartend</translation>
    </message>
    <message>
        <source>Outbox: empty</source>
        <translation>Postausgang: leer</translation>
    </message>
    <message>
        <source>Keyring: ready</source>
        <translation>Schlüsselbund: bereit</translation>
    </message>
    <message>
        <source>Keyring: none on this desktop</source>
        <translation>Schlüsselbund: keiner auf diesem Desktop</translation>
    </message>
    <message>
        <source>Keyring: locked</source>
        <translation>Schlüsselbund: gesperrt</translation>
    </message>
    <message>
        <source>Keyring: access denied</source>
        <translation>Schlüsselbund: Zugriff verweigert</translation>
    </message>
    <message>
        <source>Keyring: empty</source>
        <translation>Schlüsselbund: leer</translation>
    </message>
    <message>
        <source>Keyring: does not answer</source>
        <translation>Schlüsselbund: antwortet nicht</translation>
    </message>
    <message>
        <source>log not verified yet</source>
        <translation>Protokoll noch nicht geprüft</translation>
    </message>
    <message>
        <source>LOG BROKEN at event %1 (%2)</source>
        <translation>PROTOKOLL DEFEKT bei Ereignis %1 (%2)</translation>
    </message>
    <message>
        <source>log verified %1</source>
        <translation>Protokoll geprüft %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Workstation %1 · profile %2</source>
        <translation>Arbeitsplatz %1 · Profil %2</translation>
    </message>
</context>
<context>
    <name>cockpit::TileStrip</name>
    <message>
        <source>+ %1 ok</source>
        <translation>+ %1 ok</translation>
    </message>
    <message>
        <source>+ %1 not ok</source>
        <translation>+ %1 nicht ok</translation>
    </message>
    <message>
        <source>+ %1 ok, %2 not</source>
        <translation>+ %1 ok, %2 nicht</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all signals or only two rows: %1</source>
        <translation>Alle Signale oder nur zwei Zeilen zeigen: %1</translation>
    </message>
</context>
<context>
    <name>cockpit::Tour</name>
    <message>
        <source>every stage was reached</source>
        <translation>jede Etappe wurde erreicht</translation>
    </message>
    <message>
        <source>stage &quot;%1&quot; was not reached within %2 s</source>
        <translation>Etappe „%1“ wurde nicht binnen %2 s erreicht</translation>
    </message>
    <message>
        <source>stage &quot;%1&quot;: what a person would do there was not possible</source>
        <translation>Etappe „%1“: Was ein Mensch dort täte, war nicht möglich</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Tour complete: %1.</source>
        <translation>Tour vollständig: %1.</translation>
    </message>
    <message>
        <source>Tour failed: %1.</source>
        <translation>Tour fehlgeschlagen: %1.</translation>
    </message>
    <message>
        <source>Pictures and postmortem: %1</source>
        <translation>Bilder und Postmortem: %1</translation>
    </message>
    <message>
        <source>    red %1 ms after the workers died</source>
        <translation>    rot %1 ms nach dem Ausfall der Worker</translation>
    </message>
    <message>
        <source>the incident names no runbook</source>
        <translation>der Vorfall nennt kein Runbook</translation>
    </message>
    <message>
        <source>    %1: not connected, shown as such</source>
        <translation>    %1: nicht verbunden, so angezeigt</translation>
    </message>
    <message>
        <source>The broker workers were restarted; the queue is empty again.</source>
        <translation>Die Broker-Worker wurden neu gestartet; die Queue ist wieder leer.</translation>
    </message>
</context>
<context>
    <name>cockpit::TradingbotSimulator</name>
    <message>
        <source>Simulated trading host</source>
        <translation>Simulierter Handelsrechner</translation>
    </message>
</context>
<context>
    <name>cockpit::ViewActions</name>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Layouts</translation>
    </message>
    <message>
        <source>Remove a layout</source>
        <translation>Layout entfernen</translation>
    </message>
    <message>
        <source>Theme: like the desktop</source>
        <translation>Farbschema: wie der Desktop</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Farbschema: dunkel</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Farbschema: hell</translation>
    </message>
    <message>
        <source>Save the layout…</source>
        <translation>Layout speichern…</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Layout: %1</source>
        <translation>Layout: %1</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>Layout speichern</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Name des Layouts</translation>
    </message>
</context>
<context>
    <name>cockpit::WindowSession</name>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Another cockpit has this profile open: this window shows and records, the other one watches and sends.</source>
        <translation>Ein anderes Cockpit hat dieses Profil offen: Dieses Fenster zeigt an und zeichnet auf, das andere überwacht und sendet.</translation>
    </message>
</context>
<context>
    <name>cockpit::adapters::desktop::DesktopChannel</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>shown on this desktop</source>
        <translation>auf diesem Desktop angezeigt</translation>
    </message>
    <message>
        <source>the notification service gave no number, so nothing is shown</source>
        <translation>der Benachrichtigungsdienst gab keine Nummer zurück, daher wird nichts angezeigt</translation>
    </message>
    <message>
        <source>The cockpit ends</source>
        <translation>Das Cockpit wird beendet</translation>
    </message>
    <message>
        <source>Incident Cockpit</source>
        <translation>Incident Cockpit</translation>
    </message>
</context>
<context>
    <name>cockpit::adapters::postgres::PostgresSession</name>
    <message>
        <source>The connection was closed</source>
        <translation>Die Verbindung wurde geschlossen</translation>
    </message>
    <message>
        <source>The database connection hangs; it was given up</source>
        <translation>Die Datenbankverbindung hängt; sie wurde aufgegeben</translation>
    </message>
</context>
<context>
    <name>cockpit::adapters::redis::RedisClient</name>
    <message>
        <source>Redis at %1 did not answer in time; check the network and the server</source>
        <translation>Redis auf %1 hat nicht rechtzeitig geantwortet; Netz und Server prüfen</translation>
    </message>
    <message>
        <source>The command was cancelled</source>
        <translation>Der Befehl wurde abgebrochen</translation>
    </message>
    <message>
        <source>The authority file for %1 does not exist or holds no certificate; correct authority_file</source>
        <translation>Die CA-Datei für %1 gibt es nicht oder sie enthält kein Zertifikat; authority_file korrigieren</translation>
    </message>
    <message>
        <source>Redis at %1 answered without being asked</source>
        <translation>Redis auf %1 hat ungefragt geantwortet</translation>
    </message>
    <message>
        <source>Nothing listens at %1; check that Redis runs and that host and port are right</source>
        <translation>Auf %1 lauscht nichts; prüfen, ob Redis läuft und Host und Port stimmen</translation>
    </message>
    <message>
        <source>The host name of %1 cannot be found; check it in Connections</source>
        <translation>Der Hostname von %1 ist nicht zu finden; unter Verbindungen prüfen</translation>
    </message>
    <message>
        <source>The encrypted connection to %1 could not be made; check TLS at the server</source>
        <translation>Die verschlüsselte Verbindung zu %1 kam nicht zustande; TLS am Server prüfen</translation>
    </message>
    <message>
        <source>The connection to Redis at %1 was lost</source>
        <translation>Die Verbindung zu Redis auf %1 ging verloren</translation>
    </message>
    <message>
        <source>The certificate of %1 was made for another host name, so no password was sent; use the name in the certificate</source>
        <translation>Das Zertifikat von %1 gilt für einen anderen Hostnamen, daher wurde kein Passwort gesendet; den Namen im Zertifikat verwenden</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired, so no password was sent; renew it</source>
        <translation>Das Zertifikat von %1 ist abgelaufen, daher wurde kein Passwort gesendet; erneuern</translation>
    </message>
    <message>
        <source>The certificate of %1 is not signed by a trusted authority, so no password was sent; name the right authority_file</source>
        <translation>Das Zertifikat von %1 ist nicht von einer vertrauten Stelle signiert, daher wurde kein Passwort gesendet; die richtige authority_file angeben</translation>
    </message>
    <message>
        <source>The encrypted connection to %1 could not be made; check that the server offers TLS on this port</source>
        <translation>Die verschlüsselte Verbindung zu %1 kam nicht zustande; prüfen, ob der Server auf diesem Port TLS anbietet</translation>
    </message>
</context>
<context>
    <name>cockpit::adapters::redis::RedisExecution</name>
    <message>
        <source>cancelled; nothing was sent</source>
        <translation>abgebrochen; nichts wurde gesendet</translation>
    </message>
    <message>
        <source>%1 is now another server or database than the one that was shown, so nothing was sent; look at the step again</source>
        <translation>%1 ist jetzt ein anderer Server oder eine andere Datenbank als angezeigt, daher wurde nichts gesendet; den Schritt erneut ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; the command had been sent and may have taken effect: look before you repeat it</source>
        <translation>%1; der Befehl war gesendet und kann gewirkt haben: vor dem Wiederholen nachsehen</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>it would have hit %1 instead of %2, so nothing was sent; look at the step again</source>
        <translation>betroffen gewesen wären %1 statt %2, daher wurde nichts gesendet; den Schritt erneut ansehen</translation>
    </message>
    <message>
        <source>other databases than %1 are in use</source>
        <translation>andere Datenbanken als %1 sind in Gebrauch</translation>
    </message>
    <message>
        <source>there are %1 keys, and at most %2 are saved</source>
        <translation>es gibt %1 Schlüssel, gesichert werden höchstens %2</translation>
    </message>
    <message>
        <source>a single value is larger than %1 MiB</source>
        <translation>ein einzelner Wert ist größer als %1 MiB</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) saved before %1</source>
        <translation>
            <numerusform>%n Schlüssel vor %1 gesichert</numerusform>
            <numerusform>%n Schlüssel vor %1 gesichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of %1 with their expiry; those whose time has run out stay away</source>
        <translation>
            <numerusform>%n Schlüssel von %1 mit Ablaufzeit; ist er abgelaufen, bleibt er weg</numerusform>
            <numerusform>%n Schlüssel von %1 mit Ablaufzeit; abgelaufene bleiben weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) not saved before %1</source>
        <translation>
            <numerusform>%n Schlüssel vor %1 nicht gesichert</numerusform>
            <numerusform>%n Schlüssel vor %1 nicht gesichert</numerusform>
        </translation>
    </message>
    <message>
        <source>The content was not saved: %1</source>
        <translation>Der Inhalt wurde nicht gesichert: %1</translation>
    </message>
    <message>
        <source>the old content could not be kept on the log, so nothing was sent</source>
        <translation>der alte Inhalt ließ sich nicht im Protokoll aufbewahren, daher wurde nichts gesendet</translation>
    </message>
    <message>
        <source>another client changed a key while it was being saved, so nothing was deleted; look at the step again</source>
        <translation>ein anderer Client hat einen Schlüssel während des Sicherns geändert, daher wurde nichts gelöscht; den Schritt erneut ansehen</translation>
    </message>
    <message>
        <source>the answer to EXEC cannot be read: look before you repeat it</source>
        <translation>die Antwort auf EXEC ist nicht lesbar: vor dem Wiederholen nachsehen</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) put back</source>
        <translation>
            <numerusform>%n Schlüssel zurückgeschrieben</numerusform>
            <numerusform>%n Schlüssel zurückgeschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n whose time has run out left away</source>
        <translation>
            <numerusform>, %n abgelaufener weggelassen</numerusform>
            <numerusform>, %n abgelaufene weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n could not be: %1</source>
        <translation>
            <numerusform>; %n ließ sich nicht zurückschreiben: %1</numerusform>
            <numerusform>; %n ließen sich nicht zurückschreiben: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Who answers could not be compared with what was shown, so nothing was sent</source>
        <translation>%1. Wer antwortet, ließ sich nicht mit der Anzeige vergleichen, daher wurde nichts gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cockpit::adapters::shell::KeptProcess</name>
    <message>
        <source>No program can be started on this workstation now: %1</source>
        <translation>Auf diesem Arbeitsplatz lässt sich derzeit kein Programm starten: %1</translation>
    </message>
    <message>
        <source>The program does not take its input</source>
        <translation>Das Programm nimmt seine Eingabe nicht an</translation>
    </message>
</context>
<context>
    <name>cockpit::adapters::shell::LocalProgram</name>
    <message>
        <source>The program %1 is not on this workstation (looked in %2); install it or set the connection&apos;s path</source>
        <translation>Das Programm %1 ist nicht auf diesem Arbeitsplatz (gesucht in %2); installieren oder den Pfad der Verbindung setzen</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 ließ sich nicht starten: %2</translation>
    </message>
</context>
<context>
    <name>cockpit::adapters::shell::RemoteProgram</name>
    <message>
        <source>ssh could not be started: %1</source>
        <translation>ssh ließ sich nicht starten: %1</translation>
    </message>
    <message>
        <source>A secret of several lines cannot be handed to a program on %1</source>
        <translation>Ein mehrzeiliges Geheimnis kann keinem Programm auf %1 übergeben werden</translation>
    </message>
    <message>
        <source>The input of the program is above 512 KiB</source>
        <translation>Die Eingabe des Programms ist größer als 512 KiB</translation>
    </message>
    <message>
        <source>The program ssh is not on this workstation; install the package openssh-client</source>
        <translation>Das Programm ssh ist nicht auf diesem Arbeitsplatz; das Paket openssh-client installieren</translation>
    </message>
    <message>
        <source>No temporary folder can be made for ssh: %1</source>
        <translation>Für ssh lässt sich kein temporärer Ordner anlegen: %1</translation>
    </message>
    <message>
        <source>%1 talks without end when %2 logs in; look at the login scripts there</source>
        <translation>%1 gibt bei der Anmeldung von %2 endlos Text aus; dort die Anmeldeskripte ansehen</translation>
    </message>
    <message>
        <source>(ssh: the connection was lost, or the program itself ended with 255)</source>
        <translation>(ssh: Die Verbindung ging verloren, oder das Programm selbst endete mit 255)</translation>
    </message>
    <message>
        <source>There is no SSH connection to %1: %2</source>
        <translation>Es gibt keine SSH-Verbindung zu %1: %2</translation>
    </message>
</context>
<context>
    <name>cockpit::adapters::shell::ShellExecution</name>
    <message>
        <source>cancelled; nothing was started</source>
        <translation>abgebrochen; nichts wurde gestartet</translation>
    </message>
    <message>
        <source>cancelled; the program was ended, what it had done stays done</source>
        <translation>abgebrochen; das Programm wurde beendet, was es getan hat, bleibt getan</translation>
    </message>
    <message>
        <source>the time for this step was over; the program was ended, what it had done stays done</source>
        <translation>die Zeit für diesen Schritt war um; das Programm wurde beendet, was es getan hat, bleibt getan</translation>
    </message>
    <message>
        <source>exit code %1 (signal %2)</source>
        <translation>Exit-Code %1 (Signal %2)</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Exit-Code %1</translation>
    </message>
    <message>
        <source>%1; output cut at 8 MiB</source>
        <translation>%1; Ausgabe bei 8 MiB abgeschnitten</translation>
    </message>
    <message>
        <source>No secret is kept for %1; enter it in Connections</source>
        <translation>Für %1 ist kein Geheimnis hinterlegt; unter Verbindungen eingeben</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>von Hand gestoppt</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>nach %1 gestoppt</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::alerts::AlertsModel</name>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>anstehend</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>inhibited</source>
        <translation>unterdrückt</translation>
    </message>
    <message>
        <source>unprocessed</source>
        <translation>unverarbeitet</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>%1
%2 · %3
%4</source>
        <translation>%1
%2 · %3
%4</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Since and why</source>
        <translation>Seit wann und warum</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::alerts::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Clear ones</source>
        <translation>Auch ruhige</translation>
    </message>
    <message>
        <source>Show rules that are clear too</source>
        <translation>Auch ruhige Regeln anzeigen</translation>
    </message>
    <message>
        <source>%1 firing · %2 unknown · %3 clear</source>
        <translation>%1 aktiv · %2 unbekannt · %3 ruhig</translation>
    </message>
    <message>
        <source>Nothing fires</source>
        <translation>Kein Alarm aktiv</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>Noch keine Regeln</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are clear.</source>
        <translation>
            <numerusform>%n Regel ist ruhig.</numerusform>
            <numerusform>%n Regeln sind ruhig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules come with the playbooks.</source>
        <translation>Regeln kommen mit den Playbooks.</translation>
    </message>
    <message>
        <source>Alertmanager of %1: %2</source>
        <translation>Alertmanager von %1: %2</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::board::BoardDelegate</name>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::board::BoardPanel</name>
    <message>
        <source>Show closed incidents</source>
        <translation>Geschlossene Vorfälle zeigen</translation>
    </message>
    <message>
        <source>Sort the board now</source>
        <translation>Tafel jetzt sortieren</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Page on-call</source>
        <translation>Bereitschaft rufen</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Lösen…</translation>
    </message>
    <message>
        <source>%1 unacknowledged · %2 open</source>
        <translation>%1 unbestätigt · %2 offen</translation>
    </message>
    <message>
        <source>Order held while you work here · sort now</source>
        <translation>Reihenfolge während der Arbeit hier gehalten · jetzt sortieren</translation>
    </message>
    <message>
        <source>No playbook is loaded</source>
        <translation>Kein Playbook ist geladen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Nothing is watched. Put a playbook into the profile and start again.</source>
        <translation>Nichts wird überwacht. Ein Playbook in das Profil legen und neu starten.</translation>
    </message>
    <message>
        <source>Reading the log and the playbooks.</source>
        <translation>Protokoll und Playbooks werden gelesen.</translation>
    </message>
    <message>
        <source>No open incidents</source>
        <translation>Keine offenen Vorfälle</translation>
    </message>
    <message>
        <source>No signal answers, so nothing can be noticed: look at Connections.</source>
        <translation>Kein Signal antwortet, also kann nichts bemerkt werden: Verbindungen ansehen.</translation>
    </message>
    <message>
        <source>Declare an incident (Ctrl+D)</source>
        <translation>Vorfall melden (Strg+D)</translation>
    </message>
    <message>
        <source>Watched: %1 by %2 on %3</source>
        <translation>Überwacht: %1 mit %2 auf %3</translation>
    </message>
    <message numerus="yes">
        <source>%n signal(s)</source>
        <translation>
            <numerusform>%n Signal</numerusform>
            <numerusform>%n Signale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s)</source>
        <translation>
            <numerusform>%n Plattform</numerusform>
            <numerusform>%n Plattformen</numerusform>
        </translation>
    </message>
    <message>
        <source>No platform is connected</source>
        <translation>Keine Plattform ist verbunden</translation>
    </message>
    <message>
        <source>Nothing is watched until this workstation knows the address of a platform.</source>
        <translation>Nichts wird überwacht, bis dieser Arbeitsplatz die Adresse einer Plattform kennt.</translation>
    </message>
    <message>
        <source>Open Connections</source>
        <translation>Verbindungen öffnen</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::board::BoardView</name>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::charts::ChartsPanel</name>
    <message>
        <source>Show the last %1</source>
        <translation>Letzte %1 zeigen</translation>
    </message>
    <message>
        <source>times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <source>Charts: show the last %1</source>
        <translation>Diagramme: letzte %1 zeigen</translation>
    </message>
    <message>
        <source>%1 resolved</source>
        <translation>%1 gelöst</translation>
    </message>
    <message>
        <source>No playbook has a signal for this chart (%1).</source>
        <translation>Kein Playbook hat ein Signal für dieses Diagramm (%1).</translation>
    </message>
    <message>
        <source>Waiting for the first reading of %1.</source>
        <translation>Warten auf den ersten Messwert von %1.</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::charts::SignalChart</name>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>unauthorized</source>
        <translation>nicht berechtigt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>%1 chart</source>
        <translation>Diagramm %1</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>over limit</source>
        <translation>über Grenze</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>Max. %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>%1 now %2</source>
        <translation>%1 jetzt %2</translation>
    </message>
    <message>
        <source>unknown, %1</source>
        <translation>unbekannt, %1</translation>
    </message>
    <message>
        <source>, maximum %1, mean %2</source>
        <translation>, Maximum %1, Mittel %2</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::checklist::ChecklistPanel</name>
    <message>
        <source>Roles and checklist of the chosen incident</source>
        <translation>Rollen und Checkliste des gewählten Vorfalls</translation>
    </message>
    <message>
        <source>No incident is chosen.</source>
        <translation>Kein Vorfall ist gewählt.</translation>
    </message>
    <message>
        <source>Its roles and the checklist of each phase are shown here.</source>
        <translation>Hier stehen seine Rollen und die Checkliste jeder Phase.</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::connections::ConnectionEditor</name>
    <message>
        <source>No keyring service runs on this desktop: install gnome-keyring, or keep the secret for this session.</source>
        <translation>Auf diesem Desktop läuft kein Schlüsselbunddienst: gnome-keyring installieren oder das Geheimnis für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>The keyring is locked: unlock it, or keep the secret for this session.</source>
        <translation>Der Schlüsselbund ist gesperrt: entsperren oder das Geheimnis für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>The keyring refused access: allow it, or keep the secret for this session.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert: erlauben oder das Geheimnis für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>The keyring does not answer: look for its prompt, or keep the secret for this session.</source>
        <translation>Der Schlüsselbund antwortet nicht: auf seine Rückfrage achten oder das Geheimnis für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Im Schlüsselbund ablegen</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Where the secret is kept</source>
        <translation>Wo das Geheimnis liegt</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Not saved. Go back once more to drop the changes.</source>
        <translation>Nicht gespeichert. Noch einmal Zurück verwirft die Änderungen.</translation>
    </message>
    <message>
        <source>entered, not saved yet</source>
        <translation>eingegeben, noch nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::connections::ConnectionsModel</name>
    <message>
        <source>not set up on this workstation</source>
        <translation>auf diesem Arbeitsplatz nicht eingerichtet</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::connections::ConnectionsPanel</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>No connections</source>
        <translation>Keine Verbindungen</translation>
    </message>
    <message>
        <source>The playbooks that are loaded need none.</source>
        <translation>Die geladenen Playbooks brauchen keine.</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Choose a connection to see how it fares.</source>
        <translation>Verbindung wählen, um ihren Zustand zu sehen.</translation>
    </message>
    <message>
        <source>%1 of %2 up</source>
        <translation>%1 von %2 ok</translation>
    </message>
    <message>
        <source>This build has no connection kind &quot;%1&quot;</source>
        <translation>Dieser Build kennt keine Verbindungsart „%1“</translation>
    </message>
    <message>
        <source>%1 is saved and being tested</source>
        <translation>%1 ist gespeichert und wird geprüft</translation>
    </message>
    <message>
        <source>%1 is removed from this workstation</source>
        <translation>%1 ist von diesem Arbeitsplatz entfernt</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::contacts::ContactsPanel</name>
    <message>
        <source>Contacts and status pages</source>
        <translation>Kontakte und Statusseiten</translation>
    </message>
    <message>
        <source>Nobody is listed.</source>
        <translation>Niemand ist eingetragen.</translation>
    </message>
    <message>
        <source>Contacts and status pages of the playbooks are shown here.</source>
        <translation>Hier stehen Kontakte und Statusseiten der Playbooks.</translation>
    </message>
    <message>
        <source>Copy how to reach them</source>
        <translation>Kopieren, wie man sie erreicht</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) report trouble</source>
        <translation>
            <numerusform>%n Seite meldet eine Störung</numerusform>
            <numerusform>%n Seiten melden eine Störung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cockpit::panels::escalation::EscalationPanel</name>
    <message>
        <source>Platform whose matrix is shown</source>
        <translation>Plattform, deren Matrix gezeigt wird</translation>
    </message>
    <message>
        <source>Who is to be told by when</source>
        <translation>Wer bis wann zu benachrichtigen ist</translation>
    </message>
    <message>
        <source>No matrix</source>
        <translation>Keine Matrix</translation>
    </message>
    <message>
        <source>No playbook is loaded that says who is to be told.</source>
        <translation>Es ist kein Playbook geladen, das sagt, wer zu benachrichtigen ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) overdue</source>
        <translation>
            <numerusform>%n Rolle überfällig</numerusform>
            <numerusform>%n Rollen überfällig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cockpit::panels::meeting::MeetingModel</name>
    <message>
        <source>%1
%2 planned, %3 over time</source>
        <translation>%1
%2 geplant, %3 darüber</translation>
    </message>
    <message>
        <source>%1
%2 planned, %3 left</source>
        <translation>%1
%2 geplant, noch %3</translation>
    </message>
    <message>
        <source>%1
%2 planned, took %3</source>
        <translation>%1
%2 geplant, dauerte %3</translation>
    </message>
    <message>
        <source>%1
%2 planned</source>
        <translation>%1
%2 geplant</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::meeting::MeetingPanel</name>
    <message>
        <source>Agenda of the postmortem meeting</source>
        <translation>Tagesordnung der Nachbesprechung</translation>
    </message>
    <message>
        <source>No agenda</source>
        <translation>Keine Tagesordnung</translation>
    </message>
    <message>
        <source>Choose an incident whose playbook has a meeting agenda.</source>
        <translation>Wählen Sie einen Vorfall, dessen Playbook eine Tagesordnung hat.</translation>
    </message>
    <message>
        <source>Start the meeting</source>
        <translation>Besprechung beginnen</translation>
    </message>
    <message>
        <source>End the meeting</source>
        <translation>Besprechung beenden</translation>
    </message>
    <message>
        <source>Next point</source>
        <translation>Nächster Punkt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The postmortem meeting was held: %1, planned were %2.</source>
        <translation>Die Nachbesprechung fand statt: %1, geplant waren %2.</translation>
    </message>
    <message>
        <source>The meeting is over; the timeline says so.</source>
        <translation>Die Besprechung ist zu Ende; die Zeitleiste hält es fest.</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::outbox::OutboxPanel</name>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Nothing has been sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Pages and updates appear here, with every attempt and answer.</source>
        <translation>Rufe und Updates erscheinen hier, mit jedem Versuch und jeder Antwort.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt wiederholen</translation>
    </message>
    <message>
        <source>Send the chosen message again now</source>
        <translation>Gewählte Nachricht jetzt erneut senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do not send the chosen message</source>
        <translation>Gewählte Nachricht nicht senden</translation>
    </message>
    <message>
        <source>Retry message now</source>
        <translation>Nachricht jetzt wiederholen</translation>
    </message>
    <message>
        <source>Cancel message</source>
        <translation>Nachricht abbrechen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 uncertain</source>
        <translation>%1 ungewiss</translation>
    </message>
    <message>
        <source>%1 under way</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>all settled</source>
        <translation>alles erledigt</translation>
    </message>
    <message>
        <source>The message is being sent again.</source>
        <translation>Die Nachricht wird erneut gesendet.</translation>
    </message>
    <message>
        <source>cancelled by hand</source>
        <translation>von Hand abgebrochen</translation>
    </message>
    <message>
        <source>The message will not be sent.</source>
        <translation>Die Nachricht wird nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::postmortem::EvidenceStrip</name>
    <message>
        <source>Drop or paste files, screenshots, charts, timeline rows or step output here as evidence</source>
        <translation>Dateien, Screenshots, Diagramme, Zeilen der Zeitleiste oder Schrittausgaben hier als Beleg ablegen oder einfügen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Evidence of this incident</source>
        <translation>Belege dieses Vorfalls</translation>
    </message>
    <message>
        <source>%1
SHA-256 %2
added by %3, %4 UTC
Enter puts a reference into the text</source>
        <translation>%1
SHA-256 %2
hinzugefügt von %3, %4 UTC
Enter setzt einen Verweis in den Text</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::postmortem::PostmortemPanel</name>
    <message>
        <source>No incident is chosen.</source>
        <translation>Kein Vorfall ist gewählt.</translation>
    </message>
    <message>
        <source>Choose one on the severity board; its postmortem writes itself from the log.</source>
        <translation>Einen auf der Vorfalltafel wählen; sein Postmortem schreibt sich aus dem Protokoll selbst.</translation>
    </message>
    <message>
        <source>Somebody else saved this postmortem. Saving now replaces their text; it stays in the log.</source>
        <translation>Jemand anderes hat dieses Postmortem gespeichert. Speichern ersetzt nun dessen Text; er bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Fremden Text nehmen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Bring the generated parts up to date</source>
        <translation>Generierte Teile auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Postmortem, as Markdown</source>
        <translation>Postmortem, als Markdown</translation>
    </message>
    <message>
        <source>Postmortem, as it will read</source>
        <translation>Postmortem, wie es zu lesen sein wird</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>HTML, one file…</source>
        <translation>HTML, eine Datei…</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown…</translation>
    </message>
    <message>
        <source>Save the postmortem</source>
        <translation>Postmortem speichern</translation>
    </message>
    <message>
        <source>Refresh the postmortem draft</source>
        <translation>Postmortem-Entwurf auffrischen</translation>
    </message>
    <message>
        <source>Export the postmortem…</source>
        <translation>Postmortem exportieren…</translation>
    </message>
    <message>
        <source>reading the log…</source>
        <translation>Protokoll wird gelesen…</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>gespeichert %1</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert…</translation>
    </message>
    <message>
        <source>NOT saved</source>
        <translation>NICHT gespeichert</translation>
    </message>
    <message>
        <source>%1 · %2 % filled</source>
        <translation>%1 · %2 % ausgefüllt</translation>
    </message>
    <message>
        <source>Nothing in this can be kept as evidence.</source>
        <translation>Nichts davon lässt sich als Beleg ablegen.</translation>
    </message>
    <message>
        <source>Export the postmortem</source>
        <translation>Postmortem exportieren</translation>
    </message>
    <message>
        <source>postmortem-%1</source>
        <translation>postmortem-%1</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>Refresh the generated parts</source>
        <translation>Erzeugte Teile auffrischen</translation>
    </message>
    <message>
        <source>Make this panel larger to see text and preview together</source>
        <translation>Bereich vergrößern, um Text und Vorschau zusammen zu sehen</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::runbook::HeldBanner</name>
    <message>
        <source>Commit</source>
        <translation>Festschreiben</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Rolls back by itself in %1</source>
        <translation>Rollt in %1 von selbst zurück</translation>
    </message>
    <message>
        <source>Rolls back by itself</source>
        <translation>Rollt von selbst zurück</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Gehalten: %1</translation>
    </message>
    <message>
        <source>Commit: %1</source>
        <translation>Festschreiben: %1</translation>
    </message>
    <message>
        <source>Roll back: %1</source>
        <translation>Zurückrollen: %1</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::runbook::OutputView</name>
    <message>
        <source>Output of the step</source>
        <translation>Ausgabe des Schritts</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::runbook::PreviewBox</name>
    <message>
        <source>What step %1 would hit</source>
        <translation>Was Schritt %1 treffen würde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the dry run</source>
        <translation>Probelauf schließen</translation>
    </message>
    <message>
        <source>Dry run: nothing was changed, nothing is on the log.</source>
        <translation>Probelauf: Nichts wurde geändert, nichts steht im Protokoll.</translation>
    </message>
    <message>
        <source>Would hit %1</source>
        <translation>Betroffen wären: %1</translation>
    </message>
    <message>
        <source>Runs at one key.</source>
        <translation>Läuft auf einen Tastendruck.</translation>
    </message>
    <message>
        <source>Asks once before it runs.</source>
        <translation>Fragt einmal nach, bevor er läuft.</translation>
    </message>
    <message>
        <source>Runs only after &quot;%1&quot; was typed.</source>
        <translation>Läuft erst, wenn „%1“ eingegeben wurde.</translation>
    </message>
    <message>
        <source>Needs the approval of a second person.</source>
        <translation>Braucht die Freigabe einer zweiten Person.</translation>
    </message>
    <message>
        <source>The same for a terminal: %1</source>
        <translation>Dasselbe für ein Terminal: %1</translation>
    </message>
    <message>
        <source>Declared %1; raised to %2: %3</source>
        <translation>Deklariert als %1; angehoben auf %2: %3</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 angezeigt</translation>
    </message>
    <message>
        <source>%1 spared, struck out</source>
        <translation>%1 verschont, durchgestrichen</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::runbook::ProofBar</name>
    <message>
        <source>Waiting. Stop ends it early.</source>
        <translation>Wartet. Stopp beendet es vorzeitig.</translation>
    </message>
    <message>
        <source>Time to wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>%1 – wanted: %2</source>
        <translation>%1 – gewünscht: %2</translation>
    </message>
    <message>
        <source>%1 now %2 – wanted: %3</source>
        <translation>%1 jetzt %2 – gewünscht: %3</translation>
    </message>
    <message>
        <source>As wanted for %1 of %2</source>
        <translation>Wie gewünscht seit %1 von %2</translation>
    </message>
    <message>
        <source>Measured before the step ended: waiting for a new value.</source>
        <translation>Vor dem Ende des Schritts gemessen: wartet auf einen neuen Wert.</translation>
    </message>
    <message>
        <source>Has to hold for %1</source>
        <translation>Muss %1 lang halten</translation>
    </message>
    <message>
        <source>Time for the proof</source>
        <translation>Zeit für den Nachweis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Worked, after %1</source>
        <translation>Hat gewirkt, nach %1</translation>
    </message>
    <message>
        <source>Was good before: this proves nothing about the step</source>
        <translation>War schon vorher gut: Das beweist nichts über den Schritt</translation>
    </message>
    <message>
        <source>Made it worse</source>
        <translation>Hat es verschlimmert</translation>
    </message>
    <message>
        <source>No effect within %1</source>
        <translation>Ohne Wirkung binnen %1</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>Gewünscht: %1</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::runbook::ResultTableModel</name>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>NULL, no value</source>
        <translation>NULL, kein Wert</translation>
    </message>
    <message>
        <source>spared</source>
        <translation>verschont</translation>
    </message>
    <message>
        <source>hit</source>
        <translation>betroffen</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::runbook::ResultView</name>
    <message>
        <source>Rows of step %1</source>
        <translation>Zeilen von Schritt %1</translation>
    </message>
    <message>
        <source>Output of step %1</source>
        <translation>Ausgabe von Schritt %1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the rows of %1 as a table</source>
        <translation>Die Zeilen von %1 als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Show the output of %1 as text</source>
        <translation>Die Ausgabe von %1 als Text zeigen</translation>
    </message>
    <message>
        <source>Fetch more</source>
        <translation>Mehr abrufen</translation>
    </message>
    <message>
        <source>Take the rows along</source>
        <translation>Zeilen mitnehmen</translation>
    </message>
    <message>
        <source>Take the rows of %1 along</source>
        <translation>Zeilen von %1 mitnehmen</translation>
    </message>
    <message>
        <source>Copy the selection	Ctrl+C</source>
        <translation>Auswahl kopieren	Ctrl+C</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Put the CSV into the evidence</source>
        <translation>CSV zu den Belegen legen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Fetch more: up to %1 rows</source>
        <translation>Mehr abrufen: bis zu %1 Zeilen</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::runbook::RunbookPanel</name>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Runbook steps</source>
        <translation>Schritte des Runbooks</translation>
    </message>
    <message>
        <source>No runbook</source>
        <translation>Kein Runbook</translation>
    </message>
    <message>
        <source>Select an incident on the board, or pick a runbook above.</source>
        <translation>Einen Vorfall auf der Tafel oder oben ein Runbook wählen.</translation>
    </message>
    <message>
        <source>Run the next step</source>
        <translation>Nächsten Schritt ausführen</translation>
    </message>
    <message>
        <source>Run the selected step</source>
        <translation>Gewählten Schritt ausführen</translation>
    </message>
    <message>
        <source>Stop the running step</source>
        <translation>Laufenden Schritt stoppen</translation>
    </message>
    <message>
        <source>Runbook: %1</source>
        <translation>Runbook: %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Run all reading steps</source>
        <translation>Alle lesenden Schritte ausführen</translation>
    </message>
    <message>
        <source>Roll back the held change</source>
        <translation>Gehaltene Änderung zurückrollen</translation>
    </message>
    <message>
        <source>Commit the held change</source>
        <translation>Gehaltene Änderung festschreiben</translation>
    </message>
    <message>
        <source>Undo the selected step…</source>
        <translation>Gewählten Schritt rückgängig machen…</translation>
    </message>
    <message>
        <source>Dry run of the selected step</source>
        <translation>Probelauf des gewählten Schritts</translation>
    </message>
    <message>
        <source>Copy the selected step as a command line</source>
        <translation>Gewählten Schritt als Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Nobody knows what it has done. Check by hand; then the button runs it again.</source>
        <translation>Niemand weiß, was er getan hat. Von Hand prüfen; dann führt der Knopf ihn erneut aus.</translation>
    </message>
    <message>
        <source>There is no command line that does the same as this step.</source>
        <translation>Es gibt keine Befehlszeile, die dasselbe tut wie dieser Schritt.</translation>
    </message>
    <message>
        <source>Copied. Secrets stand in it as variables.</source>
        <translation>Kopiert. Geheimnisse stehen darin als Variablen.</translation>
    </message>
    <message>
        <source>Run all reads</source>
        <translation>Alle lesenden ausführen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop running the reading steps</source>
        <translation>Das Ausführen der lesenden Schritte stoppen</translation>
    </message>
    <message>
        <source>All reads</source>
        <translation>Alle lesenden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Save the rows</source>
        <translation>Zeilen speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 is in the evidence.</source>
        <translation>%1 liegt bei den Belegen.</translation>
    </message>
    <message>
        <source>not called for</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>not known whether called for</source>
        <translation>nicht bekannt, ob nötig</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>needs an input</source>
        <translation>braucht eine Eingabe</translation>
    </message>
    <message>
        <source>The playbook has changed since this run began. These are the steps as they were then.</source>
        <translation>Das Playbook hat sich seit Beginn dieses Ablaufs geändert. Dies sind die Schritte von damals.</translation>
    </message>
    <message>
        <source>Start a new run</source>
        <translation>Neuen Ablauf beginnen</translation>
    </message>
    <message>
        <source>The next step begins a new run, of the playbook as it is now.</source>
        <translation>Der nächste Schritt beginnt einen neuen Ablauf, mit dem Playbook in seiner jetzigen Form.</translation>
    </message>
    <message>
        <source>Keep the open run</source>
        <translation>Offenen Ablauf behalten</translation>
    </message>
    <message>
        <source>Select or declare an incident first: every step belongs to one.</source>
        <translation>Zuerst einen Vorfall wählen oder melden: Jeder Schritt gehört zu einem.</translation>
    </message>
    <message>
        <source>Reads: %1 of %2 done</source>
        <translation>Lesende Schritte: %1 von %2 erledigt</translation>
    </message>
    <message>
        <source>%1 · %2 …</source>
        <translation>%1 · %2 …</translation>
    </message>
    <message>
        <source>Reads done: %1</source>
        <translation>Lesende Schritte erledigt: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Übersprungen: %1</translation>
    </message>
    <message>
        <source>Stopped at &quot;%1&quot;: %2</source>
        <translation>Gestoppt bei „%1“: %2</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::runbook::StepCard</name>
    <message>
        <source>Run step %1</source>
        <translation>Schritt %1 ausführen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop step %1</source>
        <translation>Schritt %1 stoppen</translation>
    </message>
    <message>
        <source>Step %1: %2, %3, %4</source>
        <translation>Schritt %1: %2, %3, %4</translation>
    </message>
    <message>
        <source>What this step sends: %1</source>
        <translation>Was dieser Schritt sendet: %1</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Als erledigt markieren</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Check, then run again</source>
        <translation>Prüfen, dann erneut ausführen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Yes, run it</source>
        <translation>Ja, ausführen</translation>
    </message>
    <message>
        <source>Open runbook: %1</source>
        <translation>Runbook öffnen: %1</translation>
    </message>
    <message>
        <source>Open the runbook %1</source>
        <translation>Das Runbook %1 öffnen</translation>
    </message>
    <message>
        <source>Look first: %1</source>
        <translation>Zuerst nachsehen: %1</translation>
    </message>
    <message>
        <source>Approved by %1</source>
        <translation>Freigegeben von %1</translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig machen…</translation>
    </message>
    <message>
        <source>Undo step %1</source>
        <translation>Schritt %1 rückgängig machen</translation>
    </message>
    <message>
        <source>More about step %1</source>
        <translation>Mehr zu Schritt %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Copy as command line</source>
        <translation>Als Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Run again without looking</source>
        <translation>Ohne Nachsehen erneut ausführen</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::timeline::TimelineModel</name>
    <message>
        <source>Entry %1 · %2 UTC · %3 · workstation %4</source>
        <translation>Eintrag %1 · %2 UTC · %3 · Arbeitsplatz %4</translation>
    </message>
</context>
<context>
    <name>cockpit::panels::timeline::TimelinePanel</name>
    <message>
        <source>Filter…</source>
        <translation>Filtern…</translation>
    </message>
    <message>
        <source>Filter the timeline</source>
        <translation>Zeitleiste filtern</translation>
    </message>
    <message>
        <source>This incident</source>
        <translation>Dieser Vorfall</translation>
    </message>
    <message>
        <source>Show only the selected incident</source>
        <translation>Nur den gewählten Vorfall zeigen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show the details of the chosen entry</source>
        <translation>Details des gewählten Eintrags zeigen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Details of the chosen entry</source>
        <translation>Details des gewählten Eintrags</translation>
    </message>
    <message>
        <source>Note for the timeline</source>
        <translation>Notiz für die Zeitleiste</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Go to its incident</source>
        <translation>Zum Vorfall gehen</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>%1 in the log</source>
        <translation>%1 im Protokoll</translation>
    </message>
    <message>
        <source> · chain BROKEN at entry %1</source>
        <translation> · Kette DEFEKT bei Eintrag %1</translation>
    </message>
    <message>
        <source> · chain verified %1</source>
        <translation> · Kette geprüft %1</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>Go to what is new (%1)</source>
        <translation>Zu Neuem gehen (%1)</translation>
    </message>
    <message>
        <source>Choose an incident to add a note</source>
        <translation>Für eine Notiz einen Vorfall wählen</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Notiz hinzufügen…</translation>
    </message>
    <message>
        <source>No entry matches the filter.</source>
        <translation>Kein Eintrag passt zum Filter.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts passiert.</translation>
    </message>
    <message>
        <source>Every alert, step, message and note appears here.</source>
        <translation>Jeder Alarm, jeder Schritt, jede Nachricht und jede Notiz erscheint hier.</translation>
    </message>
</context>
</TS>
