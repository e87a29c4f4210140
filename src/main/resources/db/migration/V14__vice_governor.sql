-- Who of the vice-governors is told of broken terms in a block: category.group_code, whose rows come from a file.
-- A block without a row is everybody's.
create table vice_governor (
    category_group text primary key,
    user_id        text not null references staff (user_id)
);

-- The bell of every open page counts what is unread once a minute.
create index notification_unread_idx on notification (recipient) where read_at is null;
