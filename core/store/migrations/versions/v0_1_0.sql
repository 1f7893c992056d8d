CREATE TABLE collection (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  uuid VARCHAR NOT NULL,
  created_at DATETIME NOT NULL,
  saved_by VARCHAR NOT NULL,
  CONSTRAINT pk_collection PRIMARY KEY (id),
  CONSTRAINT ck_collection_single CHECK (id = 1)
);

CREATE TABLE embedding_sets (
  id INTEGER NOT NULL,
  identity VARCHAR(64) NOT NULL,
  encoder VARCHAR NOT NULL,
  card JSON NOT NULL,
  layers INTEGER NOT NULL,
  dimension INTEGER NOT NULL,
  pooling VARCHAR NOT NULL,
  rate_hz INTEGER NOT NULL,
  window_s DOUBLE NOT NULL,
  hop_s DOUBLE NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT pk_embedding_sets PRIMARY KEY (id),
  CONSTRAINT uq_embedding_sets_identity UNIQUE (identity)
);

CREATE INDEX ix_embedding_sets_encoder ON embedding_sets (encoder);

CREATE TABLE fields (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  many BOOLEAN NOT NULL,
  unit VARCHAR NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT ck_fields_kind CHECK (kind IN ('category', 'number', 'text')),
  CONSTRAINT uq_fields_name UNIQUE (name)
);

CREATE TABLE folders (
  id INTEGER NOT NULL,
  path BLOB NOT NULL,
  added_at DATETIME NOT NULL,
  seen_at DATETIME,
  CONSTRAINT pk_folders PRIMARY KEY (id),
  CONSTRAINT uq_folders_path UNIQUE (path)
);

CREATE TABLE jobs (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  kind VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  request VARCHAR NOT NULL,
  device VARCHAR NOT NULL,
  priority INTEGER NOT NULL,
  state VARCHAR NOT NULL,
  asked VARCHAR,
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  unit VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  seconds_left DOUBLE,
  sentence VARCHAR NOT NULL,
  result VARCHAR,
  attempts INTEGER NOT NULL,
  host VARCHAR,
  runner_pid INTEGER,
  runner_born DOUBLE,
  worker_pid INTEGER,
  worker_born DOUBLE,
  beat_at DATETIME,
  created_at DATETIME NOT NULL,
  started_at DATETIME,
  ended_at DATETIME,
  CONSTRAINT ck_jobs_state CHECK (state IN ('waiting', 'running', 'paused', 'interrupted', 'done', 'stopped', 'cancelled', 'failed'))
);

CREATE INDEX ix_jobs_state_device_priority_id ON jobs (state, device, priority, id);

CREATE TABLE playlists (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  notes VARCHAR NOT NULL,
  created_at DATETIME NOT NULL,
  changed_at DATETIME NOT NULL,
  CONSTRAINT pk_playlists PRIMARY KEY (id),
  CONSTRAINT uq_playlists_name UNIQUE (name)
);

CREATE TABLE recipes (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  task VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT pk_recipes PRIMARY KEY (id),
  CONSTRAINT uq_recipes_sha256 UNIQUE (sha256)
);

CREATE TABLE splits (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  method VARCHAR NOT NULL,
  seed INTEGER,
  settings JSON NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT pk_splits PRIMARY KEY (id),
  CONSTRAINT uq_splits_name UNIQUE (name)
);

CREATE TABLE studies (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  question VARCHAR NOT NULL,
  settings JSON NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT pk_studies PRIMARY KEY (id)
);

CREATE TABLE field_values (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  field_id INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  key VARCHAR NOT NULL,
  CONSTRAINT uq_field_values_field_id_text UNIQUE (field_id, text),
  CONSTRAINT fk_field_values_field_id_fields FOREIGN KEY(field_id) REFERENCES fields (id) ON DELETE CASCADE
);

CREATE TABLE maps (
  id INTEGER NOT NULL,
  embedding_set_id INTEGER NOT NULL,
  method VARCHAR NOT NULL,
  seed INTEGER NOT NULL,
  settings JSON NOT NULL,
  filename VARCHAR NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  total INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  trust JSON NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT pk_maps PRIMARY KEY (id),
  CONSTRAINT fk_maps_embedding_set_id_embedding_sets FOREIGN KEY(embedding_set_id) REFERENCES embedding_sets (id) ON DELETE CASCADE
);

CREATE INDEX ix_maps_embedding_set_id ON maps (embedding_set_id);

CREATE TABLE runs (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  recipe_id INTEGER NOT NULL,
  study_id INTEGER,
  split_id INTEGER,
  job_id INTEGER,
  state VARCHAR NOT NULL,
  seed INTEGER NOT NULL,
  device VARCHAR NOT NULL,
  environment JSON NOT NULL,
  notes VARCHAR NOT NULL,
  tags JSON NOT NULL,
  archived BOOLEAN NOT NULL,
  created_at DATETIME NOT NULL,
  started_at DATETIME,
  ended_at DATETIME,
  CONSTRAINT fk_runs_recipe_id_recipes FOREIGN KEY(recipe_id) REFERENCES recipes (id) ON DELETE CASCADE,
  CONSTRAINT fk_runs_study_id_studies FOREIGN KEY(study_id) REFERENCES studies (id) ON DELETE SET NULL,
  CONSTRAINT fk_runs_split_id_splits FOREIGN KEY(split_id) REFERENCES splits (id) ON DELETE SET NULL,
  CONSTRAINT fk_runs_job_id_jobs FOREIGN KEY(job_id) REFERENCES jobs (id) ON DELETE SET NULL
);

CREATE INDEX ix_runs_job_id ON runs (job_id);

CREATE INDEX ix_runs_recipe_id ON runs (recipe_id);

CREATE INDEX ix_runs_split_id ON runs (split_id);

CREATE INDEX ix_runs_state ON runs (state);

CREATE INDEX ix_runs_study_id ON runs (study_id);

CREATE TABLE shards (
  id INTEGER NOT NULL,
  embedding_set_id INTEGER NOT NULL,
  part VARCHAR NOT NULL,
  filename VARCHAR NOT NULL,
  rows INTEGER NOT NULL,
  dtype VARCHAR NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT pk_shards PRIMARY KEY (id),
  CONSTRAINT uq_shards_embedding_set_id_filename UNIQUE (embedding_set_id, filename),
  CONSTRAINT ck_shards_part CHECK (part IN ('track', 'excerpt')),
  CONSTRAINT fk_shards_embedding_set_id_embedding_sets FOREIGN KEY(embedding_set_id) REFERENCES embedding_sets (id) ON DELETE CASCADE
);

CREATE TABLE tracks (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  folder_id INTEGER NOT NULL,
  path BLOB NOT NULL,
  shown_path VARCHAR NOT NULL,
  size_bytes INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  sha256 VARCHAR(64),
  state VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  here_state VARCHAR,
  duplicate_of_id INTEGER,
  fingerprint BLOB,
  container VARCHAR,
  codec VARCHAR,
  duration_s DOUBLE,
  rate_hz INTEGER,
  channels INTEGER,
  bits INTEGER,
  peak_db DOUBLE,
  loudness_db DOUBLE,
  added_at DATETIME NOT NULL,
  listened_at DATETIME,
  CONSTRAINT uq_tracks_folder_id_path UNIQUE (folder_id, path),
  CONSTRAINT fk_tracks_folder_id_folders FOREIGN KEY(folder_id) REFERENCES folders (id) ON DELETE CASCADE,
  CONSTRAINT fk_tracks_duplicate_of_id_tracks FOREIGN KEY(duplicate_of_id) REFERENCES tracks (id) ON DELETE SET NULL
);

CREATE INDEX ix_tracks_added_at ON tracks (added_at);

CREATE INDEX ix_tracks_bits ON tracks (bits);

CREATE INDEX ix_tracks_channels ON tracks (channels);

CREATE INDEX ix_tracks_codec ON tracks (codec);

CREATE INDEX ix_tracks_container ON tracks (container);

CREATE INDEX ix_tracks_duration_s ON tracks (duration_s);

CREATE INDEX ix_tracks_duplicate_of_id ON tracks (duplicate_of_id);

CREATE INDEX ix_tracks_loudness_db ON tracks (loudness_db);

CREATE INDEX ix_tracks_rate_hz ON tracks (rate_hz);

CREATE INDEX ix_tracks_sha256 ON tracks (sha256);

CREATE INDEX ix_tracks_shown_path ON tracks (shown_path);

CREATE INDEX ix_tracks_size_bytes ON tracks (size_bytes);

CREATE INDEX ix_tracks_state ON tracks (state);

CREATE TABLE verifications (
  job_id INTEGER NOT NULL,
  subject VARCHAR NOT NULL,
  subject_id INTEGER NOT NULL,
  outcome VARCHAR NOT NULL,
  found_sha256 VARCHAR(64),
  reason VARCHAR NOT NULL,
  CONSTRAINT pk_verifications PRIMARY KEY (job_id, subject, subject_id),
  CONSTRAINT ck_verifications_subject CHECK (subject IN ('track', 'shard')),
  CONSTRAINT ck_verifications_outcome CHECK (outcome IN ('unchanged', 'changed', 'missing', 'unreadable', 'first hash')),
  CONSTRAINT fk_verifications_job_id_jobs FOREIGN KEY(job_id) REFERENCES jobs (id) ON DELETE CASCADE
);

CREATE TABLE checkpoints (
  id INTEGER NOT NULL,
  run_id INTEGER NOT NULL,
  reason VARCHAR NOT NULL,
  epoch INTEGER NOT NULL,
  step INTEGER NOT NULL,
  filename VARCHAR NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT pk_checkpoints PRIMARY KEY (id),
  CONSTRAINT ck_checkpoints_reason CHECK (reason IN ('latest', 'best', 'kept')),
  CONSTRAINT fk_checkpoints_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE,
  CONSTRAINT uq_checkpoints_filename UNIQUE (filename)
);

CREATE INDEX ix_checkpoints_run_id ON checkpoints (run_id);

CREATE TABLE excerpts (
  id INTEGER NOT NULL,
  track_id INTEGER NOT NULL,
  start_s DOUBLE NOT NULL,
  end_s DOUBLE NOT NULL,
  CONSTRAINT pk_excerpts PRIMARY KEY (id),
  CONSTRAINT uq_excerpts_track_id_start_s_end_s UNIQUE (track_id, start_s, end_s),
  CONSTRAINT ck_excerpts_forward CHECK (0 <= start_s AND start_s < end_s),
  CONSTRAINT fk_excerpts_track_id_tracks FOREIGN KEY(track_id) REFERENCES tracks (id) ON DELETE CASCADE
);

CREATE TABLE metrics (
  run_id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  part VARCHAR NOT NULL,
  step INTEGER NOT NULL,
  epoch DOUBLE NOT NULL,
  value DOUBLE NOT NULL,
  CONSTRAINT pk_metrics PRIMARY KEY (run_id, name, part, step),
  CONSTRAINT fk_metrics_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE TABLE predictions (
  run_id INTEGER NOT NULL,
  track_id INTEGER NOT NULL,
  part VARCHAR NOT NULL,
  truth VARCHAR,
  said VARCHAR,
  number DOUBLE,
  probability DOUBLE,
  probabilities JSON NOT NULL,
  CONSTRAINT pk_predictions PRIMARY KEY (run_id, track_id),
  CONSTRAINT fk_predictions_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE,
  CONSTRAINT fk_predictions_track_id_tracks FOREIGN KEY(track_id) REFERENCES tracks (id) ON DELETE CASCADE
);

CREATE INDEX ix_predictions_track_id ON predictions (track_id);

CREATE TABLE scores (
  id INTEGER NOT NULL,
  run_id INTEGER NOT NULL,
  part VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  about VARCHAR NOT NULL,
  control VARCHAR NOT NULL,
  value DOUBLE NOT NULL,
  low DOUBLE,
  high DOUBLE,
  n INTEGER NOT NULL,
  method VARCHAR NOT NULL,
  CONSTRAINT pk_scores PRIMARY KEY (id),
  CONSTRAINT fk_scores_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE INDEX ix_scores_run_id_part_name ON scores (run_id, part, name);

CREATE TABLE shard_tracks (
  shard_id INTEGER NOT NULL,
  track_id INTEGER NOT NULL,
  first_row INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  CONSTRAINT pk_shard_tracks PRIMARY KEY (shard_id, track_id),
  CONSTRAINT fk_shard_tracks_shard_id_shards FOREIGN KEY(shard_id) REFERENCES shards (id) ON DELETE CASCADE,
  CONSTRAINT fk_shard_tracks_track_id_tracks FOREIGN KEY(track_id) REFERENCES tracks (id) ON DELETE CASCADE
);

CREATE INDEX ix_shard_tracks_track_id ON shard_tracks (track_id);

CREATE TABLE split_items (
  split_id INTEGER NOT NULL,
  track_id INTEGER NOT NULL,
  part VARCHAR NOT NULL,
  CONSTRAINT pk_split_items PRIMARY KEY (split_id, track_id),
  CONSTRAINT ck_split_items_part CHECK (part IN ('train', 'valid', 'test')),
  CONSTRAINT fk_split_items_split_id_splits FOREIGN KEY(split_id) REFERENCES splits (id) ON DELETE CASCADE,
  CONSTRAINT fk_split_items_track_id_tracks FOREIGN KEY(track_id) REFERENCES tracks (id) ON DELETE CASCADE
);

CREATE INDEX ix_split_items_track_id ON split_items (track_id);

CREATE TABLE captions (
  id INTEGER NOT NULL,
  track_id INTEGER NOT NULL,
  excerpt_id INTEGER,
  text VARCHAR NOT NULL,
  origin VARCHAR,
  source VARCHAR NOT NULL,
  run_id INTEGER,
  accepted BOOLEAN NOT NULL,
  settings JSON NOT NULL,
  created_at DATETIME NOT NULL,
  edited_at DATETIME,
  CONSTRAINT pk_captions PRIMARY KEY (id),
  CONSTRAINT ck_captions_source CHECK (source IN ('import', 'person', 'run')),
  CONSTRAINT fk_captions_track_id_tracks FOREIGN KEY(track_id) REFERENCES tracks (id) ON DELETE CASCADE,
  CONSTRAINT fk_captions_excerpt_id_excerpts FOREIGN KEY(excerpt_id) REFERENCES excerpts (id) ON DELETE CASCADE,
  CONSTRAINT fk_captions_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE INDEX ix_captions_excerpt_id ON captions (excerpt_id);

CREATE INDEX ix_captions_run_id ON captions (run_id);

CREATE INDEX ix_captions_track_id ON captions (track_id);

CREATE TABLE labels (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  field_id INTEGER NOT NULL,
  track_id INTEGER NOT NULL,
  excerpt_id INTEGER,
  value_id INTEGER,
  number DOUBLE,
  source VARCHAR NOT NULL,
  run_id INTEGER,
  confidence DOUBLE,
  created_at DATETIME NOT NULL,
  CONSTRAINT ck_labels_one_value CHECK (value_id IS NULL OR number IS NULL),
  CONSTRAINT ck_labels_none CHECK (value_id IS NOT NULL OR number IS NOT NULL OR source = 'person'),
  CONSTRAINT ck_labels_source CHECK (source IN ('tag', 'folder', 'import', 'person', 'run')),
  CONSTRAINT fk_labels_field_id_fields FOREIGN KEY(field_id) REFERENCES fields (id) ON DELETE CASCADE,
  CONSTRAINT fk_labels_track_id_tracks FOREIGN KEY(track_id) REFERENCES tracks (id) ON DELETE CASCADE,
  CONSTRAINT fk_labels_excerpt_id_excerpts FOREIGN KEY(excerpt_id) REFERENCES excerpts (id) ON DELETE CASCADE,
  CONSTRAINT fk_labels_value_id_field_values FOREIGN KEY(value_id) REFERENCES field_values (id) ON DELETE CASCADE,
  CONSTRAINT fk_labels_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE INDEX ix_labels_excerpt_id ON labels (excerpt_id) WHERE excerpt_id IS NOT NULL;

CREATE INDEX ix_labels_run_id ON labels (run_id) WHERE run_id IS NOT NULL;

CREATE INDEX ix_labels_track_id_field_id ON labels (track_id, field_id);

CREATE INDEX ix_labels_value_id ON labels (value_id);

CREATE TABLE playlist_items (
  playlist_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  track_id INTEGER NOT NULL,
  excerpt_id INTEGER,
  CONSTRAINT pk_playlist_items PRIMARY KEY (playlist_id, position),
  CONSTRAINT fk_playlist_items_playlist_id_playlists FOREIGN KEY(playlist_id) REFERENCES playlists (id) ON DELETE CASCADE,
  CONSTRAINT fk_playlist_items_track_id_tracks FOREIGN KEY(track_id) REFERENCES tracks (id) ON DELETE CASCADE,
  CONSTRAINT fk_playlist_items_excerpt_id_excerpts FOREIGN KEY(excerpt_id) REFERENCES excerpts (id) ON DELETE CASCADE
);

CREATE INDEX ix_playlist_items_excerpt_id ON playlist_items (excerpt_id);

CREATE INDEX ix_playlist_items_track_id ON playlist_items (track_id);

CREATE TABLE edits (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  title VARCHAR NOT NULL,
  changes BLOB NOT NULL,
  undone BOOLEAN NOT NULL,
  made_at DATETIME NOT NULL
);

CREATE TABLE standing (
  field_id INTEGER NOT NULL,
  number DOUBLE NOT NULL,
  key VARCHAR NOT NULL,
  value_id INTEGER NOT NULL,
  track_id INTEGER NOT NULL,
  excerpt_id INTEGER NOT NULL,
  label_id INTEGER NOT NULL,
  CONSTRAINT pk_standing PRIMARY KEY (field_id, number, key, value_id, track_id, excerpt_id)
) WITHOUT ROWID;

CREATE INDEX ix_standing_track_id_field_id ON standing (track_id, field_id);

CREATE TABLE label_sources (
  source VARCHAR NOT NULL,
  track_id INTEGER NOT NULL,
  CONSTRAINT pk_label_sources PRIMARY KEY (source, track_id)
) WITHOUT ROWID;

CREATE TABLE held_back (
  id INTEGER NOT NULL,
  CONSTRAINT pk_held_back PRIMARY KEY (id)
);
