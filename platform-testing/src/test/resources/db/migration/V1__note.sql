create table note (
  id     uuid primary key,
  tenant uuid not null,
  text   text not null
);
alter table note enable row level security;
create policy tenant on note using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
