-- How many results of the word somebody has seen: 更多 goes on behind them.
alter table wechat_messages add column shown integer not null default 0;

-- The title that a department has written for the 公众号, where its own is longer than an article may have.
alter table wechat_choices add column title text;
