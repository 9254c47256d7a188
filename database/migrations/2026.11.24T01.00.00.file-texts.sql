-- What was read of the files that hang on documents: one row a file, of its last content. The text is kept
-- masked, and of what was found in it only where it stands, how it looks masked and a keyed fingerprint.
create table file_texts (
  file_id      integer primary key,
  -- the content as Strapi knows it (name on disk, size, time of the last replacement) and the version of the scanner
  stamp        text not null,
  sha256       text,
  status       text not null check (status in
    ('read', 'partial', 'no-text', 'unsupported', 'encrypted', 'broken', 'too-large', 'timeout', 'missing')),
  text         text not null,
  pieces       integer not null,
  finds        jsonb not null,
  extracted_at timestamptz not null
);
