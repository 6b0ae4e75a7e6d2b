-- A team that changes by itself: since when somebody belongs to it, what two owners may not change at once, and who is
-- invited.

alter table member
  add column version   bigint not null default 1,
  add column joined_at timestamptz not null default now(),
  add column told_at   timestamptz;                    -- when the sign-in provider changed what it says of the person

create index conversation_by_leader on conversation (tenant, leader_person) where leader_person is not null;

-- Who may join, by e-mail address. Neither accepted nor revoked, it is pending: one for an address, also when it has expired.
create table invitation (
  tenant          uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  id              uuid not null,
  email           text not null check (email = lower(email)),
  role            text not null check (role in ('owner', 'agent')),
  invited_by      text not null,                       -- subject of the token
  invited_by_name text not null,                       -- as it was then
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  accepted_at     timestamptz,
  accepted_by     text,                                -- subject of the token
  revoked_at      timestamptz,
  primary key (tenant, id)
);

create unique index invitation_pending on invitation (tenant, email) where accepted_at is null and revoked_at is null;
create index invitation_by_email on invitation (email) where accepted_at is null and revoked_at is null;

alter table invitation enable row level security;
create policy tenant on invitation
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);

-- Where an e-mail address is invited is asked before any tenant is known: by the relay role alone.
create policy invited on invitation for select to conversation_relay using (true);
