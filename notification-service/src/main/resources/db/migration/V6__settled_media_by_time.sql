-- Media that are settled are forgotten with what was received.
create index medium_settled on medium (tenant, channel, since) where state <> 'pending';
