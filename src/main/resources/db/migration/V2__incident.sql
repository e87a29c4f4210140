-- A case: what people say of it, who must act, and the moments that decide disputes about terms.
create table incident (
    id                            bigint generated always as identity primary key,
    number                        text        not null unique,
    legal_regime                  text        not null,
    status                        text        not null,
    result                        text,
    reject_reason                 text,
    reject_text                   text,
    master_number                 text references incident (number),
    category_code                 text references category (code),
    municipality_code             text references municipality (code),
    address                       text,
    lat                           double precision,
    lon                           double precision,
    severity                      text        not null,
    danger_to_life                boolean     not null default false,
    body_id                       text references organisation (id),
    executor_id                   text,
    returns                       integer     not null default 0,
    reworks                       integer     not null default 0,
    reopen_no                     integer     not null default 0,
    broken_promises               integer     not null default 0,
    sla_state                     text        not null default 'ON_TIME',
    event_at                      timestamptz,
    detected_at                   timestamptz not null,
    registered_at                 timestamptz not null,
    triaged_at                    timestamptz,
    routed_at                     timestamptz,
    accepted_at                   timestamptz,
    first_draft_at                timestamptz,
    approved_at                   timestamptz,
    first_published_at            timestamptz,
    final_published_at            timestamptz,
    closed_at                     timestamptz,
    triage_due                    timestamptz,
    acceptance_due                timestamptz,
    first_answer_due              timestamptz, -- term of the first published answer; reports judge by it
    answer_due                    timestamptz, -- term of the answer that is being worked on now
    control_due                   timestamptz,
    first_answer_working_minutes  integer      -- registered_at to first_published_at
);
comment on column incident.first_answer_due is 'From the moment of registration, by the suggested severity until the triage, by the decided one after it; a later answer never moves it';
create index incident_first_answer_due_idx on incident (first_answer_due);
create index incident_registered_at_idx on incident (registered_at);
create index incident_body_idx on incident (body_id, status);
create index incident_master_idx on incident (master_number) where master_number is not null;

-- What a person wrote. One incident answers many messages.
create table message (
    id                bigint generated always as identity primary key,
    incident_id       bigint      not null references incident (id),
    channel           text        not null,
    external_id       text        not null,
    author_id         text,
    author_name       text,
    author_contact    text,
    text              text        not null,
    permalink         text,
    published_at      timestamptz,
    received_at       timestamptz not null,
    address           text,
    municipality_code text references municipality (code),
    lat               double precision,
    lon               double precision,
    unique (channel, external_id)
);
create index message_incident_idx on message (incident_id);

-- The author has changed the message in the network: each version that came is kept.
create table message_edit (
    id          bigint generated always as identity primary key,
    message_id  bigint      not null references message (id),
    text        text        not null,
    received_at timestamptz not null
);
create index message_edit_message_idx on message_edit (message_id);

create table answer (
    id            bigint generated always as identity primary key,
    incident_id   bigint      not null references incident (id),
    version       integer     not null,
    kind          text        not null,
    text          text        not null,
    promised_on   date,
    state         text        not null,
    drafted_by    text        not null,
    drafted_at    timestamptz not null,
    return_reason text,
    return_text   text,
    decided_by    text,
    decided_at    timestamptz,
    unique (incident_id, version)
);

-- One row per answer and message: the key makes a repeated publication harmless.
create table publication (
    id              bigint generated always as identity primary key,
    answer_id       bigint not null references answer (id),
    message_id      bigint not null references message (id),
    idempotency_key text   not null unique,
    state           text   not null,
    permalink       text,
    published_at    timestamptz,
    published_by    text,
    note            text,
    error           text
);
create index publication_answer_idx on publication (answer_id);
create index publication_message_idx on publication (message_id);

create table attachment (
    id          bigint generated always as identity primary key,
    incident_id bigint      not null references incident (id),
    message_id  bigint references message (id),
    answer_id   bigint references answer (id),
    kind        text        not null,
    url         text        not null,
    title       text,
    added_by    text,
    added_at    timestamptz not null
);
create index attachment_incident_idx on attachment (incident_id);

-- What people see as the history of the case.
create table incident_event (
    id          bigint generated always as identity primary key,
    incident_id bigint      not null references incident (id),
    at          timestamptz not null,
    actor       text        not null,
    kind        text        not null,
    details     text
);
create index incident_event_incident_idx on incident_event (incident_id, at);
