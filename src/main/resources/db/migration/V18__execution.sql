-- How much work a case is, how often a promised date has moved, and what bodies ask for while they work.
alter table incident
    add column work_size      text check (work_size in ('SMALL', 'RESOURCE_INTENSIVE')),
    add column date_moves     integer not null default 0,
    add column refusal_ground text;
comment on column incident.work_size is 'Decided by the operator when he sorts the message; null counts as SMALL';
comment on column incident.refusal_ground is 'Why it cannot be done, by the latest report of the body; null when it can';

-- What the responsible body asks of another one: a part of the work, or documents.
create table body_request (
    id           bigint generated always as identity primary key,
    incident_id  bigint      not null references incident (id),
    kind         text        not null check (kind in ('PART', 'DOCUMENTS')),
    body_id      text        not null references organisation (id),
    text         text        not null,
    state        text        not null check (state in ('OPEN', 'DONE', 'DECLINED', 'WITHDRAWN', 'OVERDUE')),
    requested_by text        not null,
    requested_at timestamptz not null,
    answer       text,
    answer_url   text,
    closed_by    text,
    closed_at    timestamptz
);
create index body_request_incident_idx on body_request (incident_id, id);
create unique index body_request_open_idx on body_request (incident_id, kind, body_id) where state = 'OPEN';

-- What a body asks of the CUR: more time for its answer, or another date for what was promised.
create table time_request (
    id           bigint generated always as identity primary key,
    incident_id  bigint      not null references incident (id),
    kind         text        not null check (kind in ('EXTENSION', 'MOVE')),
    term         text check ((kind = 'EXTENSION') = (term is not null)),
    day          date check ((kind = 'MOVE') = (day is not null)),
    reason       text        not null,
    document_url text,
    state        text        not null check (state in ('OPEN', 'GRANTED', 'REFUSED', 'LAPSED')),
    requested_by text        not null,
    requested_at timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    decision     text
);
create index time_request_incident_idx on time_request (incident_id, id);
create unique index time_request_open_idx on time_request (incident_id) where state = 'OPEN';
