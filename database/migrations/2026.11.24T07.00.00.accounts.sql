-- Accounts: what Strapi's own users lack. No secret stands here in clear.

-- One row an account of the panel or of the API that has been dealt with.
create table account_states (
  door            text not null check (door in ('panel', 'api')),
  user_id         integer not null,
  -- the password is an initial one, or too old: nothing but its change is answered
  must_change     boolean not null default false,
  password_set_at timestamptz,
  last_sign_in_at timestamptz,
  primary key (door, user_id)
);

-- Hashes of the passwords that may not be used again.
create table password_history (
  door    text not null check (door in ('panel', 'api')),
  user_id integer not null,
  hash    text not null,
  set_at  timestamptz not null
);
create index password_history_of_account on password_history (door, user_id, set_at);

-- Failed sign-ins since the last success. An account is its door and number; a name that is nobody's is
-- kept as a keyed fingerprint, so that it is locked like any other and tells nothing.
create table sign_in_failures (
  account        text primary key,
  failures       integer not null,
  last_failed_at timestamptz not null,
  locked_until   timestamptz
);
create index sign_in_failures_by_age on sign_in_failures (last_failed_at);

-- One-time codes by time (RFC 6238). The secret is sealed with a key that is kept in no database.
create table second_factors (
  user_id      integer primary key,
  secret       text not null,
  -- null: begun, not confirmed by a first code
  confirmed_at timestamptz,
  -- the last time step whose code was used: no code is taken twice
  last_step    bigint not null default 0
);

-- Keyed fingerprints of the codes for a lost telephone; each is used once.
create table recovery_codes (
  user_id     integer not null references second_factors (user_id) on delete cascade,
  fingerprint text not null,
  used_at     timestamptz,
  primary key (user_id, fingerprint)
);

-- One sign-in of the panel, through all the renewals of Strapi's own session rows.
create table panel_sessions (
  id            text primary key,
  user_id       integer not null,
  address       text,
  device        text,
  second_factor boolean not null,
  started_at    timestamptz not null,
  last_used_at  timestamptz not null
);
create index panel_sessions_of_user on panel_sessions (user_id);
