-- Credentials that wait to be tried at Twilio: encrypted, and gone with the answer.
create table channel_check (
  tenant                uuid not null,
  channel               uuid not null,
  revision              int  not null,
  account_sid           text not null,
  auth_token            text not null,  -- Tink ciphertext
  messaging_service_sid text,
  primary key (tenant, channel)
);

alter table channel_check enable row level security;

create policy tenant on channel_check using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
