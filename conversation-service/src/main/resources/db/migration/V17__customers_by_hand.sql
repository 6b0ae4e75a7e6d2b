-- Of a customer who never wrote, a booking that was entered by hand is all that is known.
alter table register_entry add column booking uuid;
create index register_by_booking on register_entry (tenant, booking) where booking is not null;
