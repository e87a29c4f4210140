-- An answer waits for its turn in its conversation; what a network was asked is noted before it is asked.
alter table publication
    add column conversation text,
    add column queued_at    timestamptz,
    add column attempted_at timestamptz, -- null: the network has certainly nothing of it
    add column network_id   text;        -- of the answer in its network
create index publication_waiting_idx on publication (conversation, id) where state = 'PENDING';
create index publication_network_id_idx on publication (network_id) where network_id is not null;

-- Where a message stands in its network.
alter table message
    add column post_permalink text,        -- of the publication under which it stands
    add column post_text      text,        -- what that said when the message came
    add column version_at     timestamptz, -- of the text in the network
    add column event_id       bigint;      -- the raw event that brought it
create index message_event_idx on message (event_id) where event_id is not null;
create index message_channel_idx on message (channel, id desc);
update message set version_at = coalesce(published_at, received_at);
alter table message alter column version_at set not null;
alter table message_edit add column version_at timestamptz;
update message_edit set version_at = received_at;
alter table message_edit alter column version_at set not null;
comment on column message_edit.version_at is 'Moment of the change by the network, or of its arrival where the network names none: the latest is the text that holds';

-- How often a message was deleted in its network less how often it was brought back. Both may come before the message itself.
create table message_deletion (
    channel     text        not null,
    external_id text        not null,
    balance     integer     not null,
    changed_at  timestamptz not null,
    primary key (channel, external_id)
);

-- What networks have sent, as it came. Stored before it is acknowledged, worked on afterwards.
create table channel_event (
    id           bigint generated always as identity primary key,
    channel      text        not null,
    event_key    text        not null,  -- the network's name of the event: the same one may come twice
    conversation text        not null,  -- events of one conversation are worked on in the order in which they came
    body         text        not null,
    received_at  timestamptz not null,
    state        text        not null default 'WAITING' check (state in ('WAITING', 'DONE', 'IGNORED', 'FAILED')),
    attempts     integer     not null default 0,
    next_at      timestamptz not null,
    done_at      timestamptz,
    error        text,
    unique (channel, event_key)
);
create index channel_event_waiting_idx on channel_event (id) where state = 'WAITING';
create index channel_event_conversation_idx on channel_event (channel, conversation, id) where state = 'WAITING';
create index channel_event_failed_idx on channel_event (channel, id) where state = 'FAILED';
create index channel_event_latest_idx on channel_event (channel, id desc);

-- What an account of ours has published in its network, so that a comment is read with what it is about.
create table channel_post (
    channel     text        not null,
    external_id text        not null,
    text        text        not null,
    permalink   text,
    published_at timestamptz,
    primary key (channel, external_id)
);

-- Calls of networks keep a distance: the moment from which the next one may go out, for all nodes together.
create table channel_pace (
    lane    text primary key,
    next_at timestamptz not null
);

-- What went wrong with a network, for the page «Каналы».
create table channel_trouble (
    id      bigint generated always as identity primary key,
    channel text        not null,
    kind    text        not null,
    details text,
    at      timestamptz not null
);
create index channel_trouble_idx on channel_trouble (channel, id desc);

-- Work that one node at a time does for a channel: asking for news, renewing a subscription.
create table channel_chore (
    name        text primary key,
    node        text        not null,
    lease_until timestamptz not null,
    next_at     timestamptz not null,
    marker      text,        -- from where to ask on, as the network names it
    error       text         -- why it has failed the last time
);

-- «Лента»: the social network that the demo plays. Posts and comments are numbered together, as in the network that it plays.
create sequence feed_number start 100000;
create table feed_person (
    id   bigint primary key default nextval('feed_number'),
    key  text   not null unique,
    name text   not null
);
create table feed_post (
    id         bigint      primary key default nextval('feed_number'),
    from_id    bigint      not null, -- negative: the government's account; else a person, on his own page
    text       text        not null,
    written_at timestamptz not null
);
create table feed_comment (
    id         bigint      primary key default nextval('feed_number'),
    post_id    bigint      not null references feed_post (id),
    parent_id  bigint      references feed_comment (id),
    from_id    bigint      not null,
    text       text        not null,
    photos     text        not null default '',
    written_at timestamptz not null,
    deleted    boolean     not null default false,
    guid       text        unique
);
create index feed_comment_post_idx on feed_comment (post_id, id);
create table feed_message (
    id         bigint      primary key default nextval('feed_number'),
    person_id  bigint      not null references feed_person (id),
    ours       boolean     not null, -- written by the government's account
    text       text        not null,
    photos     text        not null default '',
    sent_at    timestamptz not null,
    random_id  bigint,
    unique (person_id, random_id)
);
create table feed_photo (
    id         bigint primary key default nextval('feed_number'),
    media_type text   not null,
    bytes      bytea  not null
);
-- Events that the played network has to deliver.
create table feed_callback (
    id       bigint generated always as identity primary key,
    event_id text   not null,
    body     text   not null
);

-- Files that were sent before there is a case for them: a screenshot that comes with a message entered by hand.
create table waiting_file (
    token     text        primary key,
    file_name text        not null,
    bytes     bytea       not null,
    added_by  text        not null,
    added_at  timestamptz not null
);
