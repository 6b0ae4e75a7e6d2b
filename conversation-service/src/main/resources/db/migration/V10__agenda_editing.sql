-- Hours and services are edited in the dashboard: whoever saves names the version that they saw. The agenda is read from
-- outside at a secret address.

alter table opening_hours add column version bigint not null default 1;

alter table service add column version bigint not null default 1;

-- The address itself is shown once and kept nowhere.
create table calendar_secret (
  tenant  uuid  primary key default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  digest  bytea not null unique,
  made_at timestamptz not null
);

alter table calendar_secret enable row level security;
create policy tenant on calendar_secret
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);

-- Whose an address is, is asked before any tenant is known: by the relay role alone.
create policy address on calendar_secret for select to conversation_relay using (true);
