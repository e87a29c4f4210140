-- Who had the time of a case. One row for each span that is over; chained by hash, so that a change of the past is found.
create table time_ledger_open (
    incident_number      text collate "C" primary key references incident (number),
    started_at           timestamptz not null,
    party                text        not null,
    organisation_id      text references organisation (id),
    since                timestamptz not null, -- where the booked spans end
    back_party           text,                 -- while the case is paused: who had it and will have it again
    back_organisation_id text references organisation (id),
    last_seq             integer     not null,
    last_hash            text        not null,
    closed_at            timestamptz           -- from then on the time is nobody's
);

create table time_ledger (
    incident_number  text collate "C" not null references time_ledger_open (incident_number),
    seq              integer     not null,
    kind             text        not null check (kind in ('SPAN', 'CORRECTION', 'CLOSED')),
    party            text,
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

-- What a night's verification found in order; each seal covers the one before.
create table time_ledger_seal (
    number        integer primary key,
    day           date        not null,
    sealed_at     timestamptz not null,
    cases         integer     not null,
    rows          bigint      not null,
    previous_hash text        not null,
    hash          text        not null
);

-- How far a case's chain went when it was sealed; only cases that had new rows.
create table time_ledger_seal_case (
    seal            integer not null references time_ledger_seal (number),
    incident_number text collate "C" not null,
    last_seq        integer not null,
    last_hash       text    not null,
    primary key (seal, incident_number)
);
create index time_ledger_seal_case_incident_idx on time_ledger_seal_case (incident_number, last_seq);

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
