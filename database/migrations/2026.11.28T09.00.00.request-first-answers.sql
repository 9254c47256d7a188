-- What was answered anew counts by its first answer.
drop index information_requests_answered;
create index information_requests_answered on information_requests (coalesce(first_answered_on, answered_on), owner);
