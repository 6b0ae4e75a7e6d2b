-- How the way to and from Twilio is: of each kind of fact the newest by its own time.
create table channel_fact (
  tenant  uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  channel uuid not null,
  kind    text not null check (kind in ('signature', 'attempt', 'comparison')),
  at      timestamptz not null,
  fact    jsonb not null,
  primary key (tenant, channel, kind)
);

alter table channel_fact enable row level security;
create policy tenant on channel_fact using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);

-- When something was last received by the usual way.
create index message_received on message (tenant, at) where direction = 'inbound' and not recovered;
