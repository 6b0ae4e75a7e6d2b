-- Search by name, telephone and words. Its operators are not leakproof, so that under a tenant policy they would never use
-- an index: the one function below runs as the owner and filters on the same setting itself, over indices that start with
-- the tenant. It is the only function of that kind.

create extension if not exists unaccent schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists btree_gin schema public;

create text search configuration french_plain (copy = pg_catalog.french);
alter text search configuration french_plain
  alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.french_stem;

-- A name as it is compared: without accents and capitals. Immutable, since its dictionary is named.
create function plain(name text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, name));

create index contact_name_search on contact using gin (tenant, plain(name) public.gin_trgm_ops);
create index contact_phone_search on contact using gin (tenant, phone public.gin_trgm_ops);
create index message_search on message using gin (tenant, to_tsvector('french_plain', body));

create function search_conversations(wanted text) returns setof uuid
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
  )
  select c.id
  from asked a
  join contact k on k.tenant = a.tenant
    and (plain(k.name) like a.part or a.name <% plain(k.name)
         or (length(a.digits) >= 4 and k.phone like '%' || a.digits || '%'))
  join conversation c on c.tenant = k.tenant and c.contact = k.id
  union
  select m.conversation
  from asked a
  join message m on m.tenant = a.tenant
    and to_tsvector('french_plain', m.body) @@ websearch_to_tsquery('french_plain', wanted)
$$;

revoke all on function search_conversations(text) from public;
