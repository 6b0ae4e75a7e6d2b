-- Every shape that a message may have, and which time it was asked for.

alter table message
  add column round      int     not null default 0,
  add column resendable boolean not null default false,
  add column location   jsonb,
  add column button     jsonb,
  add column referral   jsonb,
  add column forwarded  boolean not null default false,
  add column recovered  boolean not null default false,
  add column template   jsonb,
  add column quoted_sid text,                        -- what this one quotes, as the provider calls it
  add column quote      jsonb;                       -- and what we have of it

alter table early_news
  add column round      int     not null default 0,
  add column resendable boolean not null default false;

create index message_quoting on message (tenant, quoted_sid) where quoted_sid is not null;

-- What the provider calls an outgoing message: one name for each part and round. An inbound one has its name in its row.
create table sent_as (
  tenant  uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  sid     text not null,
  message uuid not null,
  primary key (tenant, sid)
);

create index sent_as_by_message on sent_as (tenant, message);

-- The media of a received message. What became of one may be heard before the message is.
create table attachment (
  tenant       uuid   not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  message      uuid   not null,
  index        int    not null check (index >= 0),
  content_type text,                                 -- as the sender says; once ready, as the bytes say
  state        text   not null check (state in ('pending', 'ready', 'unavailable')),
  object_key   text   check ((object_key is not null) = (state = 'ready')),
  size         bigint,
  file_name    text,
  problem      text,
  heard_at     timestamptz not null default now(),
  primary key (tenant, message, index)
);

do $$
declare
  name text;
begin
  foreach name in array array['sent_as', 'attachment'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I using (tenant = nullif(current_setting(''accueil.tenant'', true), '''')::uuid)',
                   name);
  end loop;
end $$;

-- What was received before was kept as it came.
update message set
  location   = nullif(original -> 'location', 'null'),
  button     = nullif(original -> 'button', 'null'),
  forwarded  = coalesce((original ->> 'forwarded')::boolean, false),
  recovered  = coalesce((original ->> 'recovered')::boolean, false),
  quoted_sid = original ->> 'repliedTo'
where direction = 'inbound' and original is not null;

insert into attachment (tenant, message, index, content_type, state)
select m.tenant, m.id, medium.nth - 1, medium.it ->> 'contentType', 'pending'
from message m
cross join jsonb_array_elements(m.original -> 'media') with ordinality as medium (it, nth)
where jsonb_typeof(m.original -> 'media') = 'array';
