-- For lists alone, like due_on: until when the applicant is waited for. Computed anew with the clock, and every day.
alter table information_requests
  add column applicant_by date,
  -- a withdrawn application was not answered, also when it has been archived
  add column withdrawn_on date;

update information_requests r set withdrawn_on = coalesce(r.answered_on, (r.changed_at at time zone 'Asia/Shanghai')::date)
 where r.state = 'withdrawn'
    or (r.state = 'archived' and (
      r.answered_on is null
      or exists (select from information_request_records n where n.request_id = r.id and n.type = 'withdrawalNoted')
      or exists (select from information_request_events e
                  where e.request_id = r.id and e.type = 'answered' and e.by_department is null)));
