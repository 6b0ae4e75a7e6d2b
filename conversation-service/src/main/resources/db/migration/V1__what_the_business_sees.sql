-- Every table belongs to a tenant: the policy at the end of this file shows a transaction only the rows of the tenant that
-- it named, and a column's default writes that tenant, so that no statement has to say it.

create table tenant (
  tenant     uuid primary key default nullif(current_setting('accueil.tenant', true), '')::uuid,
  name       text    not null,
  vertical   text    not null check (vertical in ('beauty', 'services')),
  time_zone  text    not null,
  formal     boolean not null,
  created_at timestamptz not null default now()
);

create table channel (
  tenant                uuid   not null default nullif(current_setting('accueil.tenant', true), '')::uuid
                               references tenant,
  id                    uuid   not null,
  address               text   not null unique,      -- a number leads to one tenant
  account_sid           text   not null,
  messaging_service_sid text,
  auth_tokens           text[] not null,             -- Tink ciphertexts, newest first
  primary key (tenant, id)
);

create table member (
  tenant  uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  subject text not null,
  name    text not null,
  email   text not null,
  role    text not null check (role in ('owner', 'agent')),
  primary key (tenant, subject)
);

create index member_by_subject on member (subject);

create table faq (
  tenant   uuid    not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  id       uuid    not null,
  question text    not null,
  answer   text    not null,
  variants text[]  not null,
  enabled  boolean not null,
  primary key (tenant, id)
);

-- Nothing may assume a phone number: a customer may be known by WhatsApp's business-scoped id alone.
create table contact (
  tenant           uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  id               uuid not null,
  name             text,
  phone            text,
  external_user_id text,
  address          text not null,
  created_at       timestamptz not null default now(),
  primary key (tenant, id)
);

create unique index contact_by_phone on contact (tenant, phone) where phone is not null;
create unique index contact_by_external_user on contact (tenant, external_user_id) where external_user_id is not null;
create index contact_by_address on contact (tenant, address);

-- The row of the inbox. Channel and contact are unknown while only a hand-over or a delivery spoke of the conversation:
-- such a row is not shown yet.
create table conversation (
  tenant           uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid,
  id               uuid not null,
  version          bigint not null default 0,
  episode          int    not null default 1,
  channel          uuid,
  contact          uuid,
  status           text   not null default 'new' check (status in ('new', 'open', 'resolved')),
  awaiting         text   check (awaiting is null or status = 'open'),
  leader           text   not null default 'assistant' check (leader in ('assistant', 'nobody', 'person')),
  leader_person    text   check ((leader_person is not null) = (leader = 'person')),
  leader_name      text,
  leader_number    bigint not null default 1,
  last_message     jsonb,
  unread           int    not null default 0,
  last_activity_at timestamptz not null default now(),
  free_text_until  timestamptz,
  created_at       timestamptz not null default now(),
  primary key (tenant, id),
  foreign key (tenant) references tenant,
  foreign key (tenant, channel) references channel,
  foreign key (tenant, contact) references contact,
  check ((channel is null) = (contact is null))
);

create index conversation_latest on conversation (tenant, last_activity_at, id) where channel is not null;
create index conversation_latest_by_status on conversation (tenant, status, last_activity_at, id)
  where channel is not null;
create index conversation_by_contact on conversation (tenant, contact);

create table message (
  tenant        uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid,
  id            uuid not null,
  conversation  uuid not null,
  direction     text not null check (direction in ('inbound', 'outbound')),
  author        text not null check (author in ('customer', 'assistant', 'person')),
  author_person text,
  author_name   text,
  kind          text not null,
  body          text not null,
  at            timestamptz not null,
  status        text not null,
  failure       text,
  answers       uuid[] not null,
  reasons       jsonb,
  version       bigint not null,
  provider_sid  text,
  original      jsonb,                               -- an inbound message as it came, nothing left out
  primary key (tenant, id),
  foreign key (tenant, conversation) references conversation
);

create index message_transcript on message (tenant, conversation, at, id);
create index message_by_provider on message (tenant, provider_sid) where provider_sid is not null;

-- Which answer or hand-over named an inbound message. It may be known before the message is.
create table answered (
  tenant       uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  message      uuid not null,
  by           uuid not null,                        -- the outgoing message, or the event of a hand-over
  conversation uuid not null,
  primary key (tenant, message, by)
);

create index answered_by on answered (tenant, by);

-- What was heard of an outgoing message before the message itself: topics have no order between them.
create table early_news (
  tenant       uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  message      uuid not null,
  status       text not null,
  failure      text,
  provider_sid text,
  reasons      jsonb,
  heard_at     timestamptz not null default now(),
  primary key (tenant, message)
);

create table idempotency_key (
  tenant     uuid  not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  person     text  not null,
  key        text  not null,
  request    bytea not null,                         -- digest of what was asked for under this key
  result     uuid  not null,                         -- what it made
  created_at timestamptz not null default now(),
  primary key (tenant, person, key)
);

create index idempotency_key_by_time on idempotency_key (created_at);

do $$
declare
  name text;
begin
  foreach name in array array['tenant', 'channel', 'member', 'faq', 'contact', 'conversation', 'message', 'answered',
                              'early_news', 'idempotency_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I using (tenant = nullif(current_setting(''accueil.tenant'', true), '''')::uuid)',
                   name);
  end loop;
end $$;

-- Which workspaces a person belongs to is asked before any tenant is known: by the relay role alone.
create policy membership on member for select to conversation_relay using (true);
