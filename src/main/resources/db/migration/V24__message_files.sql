-- Files that people have attached to messages of networks: they are fetched after the message is registered.
create table channel_file (
    id          bigint generated always as identity primary key,
    channel     text        not null,
    external_id text        not null,  -- of the message
    source      text        not null,  -- where its connector finds it; never an address with a secret
    name        text        not null,
    state       text        not null default 'WAITING' check (state in ('WAITING', 'DONE', 'REFUSED')),
    attempts    integer     not null default 0,
    next_at     timestamptz not null,
    error       text,
    unique (channel, external_id, source)
);
create index channel_file_waiting_idx on channel_file (next_at) where state = 'WAITING';

-- Which letters get an automatic answer that they are registered: at most one each.
create table letter_receipt (
    event_id bigint primary key, -- the letter
    number   text        not null,
    address  text        not null,
    state    text        not null default 'WAITING' check (state in ('WAITING', 'BEGUN', 'SENT', 'SKIPPED')),
    next_at  timestamptz not null,
    begun_at timestamptz
);
create index letter_receipt_waiting_idx on letter_receipt (next_at) where state = 'WAITING';
create index letter_receipt_address_idx on letter_receipt (address, begun_at);
