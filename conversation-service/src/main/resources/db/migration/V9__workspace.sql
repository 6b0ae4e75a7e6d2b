-- A workspace that a person opens and sets up: where the business is, how it signs, how far the setting up is, and who
-- changed what.

alter table tenant
  add column version     bigint not null default 1,
  add column street      text,
  add column postal_code text,
  add column city        text,
  add column signature   text,                        -- under what the assistant writes first
  add column opened_by   text;                        -- subject of who opened it; none: by the demo

-- Who changed what: only ever added to.
create table audit_entry (
  tenant      uuid   not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  id          uuid   not null,
  at          timestamptz not null,
  person      text   not null,                        -- subject of the token
  person_name text   not null,                        -- as it was then
  action      text   not null,
  target      text   not null,                        -- what was changed, by its id
  label       text   not null,                        -- as a person would call it
  changes     jsonb  not null,                        -- field, from, to
  primary key (tenant, id)
);

create index audit_latest on audit_entry (tenant, at, id);

alter table audit_entry enable row level security;
create policy tenant_reads on audit_entry for select
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant_adds on audit_entry for insert
  with check (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);

-- The steps of the wizard that somebody has left behind.
create table onboarding_step (
  tenant  uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  step    text not null,
  state   text not null check (state in ('done', 'skipped')),
  at      timestamptz not null,
  primary key (tenant, step)
);

alter table onboarding_step enable row level security;
create policy tenant on onboarding_step
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);

-- Who was here before the wizard was set up by hand: nothing of it is open.
insert into onboarding_step (tenant, step, state, at)
select tenant, step, 'done', now()
from tenant, unnest(array['business', 'hours', 'services', 'tone', 'channel', 'faqs']) step;
