/** The running workout on the server, all that is between a trainer and their clients, and the mails that tell of it. */
export const coaching = `
CREATE TABLE mails (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  -- null once it is sent or given up, as is due_at.
  letter TEXT,
  attempts INTEGER NOT NULL,
  due_at TEXT,
  failure TEXT,
  settled_at TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX mails_due ON mails (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX mails_settled ON mails (settled_at) WHERE settled_at IS NOT NULL;

CREATE TABLE resets (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX resets_by_user ON resets (user_id);
CREATE INDEX resets_by_end ON resets (expires_at);

CREATE TABLE running (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  session_id TEXT NOT NULL,
  runs INTEGER NOT NULL,
  -- Finished, and the workout is not stored as it stands.
  unmade INTEGER NOT NULL,
  ended_at TEXT,
  created_at TEXT NOT NULL,
  -- What of it is seen at a glance, while it runs.
  glance TEXT,
  document TEXT NOT NULL,
  PRIMARY KEY (user_id, session_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX running_now ON running (user_id) WHERE runs = 1;
CREATE INDEX running_unmade ON running (unmade) WHERE unmade = 1;
CREATE INDEX running_ended ON running (coalesce(ended_at, created_at)) WHERE runs = 0 AND unmade = 0;

CREATE TABLE invites (
  id TEXT PRIMARY KEY,
  trainer_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  email TEXT NOT NULL,
  email_folded TEXT NOT NULL,
  code TEXT NOT NULL,
  code_hash TEXT NOT NULL UNIQUE,
  client_id TEXT,
  expires_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (trainer_id, email_folded)
) STRICT;
CREATE INDEX invites_by_email ON invites (email_folded);
CREATE UNIQUE INDEX invites_by_client_id ON invites (trainer_id, client_id) WHERE client_id IS NOT NULL;

-- users.trainer_id is kept in the same transaction.
CREATE TABLE links (
  member_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  trainer_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  since TEXT NOT NULL,
  live INTEGER NOT NULL,
  history INTEGER NOT NULL,
  health INTEGER NOT NULL,
  until TEXT,
  note TEXT,
  note_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_trainer ON links (trainer_id, since, member_id);
CREATE INDEX links_by_end ON links (until) WHERE until IS NOT NULL;

CREATE TABLE assigned_plans (
  id TEXT PRIMARY KEY,
  trainer_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  client_id TEXT,
  document TEXT NOT NULL,
  -- The days that it plans, those of what it was before among them.
  planned TEXT NOT NULL,
  last_day TEXT NOT NULL,
  -- A plan that was taken back is kept for what it had planned.
  removed INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX assigned_plans_by_member ON assigned_plans (member_id, id DESC);
CREATE UNIQUE INDEX assigned_plans_by_client_id ON assigned_plans (trainer_id, client_id) WHERE client_id IS NOT NULL;

CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  -- Both people, the lower id first: one thread whoever writes.
  thread TEXT NOT NULL,
  from_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  client_id TEXT,
  text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  read_at TEXT,
  -- A mail told of it, or it needs none.
  told INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_by_thread ON messages (thread, created_at DESC, id DESC);
CREATE INDEX messages_unread ON messages (to_id, from_id, created_at) WHERE read_at IS NULL;
CREATE INDEX messages_untold ON messages (created_at) WHERE told = 0;
CREATE UNIQUE INDEX messages_by_client_id ON messages (from_id, client_id) WHERE client_id IS NOT NULL;

CREATE TABLE threads (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  last_id TEXT NOT NULL,
  PRIMARY KEY (user_id, other_id)
) STRICT, WITHOUT ROWID;
`;
