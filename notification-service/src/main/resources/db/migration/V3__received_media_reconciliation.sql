-- What reached us of what customers wrote: what Twilio's list is compared with. Kept a few days longer than any
-- comparison looks back.
create table received (
  tenant       uuid        not null,
  channel      uuid        not null,
  sid          text        not null,  -- Twilio's
  message      uuid        not null,
  conversation uuid        not null,
  at           timestamptz not null,
  primary key (tenant, channel, sid)
);

create index received_by_time on received (tenant, channel, at);

-- Under which conversation a phone number or a WhatsApp user id last wrote: what is recovered later goes there too.
create table correspondent (
  tenant       uuid        not null,
  channel      uuid        not null,
  identity     text        not null,
  conversation uuid        not null,
  at           timestamptz not null,
  primary key (tenant, channel, identity)
);

-- What came with a message and is to be fetched from Twilio.
create table medium (
  tenant       uuid        not null,
  message      uuid        not null,
  number       int         not null,  -- from 0
  conversation uuid        not null,
  channel      uuid        not null,
  provider_sid text        not null,  -- of the message
  url          text        not null,
  claimed_type text        not null,  -- what the sender says it is
  since        timestamptz not null,
  tries        int         not null default 0,
  missing_since timestamptz,          -- since when Twilio answers that it has none
  state        text        not null default 'pending',
  primary key (tenant, message, number)
);

-- How far Twilio's list of a channel was compared with what was received.
create table reconciliation (
  tenant         uuid        not null,
  channel        uuid        not null,
  compared_until timestamptz,          -- complete until then
  wanted_until   timestamptz,          -- somebody asked that it reach at least here
  missing        int         not null default 0,
  primary key (tenant, channel)
);

alter table received enable row level security;
alter table correspondent enable row level security;
alter table medium enable row level security;
alter table reconciliation enable row level security;

create policy tenant on received using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant on correspondent using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant on medium using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant on reconciliation using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);

-- The figures that engineers see are of all tenants: for the relay role alone, and no more than figures.
create policy figures on reconciliation for select to notification_relay using (true);
