-- What a document does not ask for any more is marked as read when it moves on.
create index notifications_open_of_document on notifications (document_id) where read_at is null;
