-- Calendars that a business keeps elsewhere, whose busy times block its agenda. Of what they say only the times are kept.

create table external_calendar (
  tenant         uuid not null default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  id             uuid not null,
  name           text not null,
  practitioner   uuid,
  -- Whoever knows the address reads the calendar.
  sealed_address text not null,
  host           text not null,
  added_at       timestamptz not null,
  read_at        timestamptz not null,
  trouble        text,
  busy           jsonb not null,
  primary key (tenant, id)
);

alter table external_calendar enable row level security;
create policy tenant on external_calendar
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
