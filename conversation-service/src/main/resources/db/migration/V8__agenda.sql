-- What can be booked, when the house is open, who works when, and what is taken; quote requests, and the questions that no
-- FAQ settled.

create extension if not exists btree_gist schema public;

-- A reminder is written by the house itself.
alter table message drop constraint message_author_check;
alter table message add constraint message_author_check
  check (author in ('customer', 'assistant', 'person', 'system'));

create table service (
  tenant           uuid    not null default nullif(current_setting('accueil.tenant', true), '')::uuid
                           references tenant,
  id               uuid    not null,
  name             text    not null,
  synonyms         text[]  not null,
  duration_minutes int     not null check (duration_minutes between 1 and 1440),
  buffer_minutes   int     not null check (buffer_minutes between 0 and 1440),
  price_cents      int     check (price_cents >= 0),
  price_from       boolean not null,
  bookable         boolean not null,
  position         int     not null,
  primary key (tenant, id)
);

-- One row a business. Whoever books, holds or gives up a slot locks it first, so that all see the agenda one after the
-- other.
create table opening_hours (
  tenant          uuid    primary key default nullif(current_setting('accueil.tenant', true), '')::uuid
                          references tenant,
  holiday_region  text    not null,
  worked_holidays text[]  not null,
  week            jsonb   not null,
  exceptions      jsonb   not null,
  seats           int     not null,
  lead_minutes    int     not null,
  horizon_days    int     not null,
  grid_minutes    int     not null,
  strict_grid     boolean not null
);

create table practitioner (
  tenant     uuid   not null default nullif(current_setting('accueil.tenant', true), '')::uuid
                    references opening_hours on delete cascade,
  id         uuid   not null,
  name       text   not null,
  services   uuid[] not null,
  week       jsonb,                                  -- none: works whenever the house is open
  exceptions jsonb  not null,
  position   int    not null,
  primary key (tenant, id)
);

-- From the moment that its slot is held. What is taken is the practitioner, or one seat of several: no two that live may
-- have the same at one time, whatever the code above believes. Only what is held to move a booking to may lie over that
-- booking: they are one party.
create table booking (
  tenant            uuid   not null default nullif(current_setting('accueil.tenant', true), '')::uuid
                           references tenant,
  id                uuid   not null,
  party             uuid   not null,                 -- its own id; while it is held to move a booking, that one's
  version           bigint not null,
  conversation      uuid,                            -- none: the team entered it by hand
  status            text   not null check (status in ('held', 'booked', 'cancelled')),
  services          jsonb  not null,                 -- with their names as they were booked
  practitioner      uuid,                            -- none: on a seat
  practitioner_name text,
  seat              int    not null check (seat >= 1),
  starts_at         timestamptz not null,
  ends_at           timestamptz not null,
  occupied_until    timestamptz not null,
  held_until        timestamptz,
  customer_name     text   not null,
  phone             text,
  by_assistant      boolean not null,
  created_at        timestamptz not null,
  reminded_at       timestamptz,
  reminder_problem  text,                            -- why the reminder was not sent
  reconfirmed_at    timestamptz,
  primary key (tenant, id),
  foreign key (tenant, conversation) references conversation,
  check ((held_until is not null) = (status = 'held')),
  check (party = id or status = 'held'),
  check (starts_at < ends_at and ends_at <= occupied_until),
  check ((practitioner is null) = (practitioner_name is null)),
  constraint no_double_booking exclude using gist (
    tenant with =,
    (coalesce(practitioner, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    seat with =,
    tstzrange(starts_at, occupied_until) with &&,
    party with <>) where (status <> 'cancelled')
);

create index booking_by_start on booking (tenant, starts_at, id) where status <> 'held';
create index booking_taken on booking (tenant, occupied_until) where status <> 'cancelled';
create index booking_by_conversation on booking (tenant, conversation);
create index booking_held on booking (tenant, held_until) where status = 'held';

create table lead (
  tenant       uuid   not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  id           uuid   not null,
  version      bigint not null,
  conversation uuid   not null,
  status       text   not null check (status in ('new', 'handled')),
  name         text   not null,
  email        text,
  phone        text,
  need         text   not null,
  photos       uuid[] not null,
  at           timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, conversation) references conversation
);

create index lead_latest on lead (tenant, at, id);

-- One row for all that ask the same in the same words: the id is computed from them.
create table open_question (
  tenant            uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  id                uuid not null,
  text              text not null,                   -- as it was asked first
  times             int  not null,
  nearest           uuid,                            -- the FAQ that came nearest the last time
  last_conversation uuid not null,
  last_at           timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, last_conversation) references conversation
);

create index open_question_latest on open_question (tenant, last_at, id);

do $$
declare
  name text;
begin
  foreach name in array array['service', 'opening_hours', 'practitioner', 'booking', 'lead', 'open_question'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I using (tenant = nullif(current_setting(''accueil.tenant'', true), '''')::uuid)',
                   name);
  end loop;
end $$;
