<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>A desktop workbench for musicologists.</source>
   <translation>Eine Werkbank für die Musikwissenschaft.</translation>
  </message>
  <message>
   <source>About Soundings</source>
   <translation>Über Soundings</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy all of it for a report</source>
   <translation>Alles für einen Bericht kopieren</translation>
  </message>
  <message>
   <source>MIT licence. You may use, change and share it.</source>
   <translation>MIT-Lizenz. Es darf benutzt, verändert und weitergegeben werden.</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Versionen</translation>
  </message>
  <message>
   <source>Where things are kept</source>
   <translation>Wo was aufbewahrt wird</translation>
  </message>
 </context>
 <context>
  <name>Acts</name>
  <message>
   <source>&amp;Copy path</source>
   <translation>&amp;Pfad kopieren</translation>
  </message>
  <message>
   <source>&amp;Edit in place</source>
   <translation>An Ort und Stelle &amp;bearbeiten</translation>
  </message>
  <message>
   <source>&amp;Play from here</source>
   <translation>Ab &amp;hier abspielen</translation>
  </message>
  <message>
   <source>&amp;Search</source>
   <translation>Su&amp;chen</translation>
  </message>
  <message>
   <source>A: where it matches best</source>
   <translation>A: wo es am besten passt</translation>
  </message>
  <message>
   <source>Add to &amp;queue</source>
   <translation>In die &amp;Warteschlange</translation>
  </message>
  <message>
   <source>Add to queue</source>
   <translation>In die Warteschlange</translation>
  </message>
  <message>
   <source>Add to the question</source>
   <translation>Zur Frage hinzunehmen</translation>
  </message>
  <message>
   <source>All tracks of the same artist</source>
   <translation>Alle Stücke derselben Interpreten</translation>
  </message>
  <message>
   <source>Ask with less of {}</source>
   <translation>Mit weniger von {} fragen</translation>
  </message>
  <message>
   <source>Ask with {}, too</source>
   <translation>Auch mit {} fragen</translation>
  </message>
  <message>
   <source>Asked with</source>
   <translation>Gefragt mit</translation>
  </message>
  <message>
   <source>B: where it matches best</source>
   <translation>B: wo es am besten passt</translation>
  </message>
  <message>
   <source>Choose a track first.</source>
   <translation>Zuerst ein Stück wählen.</translation>
  </message>
  <message>
   <source>Choose c&amp;olumns…</source>
   <translation>S&amp;palten wählen…</translation>
  </message>
  <message>
   <source>E&amp;xport tracks…</source>
   <translation>Stücke e&amp;xportieren…</translation>
  </message>
  <message>
   <source>Excerpt like {}</source>
   <translation>Ausschnitt wie {}</translation>
  </message>
  <message>
   <source>Export the neighbours as a table</source>
   <translation>Die Nachbarn als Tabelle exportieren</translation>
  </message>
  <message>
   <source>Export {}</source>
   <translation>{} exportieren</translation>
  </message>
  <message>
   <source>Find its neighbours</source>
   <translation>Seine Nachbarn suchen</translation>
  </message>
  <message>
   <source>Nearest to {}</source>
   <translation>Am nächsten zu {}</translation>
  </message>
  <message>
   <source>No track is found, so there is nothing to export.</source>
   <translation>Kein Stück ist gefunden, also gibt es nichts zu exportieren.</translation>
  </message>
  <message>
   <source>No track is found, so there is nothing to play.</source>
   <translation>Kein Stück ist gefunden, also gibt es nichts abzuspielen.</translation>
  </message>
  <message>
   <source>Only tracks of the collection can be compared: ask with one</source>
   <translation>Nur Stücke der Sammlung lassen sich vergleichen: mit einem fragen</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Play a track first: what it is at is asked with.</source>
   <translation>Zuerst ein Stück abspielen: gefragt wird mit der Stelle, an der es ist.</translation>
  </message>
  <message>
   <source>Save the list as playlist</source>
   <translation>Die Liste als Abspielliste speichern</translation>
  </message>
  <message>
   <source>Search for nothing in particular</source>
   <translation>Nach nichts Bestimmtem suchen</translation>
  </message>
  <message>
   <source>Search for same &amp;artist</source>
   <translation>Nach denselben &amp;Interpreten suchen</translation>
  </message>
  <message>
   <source>Set label…</source>
   <translation>Etikett setzen…</translation>
  </message>
  <message>
   <source>Show all &amp;tracks</source>
   <translation>Alle &amp;Stücke zeigen</translation>
  </message>
  <message>
   <source>Subtract from the question</source>
   <translation>Von der Frage abziehen</translation>
  </message>
  <message>
   <source>Switch between the asked track and the neighbour, where they match best (X)</source>
   <translation>Zwischen dem gefragten Stück und dem Nachbarn wechseln, wo sie am besten passen (X)</translation>
  </message>
  <message>
   <source>Tables (*.csv *.tsv)</source>
   <translation>Tabellen (*.csv *.tsv)</translation>
  </message>
  <message>
   <source>Take the keyboard to the query bar</source>
   <translation>Mit der Tastatur zur Suchzeile</translation>
  </message>
  <message>
   <source>The chosen tracks are played after the others</source>
   <translation>Die gewählten Stücke werden nach den anderen gespielt</translation>
  </message>
  <message>
   <source>The current track and those below it (Enter in the table)</source>
   <translation>Das aktuelle Stück und die darunter (Eingabe in der Tabelle)</translation>
  </message>
  <message>
   <source>Type in the current cell of the table (F2 in the table)</source>
   <translation>In die aktuelle Zelle der Tabelle schreiben (F2 in der Tabelle)</translation>
  </message>
  <message>
   <source>What is found as a table, with units</source>
   <translation>Was gefunden ist, als Tabelle mit Einheiten</translation>
  </message>
  <message>
   <source>Where it matches</source>
   <translation>Wo es passt</translation>
  </message>
  <message>
   <source>Where the files of the chosen tracks lie</source>
   <translation>Wo die Dateien der gewählten Stücke liegen</translation>
  </message>
  <message>
   <source>Which columns the table has</source>
   <translation>Welche Spalten die Tabelle hat</translation>
  </message>
  <message>
   <source>{} exported to {}.</source>
   <translation>{} nach {} exportiert.</translation>
  </message>
  <message>
   <source>{} has no artist.</source>
   <translation>{} hat keinen Interpreten.</translation>
  </message>
  <message>
   <source>{} was written.</source>
   <translation>{} wurde geschrieben.</translation>
  </message>
  <message>
   <source>{}: done.</source>
   <translation>{}: fertig.</translation>
  </message>
 </context>
 <context>
  <name>AddEncoderDialog</name>
  <message>
   <source>&amp;Choose…</source>
   <translation>&amp;Wählen…</translation>
  </message>
  <message>
   <source>&amp;Folder</source>
   <translation>&amp;Ordner</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>1 layer</source>
   <translation>1 Schicht</translation>
  </message>
  <message>
   <source>A folder that the Hugging Face libraries have saved (Wav2Vec2, HuBERT, WavLM, MERT, CLAP), or the checkpoint of a run. It stays where it is.</source>
   <translation>Ein Ordner, den die Bibliotheken von Hugging Face gespeichert haben (Wav2Vec2, HuBERT, WavLM, MERT, CLAP), oder der Stand eines Laufs. Er bleibt, wo er ist.</translation>
  </message>
  <message>
   <source>Add encoder</source>
   <translation>Encoder hinzufügen</translation>
  </message>
  <message>
   <source>Choose a folder with weights first</source>
   <translation>Zuerst einen Ordner mit Gewichten wählen</translation>
  </message>
  <message>
   <source>Choose the folder</source>
   <translation>Den Ordner wählen</translation>
  </message>
  <message>
   <source>Folder of the weights</source>
   <translation>Ordner der Gewichte</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Wird angesehen…</translation>
  </message>
  <message>
   <source>Name of the encoder</source>
   <translation>Name des Encoders</translation>
  </message>
  <message>
   <source>{} layers</source>
   <translation>{} Schichten</translation>
  </message>
  <message>
   <source>{} {} values in {}; licence {}.</source>
   <translation>{} {} Werte in {}; Lizenz {}.</translation>
  </message>
 </context>
 <context>
  <name>Alike</name>
  <message>
   <source>Colour the map by a field of categories first.</source>
   <translation>Die Karte zuerst nach einem Feld mit Kategorien färben.</translation>
  </message>
  <message>
   <source>Go to a track on the map first.</source>
   <translation>Zuerst zu einem Stück auf der Karte gehen.</translation>
  </message>
 </context>
 <context>
  <name>Answers</name>
  <message>
   <source>The question was cancelled.</source>
   <translation>Die Frage wurde abgebrochen.</translation>
  </message>
 </context>
 <context>
  <name>Asking</name>
  <message>
   <source>Reading what {} heard…</source>
   <translation>Es wird gelesen, was {} gehört hat…</translation>
  </message>
  <message>
   <source>The question could not be answered; the log says why.</source>
   <translation>Die Frage konnte nicht beantwortet werden; im Protokoll steht, warum.</translation>
  </message>
  <message>
   <source>{} is listening…</source>
   <translation>{} hört zu…</translation>
  </message>
 </context>
 <context>
  <name>AskingDialog</name>
  <message>
   <source>&amp;Of</source>
   <translation>&amp;Von</translation>
  </message>
  <message>
   <source>&amp;Tracks</source>
   <translation>S&amp;tücke</translation>
  </message>
  <message>
   <source>Embedding set</source>
   <translation>Vektorsatz</translation>
  </message>
  <message>
   <source>Encode…</source>
   <translation>Kodieren…</translation>
  </message>
  <message>
   <source>No encoder has heard these tracks yet. Encode them first.</source>
   <translation>Kein Encoder hat diese Stücke gehört. Sie zuerst kodieren.</translation>
  </message>
  <message>
   <source>The encoder has heard none of the tracks that this query finds.</source>
   <translation>Der Encoder hat keines der Stücke gehört, die diese Suche findet.</translation>
  </message>
  <message>
   <source>Which tracks</source>
   <translation>Welche Stücke</translation>
  </message>
  <message>
   <source>about {} on this computer</source>
   <translation>etwa {} auf diesem Computer</translation>
  </message>
  <message>
   <source>all that were heard; or a query, such as genre:jazz</source>
   <translation>alle, die gehört wurden; oder eine Suche, etwa genre:jazz</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
 </context>
 <context>
  <name>Backup</name>
  <message>
   <source>A folder on another drive is safer than the collection's own.</source>
   <translation>Ein Ordner auf einem anderen Laufwerk ist sicherer als der eigene der Sammlung.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Choose a folder…</source>
   <translation>Einen Ordner wählen…</translation>
  </message>
  <message>
   <source>Into the collection</source>
   <translation>In die Sammlung</translation>
  </message>
  <message>
   <source>The backup gets a folder of its own in here</source>
   <translation>Die Sicherung bekommt hierin einen eigenen Ordner</translation>
  </message>
  <message>
   <source>Where does the backup go?</source>
   <translation>Wohin kommt die Sicherung?</translation>
  </message>
 </context>
 <context>
  <name>Body</name>
  <message>
   <source>A/B</source>
   <translation>A/B</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Play all, the nearest first</source>
   <translation>Alle abspielen, die nächsten zuerst</translation>
  </message>
  <message>
   <source>Play in order</source>
   <translation>Der Reihe nach abspielen</translation>
  </message>
  <message>
   <source>Subtract</source>
   <translation>Abziehen</translation>
  </message>
 </context>
 <context>
  <name>Bonds</name>
  <message>
   <source>The excerpt most like the whole track, as {} hears it</source>
   <translation>Der Ausschnitt, der dem ganzen Stück am ähnlichsten ist, wie {} es hört</translation>
  </message>
  <message>
   <source>selected</source>
   <translation>gewählt</translation>
  </message>
 </context>
 <context>
  <name>ByEarPage</name>
  <message>
   <source>By ear</source>
   <translation>Nach Gehör</translation>
  </message>
 </context>
 <context>
  <name>CaptionBox</name>
  <message>
   <source>Accept the caption</source>
   <translation>Die Beschreibung annehmen</translation>
  </message>
  <message>
   <source>Caption: {}</source>
   <translation>Beschreibung: {}</translation>
  </message>
  <message>
   <source>Delete the caption</source>
   <translation>Die Beschreibung löschen</translation>
  </message>
  <message>
   <source>Edit the caption</source>
   <translation>Die Beschreibung bearbeiten</translation>
  </message>
  <message>
   <source>Imported</source>
   <translation>Eingelesen</translation>
  </message>
  <message>
   <source>Machine, run {}</source>
   <translation>Maschine, Lauf {}</translation>
  </message>
  <message>
   <source>No longer accept the caption</source>
   <translation>Die Beschreibung nicht mehr annehmen</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Play the track</source>
   <translation>Das Stück abspielen</translation>
  </message>
  <message>
   <source>Play what the caption speaks of</source>
   <translation>Abspielen, wovon die Beschreibung spricht</translation>
  </message>
  <message>
   <source>Play {}</source>
   <translation>{} abspielen</translation>
  </message>
  <message>
   <source>edited; first: {}</source>
   <translation>bearbeitet; zuerst: {}</translation>
  </message>
  <message>
   <source>from {}</source>
   <translation>aus {}</translation>
  </message>
  <message>
   <source>heard with {}</source>
   <translation>gehört mit {}</translation>
  </message>
  <message>
   <source>{}, accepted</source>
   <translation>{}, angenommen</translation>
  </message>
 </context>
 <context>
  <name>CaptionEditor</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Caption</source>
   <translation>Beschreibung</translation>
  </message>
  <message>
   <source>Ctrl+Enter</source>
   <translation>Strg+Eingabe</translation>
  </message>
  <message>
   <source>Escape</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Save caption</source>
   <translation>Beschreibung speichern</translation>
  </message>
  <message>
   <source>What is heard</source>
   <translation>Was zu hören ist</translation>
  </message>
 </context>
 <context>
  <name>CaptionSection</name>
  <message>
   <source>Add a caption</source>
   <translation>Eine Beschreibung hinzufügen</translation>
  </message>
  <message>
   <source>Caption of {}</source>
   <translation>Beschreibung von {}</translation>
  </message>
  <message>
   <source>Captions</source>
   <translation>Beschreibungen</translation>
  </message>
  <message>
   <source>Nobody has described it yet.</source>
   <translation>Noch hat es niemand beschrieben.</translation>
  </message>
  <message>
   <source>Show all captions</source>
   <translation>Alle Beschreibungen zeigen</translation>
  </message>
  <message>
   <source>{} more…</source>
   <translation>{} weitere…</translation>
  </message>
 </context>
 <context>
  <name>CaptionsPage</name>
  <message>
   <source>Captions</source>
   <translation>Beschreibungen</translation>
  </message>
 </context>
 <context>
  <name>CellEditor</name>
  <message>
   <source>Several values are written with a semicolon between them</source>
   <translation>Mehrere Werte werden mit Strichpunkt getrennt geschrieben</translation>
  </message>
  <message>
   <source>{} of the track</source>
   <translation>{} des Stücks</translation>
  </message>
 </context>
 <context>
  <name>Chip</name>
  <message>
   <source>Remove {}</source>
   <translation>{} entfernen</translation>
  </message>
  <message>
   <source>Remove {} from the question</source>
   <translation>{} aus der Frage entfernen</translation>
  </message>
 </context>
 <context>
  <name>Chips</name>
  <message>
   <source>Ask with the chosen tracks again</source>
   <translation>Wieder mit den gewählten Stücken fragen</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>{} more tracks</source>
   <translation>{} weitere Stücke</translation>
  </message>
 </context>
 <context>
  <name>ChosenBar</name>
  <message>
   <source>One after the other, in the order of the table</source>
   <translation>Eines nach dem anderen, in der Reihenfolge der Tabelle</translation>
  </message>
  <message>
   <source>Play in order</source>
   <translation>Der Reihe nach abspielen</translation>
  </message>
  <message>
   <source>Save as playlist…</source>
   <translation>Als Abspielliste speichern…</translation>
  </message>
  <message>
   <source>Select nothing</source>
   <translation>Nichts auswählen</translation>
  </message>
  <message>
   <source>Select nothing (Escape)</source>
   <translation>Nichts auswählen (Esc)</translation>
  </message>
  <message>
   <source>Set label…</source>
   <translation>Etikett setzen…</translation>
  </message>
  <message>
   <source>{} selected</source>
   <translation>{} gewählt</translation>
  </message>
 </context>
 <context>
  <name>ClusterDialog</name>
  <message>
   <source>&amp;Clusters</source>
   <translation>&amp;Cluster</translation>
  </message>
  <message>
   <source>&amp;Method</source>
   <translation>&amp;Verfahren</translation>
  </message>
  <message>
   <source>&amp;Names from</source>
   <translation>Namen &amp;aus</translation>
  </message>
  <message>
   <source>&amp;Smallest cluster</source>
   <translation>&amp;Kleinster Cluster</translation>
  </message>
  <message>
   <source>Clusters need at least {} tracks; there are {}.</source>
   <translation>Cluster brauchen mindestens {} Stücke; es sind {}.</translation>
  </message>
  <message>
   <source>Dense groups of any form; tracks between them are in none</source>
   <translation>Dichte Gruppen jeder Form; Stücke dazwischen gehören zu keiner</translation>
  </message>
  <message>
   <source>Every track is in one cluster; clusters are round</source>
   <translation>Jedes Stück ist in einem Cluster; Cluster sind rund</translation>
  </message>
  <message>
   <source>Groups among {} by {}, in the full space, not on the map; {}.</source>
   <translation>Gruppen unter {} nach {}, im vollen Raum, nicht auf der Karte; {}.</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>See&amp;d</source>
   <translation>Start&amp;wert</translation>
  </message>
  <message>
   <source>The map is coloured by them, and they can become labels or playlists. Nothing is changed yet.</source>
   <translation>Die Karte wird nach ihnen gefärbt, und sie können Etiketten oder Abspiellisten werden. Noch wird nichts verändert.</translation>
  </message>
  <message>
   <source>There are only {}; ask for less.</source>
   <translation>Es gibt nur {}; weniger verlangen.</translation>
  </message>
  <message>
   <source>all fields</source>
   <translation>alle Felder</translation>
  </message>
  <message>
   <source>as usual</source>
   <translation>wie üblich</translation>
  </message>
  <message>
   <source>best of 2 to 12</source>
   <translation>das Beste aus 2 bis 12</translation>
  </message>
 </context>
 <context>
  <name>ClusterModel</name>
  <message>
   <source>1: its tracks are all alike; 0: as far from each other as all tracks are</source>
   <translation>1: seine Stücke sind alle gleich; 0: so weit voneinander wie alle Stücke</translation>
  </message>
  <message>
   <source>Cluster</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <source>Compact</source>
   <translation>Kompakt</translation>
  </message>
  <message>
   <source>More of than elsewhere</source>
   <translation>Mehr davon als anderswo</translation>
  </message>
  <message>
   <source>Tracks</source>
   <translation>Stücke</translation>
  </message>
  <message>
   <source>nothing stands out</source>
   <translation>nichts ragt heraus</translation>
  </message>
 </context>
 <context>
  <name>ClusterResultDialog</name>
  <message>
   <source>&amp;Field</source>
   <translation>&amp;Feld</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Clusters</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <source>Export table…</source>
   <translation>Tabelle exportieren…</translation>
  </message>
  <message>
   <source>Export the clusters</source>
   <translation>Die Cluster exportieren</translation>
  </message>
  <message>
   <source>Hear what is typical</source>
   <translation>Das Typische hören</translation>
  </message>
  <message>
   <source>Make playlists</source>
   <translation>Abspiellisten anlegen</translation>
  </message>
  <message>
   <source>Name of the field</source>
   <translation>Name des Feldes</translation>
  </message>
  <message>
   <source>Nothing is kept in the collection yet. Labels can be undone.</source>
   <translation>In der Sammlung bleibt noch nichts davon. Etiketten können rückgängig gemacht werden.</translation>
  </message>
  <message>
   <source>Select its tracks</source>
   <translation>Seine Stücke auswählen</translation>
  </message>
  <message>
   <source>Set as labels</source>
   <translation>Als Etiketten setzen</translation>
  </message>
  <message>
   <source>The tracks next to the middle of the cluster, one after the other</source>
   <translation>Die Stücke nächst der Mitte des Clusters, eines nach dem anderen</translation>
  </message>
 </context>
 <context>
  <name>Clusters</name>
  <message>
   <source>Looking for clusters; the bottom of the window shows how far it is.</source>
   <translation>Cluster werden gesucht; unten im Fenster steht, wie weit es ist.</translation>
  </message>
  <message>
   <source>See the clusters…</source>
   <translation>Die Cluster sehen…</translation>
  </message>
  <message>
   <source>What each is, what is typical of it, and how to keep it</source>
   <translation>Was jeder ist, was für ihn typisch ist, und wie er sich behalten lässt</translation>
  </message>
  <message>
   <source>Written to {}.</source>
   <translation>Nach {} geschrieben.</translation>
  </message>
  <message>
   <source>{} playlists made: {}.</source>
   <translation>{} Abspiellisten angelegt: {}.</translation>
  </message>
  <message>
   <source>{} says so already.</source>
   <translation>{} sagt das schon.</translation>
  </message>
  <message>
   <source>{}. Undo takes it back.</source>
   <translation>{}. Rückgängig nimmt es zurück.</translation>
  </message>
 </context>
 <context>
  <name>CollectionPage</name>
  <message>
   <source>A copy that opens like any other collection, without the audio.</source>
   <translation>Eine Kopie, die sich wie jede andere Sammlung öffnen lässt, ohne die Aufnahmen.</translation>
  </message>
  <message>
   <source>Add folder…</source>
   <translation>Ordner hinzufügen…</translation>
  </message>
  <message>
   <source>Back up…</source>
   <translation>Sichern…</translation>
  </message>
  <message>
   <source>Choose how (Ctrl+E)</source>
   <translation>Wählen, wie (Strg+E)</translation>
  </message>
  <message>
   <source>Collection</source>
   <translation>Sammlung</translation>
  </message>
  <message>
   <source>Encode…</source>
   <translation>Kodieren…</translation>
  </message>
  <message>
   <source>Files are looked at, then heard once in the background. Nothing is changed.</source>
   <translation>Dateien werden angesehen, dann einmal im Hintergrund gehört. Nichts wird verändert.</translation>
  </message>
  <message>
   <source>Is every file still what it was when the collection met it?</source>
   <translation>Ist jede Datei noch, was sie war, als die Sammlung sie kennenlernte?</translation>
  </message>
  <message>
   <source>Keep it safe</source>
   <translation>Sicher aufbewahren</translation>
  </message>
  <message>
   <source>Let an encoder hear the tracks; what it has heard is not heard again.</source>
   <translation>Einen Encoder die Stücke hören lassen; was er gehört hat, hört er nicht noch einmal.</translation>
  </message>
  <message>
   <source>Look for files that are new, changed, moved or gone.</source>
   <translation>Nach Dateien sehen, die neu, verändert, verschoben oder fort sind.</translation>
  </message>
  <message>
   <source>Recordings</source>
   <translation>Aufnahmen</translation>
  </message>
  <message>
   <source>Scan again</source>
   <translation>Erneut einlesen</translation>
  </message>
  <message>
   <source>The tracks appear here when the job below is done.</source>
   <translation>Die Stücke erscheinen hier, wenn der Auftrag unten fertig ist.</translation>
  </message>
  <message>
   <source>This collection is empty. Add a folder of recordings; they stay where they are.</source>
   <translation>Diese Sammlung ist leer. Einen Ordner mit Aufnahmen hinzufügen; sie bleiben, wo sie sind.</translation>
  </message>
  <message>
   <source>Verify files</source>
   <translation>Dateien prüfen</translation>
  </message>
  <message>
   <source>embedding sets</source>
   <translation>Vektorsätze</translation>
  </message>
  <message>
   <source>on disk, without the audio</source>
   <translation>auf dem Laufwerk, ohne die Aufnahmen</translation>
  </message>
  <message>
   <source>runs</source>
   <translation>Läufe</translation>
  </message>
  <message>
   <source>tracks</source>
   <translation>Stücke</translation>
  </message>
 </context>
 <context>
  <name>Columns</name>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Loudness</source>
   <translation>Lautheit</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Abtastrate</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>{} holds numbers; {} is none.</source>
   <translation>{} enthält Zahlen; {} ist keine.</translation>
  </message>
 </context>
 <context>
  <name>ColumnsMenu</name>
  <message>
   <source>Usual columns</source>
   <translation>Übliche Spalten</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>Open a collection first</source>
   <translation>Zuerst eine Sammlung öffnen</translation>
  </message>
 </context>
 <context>
  <name>Completing</name>
  <message>
   <source>Any value</source>
   <translation>Beliebiger Wert</translation>
  </message>
  <message>
   <source>In which order: sort:title, sort:-year</source>
   <translation>In welcher Reihenfolge: sort:title, sort:-year</translation>
  </message>
  <message>
   <source>Less than</source>
   <translation>Weniger als</translation>
  </message>
  <message>
   <source>More than, as {}</source>
   <translation>Mehr als, wie {}</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>The largest first</source>
   <translation>Die größten zuerst</translation>
  </message>
  <message>
   <source>Up to; between, as {}</source>
   <translation>Bis; dazwischen, wie {}</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Wörter</translation>
  </message>
 </context>
 <context>
  <name>Course</name>
  <message>
   <source>A map is being drawn</source>
   <translation>Eine Karte wird gezeichnet</translation>
  </message>
  <message>
   <source>A map is being drawn; wait for it, or cancel it.</source>
   <translation>Eine Karte wird gezeichnet; darauf warten oder sie abbrechen.</translation>
  </message>
  <message>
   <source>Draw {} of {}</source>
   <translation>{} von {} zeichnen</translation>
  </message>
  <message>
   <source>Draw {} so</source>
   <translation>{} so zeichnen</translation>
  </message>
  <message>
   <source>Nothing has been heard yet; encode the tracks first</source>
   <translation>Noch ist nichts gehört worden; zuerst die Stücke kodieren</translation>
  </message>
  <message>
   <source>This map is drawn already</source>
   <translation>Diese Karte ist schon gezeichnet</translation>
  </message>
 </context>
 <context>
  <name>Cover</name>
  <message>
   <source>Cover</source>
   <translation>Umschlagbild</translation>
  </message>
  <message>
   <source>No cover</source>
   <translation>Kein Umschlagbild</translation>
  </message>
 </context>
 <context>
  <name>DeleteFieldDialog</name>
  <message>
   <source>Delete field</source>
   <translation>Feld löschen</translation>
  </message>
  <message>
   <source>{} goes with its {} on every track, from every source. Undo brings it back; a scan brings back what the tags say.</source>
   <translation>{} verschwindet mit seinen {} an jedem Stück, aus jeder Quelle. Rückgängig bringt es zurück; ein Einlesen bringt zurück, was die Tags sagen.</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>Answers</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>Bibliothek</translation>
  </message>
  <message>
   <source>Player</source>
   <translation>Player</translation>
  </message>
 </context>
 <context>
  <name>DeskBar</name>
  <message>
   <source>Collection</source>
   <translation>Sammlung</translation>
  </message>
  <message>
   <source>Collection {}</source>
   <translation>Sammlung {}</translation>
  </message>
  <message>
   <source>Methods sheet…</source>
   <translation>Methodenblatt …</translation>
  </message>
  <message>
   <source>Nothing to undo</source>
   <translation>Nichts rückgängig zu machen</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Teach…</source>
   <translation>Lehren …</translation>
  </message>
  <message>
   <source>Two pages side by side</source>
   <translation>Zwei Seiten nebeneinander</translation>
  </message>
  <message>
   <source>Two pages side by side (Ctrl+\)</source>
   <translation>Zwei Seiten nebeneinander (Strg+\)</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Undo: {} (Ctrl+Z)</source>
   <translation>Rückgängig: {} (Strg+Z)</translation>
  </message>
  <message>
   <source>{} (Alt+{})</source>
   <translation>{} (Alt+{})</translation>
  </message>
  <message>
   <source>{}. Open another collection</source>
   <translation>{}. Eine andere Sammlung öffnen</translation>
  </message>
 </context>
 <context>
  <name>Details</name>
  <message>
   <source>1 layer</source>
   <translation>1 Schicht</translation>
  </message>
  <message>
   <source>Can be asked with words.</source>
   <translation>Kann mit Wörtern gefragt werden.</translation>
  </message>
  <message>
   <source>Encoded</source>
   <translation>Kodiert</translation>
  </message>
  <message>
   <source>Gives</source>
   <translation>Gibt</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>Takes</source>
   <translation>Nimmt</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Values</source>
   <translation>Werte</translation>
  </message>
  <message>
   <source>Weights</source>
   <translation>Gewichte</translation>
  </message>
  <message>
   <source>does not hold</source>
   <translation>hält nicht</translation>
  </message>
  <message>
   <source>excerpts of {} s</source>
   <translation>Ausschnitte von {} s</translation>
  </message>
  <message>
   <source>excerpts of {} s at {} Hz</source>
   <translation>Ausschnitte von {} s bei {} Hz</translation>
  </message>
  <message>
   <source>holds</source>
   <translation>hält</translation>
  </message>
  <message>
   <source>needs none</source>
   <translation>braucht keine</translation>
  </message>
  <message>
   <source>not here; they go to {}</source>
   <translation>nicht hier; sie kommen nach {}</translation>
  </message>
  <message>
   <source>{} in each of {} layers, {} to {}; usually {}</source>
   <translation>{} in jeder von {} Schichten, {} bis {}; üblich {}</translation>
  </message>
  <message>
   <source>{} layers</source>
   <translation>{} Schichten</translation>
  </message>
  <message>
   <source>{} values</source>
   <translation>{} Werte</translation>
  </message>
 </context>
 <context>
  <name>DetailsDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy the message and its details</source>
   <translation>Die Nachricht und ihre Einzelheiten kopieren</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
 </context>
 <context>
  <name>DeviceDialog</name>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Output device</source>
   <translation>Ausgabegerät</translation>
  </message>
  <message>
   <source>Output devices</source>
   <translation>Ausgabegeräte</translation>
  </message>
  <message>
   <source>Play on this device</source>
   <translation>Auf diesem Gerät spielen</translation>
  </message>
  <message>
   <source>Where should Soundings play?</source>
   <translation>Worauf soll Soundings spielen?</translation>
  </message>
  <message>
   <source>{} (not there)</source>
   <translation>{} (nicht da)</translation>
  </message>
 </context>
 <context>
  <name>DeviceLine</name>
  <message>
   <source>Computes on {}</source>
   <translation>Rechnet auf {}</translation>
  </message>
  <message>
   <source>What jobs compute on</source>
   <translation>Worauf Aufträge rechnen</translation>
  </message>
  <message>
   <source>{} · {} cores</source>
   <translation>{} · {} Kerne</translation>
  </message>
 </context>
 <context>
  <name>Dock</name>
  <message>
   <source>Close {}</source>
   <translation>{} schließen</translation>
  </message>
  <message>
   <source>Close {}; the Window menu brings it back</source>
   <translation>{} schließen; das Menü Fenster holt es zurück</translation>
  </message>
  <message>
   <source>Float {}, or dock it again</source>
   <translation>{} ablösen oder wieder andocken</translation>
  </message>
 </context>
 <context>
  <name>Doctor</name>
  <message>
   <source>This computer could not be checked: the check did not start.</source>
   <translation>Dieser Computer konnte nicht geprüft werden: die Prüfung begann nicht.</translation>
  </message>
  <message>
   <source>This computer could not be checked: the check ended early.</source>
   <translation>Dieser Computer konnte nicht geprüft werden: die Prüfung endete vorzeitig.</translation>
  </message>
  <message>
   <source>This computer could not be checked: there was no answer within two minutes.</source>
   <translation>Dieser Computer konnte nicht geprüft werden: in zwei Minuten kam keine Antwort.</translation>
  </message>
 </context>
 <context>
  <name>DoctorDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy all of it for a report</source>
   <translation>Alles für einen Bericht kopieren</translation>
  </message>
  <message>
   <source>What works on this computer</source>
   <translation>Was auf diesem Computer funktioniert</translation>
  </message>
 </context>
 <context>
  <name>DoneLine</name>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Undo: {}</source>
   <translation>Rückgängig: {}</translation>
  </message>
  <message>
   <source>Undo: {} (Ctrl+Z)</source>
   <translation>Rückgängig: {} (Strg+Z)</translation>
  </message>
 </context>
 <context>
  <name>DrawDialog</name>
  <message>
   <source>&amp;Method</source>
   <translation>&amp;Verfahren</translation>
  </message>
  <message>
   <source>&amp;Neighbours</source>
   <translation>&amp;Nachbarn</translation>
  </message>
  <message>
   <source>&amp;Perplexity</source>
   <translation>&amp;Perplexität</translation>
  </message>
  <message>
   <source>&amp;Seed</source>
   <translation>&amp;Startwert</translation>
  </message>
  <message>
   <source>It begins with the places of that map and is turned like it, so that both can be compared</source>
   <translation>Sie beginnt mit den Plätzen jener Karte und wird wie sie gedreht, damit beide vergleichbar sind</translation>
  </message>
  <message>
   <source>It is seen as it forms, and can be stopped and kept.</source>
   <translation>Sie ist zu sehen, während sie entsteht, und kann angehalten und behalten werden.</translation>
  </message>
  <message>
   <source>Its axes stand for what varies most.</source>
   <translation>Ihre Achsen stehen für das, was am meisten schwankt.</translation>
  </message>
  <message>
   <source>Lay it over the map that is shown</source>
   <translation>Über die gezeigte Karte legen</translation>
  </message>
  <message>
   <source>Least &amp;distance</source>
   <translation>&amp;Kleinster Abstand</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>Neighbours are &amp;found</source>
   <translation>&amp;Nachbarn werden gesucht</translation>
  </message>
  <message>
   <source>No map is shown</source>
   <translation>Keine Karte ist zu sehen</translation>
  </message>
  <message>
   <source>So few tracks lie as PCA puts them.</source>
   <translation>So wenige Stücke liegen, wie die Hauptkomponenten sie legen.</translation>
  </message>
  <message>
   <source>This map is drawn already: {}.</source>
   <translation>Diese Karte ist schon gezeichnet: {}.</translation>
  </message>
  <message>
   <source>Two maps can be compared from {} tracks on.</source>
   <translation>Zwei Karten lassen sich ab {} Stücken vergleichen.</translation>
  </message>
  <message>
   <source>by angle (cosine)</source>
   <translation>nach Winkel (Kosinus)</translation>
  </message>
  <message>
   <source>by distance (Euclidean)</source>
   <translation>nach Abstand (euklidisch)</translation>
  </message>
  <message>
   <source>{} of {}; {}, {} on the disk.</source>
   <translation>{} von {}; {}, {} auf dem Laufwerk.</translation>
  </message>
 </context>
 <context>
  <name>DrawRow</name>
  <message>
   <source>About how many neighbours pull at each track</source>
   <translation>Etwa wie viele Nachbarn an jedem Stück ziehen</translation>
  </message>
  <message>
   <source>Distance</source>
   <translation>Abstand</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Zeichnen</translation>
  </message>
  <message>
   <source>Draw the map</source>
   <translation>Die Karte zeichnen</translation>
  </message>
  <message>
   <source>How close tracks may lie on the map</source>
   <translation>Wie nahe sich Stücke auf der Karte kommen dürfen</translation>
  </message>
  <message>
   <source>How many neighbours of each track are looked at</source>
   <translation>Wie viele Nachbarn jedes Stücks betrachtet werden</translation>
  </message>
  <message>
   <source>Keeps near neighbours together and some of how groups lie to each other</source>
   <translation>Hält nahe Nachbarn beisammen und zum Teil, wie Gruppen zueinander liegen</translation>
  </message>
  <message>
   <source>Keeps near neighbours together; the distance between groups means little</source>
   <translation>Hält nahe Nachbarn beisammen; der Abstand zwischen Gruppen bedeutet wenig</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>Neighbours</source>
   <translation>Nachbarn</translation>
  </message>
  <message>
   <source>Nothing is drawn</source>
   <translation>Nichts ist gezeichnet</translation>
  </message>
  <message>
   <source>Perplexity</source>
   <translation>Perplexität</translation>
  </message>
  <message>
   <source>Principal components: quick, its axes have a meaning, small groups may overlap</source>
   <translation>Hauptkomponenten: schnell, die Achsen haben eine Bedeutung, kleine Gruppen können sich überlappen</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Settings of the method</source>
   <translation>Einstellungen des Verfahrens</translation>
  </message>
  <message>
   <source>What is drawn</source>
   <translation>Was gezeichnet wird</translation>
  </message>
  <message>
   <source>Where chance begins: the same seed draws the same map</source>
   <translation>Wo der Zufall beginnt: derselbe Startwert zeichnet dieselbe Karte</translation>
  </message>
 </context>
 <context>
  <name>Drawing</name>
  <message>
   <source> · {} left</source>
   <translation> · noch {}</translation>
  </message>
  <message>
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <source>Pausing…</source>
   <translation>Wird angehalten…</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Beginnt…</translation>
  </message>
  <message>
   <source>Stopping; what has formed is kept…</source>
   <translation>Wird gestoppt; was entstanden ist, bleibt…</translation>
  </message>
  <message>
   <source>Waiting for other jobs</source>
   <translation>Wartet auf andere Aufträge</translation>
  </message>
 </context>
 <context>
  <name>Drops</name>
  <message>
   <source>1 file</source>
   <translation>1 Datei</translation>
  </message>
  <message>
   <source>Add {}</source>
   <translation>{} hinzufügen</translation>
  </message>
  <message>
   <source>Add {} of {} to {}?</source>
   <translation>{} aus {} zu {} hinzufügen?</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Make a new collection</source>
   <translation>Eine neue Sammlung anlegen</translation>
  </message>
  <message>
   <source>They are looked at, then heard once in the background. Nothing in them is changed.</source>
   <translation>Sie werden angesehen, dann einmal im Hintergrund gehört. Nichts darin wird verändert.</translation>
  </message>
  <message>
   <source>more than {} files</source>
   <translation>mehr als {} Dateien</translation>
  </message>
  <message>
   <source>{} and {} more were left aside: drop recordings, playlists or one collection.</source>
   <translation>{} und {} weitere blieben beiseite: Aufnahmen, Abspiellisten oder eine Sammlung ablegen.</translation>
  </message>
  <message>
   <source>{} files</source>
   <translation>{} Dateien</translation>
  </message>
  <message>
   <source>{} folders</source>
   <translation>{} Ordner</translation>
  </message>
  <message>
   <source>{} holds no recording. Drop a folder that does, or a file in it.</source>
   <translation>{} enthält keine Aufnahme. Einen Ordner ablegen, der welche enthält, oder eine Datei darin.</translation>
  </message>
  <message>
   <source>{} is a playlist now: {}.</source>
   <translation>{} ist jetzt eine Abspielliste: {}.</translation>
  </message>
  <message>
   <source>{} is a playlist now: {}. Not in this collection: {}.</source>
   <translation>{} ist jetzt eine Abspielliste: {}. Nicht in dieser Sammlung: {}.</translation>
  </message>
  <message>
   <source>{} needs an open collection: a playlist names tracks that the collection knows.</source>
   <translation>{} braucht eine offene Sammlung: eine Abspielliste nennt Stücke, die die Sammlung kennt.</translation>
  </message>
  <message>
   <source>{} was left aside: drop recordings, folders of them, a playlist or a collection.</source>
   <translation>{} blieb beiseite: Aufnahmen, Ordner mit ihnen, eine Abspielliste oder eine Sammlung ablegen.</translation>
  </message>
 </context>
 <context>
  <name>Editing</name>
  <message>
   <source>&amp;Invert selection</source>
   <translation>Auswahl &amp;umkehren</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Wiederholen</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Rückgängig</translation>
  </message>
  <message>
   <source>Choose every track that the search finds</source>
   <translation>Jedes Stück wählen, das die Suche findet</translation>
  </message>
  <message>
   <source>Choose no track</source>
   <translation>Kein Stück wählen</translation>
  </message>
  <message>
   <source>Choose the tracks that are not chosen</source>
   <translation>Die Stücke wählen, die nicht gewählt sind</translation>
  </message>
  <message>
   <source>Do again what was taken back</source>
   <translation>Noch einmal tun, was zurückgenommen wurde</translation>
  </message>
  <message>
   <source>No track is chosen</source>
   <translation>Kein Stück ist gewählt</translation>
  </message>
  <message>
   <source>No track is found</source>
   <translation>Kein Stück ist gefunden</translation>
  </message>
  <message>
   <source>Nothing to redo</source>
   <translation>Nichts zu wiederholen</translation>
  </message>
  <message>
   <source>Nothing to undo</source>
   <translation>Nichts rückgängig zu machen</translation>
  </message>
  <message>
   <source>Select &amp;all</source>
   <translation>&amp;Alles auswählen</translation>
  </message>
  <message>
   <source>Select &amp;nothing</source>
   <translation>&amp;Nichts auswählen</translation>
  </message>
  <message>
   <source>Take back what was done last</source>
   <translation>Zurücknehmen, was zuletzt getan wurde</translation>
  </message>
 </context>
 <context>
  <name>Empty</name>
  <message>
   <source>A map shows what sounds alike. Add a folder of recordings; they stay where they are.</source>
   <translation>Eine Karte zeigt, was ähnlich klingt. Einen Ordner mit Aufnahmen hinzufügen; sie bleiben, wo sie sind.</translation>
  </message>
  <message>
   <source>A map shows what sounds alike. Descriptors measure timbre, pitch and rhythm of {}, without a network; then a first map is drawn.</source>
   <translation>Eine Karte zeigt, was ähnlich klingt. Deskriptoren messen Klangfarbe, Tonhöhe und Rhythmus von {}, ohne Netz; dann wird eine erste Karte gezeichnet.</translation>
  </message>
  <message>
   <source>Add folder…</source>
   <translation>Ordner hinzufügen…</translation>
  </message>
  <message>
   <source>Being heard</source>
   <translation>Wird gehört</translation>
  </message>
  <message>
   <source>Draw the map</source>
   <translation>Die Karte zeichnen</translation>
  </message>
  <message>
   <source>Encode with descriptors</source>
   <translation>Mit Deskriptoren kodieren</translation>
  </message>
  <message>
   <source>No map is drawn yet</source>
   <translation>Noch ist keine Karte gezeichnet</translation>
  </message>
  <message>
   <source>Nothing has been heard yet</source>
   <translation>Noch ist nichts gehört worden</translation>
  </message>
  <message>
   <source>Other encoders…</source>
   <translation>Andere Encoder…</translation>
  </message>
  <message>
   <source>The first map is drawn as soon as the tracks have been heard.</source>
   <translation>Die erste Karte wird gezeichnet, sobald die Stücke gehört sind.</translation>
  </message>
  <message>
   <source>There are no tracks yet</source>
   <translation>Noch gibt es keine Stücke</translation>
  </message>
  <message>
   <source>This map is not drawn yet</source>
   <translation>Diese Karte ist noch nicht gezeichnet</translation>
  </message>
  <message>
   <source>{} can be drawn so.</source>
   <translation>{} lassen sich so zeichnen.</translation>
  </message>
  <message>
   <source>{} can be drawn.</source>
   <translation>{} lassen sich zeichnen.</translation>
  </message>
 </context>
 <context>
  <name>EncodeDialog</name>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message>
   <source>&amp;Tracks</source>
   <translation>S&amp;tücke</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <source>E&amp;xcerpts of</source>
   <translation>A&amp;usschnitte von</translation>
  </message>
  <message>
   <source>Encode</source>
   <translation>Kodieren</translation>
  </message>
  <message>
   <source>Encode with {}</source>
   <translation>Mit {} kodieren</translation>
  </message>
  <message>
   <source>Length of an excerpt in seconds</source>
   <translation>Dauer eines Ausschnitts in Sekunden</translation>
  </message>
  <message>
   <source>Looking what the query finds…</source>
   <translation>Es wird nachgesehen, was die Suche findet…</translation>
  </message>
  <message>
   <source>No track fits this query.</source>
   <translation>Kein Stück passt zu dieser Suche.</translation>
  </message>
  <message>
   <source>Usually {} s for this encoder. Other lengths make an embedding set of their own.</source>
   <translation>Üblich sind {} s für diesen Encoder. Andere Dauern ergeben einen eigenen Vektorsatz.</translation>
  </message>
  <message>
   <source>Which tracks</source>
   <translation>Welche Stücke</translation>
  </message>
  <message>
   <source>all tracks; or a query, such as genre:jazz year:1950..1965</source>
   <translation>alle Stücke; oder eine Suche, etwa genre:jazz year:1950..1965</translation>
  </message>
  <message>
   <source>{} found</source>
   <translation>{} gefunden</translation>
  </message>
  <message>
   <source>{}; what has been encoded already is not encoded again.</source>
   <translation>{}; was schon kodiert ist, wird nicht noch einmal kodiert.</translation>
  </message>
 </context>
 <context>
  <name>Encoders</name>
  <message>
   <source>It comes with the program.</source>
   <translation>Er kommt mit dem Programm.</translation>
  </message>
  <message>
   <source>It needs no weights.</source>
   <translation>Er braucht keine Gewichte.</translation>
  </message>
  <message>
   <source>It was added from a folder of this computer.</source>
   <translation>Er wurde aus einem Ordner dieses Computers hinzugefügt.</translation>
  </message>
  <message>
   <source>Its weights are here.</source>
   <translation>Seine Gewichte sind da.</translation>
  </message>
  <message>
   <source>Open a collection to encode it.</source>
   <translation>Eine Sammlung öffnen, um sie zu kodieren.</translation>
  </message>
  <message>
   <source>The collection is empty. Add a folder of recordings first.</source>
   <translation>Die Sammlung ist leer. Zuerst einen Ordner mit Aufnahmen hinzufügen.</translation>
  </message>
  <message>
   <source>{} cannot be used: {}. Fetch it first.</source>
   <translation>{} kann nicht benutzt werden: {}. Ihn zuerst holen.</translation>
  </message>
  <message>
   <source>{} cannot be used: {}. Put its folder back, or remove it.</source>
   <translation>{} kann nicht benutzt werden: {}. Seinen Ordner zurücklegen oder ihn entfernen.</translation>
  </message>
 </context>
 <context>
  <name>EncodersDialog</name>
  <message>
   <source>&amp;Add encoder…</source>
   <translation>Encoder &amp;hinzufügen…</translation>
  </message>
  <message>
   <source>&amp;Check</source>
   <translation>&amp;Prüfen</translation>
  </message>
  <message>
   <source>&amp;Encode…</source>
   <translation>&amp;Kodieren…</translation>
  </message>
  <message>
   <source>&amp;Fetch…</source>
   <translation>&amp;Holen…</translation>
  </message>
  <message>
   <source>&amp;Remove…</source>
   <translation>&amp;Entfernen…</translation>
  </message>
  <message>
   <source>About the chosen encoder</source>
   <translation>Über den gewählten Encoder</translation>
  </message>
  <message>
   <source>An encoder turns excerpts into vectors, which maps and neighbours are made of.</source>
   <translation>Ein Encoder macht aus Ausschnitten Vektoren, aus denen Karten und Nachbarn entstehen.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Encoders</source>
   <translation>Encoder</translation>
  </message>
  <message>
   <source>Encoding is a job now: the bottom of the window shows how far it is.</source>
   <translation>Das Kodieren ist jetzt ein Auftrag: unten im Fenster steht, wie weit er ist.</translation>
  </message>
  <message>
   <source>From a folder of this computer, or of one of your runs</source>
   <translation>Aus einem Ordner dieses Computers, oder aus einem eigenen Lauf</translation>
  </message>
  <message>
   <source>It leaves the list. Its weights stay where they are, and so does what it has encoded.</source>
   <translation>Er verschwindet aus der Liste. Seine Gewichte bleiben, wo sie sind, ebenso das Kodierte.</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Let it hear the tracks of {}</source>
   <translation>Ihn die Stücke von {} hören lassen</translation>
  </message>
  <message>
   <source>Load it and see whether it works</source>
   <translation>Ihn laden und sehen, ob er funktioniert</translation>
  </message>
  <message>
   <source>Remove encoder</source>
   <translation>Encoder entfernen</translation>
  </message>
  <message>
   <source>Remove {}?</source>
   <translation>{} entfernen?</translation>
  </message>
  <message>
   <source>Says how large it is, and asks, before anything is fetched</source>
   <translation>Sagt, wie groß es ist, und fragt, bevor etwas geholt wird</translation>
  </message>
  <message>
   <source>Take it from the list; its weights stay</source>
   <translation>Aus der Liste nehmen; seine Gewichte bleiben</translation>
  </message>
  <message>
   <source>{} is added.</source>
   <translation>{} ist hinzugefügt.</translation>
  </message>
  <message>
   <source>{} is removed.</source>
   <translation>{} ist entfernt.</translation>
  </message>
 </context>
 <context>
  <name>EncodersModel</name>
  <message>
   <source>Dimension</source>
   <translation>Dimension</translation>
  </message>
  <message>
   <source>Each layer gives a vector; all are kept</source>
   <translation>Jede Schicht gibt einen Vektor; alle werden behalten</translation>
  </message>
  <message>
   <source>Encoded</source>
   <translation>Kodiert</translation>
  </message>
  <message>
   <source>Encoder</source>
   <translation>Encoder</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Bereit</translation>
  </message>
  <message>
   <source>Tracks of the open collection that it has heard</source>
   <translation>Stücke der offenen Sammlung, die er gehört hat</translation>
  </message>
  <message>
   <source>Turns excerpts into vectors</source>
   <translation>Macht aus Ausschnitten Vektoren</translation>
  </message>
  <message>
   <source>Values of a vector</source>
   <translation>Werte eines Vektors</translation>
  </message>
  <message>
   <source>What it hears</source>
   <translation>Was er hört</translation>
  </message>
  <message>
   <source>What it listens for</source>
   <translation>Worauf er hört</translation>
  </message>
  <message>
   <source>What its authors allow</source>
   <translation>Was seine Urheber erlauben</translation>
  </message>
  <message>
   <source>Whether it can be used on this computer now</source>
   <translation>Ob er auf diesem Computer jetzt benutzt werden kann</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
 </context>
 <context>
  <name>Excerpts</name>
  <message>
   <source>Excerpt that {} heard</source>
   <translation>Ausschnitt, den {} gehört hat</translation>
  </message>
 </context>
 <context>
  <name>Exporting</name>
  <message>
   <source>Export the map</source>
   <translation>Die Karte exportieren</translation>
  </message>
  <message>
   <source>Map {} of {}, {}; Soundings {}.</source>
   <translation>Karte {} von {}, {}; Soundings {}.</translation>
  </message>
  <message>
   <source>Picture (PNG)…</source>
   <translation>Bild (PNG)…</translation>
  </message>
  <message>
   <source>Picture that can be scaled (SVG)…</source>
   <translation>Bild, das sich skalieren lässt (SVG)…</translation>
  </message>
  <message>
   <source>Table of all points (CSV)…</source>
   <translation>Tabelle aller Punkte (CSV)…</translation>
  </message>
  <message>
   <source>The map was written to {}.</source>
   <translation>Die Karte wurde nach {} geschrieben.</translation>
  </message>
  <message>
   <source>{} were written to {}.</source>
   <translation>{} wurden nach {} geschrieben.</translation>
  </message>
 </context>
 <context>
  <name>FacetRow</name>
  <message>
   <source>{}, {}</source>
   <translation>{}, {}</translation>
  </message>
  <message>
   <source>{}: {}</source>
   <translation>{}: {}</translation>
  </message>
 </context>
 <context>
  <name>Facets</name>
  <message>
   <source>Facets</source>
   <translation>Facetten</translation>
  </message>
 </context>
 <context>
  <name>Facts</name>
  <message>
   <source>A map on its way: it still moves.</source>
   <translation>Eine Karte im Entstehen: sie bewegt sich noch.</translation>
  </message>
 </context>
 <context>
  <name>FieldForm</name>
  <message>
   <source>&amp;Field</source>
   <translation>&amp;Feld</translation>
  </message>
  <message>
   <source>1 value</source>
   <translation>1 Wert</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>There is no such field yet.</source>
   <translation>Ein solches Feld gibt es noch nicht.</translation>
  </message>
  <message>
   <source>{} values</source>
   <translation>{} Werte</translation>
  </message>
 </context>
 <context>
  <name>FileSection</name>
  <message>
   <source>Copy all of it</source>
   <translation>Alles kopieren</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
 </context>
 <context>
  <name>Filter</name>
  <message>
   <source>Search {}</source>
   <translation>{} suchen</translation>
  </message>
  <message>
   <source>all tracks</source>
   <translation>alle Stücke</translation>
  </message>
 </context>
 <context>
  <name>FindingsList</name>
  <message>
   <source>Check this computer again; takes some seconds</source>
   <translation>Diesen Computer noch einmal prüfen; dauert einige Sekunden</translation>
  </message>
  <message>
   <source>Everything that was looked at (F1)</source>
   <translation>Alles, was geprüft wurde (F1)</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Noch einmal ansehen</translation>
  </message>
  <message>
   <source>Looked {}</source>
   <translation>Angesehen {}</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Wird angesehen…</translation>
  </message>
  <message>
   <source>Not looked yet</source>
   <translation>Noch nicht angesehen</translation>
  </message>
  <message>
   <source>Show all…</source>
   <translation>Alles zeigen…</translation>
  </message>
  <message>
   <source>does not work</source>
   <translation>funktioniert nicht</translation>
  </message>
  <message>
   <source>works</source>
   <translation>funktioniert</translation>
  </message>
 </context>
 <context>
  <name>Folder</name>
  <message>
   <source>The folder {} cannot be shown. The file is {}.</source>
   <translation>Der Ordner {} kann nicht gezeigt werden. Die Datei ist {}.</translation>
  </message>
 </context>
 <context>
  <name>Foot</name>
  <message>
   <source>Add the chosen tracks</source>
   <translation>Die gewählten Stücke hinzufügen</translation>
  </message>
  <message>
   <source>Add {} at the end</source>
   <translation>{} am Ende anfügen</translation>
  </message>
  <message>
   <source>Choose tracks first</source>
   <translation>Zuerst Stücke wählen</translation>
  </message>
  <message>
   <source>Delete playlist</source>
   <translation>Abspielliste löschen</translation>
  </message>
  <message>
   <source>Delete the playlist; its tracks stay</source>
   <translation>Die Abspielliste löschen; ihre Stücke bleiben</translation>
  </message>
  <message>
   <source>Export playlist…</source>
   <translation>Abspielliste exportieren…</translation>
  </message>
  <message>
   <source>For players (M3U8) or as a table (CSV)…</source>
   <translation>Für Abspielprogramme (M3U8) oder als Tabelle (CSV)…</translation>
  </message>
  <message>
   <source>From the first track</source>
   <translation>Vom ersten Stück an</translation>
  </message>
  <message>
   <source>Play in order</source>
   <translation>Der Reihe nach abspielen</translation>
  </message>
  <message>
   <source>Remove from the playlist</source>
   <translation>Aus der Abspielliste entfernen</translation>
  </message>
  <message>
   <source>Remove from the playlist (Delete)</source>
   <translation>Aus der Abspielliste entfernen (Entf)</translation>
  </message>
  <message>
   <source>Show in the library</source>
   <translation>In der Bibliothek zeigen</translation>
  </message>
  <message>
   <source>Show only these tracks in the library</source>
   <translation>Nur diese Stücke in der Bibliothek zeigen</translation>
  </message>
 </context>
 <context>
  <name>FormingBar</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Progress of the map</source>
   <translation>Fortschritt der Karte</translation>
  </message>
  <message>
   <source>Stop and keep</source>
   <translation>Stoppen und behalten</translation>
  </message>
  <message>
   <source>The map stays as far as it has formed, and says so</source>
   <translation>Die Karte bleibt, so weit sie entstanden ist, und sagt es</translation>
  </message>
  <message>
   <source>Throw away what has formed</source>
   <translation>Verwerfen, was entstanden ist</translation>
  </message>
 </context>
 <context>
  <name>Group</name>
  <message>
   <source>Any {}</source>
   <translation>Beliebiges {}</translation>
  </message>
  <message>
   <source>{}, closed</source>
   <translation>{}, zu</translation>
  </message>
  <message>
   <source>{}, open</source>
   <translation>{}, offen</translation>
  </message>
  <message>
   <source>{}: ask for none</source>
   <translation>{}: nach keinem fragen</translation>
  </message>
 </context>
 <context>
  <name>Head</name>
  <message>
   <source>1, mono</source>
   <translation>1, mono</translation>
  </message>
  <message>
   <source>2, stereo</source>
   <translation>2, stereo</translation>
  </message>
  <message>
   <source>Added</source>
   <translation>Hinzugefügt</translation>
  </message>
  <message>
   <source>Also as another file:</source>
   <translation>Auch als andere Datei:</translation>
  </message>
  <message>
   <source>Also as {} other files:</source>
   <translation>Auch als {} andere Dateien:</translation>
  </message>
  <message>
   <source>Ask with</source>
   <translation>Fragen mit</translation>
  </message>
  <message>
   <source>Ask with a recording from outside</source>
   <translation>Mit einer Aufnahme von außen fragen</translation>
  </message>
  <message>
   <source>At most one track of each artist, and none of the asked one's</source>
   <translation>Höchstens ein Stück je Interpret, und keines des gefragten</translation>
  </message>
  <message>
   <source>Channels</source>
   <translation>Kanäle</translation>
  </message>
  <message>
   <source>Choose file…</source>
   <translation>Datei wählen…</translation>
  </message>
  <message>
   <source>Copy path</source>
   <translation>Pfad kopieren</translation>
  </message>
  <message>
   <source>Distinct artists</source>
   <translation>Verschiedene Interpreten</translation>
  </message>
  <message>
   <source>Earlier question</source>
   <translation>Frühere Frage</translation>
  </message>
  <message>
   <source>Earlier question (Alt+Shift+Left)</source>
   <translation>Frühere Frage (Alt+Umschalt+Links)</translation>
  </message>
  <message>
   <source>Embedding set</source>
   <translation>Vektorsatz</translation>
  </message>
  <message>
   <source>Export the list as a table</source>
   <translation>Die Liste als Tabelle exportieren</translation>
  </message>
  <message>
   <source>Export the list…</source>
   <translation>Die Liste exportieren…</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Find what sounds so (Enter)</source>
   <translation>Suchen, was so klingt (Eingabe)</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>How many neighbours are shown</source>
   <translation>Wie viele Nachbarn gezeigt werden</translation>
  </message>
  <message>
   <source>Keep this question</source>
   <translation>Diese Frage behalten</translation>
  </message>
  <message>
   <source>Keep this question whatever track is current</source>
   <translation>Diese Frage behalten, welches Stück auch aktuell ist</translation>
  </message>
  <message>
   <source>Later question</source>
   <translation>Spätere Frage</translation>
  </message>
  <message>
   <source>Later question (Alt+Shift+Right)</source>
   <translation>Spätere Frage (Alt+Umschalt+Rechts)</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <source>Layer of the encoder</source>
   <translation>Schicht des Encoders</translation>
  </message>
  <message>
   <source>Layer {}</source>
   <translation>Schicht {}</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Look at {}</source>
   <translation>{} ansehen</translation>
  </message>
  <message>
   <source>Loudness</source>
   <translation>Lautheit</translation>
  </message>
  <message>
   <source>Nearest to</source>
   <translation>Am nächsten zu</translation>
  </message>
  <message>
   <source>Neighbours shown</source>
   <translation>Gezeigte Nachbarn</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Anmerkungen</translation>
  </message>
  <message>
   <source>Notes about the playlist</source>
   <translation>Anmerkungen zur Abspielliste</translation>
  </message>
  <message>
   <source>Peak</source>
   <translation>Spitze</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Abtastrate</translation>
  </message>
  <message>
   <source>SHA-256</source>
   <translation>SHA-256</translation>
  </message>
  <message>
   <source>Same recording as</source>
   <translation>Dieselbe Aufnahme wie</translation>
  </message>
  <message>
   <source>Selection</source>
   <translation>Auswahl</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Im Ordner zeigen</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Track</source>
   <translation>Stück</translation>
  </message>
  <message>
   <source>What is nearest to a file that is not in the collection</source>
   <translation>Was einer Datei am nächsten ist, die nicht in der Sammlung ist</translation>
  </message>
  <message>
   <source>What is nearest to the average of the chosen tracks</source>
   <translation>Was dem Mittel der gewählten Stücke am nächsten ist</translation>
  </message>
  <message>
   <source>What is nearest to the current track</source>
   <translation>Was dem aktuellen Stück am nächsten ist</translation>
  </message>
  <message>
   <source>What sounds as words say; needs an encoder with words</source>
   <translation>Was klingt, wie Wörter sagen; braucht einen Encoder mit Wörtern</translation>
  </message>
  <message>
   <source>Words to ask with</source>
   <translation>Wörter, mit denen gefragt wird</translation>
  </message>
  <message>
   <source>Words, such as slow fiddle lament</source>
   <translation>Wörter, etwa slow fiddle lament</translation>
  </message>
  <message>
   <source>or drop a recording here</source>
   <translation>oder eine Aufnahme hier ablegen</translation>
  </message>
  <message>
   <source>{} Hz</source>
   <translation>{} Hz</translation>
  </message>
  <message>
   <source>{} LUFS</source>
   <translation>{} LUFS</translation>
  </message>
  <message>
   <source>{} bit</source>
   <translation>{} Bit</translation>
  </message>
  <message>
   <source>{} dBFS</source>
   <translation>{} dBFS</translation>
  </message>
  <message>
   <source>{} s</source>
   <translation>{} s</translation>
  </message>
  <message>
   <source>{}: mean of excerpts of {} s, {} numbers, {} tracks</source>
   <translation>{}: Mittel der Ausschnitte von {} s, {} Zahlen, {} Stücke</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>The log is in {}.</source>
   <translation>Das Protokoll ist in {}.</translation>
  </message>
 </context>
 <context>
  <name>HistogramView</name>
  <message>
   <source>{} from {} to {}; {} found</source>
   <translation>{} von {} bis {}; {} gefunden</translation>
  </message>
  <message>
   <source>{}. Drag to choose a range</source>
   <translation>{}. Ziehen wählt einen Bereich</translation>
  </message>
  <message>
   <source>{}: {}</source>
   <translation>{}: {}</translation>
  </message>
 </context>
 <context>
  <name>HitRow</name>
  <message>
   <source>far on map</source>
   <translation>fern auf der Karte</translation>
  </message>
 </context>
 <context>
  <name>HitsModel</name>
  <message>
   <source>far on map</source>
   <translation>fern auf der Karte</translation>
  </message>
  <message>
   <source>similarity {}</source>
   <translation>Ähnlichkeit {}</translation>
  </message>
 </context>
 <context>
  <name>HitsView</name>
  <message>
   <source>Neighbours, the nearest first</source>
   <translation>Nachbarn, die nächsten zuerst</translation>
  </message>
 </context>
 <context>
  <name>HoverCard</name>
  <message>
   <source>Reading…</source>
   <translation>Wird gelesen…</translation>
  </message>
 </context>
 <context>
  <name>ItemsModel</name>
  <message>
   <source>Length</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>Track</source>
   <translation>Stück</translation>
  </message>
  <message>
   <source>{}, excerpt {}</source>
   <translation>{}, Ausschnitt {}</translation>
  </message>
 </context>
 <context>
  <name>ItemsTable</name>
  <message>
   <source>Tracks of the playlist</source>
   <translation>Stücke der Abspielliste</translation>
  </message>
 </context>
 <context>
  <name>JobStrip</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Do not offer this job again</source>
   <translation>Diesen Auftrag nicht mehr anbieten</translation>
  </message>
  <message>
   <source>Go on where the job was</source>
   <translation>Dort weitermachen, wo der Auftrag war</translation>
  </message>
  <message>
   <source>Jobs</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Nothing is running</source>
   <translation>Nichts läuft</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Progress of the job</source>
   <translation>Fortschritt des Auftrags</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Show or hide the list of jobs (Ctrl+J)</source>
   <translation>Die Liste der Aufträge zeigen oder verbergen (Strg+J)</translation>
  </message>
  <message>
   <source>Stop and throw away what this job made</source>
   <translation>Stoppen und verwerfen, was dieser Auftrag gemacht hat</translation>
  </message>
  <message>
   <source>The job can go on later</source>
   <translation>Der Auftrag kann später weitergehen</translation>
  </message>
  <message>
   <source>{} waiting</source>
   <translation>{} warten</translation>
  </message>
 </context>
 <context>
  <name>Jobs</name>
  <message>
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <source>Giving way…</source>
   <translation>Macht Platz…</translation>
  </message>
  <message>
   <source>Pausing…</source>
   <translation>Wird angehalten…</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Wird gestoppt…</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>abgebrochen</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fehlgeschlagen</translation>
  </message>
  <message>
   <source>interrupted</source>
   <translation>unterbrochen</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>running</source>
   <translation>läuft</translation>
  </message>
  <message>
   <source>stopped, kept</source>
   <translation>gestoppt, behalten</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>wartet</translation>
  </message>
  <message>
   <source>{} is paused at {}.</source>
   <translation>{} ist angehalten bei {}.</translation>
  </message>
  <message>
   <source>{} is paused.</source>
   <translation>{} ist angehalten.</translation>
  </message>
  <message>
   <source>{} is waiting.</source>
   <translation>{} wartet.</translation>
  </message>
  <message>
   <source>{} left</source>
   <translation>noch {}</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
  <message>
   <source>{} was interrupted at {}. Nothing is lost.</source>
   <translation>{} wurde bei {} unterbrochen. Nichts ist verloren.</translation>
  </message>
  <message>
   <source>{} was interrupted. Nothing is lost.</source>
   <translation>{} wurde unterbrochen. Nichts ist verloren.</translation>
  </message>
 </context>
 <context>
  <name>JobsModel</name>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Job</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
 </context>
 <context>
  <name>JobsPane</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Close (Ctrl+J)</source>
   <translation>Schließen (Strg+J)</translation>
  </message>
  <message>
   <source>Close the list of jobs</source>
   <translation>Die Liste der Aufträge schließen</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Do not offer this job again (Delete)</source>
   <translation>Diesen Auftrag nicht mehr anbieten (Entf)</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Jobs</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Jobs of this collection</source>
   <translation>Aufträge dieser Sammlung</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Show log</source>
   <translation>Protokoll zeigen</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Leertaste</translation>
  </message>
  <message>
   <source>Stop and keep</source>
   <translation>Stoppen und behalten</translation>
  </message>
  <message>
   <source>Stop and keep what is finished</source>
   <translation>Stoppen und behalten, was fertig ist</translation>
  </message>
  <message>
   <source>Stop and throw away what this job made (Delete)</source>
   <translation>Stoppen und verwerfen, was dieser Auftrag gemacht hat (Entf)</translation>
  </message>
  <message>
   <source>none yet in this collection</source>
   <translation>in dieser Sammlung noch keine</translation>
  </message>
  <message>
   <source>nothing is running</source>
   <translation>nichts läuft</translation>
  </message>
  <message>
   <source>{} interrupted</source>
   <translation>{} unterbrochen</translation>
  </message>
  <message>
   <source>{} paused</source>
   <translation>{} angehalten</translation>
  </message>
  <message>
   <source>{} running</source>
   <translation>{} laufen</translation>
  </message>
  <message>
   <source>{} waiting</source>
   <translation>{} warten</translation>
  </message>
 </context>
 <context>
  <name>KeysModel</name>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>What they do</source>
   <translation>Was sie tun</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
 </context>
 <context>
  <name>LabelDialog</name>
  <message>
   <source>&amp;Add</source>
   <translation>&amp;Hinzufügen</translation>
  </message>
  <message>
   <source>&amp;Clear</source>
   <translation>&amp;Leeren</translation>
  </message>
  <message>
   <source>&amp;Field</source>
   <translation>&amp;Feld</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>&amp;Entfernen</translation>
  </message>
  <message>
   <source>&amp;Set</source>
   <translation>&amp;Setzen</translation>
  </message>
  <message>
   <source>&amp;Value</source>
   <translation>&amp;Wert</translation>
  </message>
  <message>
   <source>A track may have several</source>
   <translation>Ein Stück darf mehrere haben</translation>
  </message>
  <message>
   <source>Add value</source>
   <translation>Wert hinzufügen</translation>
  </message>
  <message>
   <source>All values but this one</source>
   <translation>Alle Werte außer diesem</translation>
  </message>
  <message>
   <source>Categories</source>
   <translation>Kategorien</translation>
  </message>
  <message>
   <source>Clear label</source>
   <translation>Etikett leeren</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>Label of {}</source>
   <translation>Etikett von {}</translation>
  </message>
  <message>
   <source>New field, holds</source>
   <translation>Neues Feld, enthält</translation>
  </message>
  <message>
   <source>No value at all, whatever the tags say</source>
   <translation>Gar kein Wert, was auch die Tags sagen</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Remove value</source>
   <translation>Wert entfernen</translation>
  </message>
  <message>
   <source>Set label</source>
   <translation>Etikett setzen</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>This value and no other</source>
   <translation>Dieser Wert und kein anderer</translation>
  </message>
  <message>
   <source>This value beside the others</source>
   <translation>Dieser Wert neben den anderen</translation>
  </message>
  <message>
   <source>What the new field holds</source>
   <translation>Was das neue Feld enthält</translation>
  </message>
 </context>
 <context>
  <name>LabelForm</name>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>Label an excerpt</source>
   <translation>Einem Ausschnitt ein Etikett geben</translation>
  </message>
  <message>
   <source>Set label</source>
   <translation>Etikett setzen</translation>
  </message>
  <message>
   <source>The label belongs to these seconds only. It can be undone.</source>
   <translation>Das Etikett gehört nur zu diesen Sekunden. Es kann rückgängig gemacht werden.</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>{} is a new field.</source>
   <translation>{} ist ein neues Feld.</translation>
  </message>
  <message>
   <source>{} takes numbers.</source>
   <translation>{} nimmt Zahlen.</translation>
  </message>
 </context>
 <context>
  <name>LabelList</name>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
 </context>
 <context>
  <name>LabelSection</name>
  <message>
   <source>Add a value</source>
   <translation>Einen Wert hinzufügen</translation>
  </message>
  <message>
   <source>Add a value to {} (Insert)</source>
   <translation>Einen Wert zu {} hinzufügen (Einfg)</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <source>Change the value</source>
   <translation>Den Wert ändern</translation>
  </message>
  <message>
   <source>Change {} (F2)</source>
   <translation>{} ändern (F2)</translation>
  </message>
  <message>
   <source>Choose a label first</source>
   <translation>Zuerst ein Etikett wählen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Find tracks with this value</source>
   <translation>Stücke mit diesem Wert suchen</translation>
  </message>
  <message>
   <source>It is overruled already</source>
   <translation>Es gilt schon nicht mehr</translation>
  </message>
  <message>
   <source>It is overruled; revert, or let it count</source>
   <translation>Es gilt nicht; zurücksetzen, oder es gelten lassen</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
  <message>
   <source>Let this count</source>
   <translation>Dies gelten lassen</translation>
  </message>
  <message>
   <source>No person has said anything here</source>
   <translation>Niemand hat hier etwas gesagt</translation>
  </message>
  <message>
   <source>Nothing is said of it yet.</source>
   <translation>Noch ist nichts darüber gesagt.</translation>
  </message>
  <message>
   <source>Of any field (Ctrl+T)</source>
   <translation>Von jedem Feld (Strg+T)</translation>
  </message>
  <message>
   <source>Play excerpt</source>
   <translation>Ausschnitt abspielen</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove from {} (Delete)</source>
   <translation>Aus {} entfernen (Entf)</translation>
  </message>
  <message>
   <source>Remove the value</source>
   <translation>Den Wert entfernen</translation>
  </message>
  <message>
   <source>Revert to what the file says</source>
   <translation>Auf das zurücksetzen, was die Datei sagt</translation>
  </message>
  <message>
   <source>Revert {} to what the file says</source>
   <translation>{} auf das zurücksetzen, was die Datei sagt</translation>
  </message>
  <message>
   <source>Set label…</source>
   <translation>Etikett setzen…</translation>
  </message>
  <message>
   <source>There is none already</source>
   <translation>Es gibt schon keinen</translation>
  </message>
  <message>
   <source>{}: {}, {}</source>
   <translation>{}: {}, {}</translation>
  </message>
 </context>
 <context>
  <name>Labels</name>
  <message>
   <source> {} is a new field.</source>
   <translation> {} ist ein neues Feld.</translation>
  </message>
  <message>
   <source> “{}” is there already; “{}” becomes another value.</source>
   <translation>„{}“ gibt es schon; „{}“ wird ein anderer Wert.</translation>
  </message>
  <message>
   <source>&amp;Clear label…</source>
   <translation>Etikett &amp;leeren…</translation>
  </message>
  <message>
   <source>&amp;Delete field…</source>
   <translation>Feld lös&amp;chen…</translation>
  </message>
  <message>
   <source>&amp;Merge values…</source>
   <translation>Werte &amp;zusammenlegen…</translation>
  </message>
  <message>
   <source>&amp;Rename value…</source>
   <translation>Wert &amp;umbenennen…</translation>
  </message>
  <message>
   <source>1 does not have it</source>
   <translation>1 hat ihn nicht</translation>
  </message>
  <message>
   <source>1 has another value, which is replaced</source>
   <translation>1 hat einen anderen Wert, der ersetzt wird</translation>
  </message>
  <message>
   <source>1 has it already</source>
   <translation>1 hat ihn schon</translation>
  </message>
  <message>
   <source>A part of the files' names becomes a label, such as what stands before _</source>
   <translation>Ein Teil der Dateinamen wird ein Etikett, etwa was vor _ steht</translation>
  </message>
  <message>
   <source>Adds {value} to {field} of {count}</source>
   <translation>Fügt {value} zu {field} von {count} hinzu</translation>
  </message>
  <message>
   <source>Choose the tracks that should be labelled first.</source>
   <translation>Zuerst die Stücke wählen, die ein Etikett bekommen.</translation>
  </message>
  <message>
   <source>Its labels stay</source>
   <translation>Seine Etiketten bleiben</translation>
  </message>
  <message>
   <source>Labels from &amp;names…</source>
   <translation>Etiketten aus &amp;Namen…</translation>
  </message>
  <message>
   <source>Leave the chosen tracks without a value</source>
   <translation>Die gewählten Stücke ohne Wert lassen</translation>
  </message>
  <message>
   <source>Leaves {count} without {field}, whatever their tags say</source>
   <translation>Lässt {count} ohne {field}, was auch die Tags sagen</translation>
  </message>
  <message>
   <source>No track is chosen.</source>
   <translation>Kein Stück ist gewählt.</translation>
  </message>
  <message>
   <source>No track is found, so there are no names to read.</source>
   <translation>Kein Stück ist gefunden, also gibt es keine Namen zu lesen.</translation>
  </message>
  <message>
   <source>Nothing changes: none of {} has a value.</source>
   <translation>Nichts ändert sich: keines von {} hat einen Wert.</translation>
  </message>
  <message>
   <source>Nothing changes: none of {} has it.</source>
   <translation>Nichts ändert sich: keines von {} hat ihn.</translation>
  </message>
  <message>
   <source>Nothing changes: {} have it already.</source>
   <translation>Nichts ändert sich: {} haben ihn schon.</translation>
  </message>
  <message>
   <source>Of the chosen tracks, or of the current one</source>
   <translation>Der gewählten Stücke, oder des aktuellen</translation>
  </message>
  <message>
   <source>On every track that has it</source>
   <translation>An jedem Stück, das ihn hat</translation>
  </message>
  <message>
   <source>Removes {value} from {field} of {count}</source>
   <translation>Entfernt {value} aus {field} von {count}</translation>
  </message>
  <message>
   <source>Rename &amp;field…</source>
   <translation>&amp;Feld umbenennen…</translation>
  </message>
  <message>
   <source>Set &amp;label…</source>
   <translation>&amp;Etikett setzen…</translation>
  </message>
  <message>
   <source>Sets {field} to {value} on {count}</source>
   <translation>Setzt {field} auf {value} bei {count}</translation>
  </message>
  <message>
   <source>Several values become one</source>
   <translation>Mehrere Werte werden einer</translation>
  </message>
  <message>
   <source>With all its labels; it can be undone</source>
   <translation>Mit allen Etiketten; es kann rückgängig gemacht werden</translation>
  </message>
  <message>
   <source>{} do not have it</source>
   <translation>{} haben ihn nicht</translation>
  </message>
  <message>
   <source>{} have another value, which is replaced</source>
   <translation>{} haben einen anderen Wert, der ersetzt wird</translation>
  </message>
  <message>
   <source>{} have it already</source>
   <translation>{} haben ihn schon</translation>
  </message>
 </context>
 <context>
  <name>LedgerModel</name>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
 </context>
 <context>
  <name>LedgerPage</name>
  <message>
   <source>Choose a file first</source>
   <translation>Zuerst eine Datei wählen</translation>
  </message>
  <message>
   <source>Copy path</source>
   <translation>Pfad kopieren</translation>
  </message>
  <message>
   <source>Every file is in one state; the counts add up.</source>
   <translation>Jede Datei hat genau einen Zustand; die Zahlen ergeben die Summe.</translation>
  </message>
  <message>
   <source>Export CSV…</source>
   <translation>CSV exportieren…</translation>
  </message>
  <message>
   <source>Export ledger</source>
   <translation>Bestand exportieren</translation>
  </message>
  <message>
   <source>Files with their states</source>
   <translation>Dateien mit ihren Zuständen</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Look for files that are new, changed, moved or gone (Ctrl+R)</source>
   <translation>Nach Dateien sehen, die neu, verändert, verschoben oder fort sind (Strg+R)</translation>
  </message>
  <message>
   <source>No file is in this state.</source>
   <translation>Keine Datei ist in diesem Zustand.</translation>
  </message>
  <message>
   <source>No files yet. Add a folder.</source>
   <translation>Noch keine Dateien. Einen Ordner hinzufügen.</translation>
  </message>
  <message>
   <source>Only files that are OK are encoded, drawn and learnt from.</source>
   <translation>Nur Dateien im Zustand OK werden kodiert, gezeichnet und gelernt.</translation>
  </message>
  <message>
   <source>Scan again</source>
   <translation>Erneut einlesen</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Im Ordner zeigen</translation>
  </message>
  <message>
   <source>The files shown here, with state, reason and path</source>
   <translation>Die hier gezeigten Dateien mit Zustand, Grund und Pfad</translation>
  </message>
  <message>
   <source>{} file</source>
   <translation>{} Datei</translation>
  </message>
  <message>
   <source>{} files</source>
   <translation>{} Dateien</translation>
  </message>
  <message>
   <source>{} line written to {}.</source>
   <translation>{} Zeile nach {} geschrieben.</translation>
  </message>
  <message>
   <source>{} lines written to {}.</source>
   <translation>{} Zeilen nach {} geschrieben.</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
 </context>
 <context>
  <name>LeftCard</name>
  <message>
   <source>Do not offer this again</source>
   <translation>Dies nicht mehr anbieten</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Lassen</translation>
  </message>
  <message>
   <source>Open {} as it was</source>
   <translation>{} öffnen, wie es war</translation>
  </message>
  <message>
   <source>Soundings ended early ({}). Your search, your selection and every pane were kept.</source>
   <translation>Soundings endete vorzeitig ({}). Suche, Auswahl und alle Bereiche wurden behalten.</translation>
  </message>
 </context>
 <context>
  <name>Legend</name>
  <message>
   <source>Drag the legend to where it is not in the way</source>
   <translation>Die Legende dorthin ziehen, wo sie nicht im Weg ist</translation>
  </message>
  <message>
   <source>Fold the legend</source>
   <translation>Die Legende einklappen</translation>
  </message>
  <message>
   <source>Legend: {}</source>
   <translation>Legende: {}</translation>
  </message>
  <message>
   <source>Show all values</source>
   <translation>Alle Werte zeigen</translation>
  </message>
  <message>
   <source>Similarity from {} to 1</source>
   <translation>Ähnlichkeit von {} bis 1</translation>
  </message>
  <message>
   <source>Unfold the legend</source>
   <translation>Die Legende ausklappen</translation>
  </message>
  <message>
   <source>{} without a value</source>
   <translation>{} ohne Wert</translation>
  </message>
 </context>
 <context>
  <name>LegendRow</name>
  <message>
   <source>Hide</source>
   <translation>Verbergen</translation>
  </message>
  <message>
   <source>Select {}</source>
   <translation>{} auswählen</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show alone</source>
   <translation>Allein zeigen</translation>
  </message>
  <message>
   <source>{}, {}</source>
   <translation>{}, {}</translation>
  </message>
  <message>
   <source>{}: {}. Click hides or shows it; Ctrl+click shows it alone, Shift+click selects it</source>
   <translation>{}: {}. Ein Klick verbirgt oder zeigt es; Strg+Klick zeigt es allein, Umschalt+Klick wählt es aus</translation>
  </message>
 </context>
 <context>
  <name>LibraryPane</name>
  <message>
   <source>Add a folder of recordings…</source>
   <translation>Einen Ordner mit Aufnahmen hinzufügen…</translation>
  </message>
  <message>
   <source>Choose columns</source>
   <translation>Spalten wählen</translation>
  </message>
  <message>
   <source>Choose more tracks</source>
   <translation>Mehr Stücke wählen</translation>
  </message>
  <message>
   <source>Choose the track, or no longer</source>
   <translation>Das Stück wählen, oder nicht mehr</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <source>Export tracks…</source>
   <translation>Stücke exportieren…</translation>
  </message>
  <message>
   <source>Export what is found…</source>
   <translation>Exportieren, was gefunden ist…</translation>
  </message>
  <message>
   <source>Facets</source>
   <translation>Facetten</translation>
  </message>
  <message>
   <source>Go from cell to cell</source>
   <translation>Von Zelle zu Zelle gehen</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>Bibliothek</translation>
  </message>
  <message>
   <source>No track is found for {}</source>
   <translation>Für {} ist kein Stück gefunden</translation>
  </message>
  <message>
   <source>No track is found.</source>
   <translation>Kein Stück ist gefunden.</translation>
  </message>
  <message>
   <source>Play the track and those below it</source>
   <translation>Das Stück und die darunter abspielen</translation>
  </message>
  <message>
   <source>Show all tracks</source>
   <translation>Alle Stücke zeigen</translation>
  </message>
  <message>
   <source>Show the facets</source>
   <translation>Die Facetten zeigen</translation>
  </message>
  <message>
   <source>This collection holds no tracks yet. The files of a folder stay where they are.</source>
   <translation>Diese Sammlung enthält noch keine Stücke. Die Dateien eines Ordners bleiben, wo sie sind.</translation>
  </message>
  <message>
   <source>Type in the cell</source>
   <translation>In die Zelle schreiben</translation>
  </message>
  <message>
   <source>Walk without choosing</source>
   <translation>Gehen, ohne zu wählen</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
 </context>
 <context>
  <name>LineDelegate</name>
  <message>
   <source>Another value</source>
   <translation>Ein anderer Wert</translation>
  </message>
  <message>
   <source>Another value of {}</source>
   <translation>Ein anderer Wert von {}</translation>
  </message>
  <message>
   <source>Ctrl+Enter keeps it, Escape leaves it as it was</source>
   <translation>Strg+Eingabe behält es, Esc lässt es, wie es war</translation>
  </message>
  <message>
   <source>Value of {}</source>
   <translation>Wert von {}</translation>
  </message>
 </context>
 <context>
  <name>Lines</name>
  <message>
   <source>In the excerpt {}</source>
   <translation>Im Ausschnitt {}</translation>
  </message>
  <message>
   <source>and {} more</source>
   <translation>und {} weitere</translation>
  </message>
  <message>
   <source>on all</source>
   <translation>an allen</translation>
  </message>
  <message>
   <source>on {} of {}</source>
   <translation>an {} von {}</translation>
  </message>
  <message>
   <source>{} different values</source>
   <translation>{} verschiedene Werte</translation>
  </message>
 </context>
 <context>
  <name>Listening</name>
  <message>
   <source>Nothing is heard: PortAudio is not installed. {}</source>
   <translation>Nichts ist zu hören: PortAudio ist nicht installiert. {}</translation>
  </message>
  <message>
   <source>Nothing is heard: the process that plays ends again and again. Restart Soundings.</source>
   <translation>Nichts ist zu hören: der Prozess, der spielt, endet immer wieder. Soundings neu starten.</translation>
  </message>
  <message>
   <source>Nothing is heard: there is no sound device. Connect a sound card or headphones.</source>
   <translation>Nichts ist zu hören: es gibt kein Klanggerät. Eine Soundkarte oder Kopfhörer anschließen.</translation>
  </message>
  <message>
   <source>Nothing is heard: {} cannot be opened. End other programs that play, or choose another output device.</source>
   <translation>Nichts ist zu hören: {} lässt sich nicht öffnen. Andere Programme beenden, die spielen, oder ein anderes Ausgabegerät wählen.</translation>
  </message>
  <message>
   <source>Nothing is heard: {} is gone. Connect it again, or choose another output device.</source>
   <translation>Nichts ist zu hören: {} ist fort. Es wieder anschließen oder ein anderes Ausgabegerät wählen.</translation>
  </message>
  <message>
   <source>Set Soundings up again.</source>
   <translation>Soundings neu einrichten.</translation>
  </message>
  <message>
   <source>Sound is back.</source>
   <translation>Der Klang ist wieder da.</translation>
  </message>
  <message>
   <source>Sound is switched off by SOUNDINGS_SOUND in the environment.</source>
   <translation>Der Klang ist durch SOUNDINGS_SOUND in der Umgebung ausgeschaltet.</translation>
  </message>
  <message>
   <source>The sound device</source>
   <translation>Das Klanggerät</translation>
  </message>
  <message>
   <source>Type: sudo apt-get install libportaudio2</source>
   <translation>Dies eingeben: sudo apt-get install libportaudio2</translation>
  </message>
 </context>
 <context>
  <name>LogDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy the log to the clipboard</source>
   <translation>Das Protokoll in die Zwischenablage kopieren</translation>
  </message>
  <message>
   <source>Log of {}</source>
   <translation>Protokoll von {}</translation>
  </message>
  <message>
   <source>Nothing has been written yet.</source>
   <translation>Noch ist nichts geschrieben.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>A folder of recordings; nothing in it is changed</source>
   <translation>Ein Ordner mit Aufnahmen; nichts darin wird verändert</translation>
  </message>
  <message>
   <source>Close and pause</source>
   <translation>Schließen und anhalten</translation>
  </message>
  <message>
   <source>Closing the collection. What runs is paused first…</source>
   <translation>Die Sammlung wird geschlossen. Was läuft, wird zuerst angehalten…</translation>
  </message>
  <message>
   <source>It will be paused and offered again when {} is opened.</source>
   <translation>Er wird angehalten und wieder angeboten, wenn {} geöffnet wird.</translation>
  </message>
  <message>
   <source>Keep open</source>
   <translation>Offen lassen</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Lassen</translation>
  </message>
  <message>
   <source>New collection in {}?</source>
   <translation>Neue Sammlung in {}?</translation>
  </message>
  <message>
   <source>New collection…</source>
   <translation>Neue Sammlung…</translation>
  </message>
  <message>
   <source>Open the folder of a collection</source>
   <translation>Den Ordner einer Sammlung öffnen</translation>
  </message>
  <message>
   <source>Opening {}…</source>
   <translation>{} wird geöffnet…</translation>
  </message>
  <message>
   <source>Where is the collection that was in {}?</source>
   <translation>Wo ist die Sammlung, die in {} war?</translation>
  </message>
  <message>
   <source>{} holds no collection. A new one is empty; nothing else in the folder is touched.</source>
   <translation>{} enthält keine Sammlung. Eine neue ist leer; sonst wird im Ordner nichts angerührt.</translation>
  </message>
  <message>
   <source>{} is running</source>
   <translation>{} läuft</translation>
  </message>
  <message>
   <source>{} jobs are running</source>
   <translation>{} Aufträge laufen</translation>
  </message>
  <message>
   <source>{} — Soundings</source>
   <translation>{} — Soundings</translation>
  </message>
 </context>
 <context>
  <name>Map</name>
  <message>
   <source>Across</source>
   <translation>Nach rechts</translation>
  </message>
  <message>
   <source>Counting how many true neighbours are near here…</source>
   <translation>Es wird gezählt, wie viele echte Nachbarn hier nahe sind…</translation>
  </message>
  <message>
   <source>Judged on {}.</source>
   <translation>Beurteilt an {}.</translation>
  </message>
  <message>
   <source>The axes have no unit.</source>
   <translation>Die Achsen haben keine Einheit.</translation>
  </message>
  <message>
   <source>Trust {mean} (by chance {chance}): on average {near} of a track's {k} true neighbours are among its {wider} nearest points here.</source>
   <translation>Verlässlichkeit {mean} (durch Zufall {chance}): im Mittel sind {near} der {k} echten Nachbarn eines Stücks unter seinen {wider} nächsten Punkten hier.</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>all {} true neighbours are near on the map</source>
   <translation>alle {} echten Nachbarn sind auf der Karte nahe</translation>
  </message>
  <message>
   <source>are far</source>
   <translation>sind fern</translation>
  </message>
  <message>
   <source>is far</source>
   <translation>ist fern</translation>
  </message>
  <message>
   <source>laid over map {}</source>
   <translation>über Karte {} gelegt</translation>
  </message>
  <message>
   <source>least distance {}</source>
   <translation>kleinster Abstand {}</translation>
  </message>
  <message>
   <source>mean</source>
   <translation>Mittel</translation>
  </message>
  <message>
   <source>mean of all {} s excerpts</source>
   <translation>Mittel aller Ausschnitte von {} s</translation>
  </message>
  <message>
   <source>of {}</source>
   <translation>von {}</translation>
  </message>
  <message>
   <source>perplexity {}</source>
   <translation>Perplexität {}</translation>
  </message>
  <message>
   <source>seed {}</source>
   <translation>Startwert {}</translation>
  </message>
  <message>
   <source>stopped after {} steps</source>
   <translation>nach {} Schritten gestoppt</translation>
  </message>
  <message>
   <source>{} neighbours</source>
   <translation>{} Nachbarn</translation>
  </message>
  <message>
   <source>{} of {} shown</source>
   <translation>{} von {} gezeigt</translation>
  </message>
  <message>
   <source>{} of {} true neighbours are near on the map, {} {}</source>
   <translation>{} von {} echten Nachbarn sind auf der Karte nahe, {} {}</translation>
  </message>
  <message>
   <source>{} s</source>
   <translation>{} s</translation>
  </message>
  <message>
   <source>{} {} % of the variance</source>
   <translation>{} {} % der Varianz</translation>
  </message>
  <message>
   <source>{}, along with {}</source>
   <translation>{}, zusammen mit {}</translation>
  </message>
 </context>
 <context>
  <name>MapCanvas</name>
  <message>
   <source>Map</source>
   <translation>Karte</translation>
  </message>
  <message>
   <source>No track lies farther down.</source>
   <translation>Kein Stück liegt weiter unten.</translation>
  </message>
  <message>
   <source>No track lies farther left.</source>
   <translation>Kein Stück liegt weiter links.</translation>
  </message>
  <message>
   <source>No track lies farther right.</source>
   <translation>Kein Stück liegt weiter rechts.</translation>
  </message>
  <message>
   <source>No track lies farther up.</source>
   <translation>Kein Stück liegt weiter oben.</translation>
  </message>
 </context>
 <context>
  <name>MapCommands</name>
  <message>
   <source>&amp;Draw a map…</source>
   <translation>Karte &amp;zeichnen…</translation>
  </message>
  <message>
   <source>&amp;Export the map…</source>
   <translation>Karte e&amp;xportieren…</translation>
  </message>
  <message>
   <source>&amp;Place a file…</source>
   <translation>Datei &amp;einzeichnen…</translation>
  </message>
  <message>
   <source>All of the current track's colour</source>
   <translation>Alle in der Farbe des aktuellen Stücks</translation>
  </message>
  <message>
   <source>All points, as large as they can be</source>
   <translation>Alle Punkte, so groß wie möglich</translation>
  </message>
  <message>
   <source>As a picture or a table</source>
   <translation>Als Bild oder Tabelle</translation>
  </message>
  <message>
   <source>Choose method, tracks and settings</source>
   <translation>Verfahren, Stücke und Einstellungen wählen</translation>
  </message>
  <message>
   <source>Choose with a lasso</source>
   <translation>Mit einem Lasso wählen</translation>
  </message>
  <message>
   <source>Choose with a rectangle</source>
   <translation>Mit einem Rechteck wählen</translation>
  </message>
  <message>
   <source>Closer (+ while the map has the keyboard)</source>
   <translation>Näher (+, solange die Karte die Tastatur hat)</translation>
  </message>
  <message>
   <source>Density</source>
   <translation>Dichte</translation>
  </message>
  <message>
   <source>Depth lines where tracks lie close</source>
   <translation>Tiefenlinien, wo Stücke dicht liegen</translation>
  </message>
  <message>
   <source>Draw around tracks to select them</source>
   <translation>Um Stücke herumziehen, um sie zu wählen</translation>
  </message>
  <message>
   <source>Every heard track is on the map</source>
   <translation>Jedes gehörte Stück ist auf der Karte</translation>
  </message>
  <message>
   <source>Find &amp;clusters…</source>
   <translation>&amp;Cluster suchen…</translation>
  </message>
  <message>
   <source>Further (− while the map has the keyboard)</source>
   <translation>Weiter weg (−, solange die Karte die Tastatur hat)</translation>
  </message>
  <message>
   <source>Hover plays</source>
   <translation>Zeigen spielt</translation>
  </message>
  <message>
   <source>Link the current track to its neighbours</source>
   <translation>Das aktuelle Stück mit seinen Nachbarn verbinden</translation>
  </message>
  <message>
   <source>Move the map</source>
   <translation>Die Karte verschieben</translation>
  </message>
  <message>
   <source>No map is shown</source>
   <translation>Keine Karte ist zu sehen</translation>
  </message>
  <message>
   <source>Open a collection first</source>
   <translation>Zuerst eine Sammlung öffnen</translation>
  </message>
  <message>
   <source>Pale where the map is not to be believed</source>
   <translation>Blass, wo der Karte nicht zu trauen ist</translation>
  </message>
  <message>
   <source>Place &amp;new tracks</source>
   <translation>&amp;Neue Stücke einzeichnen</translation>
  </message>
  <message>
   <source>Pull a rectangle around tracks</source>
   <translation>Ein Rechteck um Stücke ziehen</translation>
  </message>
  <message>
   <source>Pull the map with the pointer</source>
   <translation>Die Karte mit dem Zeiger ziehen</translation>
  </message>
  <message>
   <source>Rest on a point to hear it</source>
   <translation>Auf einem Punkt verweilen, um ihn zu hören</translation>
  </message>
  <message>
   <source>Select all like this</source>
   <translation>Alle wie dieses auswählen</translation>
  </message>
  <message>
   <source>Shade by trust</source>
   <translation>Nach Verlässlichkeit abblenden</translation>
  </message>
  <message>
   <source>Show the whole map</source>
   <translation>Die ganze Karte zeigen</translation>
  </message>
  <message>
   <source>Tracks heard since the map was drawn</source>
   <translation>Stücke, gehört, seit die Karte gezeichnet wurde</translation>
  </message>
  <message>
   <source>True neighbours</source>
   <translation>Echte Nachbarn</translation>
  </message>
  <message>
   <source>Where a recording from outside would lie</source>
   <translation>Wo eine Aufnahme von außen läge</translation>
  </message>
  <message>
   <source>Which tracks an encoder hears as groups</source>
   <translation>Welche Stücke ein Encoder als Gruppen hört</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
  <message>
   <source>{} ({} while the map has the keyboard)</source>
   <translation>{} ({}, solange die Karte die Tastatur hat)</translation>
  </message>
 </context>
 <context>
  <name>MapPage</name>
  <message>
   <source>Arrows</source>
   <translation>Pfeile</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Pos1</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>Karte</translation>
  </message>
  <message>
   <source>Play the current track</source>
   <translation>Das aktuelle Stück abspielen</translation>
  </message>
  <message>
   <source>Shift+arrows</source>
   <translation>Umschalt+Pfeile</translation>
  </message>
  <message>
   <source>Walk to the middle</source>
   <translation>Zur Mitte gehen</translation>
  </message>
  <message>
   <source>Walk to the next track that way</source>
   <translation>In diese Richtung zum nächsten Stück gehen</translation>
  </message>
  <message>
   <source>Walk, and select</source>
   <translation>Gehen und auswählen</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>Vergrößerung</translation>
  </message>
 </context>
 <context>
  <name>MarkedBar</name>
  <message>
   <source>Find what is near this excerpt</source>
   <translation>Suchen, was diesem Ausschnitt nahe ist</translation>
  </message>
  <message>
   <source>Give this excerpt a label</source>
   <translation>Diesem Ausschnitt ein Etikett geben</translation>
  </message>
  <message>
   <source>Label…</source>
   <translation>Etikett…</translation>
  </message>
  <message>
   <source>Loop</source>
   <translation>Schleife</translation>
  </message>
  <message>
   <source>Neighbours</source>
   <translation>Nachbarn</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Play it round and round</source>
   <translation>Immer wieder von vorn spielen</translation>
  </message>
  <message>
   <source>Play the marked excerpt (Enter)</source>
   <translation>Den markierten Ausschnitt abspielen (Eingabe)</translation>
  </message>
  <message>
   <source>Take the mark away (Escape)</source>
   <translation>Markierung wegnehmen (Esc)</translation>
  </message>
 </context>
 <context>
  <name>MatchBody</name>
  <message>
   <source>A across, B upwards, minutes</source>
   <translation>A nach rechts, B nach oben</translation>
  </message>
  <message>
   <source>A itself: how it is built</source>
   <translation>A selbst: wie es gebaut ist</translation>
  </message>
  <message>
   <source>Above chance only</source>
   <translation>Nur über dem Zufall</translation>
  </message>
  <message>
   <source>B: which track to compare with</source>
   <translation>B: mit welchem Stück verglichen wird</translation>
  </message>
  <message>
   <source>Compare with this track</source>
   <translation>Mit diesem Stück vergleichen</translation>
  </message>
  <message>
   <source>Export the picture or the stretches</source>
   <translation>Das Bild oder die Stellen exportieren</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Leave out what excerpts of unrelated tracks reach, too</source>
   <translation>Weglassen, was auch Ausschnitte fremder Stücke erreichen</translation>
  </message>
  <message>
   <source>Similarity</source>
   <translation>Ähnlichkeit</translation>
  </message>
  <message>
   <source>{} of A, {} of B: similarity {}</source>
   <translation>{} von A, {} von B: Ähnlichkeit {}</translation>
  </message>
 </context>
 <context>
  <name>MatchExport</name>
  <message>
   <source>A: {}    B: {}</source>
   <translation>A: {}    B: {}</translation>
  </message>
  <message>
   <source>Export the picture</source>
   <translation>Das Bild exportieren</translation>
  </message>
  <message>
   <source>Export the stretches as a table</source>
   <translation>Die Stellen als Tabelle exportieren</translation>
  </message>
  <message>
   <source>Picture (PNG)…</source>
   <translation>Bild (PNG)…</translation>
  </message>
  <message>
   <source>Pictures (*.png)</source>
   <translation>Bilder (*.png)</translation>
  </message>
  <message>
   <source>Stretches (CSV)…</source>
   <translation>Stellen (CSV)…</translation>
  </message>
  <message>
   <source>Tables (*.csv *.tsv)</source>
   <translation>Tabellen (*.csv *.tsv)</translation>
  </message>
  <message>
   <source>{} matches {}</source>
   <translation>{} passt zu {}</translation>
  </message>
  <message>
   <source>{} was written.</source>
   <translation>{} wurde geschrieben.</translation>
  </message>
 </context>
 <context>
  <name>MatchPane</name>
  <message>
   <source>Click a track to see where it matches others.</source>
   <translation>Auf ein Stück klicken, um zu sehen, wo es zu anderen passt.</translation>
  </message>
  <message>
   <source>Compare again</source>
   <translation>Erneut vergleichen</translation>
  </message>
  <message>
   <source>Comparing second by second…</source>
   <translation>Sekunde für Sekunde wird verglichen…</translation>
  </message>
  <message>
   <source>Encode…</source>
   <translation>Kodieren…</translation>
  </message>
  <message>
   <source>Nothing here has been encoded yet. Where two tracks match needs an encoder's ears.</source>
   <translation>Hier ist noch nichts kodiert. Wo zwei Stücke zueinander passen, braucht die Ohren eines Encoders.</translation>
  </message>
  <message>
   <source>Play A where the cross is; with Shift, B</source>
   <translation>A spielen, wo das Kreuz ist; mit Umschalt B</translation>
  </message>
  <message>
   <source>Play the stretch in A; with Shift, in B</source>
   <translation>Die Stelle in A abspielen; mit Umschalt in B</translation>
  </message>
  <message>
   <source>Stretch {} that matches</source>
   <translation>Stelle {}, die passt</translation>
  </message>
  <message>
   <source>Switch between A and B at the same place</source>
   <translation>An derselben Stelle zwischen A und B wechseln</translation>
  </message>
  <message>
   <source>The comparison was cancelled.</source>
   <translation>Der Vergleich wurde abgebrochen.</translation>
  </message>
  <message>
   <source>The tracks could not be compared; the log says why.</source>
   <translation>Die Stücke konnten nicht verglichen werden; im Protokoll steht, warum.</translation>
  </message>
  <message>
   <source>Where it matches</source>
   <translation>Wo es passt</translation>
  </message>
 </context>
 <context>
  <name>MatrixView</name>
  <message>
   <source>Click plays A there, Shift+click plays B, X goes from one to the other</source>
   <translation>Ein Klick spielt A von dort, Umschalt+Klick spielt B, X wechselt zwischen beiden</translation>
  </message>
  <message>
   <source>Similarity of A, across, and B, upwards</source>
   <translation>Ähnlichkeit von A, nach rechts, und B, nach oben</translation>
  </message>
 </context>
 <context>
  <name>Menus</name>
  <message>
   <source>&amp;About Soundings</source>
   <translation>Über &amp;Soundings</translation>
  </message>
  <message>
   <source>&amp;Add folder…</source>
   <translation>Ordner &amp;hinzufügen…</translation>
  </message>
  <message>
   <source>&amp;Back up…</source>
   <translation>Si&amp;chern…</translation>
  </message>
  <message>
   <source>&amp;Close collection</source>
   <translation>Sammlung s&amp;chließen</translation>
  </message>
  <message>
   <source>&amp;Collection</source>
   <translation>&amp;Sammlung</translation>
  </message>
  <message>
   <source>&amp;Colours</source>
   <translation>&amp;Farben</translation>
  </message>
  <message>
   <source>&amp;Dark</source>
   <translation>&amp;Dunkel</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;Encoders…</source>
   <translation>E&amp;ncoder…</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;Jobs</source>
   <translation>A&amp;ufträge</translation>
  </message>
  <message>
   <source>&amp;Keyboard shortcuts</source>
   <translation>&amp;Tastenkürzel</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>&amp;Hell</translation>
  </message>
  <message>
   <source>&amp;Map</source>
   <translation>&amp;Karte</translation>
  </message>
  <message>
   <source>&amp;New collection…</source>
   <translation>&amp;Neue Sammlung…</translation>
  </message>
  <message>
   <source>&amp;Open collection…</source>
   <translation>Sammlung &amp;öffnen…</translation>
  </message>
  <message>
   <source>&amp;Play</source>
   <translation>&amp;Wiedergabe</translation>
  </message>
  <message>
   <source>&amp;Preferences…</source>
   <translation>&amp;Einstellungen…</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Beenden</translation>
  </message>
  <message>
   <source>&amp;Recent</source>
   <translation>&amp;Zuletzt geöffnet</translation>
  </message>
  <message>
   <source>&amp;Scan again</source>
   <translation>Erneut &amp;einlesen</translation>
  </message>
  <message>
   <source>&amp;Start page</source>
   <translation>&amp;Startseite</translation>
  </message>
  <message>
   <source>&amp;Studies</source>
   <translation>St&amp;udien</translation>
  </message>
  <message>
   <source>&amp;Tracks</source>
   <translation>S&amp;tücke</translation>
  </message>
  <message>
   <source>&amp;Verify files</source>
   <translation>Dateien &amp;prüfen</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <source>&amp;What works on this computer</source>
   <translation>&amp;Was hier funktioniert</translation>
  </message>
  <message>
   <source>&amp;Window</source>
   <translation>&amp;Fenster</translation>
  </message>
  <message>
   <source>As the &amp;system</source>
   <translation>Wie das &amp;System</translation>
  </message>
  <message>
   <source>Back to the start page; what runs is paused</source>
   <translation>Zurück zur Startseite; was läuft, wird angehalten</translation>
  </message>
  <message>
   <source>Check that every file is still what it was</source>
   <translation>Prüfen, ob jede Datei noch ist, was sie war</translation>
  </message>
  <message>
   <source>Colours, devices, folders</source>
   <translation>Farben, Geräte, Ordner</translation>
  </message>
  <message>
   <source>Copy the collection, without the audio</source>
   <translation>Die Sammlung kopieren, ohne die Aufnahmen</translation>
  </message>
  <message>
   <source>Devices, sound, what is missing</source>
   <translation>Geräte, Klang, was fehlt</translation>
  </message>
  <message>
   <source>End Soundings</source>
   <translation>Soundings beenden</translation>
  </message>
  <message>
   <source>Every key, by menu; to search or print</source>
   <translation>Jede Taste nach Menüs; zum Suchen oder Drucken</translation>
  </message>
  <message>
   <source>Look for files that are new, changed, moved or gone</source>
   <translation>Nach Dateien sehen, die neu, verändert, verschoben oder fort sind</translation>
  </message>
  <message>
   <source>Make an empty collection in a folder of its own</source>
   <translation>Eine leere Sammlung in einem eigenen Ordner anlegen</translation>
  </message>
  <message>
   <source>None yet</source>
   <translation>Noch keine</translation>
  </message>
  <message>
   <source>Open &amp;log folder</source>
   <translation>&amp;Protokollordner öffnen</translation>
  </message>
  <message>
   <source>Open a folder that holds collection.sqlite</source>
   <translation>Einen Ordner öffnen, der collection.sqlite enthält</translation>
  </message>
  <message>
   <source>Open another collection</source>
   <translation>Eine andere Sammlung öffnen</translation>
  </message>
  <message>
   <source>Open the &amp;demo collection</source>
   <translation>&amp;Demosammlung öffnen</translation>
  </message>
  <message>
   <source>Short pieces that the program composes</source>
   <translation>Kurze Stücke, die das Programm komponiert</translation>
  </message>
  <message>
   <source>Show or hide the list of jobs</source>
   <translation>Die Liste der Aufträge zeigen oder verbergen</translation>
  </message>
  <message>
   <source>T&amp;each</source>
   <translation>&amp;Lernen</translation>
  </message>
  <message>
   <source>Take the recordings of a folder into the collection</source>
   <translation>Die Aufnahmen eines Ordners in die Sammlung nehmen</translation>
  </message>
  <message>
   <source>Versions and where things are kept</source>
   <translation>Versionen und wo was aufbewahrt wird</translation>
  </message>
  <message>
   <source>What can hear here; fetch, add, check, encode</source>
   <translation>Was hier hören kann; holen, hinzufügen, prüfen, kodieren</translation>
  </message>
  <message>
   <source>Where the log is, for a report</source>
   <translation>Wo das Protokoll ist, für einen Bericht</translation>
  </message>
 </context>
 <context>
  <name>MergeDialog</name>
  <message>
   <source>&amp;Become</source>
   <translation>&amp;Werden zu</translation>
  </message>
  <message>
   <source>&amp;Values</source>
   <translation>&amp;Werte</translation>
  </message>
  <message>
   <source>Merge values</source>
   <translation>Werte zusammenlegen</translation>
  </message>
  <message>
   <source>Tick the values that are one and the same.</source>
   <translation>Die Werte ankreuzen, die ein und derselbe sind.</translation>
  </message>
  <message>
   <source>Values that become one</source>
   <translation>Werte, die einer werden</translation>
  </message>
  <message>
   <source>What they become</source>
   <translation>Was sie werden</translation>
  </message>
  <message>
   <source>{} become {}; sources stay what they are.</source>
   <translation>{} werden {}; Quellen bleiben, was sie sind.</translation>
  </message>
 </context>
 <context>
  <name>MessageBar</name>
  <message>
   <source>Close this message</source>
   <translation>Diese Nachricht schließen</translation>
  </message>
  <message>
   <source>Close this message (Escape)</source>
   <translation>Diese Nachricht schließen (Esc)</translation>
  </message>
  <message>
   <source>Details…</source>
   <translation>Einzelheiten…</translation>
  </message>
  <message>
   <source>What to put into a report</source>
   <translation>Was in einen Bericht gehört</translation>
  </message>
  <message>
   <source>{} more</source>
   <translation>{} weitere</translation>
  </message>
 </context>
 <context>
  <name>Meter</name>
  <message>
   <source>L</source>
   <translation>L</translation>
  </message>
  <message>
   <source>Level of the left and the right side</source>
   <translation>Pegel der linken und der rechten Seite</translation>
  </message>
  <message>
   <source>Peaks below full scale, from −60 to 0 dB</source>
   <translation>Spitzen unter Vollaussteuerung, von −60 bis 0 dB</translation>
  </message>
  <message>
   <source>R</source>
   <translation>R</translation>
  </message>
 </context>
 <context>
  <name>MethodsDoor</name>
  <message>
   <source>&amp;Methods sheet…</source>
   <translation>&amp;Methodenblatt …</translation>
  </message>
  <message>
   <source>All that others need to get the same figures</source>
   <translation>Alles, was andere brauchen, um auf dieselben Zahlen zu kommen</translation>
  </message>
 </context>
 <context>
  <name>MonitorPage</name>
  <message>
   <source>Monitor</source>
   <translation>Verlauf</translation>
  </message>
 </context>
 <context>
  <name>NamesDialog</name>
  <message>
   <source> {} is a new field.</source>
   <translation> {} ist ein neues Feld.</translation>
  </message>
  <message>
   <source>&amp;Field</source>
   <translation>&amp;Feld</translation>
  </message>
  <message>
   <source>&amp;Gives</source>
   <translation>&amp;Ergibt</translation>
  </message>
  <message>
   <source>&amp;Value</source>
   <translation>&amp;Wert</translation>
  </message>
  <message>
   <source>1 value</source>
   <translation>1 Wert</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>File name, after the last _ or -</source>
   <translation>Dateiname, nach dem letzten _ oder -</translation>
  </message>
  <message>
   <source>File name, after the last space</source>
   <translation>Dateiname, nach dem letzten Leerzeichen</translation>
  </message>
  <message>
   <source>File name, before the first _ or -</source>
   <translation>Dateiname, vor dem ersten _ oder -</translation>
  </message>
  <message>
   <source>File name, before the first space</source>
   <translation>Dateiname, vor dem ersten Leerzeichen</translation>
  </message>
  <message>
   <source>Folder that the file lies in</source>
   <translation>Ordner, in dem die Datei liegt</translation>
  </message>
  <message>
   <source>Labels from names</source>
   <translation>Etiketten aus Namen</translation>
  </message>
  <message>
   <source>Labels of {} from their names</source>
   <translation>Etiketten von {} aus ihren Namen</translation>
  </message>
  <message>
   <source>None of these names has such a part.</source>
   <translation>Keiner dieser Namen hat einen solchen Teil.</translation>
  </message>
  <message>
   <source>Nothing changes: {} have these values already.</source>
   <translation>Nichts ändert sich: {} haben diese Werte schon.</translation>
  </message>
  <message>
   <source>Set labels</source>
   <translation>Etiketten setzen</translation>
  </message>
  <message>
   <source>Sets {} of {} to {}</source>
   <translation>Setzt {} von {} auf {}</translation>
  </message>
  <message>
   <source>Tracks</source>
   <translation>Stücke</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Values and how many tracks get them</source>
   <translation>Werte und wie viele Stücke sie bekommen</translation>
  </message>
  <message>
   <source>Which part of the name</source>
   <translation>Welcher Teil des Namens</translation>
  </message>
  <message>
   <source>as they are already: {}</source>
   <translation>schon so: {}</translation>
  </message>
  <message>
   <source>other values that are replaced: {}</source>
   <translation>andere Werte, die ersetzt werden: {}</translation>
  </message>
  <message>
   <source>without such a part, left alone: {}</source>
   <translation>ohne einen solchen Teil, bleiben: {}</translation>
  </message>
  <message>
   <source>{} values</source>
   <translation>{} Werte</translation>
  </message>
 </context>
 <context>
  <name>NamesModel</name>
  <message>
   <source>Items</source>
   <translation>Einträge</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Playlist</source>
   <translation>Abspielliste</translation>
  </message>
  <message>
   <source>{}: {}, {}</source>
   <translation>{}: {}, {}</translation>
  </message>
 </context>
 <context>
  <name>NamesTable</name>
  <message>
   <source>Playlists</source>
   <translation>Abspiellisten</translation>
  </message>
 </context>
 <context>
  <name>Neighbours</name>
  <message>
   <source>95 % of random pairs of excerpts score below {}.</source>
   <translation>95 % zufälliger Paare von Ausschnitten liegen unter {}.</translation>
  </message>
  <message>
   <source>95 % of random pairs score below {}.</source>
   <translation>95 % zufälliger Paare liegen unter {}.</translation>
  </message>
  <message>
   <source>95 % of tracks score below {1} when {0} random ones are asked with so.</source>
   <translation>95 % der Stücke liegen unter {1}, wenn mit {0} zufälligen so gefragt wird.</translation>
  </message>
  <message>
   <source>Ask with the current track</source>
   <translation>Mit dem aktuellen Stück fragen</translation>
  </message>
  <message>
   <source>Bars begin at {}.</source>
   <translation>Balken beginnen bei {}.</translation>
  </message>
  <message>
   <source>Choose file…</source>
   <translation>Datei wählen…</translation>
  </message>
  <message>
   <source>Choose tracks in the table or on the map. Their average is asked with.</source>
   <translation>Stücke in der Tabelle oder auf der Karte wählen. Mit ihrem Mittel wird gefragt.</translation>
  </message>
  <message>
   <source>Click a track to see what is nearest to it.</source>
   <translation>Auf ein Stück klicken, um zu sehen, was ihm am nächsten ist.</translation>
  </message>
  <message>
   <source>Cosine similarity in the full space ({} numbers), not on the map.</source>
   <translation>Kosinus-Ähnlichkeit im vollen Raum ({} Zahlen), nicht auf der Karte.</translation>
  </message>
  <message>
   <source>Drop a recording here. It stays outside the collection.</source>
   <translation>Eine Aufnahme hier ablegen. Sie bleibt außerhalb der Sammlung.</translation>
  </message>
  <message>
   <source>Encoders…</source>
   <translation>Encoder…</translation>
  </message>
  <message>
   <source>Encode…</source>
   <translation>Kodieren…</translation>
  </message>
  <message>
   <source>No stretch of A matches one of B beyond chance.</source>
   <translation>Keine Stelle von A passt besser als der Zufall zu einer von B.</translation>
  </message>
  <message>
   <source>No stretch of it comes again.</source>
   <translation>Keine Stelle kehrt wieder.</translation>
  </message>
  <message>
   <source>Nothing here has been encoded yet. Neighbours need the ears of an encoder.</source>
   <translation>Hier ist noch nichts kodiert. Nachbarn brauchen die Ohren eines Encoders.</translation>
  </message>
  <message>
   <source>Parts begin at {}.</source>
   <translation>Teile beginnen bei {}.</translation>
  </message>
  <message>
   <source>Stretches of at least {} s that come again.</source>
   <translation>Stellen von mindestens {} s, die wiederkehren.</translation>
  </message>
  <message>
   <source>Stretches of at least {} s, above what 99 % of pairs with other tracks reach ({}).</source>
   <translation>Stellen von mindestens {} s, über dem, was 99 % der Paare mit anderen Stücken erreichen ({}).</translation>
  </message>
  <message>
   <source>Stretches of at least {} s.</source>
   <translation>Stellen von mindestens {} s.</translation>
  </message>
  <message>
   <source>Take any track</source>
   <translation>Irgendein Stück nehmen</translation>
  </message>
  <message>
   <source>Text needs an encoder with words, such as CLAP. Nothing here has been encoded with one yet.</source>
   <translation>Text braucht einen Encoder mit Wörtern, wie CLAP. Hier ist noch nichts mit einem kodiert.</translation>
  </message>
  <message>
   <source>The tick marks chance: {}</source>
   <translation>Der Strich zeigt den Zufall: {}</translation>
  </message>
  <message>
   <source>Type how it should sound, then press Enter.</source>
   <translation>Schreiben, wie es klingen soll, dann Eingabe drücken.</translation>
  </message>
  <message>
   <source>Words are less alike to sounds than sounds are to each other.</source>
   <translation>Wörter sind Klängen weniger ähnlich als Klänge einander.</translation>
  </message>
  <message>
   <source>the average of {}</source>
   <translation>das Mittel von {}</translation>
  </message>
  <message>
   <source>{} at {}</source>
   <translation>{} bei {}</translation>
  </message>
  <message>
   <source>{} layer {}</source>
   <translation>{} Schicht {}</translation>
  </message>
  <message>
   <source>{} less {}</source>
   <translation>{} weniger {}</translation>
  </message>
  <message>
   <source>{} of {} tracks are encoded.</source>
   <translation>{} von {} Stücken sind kodiert.</translation>
  </message>
  <message>
   <source>{}, steps of {} s.</source>
   <translation>{}, in Schritten von {} s.</translation>
  </message>
 </context>
 <context>
  <name>NeighboursPane</name>
  <message>
   <source>A recording to find neighbours of</source>
   <translation>Eine Aufnahme, zu der Nachbarn gesucht werden</translation>
  </message>
  <message>
   <source>Ask again</source>
   <translation>Erneut fragen</translation>
  </message>
  <message>
   <source>Encoders…</source>
   <translation>Encoder…</translation>
  </message>
  <message>
   <source>Encode…</source>
   <translation>Kodieren…</translation>
  </message>
  <message>
   <source>Find its neighbours</source>
   <translation>Seine Nachbarn suchen</translation>
  </message>
  <message>
   <source>Neighbours</source>
   <translation>Nachbarn</translation>
  </message>
  <message>
   <source>No other track could be found. Ask without “Distinct artists”.</source>
   <translation>Kein anderes Stück war zu finden. Ohne „Verschiedene Interpreten“ fragen.</translation>
  </message>
  <message>
   <source>Play the neighbour</source>
   <translation>Den Nachbarn abspielen</translation>
  </message>
  <message>
   <source>Switch between the asked track and the neighbour, where they match best</source>
   <translation>Zwischen dem gefragten Stück und dem Nachbarn wechseln, wo sie am besten passen</translation>
  </message>
  <message>
   <source>The question was cancelled.</source>
   <translation>Die Frage wurde abgebrochen.</translation>
  </message>
 </context>
 <context>
  <name>NewCollectionDialog</name>
  <message>
   <source>&amp;Choose…</source>
   <translation>&amp;Wählen…</translation>
  </message>
  <message>
   <source>&amp;Folder</source>
   <translation>&amp;Ordner</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>Choose the folder</source>
   <translation>Den Ordner wählen</translation>
  </message>
  <message>
   <source>Create collection</source>
   <translation>Sammlung anlegen</translation>
  </message>
  <message>
   <source>Folder of the collection</source>
   <translation>Ordner der Sammlung</translation>
  </message>
  <message>
   <source>Folder of the new collection</source>
   <translation>Ordner der neuen Sammlung</translation>
  </message>
  <message>
   <source>Give a name and a folder first</source>
   <translation>Zuerst einen Namen und einen Ordner angeben</translation>
  </message>
  <message>
   <source>Give the whole path of the folder, from its beginning.</source>
   <translation>Den ganzen Pfad des Ordners angeben, von Anfang an.</translation>
  </message>
  <message>
   <source>Name of the collection</source>
   <translation>Name der Sammlung</translation>
  </message>
  <message>
   <source>New collection</source>
   <translation>Neue Sammlung</translation>
  </message>
  <message>
   <source>The collection's own files go here. Your audio stays where it is and is never changed.</source>
   <translation>Hierher kommen die eigenen Dateien der Sammlung. Die Aufnahmen bleiben, wo sie sind, und werden nie verändert.</translation>
  </message>
  <message>
   <source>This folder already holds a collection. Open it, or choose another folder.</source>
   <translation>Dieser Ordner enthält schon eine Sammlung. Sie öffnen oder einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <source>This is a file. Choose a folder.</source>
   <translation>Das ist eine Datei. Einen Ordner wählen.</translation>
  </message>
  <message>
   <source>You may not write in {}. Choose another folder.</source>
   <translation>In {} darf nicht geschrieben werden. Einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <source>for example: Coastal archive</source>
   <translation>zum Beispiel: Küstenarchiv</translation>
  </message>
 </context>
 <context>
  <name>Notice</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Close this line</source>
   <translation>Diese Zeile schließen</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message>
   <source>A new map of all tracks</source>
   <translation>Eine neue Karte aller Stücke</translation>
  </message>
  <message>
   <source>Draw again</source>
   <translation>Neu zeichnen</translation>
  </message>
  <message>
   <source>Each where its neighbours are; nothing else moves</source>
   <translation>Jedes dort, wo seine Nachbarn sind; sonst bewegt sich nichts</translation>
  </message>
  <message>
   <source>Place them</source>
   <translation>Einzeichnen</translation>
  </message>
  <message>
   <source>{} heard since this map was drawn</source>
   <translation>{} gehört, seit diese Karte gezeichnet wurde</translation>
  </message>
 </context>
 <context>
  <name>Offered</name>
  <message>
   <source>&amp;Fold or unfold the player</source>
   <translation>Player ein- oder aus&amp;klappen</translation>
  </message>
  <message>
   <source>&amp;Loop</source>
   <translation>Schlei&amp;fe</translation>
  </message>
  <message>
   <source>&amp;Match loudness</source>
   <translation>Lautheit an&amp;gleichen</translation>
  </message>
  <message>
   <source>&amp;Next</source>
   <translation>&amp;Nächstes</translation>
  </message>
  <message>
   <source>&amp;Play or pause</source>
   <translation>&amp;Abspielen oder anhalten</translation>
  </message>
  <message>
   <source>&amp;Quieter</source>
   <translation>L&amp;eiser</translation>
  </message>
  <message>
   <source>&amp;Zoom out</source>
   <translation>Ver&amp;kleinern</translation>
  </message>
  <message>
   <source>5 s &amp;back</source>
   <translation>5 s &amp;zurück</translation>
  </message>
  <message>
   <source>5 s &amp;on</source>
   <translation>5 s &amp;vor</translation>
  </message>
  <message>
   <source>A label for these seconds only</source>
   <translation>Ein Etikett nur für diese Sekunden</translation>
  </message>
  <message>
   <source>All of it at once</source>
   <translation>Alles auf einmal</translation>
  </message>
  <message>
   <source>Back to the start, silent</source>
   <translation>Zurück zum Anfang, still</translation>
  </message>
  <message>
   <source>Bring every track to a common loudness</source>
   <translation>Jedes Stück auf eine gemeinsame Lautheit bringen</translation>
  </message>
  <message>
   <source>Five seconds back</source>
   <translation>Fünf Sekunden zurück</translation>
  </message>
  <message>
   <source>Five seconds on</source>
   <translation>Fünf Sekunden vor</translation>
  </message>
  <message>
   <source>Label the marked e&amp;xcerpt…</source>
   <translation>Markiertem A&amp;usschnitt ein Etikett geben…</translation>
  </message>
  <message>
   <source>Lo&amp;uder</source>
   <translation>L&amp;auter</translation>
  </message>
  <message>
   <source>Loop the marked excerpt</source>
   <translation>Den markierten Ausschnitt wiederholen</translation>
  </message>
  <message>
   <source>Loop the marked excerpt, or what is heard</source>
   <translation>Den markierten Ausschnitt wiederholen, oder was zu hören ist</translation>
  </message>
  <message>
   <source>Mark no excerpt</source>
   <translation>Keinen Ausschnitt markieren</translation>
  </message>
  <message>
   <source>Move along</source>
   <translation>Mitlaufen</translation>
  </message>
  <message>
   <source>Only the waveform, or all of it</source>
   <translation>Nur die Wellenform, oder alles</translation>
  </message>
  <message>
   <source>P&amp;revious</source>
   <translation>&amp;Voriges</translation>
  </message>
  <message>
   <source>Play from the &amp;start</source>
   <translation>Vom &amp;Anfang abspielen</translation>
  </message>
  <message>
   <source>Play from {}</source>
   <translation>Ab {} abspielen</translation>
  </message>
  <message>
   <source>Play or pause what is loaded</source>
   <translation>Das Geladene abspielen oder anhalten</translation>
  </message>
  <message>
   <source>Play the excerpt from its start</source>
   <translation>Den Ausschnitt von seinem Anfang abspielen</translation>
  </message>
  <message>
   <source>Play the marked &amp;excerpt</source>
   <translation>Markierten A&amp;usschnitt abspielen</translation>
  </message>
  <message>
   <source>Play the marked excerpt</source>
   <translation>Den markierten Ausschnitt abspielen</translation>
  </message>
  <message>
   <source>Play what the encoder &amp;heard here</source>
   <translation>Abspielen, was der Encoder hier &amp;gehört hat</translation>
  </message>
  <message>
   <source>Play what {} heard, {}</source>
   <translation>Abspielen, was {} gehört hat, {}</translation>
  </message>
  <message>
   <source>S&amp;top</source>
   <translation>S&amp;topp</translation>
  </message>
  <message>
   <source>See fewer seconds</source>
   <translation>Weniger Sekunden sehen</translation>
  </message>
  <message>
   <source>See more seconds</source>
   <translation>Mehr Sekunden sehen</translation>
  </message>
  <message>
   <source>See the &amp;whole track</source>
   <translation>Das &amp;ganze Stück sehen</translation>
  </message>
  <message>
   <source>See the whole track</source>
   <translation>Das ganze Stück sehen</translation>
  </message>
  <message>
   <source>Speed 1.00, pitch 0</source>
   <translation>Tempo 1,00, Tonhöhe 0</translation>
  </message>
  <message>
   <source>Take the mar&amp;k away</source>
   <translation>Mar&amp;kierung wegnehmen</translation>
  </message>
  <message>
   <source>Take the mark away</source>
   <translation>Markierung wegnehmen</translation>
  </message>
  <message>
   <source>The encoder's excerpt around this instant, alone</source>
   <translation>Der Ausschnitt des Encoders um diesen Augenblick, allein</translation>
  </message>
  <message>
   <source>The marked excerpt ends here</source>
   <translation>Der markierte Ausschnitt endet hier</translation>
  </message>
  <message>
   <source>The marked excerpt starts here</source>
   <translation>Der markierte Ausschnitt beginnt hier</translation>
  </message>
  <message>
   <source>The next in the queue</source>
   <translation>Das nächste in der Warteschlange</translation>
  </message>
  <message>
   <source>The one before in the queue</source>
   <translation>Das vorige in der Warteschlange</translation>
  </message>
  <message>
   <source>Turn the volume down</source>
   <translation>Leiser stellen</translation>
  </message>
  <message>
   <source>Turn the volume up</source>
   <translation>Lauter stellen</translation>
  </message>
  <message>
   <source>Usual spee&amp;d and pitch</source>
   <translation>Übliches &amp;Tempo und übliche Tonhöhe</translation>
  </message>
  <message>
   <source>What is blue in the player, alone</source>
   <translation>Was im Player blau ist, allein</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>Ver&amp;größern</translation>
  </message>
  <message>
   <source>Zoom in where it plays</source>
   <translation>Vergrößern, wo es spielt</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
 </context>
 <context>
  <name>Overview</name>
  <message>
   <source>Drag the blue frame to move, its edges to zoom; double click shows all</source>
   <translation>Den blauen Rahmen ziehen, um zu verschieben, seine Ränder, um zu vergrößern; ein Doppelklick zeigt alles</translation>
  </message>
  <message>
   <source>The whole track</source>
   <translation>Das ganze Stück</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Command palette</source>
   <translation>Befehlspalette</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Nothing here is called that. Fewer letters find more.</source>
   <translation>Nichts hier heißt so. Weniger Buchstaben finden mehr.</translation>
  </message>
  <message>
   <source>Search the commands</source>
   <translation>Die Befehle durchsuchen</translation>
  </message>
  <message>
   <source>Type what you want to do, or only its initials</source>
   <translation>Schreiben, was zu tun ist, oder nur die Anfangsbuchstaben</translation>
  </message>
 </context>
 <context>
  <name>PaletteDoor</name>
  <message>
   <source>Colours: {}</source>
   <translation>Farben: {}</translation>
  </message>
  <message>
   <source>Command &amp;palette</source>
   <translation>&amp;Befehlspalette</translation>
  </message>
  <message>
   <source>Find anything that can be done</source>
   <translation>Alles finden, was getan werden kann</translation>
  </message>
  <message>
   <source>Open {}</source>
   <translation>{} öffnen</translation>
  </message>
 </context>
 <context>
  <name>Picture</name>
  <message>
   <source>Arrows move, plus and minus zoom, [ and ] choose an excerpt, Enter plays it.</source>
   <translation>Pfeile bewegen, Plus und Minus vergrößern und verkleinern, [ und ] wählen einen Ausschnitt, die Eingabetaste spielt ihn.</translation>
  </message>
  <message>
   <source>Picture of the sound</source>
   <translation>Bild des Klangs</translation>
  </message>
  <message>
   <source>Play {}</source>
   <translation>{} abspielen</translation>
  </message>
 </context>
 <context>
  <name>Places</name>
  <message>
   <source>&amp;Library</source>
   <translation>&amp;Bibliothek</translation>
  </message>
  <message>
   <source>&amp;Map</source>
   <translation>&amp;Karte</translation>
  </message>
  <message>
   <source>&amp;Neighbours</source>
   <translation>&amp;Nachbarn</translation>
  </message>
  <message>
   <source>&amp;Player</source>
   <translation>&amp;Player</translation>
  </message>
  <message>
   <source>&amp;Track</source>
   <translation>&amp;Stück</translation>
  </message>
  <message>
   <source>&amp;Two pages side by side</source>
   <translation>&amp;Zwei Seiten nebeneinander</translation>
  </message>
  <message>
   <source>&amp;Usual places</source>
   <translation>Üb&amp;liche Plätze</translation>
  </message>
  <message>
   <source>C&amp;ollection</source>
   <translation>Sa&amp;mmlung</translation>
  </message>
  <message>
   <source>N&amp;ext pane</source>
   <translation>Nä&amp;chster Bereich</translation>
  </message>
  <message>
   <source>P&amp;revious pane</source>
   <translation>&amp;Voriger Bereich</translation>
  </message>
  <message>
   <source>Put every pane back where it was at first</source>
   <translation>Jeden Bereich dorthin zurücklegen, wo er anfangs war</translation>
  </message>
  <message>
   <source>Show a second page, or only one</source>
   <translation>Eine zweite Seite zeigen, oder nur eine</translation>
  </message>
  <message>
   <source>Show or hide {}</source>
   <translation>{} zeigen oder verbergen</translation>
  </message>
  <message>
   <source>Take the keyboard to the next pane</source>
   <translation>Mit der Tastatur zum nächsten Bereich</translation>
  </message>
  <message>
   <source>Take the keyboard to the pane before</source>
   <translation>Mit der Tastatur zum vorigen Bereich</translation>
  </message>
  <message>
   <source>Turn to the page {}</source>
   <translation>Die Seite {} aufschlagen</translation>
  </message>
  <message>
   <source>Where it &amp;matches</source>
   <translation>Wo es p&amp;asst</translation>
  </message>
 </context>
 <context>
  <name>Placing</name>
  <message>
   <source>A recording to be placed on the map</source>
   <translation>Eine Aufnahme, die auf der Karte eingezeichnet wird</translation>
  </message>
  <message>
   <source>Listening to {}…</source>
   <translation>{} wird gehört…</translation>
  </message>
  <message>
   <source>Play them</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Recordings ({})</source>
   <translation>Aufnahmen ({})</translation>
  </message>
  <message>
   <source>Select its nearest</source>
   <translation>Seine Nächsten auswählen</translation>
  </message>
  <message>
   <source>The tracks that sound most like it, in the full space</source>
   <translation>Die Stücke, die am ähnlichsten klingen, im vollen Raum</translation>
  </message>
  <message>
   <source>{} would lie here</source>
   <translation>{} läge hier</translation>
  </message>
  <message>
   <source>{} would lie here; nearest to {}</source>
   <translation>{} läge hier; am nächsten zu {}</translation>
  </message>
 </context>
 <context>
  <name>PlayerPane</name>
  <message>
   <source>Excerpt {}</source>
   <translation>Ausschnitt {}</translation>
  </message>
  <message>
   <source>Fold the player</source>
   <translation>Den Player einklappen</translation>
  </message>
  <message>
   <source>Loop {}</source>
   <translation>{} wiederholen</translation>
  </message>
  <message>
   <source>Nothing is loaded. Choose a track in the library or on the map.</source>
   <translation>Nichts ist geladen. Ein Stück in der Bibliothek oder auf der Karte wählen.</translation>
  </message>
  <message>
   <source>Player</source>
   <translation>Player</translation>
  </message>
  <message>
   <source>Range, brightness and contrast of the spectrogram</source>
   <translation>Bereich, Helligkeit und Kontrast des Spektrogramms</translation>
  </message>
  <message>
   <source>Spectrogram settings</source>
   <translation>Einstellungen des Spektrogramms</translation>
  </message>
  <message>
   <source>Unfold the player</source>
   <translation>Den Player ausklappen</translation>
  </message>
 </context>
 <context>
  <name>Playlists</name>
  <message>
   <source>1 item</source>
   <translation>1 Eintrag</translation>
  </message>
  <message>
   <source>{} items</source>
   <translation>{} Einträge</translation>
  </message>
 </context>
 <context>
  <name>PlaylistsPane</name>
  <message>
   <source>&amp;Add to playlist</source>
   <translation>Zur &amp;Abspielliste hinzufügen</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Export playlist</source>
   <translation>Abspielliste exportieren</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Import playlist</source>
   <translation>Abspielliste einlesen</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Einlesen…</translation>
  </message>
  <message>
   <source>New playlist</source>
   <translation>Neue Abspielliste</translation>
  </message>
  <message>
   <source>Of the chosen tracks</source>
   <translation>Der gewählten Stücke</translation>
  </message>
  <message>
   <source>Play from here</source>
   <translation>Ab hier abspielen</translation>
  </message>
  <message>
   <source>Play in order</source>
   <translation>Der Reihe nach abspielen</translation>
  </message>
  <message>
   <source>Playlists</source>
   <translation>Abspiellisten</translation>
  </message>
  <message>
   <source>Playlists ({})</source>
   <translation>Abspiellisten ({})</translation>
  </message>
  <message>
   <source>Remove from the playlist</source>
   <translation>Aus der Abspielliste entfernen</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Save as &amp;playlist…</source>
   <translation>Als Abs&amp;pielliste speichern…</translation>
  </message>
  <message>
   <source>Selection</source>
   <translation>Auswahl</translation>
  </message>
  <message>
   <source>Show in the library</source>
   <translation>In der Bibliothek zeigen</translation>
  </message>
  <message>
   <source>The chosen tracks, at its end</source>
   <translation>Die gewählten Stücke, an ihr Ende</translation>
  </message>
  <message>
   <source>{} of {}: {}</source>
   <translation>{} von {}: {}</translation>
  </message>
  <message>
   <source>{}, excerpt {}</source>
   <translation>{}, Ausschnitt {}</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Englisch</translation>
  </message>
  <message>
   <source>Every preference as it was at first</source>
   <translation>Jede Einstellung, wie sie anfangs war</translation>
  </message>
  <message>
   <source>German</source>
   <translation>Deutsch</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Restore defaults</source>
   <translation>Auf Anfang zurücksetzen</translation>
  </message>
  <message>
   <source>System</source>
   <translation>System</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDoor</name>
  <message>
   <source>Soundings speaks another language from its next start.</source>
   <translation>Soundings spricht ab dem nächsten Start eine andere Sprache.</translation>
  </message>
 </context>
 <context>
  <name>QObject</name>
  <message>
   <source>&amp;Add to the question</source>
   <translation>Zur &amp;Frage hinzunehmen</translation>
  </message>
  <message>
   <source>&amp;Earlier question</source>
   <translation>&amp;Frühere Frage</translation>
  </message>
  <message>
   <source>&amp;Later question</source>
   <translation>&amp;Spätere Frage</translation>
  </message>
  <message>
   <source>&amp;Play neighbours in order</source>
   <translation>&amp;Nachbarn der Reihe nach abspielen</translation>
  </message>
  <message>
   <source>A recording that is not in the collection</source>
   <translation>Eine Aufnahme, die nicht in der Sammlung ist</translation>
  </message>
  <message>
   <source>All that are listed, the nearest first</source>
   <translation>Alle aufgeführten, die nächsten zuerst</translation>
  </message>
  <message>
   <source>Ask with less of this track</source>
   <translation>Mit weniger von diesem Stück fragen</translation>
  </message>
  <message>
   <source>Ask with this track, too</source>
   <translation>Auch mit diesem Stück fragen</translation>
  </message>
  <message>
   <source>Back to the neighbours shown before</source>
   <translation>Zurück zu den vorher gezeigten Nachbarn</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Zeichnen</translation>
  </message>
  <message>
   <source>Draw a map</source>
   <translation>Eine Karte zeichnen</translation>
  </message>
  <message>
   <source>Export neighbo&amp;urs…</source>
   <translation>Nachba&amp;rn exportieren…</translation>
  </message>
  <message>
   <source>Find &amp;neighbours</source>
   <translation>&amp;Nachbarn suchen</translation>
  </message>
  <message>
   <source>Find by &amp;text…</source>
   <translation>Mit &amp;Text suchen…</translation>
  </message>
  <message>
   <source>Find clusters</source>
   <translation>Cluster suchen</translation>
  </message>
  <message>
   <source>Find neighbours of a &amp;file…</source>
   <translation>Nachbarn einer &amp;Datei suchen…</translation>
  </message>
  <message>
   <source>Find neighbours of the &amp;selection</source>
   <translation>Nachbarn der &amp;Auswahl suchen</translation>
  </message>
  <message>
   <source>Find neighbours of the e&amp;xcerpt</source>
   <translation>Nachbarn des A&amp;usschnitts suchen</translation>
  </message>
  <message>
   <source>On to the neighbours shown after</source>
   <translation>Weiter zu den danach gezeigten Nachbarn</translation>
  </message>
  <message>
   <source>Su&amp;btract from the question</source>
   <translation>Von der Frage a&amp;bziehen</translation>
  </message>
  <message>
   <source>The list as a table</source>
   <translation>Die Liste als Tabelle</translation>
  </message>
  <message>
   <source>What is nearest to the average of the chosen tracks</source>
   <translation>Was dem Mittel der gewählten Stücke am nächsten ist</translation>
  </message>
  <message>
   <source>What is nearest to the current track</source>
   <translation>Was dem aktuellen Stück am nächsten ist</translation>
  </message>
  <message>
   <source>What is nearest to the excerpt that the player is at</source>
   <translation>Was dem Ausschnitt am nächsten ist, an dem der Player ist</translation>
  </message>
  <message>
   <source>What sounds as words say</source>
   <translation>Was klingt, wie Wörter sagen</translation>
  </message>
  <message>
   <source>Where it &amp;matches</source>
   <translation>Wo es p&amp;asst</translation>
  </message>
  <message>
   <source>Which seconds of the asked track are like which of its neighbour</source>
   <translation>Welche Sekunden des gefragten Stücks welchen seines Nachbarn gleichen</translation>
  </message>
 </context>
 <context>
  <name>QueryBar</name>
  <message>
   <source>Completions</source>
   <translation>Ergänzungen</translation>
  </message>
  <message>
   <source>Search the tracks</source>
   <translation>Die Stücke durchsuchen</translation>
  </message>
  <message>
   <source>Search the tracks (Ctrl+F or /). Down: what was searched before</source>
   <translation>Die Stücke durchsuchen (Strg+F oder /). Abwärts: was vorher gesucht wurde</translation>
  </message>
  <message>
   <source>Search, or genre:lament year:1950..1965 -artist:"Duo B"</source>
   <translation>Suchen, oder genre:lament year:1950..1965 -artist:"Duo B"</translation>
  </message>
  <message>
   <source>Show all tracks</source>
   <translation>Alle Stücke zeigen</translation>
  </message>
 </context>
 <context>
  <name>QueueList</name>
  <message>
   <source>Queue</source>
   <translation>Warteschlange</translation>
  </message>
  <message>
   <source>Queue of {}</source>
   <translation>Warteschlange aus {}</translation>
  </message>
  <message>
   <source>Queue of {}, the first {} from here</source>
   <translation>Warteschlange aus {}, die ersten {} ab hier</translation>
  </message>
 </context>
 <context>
  <name>Ramp</name>
  <message>
   <source>From {} to {}</source>
   <translation>Von {} bis {}</translation>
  </message>
 </context>
 <context>
  <name>Reading</name>
  <message>
   <source>No picture: {}.</source>
   <translation>Kein Bild: {}.</translation>
  </message>
  <message>
   <source>Only the beginning has been read.</source>
   <translation>Nur der Anfang wurde gelesen.</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>Erneut lesen</translation>
  </message>
  <message>
   <source>Reading the file… {:.0%}</source>
   <translation>Die Datei wird gelesen… {:.0%}</translation>
  </message>
  <message>
   <source>Stop reading</source>
   <translation>Nicht weiterlesen</translation>
  </message>
  <message>
   <source>{}, {} left</source>
   <translation>{}, noch {}</translation>
  </message>
 </context>
 <context>
  <name>RecentRow</name>
  <message>
   <source>Find folder…</source>
   <translation>Ordner suchen…</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open {}</source>
   <translation>{} öffnen</translation>
  </message>
  <message>
   <source>Say where the collection is now</source>
   <translation>Angeben, wo die Sammlung jetzt ist</translation>
  </message>
  <message>
   <source>Take it off this list (Delete). Nothing on disk is touched.</source>
   <translation>Aus dieser Liste nehmen (Entf). Auf dem Laufwerk wird nichts angerührt.</translation>
  </message>
  <message>
   <source>Take {} off this list</source>
   <translation>{} aus dieser Liste nehmen</translation>
  </message>
  <message>
   <source>The collection is no longer in this folder.</source>
   <translation>Die Sammlung ist nicht mehr in diesem Ordner.</translation>
  </message>
  <message>
   <source>The drive is not connected, or the folder was moved.</source>
   <translation>Das Laufwerk ist nicht angeschlossen, oder der Ordner wurde verschoben.</translation>
  </message>
 </context>
 <context>
  <name>RenameFieldDialog</name>
  <message>
   <source>&amp;New name</source>
   <translation>&amp;Neuer Name</translation>
  </message>
  <message>
   <source>Its labels stay. Standard fields keep their names.</source>
   <translation>Seine Etiketten bleiben. Standardfelder behalten ihre Namen.</translation>
  </message>
  <message>
   <source>New name of the field</source>
   <translation>Neuer Name des Feldes</translation>
  </message>
  <message>
   <source>Rename field</source>
   <translation>Feld umbenennen</translation>
  </message>
  <message>
   <source>{} becomes {}; its {} stay.</source>
   <translation>{} wird {}; seine {} bleiben.</translation>
  </message>
 </context>
 <context>
  <name>RenameValueDialog</name>
  <message>
   <source>&amp;New name</source>
   <translation>&amp;Neuer Name</translation>
  </message>
  <message>
   <source>&amp;Value</source>
   <translation>&amp;Wert</translation>
  </message>
  <message>
   <source>New name of the value</source>
   <translation>Neuer Name des Wertes</translation>
  </message>
  <message>
   <source>No track has a value of {} yet.</source>
   <translation>Noch hat kein Stück einen Wert von {}.</translation>
  </message>
  <message>
   <source>Rename value</source>
   <translation>Wert umbenennen</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>{old} becomes {new} on {count}, whatever its source.</source>
   <translation>{old} wird {new} bei {count}, gleich aus welcher Quelle.</translation>
  </message>
  <message>
   <source>{} have it. Type its new name.</source>
   <translation>{} haben ihn. Den neuen Namen schreiben.</translation>
  </message>
  <message>
   <source>{} have {} already; then these are one value.</source>
   <translation>{} haben {} schon; dann sind es ein Wert.</translation>
  </message>
 </context>
 <context>
  <name>ResultsPage</name>
  <message>
   <source>Results</source>
   <translation>Ergebnisse</translation>
  </message>
 </context>
 <context>
  <name>Selection</name>
  <message>
   <source>Select nothing</source>
   <translation>Nichts auswählen</translation>
  </message>
  <message>
   <source>Select {}</source>
   <translation>{} auswählen</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>Backups kept</source>
   <translation>Aufbewahrte Sicherungen</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Detailed log</source>
   <translation>Ausführliches Protokoll</translation>
  </message>
  <message>
   <source>Follow the system, or always light or dark.</source>
   <translation>Wie das System, oder immer hell oder dunkel.</translation>
  </message>
  <message>
   <source>How long a job may take to save after Stop or Pause.</source>
   <translation>Wie lange ein Auftrag nach Stopp oder Pause zum Speichern brauchen darf.</translation>
  </message>
  <message>
   <source>How long a worker stays in memory after its last job.</source>
   <translation>Wie lange ein Arbeiter nach seinem letzten Auftrag im Speicher bleibt.</translation>
  </message>
  <message>
   <source>How many automatic backups a collection keeps.</source>
   <translation>Wie viele selbsttätige Sicherungen eine Sammlung aufbewahrt.</translation>
  </message>
  <message>
   <source>Keep workers ready (min)</source>
   <translation>Arbeiter bereithalten (min)</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Model folder</source>
   <translation>Ordner der Modelle</translation>
  </message>
  <message>
   <source>Of the window, from its next start. What jobs and logs say is English.</source>
   <translation>Des Fensters, ab dem nächsten Start. Was Aufträge und Protokolle sagen, ist Englisch.</translation>
  </message>
  <message>
   <source>Time to save on stop (s)</source>
   <translation>Zeit zum Speichern beim Stoppen (s)</translation>
  </message>
  <message>
   <source>Where model weights are kept. Empty: the usual place, shown by soundings doctor.</source>
   <translation>Wo Gewichte von Modellen aufbewahrt werden. Leer: der übliche Ort, den soundings doctor nennt.</translation>
  </message>
  <message>
   <source>Write more into the log; useful for a report.</source>
   <translation>Mehr ins Protokoll schreiben; nützlich für einen Bericht.</translation>
  </message>
 </context>
 <context>
  <name>SeveralHead</name>
  <message>
   <source>{} chosen</source>
   <translation>{} gewählt</translation>
  </message>
  <message>
   <source>{} in all</source>
   <translation>insgesamt {}</translation>
  </message>
 </context>
 <context>
  <name>Shading</name>
  <message>
   <source>Brightest</source>
   <translation>Am hellsten</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Kontrast</translation>
  </message>
  <message>
   <source>Hard</source>
   <translation>Stark</translation>
  </message>
  <message>
   <source>Loudest of the track</source>
   <translation>Am lautesten im Stück</translation>
  </message>
  <message>
   <source>Range</source>
   <translation>Bereich</translation>
  </message>
  <message>
   <source>Show the spectrogram</source>
   <translation>Das Spektrogramm zeigen</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>Schwach</translation>
  </message>
  <message>
   <source>Spectrogram</source>
   <translation>Spektrogramm</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Üblich</translation>
  </message>
  <message>
   <source>Usual values</source>
   <translation>Übliche Werte</translation>
  </message>
  <message>
   <source>Very hard</source>
   <translation>Sehr stark</translation>
  </message>
  <message>
   <source>Very soft</source>
   <translation>Sehr schwach</translation>
  </message>
  <message>
   <source>{} dB</source>
   <translation>{} dB</translation>
  </message>
 </context>
 <context>
  <name>Shape</name>
  <message>
   <source>it is not where it was</source>
   <translation>sie ist nicht, wo sie war</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>As a page, PDF or plain text</source>
   <translation>Als Seite, PDF oder reiner Text</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Export the shortcuts</source>
   <translation>Die Tastenkürzel exportieren</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>No key does that. The command palette (Ctrl+K) may.</source>
   <translation>Keine Taste tut das. Vielleicht die Befehlspalette (Strg+K).</translation>
  </message>
  <message>
   <source>Page (*.html);;PDF (*.pdf);;Text (*.txt)</source>
   <translation>Seite (*.html);;PDF (*.pdf);;Text (*.txt)</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Drucken…</translation>
  </message>
  <message>
   <source>Search keys and what they do</source>
   <translation>Tasten und ihre Wirkung durchsuchen</translation>
  </message>
  <message>
   <source>Search the shortcuts</source>
   <translation>Die Tastenkürzel durchsuchen</translation>
  </message>
  <message>
   <source>Soundings shortcuts.html</source>
   <translation>Soundings Tastenkürzel.html</translation>
  </message>
  <message>
   <source>The whole list, on paper</source>
   <translation>Die ganze Liste, auf Papier</translation>
  </message>
  <message>
   <source>While {} has the keyboard</source>
   <translation>Solange {} die Tastatur hat</translation>
  </message>
  <message>
   <source>{} cannot be written: {}. Choose another folder.</source>
   <translation>{} kann nicht geschrieben werden: {}. Einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <source>{} shortcuts were written to {}.</source>
   <translation>{} Tastenkürzel wurden nach {} geschrieben.</translation>
  </message>
 </context>
 <context>
  <name>Sighting</name>
  <message>
   <source>the decoder crashed</source>
   <translation>der Decoder ist abgestürzt</translation>
  </message>
  <message>
   <source>the helper that reads files does not start</source>
   <translation>der Helfer, der Dateien liest, beginnt nicht</translation>
  </message>
 </context>
 <context>
  <name>Sound</name>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Bring every track to a common loudness</source>
   <translation>Jedes Stück auf eine gemeinsame Lautheit bringen</translation>
  </message>
  <message>
   <source>Match loudness</source>
   <translation>Lautheit angleichen</translation>
  </message>
  <message>
   <source>Output</source>
   <translation>Ausgabe</translation>
  </message>
  <message>
   <source>Pitch</source>
   <translation>Tonhöhe</translation>
  </message>
  <message>
   <source>Pitch in semitones; the speed stays</source>
   <translation>Tonhöhe in Halbtönen; das Tempo bleibt</translation>
  </message>
  <message>
   <source>Played on: {}</source>
   <translation>Gespielt auf: {}</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>Tempo</translation>
  </message>
  <message>
   <source>Speed; the pitch stays</source>
   <translation>Tempo; die Tonhöhe bleibt</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Lautstärke</translation>
  </message>
  <message>
   <source>Volume {} % (Ctrl+Up, Ctrl+Down)</source>
   <translation>Lautstärke {} % (Strg+Hoch, Strg+Runter)</translation>
  </message>
  <message>
   <source>{} dB</source>
   <translation>{} dB</translation>
  </message>
 </context>
 <context>
  <name>Sources</name>
  <message>
   <source>From an imported table, {}</source>
   <translation>Aus einer eingelesenen Tabelle, {}</translation>
  </message>
  <message>
   <source>From the name of its folder</source>
   <translation>Aus dem Namen seines Ordners</translation>
  </message>
  <message>
   <source>From the tags of the file</source>
   <translation>Aus den Tags der Datei</translation>
  </message>
  <message>
   <source>Said by a person, {}</source>
   <translation>Von einer Person gesagt, {}</translation>
  </message>
  <message>
   <source>Said by run {}</source>
   <translation>Von Lauf {} gesagt</translation>
  </message>
  <message>
   <source>Said by run {} ({})</source>
   <translation>Von Lauf {} gesagt ({})</translation>
  </message>
  <message>
   <source>another source</source>
   <translation>eine andere Quelle</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>import</source>
   <translation>Einlesen</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>person</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>run</source>
   <translation>Lauf</translation>
  </message>
  <message>
   <source>run {}</source>
   <translation>Lauf {}</translation>
  </message>
  <message>
   <source>tag</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>{}, overruled</source>
   <translation>{}, gilt nicht</translation>
  </message>
  <message>
   <source>{}, {} %</source>
   <translation>{}, {} %</translation>
  </message>
  <message>
   <source>{}, {} % sure</source>
   <translation>{}, zu {} % sicher</translation>
  </message>
  <message>
   <source>{}: there is none, whatever else is said</source>
   <translation>{}: es gibt keinen, was auch sonst gesagt wird</translation>
  </message>
  <message>
   <source>{}; it counts</source>
   <translation>{}; es gilt</translation>
  </message>
  <message>
   <source>{}; overruled by {}</source>
   <translation>{}; überstimmt von {}</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>A folder that holds collection.sqlite. Or drop the folder anywhere in this window.</source>
   <translation>Ein Ordner, der collection.sqlite enthält. Oder den Ordner irgendwo in diesem Fenster ablegen.</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Anfangen</translation>
  </message>
  <message>
   <source>Collections that you open are listed here.</source>
   <translation>Geöffnete Sammlungen werden hier aufgeführt.</translation>
  </message>
  <message>
   <source>Give it a name and a folder. Your audio stays where it is and is never changed.</source>
   <translation>Einen Namen und einen Ordner angeben. Die Aufnahmen bleiben, wo sie sind, und werden nie verändert.</translation>
  </message>
  <message>
   <source>New collection…</source>
   <translation>Neue Sammlung…</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>Auf diesem Computer</translation>
  </message>
  <message>
   <source>Open a collection…</source>
   <translation>Eine Sammlung öffnen…</translation>
  </message>
  <message>
   <source>Open the demo collection</source>
   <translation>Demosammlung öffnen</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Zuletzt geöffnet</translation>
  </message>
  <message>
   <source>See your recordings as a map you can hear, ask what is near what, and cite the answer.</source>
   <translation>Die eigenen Aufnahmen als hörbare Karte sehen, fragen, was einander nahe ist, und die Antwort zitieren.</translation>
  </message>
  <message>
   <source>Soundings</source>
   <translation>Soundings</translation>
  </message>
  <message>
   <source>Style, tempo, key and mood of each are known. Kept in {}</source>
   <translation>Stil, Tempo, Tonart und Stimmung von jedem sind bekannt. Aufbewahrt in {}</translation>
  </message>
  <message>
   <source>{} short pieces in twelve styles, composed here. Takes a minute the first time, and {}.</source>
   <translation>{} kurze Stücke in zwölf Stilen, hier komponiert. Dauert beim ersten Mal eine Minute, und {}.</translation>
  </message>
 </context>
 <context>
  <name>StateGroup</name>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
 </context>
 <context>
  <name>States</name>
  <message>
   <source>Cannot be read</source>
   <translation>Nicht lesbar</translation>
  </message>
  <message>
   <source>Connect its disk or put it back, then scan. Its labels are kept.</source>
   <translation>Das Laufwerk anschließen oder die Datei zurücklegen, dann einlesen. Ihre Etiketten sind noch da.</translation>
  </message>
  <message>
   <source>Convert it, to FLAC for example, then scan. A file that is no audio may stay.</source>
   <translation>Sie umwandeln, zum Beispiel in FLAC, dann einlesen. Eine Datei ohne Klang darf bleiben.</translation>
  </message>
  <message>
   <source>Copy it again from where it came, then scan.</source>
   <translation>Sie noch einmal von ihrer Quelle kopieren, dann einlesen.</translation>
  </message>
  <message>
   <source>Copy it again if it should be longer, then scan. It is left out of maps and training.</source>
   <translation>Sie noch einmal kopieren, wenn sie länger sein müsste, dann einlesen. Sie bleibt aus Karten und Lernen heraus.</translation>
  </message>
  <message>
   <source>Copy it again if it should sound, then scan. It is left out of maps and training.</source>
   <translation>Sie noch einmal kopieren, wenn sie klingen müsste, dann einlesen. Sie bleibt aus Karten und Lernen heraus.</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Doppelt</translation>
  </message>
  <message>
   <source>File is missing</source>
   <translation>Datei fehlt</translation>
  </message>
  <message>
   <source>It is the same recording as another file.</source>
   <translation>Es ist dieselbe Aufnahme wie eine andere Datei.</translation>
  </message>
  <message>
   <source>It lasts less than a hundredth of a second.</source>
   <translation>Es dauert weniger als eine Hundertstelsekunde.</translation>
  </message>
  <message>
   <source>Its loudest moment is below −60 dB.</source>
   <translation>Sein lautester Augenblick liegt unter −60 dB.</translation>
  </message>
  <message>
   <source>Not supported</source>
   <translation>Nicht unterstützt</translation>
  </message>
  <message>
   <source>Nothing needs to be done: the other file stands for it.</source>
   <translation>Nichts ist zu tun: die andere Datei steht dafür.</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Silent</source>
   <translation>Still</translation>
  </message>
  <message>
   <source>The file can be heard.</source>
   <translation>Die Datei kann gehört werden.</translation>
  </message>
  <message>
   <source>The file holds no audio that can be read here.</source>
   <translation>Die Datei enthält keinen Klang, der hier gelesen werden kann.</translation>
  </message>
  <message>
   <source>The file is damaged, ends early or holds no sound.</source>
   <translation>Die Datei ist beschädigt, endet vorzeitig oder enthält keinen Klang.</translation>
  </message>
  <message>
   <source>The file was here at an earlier scan.</source>
   <translation>Die Datei war bei einem früheren Einlesen da.</translation>
  </message>
  <message>
   <source>Too short</source>
   <translation>Zu kurz</translation>
  </message>
 </context>
 <context>
  <name>StatesList</name>
  <message>
   <source>States</source>
   <translation>Zustände</translation>
  </message>
 </context>
 <context>
  <name>StatesModel</name>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
 </context>
 <context>
  <name>Steps</name>
  <message>
   <source>A semitone down; the speed stays</source>
   <translation>Einen Halbton tiefer; das Tempo bleibt</translation>
  </message>
  <message>
   <source>A semitone up; the speed stays</source>
   <translation>Einen Halbton höher; das Tempo bleibt</translation>
  </message>
  <message>
   <source>A tenth faster; the pitch stays</source>
   <translation>Ein Zehntel schneller; die Tonhöhe bleibt</translation>
  </message>
  <message>
   <source>A tenth slower; the pitch stays</source>
   <translation>Ein Zehntel langsamer; die Tonhöhe bleibt</translation>
  </message>
  <message>
   <source>Choose what to play on</source>
   <translation>Wählen, worauf gespielt wird</translation>
  </message>
  <message>
   <source>Faster</source>
   <translation>Schneller</translation>
  </message>
  <message>
   <source>Higher</source>
   <translation>Höher</translation>
  </message>
  <message>
   <source>Lower</source>
   <translation>Tiefer</translation>
  </message>
  <message>
   <source>Output device…</source>
   <translation>Ausgabegerät…</translation>
  </message>
  <message>
   <source>Slower</source>
   <translation>Langsamer</translation>
  </message>
 </context>
 <context>
  <name>StretchModel</name>
  <message>
   <source>A</source>
   <translation>A</translation>
  </message>
  <message>
   <source>A/B</source>
   <translation>A/B</translation>
  </message>
  <message>
   <source>B</source>
   <translation>B</translation>
  </message>
  <message>
   <source>Play it in A (Space)</source>
   <translation>In A abspielen (Leertaste)</translation>
  </message>
  <message>
   <source>Play stretch {} in A</source>
   <translation>Stelle {} in A abspielen</translation>
  </message>
  <message>
   <source>Similar</source>
   <translation>Ähnlich</translation>
  </message>
  <message>
   <source>Switch between A and B (X)</source>
   <translation>Zwischen A und B wechseln (X)</translation>
  </message>
  <message>
   <source>Switch between A and B in stretch {}</source>
   <translation>In Stelle {} zwischen A und B wechseln</translation>
  </message>
 </context>
 <context>
  <name>StretchTable</name>
  <message>
   <source>Stretches that match, the most alike first</source>
   <translation>Stellen, die passen, die ähnlichsten zuerst</translation>
  </message>
 </context>
 <context>
  <name>StudiesPage</name>
  <message>
   <source>Studies</source>
   <translation>Studien</translation>
  </message>
 </context>
 <context>
  <name>TeachDoor</name>
  <message>
   <source>&amp;Teach…</source>
   <translation>&amp;Lehren …</translation>
  </message>
  <message>
   <source>Put a run together: what to learn, from what, by which ear</source>
   <translation>Einen Lauf zusammenstellen: was gelernt wird, woraus, mit welchem Ohr</translation>
  </message>
 </context>
 <context>
  <name>Ticks</name>
  <message>
   <source>{} Hz</source>
   <translation>{} Hz</translation>
  </message>
  <message>
   <source>{} kHz</source>
   <translation>{} kHz</translation>
  </message>
 </context>
 <context>
  <name>Tints</name>
  <message>
   <source>Cluster</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>Nichts</translation>
  </message>
  <message>
   <source>Run {}</source>
   <translation>Lauf {}</translation>
  </message>
  <message>
   <source>no value</source>
   <translation>kein Wert</translation>
  </message>
  <message>
   <source>other</source>
   <translation>andere</translation>
  </message>
  <message>
   <source>{} (job {})</source>
   <translation>{} (Auftrag {})</translation>
  </message>
  <message>
   <source>{}: confidence</source>
   <translation>{}: Sicherheit</translation>
  </message>
  <message>
   <source>{}: correct</source>
   <translation>{}: richtig</translation>
  </message>
  <message>
   <source>{}: what it says</source>
   <translation>{}: was es sagt</translation>
  </message>
 </context>
 <context>
  <name>ToolRow</name>
  <message>
   <source>Choose with a lasso; Shift adds, Alt takes away</source>
   <translation>Mit einem Lasso wählen; Umschalt fügt hinzu, Alt nimmt weg</translation>
  </message>
  <message>
   <source>Choose with a rectangle; Shift adds, Alt takes away</source>
   <translation>Mit einem Rechteck wählen; Umschalt fügt hinzu, Alt nimmt weg</translation>
  </message>
  <message>
   <source>Colour by</source>
   <translation>Farbe nach</translation>
  </message>
  <message>
   <source>Coloured by {}</source>
   <translation>Gefärbt nach {}</translation>
  </message>
  <message>
   <source>Density</source>
   <translation>Dichte</translation>
  </message>
  <message>
   <source>Depth lines where tracks lie close (D)</source>
   <translation>Tiefenlinien, wo Stücke dicht liegen (D)</translation>
  </message>
  <message>
   <source>Export the map as a picture or a table (Ctrl+Shift+E)</source>
   <translation>Karte als Bild oder Tabelle exportieren (Strg+Umschalt+E)</translation>
  </message>
  <message>
   <source>Export the map…</source>
   <translation>Die Karte exportieren…</translation>
  </message>
  <message>
   <source>Hover plays</source>
   <translation>Zeigen spielt</translation>
  </message>
  <message>
   <source>More of the map</source>
   <translation>Mehr zur Karte</translation>
  </message>
  <message>
   <source>Move the map</source>
   <translation>Die Karte verschieben</translation>
  </message>
  <message>
   <source>Pale where the map does not show who is truly near (S)</source>
   <translation>Blass, wo die Karte nicht zeigt, wer wirklich nahe ist (S)</translation>
  </message>
  <message>
   <source>Rest on a point to hear it (H)</source>
   <translation>Auf einem Punkt verweilen, um ihn zu hören (H)</translation>
  </message>
  <message>
   <source>Show the whole map</source>
   <translation>Die ganze Karte zeigen</translation>
  </message>
  <message>
   <source>Show the whole map (F)</source>
   <translation>Die ganze Karte zeigen (F)</translation>
  </message>
  <message>
   <source>So many true neighbours of the current track are linked to it (T)</source>
   <translation>So viele echte Nachbarn des aktuellen Stücks werden mit ihm verbunden (T)</translation>
  </message>
  <message>
   <source>True neighbours</source>
   <translation>Echte Nachbarn</translation>
  </message>
  <message>
   <source>Trust</source>
   <translation>Verlässlichkeit</translation>
  </message>
  <message>
   <source>{} ({})</source>
   <translation>{} ({})</translation>
  </message>
 </context>
 <context>
  <name>Tools</name>
  <message>
   <source>A playlist of the chosen tracks</source>
   <translation>Eine Abspielliste der gewählten Stücke</translation>
  </message>
  <message>
   <source>An empty playlist</source>
   <translation>Eine leere Abspielliste</translation>
  </message>
  <message>
   <source>Import an M3U, PLS or XSPF file…</source>
   <translation>Eine Datei M3U, PLS oder XSPF einlesen…</translation>
  </message>
  <message>
   <source>Import playlist…</source>
   <translation>Abspielliste einlesen…</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New playlist of {} chosen tracks</source>
   <translation>Neue Abspielliste aus {} gewählten Stücken</translation>
  </message>
  <message>
   <source>Of {} chosen</source>
   <translation>Von {} gewählten</translation>
  </message>
 </context>
 <context>
  <name>TrackPane</name>
  <message>
   <source>About the track</source>
   <translation>Über das Stück</translation>
  </message>
  <message>
   <source>Add &amp;caption…</source>
   <translation>Besch&amp;reibung hinzufügen…</translation>
  </message>
  <message>
   <source>Choose a track in the library, on the map or among the neighbours.</source>
   <translation>Ein Stück in der Bibliothek, auf der Karte oder unter den Nachbarn wählen.</translation>
  </message>
  <message>
   <source>Choose the track that should be described first.</source>
   <translation>Zuerst das Stück wählen, das eine Beschreibung bekommt.</translation>
  </message>
  <message>
   <source>Current track</source>
   <translation>Aktuelles Stück</translation>
  </message>
  <message>
   <source>Say what is heard in the current track</source>
   <translation>Sagen, was im aktuellen Stück zu hören ist</translation>
  </message>
  <message>
   <source>Show in &amp;folder</source>
   <translation>Im &amp;Ordner zeigen</translation>
  </message>
  <message>
   <source>The chosen tracks</source>
   <translation>Die gewählten Stücke</translation>
  </message>
  <message>
   <source>The file of the current track</source>
   <translation>Die Datei des aktuellen Stücks</translation>
  </message>
  <message>
   <source>Track</source>
   <translation>Stück</translation>
  </message>
  <message>
   <source>{} chosen</source>
   <translation>{} gewählt</translation>
  </message>
 </context>
 <context>
  <name>TracksHeader</name>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
 </context>
 <context>
  <name>TracksTable</name>
  <message>
   <source>Tracks</source>
   <translation>Stücke</translation>
  </message>
 </context>
 <context>
  <name>Transport</name>
  <message>
   <source>Loop</source>
   <translation>Schleife</translation>
  </message>
  <message>
   <source>Loop what is heard (Ctrl+Shift+L)</source>
   <translation>Wiederholen, was zu hören ist (Strg+Umschalt+L)</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Nächstes</translation>
  </message>
  <message>
   <source>Next (Ctrl+Right)</source>
   <translation>Nächstes (Strg+Rechts)</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Play (Space)</source>
   <translation>Abspielen (Leertaste)</translation>
  </message>
  <message>
   <source>Previous</source>
   <translation>Voriges</translation>
  </message>
  <message>
   <source>Previous (Ctrl+Left)</source>
   <translation>Voriges (Strg+Links)</translation>
  </message>
  <message>
   <source>of {}</source>
   <translation>von {}</translation>
  </message>
  <message>
   <source>{} (Space)</source>
   <translation>{} (Leertaste)</translation>
  </message>
 </context>
 <context>
  <name>UpNext</name>
  <message>
   <source>Up next</source>
   <translation>Als nächstes</translation>
  </message>
  <message>
   <source>Up next: {} more to play</source>
   <translation>Als nächstes: noch {} zu spielen</translation>
  </message>
  <message>
   <source>{} more to play; choose one</source>
   <translation>noch {} zu spielen; eines wählen</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
 </context>
 <context>
  <name>ValueEdit</name>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Values, between semicolons</source>
   <translation>Werte, durch Strichpunkt getrennt</translation>
  </message>
 </context>
 <context>
  <name>ValueGroup</name>
  <message>
   <source>Fewer</source>
   <translation>Weniger</translation>
  </message>
  <message>
   <source>Find a value</source>
   <translation>Einen Wert suchen</translation>
  </message>
  <message>
   <source>Find a value of {}</source>
   <translation>Einen Wert von {} suchen</translation>
  </message>
  <message>
   <source>More…</source>
   <translation>Mehr…</translation>
  </message>
  <message>
   <source>{} more…</source>
   <translation>{} weitere…</translation>
  </message>
 </context>
 <context>
  <name>Waiting</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Do not wait for the answer</source>
   <translation>Nicht auf die Antwort warten</translation>
  </message>
  <message>
   <source>Progress of the question</source>
   <translation>Fortschritt der Frage</translation>
  </message>
 </context>
 <context>
  <name>Windows</name>
  <message>
   <source>Checking that this is the file that {} heard…</source>
   <translation>Es wird geprüft, ob dies die Datei ist, die {} gehört hat…</translation>
  </message>
  <message>
   <source>Same file that {} heard: its {} s, {} kHz mono</source>
   <translation>Dieselbe Datei, die {} gehört hat: seine {} s, {} kHz mono</translation>
  </message>
  <message>
   <source>Same file that {} heard: {} excerpts of {} s, {} kHz mono</source>
   <translation>Dieselbe Datei, die {} gehört hat: {} Ausschnitte von {} s, {} kHz mono</translation>
  </message>
  <message>
   <source>The file has changed since {} heard it. Scan, then encode again.</source>
   <translation>Die Datei hat sich verändert, seit {} sie gehört hat. Einlesen, dann neu kodieren.</translation>
  </message>
  <message>
   <source>The file that {} heard is not where it was. Scan again.</source>
   <translation>Die Datei, die {} gehört hat, ist nicht, wo sie war. Erneut einlesen.</translation>
  </message>
  <message>
   <source>This is what {} heard: same file, same {} s, {} kHz mono</source>
   <translation>Dies hat {} gehört: dieselbe Datei, dieselben {} s, {} kHz mono</translation>
  </message>
  <message>
   <source>{} has not heard this track.</source>
   <translation>{} hat dieses Stück nicht gehört.</translation>
  </message>
 </context>
 <context>
  <name>Words</name>
  <message>
   <source>1 run</source>
   <translation>1 Lauf</translation>
  </message>
  <message>
   <source>1 track</source>
   <translation>1 Stück</translation>
  </message>
  <message>
   <source>Apr</source>
   <translation>Apr.</translation>
  </message>
  <message>
   <source>Aug</source>
   <translation>Aug.</translation>
  </message>
  <message>
   <source>Dec</source>
   <translation>Dez.</translation>
  </message>
  <message>
   <source>Feb</source>
   <translation>Feb.</translation>
  </message>
  <message>
   <source>Jan</source>
   <translation>Jan.</translation>
  </message>
  <message>
   <source>Jul</source>
   <translation>Juli</translation>
  </message>
  <message>
   <source>Jun</source>
   <translation>Juni</translation>
  </message>
  <message>
   <source>Mar</source>
   <translation>März</translation>
  </message>
  <message>
   <source>May</source>
   <translation>Mai</translation>
  </message>
  <message>
   <source>Nov</source>
   <translation>Nov.</translation>
  </message>
  <message>
   <source>Oct</source>
   <translation>Okt.</translation>
  </message>
  <message>
   <source>Sep</source>
   <translation>Sept.</translation>
  </message>
  <message>
   <source>today {}</source>
   <translation>heute {}</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>gestern</translation>
  </message>
  <message>
   <source>{} runs</source>
   <translation>{} Läufe</translation>
  </message>
  <message>
   <source>{} tracks</source>
   <translation>{} Stücke</translation>
  </message>
  <message>
   <source>{} {}</source>
   <translation>{}. {}</translation>
  </message>
 </context>
 <context>
  <name>Work</name>
  <message>
   <source>1 item written to {}.</source>
   <translation>1 Eintrag wurde nach {} geschrieben.</translation>
  </message>
  <message>
   <source>Asking how large {} is…</source>
   <translation>Wird gefragt, wie groß {} ist…</translation>
  </message>
  <message>
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <source>Checking {}: it is loaded and played some sounds. A large one takes minutes.</source>
   <translation>{} wird geprüft: er wird geladen und bekommt einige Klänge zu hören. Bei einem großen dauert das Minuten.</translation>
  </message>
  <message>
   <source>Fetch {}</source>
   <translation>{} holen</translation>
  </message>
  <message>
   <source>Fetch {}?</source>
   <translation>{} holen?</translation>
  </message>
  <message>
   <source>Fetching was cancelled. Fetch again to go on where it was.</source>
   <translation>Das Holen wurde abgebrochen. Erneut holen, um dort weiterzumachen.</translation>
  </message>
  <message>
   <source>Fetching {}: {} of {}</source>
   <translation>{} wird geholt: {} von {}</translation>
  </message>
  <message>
   <source>Fetching {}…</source>
   <translation>{} wird geholt…</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Lassen</translation>
  </message>
  <message>
   <source>Nothing else is sent or fetched. Broken off, it goes on later where it was.</source>
   <translation>Sonst wird nichts gesendet oder geholt. Abgebrochen, geht es später dort weiter.</translation>
  </message>
  <message>
   <source>Nothing was fetched.</source>
   <translation>Nichts wurde geholt.</translation>
  </message>
  <message>
   <source>The check ended early; the log says more.</source>
   <translation>Die Prüfung endete vorzeitig; im Protokoll steht mehr.</translation>
  </message>
  <message>
   <source>The check was cancelled.</source>
   <translation>Die Prüfung wurde abgebrochen.</translation>
  </message>
  <message>
   <source>{1} items written to {0}.</source>
   <translation>{1} Einträge wurden nach {0} geschrieben.</translation>
  </message>
  <message>
   <source>{} is being checked.</source>
   <translation>{} wird geprüft.</translation>
  </message>
  <message>
   <source>{} is being fetched.</source>
   <translation>{} wird geholt.</translation>
  </message>
  <message>
   <source>{} is here now.</source>
   <translation>{} ist jetzt da.</translation>
  </message>
  <message>
   <source>{} works: {} checks passed.</source>
   <translation>{} funktioniert: {} Prüfungen bestanden.</translation>
  </message>
  <message>
   <source>{}, {} left</source>
   <translation>{}, noch {}</translation>
  </message>
  <message>
   <source>{}: {} of {} checks failed. What they found is said above.</source>
   <translation>{}: {} von {} Prüfungen nicht bestanden. Was sie fanden, steht oben.</translation>
  </message>
 </context>
</TS>
