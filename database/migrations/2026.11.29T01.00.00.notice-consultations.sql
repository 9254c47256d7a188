-- Which consultation a letter asks for: that it has arrived is one fact, for the clock and for its delivery.
alter table information_notices add column consultation text;
