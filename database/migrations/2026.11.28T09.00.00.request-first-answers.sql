-- What was answered anew counts by its first answer.
create index information_requests_first_answered on information_requests (coalesce(first_answered_on, answered_on), owner);
