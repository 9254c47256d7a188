-- 年度报告 and 申请分析 count requests by the day of receipt and of the answer, disputes by the day of their end.
create index information_requests_received on information_requests (received_on, owner) where received_on is not null;
create index information_requests_answered on information_requests (answered_on, owner) where answered_on is not null;
create index information_request_disputes_closed on information_request_disputes (closed_on) where closed_on is not null;
create index information_request_payments on information_request_events (on_day) where type = 'feePaid';
