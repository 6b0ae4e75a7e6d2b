-- What the assistant knows of each conversation.
create table dialogue (
  conversation uuid primary key,
  tenant uuid not null,
  -- Grows with each change: a draft that was begun under an older one is dropped.
  version bigint not null,
  lead text not null check (lead in ('assistant', 'handed_over', 'others')),
  lead_number bigint not null,
  introduced boolean not null,
  newest_answered timestamptz
);

-- What customers wrote. It waits until it has an outcome; `left` is with a person.
create table heard (
  message uuid primary key,
  tenant uuid not null,
  conversation uuid not null references dialogue,
  at timestamptz not null,
  owed_since timestamptz not null,
  channel uuid not null,
  customer_address text not null,
  provider_sid text not null,
  kind text not null,
  body text not null,
  outcome text check (outcome in ('answered', 'handed_over', 'left'))
);

create index heard_waiting on heard (conversation) where outcome is null;
create index heard_by_time on heard (conversation, at desc);

-- What the business said, through the assistant or a person.
create table said (
  message uuid primary key,
  tenant uuid not null,
  conversation uuid not null references dialogue,
  at timestamptz not null,
  speaker text not null check (speaker in ('assistant', 'person')),
  body text not null
);

create index said_by_time on said (conversation, at desc);

alter table dialogue enable row level security;
create policy tenant on dialogue using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
alter table heard enable row level security;
create policy tenant on heard using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
alter table said enable row level security;
create policy tenant on said using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
