-- Days of the administrator's own, by decree. They win over the published ones, also when a year is imported later.
create table calendar_decree (
    day  date primary key,
    kind text not null check (kind in ('WORK', 'SHORT', 'OFF')),
    note text not null
);

-- A change of working time is a draft until its author has seen what follows from it.
create table calendar_draft (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    title   text        not null,                     -- in Russian
    content text        not null,                     -- JSON, read by CalendarEdit
    state   text        not null check (state in ('DRAFT', 'CONFIRMED')),
    version bigint references calendar_change (version), -- which it has become
    check ((state = 'CONFIRMED') = (version is not null))
);

-- All open clocks are read anew: working time has changed, or running cases are to have the terms of a new table.
create table redating (
    id           bigint generated always as identity primary key,
    version      bigint      not null unique references calendar_change (version),
    terms_version integer,                            -- version of the decision sla-terms that is applied; null: the terms stay
    reason       text        not null,                -- in Russian
    actor        text        not null,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    state        text        not null check (state in ('RUNNING', 'PAUSED', 'DONE', 'SUPERSEDED')),
    total        integer     not null,                -- cases
    done         integer     not null default 0,      -- cases
    moved        integer     not null default 0       -- clocks
);
create unique index redating_active_idx on redating ((true)) where state in ('RUNNING', 'PAUSED');

-- Whose clock was moved, from when to when: rows are only ever added. A clock moves once in a re-dating.
create table redating_move (
    redating_id     bigint      not null references redating (id),
    incident_number text        not null references incident (number),
    kind            text        not null,
    cycle           integer     not null,
    old_due         timestamptz not null,
    new_due         timestamptz not null,
    primary key (redating_id, incident_number, kind, cycle)
);
