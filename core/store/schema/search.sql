CREATE VIEW counted_labels AS
SELECT
  labels.field_id,
  coalesce(labels.number, 0.0) AS number,
  coalesce(field_values.key, '') AS key,
  coalesce(labels.value_id, 0) AS value_id,
  labels.track_id,
  coalesce(labels.excerpt_id, 0) AS excerpt_id,
  labels.id AS label_id
FROM labels LEFT JOIN field_values ON field_values.id = labels.value_id
WHERE (labels.value_id IS NOT NULL OR labels.number IS NOT NULL) AND NOT EXISTS (
  SELECT 1 FROM labels AS better
  WHERE better.track_id = labels.track_id
    AND better.field_id = labels.field_id
    AND better.excerpt_id IS labels.excerpt_id
    AND (
      CASE better.source WHEN 'person' THEN 1 WHEN 'import' THEN 2 WHEN 'tag' THEN 3 WHEN 'folder' THEN 4 ELSE 5 END,
      -coalesce(better.run_id, 0)
    ) < (
      CASE labels.source WHEN 'person' THEN 1 WHEN 'import' THEN 2 WHEN 'tag' THEN 3 WHEN 'folder' THEN 4 ELSE 5 END,
      -coalesce(labels.run_id, 0)
    )
);

CREATE TRIGGER labels_added AFTER INSERT ON labels
WHEN NOT EXISTS (SELECT 1 FROM held_back)
BEGIN
  INSERT OR IGNORE INTO label_sources (source, track_id) VALUES (NEW.source, NEW.track_id);
  DELETE FROM standing WHERE track_id = NEW.track_id AND field_id = NEW.field_id;
  INSERT OR IGNORE INTO standing SELECT * FROM counted_labels
    WHERE track_id = NEW.track_id AND field_id = NEW.field_id ORDER BY label_id;
END;

CREATE TRIGGER labels_changed AFTER UPDATE ON labels
WHEN NOT EXISTS (SELECT 1 FROM held_back)
BEGIN
  INSERT OR IGNORE INTO label_sources (source, track_id) VALUES (NEW.source, NEW.track_id);
  DELETE FROM label_sources WHERE source = OLD.source AND track_id = OLD.track_id
    AND NOT EXISTS (SELECT 1 FROM labels WHERE track_id = OLD.track_id AND source = OLD.source);
  DELETE FROM standing
    WHERE (track_id = OLD.track_id AND field_id = OLD.field_id)
       OR (track_id = NEW.track_id AND field_id = NEW.field_id);
  INSERT OR IGNORE INTO standing SELECT * FROM counted_labels
    WHERE (track_id = OLD.track_id AND field_id = OLD.field_id)
       OR (track_id = NEW.track_id AND field_id = NEW.field_id) ORDER BY label_id;
END;

CREATE TRIGGER labels_removed AFTER DELETE ON labels
WHEN NOT EXISTS (SELECT 1 FROM held_back)
BEGIN
  DELETE FROM label_sources WHERE source = OLD.source AND track_id = OLD.track_id
    AND NOT EXISTS (SELECT 1 FROM labels WHERE track_id = OLD.track_id AND source = OLD.source);
  DELETE FROM standing WHERE track_id = OLD.track_id AND field_id = OLD.field_id;
  INSERT OR IGNORE INTO standing SELECT * FROM counted_labels
    WHERE track_id = OLD.track_id AND field_id = OLD.field_id ORDER BY label_id;
END;

CREATE TRIGGER field_values_changed AFTER UPDATE OF text, key ON field_values
BEGIN
  UPDATE standing SET key = NEW.key
    WHERE field_id = OLD.field_id AND number = 0.0 AND key = OLD.key AND value_id = OLD.id;
END;

CREATE VIRTUAL TABLE search USING fts5 (
  title, artist, album, caption, path,
  tokenize = "unicode61 remove_diacritics 2",
  prefix = '2 3'
);

CREATE VIEW search_texts AS
SELECT
  tracks.id AS track_id,
  (SELECT group_concat(field_values.text, ' ') FROM standing JOIN fields ON fields.id = standing.field_id
    JOIN field_values ON field_values.id = standing.value_id
    WHERE standing.track_id = tracks.id AND standing.excerpt_id = 0 AND fields.name = 'title') AS title,
  (SELECT group_concat(field_values.text, ' ') FROM standing JOIN fields ON fields.id = standing.field_id
    JOIN field_values ON field_values.id = standing.value_id
    WHERE standing.track_id = tracks.id AND standing.excerpt_id = 0 AND fields.name = 'artist') AS artist,
  (SELECT group_concat(field_values.text, ' ') FROM standing JOIN fields ON fields.id = standing.field_id
    JOIN field_values ON field_values.id = standing.value_id
    WHERE standing.track_id = tracks.id AND standing.excerpt_id = 0 AND fields.name = 'album') AS album,
  (SELECT group_concat(captions.text, ' ') FROM captions WHERE captions.track_id = tracks.id) AS caption,
  tracks.shown_path AS path
FROM tracks;

CREATE TRIGGER standing_added AFTER INSERT ON standing
WHEN NOT EXISTS (SELECT 1 FROM held_back)
  AND NEW.field_id IN (SELECT id FROM fields WHERE name IN ('title', 'artist', 'album'))
BEGIN
  UPDATE search SET (title, artist, album) =
    (SELECT title, artist, album FROM search_texts WHERE track_id = NEW.track_id)
    WHERE rowid = NEW.track_id;
END;

CREATE TRIGGER standing_changed AFTER UPDATE ON standing
WHEN NOT EXISTS (SELECT 1 FROM held_back)
  AND NEW.field_id IN (SELECT id FROM fields WHERE name IN ('title', 'artist', 'album'))
BEGIN
  UPDATE search SET (title, artist, album) =
    (SELECT title, artist, album FROM search_texts WHERE track_id = NEW.track_id)
    WHERE rowid = NEW.track_id;
END;

CREATE TRIGGER standing_removed AFTER DELETE ON standing
WHEN NOT EXISTS (SELECT 1 FROM held_back)
  AND OLD.field_id IN (SELECT id FROM fields WHERE name IN ('title', 'artist', 'album'))
BEGIN
  UPDATE search SET (title, artist, album) =
    (SELECT title, artist, album FROM search_texts WHERE track_id = OLD.track_id)
    WHERE rowid = OLD.track_id;
END;

CREATE TRIGGER tracks_added AFTER INSERT ON tracks
WHEN NOT EXISTS (SELECT 1 FROM held_back)
BEGIN
  INSERT INTO search (rowid, path) VALUES (NEW.id, NEW.shown_path);
END;

CREATE TRIGGER tracks_moved AFTER UPDATE OF shown_path ON tracks
WHEN OLD.shown_path <> NEW.shown_path
BEGIN
  UPDATE search SET path = NEW.shown_path WHERE rowid = NEW.id;
END;

CREATE TRIGGER tracks_removed AFTER DELETE ON tracks
BEGIN
  DELETE FROM search WHERE rowid = OLD.id;
  DELETE FROM standing WHERE track_id = OLD.id;
  DELETE FROM label_sources WHERE track_id = OLD.id;
END;

CREATE TRIGGER captions_added AFTER INSERT ON captions
BEGIN
  UPDATE search SET caption = (SELECT caption FROM search_texts WHERE track_id = NEW.track_id)
    WHERE rowid = NEW.track_id;
END;

CREATE TRIGGER captions_changed AFTER UPDATE OF text, track_id ON captions
BEGIN
  UPDATE search SET caption = (SELECT caption FROM search_texts WHERE track_id = OLD.track_id)
    WHERE rowid = OLD.track_id;
  UPDATE search SET caption = (SELECT caption FROM search_texts WHERE track_id = NEW.track_id)
    WHERE rowid = NEW.track_id;
END;

CREATE TRIGGER captions_removed AFTER DELETE ON captions
BEGIN
  UPDATE search SET caption = (SELECT caption FROM search_texts WHERE track_id = OLD.track_id)
    WHERE rowid = OLD.track_id;
END;
