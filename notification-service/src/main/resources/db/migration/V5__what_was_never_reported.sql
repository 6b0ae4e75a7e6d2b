-- When an attempt's state last moved, and when Twilio's list was last asked what became of it. Nullable: the version
-- before this one still runs while a rolling restart goes on.
alter table attempt
  add column news_at  timestamptz,  -- null: when it began
  add column asked_at timestamptz;  -- null: not yet

create index attempt_without_an_end on attempt (tenant, channel, started_at) where state in ('accepted', 'sent');
