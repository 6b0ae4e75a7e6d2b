-- The platform's own tables. They have no tenant policy: relay and workers read across tenants (tested list).

create table outbox (
  position    bigint generated always as identity primary key,
  topic       text        not null,
  key         text        not null,
  payload     bytea,                       -- null: a tombstone
  traceparent text,
  created_at  timestamptz not null
);

create table inbox (
  reader     text        not null,
  event_id   uuid        not null,
  handled_at timestamptz not null,
  primary key (reader, event_id)
);

create index inbox_by_time on inbox (handled_at);

create table due_work (
  kind        text        not null,
  key         text        not null,
  tenant      uuid        not null,
  due         timestamptz not null,
  payload     text        not null,
  version     bigint      not null default 1,
  attempts    int         not null default 0,
  lease       uuid,
  lease_until timestamptz,                 -- the database's time, not the application's
  last_error  text,
  traceparent text,
  primary key (kind, key)
);

create index due_work_by_due on due_work (kind, due);
