-- Who had the time of a case. One row for each span that is over; chained by hash, so that a change of the past is found.
create domain ledger_party as text check (value in
    ('CUR', 'BODY', 'CO_EXECUTOR', 'APPROVAL', 'PUBLICATION', 'WAITING_AUTHOR', 'UNDER_CONTROL', 'SUSPENDED'));

create table time_ledger_open (
    incident_number      text collate "C" primary key references incident (number),
    started_at           timestamptz not null,
    party                ledger_party not null,
    organisation_id      text references organisation (id),
    since                timestamptz not null, -- where the booked spans end
    back_party           ledger_party,         -- while the case is paused: who had it and will have it again
    back_organisation_id text references organisation (id),
    last_seq             integer     not null,
    last_hash            text        not null,
    closed_at            timestamptz           -- from then on the time is nobody's
);

create table time_ledger (
    incident_number  text collate "C" not null references time_ledger_open (incident_number),
    seq              integer     not null,
    kind             text        not null check (kind in ('SPAN', 'CORRECTION', 'CLOSED')),
    party            ledger_party,
    organisation_id  text references organisation (id),
    from_at          timestamptz not null,
    to_at            timestamptz not null,
    calendar_seconds bigint      not null,
    working_seconds  bigint      not null,
    booked_at        timestamptz not null,
    reason           text,
    previous_hash    text        not null,
    hash             text        not null,
    primary key (incident_number, seq),
    check ((kind = 'CLOSED') = (party is null))
);
comment on table time_ledger is 'Rows are only ever added; SHA-256 of each covers the one before';

-- What was in order one night; each seal covers the one before.
create table time_ledger_seal (
    number        integer primary key,
    day           date        not null,
    sealed_at     timestamptz not null,
    cases         bigint      not null, -- with new rows
    rows          bigint      not null, -- new ones
    previous_hash text        not null,
    hash          text        not null
);

-- The new rows of a case that a seal covers.
create table time_ledger_seal_case (
    seal            integer not null references time_ledger_seal (number) deferrable initially deferred,
    incident_number text collate "C" not null,
    first_seq       integer not null,
    last_seq        integer not null,
    last_hash       text    not null,
    primary key (seal, incident_number)
);
create index time_ledger_seal_case_incident_idx on time_ledger_seal_case (incident_number, last_seq);

-- What the verifications have found, and what people have made of it.
create table time_ledger_verification (
    id          bigint generated always as identity primary key,
    verified_at timestamptz not null,
    cases       bigint      not null,
    rows        bigint      not null,
    breaks      bigint      not null,
    resolution  text,
    resolved_by text,
    resolved_at timestamptz
);
create table time_ledger_break (
    verification_id bigint not null references time_ledger_verification (id),
    incident_number text,    -- null: the seal itself
    row_seq         integer, -- null: no single row
    seal            integer, -- null: no seal is concerned
    fault           text   not null,
    finding         text   not null
);
create index time_ledger_break_verification_idx on time_ledger_break (verification_id);
comment on table time_ledger_break is 'Those of a resolved verification are known: they raise no second alarm';

create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception 'Rows of % are only ever added', tg_table_name;
end
$$;
create trigger time_ledger_is_append_only before update or delete or truncate on time_ledger
    for each statement execute function refuse_change();
create trigger time_ledger_open_is_kept before delete or truncate on time_ledger_open
    for each statement execute function refuse_change();
create trigger time_ledger_seal_is_append_only before update or delete or truncate on time_ledger_seal
    for each statement execute function refuse_change();
create trigger time_ledger_seal_case_is_append_only before update or delete or truncate on time_ledger_seal_case
    for each statement execute function refuse_change();

-- Cases from before the ledger: nobody knows any more who had them until now.
insert into time_ledger_open (incident_number, started_at, party, organisation_id, since, last_seq, last_hash, closed_at)
select number,
       moment,
       case when body_id is null then 'CUR' else 'BODY' end,
       body_id,
       moment,
       0,
       repeat('0', 64),
       case when over then moment end
from (select number, body_id, status in ('CLOSED', 'REJECTED', 'MERGED') as over,
             date_trunc('second', case when status in ('CLOSED', 'REJECTED', 'MERGED') then closed_at end) as closed
      from incident) i
         cross join lateral (select coalesce(i.closed, date_trunc('second', now())) as moment) m;
