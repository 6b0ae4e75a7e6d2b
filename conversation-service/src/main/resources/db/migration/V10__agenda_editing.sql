-- Hours and services are edited in the dashboard: whoever saves names the version that they saw.

alter table opening_hours add column version bigint not null default 1;

alter table service add column version bigint not null default 1;
