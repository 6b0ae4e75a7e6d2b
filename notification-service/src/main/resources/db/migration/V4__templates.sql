-- What the others were told of a channel's templates: only what differs from it is told again.
create table template (
  tenant      uuid not null,
  channel     uuid not null,
  content_sid text not null,
  listed      text not null,  -- as it was told
  primary key (tenant, channel, content_sid)
);

alter table template enable row level security;

create policy tenant on template using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
