-- A team that changes by itself: since when somebody belongs to it, what two owners may not change at once, and who is
-- invited.

alter table member
  add column version   bigint not null default 1,
  add column joined_at timestamptz not null default now(),
  add column told_at   timestamptz;                    -- when the sign-in provider changed what it says of the person

create index conversation_by_leader on conversation (tenant, leader_person) where leader_person is not null;
