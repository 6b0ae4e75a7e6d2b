-- Whose customer was erased: what happened in the conversation before is not heard again. Forgotten when no topic, dead
-- letter, backup or list of Twilio's can bring anything of it back.
create table erased_conversation (
  tenant       uuid        not null,
  conversation uuid        not null,
  erased_at    timestamptz not null,
  primary key (tenant, conversation)
);

alter table erased_conversation enable row level security;
create policy tenant on erased_conversation
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);

-- What an erased customer sent goes by its conversation.
create index received_by_conversation on received (tenant, conversation);
create index correspondent_by_conversation on correspondent (tenant, conversation);
create index medium_by_conversation on medium (tenant, conversation);

-- What was kept long enough is found by its time.
create index message_by_age on message (tenant, asked_at) where settled;
create index correspondent_by_age on correspondent (tenant, at);
