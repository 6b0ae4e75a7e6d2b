alter table conversation
  add column fenced_number bigint not null default 1, -- nothing of an older leadership than this goes out any more
  add column opted_out_at  timestamptz;               -- since when the customer wants no messages

update conversation set fenced_number = leader_number;

-- Who may ask for a message again is told from now on; of what was refused before, only what a person wrote is known to be
-- no draft of the assistant's.
update message set resendable = true where status = 'refused' and author = 'person';

-- The ledger of opt-outs: only ever added to, as its policies say.
create table opt_out (
  tenant       uuid   not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  id           uuid   not null,                       -- of the event
  position     bigint generated always as identity,
  conversation uuid   not null,
  address      text   not null,
  kind         text   not null check (kind in ('stop', 'resume')),
  at           timestamptz not null,
  word         text,                                  -- what the customer wrote to stop
  reason       text,                                  -- what it was resumed by
  message      uuid   not null,                       -- the customer's message that asked for it
  recorded_at  timestamptz not null default now(),
  primary key (tenant, id),
  foreign key (tenant, conversation) references conversation,
  check ((word is not null) = (kind = 'stop') and (reason is not null) = (kind = 'resume'))
);

create index opt_out_latest on opt_out (tenant, at, id);
create index opt_out_by_conversation on opt_out (tenant, conversation, at);

alter table opt_out enable row level security;
create policy tenant_reads on opt_out for select
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant_adds on opt_out for insert
  with check (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
