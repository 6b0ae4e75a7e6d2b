-- How a business wants its assistant to go about it.

create table assistant_rules (
  tenant           uuid   primary key default nullif(current_setting('accueil.tenant', true), '')::uuid references tenant,
  version          bigint not null default 1,
  quiet_seconds    int    not null check (quiet_seconds between 1 and 10),
  deadline_seconds int    not null check (deadline_seconds between 15 and 45),
  caution          text   not null check (caution in ('careful', 'usual', 'bold'))
);

alter table assistant_rules enable row level security;
create policy tenant on assistant_rules
  using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
