CREATE TABLE told (
  run_id INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  packed BLOB NOT NULL,
  CONSTRAINT pk_told PRIMARY KEY (run_id, epoch),
  CONSTRAINT fk_told_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE
);
