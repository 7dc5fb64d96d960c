/** The running workout on the server, and all that is between a trainer and their clients. */
export const coaching = `
CREATE TABLE running (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  session_id TEXT NOT NULL,
  runs INTEGER NOT NULL,
  -- Finished, and the workout is not stored as it stands.
  unmade INTEGER NOT NULL,
  ended_at TEXT,
  created_at TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (user_id, session_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX running_now ON running (user_id) WHERE runs = 1;
CREATE INDEX running_unmade ON running (unmade) WHERE unmade = 1;
CREATE INDEX running_ended ON running (coalesce(ended_at, created_at)) WHERE runs = 0 AND unmade = 0;
`;
