/** Own exercises that people make by themselves, and their animations, in pieces apart from the rows that lists read. */
export const exerciseGifs = `
ALTER TABLE exercises ADD COLUMN client_id TEXT;
ALTER TABLE exercises ADD COLUMN gif_id TEXT;
CREATE UNIQUE INDEX exercises_by_client_id ON exercises (owner, client_id) WHERE client_id IS NOT NULL;

CREATE TABLE gifs (
  id TEXT PRIMARY KEY,
  length INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE gif_pieces (
  gif_id TEXT NOT NULL REFERENCES gifs (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (gif_id, n)
) STRICT;
`;
