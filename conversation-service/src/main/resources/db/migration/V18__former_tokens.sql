-- Tokens that newer ones have replaced are dropped after a week: those too that were replaced before this was so.
insert into due_work (kind, key, tenant, due, payload)
select 'former_token', id::text, tenant, now() + interval '7 days', '' from channel where cardinality(auth_tokens) > 1
on conflict do nothing;
