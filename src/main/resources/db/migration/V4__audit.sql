-- Who came in, who tried to, and who asked for what is not his.
create table audit_event (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    kind    text        not null,
    details text,
    address text
);
create index audit_event_at_idx on audit_event (at);
