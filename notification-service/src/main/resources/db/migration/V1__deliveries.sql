-- Who leads, as far as this service must know to fence what the assistant wrote. Its row is the lock of a conversation.
create table conversation (
  tenant        uuid   not null,
  id            uuid   not null,
  leader_number bigint not null default 0,  -- of the newest LeadChanged
  person_number bigint not null default 0,  -- of the newest that gave the lead to a person
  primary key (tenant, id)
);

-- What was asked to be sent, in topic order per conversation.
create table message (
  tenant          uuid        not null,
  id              uuid        not null,
  conversation    uuid        not null,
  position        bigint      not null generated always as identity,
  channel         uuid        not null,
  recipient       text        not null,
  author          text        not null,
  leader_number   bigint      not null,
  free_text_until timestamptz not null,
  asked_at        timestamptz not null,
  state           text        not null,  -- what was last published of it
  settled         boolean     not null,  -- nothing is left to send or to find out
  primary key (tenant, id),
  foreign key (tenant, conversation) references conversation (tenant, id)
);

create index message_unsettled on message (tenant, conversation, position) where not settled;

-- A text that is longer than one WhatsApp message goes out as several.
create table part (
  tenant     uuid not null,
  message    uuid not null,
  number     int  not null,
  body       text not null,
  not_before timestamptz,
  primary key (tenant, message, number),
  foreign key (tenant, message) references message (tenant, id)
);

-- One call to Twilio, written before it is made.
create table attempt (
  tenant        uuid        not null,
  id            uuid        not null,
  conversation  uuid        not null,
  message       uuid        not null,
  part          int         not null,
  channel       uuid        not null,
  recipient     text        not null,
  started_at    timestamptz not null,
  look_up_after timestamptz not null,
  state         text        not null,
  provider_sid  text,
  error_code    text,
  primary key (tenant, id),
  foreign key (tenant, message, part) references part (tenant, message, number)
);

create index attempt_by_part on attempt (tenant, message, part);
create index attempt_by_sid on attempt (tenant, provider_sid) where provider_sid is not null;
create index attempt_by_recipient on attempt (tenant, channel, recipient, started_at);

-- While one call's outcome is not known, no second one goes to the same recipient.
create unique index one_unresolved_attempt_per_recipient on attempt (tenant, channel, recipient)
  where state = 'unresolved';

alter table conversation enable row level security;
alter table message enable row level security;
alter table part enable row level security;
alter table attempt enable row level security;

create policy tenant on conversation using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant on message using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant on part using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant on attempt using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
