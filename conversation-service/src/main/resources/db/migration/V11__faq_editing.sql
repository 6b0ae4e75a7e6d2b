-- FAQs that their owner edits and orders, and open questions that are settled.

alter table faq
  add column category   text,
  add column position   int         not null default 0,
  add column version    bigint      not null default 1,
  add column updated_at timestamptz not null default now();

create index faq_in_order on faq (tenant, position, id);

alter table open_question
  add column settled_at timestamptz;                  -- a FAQ was made of it, or it was put aside

create index open_question_open on open_question (tenant, last_at, id) where settled_at is null;
