-- The customer wants no messages: since when, and the message that told them that it is so.
alter table dialogue
  add column opted_out_at timestamptz,
  add column opt_out_confirmation uuid,
  -- When the newest message was written that asked for something and was answered or handed over.
  add column newest_wish timestamptz;

-- `silent` was said to who wants no messages: nothing. `weighed` was read for whether it asks for messages again.
alter table heard
  add column weighed boolean not null default false,
  drop constraint heard_outcome_check,
  add constraint heard_outcome_check check (outcome in ('answered', 'handed_over', 'left', 'silent'));
