-- What is kept for a while only goes day by day, business by business.
insert into due_work (kind, key, tenant, due, payload)
select 'upkeep', tenant::text, tenant, now(), '' from tenant
on conflict do nothing;
