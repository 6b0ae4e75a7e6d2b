-- Rounds, templates, opt-out, the fence, pacing and holds. Columns are nullable or have defaults: the version before
-- this one still runs while a rolling restart goes on.

alter table conversation
  add column fenced_number bigint not null default 0,  -- of the newest LeadFenced
  add column pair_free_at  timestamptz,                -- pace towards this customer, the database's time
  add column turn_at       timestamptz;                -- when its reserved turn at the sender comes

update conversation set fenced_number = person_number;

alter table message
  add column round              int not null default 0,  -- which time it was asked for
  add column template_sid       text,                    -- Twilio's HX…: instead of free text
  add column template_variables text,                    -- JSON object
  add column notice             text;                    -- what was told while no attempt could be made

alter table attempt
  add column round   int not null default 0,
  add column over_at timestamptz,            -- when the call can no longer be under way; null: as look_up_after
  add column looks   int not null default 0; -- how often Twilio's list did not show it

-- No more messages: the customer said so (customer), or Twilio does for them (provider).
create table stop (
  tenant          uuid        not null,
  channel         uuid        not null,
  address         text        not null,
  cause           text        not null,
  conversation    uuid        not null,
  confirmation    uuid,                 -- of the customer's: the one message that still goes out
  code            text,                 -- of the provider's: Twilio's
  free_text_until timestamptz,          -- of the provider's: a message with a later one was asked for after news of the customer
  since           timestamptz not null,
  primary key (tenant, channel, address, cause)
);

create index stop_by_conversation on stop (tenant, conversation);

-- A sender that Twilio takes nothing from at all: its messages wait, and one at a time tries.
create table channel_hold (
  tenant  uuid        not null,
  channel uuid        not null,
  until   timestamptz not null,
  code    text,
  primary key (tenant, channel)
);

-- When a sender, or an account, is free for its next call: the database's time, one row for all instances.
create table pace (
  tenant  uuid        not null,
  key     text        not null,
  free_at timestamptz not null,
  primary key (tenant, key)
);

alter table stop enable row level security;
alter table channel_hold enable row level security;
alter table pace enable row level security;

create policy tenant on stop using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant on channel_hold using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant on pace using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);

-- Two numbers over all tenants, for the gauges: owned by the owner, whom no policy binds.
create view sending as
  select (select count(*) from attempt where state = 'unresolved') as unknown,
         (select min(asked_at) from message where not settled) as oldest;
