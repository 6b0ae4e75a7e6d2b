-- What each business's calls to a language model cost in a calendar month; reserved before a call, set right after it.
create table model_usage (
  tenant uuid not null,
  month date not null,
  calls bigint not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  micro_euros bigint not null,
  primary key (tenant, month)
);

alter table model_usage enable row level security;
create policy tenant on model_usage using (tenant = nullif(current_setting('accueil.tenant', true), '')::uuid);
