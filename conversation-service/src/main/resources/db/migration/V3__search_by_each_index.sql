-- One branch for each index: joined by "or", as they were, none of them was used.

-- Loads the library: before that, an owner who is no superuser may not name its setting.
select similarity('a', 'b');

create or replace function search_conversations(wanted text) returns setof uuid
  language sql stable security definer
  set search_path = conversation, public, pg_temp
  set pg_trgm.word_similarity_threshold = 0.5
as $$
  with asked as (
    select nullif(current_setting('accueil.tenant', true), '')::uuid as tenant,
           plain(wanted) as name,
           '%' || regexp_replace(plain(wanted), '([\\%_])', '\\\1', 'g') || '%' as part,
           -- 06 39… and +33 6 39… are one number: a national one loses its zero.
           ltrim(regexp_replace(wanted, '\D', '', 'g'), '0') as digits
  ),
  named as (
    select k.tenant, k.id from asked a join contact k on k.tenant = a.tenant and plain(k.name) like a.part
    union
    select k.tenant, k.id from asked a join contact k on k.tenant = a.tenant and a.name <% plain(k.name)
    union
    select k.tenant, k.id
    from asked a
    join contact k on k.tenant = a.tenant
      and k.phone like case when length(a.digits) >= 4 then '%' || a.digits || '%' end
  )
  select c.id from named k join conversation c on c.tenant = k.tenant and c.contact = k.id
  union
  select m.conversation
  from asked a
  join message m on m.tenant = a.tenant
    and to_tsvector('french_plain', m.body) @@ websearch_to_tsquery('french_plain', wanted)
$$;
