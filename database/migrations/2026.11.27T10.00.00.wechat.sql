-- What the office has set for the 公众号 (welcome text, menu, defaults): one row.
create table wechat_settings (
  id         integer primary key check (id = 1),
  settings   jsonb not null,
  updated_at timestamptz not null default now()
);

-- What WeChat has sent to the callback, by its number: a message that is sent again gets the same answer.
create table wechat_messages (
  key         text primary key,
  -- who wrote, as a keyed hash: the openid itself is never kept
  sender      text not null,
  -- the word that was looked for, for 更多
  keyword     text,
  -- null: being answered
  answer      jsonb,
  received_at timestamptz not null default now()
);
create index wechat_messages_keywords on wechat_messages (sender, received_at desc) where keyword is not null;
create index wechat_messages_by_age on wechat_messages (received_at);

-- What a department has decided for a document; without a row the office's defaults hold.
create table wechat_choices (
  document_id text primary key,
  chosen      boolean not null,
  -- a picture of the document; null: its first one
  cover       text,
  digest      text,
  updated_at  timestamptz not null default now()
);

-- The draft of a publication in the 公众号, and what is still to be done with it: one row a document.
create table wechat_drafts (
  document_id   text primary key,
  type          text not null,
  -- whether there should be a draft, as far as the choice goes
  wanted        boolean not null,
  -- submit the draft for publication as well
  auto_publish  boolean not null default false,
  state         text not null default 'waiting'
                check (state in ('waiting', 'drafted', 'submitted', 'published', 'removed', 'attention', 'failed')),
  media_id      text,
  edition_no    integer,
  -- of the article that WeChat has, so that the same one is not sent twice
  sha256        text,
  -- WeChat has been asked and its answer is not known yet: looked up before anything is asked again
  unanswered    text check (unanswered in ('add', 'delete', 'submit')),
  unanswered_at timestamptz,
  publish_id    text,
  article_url   text,
  -- grows with each wish: what is asked for while a draft is being pushed is not lost
  revision      integer not null default 1,
  attempts      integer not null default 0,
  -- null: nothing is to be done
  next_try_at   timestamptz,
  code          integer,
  -- what a person is told, and should do
  advice        text,
  updated_at    timestamptz not null default now()
);
create index wechat_drafts_due on wechat_drafts (next_try_at) where next_try_at is not null;
create index wechat_drafts_by_age on wechat_drafts (updated_at desc);
create index wechat_drafts_of_publish on wechat_drafts (publish_id) where publish_id is not null;

-- Pictures that WeChat has already, by content: `body` has an address, `cover` a media_id.
create table wechat_pictures (
  app_id      text not null,
  use         text not null check (use in ('body', 'cover')),
  sha256      text not null,
  reference   text not null,
  uploaded_at timestamptz not null default now(),
  primary key (app_id, use, sha256)
);

-- Why nothing is pushed at present, for all instances: one row, or none.
create table wechat_stop (
  id         integer primary key check (id = 1),
  -- of the settings under which it happened: other settings begin anew
  stamp      text not null,
  code       integer not null,
  advice     text not null,
  stopped_at timestamptz not null default now(),
  -- null: until somebody has mended it
  until      timestamptz
);
