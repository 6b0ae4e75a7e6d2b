-- A customer is erased: what remains says that somebody was, not who.

create table erasure (
  tenant      uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  id          uuid not null,
  erased_at   timestamptz not null,
  person      text not null,                           -- subject of the token of who asked for it
  person_name text not null,                           -- as they were called then
  note        text,
  primary key (tenant, id)
);

create index erasure_latest on erasure (tenant, erased_at, id);

-- What each service says that it has forgotten.
create table erasure_report (
  tenant  uuid  not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  erasure uuid  not null,
  service text  not null,
  at      timestamptz not null,
  stores  jsonb not null,                              -- name and count
  primary key (tenant, erasure, service),
  foreign key (tenant, erasure) references erasure
);

-- Whose older events nobody may hear again: HMACs of all that a customer was known by, and of their conversations.
create table erased_identity (
  tenant       uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  hmac         text not null,
  erased_at    timestamptz not null,
  opted_out_at timestamptz,                            -- that they wanted no messages, which must stay provable
  primary key (tenant, hmac)
);

-- Files go after the rows that name them: a worker deletes them, also after a crash.
create table doomed_object (
  tenant     uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  object_key text not null,
  erasure    uuid,                                     -- none: it was kept long enough
  primary key (tenant, object_key)
);

create index doomed_object_by_erasure on doomed_object (tenant, erasure) where erasure is not null;

do $$
declare
  name text;
begin
  foreach name in array array['erasure', 'erasure_report', 'erased_identity', 'doomed_object'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I using (tenant = nullif(current_setting(''accueil.tenant'', true), '''')::uuid)',
                   name);
  end loop;
end $$;

-- The ledger and the audit log stay what is only added to, but for an erasure that says that it is one.
create policy erasure on opt_out for delete
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid
         and current_setting('accueil.erasing', true) = 'on');
create policy erasure on audit_entry for update
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid
         and current_setting('accueil.erasing', true) = 'on');

-- Who looked at what of whom, or took it away: only ever added to, but for the name of who is erased.
create table register_entry (
  tenant       uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  id           uuid not null,
  at           timestamptz not null,
  day          date not null,                          -- in the business's time zone
  person       text not null,                          -- subject of the token
  person_name  text not null,                          -- as they were called then
  act          text not null check (act in ('opened', 'exported', 'erased')),
  conversation uuid,                                   -- none once its customer is erased
  customer     text,                                   -- as they were called then; none once they are erased
  erasure      uuid,
  primary key (tenant, id)
);

create index register_latest on register_entry (tenant, at, id);
create index register_by_conversation on register_entry (tenant, conversation) where conversation is not null;
-- Who opens a conversation ten times a day is one line.
create unique index register_once_a_day on register_entry (tenant, person, conversation, day) where act = 'opened';

alter table register_entry enable row level security;
create policy tenant_reads on register_entry for select
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy tenant_adds on register_entry for insert
  with check (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
create policy erasure on register_entry for update
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid
         and current_setting('accueil.erasing', true) = 'on');

-- What a business does with its customers' data; without a row, what is usual.
create table privacy_rules (
  tenant          uuid    primary key default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  version         bigint  not null default 1,
  message_days    int     not null check (message_days between 30 and 1825),
  media_days      int     not null check (media_days between 7 and 1825),
  lead_days       int     not null check (lead_days between 30 and 1825),
  reason_days     int     not null check (reason_days between 7 and 730),
  invitation_days int     not null check (invitation_days between 30 and 365),
  phones_masked   boolean not null
);

alter table privacy_rules enable row level security;
create policy tenant on privacy_rules
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);

-- What was kept long enough is found by its time.
create index message_by_time on message (tenant, at);
create index message_explained on message (tenant, at) where reasons is not null;

insert into due_work (kind, key, tenant, due, payload)
select 'retention', tenant::text, tenant, now(), '' from tenant
on conflict do nothing;

-- Whoever may not see phone numbers finds nobody by one either.
select similarity('a', 'b');

create or replace function search_conversations(wanted text) returns setof uuid
  language sql stable security definer
  set search_path = conversation, public, pg_temp
  set pg_trgm.word_similarity_threshold = 0.5
as $$
  with asked as (
    select nullif(current_setting('accueil.tenant', true), '')::uuid as tenant,
           plain(wanted) as name,
           '%' || regexp_replace(plain(wanted), '([\\%_])', '\\\1', 'g') || '%' as part,
           -- 06 39… and +33 6 39… are one number: a national one loses its zero.
           case when current_setting('accueil.phones_masked', true) = 'on' then ''
                else ltrim(regexp_replace(wanted, '\D', '', 'g'), '0') end as digits
  ),
  named as (
    select k.tenant, k.id from asked a join contact k on k.tenant = a.tenant and plain(k.name) like a.part
    union
    select k.tenant, k.id from asked a join contact k on k.tenant = a.tenant and a.name <% plain(k.name)
    union
    select k.tenant, k.id
    from asked a
    join contact k on k.tenant = a.tenant
      and k.phone like case when length(a.digits) >= 4 then '%' || a.digits || '%' end
  )
  select c.id from named k join conversation c on c.tenant = k.tenant and c.contact = k.id
  union
  select m.conversation
  from asked a
  join message m on m.tenant = a.tenant
    and to_tsvector('french_plain', m.body) @@ websearch_to_tsquery('french_plain', wanted)
$$;
