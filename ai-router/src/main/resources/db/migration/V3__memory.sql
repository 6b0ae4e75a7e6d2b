-- What runs between a customer and the assistant, and what is known of them. Text, not jsonb: nobody searches in it.
alter table dialogue add column memory text not null default '{}';

-- What a tapped button was made with.
alter table heard add column payload text;
