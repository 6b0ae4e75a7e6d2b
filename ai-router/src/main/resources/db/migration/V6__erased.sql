-- Whose customer was erased: what happened in the conversation before is not heard again. Forgotten when no topic, dead
-- letter or backup can bring anything of it back.
create table erased_conversation (
  tenant uuid not null,
  conversation uuid not null,
  erased_at timestamptz not null,
  primary key (tenant, conversation)
);

alter table erased_conversation enable row level security;
create policy tenant on erased_conversation
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);

-- What was kept long enough is found by its time.
create index heard_by_age on heard (tenant, at);
create index said_by_age on said (tenant, at);
