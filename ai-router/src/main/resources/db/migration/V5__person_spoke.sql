-- A person who leads may have written already: then what the customer wrote before the hand-back was theirs.
alter table dialogue drop constraint dialogue_lead_check;
alter table dialogue add constraint dialogue_lead_check
  check (lead in ('assistant', 'handed_over', 'others', 'others_spoke'));
