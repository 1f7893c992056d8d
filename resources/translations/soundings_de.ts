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
  <name>AcceptDialog</name>
  <message>
   <source> % or more</source>
   <translation> % oder mehr</translation>
  </message>
  <message>
   <source>&amp;At least this sure</source>
   <translation>&amp;Mindestens so sicher</translation>
  </message>
  <message>
   <source>&amp;Field</source>
   <translation>&amp;Feld</translation>
  </message>
  <message>
   <source>Accept as labels</source>
   <translation>Als Labels annehmen</translation>
  </message>
  <message>
   <source>Accept guesses</source>
   <translation>Vermutungen übernehmen</translation>
  </message>
  <message>
   <source>Accept the predictions of run {} as labels</source>
   <translation>Die Vorhersagen von Lauf {} als Labels annehmen</translation>
  </message>
  <message>
   <source>Accept what the probe guesses of {}</source>
   <translation>Übernehmen, was die Sonde von {} vermutet</translation>
  </message>
  <message>
   <source>Any label of yours counts for more, and no probe is taught by them. It can be undone.</source>
   <translation>Jedes eigene Etikett zählt mehr, und keine Sonde lernt daraus. Es kann rückgängig gemacht werden.</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>Classes and how many tracks get them</source>
   <translation>Klassen und wie viele Stücke sie erhalten</translation>
  </message>
  <message>
   <source>Each label says which run it comes from; what a person has said stays. Undo takes it back.</source>
   <translation>Jedes Label sagt, von welchem Lauf es kommt; was ein Mensch gesagt hat, bleibt. Es lässt sich rückgängig machen.</translation>
  </message>
  <message>
   <source>Field that gets the labels</source>
   <translation>Feld, das die Labels bekommt</translation>
  </message>
  <message>
   <source>How sure the probe must be</source>
   <translation>Wie sicher die Sonde sein muss</translation>
  </message>
  <message>
   <source>Least probability, 0 to 1</source>
   <translation>Mindestwahrscheinlichkeit, 0 bis 1</translation>
  </message>
  <message>
   <source>Name the field first</source>
   <translation>Zuerst das Feld nennen</translation>
  </message>
  <message>
   <source>Only tracks that nobody has labelled</source>
   <translation>Nur Stücke, die niemand gelabelt hat</translation>
  </message>
  <message>
   <source>Tracks</source>
   <translation>Stücke</translation>
  </message>
  <message>
   <source>Where it is sure by</source>
   <translation>Wo sie sicher ist, mit</translation>
  </message>
  <message>
   <source>{} of {} without a label are guessed so surely.</source>
   <translation>{} von {} ohne Etikett werden so sicher vermutet.</translation>
  </message>
 </context>
 <context>
  <name>Acts</name>
  <message>
   <source>&amp;Add class…</source>
   <translation>Klasse hin&amp;zufügen…</translation>
  </message>
  <message>
   <source>&amp;Colour the map by the guesses</source>
   <translation>&amp;Karte nach den Vermutungen färben</translation>
  </message>
  <message>
   <source>&amp;Copy path</source>
   <translation>&amp;Pfad kopieren</translation>
  </message>
  <message>
   <source>&amp;Edit in place</source>
   <translation>An Ort und Stelle &amp;bearbeiten</translation>
  </message>
  <message>
   <source>&amp;Export captions…</source>
   <translation>Beschreibungen &amp;exportieren …</translation>
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
   <source>&amp;Write captions…</source>
   <translation>Beschreibungen &amp;schreiben …</translation>
  </message>
  <message>
   <source>A: where it matches best</source>
   <translation>A: wo es am besten passt</translation>
  </message>
  <message>
   <source>Acce&amp;pt guesses…</source>
   <translation>&amp;Vermutungen übernehmen…</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Accept the chosen captions</source>
   <translation>Gewählte Beschreibungen annehmen</translation>
  </message>
  <message>
   <source>Add a class of {}</source>
   <translation>Eine Klasse von {} hinzufügen</translation>
  </message>
  <message>
   <source>Add a human text</source>
   <translation>Text eines Menschen hinzufügen</translation>
  </message>
  <message>
   <source>Add class</source>
   <translation>Klasse hinzufügen</translation>
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
   <source>By ear: another class to choose from</source>
   <translation>Nach Gehör: noch eine Klasse zur Wahl</translation>
  </message>
  <message>
   <source>By ear: take guesses over as labels</source>
   <translation>Nach Gehör: Vermutungen als Etiketten übernehmen</translation>
  </message>
  <message>
   <source>By ear: what the probe takes each track for</source>
   <translation>Nach Gehör: wofür die Sonde jedes Stück hält</translation>
  </message>
  <message>
   <source>Caption of the whole track</source>
   <translation>Beschreibung des ganzen Stücks</translation>
  </message>
  <message>
   <source>Caption of {}</source>
   <translation>Beschreibung von {}</translation>
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
   <source>Export captions</source>
   <translation>Beschreibungen exportieren</translation>
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
   <source>Label by ear first</source>
   <translation>Zuerst nach Gehör benennen</translation>
  </message>
  <message>
   <source>Let a run describe tracks in words</source>
   <translation>Einen Lauf Stücke in Worten beschreiben lassen</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Nearest to {}</source>
   <translation>Am nächsten zu {}</translation>
  </message>
  <message>
   <source>No caption is chosen on the page Captions</source>
   <translation>Auf der Seite Beschreibungen ist keine Beschreibung gewählt</translation>
  </message>
  <message>
   <source>No caption is shown</source>
   <translation>Keine Beschreibung ist zu sehen</translation>
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
   <source>Nothing is left to guess</source>
   <translation>Es bleibt nichts zu vermuten</translation>
  </message>
  <message>
   <source>On the page Captions</source>
   <translation>Auf der Seite Beschreibungen</translation>
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
   <source>Play in order from here</source>
   <translation>Ab hier der Reihe nach abspielen</translation>
  </message>
  <message>
   <source>Play it round and round</source>
   <translation>Immer wieder von vorn spielen</translation>
  </message>
  <message>
   <source>Play the chosen captions in order</source>
   <translation>Gewählte Beschreibungen der Reihe nach abspielen</translation>
  </message>
  <message>
   <source>Play the excerpt</source>
   <translation>Ausschnitt abspielen</translation>
  </message>
  <message>
   <source>Reject</source>
   <translation>Ablehnen</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Rename {}</source>
   <translation>{} umbenennen</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Umbenennen…</translation>
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
   <source>Select these tracks</source>
   <translation>Diese Stücke auswählen</translation>
  </message>
  <message>
   <source>Select {} guessed as {}</source>
   <translation>{} auswählen, vermutet als {}</translation>
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
   <source>Take away</source>
   <translation>Wegnehmen</translation>
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
   <source>Those that the page Captions shows</source>
   <translation>Die, welche die Seite Beschreibungen zeigt</translation>
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
   <source>Write again…</source>
   <translation>Neu schreiben …</translation>
  </message>
  <message>
   <source>Write captions, run {}</source>
   <translation>Beschreibungen schreiben, Lauf {}</translation>
  </message>
  <message>
   <source>Write…</source>
   <translation>Schreiben …</translation>
  </message>
  <message>
   <source>captions</source>
   <translation>Beschreibungen</translation>
  </message>
  <message>
   <source>captions of run {}</source>
   <translation>Beschreibungen von Lauf {}</translation>
  </message>
  <message>
   <source>{} captions written to {}.</source>
   <translation>{} Beschreibungen nach {} geschrieben.</translation>
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
   <translation>Einbettung</translation>
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
  <name>Bar</name>
  <message>
   <source>A</source>
   <translation>A</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>Ask about</source>
   <translation>Fragen nach</translation>
  </message>
  <message>
   <source>B</source>
   <translation>B</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>Both maps at once</source>
   <translation>Beide Karten zugleich</translation>
  </message>
  <message>
   <source>Colour by</source>
   <translation>Farbe nach</translation>
  </message>
  <message>
   <source>Embedding set</source>
   <translation>Einbettung</translation>
  </message>
  <message>
   <source>Every track goes from where it was to where it is (C)</source>
   <translation>Jedes Stück geht von dort, wo es war, dorthin, wo es ist (C)</translation>
  </message>
  <message>
   <source>Export before and after as a picture or a table</source>
   <translation>Vorher und nachher als Bild oder Tabelle exportieren</translation>
  </message>
  <message>
   <source>Export before and after…</source>
   <translation>Vorher und nachher exportieren…</translation>
  </message>
  <message>
   <source>Field to label</source>
   <translation>Feld, das benannt wird</translation>
  </message>
  <message>
   <source>From where each of the biggest movers was to where it is (P)</source>
   <translation>Von wo jeder der größten Wanderer war bis wo er ist (P)</translation>
  </message>
  <message>
   <source>How it is drawn</source>
   <translation>Wie gezeichnet wird</translation>
  </message>
  <message>
   <source>In the order of the library</source>
   <translation>In der Reihenfolge der Bibliothek</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Benennen</translation>
  </message>
  <message>
   <source>Label a field that is not there yet</source>
   <translation>Ein Feld benennen, das es noch nicht gibt</translation>
  </message>
  <message>
   <source>Labelled tracks of which all others say otherwise</source>
   <translation>Benannte Stücke, von denen alle anderen etwas anderes sagen</translation>
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
   <source>Maps</source>
   <translation>Karten</translation>
  </message>
  <message>
   <source>Method, and whose neighbours count</source>
   <translation>Verfahren, und wessen Nachbarn zählen</translation>
  </message>
  <message>
   <source>Moment</source>
   <translation>Zeitpunkt</translation>
  </message>
  <message>
   <source>Neighbours of other artists only</source>
   <translation>Nur Nachbarn anderer Künstler</translation>
  </message>
  <message>
   <source>New field…</source>
   <translation>Neues Feld…</translation>
  </message>
  <message>
   <source>New…</source>
   <translation>Neu…</translation>
  </message>
  <message>
   <source>One map</source>
   <translation>Eine Karte</translation>
  </message>
  <message>
   <source>One that goes from before to after</source>
   <translation>Eine, die von vorher zu nachher geht</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Reihenfolge</translation>
  </message>
  <message>
   <source>Paths of the movers</source>
   <translation>Wege der Wanderer</translation>
  </message>
  <message>
   <source>Play the change</source>
   <translation>Wandel abspielen</translation>
  </message>
  <message>
   <source>Side by side</source>
   <translation>Nebeneinander</translation>
  </message>
  <message>
   <source>The probe has the ears of</source>
   <translation>Die Sonde hat die Ohren von</translation>
  </message>
  <message>
   <source>The probe learns from all labels, whatever it is asked about</source>
   <translation>Die Sonde lernt aus allen Etiketten, wonach sie auch gefragt wird</translation>
  </message>
  <message>
   <source>The surest of each class in turn</source>
   <translation>Reihum das sicherste jeder Klasse</translation>
  </message>
  <message>
   <source>Tracks that could be one thing or another</source>
   <translation>Stücke, die das eine oder das andere sein können</translation>
  </message>
  <message>
   <source>Which tracks are asked about</source>
   <translation>Nach welchen Stücken gefragt wird</translation>
  </message>
  <message>
   <source>Whose ears the probe has</source>
   <translation>Wessen Ohren die Sonde hat</translation>
  </message>
  <message>
   <source>all tracks</source>
   <translation>alle Stücke</translation>
  </message>
  <message>
   <source>as listed</source>
   <translation>wie aufgeführt</translation>
  </message>
  <message>
   <source>one of each guess</source>
   <translation>je eine Vermutung</translation>
  </message>
  <message>
   <source>surprising first</source>
   <translation>überraschende zuerst</translation>
  </message>
  <message>
   <source>the selection</source>
   <translation>der Auswahl</translation>
  </message>
  <message>
   <source>uncertain first</source>
   <translation>unsichere zuerst</translation>
  </message>
  <message>
   <source>what is found</source>
   <translation>dem Gefundenen</translation>
  </message>
 </context>
 <context>
  <name>Bars</name>
  <message>
   <source>Labels and parts</source>
   <translation>Labels und Teile</translation>
  </message>
  <message>
   <source>and {} more labels</source>
   <translation>und {} weitere Labels</translation>
  </message>
  <message>
   <source>test</source>
   <translation>Test</translation>
  </message>
  <message>
   <source>train</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>Auswahl</translation>
  </message>
  <message>
   <source>{}: {} train, {} valid, {} test</source>
   <translation>{}: {} Training, {} Auswahl, {} Test</translation>
  </message>
 </context>
 <context>
  <name>Beside</name>
  <message>
   <source>As printed</source>
   <translation>Wie gedruckt</translation>
  </message>
  <message>
   <source>It is the split of this study, too.</source>
   <translation>Es ist auch die Aufteilung dieser Studie.</translation>
  </message>
  <message>
   <source>Known errors, and what must be kept in mind:</source>
   <translation>Bekannte Fehler, und was zu bedenken ist:</translation>
  </message>
  <message>
   <source>Published by others</source>
   <translation>Von anderen veröffentlicht</translation>
  </message>
  <message>
   <source>Published figures, as printed</source>
   <translation>Veröffentlichte Zahlen, wie gedruckt</translation>
  </message>
  <message>
   <source>Published table</source>
   <translation>Veröffentlichte Tabelle</translation>
  </message>
  <message>
   <source>This study has another split: the figures must not be compared.</source>
   <translation>Diese Studie hat eine andere Aufteilung: Die Zahlen dürfen nicht verglichen werden.</translation>
  </message>
  <message>
   <source>a split that is not stated</source>
   <translation>einer Aufteilung, die nicht genannt ist</translation>
  </message>
  <message>
   <source>{}. Judged on {}.</source>
   <translation>{}. Beurteilt auf {}.</translation>
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
   <source>Kept {} of {} true neighbours</source>
   <translation>Hat {} von {} wahren Nachbarn behalten</translation>
  </message>
  <message>
   <source>The excerpt most like the whole track, as {} hears it</source>
   <translation>Der Ausschnitt, der dem ganzen Stück am ähnlichsten ist, wie {} es hört</translation>
  </message>
  <message>
   <source>mover {}</source>
   <translation>Wanderer {}</translation>
  </message>
  <message>
   <source>selected</source>
   <translation>ausgewählt</translation>
  </message>
 </context>
 <context>
  <name>Box</name>
  <message>
   <source>How it should sound, in words</source>
   <translation>Wie es klingen soll, in Worten</translation>
  </message>
  <message>
   <source>Sounds like… such as slow fiddle lament</source>
   <translation>Klingt wie… etwa langsame Geigenklage</translation>
  </message>
  <message>
   <source>Tracks that sound as words say (Ctrl+Shift+F), then Enter</source>
   <translation>Stücke, die klingen, wie Worte sagen (Strg+Umschalt+F), dann Eingabe</translation>
  </message>
 </context>
 <context>
  <name>ByEarPage</name>
  <message>
   <source>0 or Delete</source>
   <translation>0 oder Entf</translation>
  </message>
  <message>
   <source>Add a class…</source>
   <translation>Klasse hinzufügen…</translation>
  </message>
  <message>
   <source>Add class…</source>
   <translation>Klasse hinzufügen…</translation>
  </message>
  <message>
   <source>Add folder…</source>
   <translation>Ordner hinzufügen…</translation>
  </message>
  <message>
   <source>Add the classes that you want to tell apart, then label by their keys.</source>
   <translation>Die Klassen hinzufügen, die zu unterscheiden sind, dann mit ihren Tasten benennen.</translation>
  </message>
  <message>
   <source>Another class to choose from (+)</source>
   <translation>Noch eine Klasse zur Wahl (+)</translation>
  </message>
  <message>
   <source>Ask about all tracks</source>
   <translation>Nach allen Stücken fragen</translation>
  </message>
  <message>
   <source>Ask about the skipped tracks again</source>
   <translation>Wieder nach den übersprungenen Stücken fragen</translation>
  </message>
  <message>
   <source>Backspace</source>
   <translation>Rücktaste</translation>
  </message>
  <message>
   <source>By ear</source>
   <translation>Nach Gehör</translation>
  </message>
  <message>
   <source>Choose a field to label, or begin a new one.</source>
   <translation>Ein Feld zum Benennen wählen oder ein neues beginnen.</translation>
  </message>
  <message>
   <source>Ctrl and a key adds a label; the probe learns from tracks that have one.</source>
   <translation>Strg und eine Taste fügt ein Etikett hinzu; die Sonde lernt aus Stücken mit genau einer.</translation>
  </message>
  <message>
   <source>Encode…</source>
   <translation>Kodieren…</translation>
  </message>
  <message>
   <source>Every track that is asked about has a label, or is said to have none.</source>
   <translation>Jedes gefragte Stück ist benannt oder hat erklärtermaßen kein Etikett.</translation>
  </message>
  <message>
   <source>It is none of these</source>
   <translation>Es ist nichts davon</translation>
  </message>
  <message>
   <source>Label by ear</source>
   <translation>Nach Gehör benennen</translation>
  </message>
  <message>
   <source>Label the track and go on</source>
   <translation>Das Stück benennen und weiter</translation>
  </message>
  <message>
   <source>New field…</source>
   <translation>Neues Feld…</translation>
  </message>
  <message>
   <source>Next; this one comes again</source>
   <translation>Weiter; dieses kommt wieder</translation>
  </message>
  <message>
   <source>No label surprises the probe.</source>
   <translation>Kein Etikett überrascht die Sonde.</translation>
  </message>
  <message>
   <source>Nothing here has been encoded yet. The probe needs the ears of an encoder.</source>
   <translation>Hier ist noch nichts kodiert. Die Sonde braucht die Ohren eines Encoders.</translation>
  </message>
  <message>
   <source>Nothing is selected. Select tracks in the library or on the map, or ask about all.</source>
   <translation>Nichts ist ausgewählt. Stücke in der Bibliothek oder auf der Karte auswählen, oder nach allen fragen.</translation>
  </message>
  <message>
   <source>Nothing to label: this collection holds no tracks yet.</source>
   <translation>Nichts zu benennen: diese Sammlung enthält noch keine Stücke.</translation>
  </message>
  <message>
   <source>One label more, where a field takes several</source>
   <translation>Ein Etikett mehr, wo ein Feld mehrere zulässt</translation>
  </message>
  <message>
   <source>Skip: do not ask about it again</source>
   <translation>Überspringen: nicht wieder danach fragen</translation>
  </message>
  <message>
   <source>Take the last label back</source>
   <translation>Das letzte Etikett zurücknehmen</translation>
  </message>
  <message>
   <source>The next tracks are on their way.</source>
   <translation>Die nächsten Stücke sind unterwegs.</translation>
  </message>
  <message>
   <source>The probe is listening…</source>
   <translation>Die Sonde hört zu…</translation>
  </message>
  <message>
   <source>The {} most frequent of {} values are shown.</source>
   <translation>Die {} häufigsten von {} Werten sind zu sehen.</translation>
  </message>
  <message>
   <source>There is no class {} yet.</source>
   <translation>Eine Klasse {} gibt es noch nicht.</translation>
  </message>
  <message>
   <source>What comes</source>
   <translation>Was kommt</translation>
  </message>
  <message>
   <source>learning…</source>
   <translation>lernt…</translation>
  </message>
  <message>
   <source>{} skipped</source>
   <translation>{} übersprungen</translation>
  </message>
 </context>
 <context>
  <name>Canvas</name>
  <message>
   <source>best so far: epoch {}</source>
   <translation>bisher beste: Epoche {}</translation>
  </message>
  <message>
   <source>epoch</source>
   <translation>Epoche</translation>
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
  <name>CaptionCell</name>
  <message>
   <source>No human text.</source>
   <translation>Kein Text eines Menschen.</translation>
  </message>
  <message>
   <source>No machine text yet.</source>
   <translation>Noch kein Text einer Maschine.</translation>
  </message>
  <message>
   <source>Write one…</source>
   <translation>Einen schreiben …</translation>
  </message>
  <message>
   <source>whole track</source>
   <translation>ganzes Stück</translation>
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
  <name>CaptionScores</name>
  <message>
   <source>BERTScore and SPICE are not shown: each needs a model of its own, and other versions of it give other figures.</source>
   <translation>BERTScore und SPICE sind nicht zu sehen: Jeder braucht ein eigenes Modell, und andere Fassungen davon geben andere Werte.</translation>
  </message>
  <message>
   <source>METEOR is not shown: its synonyms come from a dictionary that is not part of Soundings.</source>
   <translation>METEOR ist nicht zu sehen: Seine Synonyme kommen aus einem Wörterbuch, das nicht zu Soundings gehört.</translation>
  </message>
  <message>
   <source>Names each {} (F1)</source>
   <translation>Nennt jedes {} (F1)</translation>
  </message>
  <message>
   <source>Names the {}</source>
   <translation>Nennt {}</translation>
  </message>
  <message>
   <source>Not above: {}</source>
   <translation>Nicht über: {}</translation>
  </message>
  <message>
   <source>Of {}. The bar is the 95 % interval.</source>
   <translation>Von {}. Der Balken ist das 95-%-Intervall.</translation>
  </message>
  <message>
   <source>Own track among 10</source>
   <translation>Eigenes Stück unter 10</translation>
  </message>
  <message>
   <source>Whether the {} is named is not shown: no test track has one that counts.</source>
   <translation>Ob {} genannt wird, ist nicht zu sehen: Kein Teststück hat einen Wert, der zählt.</translation>
  </message>
  <message>
   <source>above all floors</source>
   <translation>über allen Untergrenzen</translation>
  </message>
  <message>
   <source>constant</source>
   <translation>gleich</translation>
  </message>
  <message>
   <source>nearest</source>
   <translation>nächster</translation>
  </message>
  <message>
   <source>no interval</source>
   <translation>kein Intervall</translation>
  </message>
  <message>
   <source>not above floors</source>
   <translation>nicht über den Untergrenzen</translation>
  </message>
  <message>
   <source>random</source>
   <translation>zufällig</translation>
  </message>
  <message>
   <source>shuffled</source>
   <translation>vertauscht</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
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
  <name>Captions</name>
  <message>
   <source>Accepted</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Edited</source>
   <translation>Bearbeitet</translation>
  </message>
  <message>
   <source>Human, imported</source>
   <translation>Mensch, importiert</translation>
  </message>
  <message>
   <source>Human, imported from {}</source>
   <translation>Mensch, importiert aus {}</translation>
  </message>
  <message>
   <source>Human, written {}</source>
   <translation>Mensch, geschrieben {}</translation>
  </message>
  <message>
   <source>Machine, accepted by a person</source>
   <translation>Maschine, von einem Menschen angenommen</translation>
  </message>
  <message>
   <source>Machine, edit before accepting</source>
   <translation>Maschine, vor dem Annehmen bearbeiten</translation>
  </message>
  <message>
   <source>Machine, edited by a person</source>
   <translation>Maschine, von einem Menschen bearbeitet</translation>
  </message>
  <message>
   <source>Machine, rejected by a person</source>
   <translation>Maschine, von einem Menschen abgelehnt</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Run {}</source>
   <translation>Lauf {}</translation>
  </message>
  <message>
   <source>Run {} · {} + {}</source>
   <translation>Lauf {} · {} + {}</translation>
  </message>
  <message>
   <source>The same words for 1 other track</source>
   <translation>Dieselben Worte zu 1 anderen Stück</translation>
  </message>
  <message>
   <source>The same words for {} other tracks</source>
   <translation>Dieselben Worte zu {} anderen Stücken</translation>
  </message>
  <message>
   <source>To check</source>
   <translation>Zu prüfen</translation>
  </message>
  <message>
   <source>beam {}</source>
   <translation>Strahlen {}</translation>
  </message>
  <message>
   <source>drawn by chance, temperature {}, seed {}</source>
   <translation>zufällig gezogen, Temperatur {}, Startwert {}</translation>
  </message>
  <message>
   <source>excerpt {}</source>
   <translation>Ausschnitt {}</translation>
  </message>
  <message>
   <source>file {}</source>
   <translation>Datei {}</translation>
  </message>
  <message>
   <source>file {}, which has changed since</source>
   <translation>Datei {}, seither verändert</translation>
  </message>
  <message>
   <source>frozen</source>
   <translation>eingefroren</translation>
  </message>
  <message>
   <source>layer {}</source>
   <translation>Schicht {}</translation>
  </message>
  <message>
   <source>learnt along</source>
   <translation>hat mitgelernt</translation>
  </message>
  <message>
   <source>learnt along by additions</source>
   <translation>hat durch Zusätze mitgelernt</translation>
  </message>
  <message>
   <source>mix of {} layers</source>
   <translation>Mischung aus {} Schichten</translation>
  </message>
  <message>
   <source>no prompt</source>
   <translation>keine Vorgabe</translation>
  </message>
  <message>
   <source>own writer</source>
   <translation>eigener Schreiber</translation>
  </message>
  <message>
   <source>whole track</source>
   <translation>ganzes Stück</translation>
  </message>
  <message>
   <source>written {}</source>
   <translation>geschrieben {}</translation>
  </message>
  <message>
   <source>{}, edited by a person</source>
   <translation>{}, von einem Menschen bearbeitet</translation>
  </message>
  <message>
   <source>{}, epoch {}</source>
   <translation>{}, Epoche {}</translation>
  </message>
  <message>
   <source>{}, no prompt</source>
   <translation>{}, keine Vorgabe</translation>
  </message>
 </context>
 <context>
  <name>CaptionsModel</name>
  <message>
   <source>Human text</source>
   <translation>Text eines Menschen</translation>
  </message>
  <message>
   <source>Machine text</source>
   <translation>Text der Maschine</translation>
  </message>
  <message>
   <source>No human text.</source>
   <translation>Kein Text eines Menschen.</translation>
  </message>
  <message>
   <source>No machine text yet.</source>
   <translation>Noch kein Text einer Maschine.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Track and excerpt</source>
   <translation>Stück und Ausschnitt</translation>
  </message>
 </context>
 <context>
  <name>CaptionsPage</name>
  <message>
   <source>Accept the text, or all that are chosen</source>
   <translation>Den Text annehmen, oder alle gewählten</translation>
  </message>
  <message>
   <source>Captions</source>
   <translation>Beschreibungen</translation>
  </message>
  <message>
   <source>Choose every line</source>
   <translation>Jede Zeile wählen</translation>
  </message>
  <message>
   <source>Edit the text</source>
   <translation>Den Text bearbeiten</translation>
  </message>
  <message>
   <source>Leave the text as it was</source>
   <translation>Den Text lassen, wie er war</translation>
  </message>
  <message>
   <source>Play the excerpt that was described</source>
   <translation>Den beschriebenen Ausschnitt abspielen</translation>
  </message>
  <message>
   <source>Reject the text, or all that are chosen</source>
   <translation>Den Text ablehnen, oder alle gewählten</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
 </context>
 <context>
  <name>CaptionsTable</name>
  <message>
   <source>Captions</source>
   <translation>Beschreibungen</translation>
  </message>
 </context>
 <context>
  <name>Cell</name>
  <message>
   <source>{}. {} has {}.</source>
   <translation>{}. {} hat {}.</translation>
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
  <name>CellList</name>
  <message>
   <source>Choose a cell of the matrix to hear its tracks.</source>
   <translation>Wähle ein Feld der Matrix, um seine Stücke zu hören.</translation>
  </message>
  <message>
   <source>Hear the next track (N or Right)</source>
   <translation>Nächstes Stück hören (N oder Rechts)</translation>
  </message>
  <message>
   <source>In this order, surest first</source>
   <translation>In dieser Reihenfolge, die sichersten zuerst</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>No track is in this cell.</source>
   <translation>In dieser Zelle liegt kein Stück.</translation>
  </message>
  <message>
   <source>Playlist “{}” has {}.</source>
   <translation>Abspielliste „{}“ hat {}.</translation>
  </message>
  <message>
   <source>Save as playlist</source>
   <translation>Als Abspielliste speichern</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>Auswählen</translation>
  </message>
  <message>
   <source>Select these tracks everywhere</source>
   <translation>Diese Stücke überall auswählen</translation>
  </message>
  <message>
   <source>Select these tracks, and label them</source>
   <translation>Diese Stücke auswählen und etikettieren</translation>
  </message>
  <message>
   <source>Select these tracks, and turn to the map</source>
   <translation>Diese Stücke auswählen und zur Karte wechseln</translation>
  </message>
  <message>
   <source>Set label…</source>
   <translation>Etikett setzen…</translation>
  </message>
  <message>
   <source>Show on map</source>
   <translation>Auf der Karte zeigen</translation>
  </message>
  <message>
   <source>Tracks of a cell</source>
   <translation>Stücke eines Feldes</translation>
  </message>
  <message>
   <source>What was said of each track in epoch {} is not kept.</source>
   <translation>Was in Epoche {} über jedes Stück gesagt wurde, ist nicht aufbewahrt.</translation>
  </message>
  <message>
   <source>{} of {} are by {}, who has {} of the {} {} tracks here</source>
   <translation>{} von {} sind von {}; davon gibt es hier {} unter {} Stücken mit {}</translation>
  </message>
  <message>
   <source>{}, run {}</source>
   <translation>{}, Lauf {}</translation>
  </message>
  <message>
   <source>{}, surest first</source>
   <translation>{}, die sichersten zuerst</translation>
  </message>
 </context>
 <context>
  <name>CellModel</name>
  <message>
   <source>Run {}: {}</source>
   <translation>Lauf {}: {}</translation>
  </message>
  <message>
   <source>Track {}</source>
   <translation>Stück {}</translation>
  </message>
  <message>
   <source>{} known as such</source>
   <translation>{} als solches erkannt</translation>
  </message>
  <message>
   <source>{} taken for {}</source>
   <translation>{} für {} gehalten</translation>
  </message>
 </context>
 <context>
  <name>CellView</name>
  <message>
   <source>Tracks of the cell, surest first</source>
   <translation>Stücke des Feldes, die sichersten zuerst</translation>
  </message>
 </context>
 <context>
  <name>CertaintyResult</name>
  <message>
   <source>Certainty</source>
   <translation>Sicherheit</translation>
  </message>
  <message>
   <source>Class whose curve is drawn</source>
   <translation>Klasse, deren Kurve gezeichnet ist</translation>
  </message>
  <message>
   <source>Export certainty…</source>
   <translation>Sicherheit exportieren…</translation>
  </message>
  <message>
   <source>Track {}</source>
   <translation>Stück {}</translation>
  </message>
  <message>
   <source>{}; dotted: chance; bars: 95 % intervals</source>
   <translation>{}; gepunktet: Zufall; Balken: 95-%-Intervalle</translation>
  </message>
  <message>
   <source>{}; on the dashed line what was said is true; click plays</source>
   <translation>{}; auf der gestrichelten Linie stimmt das Gesagte; Klick spielt ab</translation>
  </message>
 </context>
 <context>
  <name>Charts</name>
  <message>
   <source>Map after</source>
   <translation>Karte nachher</translation>
  </message>
  <message>
   <source>Map before</source>
   <translation>Karte vorher</translation>
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
   <translation>Als Abspielliste sichern…</translation>
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
  <name>ChosenStrip</name>
  <message>
   <source>Accept all</source>
   <translation>Alle annehmen</translation>
  </message>
  <message>
   <source>As they are (Ctrl+Enter)</source>
   <translation>Wie sie sind (Strg+Eingabe)</translation>
  </message>
  <message>
   <source>One excerpt after the other</source>
   <translation>Ein Ausschnitt nach dem anderen</translation>
  </message>
  <message>
   <source>Play in order</source>
   <translation>Der Reihe nach abspielen</translation>
  </message>
  <message>
   <source>Reject all</source>
   <translation>Alle ablehnen</translation>
  </message>
  <message>
   <source>They stay, counted as wrong (Ctrl+Backspace)</source>
   <translation>Sie bleiben, als falsch gezählt (Strg+Rücktaste)</translation>
  </message>
  <message>
   <source>Write again…</source>
   <translation>Neu schreiben …</translation>
  </message>
  <message>
   <source>{} lines chosen</source>
   <translation>{} Zeilen gewählt</translation>
  </message>
 </context>
 <context>
  <name>ClaimsPlot</name>
  <message>
   <source>Calibration error {} on {}</source>
   <translation>Kalibrierungsfehler {} auf {}</translation>
  </message>
  <message>
   <source>Claims and truth</source>
   <translation>Behauptung und Wahrheit</translation>
  </message>
  <message>
   <source>confidence claimed</source>
   <translation>behauptete Sicherheit</translation>
  </message>
  <message>
   <source>share right</source>
   <translation>Anteil richtig</translation>
  </message>
 </context>
 <context>
  <name>ClassButton</name>
  <message>
   <source>{}, {}</source>
   <translation>{}, {}</translation>
  </message>
  <message>
   <source>{}: {}. Click hides or shows it; Ctrl+click shows it alone, Shift+click selects it</source>
   <translation>{}: {}. Klick blendet sie aus oder ein; Strg+Klick zeigt sie allein, Umschalt+Klick wählt sie aus</translation>
  </message>
 </context>
 <context>
  <name>ClassRow</name>
  <message>
   <source>Label it {} and go on</source>
   <translation>Als {} benennen und weiter</translation>
  </message>
  <message>
   <source>{} labelled</source>
   <translation>{} benannt</translation>
  </message>
  <message>
   <source>{} likely</source>
   <translation>{} wahrscheinlich</translation>
  </message>
 </context>
 <context>
  <name>ClassesModel</name>
  <message>
   <source>, 95 % interval {} to {}</source>
   <translation>, 95-%-Intervall {} bis {}</translation>
  </message>
  <message>
   <source>, random labels {}</source>
   <translation>, zufällige Etiketten {}</translation>
  </message>
  <message>
   <source>Average precision</source>
   <translation>Mittlere Genauigkeit</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <source>How often a track with the tag ranks above one without</source>
   <translation>Wie oft ein Stück mit dem Tag vor einem ohne steht</translation>
  </message>
  <message>
   <source>Of the tracks called so, the part that is so</source>
   <translation>Von den so genannten Stücken der Anteil, der so ist</translation>
  </message>
  <message>
   <source>Of the tracks that are so, the part that was called so</source>
   <translation>Von den Stücken, die so sind, der Anteil, der so genannt wurde</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <source>ROC-AUC</source>
   <translation>ROC-AUC</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Trefferquote</translation>
  </message>
  <message>
   <source>The area below precision over recall</source>
   <translation>Die Fläche unter Genauigkeit über Trefferquote</translation>
  </message>
  <message>
   <source>The harmonic mean of precision and recall</source>
   <translation>Das harmonische Mittel aus Genauigkeit und Trefferquote</translation>
  </message>
  <message>
   <source>Tracks</source>
   <translation>Stücke</translation>
  </message>
  <message>
   <source>{}, {}: unknown, for no track was called so</source>
   <translation>{}, {}: unbekannt, denn kein Stück wurde so genannt</translation>
  </message>
 </context>
 <context>
  <name>ClassesResult</name>
  <message>
   <source>95 % intervals; the tick is what random labels reach</source>
   <translation>95-%-Intervalle; der Strich ist, was zufällige Etiketten erreichen</translation>
  </message>
  <message>
   <source>Classes</source>
   <translation>Klassen</translation>
  </message>
  <message>
   <source>Classes of run {}, {}</source>
   <translation>Klassen von Lauf {}, {}</translation>
  </message>
  <message>
   <source>Export the table</source>
   <translation>Tabelle exportieren</translation>
  </message>
  <message>
   <source>Export the table…</source>
   <translation>Tabelle exportieren…</translation>
  </message>
  <message>
   <source>Figures of each class</source>
   <translation>Zahlen jeder Klasse</translation>
  </message>
  <message>
   <source>No figures of single classes: the part has no tracks whose label is known</source>
   <translation>Keine Zahlen einzelner Klassen: der Teil hat keine Stücke mit bekanntem Etikett</translation>
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
  <name>ColourBox</name>
  <message>
   <source>Colour by</source>
   <translation>Farbe nach</translation>
  </message>
  <message>
   <source>Coloured by {}</source>
   <translation>Gefärbt nach {}</translation>
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
   <source>Most neighbours of {}, before → after</source>
   <translation>Meiste Nachbarn von {}, vorher → nachher</translation>
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
   <source>Track</source>
   <translation>Stück</translation>
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
  <name>Consequences</name>
  <message>
   <source>Expect</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>Veröffentlicht</translation>
  </message>
 </context>
 <context>
  <name>ControlsSection</name>
  <message>
   <source>Captions always stand beside constant, random and nearest captions and shuffled audio.</source>
   <translation>Neben Beschreibungen stehen immer gleichbleibende, zufällige und nächstliegende sowie vertauschtes Audio.</translation>
  </message>
  <message>
   <source>Controls</source>
   <translation>Kontrollen</translation>
  </message>
  <message>
   <source>One, or several as 1, 2, 3 or 1-5: each is a run of its own</source>
   <translation>Eine, oder mehrere wie 1, 2, 3 oder 1-5: Jede ist ein eigener Lauf</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Seeds</source>
   <translation>Startzahlen</translation>
  </message>
  <message>
   <source>{} runs, one after the other</source>
   <translation>{} Läufe nacheinander</translation>
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
   <source>No label was given here yet.</source>
   <translation>Hier wurde noch nichts benannt.</translation>
  </message>
  <message>
   <source>Nothing has been heard yet; encode the tracks first</source>
   <translation>Noch ist nichts gehört worden; zuerst die Stücke kodieren</translation>
  </message>
  <message>
   <source>The last label is being written.</source>
   <translation>Das letzte Etikett wird noch geschrieben.</translation>
  </message>
  <message>
   <source>This map is drawn already</source>
   <translation>Diese Karte ist schon gezeichnet</translation>
  </message>
  <message>
   <source>“{}” was done since. Undo that first (Ctrl+Z).</source>
   <translation>„{}“ kam danach. Zuerst das rückgängig machen (Strg+Z).</translation>
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
  <name>Curves</name>
  <message>
   <source>Loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>Run {}</source>
   <translation>Lauf {}</translation>
  </message>
  <message>
   <source>always the mean</source>
   <translation>immer der Mittelwert</translation>
  </message>
  <message>
   <source>band: 95 % interval, n = {}</source>
   <translation>Band: 95-%-Intervall, n = {}</translation>
  </message>
  <message>
   <source>binary cross-entropy</source>
   <translation>binäre Kreuzentropie</translation>
  </message>
  <message>
   <source>cross-entropy</source>
   <translation>Kreuzentropie</translation>
  </message>
  <message>
   <source>cross-entropy of a word</source>
   <translation>Kreuzentropie je Wort</translation>
  </message>
  <message>
   <source>descriptors</source>
   <translation>Deskriptoren</translation>
  </message>
  <message>
   <source>majority label</source>
   <translation>häufigstes Label</translation>
  </message>
  <message>
   <source>prior</source>
   <translation>Häufigkeiten</translation>
  </message>
  <message>
   <source>random encoder</source>
   <translation>zufälliger Encoder</translation>
  </message>
  <message>
   <source>random labels</source>
   <translation>zufällige Labels</translation>
  </message>
  <message>
   <source>shuffled labels</source>
   <translation>vertauschte Labels</translation>
  </message>
  <message>
   <source>squared error, 1 = always the mean</source>
   <translation>quadratischer Fehler, 1 = immer der Mittelwert</translation>
  </message>
  <message>
   <source>{}, test</source>
   <translation>{}, Test</translation>
  </message>
 </context>
 <context>
  <name>CurvesPlot</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Epoch {}: {}</source>
   <translation>Epoche {}: {}</translation>
  </message>
  <message>
   <source>Equal steps of the axis are equal factors</source>
   <translation>Gleiche Schritte der Achse sind gleiche Faktoren</translation>
  </message>
  <message>
   <source>Every epoch</source>
   <translation>Jede Epoche</translation>
  </message>
  <message>
   <source>Export the curves…</source>
   <translation>Kurven exportieren…</translation>
  </message>
  <message>
   <source>Last {}</source>
   <translation>Letzte {}</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Log</translation>
  </message>
  <message>
   <source>Only the last {} epochs</source>
   <translation>Nur die letzten {} Epochen</translation>
  </message>
  <message>
   <source>The first epoch is not over yet.</source>
   <translation>Die erste Epoche ist noch nicht zu Ende.</translation>
  </message>
  <message>
   <source>Which epochs</source>
   <translation>Welche Epochen</translation>
  </message>
 </context>
 <context>
  <name>CurvesResult</name>
  <message>
   <source>Curves</source>
   <translation>Kurven</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>Neither run was trained in epochs, or none is over yet.</source>
   <translation>Keiner der Läufe wurde in Epochen trainiert, oder noch keine ist vorbei.</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Werte</translation>
  </message>
  <message>
   <source>This run was not trained in epochs, or none is over yet.</source>
   <translation>Dieser Lauf wurde nicht in Epochen trainiert, oder noch keine ist vorbei.</translation>
  </message>
  <message>
   <source>Which score</source>
   <translation>Welcher Wert</translation>
  </message>
 </context>
 <context>
  <name>Deeds</name>
  <message>
   <source>&amp;Accept its predictions as labels…</source>
   <translation>Vorhersagen als &amp;Labels annehmen …</translation>
  </message>
  <message>
   <source>&amp;Bring back from the archive</source>
   <translation>Aus dem Archiv &amp;zurückholen</translation>
  </message>
  <message>
   <source>&amp;Compare with this run</source>
   <translation>Mit diesem Lauf &amp;vergleichen</translation>
  </message>
  <message>
   <source>&amp;Delete this run…</source>
   <translation>Diesen Lauf &amp;löschen …</translation>
  </message>
  <message>
   <source>&amp;Encode with its encoder</source>
   <translation>Mit seinem &amp;Encoder encodieren</translation>
  </message>
  <message>
   <source>&amp;Look at this run</source>
   <translation>Diesen Lauf &amp;ansehen</translation>
  </message>
  <message>
   <source>&amp;Queue more seeds…</source>
   <translation>Weitere &amp;Startwerte einreihen …</translation>
  </message>
  <message>
   <source>All runs that this job has made go, also those that are done. Stop and keep leaves them.</source>
   <translation>Alle Läufe dieses Auftrags verschwinden, auch die fertigen. „Anhalten und behalten“ lässt sie stehen.</translation>
  </message>
  <message>
   <source>Arc&amp;hive this run</source>
   <translation>Diesen Lauf arc&amp;hivieren</translation>
  </message>
  <message>
   <source>Cancel study</source>
   <translation>Studie abbrechen</translation>
  </message>
  <message>
   <source>Cancel the study?</source>
   <translation>Studie abbrechen?</translation>
  </message>
  <message>
   <source>Captions are accepted on the page of captions</source>
   <translation>Beschreibungen werden auf der Seite der Beschreibungen angenommen</translation>
  </message>
  <message>
   <source>Choose a run on the page of results first</source>
   <translation>Zuerst auf der Seite der Ergebnisse einen Lauf wählen</translation>
  </message>
  <message>
   <source>Copy &amp;settings into Teach…</source>
   <translation>&amp;Einstellungen ins Lehren übernehmen …</translation>
  </message>
  <message>
   <source>Export report into</source>
   <translation>Bericht exportieren nach</translation>
  </message>
  <message>
   <source>Export the &amp;table of runs…</source>
   <translation>&amp;Tabelle der Läufe exportieren …</translation>
  </message>
  <message>
   <source>Export the table of runs</source>
   <translation>Tabelle der Läufe exportieren</translation>
  </message>
  <message>
   <source>Export this &amp;run…</source>
   <translation>Diesen &amp;Lauf exportieren …</translation>
  </message>
  <message>
   <source>In the table of runs</source>
   <translation>In der Tabelle der Läufe</translation>
  </message>
  <message>
   <source>In the table of runs, with commas between them</source>
   <translation>In der Tabelle der Läufe, mit Kommas dazwischen</translation>
  </message>
  <message>
   <source>It is being made: cancel its job first</source>
   <translation>Er entsteht gerade: zuerst seinen Auftrag abbrechen</translation>
  </message>
  <message>
   <source>It is in the archive</source>
   <translation>Er ist im Archiv</translation>
  </message>
  <message>
   <source>It is not in the archive</source>
   <translation>Er ist nicht im Archiv</translation>
  </message>
  <message>
   <source>Its figures and what lies behind them</source>
   <translation>Seine Zahlen und was dahinter liegt</translation>
  </message>
  <message>
   <source>Let it go on</source>
   <translation>Weiterlaufen lassen</translation>
  </message>
  <message>
   <source>Look at another run first</source>
   <translation>Zuerst einen anderen Lauf ansehen</translation>
  </message>
  <message>
   <source>Look at run {}</source>
   <translation>Lauf {} ansehen</translation>
  </message>
  <message>
   <source>Look at run {}, seed {}</source>
   <translation>Lauf {} ansehen, Startwert {}</translation>
  </message>
  <message>
   <source>No browser opened. The report is {}.</source>
   <translation>Kein Browser hat sich geöffnet. Der Bericht ist {}.</translation>
  </message>
  <message>
   <source>Put a run together as this one was</source>
   <translation>Einen Lauf zusammenstellen, wie dieser es war</translation>
  </message>
  <message>
   <source>Put it away; nothing of it is lost</source>
   <translation>Weglegen; nichts geht verloren</translation>
  </message>
  <message>
   <source>Put it beside the run that is looked at</source>
   <translation>Neben den Lauf stellen, der angesehen wird</translation>
  </message>
  <message>
   <source>Says what goes with it, and asks</source>
   <translation>Sagt, was mit ihm verloren geht, und fragt</translation>
  </message>
  <message>
   <source>Scores, predictions, curves, split, recipe and methods sheet, into a folder</source>
   <translation>Werte, Vorhersagen, Kurven, Aufteilung, Rezept und Methodenblatt, in einen Ordner</translation>
  </message>
  <message>
   <source>Show it among the others again</source>
   <translation>Wieder unter den anderen zeigen</translation>
  </message>
  <message>
   <source>Stop and keep</source>
   <translation>Anhalten und behalten</translation>
  </message>
  <message>
   <source>The methods sheet is on the clipboard.</source>
   <translation>Das Methodenblatt ist in der Zwischenablage.</translation>
  </message>
  <message>
   <source>The run gets a folder of its own in here</source>
   <translation>Der Lauf bekommt hier einen eigenen Ordner</translation>
  </message>
  <message>
   <source>The runs that are shown, with names and units</source>
   <translation>Die gezeigten Läufe, mit Namen und Einheiten</translation>
  </message>
  <message>
   <source>The same recipe again, from other chances</source>
   <translation>Dasselbe Rezept noch einmal, von anderen Zufällen aus</translation>
  </message>
  <message>
   <source>There is no run yet</source>
   <translation>Es gibt noch keinen Lauf</translation>
  </message>
  <message>
   <source>This run has not trained an encoder</source>
   <translation>Dieser Lauf hat keinen Encoder trainiert</translation>
  </message>
  <message>
   <source>This run has said nothing yet</source>
   <translation>Dieser Lauf hat noch nichts gesagt</translation>
  </message>
  <message>
   <source>What can be done with this run</source>
   <translation>Was sich mit diesem Lauf tun lässt</translation>
  </message>
  <message>
   <source>What the run has taught an encoder to hear</source>
   <translation>Was der Lauf einen Encoder zu hören gelehrt hat</translation>
  </message>
  <message>
   <source>What the run says becomes labels; undo takes them back</source>
   <translation>Was der Lauf sagt, wird zu Labels; es lässt sich rückgängig machen</translation>
  </message>
  <message>
   <source>Write &amp;tags</source>
   <translation>&amp;Tags schreiben</translation>
  </message>
  <message>
   <source>Write a &amp;note</source>
   <translation>&amp;Notiz schreiben</translation>
  </message>
  <message>
   <source>{} files of the report are in {}.</source>
   <translation>{} Dateien des Berichts liegen in {}.</translation>
  </message>
  <message>
   <source>{} is not there any more. Start the study again: it writes its report anew.</source>
   <translation>{} ist nicht mehr da. Starten Sie die Studie noch einmal: Sie schreibt ihren Bericht neu.</translation>
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
   <source>{}, {} running</source>
   <translation>{}, {} laufen</translation>
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
  <name>EditDialog</name>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
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
   <source>A model that writes is taught first: Teach… with the task Caption. It learns from texts that people wrote of at least 10 tracks. Texts are imported with a table, or written one by one in the pane Track.</source>
   <translation>Ein Modell, das schreibt, wird zuerst gelehrt: Lehren … mit der Aufgabe Beschreiben. Es lernt aus Texten, die Menschen zu mindestens 10 Stücken geschrieben haben. Texte kommen mit einer Tabelle herein oder werden einzeln im Bereich Stück geschrieben.</translation>
  </message>
  <message>
   <source>A run has learnt to write. It can describe any track that can be heard.</source>
   <translation>Ein Lauf hat schreiben gelernt. Er kann jedes Stück beschreiben, das gehört werden kann.</translation>
  </message>
  <message>
   <source>A study needs tracks with labels or captions, and there are no tracks yet.</source>
   <translation>Eine Studie braucht Stücke mit Etiketten oder Beschreibungen, und es gibt noch keine Stücke.</translation>
  </message>
  <message>
   <source>Add folder…</source>
   <translation>Ordner hinzufügen…</translation>
  </message>
  <message>
   <source>Before and after are not drawn yet</source>
   <translation>Vorher und nachher sind noch nicht gezeichnet</translation>
  </message>
  <message>
   <source>Being heard</source>
   <translation>Wird gehört</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Captions say in words what is heard. Add a folder of recordings first.</source>
   <translation>Beschreibungen sagen in Worten, was zu hören ist. Fügen Sie zuerst einen Ordner mit Aufnahmen hinzu.</translation>
  </message>
  <message>
   <source>Choose a run in the table above.</source>
   <translation>Oben in der Tabelle einen Lauf wählen.</translation>
  </message>
  <message>
   <source>Choose a study at the left.</source>
   <translation>Wählen Sie links eine Studie.</translation>
  </message>
  <message>
   <source>Draw before and after</source>
   <translation>Vorher und nachher zeichnen</translation>
  </message>
  <message>
   <source>Draw the map</source>
   <translation>Die Karte zeichnen</translation>
  </message>
  <message>
   <source>Drawing before and after</source>
   <translation>Vorher und nachher werden gezeichnet</translation>
  </message>
  <message>
   <source>Encode with descriptors</source>
   <translation>Mit Deskriptoren kodieren</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>Neighbours of other artists only</source>
   <translation>Nur Nachbarn anderer Künstler</translation>
  </message>
  <message>
   <source>No caption is like that. Show all of them again.</source>
   <translation>Keine Beschreibung ist so. Zeigen Sie wieder alle.</translation>
  </message>
  <message>
   <source>No map is drawn yet</source>
   <translation>Noch ist keine Karte gezeichnet</translation>
  </message>
  <message>
   <source>No run is looked at</source>
   <translation>Kein Lauf wird angesehen</translation>
  </message>
  <message>
   <source>No runs yet. A run teaches a model your own labels and judges what it has learnt.</source>
   <translation>Noch keine Läufe. Ein Lauf lehrt ein Modell eigene Labels und beurteilt, was es gelernt hat.</translation>
  </message>
  <message>
   <source>No text is found</source>
   <translation>Kein Text gefunden</translation>
  </message>
  <message>
   <source>Nothing has been heard yet</source>
   <translation>Noch ist nichts gehört worden</translation>
  </message>
  <message>
   <source>Nothing has been taught yet; what learns can be watched here.</source>
   <translation>Noch nichts wurde angelernt; was lernt, lässt sich hier beobachten.</translation>
  </message>
  <message>
   <source>Nothing is described yet</source>
   <translation>Noch ist nichts beschrieben</translation>
  </message>
  <message>
   <source>Nothing to compare</source>
   <translation>Nichts zu vergleichen</translation>
  </message>
  <message>
   <source>Other encoders…</source>
   <translation>Andere Encoder…</translation>
  </message>
  <message>
   <source>Progress of before and after</source>
   <translation>Fortschritt von vorher und nachher</translation>
  </message>
  <message>
   <source>Show all texts</source>
   <translation>Alle Texte zeigen</translation>
  </message>
  <message>
   <source>Shows what varies most, in a moment</source>
   <translation>Zeigt in einem Augenblick, was am meisten schwankt</translation>
  </message>
  <message>
   <source>Shows who is near whom; distances say little</source>
   <translation>Zeigt, wer wem nahe ist; Abstände sagen wenig</translation>
  </message>
  <message>
   <source>Teach…</source>
   <translation>Lehren …</translation>
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
   <source>Tracks of the same artist are no neighbours</source>
   <translation>Stücke desselben Künstlers sind keine Nachbarn</translation>
  </message>
  <message>
   <source>Write captions…</source>
   <translation>Beschreibungen schreiben …</translation>
  </message>
  <message>
   <source>how long hearing takes is not known yet</source>
   <translation>wie lange das Hören dauert, ist noch nicht bekannt</translation>
  </message>
  <message>
   <source>{} before and after teaching, one map over the other, and who has other neighbours now.</source>
   <translation>{} vor und nach dem Lehren, eine Karte über der anderen, und wer jetzt andere Nachbarn hat.</translation>
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
  <name>EncoderSection</name>
  <message>
   <source>Encoder</source>
   <translation>Encoder</translation>
  </message>
  <message>
   <source>Encoders…</source>
   <translation>Encoder…</translation>
  </message>
  <message>
   <source>Fetch it, or see what it hears</source>
   <translation>Holen, oder ansehen, was er hört</translation>
  </message>
  <message>
   <source>Fine-tune</source>
   <translation>Feinabstimmung</translation>
  </message>
  <message>
   <source>Frozen</source>
   <translation>Eingefroren</translation>
  </message>
  <message>
   <source>It is used as it is; a run takes seconds</source>
   <translation>Er wird benutzt, wie er ist; ein Lauf dauert Sekunden</translation>
  </message>
  <message>
   <source>It learns along in every weight</source>
   <translation>Er lernt in jedem Gewicht mit</translation>
  </message>
  <message>
   <source>It learns by small additions to its layers; what it knows stays</source>
   <translation>Er lernt durch kleine Zusätze zu seinen Schichten; was er weiß, bleibt</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>LoRA</source>
   <translation>LoRA</translation>
  </message>
  <message>
   <source>There is no encoder called {} here.</source>
   <translation>Hier gibt es keinen Encoder namens {}.</translation>
  </message>
  <message>
   <source>Whether it learns along</source>
   <translation>Ob er mitlernt</translation>
  </message>
  <message>
   <source>a learnt mix of all {}</source>
   <translation>eine gelernte Mischung aller {}</translation>
  </message>
  <message>
   <source>all, side by side</source>
   <translation>alle nebeneinander</translation>
  </message>
  <message>
   <source>not here yet</source>
   <translation>noch nicht hier</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>bereit</translation>
  </message>
  <message>
   <source>the best on the valid part</source>
   <translation>die beste auf dem Auswahlteil</translation>
  </message>
  <message>
   <source>the usual one</source>
   <translation>die übliche</translation>
  </message>
  <message>
   <source>the usual one ({})</source>
   <translation>die übliche ({})</translation>
  </message>
  <message>
   <source>{} cannot learn along so: choose Frozen, or another encoder.</source>
   <translation>{} kann so nicht mitlernen: Eingefroren oder einen anderen Encoder wählen.</translation>
  </message>
  <message>
   <source>{} has no layer {}: choose another.</source>
   <translation>{} hat keine Schicht {}: eine andere wählen.</translation>
  </message>
  <message>
   <source>{} is not here yet: {}.</source>
   <translation>{} ist noch nicht hier: {}.</translation>
  </message>
  <message>
   <source>{} · not known here</source>
   <translation>{} · hier nicht bekannt</translation>
  </message>
  <message>
   <source>{} · {:g} kHz · {} numbers</source>
   <translation>{} · {:g} kHz · {} Zahlen</translation>
  </message>
  <message>
   <source>{}, not here</source>
   <translation>{}, nicht hier</translation>
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
   <source>A: {}; B: {}. Maps {} and {} of {}, {}; Soundings {}.</source>
   <translation>A: {}; B: {}. Karten {} und {} von {}, {}; Soundings {}.</translation>
  </message>
  <message>
   <source>Before and after were written to {}.</source>
   <translation>Vorher und nachher wurden nach {} geschrieben.</translation>
  </message>
  <message>
   <source>Certainty of run {}, {}</source>
   <translation>Sicherheit von Lauf {}, {}</translation>
  </message>
  <message>
   <source>Confusion matrix</source>
   <translation>Verwechslungsmatrix</translation>
  </message>
  <message>
   <source>Export before and after</source>
   <translation>Vorher und nachher exportieren</translation>
  </message>
  <message>
   <source>Export certainty</source>
   <translation>Sicherheit exportieren</translation>
  </message>
  <message>
   <source>Export the confusion matrix</source>
   <translation>Verwechslungsmatrix exportieren</translation>
  </message>
  <message>
   <source>Export the curves</source>
   <translation>Kurven exportieren</translation>
  </message>
  <message>
   <source>Export the map</source>
   <translation>Die Karte exportieren</translation>
  </message>
  <message>
   <source>Map {} of {}, {}; Soundings {}.</source>
   <translation>Karte {} von {}, {}; Soundings {}.</translation>
  </message>
  <message>
   <source>Rows: true label. Columns: the model's choice.</source>
   <translation>Zeilen: wahres Etikett. Spalten: Wahl des Modells.</translation>
  </message>
  <message>
   <source>Soundings {}, {}.</source>
   <translation>Soundings {}, {}.</translation>
  </message>
  <message>
   <source>Table (CSV)…</source>
   <translation>Tabelle (CSV)…</translation>
  </message>
  <message>
   <source>Table of all points (CSV)…</source>
   <translation>Tabelle aller Punkte (CSV)…</translation>
  </message>
  <message>
   <source>Table of all tracks (CSV)…</source>
   <translation>Tabelle aller Stücke (CSV)…</translation>
  </message>
  <message>
   <source>The map was written to {}.</source>
   <translation>Die Karte wurde nach {} geschrieben.</translation>
  </message>
  <message>
   <source>Track {}</source>
   <translation>Stück {}</translation>
  </message>
  <message>
   <source>epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
  <message>
   <source>{} were written to {}.</source>
   <translation>{} wurden nach {} geschrieben.</translation>
  </message>
  <message>
   <source>{}, epoch {}</source>
   <translation>{}, Epoche {}</translation>
  </message>
 </context>
 <context>
  <name>Exports</name>
  <message>
   <source>Picture (PNG)…</source>
   <translation>Bild (PNG)…</translation>
  </message>
  <message>
   <source>Picture that can be scaled (SVG)…</source>
   <translation>Skalierbares Bild (SVG)…</translation>
  </message>
  <message>
   <source>{} was written.</source>
   <translation>{} wurde geschrieben.</translation>
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
   <source>There is no such field yet.</source>
   <translation>Ein solches Feld gibt es noch nicht.</translation>
  </message>
  <message>
   <source>{} values</source>
   <translation>{} Werte</translation>
  </message>
 </context>
 <context>
  <name>FieldNameForm</name>
  <message>
   <source>A track may have several values</source>
   <translation>Ein Stück kann mehrere Werte haben</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>Label a new field</source>
   <translation>Ein neues Feld benennen</translation>
  </message>
  <message>
   <source>The field is made with its first label.</source>
   <translation>Das Feld entsteht mit dem ersten Etikett.</translation>
  </message>
  <message>
   <source>such as mood</source>
   <translation>etwa mood</translation>
  </message>
 </context>
 <context>
  <name>Figures</name>
  <message>
   <source>Accept guesses…</source>
   <translation>Vermutungen übernehmen…</translation>
  </message>
  <message>
   <source>Colour the map</source>
   <translation>Karte färben</translation>
  </message>
  <message>
   <source>Colour the map by what the probe guesses</source>
   <translation>Die Karte nach den Vermutungen der Sonde färben</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>Epochen</translation>
  </message>
  <message>
   <source>Figures of each epoch, the newest first</source>
   <translation>Zahlen jeder Epoche, die neueste zuerst</translation>
  </message>
  <message>
   <source>How right it is can be said once labels of a second artist are there.</source>
   <translation>Wie richtig sie liegt, zeigt sich, sobald Stücke eines zweiten Künstlers benannt sind.</translation>
  </message>
  <message>
   <source>One more {}, and two labels of another class, and the probe can guess.</source>
   <translation>Noch ein Etikett {} und zwei einer anderen Klasse, dann kann die Sonde vermuten.</translation>
  </message>
  <message>
   <source>Select guessed…</source>
   <translation>Vermutete auswählen…</translation>
  </message>
  <message>
   <source>Select the tracks that are guessed to be of one class</source>
   <translation>Die Stücke auswählen, die als eine Klasse vermutet werden</translation>
  </message>
  <message>
   <source>Take guesses over as labels</source>
   <translation>Vermutungen als Etiketten übernehmen</translation>
  </message>
  <message>
   <source>Teach a model with these labels (Ctrl+Shift+T)</source>
   <translation>Ein Modell mit diesen Etiketten lehren (Strg+Umschalt+T)</translation>
  </message>
  <message>
   <source>Teach…</source>
   <translation>Lehren …</translation>
  </message>
  <message>
   <source>The best epoch on the validation part is in bold.</source>
   <translation>Die beste Epoche auf dem Validierungsteil ist fett.</translation>
  </message>
  <message>
   <source>The probe is listening…</source>
   <translation>Die Sonde hört zu…</translation>
  </message>
  <message>
   <source>Two classes need two labels each; so far there are: {}.</source>
   <translation>Zwei Klassen brauchen je zwei Etiketten; bisher gibt es: {}.</translation>
  </message>
  <message>
   <source>Two labels of two classes each are needed before the probe can guess.</source>
   <translation>Je zwei Etiketten von zwei Klassen braucht die Sonde, bevor sie vermuten kann.</translation>
  </message>
  <message>
   <source>{} has enough labels; another class needs two.</source>
   <translation>{} hat genug Etiketten; eine andere Klasse braucht zwei.</translation>
  </message>
  <message>
   <source>{} of {} labelled, {} classes. The rest is guessed.</source>
   <translation>{} von {} benannt, {} Klassen. Der Rest ist vermutet.</translation>
  </message>
  <message>
   <source>{} right on {} labelled tracks that it had not learnt from; majority {}.</source>
   <translation>{} richtig bei {} benannten Stücken, aus denen nicht gelernt wurde; Mehrheit {}.</translation>
  </message>
 </context>
 <context>
  <name>FiguresModel</name>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Time, s</source>
   <translation>Zeit, s</translation>
  </message>
  <message>
   <source>best {}</source>
   <translation>beste {}</translation>
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
   <source>Order by likeness to “{}”</source>
   <translation>Nach Ähnlichkeit zu „{}“ ordnen</translation>
  </message>
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
  <name>Following</name>
  <message>
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <source>It was stopped.</source>
   <translation>Es wurde angehalten.</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Beginnt…</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Wird beendet…</translation>
  </message>
  <message>
   <source>Waiting for other jobs</source>
   <translation>Wartet auf andere Aufträge</translation>
  </message>
  <message>
   <source>{} · {} left</source>
   <translation>{} · noch {}</translation>
  </message>
 </context>
 <context>
  <name>Foot</name>
  <message>
   <source>&amp;Save as recipe…</source>
   <translation>Als Rezept &amp;sichern …</translation>
  </message>
  <message>
   <source>A file that can be read, changed and cited</source>
   <translation>Eine Datei, die man lesen, ändern und zitieren kann</translation>
  </message>
  <message>
   <source>Add the chosen tracks</source>
   <translation>Die gewählten Stücke hinzufügen</translation>
  </message>
  <message>
   <source>Add to &amp;queue</source>
   <translation>In die &amp;Warteschlange</translation>
  </message>
  <message>
   <source>Add {} at the end</source>
   <translation>{} am Ende anfügen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Choose tracks first</source>
   <translation>Zuerst Stücke wählen</translation>
  </message>
  <message>
   <source>Co&amp;py command line</source>
   <translation>Befehlszeile &amp;kopieren</translation>
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
   <source>Device</source>
   <translation>Gerät</translation>
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
   <source>It runs after those that wait; this page stays</source>
   <translation>Er läuft nach denen, die warten; diese Seite bleibt</translation>
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
  <message>
   <source>Start training</source>
   <translation>Training starten</translation>
  </message>
  <message>
   <source>Start {} runs</source>
   <translation>{} Läufe starten</translation>
  </message>
  <message>
   <source>The same run from a terminal</source>
   <translation>Derselbe Lauf von einem Terminal aus</translation>
  </message>
  <message>
   <source>Turns to the Monitor, where it can be watched (Ctrl+Enter)</source>
   <translation>Wechselt zum Monitor, wo zugesehen werden kann (Strg+Eingabe)</translation>
  </message>
  <message>
   <source>What does the computing</source>
   <translation>Womit gerechnet wird</translation>
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
   <translation>Anhalten und behalten</translation>
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
  <name>Grid</name>
  <message>
   <source>Confusion matrix, empty</source>
   <translation>Verwechslungsmatrix, leer</translation>
  </message>
  <message>
   <source>Confusion matrix, {} classes, {}: {} are right</source>
   <translation>Verwechslungsmatrix, {} Klassen, {}: {} sind richtig</translation>
  </message>
  <message>
   <source>Play, surest first</source>
   <translation>Abspielen, die sichersten zuerst</translation>
  </message>
  <message>
   <source>Select {}</source>
   <translation>{} auswählen</translation>
  </message>
  <message>
   <source>found %</source>
   <translation>gefunden %</translation>
  </message>
  <message>
   <source>{} known as such: {}</source>
   <translation>{} als solches erkannt: {}</translation>
  </message>
  <message>
   <source>{} of {} ({} %)</source>
   <translation>{} von {} ({} %)</translation>
  </message>
  <message>
   <source>{} taken for {}: {}</source>
   <translation>{} für {} gehalten: {}</translation>
  </message>
  <message>
   <source>{}: none of these tracks</source>
   <translation>{}: keines dieser Stücke</translation>
  </message>
  <message>
   <source>{}: {} called so</source>
   <translation>{}: {} so genannt</translation>
  </message>
  <message>
   <source>{}: {}, {} % found</source>
   <translation>{}: {}, {} % gefunden</translation>
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
  <name>Growth</name>
  <message>
   <source>Macro F1 against the number of labels; none yet</source>
   <translation>Makro-F1 gegen die Zahl der Etiketten; noch keine</translation>
  </message>
  <message>
   <source>Macro F1 {} from {} labels</source>
   <translation>Makro-F1 {} aus {} Etiketten</translation>
  </message>
  <message>
   <source>On labelled tracks, each told by what was learnt from others. They were not drawn by chance: uncertain ones tend to make this lower than it is for the rest, sure ones higher.</source>
   <translation>Bei benannten Stücken, jedes beurteilt nach dem, was aus anderen gelernt wurde. Sie sind nicht zufällig gezogen: Unsichere machen den Wert eher niedriger, als er für den Rest ist, sichere eher höher.</translation>
  </message>
  <message>
   <source>macro F1</source>
   <translation>Makro-F1</translation>
  </message>
  <message>
   <source>majority</source>
   <translation>Mehrheit</translation>
  </message>
  <message>
   <source>{} labels</source>
   <translation>{} Etiketten</translation>
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
   <source>By machine text</source>
   <translation>Nach Text der Maschine</translation>
  </message>
  <message>
   <source>By track</source>
   <translation>Nach Stück</translation>
  </message>
  <message>
   <source>Cancel run…</source>
   <translation>Lauf abbrechen…</translation>
  </message>
  <message>
   <source>Cancel the run</source>
   <translation>Lauf abbrechen</translation>
  </message>
  <message>
   <source>Cancel {}?</source>
   <translation>{} abbrechen?</translation>
  </message>
  <message>
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <source>Captions</source>
   <translation>Beschreibungen</translation>
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
   <translation>Einbettung</translation>
  </message>
  <message>
   <source>End training now; epoch {} is judged and kept, as the best so far</source>
   <translation>Training jetzt beenden; Epoche {} wird als bisher beste beurteilt und behalten</translation>
  </message>
  <message>
   <source>Everybody</source>
   <translation>Alle</translation>
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
   <source>Export these captions…</source>
   <translation>Diese Beschreibungen exportieren …</translation>
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
   <source>Its {} epochs, its checkpoints and its curves are thrown away.</source>
   <translation>Seine {} Epochen, seine Zwischenstände und seine Kurven werden verworfen.</translation>
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
   <source>Let a run describe tracks</source>
   <translation>Einen Lauf Stücke beschreiben lassen</translation>
  </message>
  <message>
   <source>Let it go on</source>
   <translation>Weiterlaufen lassen</translation>
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
   <source>Memory</source>
   <translation>Speicher</translation>
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
   <source>Newest first</source>
   <translation>Neueste zuerst</translation>
  </message>
  <message>
   <source>Next run</source>
   <translation>Nächster Lauf</translation>
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
   <source>Order of the texts</source>
   <translation>Reihenfolge der Texte</translation>
  </message>
  <message>
   <source>Patience</source>
   <translation>Geduld</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
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
   <source>Repeated texts</source>
   <translation>Wiederholte Texte</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
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
   <source>Scores</source>
   <translation>Werte</translation>
  </message>
  <message>
   <source>Search both texts</source>
   <translation>In beiden Texten suchen</translation>
  </message>
  <message>
   <source>See results</source>
   <translation>Ergebnisse ansehen</translation>
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
   <source>Show all texts again</source>
   <translation>Wieder alle Texte zeigen</translation>
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
   <source>Stop and keep</source>
   <translation>Anhalten und behalten</translation>
  </message>
  <message>
   <source>Stop and keep ends it, too, and keeps its best epoch.</source>
   <translation>„Beenden und behalten“ beendet ihn auch und behält seine beste Epoche.</translation>
  </message>
  <message>
   <source>Stop and keep epoch {}</source>
   <translation>Beenden und Epoche {} behalten</translation>
  </message>
  <message>
   <source>Stop here and go on later from the same step</source>
   <translation>Hier anhalten und später vom selben Schritt weitermachen</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>The first epoch has to be over first</source>
   <translation>Erst muss die erste Epoche zu Ende sein</translation>
  </message>
  <message>
   <source>To check first</source>
   <translation>Zu prüfende zuerst</translation>
  </message>
  <message>
   <source>Track</source>
   <translation>Stück</translation>
  </message>
  <message>
   <source>Watch another run</source>
   <translation>Einen anderen Lauf beobachten</translation>
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
   <source>What it has learnt so far is thrown away.</source>
   <translation>Was er bisher gelernt hat, wird verworfen.</translation>
  </message>
  <message>
   <source>What sounds as words say; needs an encoder with words</source>
   <translation>Was klingt, wie Wörter sagen; braucht einen Encoder mit Wörtern</translation>
  </message>
  <message>
   <source>What the texts of the run are worth</source>
   <translation>Was die Texte des Laufs taugen</translation>
  </message>
  <message>
   <source>Which run is watched</source>
   <translation>Welcher Lauf beobachtet wird</translation>
  </message>
  <message>
   <source>Which texts</source>
   <translation>Welche Texte</translation>
  </message>
  <message>
   <source>Whose texts</source>
   <translation>Wessen Texte</translation>
  </message>
  <message>
   <source>Words of either text, or a query such as genre:waltz captioned:accepted</source>
   <translation>Wörter aus einem der Texte oder eine Abfrage wie genre:waltz captioned:accepted</translation>
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
   <source>Write captions…</source>
   <translation>Beschreibungen schreiben …</translation>
  </message>
  <message>
   <source>by</source>
   <translation>von</translation>
  </message>
  <message>
   <source>or drop a recording here</source>
   <translation>oder eine Aufnahme hier ablegen</translation>
  </message>
  <message>
   <source>this run</source>
   <translation>diesen Lauf</translation>
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
   <source>{}, best so far epoch {}</source>
   <translation>{}, bisher beste Epoche {}</translation>
  </message>
  <message>
   <source>{}: mean of excerpts of {} s, {} numbers, {} tracks</source>
   <translation>{}: Mittel der Ausschnitte von {} s, {} Zahlen, {} Stücke</translation>
  </message>
 </context>
 <context>
  <name>HeadSection</name>
  <message>
   <source>A small network, learnt step by step</source>
   <translation>Ein kleines Netz, Schritt für Schritt gelernt</translation>
  </message>
  <message>
   <source>Head</source>
   <translation>Kopf</translation>
  </message>
  <message>
   <source>Linear</source>
   <translation>Linear</translation>
  </message>
  <message>
   <source>Logistic</source>
   <translation>Logistisch</translation>
  </message>
  <message>
   <source>One hidden layer</source>
   <translation>Eine verborgene Schicht</translation>
  </message>
  <message>
   <source>One layer, learnt step by step</source>
   <translation>Eine Schicht, Schritt für Schritt gelernt</translation>
  </message>
  <message>
   <source>Ridge</source>
   <translation>Ridge</translation>
  </message>
  <message>
   <source>SVM</source>
   <translation>SVM</translation>
  </message>
  <message>
   <source>Solved at once; of numbers: ridge</source>
   <translation>In einem Zug gelöst; bei Zahlen: Ridge</translation>
  </message>
  <message>
   <source>Support vectors, solved at once</source>
   <translation>Stützvektoren, in einem Zug gelöst</translation>
  </message>
 </context>
 <context>
  <name>Hearing</name>
  <message>
   <source>Label by ear</source>
   <translation>Nach Gehör benennen</translation>
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
   <source>The excerpt most like the whole track, as {} hears it</source>
   <translation>Der Ausschnitt, der dem ganzen Stück am ähnlichsten ist, wie {} es hört</translation>
  </message>
  <message>
   <source>This track has no neighbours to compare.</source>
   <translation>Dieses Stück hat keine Nachbarn zum Vergleichen.</translation>
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
   <translation>Aufgaben</translation>
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
   <translation>Liste der Aufgaben zeigen oder verbergen (Strg+J)</translation>
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
   <translation>Wird beendet…</translation>
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
   <translation>Aufgaben</translation>
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
   <translation>Anhalten und behalten</translation>
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
  <name>LabelsSection</name>
  <message>
   <source>0: labels of a single track are refused</source>
   <translation>0: Labels eines einzigen Stücks werden abgelehnt</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
  <message>
   <source>Learn from</source>
   <translation>Lernen aus</translation>
  </message>
  <message>
   <source>Leave out labels of fewer tracks than</source>
   <translation>Labels mit weniger Stücken weglassen als</translation>
  </message>
  <message>
   <source>Leave out labels with fewer than</source>
   <translation>Labels weglassen mit weniger als</translation>
  </message>
  <message>
   <source>Only the most frequent</source>
   <translation>Nur die häufigsten</translation>
  </message>
  <message>
   <source>Query</source>
   <translation>Suche</translation>
  </message>
  <message>
   <source>So many of the most frequent labels</source>
   <translation>So viele der häufigsten Labels</translation>
  </message>
  <message>
   <source>Which tracks</source>
   <translation>Welche Stücke</translation>
  </message>
  <message>
   <source>a query…</source>
   <translation>eine Suche …</translation>
  </message>
  <message>
   <source>all</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>all tracks ({})</source>
   <translation>alle Stücke ({})</translation>
  </message>
  <message>
   <source>playlist {} ({})</source>
   <translation>Wiedergabeliste {} ({})</translation>
  </message>
  <message>
   <source>such as genre:jazz year:1950..1965</source>
   <translation>etwa genre:jazz year:1950..1965</translation>
  </message>
  <message>
   <source>the selection ({})</source>
   <translation>die Auswahl ({})</translation>
  </message>
  <message>
   <source>the selection: too scattered, make a playlist of it</source>
   <translation>die Auswahl: zu verstreut, erst zur Wiedergabeliste machen</translation>
  </message>
  <message>
   <source>what the search finds ({})</source>
   <translation>was die Suche findet ({})</translation>
  </message>
  <message>
   <source>{} · not here</source>
   <translation>{} · nicht hier</translation>
  </message>
  <message>
   <source>{} · {}</source>
   <translation>{} · {}</translation>
  </message>
  <message>
   <source>{} · {} labels · {}</source>
   <translation>{} · {} Labels · {}</translation>
  </message>
 </context>
 <context>
  <name>Leaving</name>
  <message>
   <source>It can go on without the window until it is done, with what waits behind it, or stop now and keep its best epoch. Paused, it goes on from the same step when {} is opened again.</source>
   <translation>Es kann ohne das Fenster weiterlaufen, bis es fertig ist, samt dem, was dahinter wartet, oder jetzt enden und seine beste Epoche behalten. Angehalten geht es vom selben Schritt weiter, wenn {} wieder geöffnet wird.</translation>
  </message>
  <message>
   <source>Keep open</source>
   <translation>Offen lassen</translation>
  </message>
  <message>
   <source>Keep running</source>
   <translation>Weiterlaufen lassen</translation>
  </message>
  <message>
   <source>Pause until the next start</source>
   <translation>Bis zum nächsten Start anhalten</translation>
  </message>
  <message>
   <source>Stop and keep</source>
   <translation>Anhalten und behalten</translation>
  </message>
  <message>
   <source>{} is running.</source>
   <translation>{} läuft.</translation>
  </message>
  <message>
   <source>{} runs are being made.</source>
   <translation>{} Läufe sind im Gang.</translation>
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
  <name>Matrix</name>
  <message>
   <source>Confusion matrix</source>
   <translation>Verwechslungsmatrix</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>Export the matrix…</source>
   <translation>Matrix exportieren…</translation>
  </message>
  <message>
   <source>How many tracks</source>
   <translation>Wie viele Stücke</translation>
  </message>
  <message>
   <source>No run has said anything of classes yet.</source>
   <translation>Noch hat kein Lauf etwas über Klassen gesagt.</translation>
  </message>
  <message>
   <source>Of the tracks that truly have the row's label</source>
   <translation>Anteil der Stücke, die wirklich das Etikett der Zeile tragen</translation>
  </message>
  <message>
   <source>Rows: true label. Columns: the model's choice.</source>
   <translation>Zeilen: wahres Etikett. Spalten: Wahl des Modells.</translation>
  </message>
  <message>
   <source>What the cells say</source>
   <translation>Was die Felder sagen</translation>
  </message>
  <message>
   <source>right</source>
   <translation>richtig</translation>
  </message>
  <message>
   <source>wrong</source>
   <translation>falsch</translation>
  </message>
 </context>
 <context>
  <name>MatrixResult</name>
  <message>
   <source>&amp;Mistakes of the run</source>
   <translation>&amp;Fehler des Laufs</translation>
  </message>
  <message>
   <source>Choose a run that tells classes or tags on the page Results first.</source>
   <translation>Wähle zuerst auf der Seite Ergebnisse einen Lauf, der Klassen oder Tags nennt.</translation>
  </message>
  <message>
   <source>Colour the map by how sure the run that is looked at was</source>
   <translation>Die Karte danach färben, wie sicher der betrachtete Lauf war</translation>
  </message>
  <message>
   <source>Colour the map by where this run is right; its legend shows and selects the wrong ones</source>
   <translation>Die Karte danach färben, wo dieser Lauf richtig liegt; ihre Legende zeigt und wählt die falschen</translation>
  </message>
  <message>
   <source>Con&amp;fidence of the run</source>
   <translation>&amp;Sicherheit des Laufs</translation>
  </message>
  <message>
   <source>Confusion</source>
   <translation>Verwechslung</translation>
  </message>
  <message>
   <source>Mistakes on the map</source>
   <translation>Fehler auf der Karte</translation>
  </message>
  <message>
   <source>Run {}</source>
   <translation>Lauf {}</translation>
  </message>
  <message>
   <source>{} has said nothing of {} tracks whose label is known.</source>
   <translation>{} hat nichts über Stücke ({}) gesagt, deren Etikett bekannt ist.</translation>
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
   <translation>&amp;Methodenblatt…</translation>
  </message>
  <message>
   <source>All that others need to get the same figures</source>
   <translation>Alles, was andere brauchen, um dieselben Zahlen zu erhalten</translation>
  </message>
  <message>
   <source>There is nothing to write a methods sheet of: draw a map, or train a run first.</source>
   <translation>Es gibt nichts für ein Methodenblatt: Zeichnen Sie eine Karte oder trainieren Sie einen Lauf.</translation>
  </message>
 </context>
 <context>
  <name>MethodsSheet</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Map {}</source>
   <translation>Karte {}</translation>
  </message>
  <message>
   <source>Methods sheet</source>
   <translation>Methodenblatt</translation>
  </message>
  <message>
   <source>Methods sheet of</source>
   <translation>Methodenblatt von</translation>
  </message>
  <message>
   <source>Run {}</source>
   <translation>Lauf {}</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>Speichern unter…</translation>
  </message>
  <message>
   <source>Save methods sheet</source>
   <translation>Methodenblatt speichern</translation>
  </message>
  <message>
   <source>Study {}</source>
   <translation>Studie {}</translation>
  </message>
  <message>
   <source>Text (*.txt);;Markdown (*.md)</source>
   <translation>Text (*.txt);;Markdown (*.md)</translation>
  </message>
  <message>
   <source>Text of the methods sheet</source>
   <translation>Text des Methodenblatts</translation>
  </message>
  <message>
   <source>The methods sheet was written to {}.</source>
   <translation>Das Methodenblatt wurde nach {} geschrieben.</translation>
  </message>
  <message>
   <source>The text is on the clipboard.</source>
   <translation>Der Text ist in der Zwischenablage.</translation>
  </message>
  <message>
   <source>Written to {}.</source>
   <translation>Nach {} geschrieben.</translation>
  </message>
  <message>
   <source>{} is there already. Choose another name.</source>
   <translation>{} ist schon da. Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>{}, {}, seed {}</source>
   <translation>{}, {}, Startwert {}</translation>
  </message>
 </context>
 <context>
  <name>Middle</name>
  <message>
   <source>Always show the newest epoch</source>
   <translation>Immer die neueste Epoche zeigen</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Epoch that the matrix shows</source>
   <translation>Epoche, die die Matrix zeigt</translation>
  </message>
  <message>
   <source>Follow</source>
   <translation>Folgen</translation>
  </message>
  <message>
   <source>Look at the matrix of another epoch</source>
   <translation>Die Matrix einer anderen Epoche ansehen</translation>
  </message>
 </context>
 <context>
  <name>Monitor</name>
  <message>
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <source>Captions</source>
   <translation>Beschreibungen</translation>
  </message>
  <message>
   <source>Epoch {} of at most {}</source>
   <translation>Epoche {} von höchstens {}</translation>
  </message>
  <message>
   <source>Getting ready</source>
   <translation>Wird vorbereitet</translation>
  </message>
  <message>
   <source>Giving way…</source>
   <translation>Macht Platz…</translation>
  </message>
  <message>
   <source>Judging the best epoch</source>
   <translation>Die beste Epoche wird beurteilt</translation>
  </message>
  <message>
   <source>Pausing…</source>
   <translation>Wird angehalten…</translation>
  </message>
  <message>
   <source>Started {}</source>
   <translation>Begonnen {}</translation>
  </message>
  <message>
   <source>Stopping: the best epoch is judged and kept…</source>
   <translation>Wird angehalten: die beste Epoche wird beurteilt und behalten …</translation>
  </message>
  <message>
   <source>ends after {} epochs without a better score</source>
   <translation>endet nach {} Epochen ohne bessere Wertung</translation>
  </message>
  <message>
   <source>fine-tuned</source>
   <translation>feinabgestimmt</translation>
  </message>
  <message>
   <source>fine-tuned by additions</source>
   <translation>mit Zusätzen nachtrainiert</translation>
  </message>
  <message>
   <source>frozen</source>
   <translation>eingefroren</translation>
  </message>
  <message>
   <source>not saved yet</source>
   <translation>noch nicht gesichert</translation>
  </message>
  <message>
   <source>saved after epoch {}, {} ago</source>
   <translation>gesichert nach Epoche {}, vor {}</translation>
  </message>
  <message>
   <source>saved in the first epoch, {} ago</source>
   <translation>gesichert in der ersten Epoche, vor {}</translation>
  </message>
  <message>
   <source>seed {}</source>
   <translation>Startwert {}</translation>
  </message>
  <message>
   <source>{} excerpts/s</source>
   <translation>{} Ausschnitte/s</translation>
  </message>
  <message>
   <source>{} failed after epoch {} of {}. Its log says why.</source>
   <translation>{} scheiterte nach Epoche {} von {}. Das Protokoll sagt, warum.</translation>
  </message>
  <message>
   <source>{} gone</source>
   <translation>{} vergangen</translation>
  </message>
  <message>
   <source>{} is done, after {} of at most {} epochs.</source>
   <translation>{} ist fertig, nach {} von höchstens {} Epochen.</translation>
  </message>
  <message>
   <source>{} is paused after epoch {} of {}.</source>
   <translation>{} ist nach Epoche {} von {} angehalten.</translation>
  </message>
  <message>
   <source>{} is paused in its first epoch.</source>
   <translation>{} ist in der ersten Epoche angehalten.</translation>
  </message>
  <message>
   <source>{} left</source>
   <translation>noch {}</translation>
  </message>
  <message>
   <source>{} of at most {} epochs</source>
   <translation>{} von höchstens {} Epochen</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
  <message>
   <source>{} of {} epochs without a better score</source>
   <translation>{} von {} Epochen ohne bessere Wertung</translation>
  </message>
  <message>
   <source>{} tracks/s</source>
   <translation>{} Stücke/s</translation>
  </message>
  <message>
   <source>{} waits; it goes on after epoch {} of {}.</source>
   <translation>{} wartet; es geht nach Epoche {} von {} weiter.</translation>
  </message>
  <message>
   <source>{} was cancelled.</source>
   <translation>{} wurde abgebrochen.</translation>
  </message>
  <message>
   <source>{} was interrupted after epoch {} of {}. Nothing is lost.</source>
   <translation>{} wurde nach Epoche {} von {} unterbrochen. Nichts ist verloren.</translation>
  </message>
  <message>
   <source>{} was interrupted in its first epoch. Nothing is lost.</source>
   <translation>{} wurde in der ersten Epoche unterbrochen. Nichts ist verloren.</translation>
  </message>
  <message>
   <source>{} was stopped after epoch {} of {}; its best epoch was kept.</source>
   <translation>{} wurde nach Epoche {} von {} beendet; die beste Epoche blieb.</translation>
  </message>
  <message>
   <source>{}, {} if nothing improves</source>
   <translation>{}, {} wenn nichts besser wird</translation>
  </message>
 </context>
 <context>
  <name>MonitorPage</name>
  <message>
   <source>Loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>Monitor</source>
   <translation>Monitor</translation>
  </message>
  <message>
   <source>No track was set apart to judge epochs by: the validation part is empty.</source>
   <translation>Kein Stück wurde zurückgelegt, um Epochen zu beurteilen: der Validierungsteil ist leer.</translation>
  </message>
  <message>
   <source>On a curve: read off the epoch before or after</source>
   <translation>Auf einer Kurve: die Epoche davor oder danach ablesen</translation>
  </message>
  <message>
   <source>Score</source>
   <translation>Wertung</translation>
  </message>
  <message>
   <source>The first epoch is not over yet.</source>
   <translation>Die erste Epoche ist noch nicht zu Ende.</translation>
  </message>
  <message>
   <source>This run was solved at once, without epochs. Its results are on their page.</source>
   <translation>Dieser Lauf wurde auf einmal gelöst, ohne Epochen. Seine Ergebnisse stehen auf ihrer Seite.</translation>
  </message>
  <message>
   <source>Which score</source>
   <translation>Welcher Wert</translation>
  </message>
 </context>
 <context>
  <name>Moved</name>
  <message>
   <source> and </source>
   <translation> und </translation>
  </message>
  <message>
   <source>95 % interval {} to {}, </source>
   <translation>95-%-Intervall {} bis {}, </translation>
  </message>
  <message>
   <source>A track kept on average {mean} of its {k} {near} ({interval}by chance {chance}); {none}.</source>
   <translation>Ein Stück hat im Mittel {mean} seiner {k} {near} behalten ({interval}durch Zufall {chance}); {none}.</translation>
  </message>
  <message>
   <source>B started from A and was turned to fit it</source>
   <translation>B ging von A aus und wurde passend dazu gedreht</translation>
  </message>
  <message>
   <source>B was turned to fit A</source>
   <translation>B wurde passend zu A gedreht</translation>
  </message>
  <message>
   <source>Both encoders have heard all {}.</source>
   <translation>Beide Encoder haben alle {} gehört.</translation>
  </message>
  <message>
   <source>First, these are to be heard: {}.</source>
   <translation>Zuerst sind zu hören: {}.</translation>
  </message>
  <message>
   <source>Training tracks move as much as test tracks (both kept {}); {}.</source>
   <translation>Trainingsstücke wandern so viel wie Teststücke (beide behielten {}); {}.</translation>
  </message>
  <message>
   <source>Training tracks move less</source>
   <translation>Trainingsstücke wandern weniger</translation>
  </message>
  <message>
   <source>Training tracks move more</source>
   <translation>Trainingsstücke wandern mehr</translation>
  </message>
  <message>
   <source>about {}</source>
   <translation>etwa {}</translation>
  </message>
  <message>
   <source>after: taught in run {}</source>
   <translation>nachher: gelehrt in Lauf {}</translation>
  </message>
  <message>
   <source>after: {}, frozen in run {}</source>
   <translation>nachher: {}, eingefroren in Lauf {}</translation>
  </message>
  <message>
   <source>before: taught in run {}</source>
   <translation>vorher: gelehrt in Lauf {}</translation>
  </message>
  <message>
   <source>before: {}</source>
   <translation>vorher: {}</translation>
  </message>
  <message>
   <source>before: {}, frozen in run {}</source>
   <translation>vorher: {}, eingefroren in Lauf {}</translation>
  </message>
  <message>
   <source>none lost all</source>
   <translation>keines hat alle verloren</translation>
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
   <source>true neighbours</source>
   <translation>wahren Nachbarn</translation>
  </message>
  <message>
   <source>true neighbours of other artists</source>
   <translation>wahren Nachbarn anderer Künstler</translation>
  </message>
  <message>
   <source>{how} (they kept {train}, test tracks {test}); {trained}.</source>
   <translation>{how} (sie behielten {train}, Teststücke {test}); {trained}.</translation>
  </message>
  <message>
   <source>{} % of the points were trained on</source>
   <translation>{} % der Punkte dienten zum Training</translation>
  </message>
  <message>
   <source>{} by {}</source>
   <translation>{} von {}</translation>
  </message>
  <message>
   <source>{} kept none</source>
   <translation>{} haben keinen behalten</translation>
  </message>
  <message>
   <source>{} of {} shown, both maps</source>
   <translation>{} von {} gezeigt, beide Karten</translation>
  </message>
  <message>
   <source>{} stopped after {} steps</source>
   <translation>{} nach {} Schritten angehalten</translation>
  </message>
 </context>
 <context>
  <name>MovedResult</name>
  <message>
   <source>Before and after</source>
   <translation>Vorher und nachher</translation>
  </message>
  <message>
   <source>Both maps as they form</source>
   <translation>Beide Karten, wie sie entstehen</translation>
  </message>
  <message>
   <source>Draw before and after of run {}</source>
   <translation>Vorher und nachher von Lauf {} zeichnen</translation>
  </message>
 </context>
 <context>
  <name>MovedTints</name>
  <message>
   <source>Neighbours kept</source>
   <translation>Behaltene Nachbarn</translation>
  </message>
  <message>
   <source>Part of the split</source>
   <translation>Teil der Aufteilung</translation>
  </message>
  <message>
   <source>of {}</source>
   <translation>von {}</translation>
  </message>
 </context>
 <context>
  <name>MoverRow</name>
  <message>
   <source>A/B</source>
   <translation>A/B</translation>
  </message>
  <message>
   <source>kept {} of {}</source>
   <translation>{} von {} behalten</translation>
  </message>
 </context>
 <context>
  <name>Movers</name>
  <message>
   <source>Biggest movers</source>
   <translation>Größte Wanderer</translation>
  </message>
  <message>
   <source>Movers of run {}</source>
   <translation>Wanderer von Lauf {}</translation>
  </message>
  <message>
   <source>Only tracks that nothing was learnt from</source>
   <translation>Nur Stücke, von denen nichts gelernt wurde</translation>
  </message>
  <message>
   <source>Play all that are listed, the biggest mover first</source>
   <translation>Alle in der Liste abspielen, den größten Wanderer zuerst</translation>
  </message>
  <message>
   <source>Play in order</source>
   <translation>Der Reihe nach abspielen</translation>
  </message>
  <message>
   <source>Save as playlist…</source>
   <translation>Als Abspielliste sichern…</translation>
  </message>
  <message>
   <source>Show neighbours</source>
   <translation>Nachbarn zeigen</translation>
  </message>
  <message>
   <source>Test only</source>
   <translation>Nur Test</translation>
  </message>
  <message>
   <source>Who is nearest to this track now, in the pane Neighbours</source>
   <translation>Wer diesem Stück jetzt am nächsten ist, im Fenster Nachbarn</translation>
  </message>
  <message>
   <source>none of {} neighbours kept</source>
   <translation>keinen von {} Nachbarn behalten</translation>
  </message>
  <message>
   <source>{} of {} neighbours kept</source>
   <translation>{} von {} Nachbarn behalten</translation>
  </message>
  <message>
   <source>{} to {} of {} neighbours kept</source>
   <translation>{} bis {} von {} Nachbarn behalten</translation>
  </message>
  <message>
   <source>{}: done.</source>
   <translation>{}: fertig.</translation>
  </message>
 </context>
 <context>
  <name>MoversList</name>
  <message>
   <source>Biggest movers</source>
   <translation>Größte Wanderer</translation>
  </message>
 </context>
 <context>
  <name>MoversModel</name>
  <message>
   <source>Track {}</source>
   <translation>Stück {}</translation>
  </message>
  <message>
   <source>after {} {}</source>
   <translation>nachher {} {}</translation>
  </message>
  <message>
   <source>before {} {}</source>
   <translation>vorher {} {}</translation>
  </message>
  <message>
   <source>kept {} of {} neighbours</source>
   <translation>hat {} von {} Nachbarn behalten</translation>
  </message>
 </context>
 <context>
  <name>NameDialog</name>
  <message>
   <source>A playlist needs a name</source>
   <translation>Eine Abspielliste braucht einen Namen</translation>
  </message>
  <message>
   <source>Name of the playlist</source>
   <translation>Name der Abspielliste</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Sichern</translation>
  </message>
  <message>
   <source>Save {} as a playlist</source>
   <translation>{} als Abspielliste sichern</translation>
  </message>
 </context>
 <context>
  <name>NameForm</name>
  <message>
   <source>As it will stand in the library.</source>
   <translation>So wird es in der Bibliothek stehen.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>{} is there already.</source>
   <translation>{} gibt es schon.</translation>
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
   <source>Mend it</source>
   <translation>Beheben</translation>
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
  <name>NumbersPlot</name>
  <message>
   <source>Said and true numbers</source>
   <translation>Gesagte und wahre Zahlen</translation>
  </message>
  <message>
   <source>said</source>
   <translation>gesagt</translation>
  </message>
  <message>
   <source>true</source>
   <translation>wahr</translation>
  </message>
  <message>
   <source>{}: said {}, true {} {}</source>
   <translation>{}: gesagt {}, wahr {} {}</translation>
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
  <name>OpenText</name>
  <message>
   <source>A caption cannot be empty</source>
   <translation>Eine Beschreibung kann nicht leer sein</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Accept this text (Ctrl+Enter)</source>
   <translation>Diesen Text annehmen (Strg+Eingabe)</translation>
  </message>
  <message>
   <source>Accepted already</source>
   <translation>Schon angenommen</translation>
  </message>
  <message>
   <source>By the same run or another, otherwise</source>
   <translation>Vom selben Lauf oder einem anderen, auf andere Weise</translation>
  </message>
  <message>
   <source>F1 of the words that both texts have in the same order (ROUGE-L);
by chance: the mean over human texts of 50 other tracks</source>
   <translation>F1 der Wörter, die beide Texte in gleicher Folge haben (ROUGE-L);
zufällig: das Mittel über Texte von Menschen zu 50 anderen Stücken</translation>
  </message>
  <message>
   <source>It stays, as wrong (Ctrl+Backspace)</source>
   <translation>Er bleibt, als falsch (Strg+Rücktaste)</translation>
  </message>
  <message>
   <source>Machine text</source>
   <translation>Text der Maschine</translation>
  </message>
  <message>
   <source>Not rejected</source>
   <translation>Nicht abgelehnt</translation>
  </message>
  <message>
   <source>Reject</source>
   <translation>Ablehnen</translation>
  </message>
  <message>
   <source>Write again…</source>
   <translation>Neu schreiben …</translation>
  </message>
  <message>
   <source>Written at first: {}</source>
   <translation>Zuerst geschrieben: {}</translation>
  </message>
  <message>
   <source>alike {}</source>
   <translation>ähnlich {}</translation>
  </message>
  <message>
   <source>{}, by chance {}</source>
   <translation>{}, zufällig {}</translation>
  </message>
 </context>
 <context>
  <name>Options</name>
  <message>
   <source>Each seed is another start of the same training: 0, 1, 2 and so on</source>
   <translation>Jeder Startwert ist ein anderer Anfang desselben Trainings: 0, 1, 2 und so weiter</translation>
  </message>
  <message>
   <source>Encoders</source>
   <translation>Encoder</translation>
  </message>
  <message>
   <source>Encoders: {} of {}</source>
   <translation>Encoder: {} von {}</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>Only the tracks that this query finds, such as year:1950..1965</source>
   <translation>Nur die Stücke, die diese Anfrage findet, etwa year:1950..1965</translation>
  </message>
  <message>
   <source>Quick</source>
   <translation>Schnell</translation>
  </message>
  <message>
   <source>Quick: one seed, few epochs, no maps. It tells whether the study will go, not what is true.</source>
   <translation>Schnell: ein Startwert, wenige Epochen, keine Karten. Es zeigt, ob die Studie läuft, nicht, was stimmt.</translation>
  </message>
  <message>
   <source>Seeds</source>
   <translation>Startzahlen</translation>
  </message>
  <message>
   <source>Sound</source>
   <translation>Gründlich</translation>
  </message>
  <message>
   <source>Tracks</source>
   <translation>Stücke</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Fassung</translation>
  </message>
  <message>
   <source>Which encoders take part</source>
   <translation>Welche Encoder teilnehmen</translation>
  </message>
  <message>
   <source>all tracks</source>
   <translation>alle Stücke</translation>
  </message>
  <message>
   <source>as it comes</source>
   <translation>wie vorgegeben</translation>
  </message>
  <message>
   <source>{} (not here)</source>
   <translation>{} (nicht hier)</translation>
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
  <name>Pairing</name>
  <message>
   <source>Queue 1 more seed</source>
   <translation>1 weiteren Startwert einreihen</translation>
  </message>
  <message>
   <source>Queue 1 more seed each</source>
   <translation>Je 1 weiteren Startwert einreihen</translation>
  </message>
  <message>
   <source>Queue {} more seeds</source>
   <translation>{} weitere Startwerte einreihen</translation>
  </message>
  <message>
   <source>Queue {} more seeds each</source>
   <translation>Je {} weitere Startwerte einreihen</translation>
  </message>
  <message>
   <source>Run {} has no figures of the test part, so there is nothing to compare.</source>
   <translation>Lauf {} hat keine Zahlen vom Testteil, es gibt also nichts zu vergleichen.</translation>
  </message>
  <message>
   <source>The same recipes from other chances, until there are three of each</source>
   <translation>Dieselben Rezepte von anderen Zufällen aus, bis es von jedem drei gibt</translation>
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
  <name>Parts</name>
  <message>
   <source>Part</source>
   <translation>Teil</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Test</translation>
  </message>
  <message>
   <source>Tracks that have chosen the epoch and the settings</source>
   <translation>Stücke, die Epoche und Einstellungen gewählt haben</translation>
  </message>
  <message>
   <source>Tracks that it was taught with: being right here proves little</source>
   <translation>Stücke, mit denen er gelernt hat: hier richtig zu liegen beweist wenig</translation>
  </message>
  <message>
   <source>Tracks that the run has not seen: these judge it</source>
   <translation>Stücke, die der Lauf nicht gesehen hat: sie beurteilen ihn</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>Validation</source>
   <translation>Validierung</translation>
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
  <name>PlanTable</name>
  <message>
   <source>The study's cells</source>
   <translation>Die Zellen der Studie</translation>
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
  <name>PrecisionPlot</name>
  <message>
   <source>Precision over recall</source>
   <translation>Genauigkeit über Trefferquote</translation>
  </message>
  <message>
   <source>precision</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <source>recall</source>
   <translation>Trefferquote</translation>
  </message>
  <message>
   <source>{}: average precision {}, chance {}, {}</source>
   <translation>{}: mittlere Genauigkeit {}, Zufall {}, {}</translation>
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
  <name>Probe</name>
  <message>
   <source>The probe could not answer; the log says why.</source>
   <translation>Die Sonde konnte nicht antworten; das Protokoll sagt, warum.</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Progress of before and after</source>
   <translation>Fortschritt von vorher und nachher</translation>
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
   <source>&amp;Export before and after…</source>
   <translation>Vorher und nachher &amp;exportieren…</translation>
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
   <source>&amp;Save the movers as playlist…</source>
   <translation>Wanderer als Abspielliste &amp;sichern…</translation>
  </message>
  <message>
   <source>A recording that is not in the collection</source>
   <translation>Eine Aufnahme, die nicht in der Sammlung ist</translation>
  </message>
  <message>
   <source>All that are listed, in this order</source>
   <translation>Alle in der Liste, in dieser Reihenfolge</translation>
  </message>
  <message>
   <source>All that are listed, the biggest mover first</source>
   <translation>Alle in der Liste, der größte Wanderer zuerst</translation>
  </message>
  <message>
   <source>All that are listed, the nearest first</source>
   <translation>Alle aufgeführten, die nächsten zuerst</translation>
  </message>
  <message>
   <source>As a picture or a table</source>
   <translation>Als Bild oder Tabelle</translation>
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
   <source>Before and after are not drawn yet</source>
   <translation>Vorher und nachher sind noch nicht gezeichnet</translation>
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
   <source>Draw &amp;before and after</source>
   <translation>&amp;Vorher und nachher zeichnen</translation>
  </message>
  <message>
   <source>Draw a map</source>
   <translation>Eine Karte zeichnen</translation>
  </message>
  <message>
   <source>Every track goes from where it was to where it is</source>
   <translation>Jedes Stück geht von dort, wo es war, dorthin, wo es ist</translation>
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
   <source>It is being drawn</source>
   <translation>Es wird gezeichnet</translation>
  </message>
  <message>
   <source>Look at a run that has taught its encoder, on Results</source>
   <translation>Bei den Ergebnissen einen Lauf ansehen, der seinen Encoder gelehrt hat</translation>
  </message>
  <message>
   <source>On to the neighbours shown after</source>
   <translation>Weiter zu den danach gezeigten Nachbarn</translation>
  </message>
  <message>
   <source>Play the &amp;change</source>
   <translation>Wan&amp;del abspielen</translation>
  </message>
  <message>
   <source>Play the biggest &amp;movers in order</source>
   <translation>Die größten &amp;Wanderer der Reihe nach abspielen</translation>
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
   <source>Two maps of the same tracks: before a run has taught its encoder, and after</source>
   <translation>Zwei Karten derselben Stücke: bevor ein Lauf seinen Encoder gelehrt hat, und danach</translation>
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
  <message>
   <source>Sounds like…: behind ~, say in words how it sounds, then press Enter</source>
   <translation>Klingt wie…: hinter ~ in Worten sagen, wie es klingt, dann Eingabe</translation>
  </message>
 </context>
 <context>
  <name>Queue</name>
  <message>
   <source>Tracks that come next</source>
   <translation>Stücke, die als Nächstes kommen</translation>
  </message>
 </context>
 <context>
  <name>QueueLine</name>
  <message>
   <source>Jobs</source>
   <translation>Aufgaben</translation>
  </message>
  <message>
   <source>Show or hide the list of jobs (Ctrl+J)</source>
   <translation>Liste der Aufgaben zeigen oder verbergen (Strg+J)</translation>
  </message>
  <message>
   <source>next {}</source>
   <translation>als Nächstes {}</translation>
  </message>
  <message>
   <source>then {}</source>
   <translation>dann {}</translation>
  </message>
  <message>
   <source>{} waiting</source>
   <translation>{} warten</translation>
  </message>
 </context>
 <context>
  <name>QueueList</name>
  <message>
   <source>Queue</source>
   <translation>Einreihen</translation>
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
  <name>QueueRow</name>
  <message>
   <source>not {}</source>
   <translation>nicht {}</translation>
  </message>
  <message>
   <source>or {}</source>
   <translation>oder {}</translation>
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
  <name>Results</name>
  <message>
   <source>1 album on both sides</source>
   <translation>1 Album auf beiden Seiten</translation>
  </message>
  <message>
   <source>1 artist on both sides</source>
   <translation>1 Interpret auf beiden Seiten</translation>
  </message>
  <message>
   <source>1 caption</source>
   <translation>1 Beschreibung</translation>
  </message>
  <message>
   <source>1 checkpoint</source>
   <translation>1 Speicherstand</translation>
  </message>
  <message>
   <source>1 label that was accepted from it</source>
   <translation>1 Label, das von ihm angenommen wurde</translation>
  </message>
  <message>
   <source>1 prediction</source>
   <translation>1 Vorhersage</translation>
  </message>
  <message>
   <source>1 recording on both sides</source>
   <translation>1 Aufnahme auf beiden Seiten</translation>
  </message>
  <message>
   <source>95 % interval: {} if tracks are independent, {} if whole artists are drawn ({} artists).</source>
   <translation>95-%-Intervall: {}, wenn Stücke unabhängig sind, {}, wenn ganze Interpreten gezogen werden ({} Interpreten).</translation>
  </message>
  <message>
   <source>95 % interval: {}.</source>
   <translation>95-%-Intervall: {}.</translation>
  </message>
  <message>
   <source>Accuracy</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <source>Albums kept together</source>
   <translation>Alben zusammengehalten</translation>
  </message>
  <message>
   <source>Among the likeliest</source>
   <translation>Unter den wahrscheinlichsten</translation>
  </message>
  <message>
   <source>Artists kept together</source>
   <translation>Interpreten zusammengehalten</translation>
  </message>
  <message>
   <source>B and A are level</source>
   <translation>B und A liegen gleichauf</translation>
  </message>
  <message>
   <source>B is {} points above A</source>
   <translation>B liegt {} Punkte über A</translation>
  </message>
  <message>
   <source>B is {} points below A</source>
   <translation>B liegt {} Punkte unter A</translation>
  </message>
  <message>
   <source>BLEU-1</source>
   <translation>BLEU-1</translation>
  </message>
  <message>
   <source>BLEU-2</source>
   <translation>BLEU-2</translation>
  </message>
  <message>
   <source>BLEU-3</source>
   <translation>BLEU-3</translation>
  </message>
  <message>
   <source>BLEU-4</source>
   <translation>BLEU-4</translation>
  </message>
  <message>
   <source>Balanced accuracy</source>
   <translation>Ausgeglichene Genauigkeit</translation>
  </message>
  <message>
   <source>Begun</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>Best</source>
   <translation>Bester</translation>
  </message>
  <message>
   <source>Both are of the same recipe: what lies between them is luck.</source>
   <translation>Beide sind vom selben Rezept: Was zwischen ihnen liegt, ist Zufall.</translation>
  </message>
  <message>
   <source>Both are right on {} tracks, only A on {}, only B on {}, neither on {}.</source>
   <translation>Beide haben bei {} Stücken recht, nur A bei {}, nur B bei {}, keiner bei {}.</translation>
  </message>
  <message>
   <source>Brier</source>
   <translation>Brier</translation>
  </message>
  <message>
   <source>CIDEr-D</source>
   <translation>CIDEr-D</translation>
  </message>
  <message>
   <source>Calibration error</source>
   <translation>Kalibrierungsfehler</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Abgebrochen</translation>
  </message>
  <message>
   <source>Caption of the nearest track</source>
   <translation>Beschreibung des nächsten Stücks</translation>
  </message>
  <message>
   <source>Captions drawn at random</source>
   <translation>Zufällig gezogene Beschreibungen</translation>
  </message>
  <message>
   <source>Captions of other tracks</source>
   <translation>Beschreibungen anderer Stücke</translation>
  </message>
  <message>
   <source>Checkpoints</source>
   <translation>Speicherstände</translation>
  </message>
  <message>
   <source>Classify {}</source>
   <translation>{} unterscheiden</translation>
  </message>
  <message>
   <source>Concordance</source>
   <translation>Konkordanz</translation>
  </message>
  <message>
   <source>Control</source>
   <translation>Kontrolle</translation>
  </message>
  <message>
   <source>Correlation</source>
   <translation>Korrelation</translation>
  </message>
  <message>
   <source>Correlation of ranks</source>
   <translation>Rangkorrelation</translation>
  </message>
  <message>
   <source>Delete run {}</source>
   <translation>Lauf {} löschen</translation>
  </message>
  <message>
   <source>Delete run {}?</source>
   <translation>Lauf {} löschen?</translation>
  </message>
  <message>
   <source>Deleted</source>
   <translation>Gelöscht</translation>
  </message>
  <message>
   <source>Descriptors alone</source>
   <translation>Nur Deskriptoren</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>Epochen</translation>
  </message>
  <message>
   <source>Estimate {}</source>
   <translation>{} schätzen</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Fehlgeschlagen</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Fine-tuned</source>
   <translation>Feinabgestimmt</translation>
  </message>
  <message>
   <source>Found among 10</source>
   <translation>Unter 10 gefunden</translation>
  </message>
  <message>
   <source>Found among 5</source>
   <translation>Unter 5 gefunden</translation>
  </message>
  <message>
   <source>Found at once</source>
   <translation>Sofort gefunden</translation>
  </message>
  <message>
   <source>From begin to end</source>
   <translation>Von Anfang bis Ende</translation>
  </message>
  <message>
   <source>Frozen</source>
   <translation>Eingefroren</translation>
  </message>
  <message>
   <source>Frozen, SVM</source>
   <translation>Eingefroren, SVM</translation>
  </message>
  <message>
   <source>Frozen, hidden layer</source>
   <translation>Eingefroren, verborgene Schicht</translation>
  </message>
  <message>
   <source>Frozen, linear</source>
   <translation>Eingefroren, linear</translation>
  </message>
  <message>
   <source>Frozen, logistic</source>
   <translation>Eingefroren, logistisch</translation>
  </message>
  <message>
   <source>Frozen, writer</source>
   <translation>Eingefroren, Schreiber</translation>
  </message>
  <message>
   <source>Hardware and versions</source>
   <translation>Hardware und Versionen</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>Unterbrochen</translation>
  </message>
  <message>
   <source>Judged with run {}, on the same tracks</source>
   <translation>Mit Lauf {} beurteilt, an denselben Stücken</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Labels drawn at random</source>
   <translation>Zufällig gezogene Labels</translation>
  </message>
  <message>
   <source>Latest</source>
   <translation>Letzter</translation>
  </message>
  <message>
   <source>LoRA, rank {}</source>
   <translation>LoRA, Rang {}</translation>
  </message>
  <message>
   <source>Log loss</source>
   <translation>Logarithmischer Verlust</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>Macro F1</source>
   <translation>Makro-F1</translation>
  </message>
  <message>
   <source>Majority label</source>
   <translation>Häufigstes Label</translation>
  </message>
  <message>
   <source>Mean error</source>
   <translation>Mittlerer Fehler</translation>
  </message>
  <message>
   <source>Mean of 1 / rank</source>
   <translation>Mittel von 1 / Rang</translation>
  </message>
  <message>
   <source>Mean of the training part</source>
   <translation>Mittelwert des Trainingsteils</translation>
  </message>
  <message>
   <source>Middle rank</source>
   <translation>Mittlerer Rang</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Of the same recipe there are the seeds {}</source>
   <translation>Vom selben Rezept gibt es die Startwerte {}</translation>
  </message>
  <message>
   <source>One caption for all</source>
   <translation>Eine Beschreibung für alle</translation>
  </message>
  <message>
   <source>One seed each: three are needed to tell the recipe from luck.</source>
   <translation>Je ein Startwert: Es braucht drei, um das Rezept vom Zufall zu unterscheiden.</translation>
  </message>
  <message>
   <source>Other test tracks: not comparable</source>
   <translation>Andere Teststücke: nicht vergleichbar</translation>
  </message>
  <message>
   <source>Over all seeds ({} of A, {} of B): A {} on average, B {}.</source>
   <translation>Über alle Startwerte ({} von A, {} von B): A im Mittel {}, B {}.</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Precision of all pairs</source>
   <translation>Präzision aller Paare</translation>
  </message>
  <message>
   <source>ROC-AUC</source>
   <translation>ROC-AUC</translation>
  </message>
  <message>
   <source>ROC-AUC of all pairs</source>
   <translation>ROC-AUC aller Paare</translation>
  </message>
  <message>
   <source>ROUGE-L</source>
   <translation>ROUGE-L</translation>
  </message>
  <message>
   <source>Random encoder</source>
   <translation>Zufälliger Encoder</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>Rezept</translation>
  </message>
  <message>
   <source>Recordings kept together</source>
   <translation>Aufnahmen zusammengehalten</translation>
  </message>
  <message>
   <source>Right pieces of words</source>
   <translation>Richtige Wortteile</translation>
  </message>
  <message>
   <source>Root of squared error</source>
   <translation>Wurzel des quadratischen Fehlers</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Lauf</translation>
  </message>
  <message>
   <source>Run {}</source>
   <translation>Lauf {}</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>Läuft</translation>
  </message>
  <message>
   <source>R²</source>
   <translation>R²</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Seed of the split</source>
   <translation>Startzahl der Aufteilung</translation>
  </message>
  <message>
   <source>Seeds: {} of A, {} of B; three of each are needed to tell the recipe from luck.</source>
   <translation>Startwerte: {} von A, {} von B; es braucht je drei, um das Rezept vom Zufall zu unterscheiden.</translation>
  </message>
  <message>
   <source>Shares of the training part</source>
   <translation>Anteile des Trainingsteils</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Aufteilung</translation>
  </message>
  <message>
   <source>Split deleted</source>
   <translation>Aufteilung gelöscht</translation>
  </message>
  <message>
   <source>Split deleted: not comparable</source>
   <translation>Aufteilung gelöscht: nicht vergleichbar</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Stopped, kept</source>
   <translation>Beendet, behalten</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>Studie</translation>
  </message>
  <message>
   <source>Tag {}</source>
   <translation>{} taggen</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>Taught by shuffled labels</source>
   <translation>Mit vertauschten Labels gelehrt</translation>
  </message>
  <message>
   <source>The predictions say which part each track was in</source>
   <translation>Die Vorhersagen sagen, in welchem Teil jedes Stück war</translation>
  </message>
  <message>
   <source>Tracks at random</source>
   <translation>Stücke zufällig</translation>
  </message>
  <message>
   <source>Tracks to choose by</source>
   <translation>Stücke zum Auswählen</translation>
  </message>
  <message>
   <source>Tracks to judge by</source>
   <translation>Stücke zum Beurteilen</translation>
  </message>
  <message>
   <source>Tracks to learn from</source>
   <translation>Stücke zum Lernen</translation>
  </message>
  <message>
   <source>Vectors that its encoder has made stay.</source>
   <translation>Vektoren, die sein Encoder gemacht hat, bleiben.</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Weighted F1</source>
   <translation>Gewichtetes F1</translation>
  </message>
  <message>
   <source>What goes for good: {}.</source>
   <translation>Das geht endgültig verloren: {}.</translation>
  </message>
  <message>
   <source>Write captions</source>
   <translation>Beschreibungen schreiben</translation>
  </message>
  <message>
   <source>as its run</source>
   <translation>wie sein Lauf</translation>
  </message>
  <message>
   <source>descriptors</source>
   <translation>Deskriptoren</translation>
  </message>
  <message>
   <source>epoch {}, step {}, {}, SHA-256 {}</source>
   <translation>Epoche {}, Schritt {}, {}, SHA-256 {}</translation>
  </message>
  <message>
   <source>its curves and scores</source>
   <translation>seine Kurven und Werte</translation>
  </message>
  <message>
   <source>mAP</source>
   <translation>mAP</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keiner</translation>
  </message>
  <message>
   <source>on the same {} test tracks.</source>
   <translation>auf denselben {} Teststücken.</translation>
  </message>
  <message>
   <source>p = {} ({}).</source>
   <translation>p = {} ({}).</translation>
  </message>
  <message>
   <source>same test tracks</source>
   <translation>dieselben Teststücke</translation>
  </message>
  <message>
   <source>same {}</source>
   <translation>dieselben {}</translation>
  </message>
  <message>
   <source>test part</source>
   <translation>Testteil</translation>
  </message>
  <message>
   <source>the encoder that it has trained</source>
   <translation>der Encoder, den er trainiert hat</translation>
  </message>
  <message>
   <source>train part</source>
   <translation>Trainingsteil</translation>
  </message>
  <message>
   <source>untrained</source>
   <translation>untrainiert</translation>
  </message>
  <message>
   <source>valid part</source>
   <translation>Validierungsteil</translation>
  </message>
  <message>
   <source>{} albums on both sides</source>
   <translation>{} Alben auf beiden Seiten</translation>
  </message>
  <message>
   <source>{} and {}</source>
   <translation>{} und {}</translation>
  </message>
  <message>
   <source>{} artists on both sides</source>
   <translation>{} Interpreten auf beiden Seiten</translation>
  </message>
  <message>
   <source>{} captions</source>
   <translation>{} Beschreibungen</translation>
  </message>
  <message>
   <source>{} checkpoints</source>
   <translation>{} Speicherstände</translation>
  </message>
  <message>
   <source>{} labels that were accepted from it</source>
   <translation>{} Labels, die von ihm angenommen wurden</translation>
  </message>
  <message>
   <source>{} of A and B cannot be held against each other</source>
   <translation>{} von A und B lassen sich nicht gegenüberstellen</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
  <message>
   <source>{} predictions</source>
   <translation>{} Vorhersagen</translation>
  </message>
  <message>
   <source>{} recordings on both sides</source>
   <translation>{} Aufnahmen auf beiden Seiten</translation>
  </message>
  <message>
   <source>{} test tracks</source>
   <translation>{} Teststücke</translation>
  </message>
  <message>
   <source>{} to {}</source>
   <translation>{} bis {}</translation>
  </message>
  <message>
   <source>{}. {}: {} on average, from {} to {}</source>
   <translation>{}. {}: im Mittel {}, von {} bis {}</translation>
  </message>
  <message>
   <source>{}: B and A are level</source>
   <translation>{}: B und A liegen gleichauf</translation>
  </message>
  <message>
   <source>{}: B is {} above A</source>
   <translation>{}: B liegt {} über A</translation>
  </message>
  <message>
   <source>{}: B is {} below A</source>
   <translation>{}: B liegt {} unter A</translation>
  </message>
  <message>
   <source>{}: may be too high</source>
   <translation>{}: vielleicht zu hoch</translation>
  </message>
  <message>
   <source>{}: not comparable</source>
   <translation>{}: nicht vergleichbar</translation>
  </message>
 </context>
 <context>
  <name>ResultsPage</name>
  <message>
   <source>B: run {}</source>
   <translation>B: Lauf {}</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Ergebnisse</translation>
  </message>
  <message>
   <source>delete the run, after a question</source>
   <translation>den Lauf löschen, nach einer Frage</translation>
  </message>
  <message>
   <source>look at the run</source>
   <translation>den Lauf ansehen</translation>
  </message>
  <message>
   <source>put the run beside the one that is looked at</source>
   <translation>den Lauf neben den stellen, der angesehen wird</translation>
  </message>
  <message>
   <source>write a note</source>
   <translation>eine Notiz schreiben</translation>
  </message>
  <message>
   <source>write tags</source>
   <translation>Tags schreiben</translation>
  </message>
  <message>
   <source>{} · A: run {}</source>
   <translation>{} · A: Lauf {}</translation>
  </message>
 </context>
 <context>
  <name>RunCell</name>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>one, two, three</source>
   <translation>eins, zwei, drei</translation>
  </message>
 </context>
 <context>
  <name>RunsHeader</name>
  <message>
   <source>Columns of the runs</source>
   <translation>Spalten der Läufe</translation>
  </message>
 </context>
 <context>
  <name>RunsModel</name>
  <message>
   <source>95 %</source>
   <translation>95 %</translation>
  </message>
  <message>
   <source>95 % interval {}</source>
   <translation>95-%-Intervall {}</translation>
  </message>
  <message>
   <source>B is looked at, A is what it is compared with</source>
   <translation>B wird angesehen, A wird damit verglichen</translation>
  </message>
  <message>
   <source>Compared with what is looked at</source>
   <translation>Verglichen mit dem, was angesehen wird</translation>
  </message>
  <message>
   <source>Encoder</source>
   <translation>Encoder</translation>
  </message>
  <message>
   <source>Figure</source>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>Look at this run; Ctrl and a click compares with it</source>
   <translation>Diesen Lauf ansehen; Strg und ein Klick vergleicht mit ihm</translation>
  </message>
  <message>
   <source>Looked at</source>
   <translation>Angesehen</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Nothing judged on the test part</source>
   <translation>Auf dem Testteil ist nichts beurteilt</translation>
  </message>
  <message>
   <source>On the test part</source>
   <translation>Auf dem Testteil</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Lauf</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Aufteilung</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>Studie</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>The figure with its interval; dotted: what is said without listening</source>
   <translation>Die Zahl mit ihrem Intervall; gepunktet: was ohne Hören gesagt wird</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Where chance begins; other seeds of one recipe tell it from luck</source>
   <translation>Wo der Zufall beginnt; weitere Startwerte eines Rezepts unterscheiden es vom Glück</translation>
  </message>
  <message>
   <source>Where the figure would lie 95 times in 100, had other tracks been drawn</source>
   <translation>Wo die Zahl 95 von 100 Mal läge, wären andere Stücke gezogen worden</translation>
  </message>
  <message>
   <source>compared with</source>
   <translation>verglichen</translation>
  </message>
  <message>
   <source>looked at</source>
   <translation>angesehen</translation>
  </message>
  <message>
   <source>on {} test tracks</source>
   <translation>auf {} Teststücken</translation>
  </message>
  <message>
   <source>without listening {}</source>
   <translation>ohne Hören {}</translation>
  </message>
 </context>
 <context>
  <name>RunsTable</name>
  <message>
   <source>Runs</source>
   <translation>Läufe</translation>
  </message>
 </context>
 <context>
  <name>ScoresPanel</name>
  <message>
   <source>1 test track with human text</source>
   <translation>1 Teststück mit Text eines Menschen</translation>
  </message>
  <message>
   <source>2,858 other clips, other texts and other tools: they stand apart and are not to be compared with those above.</source>
   <translation>2.858 andere Ausschnitte, andere Texte und andere Werkzeuge: Sie stehen für sich und sind mit denen oben nicht zu vergleichen.</translation>
  </message>
  <message>
   <source>All that others need to get the same figures (Ctrl+Shift+D)</source>
   <translation>Alles, was andere brauchen, um dieselben Werte zu erhalten (Strg+Umschalt+D)</translation>
  </message>
  <message>
   <source>Compare runs</source>
   <translation>Läufe vergleichen</translation>
  </message>
  <message>
   <source>Floors. Constant: the one training text that fits best everywhere. Random: another track’s human text. Nearest: the text of the training track that sounds most like it. Shuffled: this run’s own text of another track. A score is above them where its whole 95 % interval is.</source>
   <translation>Untergrenzen. Gleich: der eine Lerntext, der überall am besten passt. Zufällig: der Text eines Menschen zu einem anderen Stück. Nächster: der Text des Lernstücks, das am ähnlichsten klingt. Vertauscht: der eigene Text dieses Laufs zu einem anderen Stück. Ein Wert liegt darüber, wenn sein ganzes 95-%-Intervall darüber liegt.</translation>
  </message>
  <message>
   <source>Human texts: {}.</source>
   <translation>Texte von Menschen: {}.</translation>
  </message>
  <message>
   <source>Methods sheet…</source>
   <translation>Methodenblatt …</translation>
  </message>
  <message>
   <source>No run has learnt to write yet. Its texts of the test tracks are scored here.</source>
   <translation>Noch hat kein Lauf schreiben gelernt. Seine Texte zu den Teststücken werden hier bewertet.</translation>
  </message>
  <message>
   <source>No text of this run that is kept was written for several tracks</source>
   <translation>Kein behaltener Text dieses Laufs wurde zu mehreren Stücken geschrieben</translation>
  </message>
  <message>
   <source>On the page Results</source>
   <translation>Auf der Seite Ergebnisse</translation>
  </message>
  <message>
   <source>Published, on MusicCaps</source>
   <translation>Veröffentlicht, zu MusicCaps</translation>
  </message>
  <message>
   <source>Run {} has no scores: it has not ended, or no test track has a human text.</source>
   <translation>Lauf {} hat keine Werte: Er ist nicht zu Ende, oder kein Teststück hat den Text eines Menschen.</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Werte</translation>
  </message>
  <message>
   <source>Show repeated texts</source>
   <translation>Wiederholte Texte zeigen</translation>
  </message>
  <message>
   <source>Variety</source>
   <translation>Vielfalt</translation>
  </message>
  <message>
   <source>run {} · {}</source>
   <translation>Lauf {} · {}</translation>
  </message>
  <message>
   <source>{} test tracks with human text</source>
   <translation>{} Teststücke mit Text eines Menschen</translation>
  </message>
  <message>
   <source>{} texts are different</source>
   <translation>{} Texten sind verschieden</translation>
  </message>
  <message>
   <source>{}; one text was written for {} tracks</source>
   <translation>{}; ein Text wurde zu {} Stücken geschrieben</translation>
  </message>
 </context>
 <context>
  <name>Section</name>
  <message>
   <source>Fewer settings</source>
   <translation>Weniger Einstellungen</translation>
  </message>
  <message>
   <source>More settings</source>
   <translation>Mehr Einstellungen</translation>
  </message>
  <message>
   <source>More settings of {}</source>
   <translation>Mehr Einstellungen: {}</translation>
  </message>
 </context>
 <context>
  <name>SeedsDialog</name>
  <message>
   <source>&amp;More runs</source>
   <translation>&amp;Weitere Läufe</translation>
  </message>
  <message>
   <source>Each takes about as long as this one did: {}.</source>
   <translation>Jeder dauert etwa so lange wie dieser: {}.</translation>
  </message>
  <message>
   <source>How many more runs</source>
   <translation>Wie viele weitere Läufe</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Einreihen</translation>
  </message>
  <message>
   <source>Queue 1 run</source>
   <translation>1 Lauf einreihen</translation>
  </message>
  <message>
   <source>Queue more seeds of run {}</source>
   <translation>Weitere Startwerte von Lauf {} einreihen</translation>
  </message>
  <message>
   <source>Queue {} runs</source>
   <translation>{} Läufe einreihen</translation>
  </message>
  <message>
   <source>The same recipe with seed {}.</source>
   <translation>Dasselbe Rezept mit dem Startwert {}.</translation>
  </message>
  <message>
   <source>The same recipe with the seeds {}.</source>
   <translation>Dasselbe Rezept mit den Startwerten {}.</translation>
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
  <name>SettingsResult</name>
  <message>
   <source>Copy recipe</source>
   <translation>Rezept kopieren</translation>
  </message>
  <message>
   <source>Only what differs</source>
   <translation>Nur Unterschiede</translation>
  </message>
  <message>
   <source>Recipe text</source>
   <translation>Rezepttext</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Settings of the runs</source>
   <translation>Einstellungen der Läufe</translation>
  </message>
  <message>
   <source>The recipe as a file that can be changed and trained with</source>
   <translation>Das Rezept als Datei, die sich ändern und zum Training verwenden lässt</translation>
  </message>
  <message>
   <source>The text of the recipe, to the clipboard</source>
   <translation>Der Text des Rezepts, in die Zwischenablage</translation>
  </message>
  <message>
   <source>The two runs do not differ in anything.</source>
   <translation>Die beiden Läufe unterscheiden sich in nichts.</translation>
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
  <name>SheetModel</name>
  <message>
   <source>Setting</source>
   <translation>Einstellung</translation>
  </message>
  <message>
   <source>{}, differs</source>
   <translation>{}, anders</translation>
  </message>
  <message>
   <source>{}: run {}</source>
   <translation>{}: Lauf {}</translation>
  </message>
 </context>
 <context>
  <name>ShelfList</name>
  <message>
   <source>Begun here</source>
   <translation>Hier begonnen</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>Studien</translation>
  </message>
  <message>
   <source>{} · {}</source>
   <translation>{} · {}</translation>
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
  <name>Sides</name>
  <message>
   <source>A  {}</source>
   <translation>A  {}</translation>
  </message>
  <message>
   <source>B  {}</source>
   <translation>B  {}</translation>
  </message>
  <message>
   <source>The nearest that it gained (X switches)</source>
   <translation>Der nächste, den es gewonnen hat (X wechselt)</translation>
  </message>
  <message>
   <source>The nearest that it lost (X switches)</source>
   <translation>Der nächste, den es verloren hat (X wechselt)</translation>
  </message>
  <message>
   <source>The track itself</source>
   <translation>Das Stück selbst</translation>
  </message>
  <message>
   <source>Track {}</source>
   <translation>Stück {}</translation>
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
  <name>SoundsLikeDoor</name>
  <message>
   <source>Sounds &amp;like…</source>
   <translation>K&amp;lingt wie…</translation>
  </message>
  <message>
   <source>Tracks that sound as words say, in the order of likeness</source>
   <translation>Stücke, die klingen, wie Worte sagen, nach Ähnlichkeit geordnet</translation>
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
   <translation>keiner</translation>
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
  <name>SplitPart</name>
  <message>
   <source>A new split</source>
   <translation>Eine neue Aufteilung</translation>
  </message>
  <message>
   <source>Another number makes another split; it is not the seed of the run</source>
   <translation>Eine andere Zahl ergibt eine andere Aufteilung; sie ist nicht die Startzahl des Laufs</translation>
  </message>
  <message>
   <source>Keep together</source>
   <translation>Zusammenhalten</translation>
  </message>
  <message>
   <source>Seed of the split</source>
   <translation>Startzahl der Aufteilung</translation>
  </message>
  <message>
   <source>Shares of train, valid and test in per cent</source>
   <translation>Anteile von Training, Auswahl und Test in Prozent</translation>
  </message>
  <message>
   <source>Shares of train, valid and test; they add up to 100</source>
   <translation>Anteile von Training, Auswahl und Test; zusammen 100</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Aufteilung</translation>
  </message>
  <message>
   <source>albums</source>
   <translation>Alben</translation>
  </message>
  <message>
   <source>artists</source>
   <translation>Interpreten</translation>
  </message>
  <message>
   <source>recordings</source>
   <translation>Aufnahmen</translation>
  </message>
  <message>
   <source>seed</source>
   <translation>Startzahl</translation>
  </message>
  <message>
   <source>{} · not here</source>
   <translation>{} · nicht hier</translation>
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
   <translation>Beginnen</translation>
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
  <name>StartSection</name>
  <message>
   <source>&amp;Open…</source>
   <translation>Ö&amp;ffnen …</translation>
  </message>
  <message>
   <source>A recipe in a file of your own</source>
   <translation>Ein Rezept in einer eigenen Datei</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>As published</source>
   <translation>Wie veröffentlicht</translation>
  </message>
  <message>
   <source>Copy from a &amp;run…</source>
   <translation>Von einem &amp;Lauf kopieren …</translation>
  </message>
  <message>
   <source>Its recipe and seed</source>
   <translation>Sein Rezept und seine Startzahl</translation>
  </message>
  <message>
   <source>Open recipe</source>
   <translation>Rezept öffnen</translation>
  </message>
  <message>
   <source>Ours</source>
   <translation>Unsere</translation>
  </message>
  <message>
   <source>Preset</source>
   <translation>Vorlage</translation>
  </message>
  <message>
   <source>Recipes (*.toml)</source>
   <translation>Rezepte (*.toml)</translation>
  </message>
  <message>
   <source>Run {}: {}, seed {} · {}</source>
   <translation>Lauf {}: {}, Startzahl {} · {}</translation>
  </message>
  <message>
   <source>Sound versions</source>
   <translation>Solide Fassungen</translation>
  </message>
  <message>
   <source>Start from</source>
   <translation>Ausgehen von</translation>
  </message>
  <message>
   <source>There is no run yet</source>
   <translation>Es gibt noch keinen Lauf</translation>
  </message>
  <message>
   <source>or</source>
   <translation>oder</translation>
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
  <name>Strip</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Comparing…</source>
   <translation>Wird verglichen …</translation>
  </message>
  <message>
   <source>In order of likeness to “{}”, as {} hears it: {}.</source>
   <translation>Geordnet nach Ähnlichkeit zu „{}“, wie {} sie hört: {}.</translation>
  </message>
  <message>
   <source>Legend: {}</source>
   <translation>Legende: {}</translation>
  </message>
  <message>
   <source>Look at one run alone</source>
   <translation>Nur einen Lauf ansehen</translation>
  </message>
  <message>
   <source>Only the settings in which the two differ</source>
   <translation>Nur die Einstellungen, in denen sich die beiden unterscheiden</translation>
  </message>
  <message>
   <source>Select the nearest {}</source>
   <translation>Die nächsten {} auswählen</translation>
  </message>
  <message>
   <source>Usual order again</source>
   <translation>Wieder die übliche Ordnung</translation>
  </message>
  <message>
   <source>What differs</source>
   <translation>Unterschiede</translation>
  </message>
 </context>
 <context>
  <name>Studies</name>
  <message>
   <source>; {} of disk</source>
   <translation>; {} auf der Platte</translation>
  </message>
  <message>
   <source>All {} are done.</source>
   <translation>Alle {} sind fertig.</translation>
  </message>
  <message>
   <source>Captions</source>
   <translation>Beschreibungen</translation>
  </message>
  <message>
   <source>Control: {}</source>
   <translation>Kontrolle: {}</translation>
  </message>
  <message>
   <source>Encoder</source>
   <translation>Encoder</translation>
  </message>
  <message>
   <source>Of seeds</source>
   <translation>Der Startwerte</translation>
  </message>
  <message>
   <source>Seeds</source>
   <translation>Startzahlen</translation>
  </message>
  <message>
   <source>State and cost</source>
   <translation>Stand und Aufwand</translation>
  </message>
  <message>
   <source>Test {}</source>
   <translation>Test: {}</translation>
  </message>
  <message>
   <source>The split {} is not here.</source>
   <translation>Die Aufteilung {} ist nicht hier.</translation>
  </message>
  <message>
   <source>Way</source>
   <translation>Weise</translation>
  </message>
  <message>
   <source>about {}</source>
   <translation>etwa {}</translation>
  </message>
  <message>
   <source>about {} left</source>
   <translation>noch etwa {}</translation>
  </message>
  <message>
   <source>artists are not known</source>
   <translation>Künstler sind nicht bekannt</translation>
  </message>
  <message>
   <source>captions</source>
   <translation>Beschreibungen</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>field {}</source>
   <translation>Feld {}</translation>
  </message>
  <message>
   <source>first hears {}</source>
   <translation>hört zuerst {}</translation>
  </message>
  <message>
   <source>how long the rest takes is not known yet: the first runs tell</source>
   <translation>wie lange der Rest dauert, ist noch nicht bekannt: Die ersten Läufe zeigen es</translation>
  </message>
  <message>
   <source>n</source>
   <translation>n</translation>
  </message>
  <message>
   <source>not timed here yet</source>
   <translation>hier noch nicht gemessen</translation>
  </message>
  <message>
   <source>put down</source>
   <translation>beiseitegelegt</translation>
  </message>
  <message>
   <source>teaching seed {}…</source>
   <translation>Startwert {} lernt…</translation>
  </message>
  <message>
   <source>test tracks of {} artists</source>
   <translation>Prüfstücke von {} Künstlern</translation>
  </message>
  <message>
   <source>worked out with run {}</source>
   <translation>berechnet mit Lauf {}</translation>
  </message>
  <message>
   <source>{} %</source>
   <translation>{} %</translation>
  </message>
  <message>
   <source>{} ({} to fetch)</source>
   <translation>{} ({} zu holen)</translation>
  </message>
  <message>
   <source>{} ({} to {})</source>
   <translation>{} ({} bis {})</translation>
  </message>
  <message>
   <source>{} for what has been timed; {} cells have not</source>
   <translation>{} für das Gemessene; {} Zellen sind nicht gemessen</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
  <message>
   <source>{} of {} done</source>
   <translation>{} von {} fertig</translation>
  </message>
  <message>
   <source>{} of {} encoders ready</source>
   <translation>{} von {} Encodern bereit</translation>
  </message>
  <message>
   <source>{} of {} runs</source>
   <translation>{} von {} Läufen</translation>
  </message>
  <message>
   <source>{} to do</source>
   <translation>noch {}</translation>
  </message>
  <message>
   <source>{} to {}</source>
   <translation>{} bis {}</translation>
  </message>
  <message>
   <source>{} train, {} valid, {} test tracks</source>
   <translation>{} Stücke zum Lernen, {} zum Wählen, {} zum Prüfen</translation>
  </message>
  <message>
   <source>{} values of {}</source>
   <translation>{} Werte von {}</translation>
  </message>
  <message>
   <source>{}; split {}: {}; {}.</source>
   <translation>{}; Aufteilung {}: {}; {}.</translation>
  </message>
 </context>
 <context>
  <name>StudiesPage</name>
  <message>
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weitermachen</translation>
  </message>
  <message>
   <source>In the browser: {}</source>
   <translation>Im Browser: {}</translation>
  </message>
  <message>
   <source>It is written when the study is done, or stopped and kept</source>
   <translation>Er wird geschrieben, wenn die Studie fertig oder angehalten und behalten ist</translation>
  </message>
  <message>
   <source>Look at run</source>
   <translation>Lauf ansehen</translation>
  </message>
  <message>
   <source>Look at run {}</source>
   <translation>Lauf {} ansehen</translation>
  </message>
  <message>
   <source>Looking at encoders, labels and runs…</source>
   <translation>Encoder, Etiketten und Läufe werden angesehen…</translation>
  </message>
  <message>
   <source>Pausing…</source>
   <translation>Wird angehalten…</translation>
  </message>
  <message>
   <source>Start study</source>
   <translation>Studie starten</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Wird beendet…</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>Studien</translation>
  </message>
  <message>
   <source>The study was interrupted. Nothing is lost: it goes on where it was.</source>
   <translation>Die Studie wurde unterbrochen. Nichts ist verloren: Sie geht weiter, wo sie war.</translation>
  </message>
  <message>
   <source>Waiting for its turn</source>
   <translation>Wartet, bis sie an der Reihe ist</translation>
  </message>
  <message>
   <source>look at the run of the cell</source>
   <translation>den Lauf der Zelle ansehen</translation>
  </message>
 </context>
 <context>
  <name>StudyView</name>
  <message>
   <source>Cancel study…</source>
   <translation>Studie abbrechen…</translation>
  </message>
  <message>
   <source>Copy methods sheet</source>
   <translation>Methodenblatt kopieren</translation>
  </message>
  <message>
   <source>Export report…</source>
   <translation>Bericht exportieren…</translation>
  </message>
  <message>
   <source>Look at run</source>
   <translation>Lauf ansehen</translation>
  </message>
  <message>
   <source>On the page of results (Enter)</source>
   <translation>Auf der Seite der Ergebnisse (Eingabe)</translation>
  </message>
  <message>
   <source>Open report</source>
   <translation>Bericht öffnen</translation>
  </message>
  <message>
   <source>Page, tables and figures, into a folder</source>
   <translation>Seite, Tabellen und Bilder in einen Ordner</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Progress of the study</source>
   <translation>Fortschritt der Studie</translation>
  </message>
  <message>
   <source>Put it down; it goes on where it is</source>
   <translation>Beiseitelegen; sie geht weiter, wo sie ist</translation>
  </message>
  <message>
   <source>Put the run at hand down, and report what is done</source>
   <translation>Den laufenden Lauf beiseitelegen und berichten, was fertig ist</translation>
  </message>
  <message>
   <source>Start study</source>
   <translation>Studie starten</translation>
  </message>
  <message>
   <source>Stop and keep</source>
   <translation>Anhalten und behalten</translation>
  </message>
 </context>
 <context>
  <name>Subject</name>
  <message>
   <source>Around what is most like the whole track, as the encoder hears it</source>
   <translation>Um das herum, was für den Encoder dem ganzen Stück am ähnlichsten ist</translation>
  </message>
  <message>
   <source>Do not ask about it again (S)</source>
   <translation>Nicht wieder danach fragen (S)</translation>
  </message>
  <message>
   <source>Each track plays when it comes</source>
   <translation>Jedes Stück spielt, wenn es kommt</translation>
  </message>
  <message>
   <source>How much of it is played</source>
   <translation>Wie viel davon gespielt wird</translation>
  </message>
  <message>
   <source>It is none of these (0 or Delete)</source>
   <translation>Es ist nichts davon (0 oder Entf)</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>No label</source>
   <translation>Kein Etikett</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Play by itself</source>
   <translation>Von selbst abspielen</translation>
  </message>
  <message>
   <source>Play or pause (Space)</source>
   <translation>Abspielen oder anhalten (Leertaste)</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Überspringen</translation>
  </message>
  <message>
   <source>Take the last label back (Backspace)</source>
   <translation>Das letzte Etikett zurücknehmen (Rücktaste)</translation>
  </message>
  <message>
   <source>To the next; this one comes again (N)</source>
   <translation>Weiter; dieses kommt wieder (N)</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>all of it</source>
   <translation>alles davon</translation>
  </message>
  <message>
   <source>{} s of it</source>
   <translation>{} s davon</translation>
  </message>
 </context>
 <context>
  <name>Swatches</name>
  <message>
   <source>From few to many</source>
   <translation>Von wenigen zu vielen</translation>
  </message>
 </context>
 <context>
  <name>TaskSection</name>
  <message>
   <source>&amp;Classify</source>
   <translation>&amp;Klassifizieren</translation>
  </message>
  <message>
   <source>&amp;Tag</source>
   <translation>&amp;Verschlagworten</translation>
  </message>
  <message>
   <source>Capt&amp;ion</source>
   <translation>&amp;Beschreiben</translation>
  </message>
  <message>
   <source>R&amp;egress</source>
   <translation>&amp;Zahl schätzen</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>a number a track</source>
   <translation>eine Zahl je Stück</translation>
  </message>
  <message>
   <source>a text a track</source>
   <translation>ein Text je Stück</translation>
  </message>
  <message>
   <source>needs a field of labels; none here</source>
   <translation>braucht ein Feld mit Labels; hier keines</translation>
  </message>
  <message>
   <source>needs a field of numbers; none here</source>
   <translation>braucht ein Feld mit Zahlen; hier keines</translation>
  </message>
  <message>
   <source>needs a field with two labels; none here</source>
   <translation>braucht ein Feld mit zwei Labels; hier keines</translation>
  </message>
  <message>
   <source>needs {} described tracks; {} are</source>
   <translation>braucht {} beschriebene Stücke; {} sind es</translation>
  </message>
  <message>
   <source>one label a track</source>
   <translation>ein Label je Stück</translation>
  </message>
  <message>
   <source>several labels a track</source>
   <translation>mehrere Labels je Stück</translation>
  </message>
 </context>
 <context>
  <name>Teach</name>
  <message>
   <source>1 album</source>
   <translation>1 Album</translation>
  </message>
  <message>
   <source>1 artist</source>
   <translation>1 Interpret</translation>
  </message>
  <message>
   <source>1 recording</source>
   <translation>1 Aufnahme</translation>
  </message>
  <message>
   <source>&lt;b&gt;About {}&lt;/b&gt; on {} (as fast as {}), less if it ends early.</source>
   <translation>&lt;b&gt;Etwa {}&lt;/b&gt; auf {} (so schnell wie {}), weniger, wenn es früh endet.</translation>
  </message>
  <message>
   <source>A seed is a whole number from 0 on, not {}.</source>
   <translation>Eine Startzahl ist eine ganze Zahl ab 0, nicht {}.</translation>
  </message>
  <message>
   <source>Above 0 words are drawn by chance, the more freely the higher</source>
   <translation>Über 0 werden Wörter zufällig gezogen, je höher, desto freier</translation>
  </message>
  <message>
   <source>Added to what comes in while it learns, in deviations</source>
   <translation>Beim Lernen zum Gehörten addiert, in Abweichungen</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>Always choosing {} gives {} %.</source>
   <translation>Immer {} zu wählen ergibt {} %.</translation>
  </message>
  <message>
   <source>Always the most frequent label, or the mean</source>
   <translation>Immer das häufigste Label, oder der Mittelwert</translation>
  </message>
  <message>
   <source>An ear that has learnt nothing</source>
   <translation>Ein Ohr, das nichts gelernt hat</translation>
  </message>
  <message>
   <source>An excerpt lasts 0.1 s at least.</source>
   <translation>Ein Ausschnitt dauert mindestens 0,1 s.</translation>
  </message>
  <message>
   <source>Another order in each epoch</source>
   <translation>Eine andere Reihenfolge in jeder Epoche</translation>
  </message>
  <message>
   <source>At least; a run that was killed goes on from the last one</source>
   <translation>Mindestens; ein abgebrochener Lauf geht vom letzten aus weiter</translation>
  </message>
  <message>
   <source>Average</source>
   <translation>Mittelung</translation>
  </message>
  <message>
   <source>Batch</source>
   <translation>Stapel</translation>
  </message>
  <message>
   <source>Batch normalisation</source>
   <translation>Batch-Normalisierung</translation>
  </message>
  <message>
   <source>Batches that make one step: where memory is too small for a large batch</source>
   <translation>Stapel, die einen Schritt ergeben: wo der Speicher für große Stapel nicht reicht</translation>
  </message>
  <message>
   <source>Before that {} are heard</source>
   <translation>Davor werden {} gehört</translation>
  </message>
  <message>
   <source>Behind the hidden layer</source>
   <translation>Hinter der verborgenen Schicht</translation>
  </message>
  <message>
   <source>Checkpoint every</source>
   <translation>Sicherungspunkt alle</translation>
  </message>
  <message>
   <source>Choose by the whole</source>
   <translation>Nach dem Ganzen wählen</translation>
  </message>
  <message>
   <source>Clip</source>
   <translation>Begrenzung</translation>
  </message>
  <message>
   <source>Decay of a running mean of all weights, which is judged instead of them; 0: none</source>
   <translation>Abklingen eines laufenden Mittels aller Gewichte, das statt ihrer beurteilt wird; 0: keines</translation>
  </message>
  <message>
   <source>Descriptors</source>
   <translation>Deskriptoren</translation>
  </message>
  <message>
   <source>Dropout</source>
   <translation>Dropout</translation>
  </message>
  <message>
   <source>Encoder from epoch</source>
   <translation>Encoder ab Epoche</translation>
  </message>
  <message>
   <source>Encoder rate</source>
   <translation>Rate des Encoders</translation>
  </message>
  <message>
   <source>Epochs without a better one until rates are halved</source>
   <translation>Epochen ohne eine bessere, bis Raten halbiert werden</translation>
  </message>
  <message>
   <source>Epochs without a better one until training ends; 0: it never ends early</source>
   <translation>Epochen ohne eine bessere, bis das Training endet; 0: es endet nie früher</translation>
  </message>
  <message>
   <source>Epochs, at most</source>
   <translation>Epochen, höchstens</translation>
  </message>
  <message>
   <source>Excerpts of</source>
   <translation>Ausschnitte von</translation>
  </message>
  <message>
   <source>Excerpts to learn from are made louder, softer, duller, thinner or noisier at random</source>
   <translation>Ausschnitte zum Lernen werden zufällig lauter, leiser, dumpfer, dünner oder rauschender gemacht</translation>
  </message>
  <message>
   <source>Fields: whether captions name what is true of a track is judged</source>
   <translation>Felder: Beurteilt wird, ob Beschreibungen nennen, was für ein Stück gilt</translation>
  </message>
  <message>
   <source>From which the encoder learns along; before, only what is new does</source>
   <translation>Ab der der Encoder mitlernt; davor lernt nur das Neue</translation>
  </message>
  <message>
   <source>Gammas</source>
   <translation>Gammas</translation>
  </message>
  <message>
   <source>Give a seed, such as 0: the same seed gives the same run.</source>
   <translation>Eine Startzahl angeben, etwa 0: Dieselbe Startzahl ergibt denselben Lauf.</translation>
  </message>
  <message>
   <source>Half precision is quicker where the hardware reckons in it</source>
   <translation>Halbe Genauigkeit ist schneller, wo die Hardware in ihr rechnet</translation>
  </message>
  <message>
   <source>Head rate</source>
   <translation>Rate des Kopfs</translation>
  </message>
  <message>
   <source>Hears at most</source>
   <translation>Hört höchstens</translation>
  </message>
  <message>
   <source>How learning rates go on after they have risen</source>
   <translation>Wie Lernraten weitergehen, nachdem sie gestiegen sind</translation>
  </message>
  <message>
   <source>How long it takes is not known yet: no run like it has been timed on {}; its first epoch tells.</source>
   <translation>Wie lange es dauert, ist noch nicht bekannt: Kein solcher Lauf ist bisher auf {} gemessen worden; die erste Epoche sagt es.</translation>
  </message>
  <message>
   <source>How strongly weights are drawn to nought</source>
   <translation>Wie stark Gewichte gegen null gezogen werden</translation>
  </message>
  <message>
   <source>How weights follow their errors</source>
   <translation>Wie Gewichte ihren Fehlern folgen</translation>
  </message>
  <message>
   <source>How wide the additions to its layers are</source>
   <translation>Wie breit die Zusätze zu seinen Schichten sind</translation>
  </message>
  <message>
   <source>How wide the small additions are</source>
   <translation>Wie breit die kleinen Zusätze sind</translation>
  </message>
  <message>
   <source>Judged by</source>
   <translation>Beurteilt nach</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Keep albums together</source>
   <translation>Alben zusammenhalten</translation>
  </message>
  <message>
   <source>Keep artists together</source>
   <translation>Interpreten zusammenhalten</translation>
  </message>
  <message>
   <source>Keep recordings together</source>
   <translation>Aufnahmen zusammenhalten</translation>
  </message>
  <message>
   <source>Kernels</source>
   <translation>Kerne</translation>
  </message>
  <message>
   <source>Kernels are linear and rbf, not {}.</source>
   <translation>Kerne sind linear und rbf, nicht {}.</translation>
  </message>
  <message>
   <source>Labels drawn as often as they occur, without listening</source>
   <translation>Labels so oft gezogen, wie sie vorkommen, ohne zu hören</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>Lean on what is heard</source>
   <translation>Auf Gehörtes stützen</translation>
  </message>
  <message>
   <source>Learning rate of an encoder that learns along</source>
   <translation>Lernrate eines Encoders, der mitlernt</translation>
  </message>
  <message>
   <source>Learning rate of what is new</source>
   <translation>Lernrate dessen, was neu ist</translation>
  </message>
  <message>
   <source>Learns</source>
   <translation>Lernt</translation>
  </message>
  <message>
   <source>Leave out labels of fewer than {}</source>
   <translation>Labels mit weniger als {} weglassen</translation>
  </message>
  <message>
   <source>Leave out rare labels</source>
   <translation>Seltene Labels weglassen</translation>
  </message>
  <message>
   <source>Longest</source>
   <translation>Längste</translation>
  </message>
  <message>
   <source>Lying</source>
   <translation>Lage</translation>
  </message>
  <message>
   <source>Majority</source>
   <translation>Mehrheit</translation>
  </message>
  <message>
   <source>Make a new split</source>
   <translation>Neu aufteilen</translation>
  </message>
  <message>
   <source>Named</source>
   <translation>Genannt</translation>
  </message>
  <message>
   <source>No album is known</source>
   <translation>Kein Album ist bekannt</translation>
  </message>
  <message>
   <source>No album on two sides</source>
   <translation>Kein Album auf zwei Seiten</translation>
  </message>
  <message>
   <source>No artist is known</source>
   <translation>Kein Interpret ist bekannt</translation>
  </message>
  <message>
   <source>No artist on two sides</source>
   <translation>Kein Interpret auf zwei Seiten</translation>
  </message>
  <message>
   <source>No recording on two sides</source>
   <translation>Keine Aufnahme auf zwei Seiten</translation>
  </message>
  <message>
   <source>Noise</source>
   <translation>Rauschen</translation>
  </message>
  <message>
   <source>Numbers in its layers; a multiple of 4</source>
   <translation>Zahlen in seinen Schichten; ein Vielfaches von 4</translation>
  </message>
  <message>
   <source>Numbers in the hidden layer</source>
   <translation>Zahlen in der verborgenen Schicht</translation>
  </message>
  <message>
   <source>Of a track</source>
   <translation>Vom Stück</translation>
  </message>
  <message>
   <source>Of several captions</source>
   <translation>Bei mehreren Beschreibungen</translation>
  </message>
  <message>
   <source>Of the wordings, the one is kept that fits best what is heard as a whole</source>
   <translation>Von den Wortlauten bleibt der, der am besten zu dem passt, was im Ganzen gehört wird</translation>
  </message>
  <message>
   <source>Optimiser</source>
   <translation>Optimierer</translation>
  </message>
  <message>
   <source>Other music, other labels: judge the recipe by these, not your result.</source>
   <translation>Andere Musik, andere Labels: Daran das Rezept messen, nicht das eigene Ergebnis.</translation>
  </message>
  <message>
   <source>Patience</source>
   <translation>Geduld</translation>
  </message>
  <message>
   <source>Pieces of a caption; what is longer is cut</source>
   <translation>Stücke einer Beschreibung; was länger ist, wird gekürzt</translation>
  </message>
  <message>
   <source>Pieces of words</source>
   <translation>Wortstücke</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Plätze</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <source>Random encoder</source>
   <translation>Zufälliger Encoder</translation>
  </message>
  <message>
   <source>Random labels</source>
   <translation>Zufällige Labels</translation>
  </message>
  <message>
   <source>Rank</source>
   <translation>Rang</translation>
  </message>
  <message>
   <source>Rare labels weigh as much</source>
   <translation>Seltene Labels wiegen gleich viel</translation>
  </message>
  <message>
   <source>Rare labels weigh as much as frequent ones</source>
   <translation>Seltene Labels wiegen so viel wie häufige</translation>
  </message>
  <message>
   <source>Repeats</source>
   <translation>Wiederholungen</translation>
  </message>
  <message>
   <source>Scores may come out too high.</source>
   <translation>Werte können zu hoch ausfallen.</translation>
  </message>
  <message>
   <source>Seconds of an excerpt; usual: as the encoder's card says</source>
   <translation>Sekunden eines Ausschnitts; üblich: wie die Karte des Encoders sagt</translation>
  </message>
  <message>
   <source>Shares add up to 100; these make {}.</source>
   <translation>Anteile ergeben zusammen 100; diese ergeben {}.</translation>
  </message>
  <message>
   <source>Shares are not negative, and that of train is above 0.</source>
   <translation>Anteile sind nicht negativ, und der des Trainings liegt über 0.</translation>
  </message>
  <message>
   <source>Shuffle</source>
   <translation>Mischen</translation>
  </message>
  <message>
   <source>Shuffled labels</source>
   <translation>Vertauschte Labels</translation>
  </message>
  <message>
   <source>So many excerpts of a track, spread over it</source>
   <translation>So viele über das Stück verteilte Ausschnitte</translation>
  </message>
  <message>
   <source>So many excerpts of a track, spread over it, are judged; their probabilities are averaged</source>
   <translation>So viele über das Stück verteilte Ausschnitte werden beurteilt; ihre Wahrscheinlichkeiten werden gemittelt</translation>
  </message>
  <message>
   <source>So many pieces in a row stand in a text once at most; 0: any</source>
   <translation>So viele Stücke nacheinander stehen höchstens einmal in einem Text; 0: beliebig</translation>
  </message>
  <message>
   <source>So many places before the words stand for each excerpt</source>
   <translation>So viele Plätze vor den Wörtern stehen für jeden Ausschnitt</translation>
  </message>
  <message>
   <source>So many that listen, and as many that write</source>
   <translation>So viele, die hören, und ebenso viele, die schreiben</translation>
  </message>
  <message>
   <source>Solved at once, without epochs.</source>
   <translation>In einem Zug gelöst, ohne Epochen.</translation>
  </message>
  <message>
   <source>Standardise</source>
   <translation>Standardisieren</translation>
  </message>
  <message>
   <source>Strengths</source>
   <translation>Stärken</translation>
  </message>
  <message>
   <source>Temperature</source>
   <translation>Temperatur</translation>
  </message>
  <message>
   <source>That are followed at the same time; 1: always the likeliest next piece</source>
   <translation>Die gleichzeitig verfolgt werden; 1: immer das wahrscheinlichste nächste Stück</translation>
  </message>
  <message>
   <source>That it learns at most</source>
   <translation>Die er höchstens lernt</translation>
  </message>
  <message>
   <source>The longest step that gradients may ask for; 0: any</source>
   <translation>Der längste Schritt, den Gradienten verlangen dürfen; 0: beliebig</translation>
  </message>
  <message>
   <source>The same ear, taught labels that were dealt out at random</source>
   <translation>Dasselbe Ohr, dem zufällig verteilte Labels beigebracht werden</translation>
  </message>
  <message>
   <source>The share of all steps in which rates rise from nothing</source>
   <translation>Der Anteil aller Schritte, in dem Raten von null steigen</translation>
  </message>
  <message>
   <source>The share of values that is left out at random while it learns</source>
   <translation>Der Anteil der Werte, der beim Lernen zufällig wegbleibt</translation>
  </message>
  <message>
   <source>The share of values that is left out while it learns, so that nothing is learnt by heart</source>
   <translation>Der Anteil der Werte, der beim Lernen wegbleibt, damit nichts auswendig gelernt wird</translation>
  </message>
  <message>
   <source>Then</source>
   <translation>Dann</translation>
  </message>
  <message>
   <source>Three shares are needed, as 60 / 20 / 20.</source>
   <translation>Drei Anteile sind nötig, wie 60 / 20 / 20.</translation>
  </message>
  <message>
   <source>Times through the train part</source>
   <translation>Durchgänge durch den Trainingsteil</translation>
  </message>
  <message>
   <source>Tracks or excerpts that are looked at together</source>
   <translation>Stücke oder Ausschnitte, die zusammen betrachtet werden</translation>
  </message>
  <message>
   <source>Values are brought to mean 0 and deviation 1 by those of the train part</source>
   <translation>Werte werden nach denen des Trainingsteils auf Mittel 0 und Abweichung 1 gebracht</translation>
  </message>
  <message>
   <source>Vary the sound</source>
   <translation>Klang verändern</translation>
  </message>
  <message>
   <source>Warm-up</source>
   <translation>Anlauf</translation>
  </message>
  <message>
   <source>Weight decay</source>
   <translation>Gewichtsabnahme</translation>
  </message>
  <message>
   <source>What can be measured without learning: loudness, brightness, rhythm</source>
   <translation>Was sich ohne Lernen messen lässt: Lautheit, Helligkeit, Rhythmus</translation>
  </message>
  <message>
   <source>What is heard also speaks for each word by a straight way, until it is written</source>
   <translation>Was gehört wird, spricht auch auf geradem Weg für jedes Wort, bis es geschrieben ist</translation>
  </message>
  <message>
   <source>What is learnt of a track with several captions</source>
   <translation>Was von einem Stück mit mehreren Beschreibungen gelernt wird</translation>
  </message>
  <message>
   <source>What is taken of the vectors of its excerpts: their mean, or also how far they spread</source>
   <translation>Was von den Vektoren seiner Ausschnitte genommen wird: ihr Mittel, oder auch ihre Streuung</translation>
  </message>
  <message>
   <source>What is tried as C; the valid part chooses</source>
   <translation>Was als C versucht wird; der Auswahlteil entscheidet</translation>
  </message>
  <message>
   <source>What is tried for rbf; 0: one over dimension and variance</source>
   <translation>Was für rbf versucht wird; 0: eins durch Dimension und Varianz</translation>
  </message>
  <message>
   <source>What is tried: linear, rbf</source>
   <translation>Was versucht wird: linear, rbf</translation>
  </message>
  <message>
   <source>Where the excerpt lies that an encoder learns from, in each epoch</source>
   <translation>Wo der Ausschnitt liegt, aus dem ein Encoder in jeder Epoche lernt</translation>
  </message>
  <message>
   <source>Whether the writer learns along</source>
   <translation>Ob der Schreiber mitlernt</translation>
  </message>
  <message>
   <source>Which epoch is judged at the end</source>
   <translation>Welche Epoche am Ende beurteilt wird</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>Breite</translation>
  </message>
  <message>
   <source>With {} test tracks, 70 % is known to &lt;b&gt;±{} points&lt;/b&gt;</source>
   <translation>Mit {} Teststücken sind 70 % auf &lt;b&gt;±{} Punkte&lt;/b&gt; bekannt</translation>
  </message>
  <message>
   <source>Wordings</source>
   <translation>Wortlaute</translation>
  </message>
  <message>
   <source>Writer</source>
   <translation>Schreiber</translation>
  </message>
  <message>
   <source>all, joined</source>
   <translation>alle, verbunden</translation>
  </message>
  <message>
   <source>anywhere</source>
   <translation>irgendwo</translation>
  </message>
  <message>
   <source>as it is</source>
   <translation>wie sie ist</translation>
  </message>
  <message>
   <source>as the hardware likes</source>
   <translation>wie die Hardware mag</translation>
  </message>
  <message>
   <source>at the start</source>
   <translation>am Anfang</translation>
  </message>
  <message>
   <source>by small additions</source>
   <translation>durch kleine Zusätze</translation>
  </message>
  <message>
   <source>captions</source>
   <translation>Beschreibungen</translation>
  </message>
  <message>
   <source>epochs</source>
   <translation>Epochen</translation>
  </message>
  <message>
   <source>excerpts</source>
   <translation>Ausschnitte</translation>
  </message>
  <message>
   <source>falling to nothing</source>
   <translation>auf null fallend</translation>
  </message>
  <message>
   <source>fine-tuned</source>
   <translation>feinabgestimmt</translation>
  </message>
  <message>
   <source>frozen</source>
   <translation>eingefroren</translation>
  </message>
  <message>
   <source>half</source>
   <translation>halb</translation>
  </message>
  <message>
   <source>halved when nothing improves</source>
   <translation>halbiert, wenn nichts besser wird</translation>
  </message>
  <message>
   <source>hears {}</source>
   <translation>hört {}</translation>
  </message>
  <message>
   <source>in every weight</source>
   <translation>in jedem Gewicht</translation>
  </message>
  <message>
   <source>in the middle</source>
   <translation>in der Mitte</translation>
  </message>
  <message>
   <source>mean</source>
   <translation>Mittel</translation>
  </message>
  <message>
   <source>mean and spread</source>
   <translation>Mittel und Streuung</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keiner</translation>
  </message>
  <message>
   <source>not at all</source>
   <translation>gar nicht</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>own: a small T5 that learns its words from the captions; or one by name or folder</source>
   <translation>own: ein kleines T5, das seine Wörter aus den Beschreibungen lernt; oder eines nach Name oder Ordner</translation>
  </message>
  <message>
   <source>pieces</source>
   <translation>Stücke</translation>
  </message>
  <message>
   <source>run</source>
   <translation>Lauf</translation>
  </message>
  <message>
   <source>s</source>
   <translation>s</translation>
  </message>
  <message>
   <source>single</source>
   <translation>einfach</translation>
  </message>
  <message>
   <source>split not stated</source>
   <translation>Aufteilung nicht angegeben</translation>
  </message>
  <message>
   <source>the best epoch</source>
   <translation>die beste Epoche</translation>
  </message>
  <message>
   <source>the first</source>
   <translation>die erste</translation>
  </message>
  <message>
   <source>the last epoch</source>
   <translation>die letzte Epoche</translation>
  </message>
  <message>
   <source>the processor</source>
   <translation>dem Prozessor</translation>
  </message>
  <message>
   <source>usual</source>
   <translation>üblich</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{} albums</source>
   <translation>{} Alben</translation>
  </message>
  <message>
   <source>{} and {}</source>
   <translation>{} und {}</translation>
  </message>
  <message>
   <source>{} are above 0.</source>
   <translation>{} liegen über 0.</translation>
  </message>
  <message>
   <source>{} are no seeds: write few of them, as 1-5.</source>
   <translation>{} sind keine Startzahlen: wenige schreiben, wie 1-5.</translation>
  </message>
  <message>
   <source>{} are on two sides.</source>
   <translation>{} liegen auf zwei Seiten.</translation>
  </message>
  <message>
   <source>{} artists</source>
   <translation>{} Interpreten</translation>
  </message>
  <message>
   <source>{} holds one at least.</source>
   <translation>{} enthält mindestens eines.</translation>
  </message>
  <message>
   <source>{} in memory</source>
   <translation>{} im Arbeitsspeicher</translation>
  </message>
  <message>
   <source>{} is a number, not {}.</source>
   <translation>{} ist eine Zahl, nicht {}.</translation>
  </message>
  <message>
   <source>{} is empty.</source>
   <translation>{} ist leer.</translation>
  </message>
  <message>
   <source>{} is on two sides.</source>
   <translation>{} liegt auf zwei Seiten.</translation>
  </message>
  <message>
   <source>{} judge. Always saying the mean gives R² 0.</source>
   <translation>{} urteilen. Immer den Mittelwert zu sagen ergibt R² 0.</translation>
  </message>
  <message>
   <source>{} judge. Saying of each label how frequent it is gives an mAP of {} %.</source>
   <translation>{} urteilen. Von jedem Label zu sagen, wie häufig es ist, ergibt eine mAP von {} %.</translation>
  </message>
  <message>
   <source>{} lies between {} and {}.</source>
   <translation>{} liegt zwischen {} und {}.</translation>
  </message>
  <message>
   <source>{} of {} test tracks are of a recording to learn from.</source>
   <translation>{} von {} Teststücken sind von einer Aufnahme, aus der gelernt wird.</translation>
  </message>
  <message>
   <source>{} of {} test tracks share an album with tracks to learn from.</source>
   <translation>{} von {} Teststücken teilen ein Album mit Stücken, aus denen gelernt wird.</translation>
  </message>
  <message>
   <source>{} of {} test tracks share an artist with tracks to learn from.</source>
   <translation>{} von {} Teststücken teilen einen Interpreten mit Stücken, aus denen gelernt wird.</translation>
  </message>
  <message>
   <source>{} recordings</source>
   <translation>{} Aufnahmen</translation>
  </message>
  <message>
   <source>{} repeats are left out</source>
   <translation>{} Wiederholungen bleiben weg</translation>
  </message>
  <message>
   <source>{} seeds at most.</source>
   <translation>Höchstens {} Startzahlen.</translation>
  </message>
  <message>
   <source>{} steps at most, {} an epoch.</source>
   <translation>Höchstens {} Schritte, {} je Epoche.</translation>
  </message>
  <message>
   <source>{} tracks</source>
   <translation>{} Stücke</translation>
  </message>
  <message>
   <source>{} tracks without a {} are told, too</source>
   <translation>{} Stücke ohne {} werden auch beurteilt</translation>
  </message>
  <message>
   <source>{}, less well as they are of {}</source>
   <translation>{}, weniger gut, da sie von {} sind</translation>
  </message>
  <message>
   <source>{}, {} on disk.</source>
   <translation>{}, {} auf der Festplatte.</translation>
  </message>
  <message>
   <source>{}: about {}.</source>
   <translation>{}: etwa {}.</translation>
  </message>
  <message>
   <source>{}: {} of sound, not timed yet on {}.</source>
   <translation>{}: {} Klang, auf {} noch nicht gemessen.</translation>
  </message>
  <message>
   <source>× </source>
   <translation>× </translation>
  </message>
 </context>
 <context>
  <name>TeachDialog</name>
  <message>
   <source>Looking at the collection…</source>
   <translation>Die Sammlung wird angesehen …</translation>
  </message>
  <message>
   <source>Looking at what would become of it…</source>
   <translation>Es wird angesehen, was daraus würde …</translation>
  </message>
  <message>
   <source>Recipes (*.toml)</source>
   <translation>Rezepte (*.toml)</translation>
  </message>
  <message>
   <source>Run {}</source>
   <translation>Lauf {}</translation>
  </message>
  <message>
   <source>Save as recipe</source>
   <translation>Als Rezept sichern</translation>
  </message>
  <message>
   <source>Saved as {}.</source>
   <translation>Gesichert als {}.</translation>
  </message>
  <message>
   <source>Teach {}</source>
   <translation>{} unterrichten</translation>
  </message>
  <message>
   <source>Teach {}, seed {}</source>
   <translation>{} lehren, Startwert {}</translation>
  </message>
  <message>
   <source>The command line is on the clipboard.</source>
   <translation>Die Befehlszeile ist in der Zwischenablage.</translation>
  </message>
  <message>
   <source>The settings of a run</source>
   <translation>Einstellungen eines Laufs</translation>
  </message>
 </context>
 <context>
  <name>TeachDoor</name>
  <message>
   <source>&amp;Teach…</source>
   <translation>&amp;Lehren …</translation>
  </message>
  <message>
   <source>A run that learns from the chosen tracks alone</source>
   <translation>Ein Lauf, der nur aus den gewählten Stücken lernt</translation>
  </message>
  <message>
   <source>Choose the tracks that should be learnt from first.</source>
   <translation>Zuerst die Stücke auswählen, aus denen gelernt werden soll.</translation>
  </message>
  <message>
   <source>Put a run together: what to learn, from what, by which ear</source>
   <translation>Einen Lauf zusammenstellen: was gelernt wird, woraus, mit welchem Ohr</translation>
  </message>
  <message>
   <source>Teac&amp;h from the selection…</source>
   <translation>Aus der Auswahl &amp;lernen …</translation>
  </message>
  <message>
   <source>The run is in the queue.</source>
   <translation>Der Lauf ist in der Warteschlange.</translation>
  </message>
 </context>
 <context>
  <name>Teaching</name>
  <message>
   <source>{}, guessed</source>
   <translation>{}, vermutet</translation>
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
   <source>2 compared</source>
   <translation>2 verglichen</translation>
  </message>
  <message>
   <source>A playlist of the chosen tracks</source>
   <translation>Eine Abspielliste der gewählten Stücke</translation>
  </message>
  <message>
   <source>An empty playlist</source>
   <translation>Eine leere Abspielliste</translation>
  </message>
  <message>
   <source>Archive</source>
   <translation>Archivieren</translation>
  </message>
  <message>
   <source>Archive: put the run away</source>
   <translation>Archivieren: den Lauf weglegen</translation>
  </message>
  <message>
   <source>Archived</source>
   <translation>Archivierte</translation>
  </message>
  <message>
   <source>Bring back from the archive</source>
   <translation>Aus dem Archiv zurückholen</translation>
  </message>
  <message>
   <source>By recipe, encoder, split, state, note or tag</source>
   <translation>Nach Rezept, Encoder, Aufteilung, Zustand, Notiz oder Tag</translation>
  </message>
  <message>
   <source>Controls</source>
   <translation>Kontrollen</translation>
  </message>
  <message>
   <source>Export the table of runs…</source>
   <translation>Tabelle der Läufe exportieren …</translation>
  </message>
  <message>
   <source>Filter runs</source>
   <translation>Läufe filtern</translation>
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
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Of {} chosen</source>
   <translation>Von {} gewählten</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>Läufe</translation>
  </message>
  <message>
   <source>Runs that learnt something else are never drawn on the same axis</source>
   <translation>Läufe, die etwas anderes gelernt haben, stehen nie auf derselben Achse</translation>
  </message>
  <message>
   <source>Show runs that were put away, too</source>
   <translation>Auch weggelegte Läufe zeigen</translation>
  </message>
  <message>
   <source>What can be done with this run</source>
   <translation>Was sich mit diesem Lauf tun lässt</translation>
  </message>
  <message>
   <source>What the runs have learnt</source>
   <translation>Was die Läufe gelernt haben</translation>
  </message>
  <message>
   <source>What was judged beside the run that is looked at</source>
   <translation>Was neben dem angesehenen Lauf beurteilt wurde</translation>
  </message>
  <message>
   <source>Write a note (N)</source>
   <translation>Notiz schreiben (N)</translation>
  </message>
  <message>
   <source>{} archived</source>
   <translation>{} archiviert</translation>
  </message>
  <message>
   <source>{} of {} shown</source>
   <translation>{} von {} gezeigt</translation>
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
  <name>TrainingSection</name>
  <message>
   <source> and {} more</source>
   <translation> und {} weitere</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>Veröffentlicht</translation>
  </message>
  <message>
   <source>Solved</source>
   <translation>Gelöst</translation>
  </message>
  <message>
   <source>Started from</source>
   <translation>Ausgangspunkt</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>Use these values</source>
   <translation>Diese Werte verwenden</translation>
  </message>
  <message>
   <source>encoder</source>
   <translation>Encoder</translation>
  </message>
  <message>
   <source>head</source>
   <translation>Kopf</translation>
  </message>
  <message>
   <source>kept together</source>
   <translation>zusammengehalten</translation>
  </message>
  <message>
   <source>layer</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <source>shares</source>
   <translation>Anteile</translation>
  </message>
  <message>
   <source>tuned</source>
   <translation>abgestimmt</translation>
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
   <translation>Weiter</translation>
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
  <name>Views</name>
  <message>
   <source>Choose a run above to see what lies behind its figures.</source>
   <translation>Oben einen Lauf wählen, um zu sehen, was hinter seinen Zahlen liegt.</translation>
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
  <name>Watching</name>
  <message>
   <source>Run {} · {}</source>
   <translation>Lauf {} · {}</translation>
  </message>
 </context>
 <context>
  <name>Wave</name>
  <message>
   <source>Click to play from here</source>
   <translation>Klicken, um von hier zu spielen</translation>
  </message>
  <message>
   <source>Waveform; {} is played</source>
   <translation>Wellenform; gespielt wird {}</translation>
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
  <name>WordSearch</name>
  <message>
   <source>Encoders…</source>
   <translation>Encoder…</translation>
  </message>
  <message>
   <source>Encode…</source>
   <translation>Kodieren…</translation>
  </message>
  <message>
   <source>Like “{}”</source>
   <translation>Wie „{}“</translation>
  </message>
  <message>
   <source>Reading “{}”…</source>
   <translation>„{}“ wird gelesen…</translation>
  </message>
  <message>
   <source>Words need an encoder that reads, such as CLAP.</source>
   <translation>Worte brauchen einen Encoder, der liest, etwa CLAP.</translation>
  </message>
  <message>
   <source>Words need an encoder that reads: {}. It cannot be used: {}. Fetch it, then encode.</source>
   <translation>Worte brauchen einen Encoder, der liest: {}. Er kann nicht benutzt werden: {}. Ihn holen, dann kodieren.</translation>
  </message>
  <message>
   <source>{} can read words, but has not heard these tracks yet. Encode them with it.</source>
   <translation>{} kann Worte lesen, hat diese Stücke aber noch nicht gehört. Mit ihm kodieren.</translation>
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
   <source>cancelled</source>
   <translation>abgebrochen</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>gescheitert</translation>
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
   <translation>beendet, behalten</translation>
  </message>
  <message>
   <source>test</source>
   <translation>Test</translation>
  </message>
  <message>
   <source>today {}</source>
   <translation>heute {}</translation>
  </message>
  <message>
   <source>training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>validation</source>
   <translation>Validierung</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>wartet</translation>
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
   <source>1 run is queued.</source>
   <translation>1 Lauf ist eingereiht.</translation>
  </message>
  <message>
   <source>Archive run {}</source>
   <translation>Lauf {} archivieren</translation>
  </message>
  <message>
   <source>Asking how large {} is…</source>
   <translation>Wird gefragt, wie groß {} ist…</translation>
  </message>
  <message>
   <source>Bring back run {}</source>
   <translation>Lauf {} zurückholen</translation>
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
   <source>Note of run {}</source>
   <translation>Notiz von Lauf {}</translation>
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
   <source>Run {} has nothing to say that is not known already.</source>
   <translation>Lauf {} hat nichts zu sagen, was nicht schon bekannt ist.</translation>
  </message>
  <message>
   <source>Run {} is deleted.</source>
   <translation>Lauf {} ist gelöscht.</translation>
  </message>
  <message>
   <source>Run {}: {} files written to {}.</source>
   <translation>Lauf {}: {} Dateien nach {} geschrieben.</translation>
  </message>
  <message>
   <source>Tags of run {}</source>
   <translation>Tags von Lauf {}</translation>
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
   <source>{} line written to {}.</source>
   <translation>{} Zeile nach {} geschrieben.</translation>
  </message>
  <message>
   <source>{} lines written to {}.</source>
   <translation>{} Zeilen nach {} geschrieben.</translation>
  </message>
  <message>
   <source>{} runs are queued.</source>
   <translation>{} Läufe sind eingereiht.</translation>
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
 <context>
  <name>WriteDialog</name>
  <message>
   <source>&amp;By</source>
   <translation>&amp;Von</translation>
  </message>
  <message>
   <source>&amp;Playlist</source>
   <translation>Abspiel&amp;liste</translation>
  </message>
  <message>
   <source>&amp;Query</source>
   <translation>Ab&amp;frage</translation>
  </message>
  <message>
   <source>&amp;Tracks</source>
   <translation>S&amp;tücke</translation>
  </message>
  <message>
   <source>1 cannot be heard.</source>
   <translation>1 kann nicht gehört werden.</translation>
  </message>
  <message>
   <source>1 has a text of this run, which is written anew.</source>
   <translation>1 hat einen Text dieses Laufs, der neu geschrieben wird.</translation>
  </message>
  <message>
   <source>1 stays as a person left it.</source>
   <translation>1 bleibt, wie ein Mensch ihn gelassen hat.</translation>
  </message>
  <message>
   <source>All that can be heard</source>
   <translation>Alle, die gehört werden können</translation>
  </message>
  <message>
   <source>Beams</source>
   <translation>Strahlen</translation>
  </message>
  <message>
   <source>By chance</source>
   <translation>Zufällig</translation>
  </message>
  <message>
   <source>Found by a query</source>
   <translation>Von einer Abfrage gefunden</translation>
  </message>
  <message>
   <source>How words are chosen</source>
   <translation>Wie Wörter gewählt werden</translation>
  </message>
  <message>
   <source>Likeliest words</source>
   <translation>Wahrscheinlichste Wörter</translation>
  </message>
  <message>
   <source>No run has learnt to write yet. A model that writes is taught first: Teach… with the task Caption. The small writer of Soundings needs no download; any other T5 is a folder on this disk, or fetched when it is taught.</source>
   <translation>Noch hat kein Lauf schreiben gelernt. Ein Modell, das schreibt, wird zuerst gelehrt: Lehren … mit der Aufgabe Beschreiben. Der kleine Schreiber von Soundings braucht keinen Download; jedes andere T5 ist ein Ordner auf dieser Platte oder wird beim Lehren geholt.</translation>
  </message>
  <message>
   <source>No track that can be heard is among these.</source>
   <translation>Unter diesen ist kein Stück, das gehört werden kann.</translation>
  </message>
  <message>
   <source>Of a playlist</source>
   <translation>Aus einer Abspielliste</translation>
  </message>
  <message>
   <source>Playlist</source>
   <translation>Abspielliste</translation>
  </message>
  <message>
   <source>Query</source>
   <translation>Suche</translation>
  </message>
  <message>
   <source>Run that writes</source>
   <translation>Lauf, der schreibt</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Selected: {}</source>
   <translation>Ausgewählt: {}</translation>
  </message>
  <message>
   <source>Teach…</source>
   <translation>Lehren …</translation>
  </message>
  <message>
   <source>Temperature</source>
   <translation>Temperatur</translation>
  </message>
  <message>
   <source>The higher, the more freely words are drawn</source>
   <translation>Je höher, desto freier werden Wörter gezogen</translation>
  </message>
  <message>
   <source>The same seed draws the same words</source>
   <translation>Derselbe Startwert zieht dieselben Wörter</translation>
  </message>
  <message>
   <source>These again: {}</source>
   <translation>Diese noch einmal: {}</translation>
  </message>
  <message>
   <source>Which tracks</source>
   <translation>Welche Stücke</translation>
  </message>
  <message>
   <source>Without a text of this run</source>
   <translation>Ohne Text dieses Laufs</translation>
  </message>
  <message>
   <source>Without any text</source>
   <translation>Ohne jeden Text</translation>
  </message>
  <message>
   <source>Wordings that are followed at the same time; more is slower</source>
   <translation>Wortlaute, die zugleich verfolgt werden; mehr ist langsamer</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Wörter</translation>
  </message>
  <message>
   <source>Write captions</source>
   <translation>Beschreibungen schreiben</translation>
  </message>
  <message>
   <source>a query, such as genre:waltz</source>
   <translation>eine Abfrage, etwa genre:waltz</translation>
  </message>
  <message>
   <source>about {} at the pace of the last time</source>
   <translation>etwa {} im Tempo des letzten Mals</translation>
  </message>
  <message>
   <source>how long it takes is known after the first texts</source>
   <translation>wie lange es dauert, zeigt sich nach den ersten Texten</translation>
  </message>
  <message>
   <source>{} cannot be heard.</source>
   <translation>{} können nicht gehört werden.</translation>
  </message>
  <message>
   <source>{} have a text of this run, which is written anew.</source>
   <translation>{} haben einen Text dieses Laufs, der neu geschrieben wird.</translation>
  </message>
  <message>
   <source>{} stay as a person left them.</source>
   <translation>{} bleiben, wie ein Mensch sie gelassen hat.</translation>
  </message>
 </context>
 <context>
  <name>WriterSection</name>
  <message>
   <source>Writer</source>
   <translation>Schreiber</translation>
  </message>
 </context>
 <context>
  <name>Writing</name>
  <message>
   <source>Pausing…</source>
   <translation>Wird angehalten…</translation>
  </message>
  <message>
   <source>Run {} is writing</source>
   <translation>Lauf {} schreibt</translation>
  </message>
  <message>
   <source>Run {} waits for other jobs</source>
   <translation>Lauf {} wartet auf andere Aufträge</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Beginnt…</translation>
  </message>
  <message>
   <source>Stopping; what is written stays…</source>
   <translation>Wird gestoppt; was geschrieben ist, bleibt…</translation>
  </message>
  <message>
   <source>{} left</source>
   <translation>noch {}</translation>
  </message>
  <message>
   <source>{} written</source>
   <translation>{} geschrieben</translation>
  </message>
 </context>
 <context>
  <name>WritingStrip</name>
  <message>
   <source>How much is written</source>
   <translation>Wie viel geschrieben ist</translation>
  </message>
  <message>
   <source>Stop and keep</source>
   <translation>Anhalten und behalten</translation>
  </message>
  <message>
   <source>What is written stays</source>
   <translation>Was geschrieben ist, bleibt</translation>
  </message>
 </context>
 <context>
  <name>_Head</name>
  <message>
   <source>Class</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>Guessed</source>
   <translation>Vermutet</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Taste</translation>
  </message>
  <message>
   <source>Labelled</source>
   <translation>Benannt</translation>
  </message>
  <message>
   <source>The probe's guess</source>
   <translation>Vermutung der Sonde</translation>
  </message>
 </context>
</TS>
