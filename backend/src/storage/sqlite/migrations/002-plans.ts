/** Workout and diet plans, the generations that write them, and how many began on which day. */
export const plans = `
CREATE TABLE plans (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  request_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  share_token TEXT UNIQUE,
  created_at TEXT NOT NULL,
  -- What lists show, so that they need not read the plans themselves.
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  writer TEXT NOT NULL,
  status TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX plans_by_date ON plans (user_id, kind, created_at DESC, id DESC);
CREATE UNIQUE INDEX plans_by_request ON plans (user_id, kind, request_id);

-- The last one of each kind.
CREATE TABLE generations (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  request_id TEXT NOT NULL,
  state TEXT NOT NULL,
  -- NULL once its server is done with it.
  claim TEXT,
  until TEXT NOT NULL,
  PRIMARY KEY (user_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX generations_that_run ON generations (state) WHERE state = 'running';

CREATE TABLE generations_of_days (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  local_date TEXT NOT NULL,
  begun INTEGER NOT NULL,
  PRIMARY KEY (user_id, local_date)
) STRICT, WITHOUT ROWID;
`;
