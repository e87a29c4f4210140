-- A term of a case that runs. What it reads follows from its events; due_at and explanation are kept for lists and reports.
create table sla_clock (
    id               bigint generated always as identity primary key,
    incident_number  text        not null references incident (number),
    kind             text        not null,
    cycle            integer     not null,
    organisation_id  text references organisation (id), -- by whose working hours it runs; null: the region's
    time_limit       text        not null,              -- 8 WORKING_HOURS, or UNTIL and a date
    terms_version    integer,                           -- version of the decision sla-terms; null: a person gave the limit
    state            text        not null check (state in ('RUNNING', 'PAUSED', 'STOPPED')),
    started_at       timestamptz not null,
    due_at           timestamptz,                       -- null while paused
    stopped_at       timestamptz,
    calendar_version bigint      not null,
    explanation      text        not null,
    ladder_level     integer,                           -- step of the escalation ladder that was reached; null: it has not begun
    unique (incident_number, kind, cycle)
);
create index sla_clock_open_idx on sla_clock (calendar_version, id) where state <> 'STOPPED';

create table sla_clock_event (
    id        bigint generated always as identity primary key,
    clock_id  bigint      not null references sla_clock (id),
    at        timestamptz not null,
    type      text        not null,
    reason    text,
    actor     text        not null,
    approver  text,
    extension text
);
create index sla_clock_event_clock_idx on sla_clock_event (clock_id, id);
