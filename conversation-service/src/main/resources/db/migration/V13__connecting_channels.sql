-- A number that a person connects: what is entered waits apart until Twilio has opened the account with it. Only then does
-- the channel have an address and tokens, and do the other services hear of it.
alter table channel
  alter column address drop not null,
  add column wanted_address  text,
  add column pending_token   text,                        -- Tink ciphertext
  add column revision        int    not null default 1,   -- of the credentials: an answer to older ones proves nothing
  add column version         bigint not null default 1,
  add column disconnected_at timestamptz;

-- Who has an account's token may use its numbers; two businesses may share an account, and Twilio's sandbox is in each.
alter table channel drop constraint channel_address_key;
create unique index channel_sender on channel (account_sid, address);

alter table channel_fact drop constraint channel_fact_kind_check;
alter table channel_fact add constraint channel_fact_kind_check
  check (kind in ('signature', 'attempt', 'comparison', 'check', 'callback', 'taken'));
