-- The pictures in texts that have left their department: from then on the media library does not exchange
-- them. No Strapi relation leads from a text to its pictures, so their addresses are kept here.
create table reviewed_pictures (
  url         text primary key,
  document_id text not null,
  reviewed_at timestamptz not null
);
