CREATE TABLE epochs (
  run_id INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  step INTEGER NOT NULL,
  seconds DOUBLE NOT NULL,
  confusion JSON,
  CONSTRAINT pk_epochs PRIMARY KEY (run_id, epoch),
  CONSTRAINT fk_epochs_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE
);

ALTER TABLE maps RENAME TO old_maps;

DROP INDEX ix_maps_embedding_set_id;

CREATE TABLE maps (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
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
  CONSTRAINT fk_maps_embedding_set_id_embedding_sets FOREIGN KEY(embedding_set_id) REFERENCES embedding_sets (id) ON DELETE CASCADE
);

INSERT INTO maps (
  id, embedding_set_id, method, seed, settings, filename, sha256, total, shown, trust, created_at
)
SELECT id, embedding_set_id, method, seed, settings, filename, sha256, total, shown, trust, created_at
FROM old_maps;

DROP TABLE old_maps;

CREATE INDEX ix_maps_embedding_set_id ON maps (embedding_set_id);

ALTER TABLE verifications RENAME TO old_verifications;

CREATE TABLE verifications (
  job_id INTEGER NOT NULL,
  subject VARCHAR NOT NULL,
  subject_id INTEGER NOT NULL,
  outcome VARCHAR NOT NULL,
  found_sha256 VARCHAR(64),
  reason VARCHAR NOT NULL,
  CONSTRAINT pk_verifications PRIMARY KEY (job_id, subject, subject_id),
  CONSTRAINT ck_verifications_subject CHECK (subject IN ('track', 'shard', 'checkpoint')),
  CONSTRAINT ck_verifications_outcome CHECK (outcome IN ('unchanged', 'changed', 'missing', 'unreadable', 'first hash')),
  CONSTRAINT fk_verifications_job_id_jobs FOREIGN KEY(job_id) REFERENCES jobs (id) ON DELETE CASCADE
);

INSERT INTO verifications (job_id, subject, subject_id, outcome, found_sha256, reason)
SELECT job_id, subject, subject_id, outcome, found_sha256, reason FROM old_verifications;

DROP TABLE old_verifications;

ALTER TABLE checkpoints RENAME TO old_checkpoints;

DROP INDEX ix_checkpoints_run_id;

CREATE TABLE checkpoints (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL,
  reason VARCHAR NOT NULL,
  epoch INTEGER NOT NULL,
  step INTEGER NOT NULL,
  filename VARCHAR NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT ck_checkpoints_reason CHECK (reason IN ('latest', 'best', 'kept')),
  CONSTRAINT fk_checkpoints_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE,
  CONSTRAINT uq_checkpoints_filename UNIQUE (filename)
);

INSERT INTO checkpoints (id, run_id, reason, epoch, step, filename, size_bytes, sha256, created_at)
SELECT id, run_id, reason, epoch, step, filename, size_bytes, sha256, created_at FROM old_checkpoints;

DROP TABLE old_checkpoints;

CREATE INDEX ix_checkpoints_run_id ON checkpoints (run_id);
