-- What a person of the staff is told. A row is one notice for one person: the key makes sure that nobody is told twice.
create table notification (
    id              bigint generated always as identity primary key,
    notice_key      text        not null,
    recipient       text        not null,              -- login
    incident_number text        references incident (number),
    level           integer     not null,              -- the higher, the further up in a digest
    urgent          boolean     not null,
    subject         text        not null,
    text            text        not null,
    created_at      timestamptz not null,
    send_after      timestamptz not null,
    sent_at         timestamptz,                       -- null: still to be sent
    channel         text check (channel in ('MAIL', 'TASKLIST', 'REFUSED')),
    error           text,                              -- why the mail server refuses the address
    read_at         timestamptz,
    unique (notice_key, recipient),
    check ((sent_at is null) = (channel is null))
);
comment on column notification.channel is 'MAIL: accepted by the mail server; TASKLIST: shown there only, no address or no server; REFUSED: the address is refused for good';
create index notification_waiting_idx on notification (recipient, id) where sent_at is null;
create index notification_recipient_idx on notification (recipient, id desc);
