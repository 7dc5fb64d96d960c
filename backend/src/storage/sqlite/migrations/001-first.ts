/** Accounts, tokens, weights, exercises, workouts, and the rows kept with each change of them. */
export const first = `
CREATE TABLE users (
  id TEXT PRIMARY KEY,
  username TEXT NOT NULL,
  username_folded TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  email_folded TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  document TEXT NOT NULL,
  trainer_id TEXT REFERENCES users (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX users_by_trainer ON users (trainer_id) WHERE trainer_id IS NOT NULL;

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_by_user ON tokens (user_id);
CREATE INDEX tokens_by_end ON tokens (expires_at);

CREATE TABLE weights (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  local_date TEXT NOT NULL,
  weight REAL NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (user_id, local_date)
) STRICT;

CREATE TABLE exercises (
  id TEXT PRIMARY KEY,
  slug TEXT UNIQUE,
  owner TEXT REFERENCES users (id) ON DELETE CASCADE,
  name_folded TEXT NOT NULL,
  muscle_group TEXT NOT NULL,
  position INTEGER NOT NULL,
  import_id TEXT,
  document TEXT NOT NULL,
  UNIQUE (owner, name_folded)
) STRICT;
CREATE INDEX exercises_built_in ON exercises (position) WHERE owner IS NULL;
CREATE INDEX exercises_by_import ON exercises (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  -- 0 while it is being stored or taken back: after a crash in between it is taken back whole.
  whole INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX imports_not_whole ON imports (whole) WHERE whole = 0;

CREATE TABLE workouts (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  client_id TEXT,
  import_id TEXT REFERENCES imports (id),
  import_key TEXT,
  name TEXT NOT NULL,
  date TEXT NOT NULL,
  local_date TEXT NOT NULL,
  document TEXT NOT NULL,
  total_duration REAL NOT NULL,
  total_calories REAL NOT NULL,
  calories_estimated INTEGER NOT NULL,
  intensity TEXT NOT NULL,
  mood TEXT,
  notes TEXT,
  source TEXT NOT NULL,
  sets INTEGER NOT NULL,
  volume REAL NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX workouts_by_date ON workouts (user_id, date DESC, id DESC);
CREATE UNIQUE INDEX workouts_by_client_id ON workouts (user_id, client_id) WHERE client_id IS NOT NULL;
CREATE UNIQUE INDEX workouts_by_import_key ON workouts (user_id, import_key) WHERE import_key IS NOT NULL;
CREATE INDEX workouts_by_import ON workouts (import_id) WHERE import_id IS NOT NULL;

-- Minutes, calories and volume are whole hundredths here, so that what is added can be taken away again exactly.
CREATE TABLE days (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  local_date TEXT NOT NULL,
  workouts INTEGER NOT NULL,
  calories INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  PRIMARY KEY (user_id, local_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE weeks (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  week TEXT NOT NULL,
  workouts INTEGER NOT NULL,
  PRIMARY KEY (user_id, week)
) STRICT, WITHOUT ROWID;

-- Days with a workout, and weeks that met the plan, as unbroken runs.
CREATE TABLE runs (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  length INTEGER NOT NULL,
  PRIMARY KEY (user_id, kind, first)
) STRICT, WITHOUT ROWID;
CREATE INDEX runs_by_length ON runs (user_id, kind, length DESC);

CREATE TABLE summaries (
  user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  workouts INTEGER NOT NULL,
  sets INTEGER NOT NULL,
  volume INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  calories INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bests (
  workout_id TEXT NOT NULL REFERENCES workouts (id) ON DELETE CASCADE,
  exercise_key TEXT NOT NULL,
  user_id TEXT NOT NULL,
  name TEXT NOT NULL,
  slug TEXT,
  local_date TEXT NOT NULL,
  weight REAL,
  weight_reps INTEGER,
  reps INTEGER,
  PRIMARY KEY (workout_id, exercise_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX bests_by_weight ON bests (user_id, exercise_key, weight DESC, weight_reps DESC, local_date, workout_id) WHERE weight IS NOT NULL;
CREATE INDEX bests_by_reps ON bests (user_id, exercise_key, reps DESC, local_date, workout_id) WHERE reps IS NOT NULL;

CREATE TABLE records (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  exercise_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  slug TEXT,
  value REAL NOT NULL,
  reps INTEGER,
  workout_id TEXT NOT NULL,
  local_date TEXT NOT NULL,
  PRIMARY KEY (user_id, exercise_key, kind)
) STRICT, WITHOUT ROWID;
`;
