-- FAQs are edited by people: in their order, by categories, and not over each other's changes. What customers asked in vain
-- is settled by a FAQ, or put aside.

alter table faq
  add column category   text,
  add column position   int         not null default 0,
  add column version    bigint      not null default 1,
  add column updated_at timestamptz not null default now();

update faq set position = counted.position
from (select tenant, id, row_number() over (partition by tenant order by id) - 1 as position from faq) counted
where faq.tenant = counted.tenant and faq.id = counted.id;

create index faq_in_order on faq (tenant, position, id);

alter table open_question
  add column settled_at timestamptz;                 -- asked again later than that, it is open anew

drop index open_question_latest;
create index open_question_latest on open_question (tenant, last_at, id) where settled_at is null;
