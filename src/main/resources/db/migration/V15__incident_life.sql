-- Where the process of a case has stood, since when, and who brought it there. Written by the diagrams.
create table incident_status (
    id          bigint generated always as identity primary key,
    incident_id bigint      not null references incident (id),
    status      text        not null,
    since       timestamptz not null,
    actor       text        not null
);
create index incident_status_incident_idx on incident_status (incident_id, id);
insert into incident_status (incident_id, status, since, actor)
    select id, status, coalesce(closed_at, first_published_at, accepted_at, routed_at, triaged_at, registered_at), 'system' from incident;

alter table incident
    add column restriction            text,                             -- why only named people may read it
    add column personal_control       boolean not null default false,   -- of the governor
    add column original_deleted_at    timestamptz,                      -- the author has deleted his message in the network
    add column repeat_of              text references incident (number),-- same author, place and category within 30 days
    add column split_from             text references incident (number),
    add column mass_number            text references incident (number),-- the incident whose answer this one waits for
    add column complaint_against_id   text references organisation (id),
    add column appeal_number          text,                             -- in the journal of appeals under 59-FZ
    add column appeal_registered_on   date,
    add column redirected_to          text,
    add column no_answer_ground       text;
create index incident_mass_idx on incident (mass_number) where mass_number is not null;
create unique index incident_appeal_number_idx on incident (appeal_number);

-- One message may hold several questions: each is a message of its own incident, answered under the same external id.
alter table message add column part integer not null default 0;
alter table message drop constraint message_channel_external_id_key;
alter table message add constraint message_channel_external_id_part_key unique (channel, external_id, part);
create index message_author_idx on message (channel, author_id) where author_id is not null;

-- Calls to emergency services about a danger to life, also those that were not taken.
create table emergency_call (
    id          bigint generated always as identity primary key,
    incident_id bigint      not null references incident (id),
    service     text        not null,
    called_at   timestamptz not null,
    accepted    boolean     not null,
    spoke_with  text        not null,
    text        text,
    called_by   text        not null
);
create index emergency_call_incident_idx on emergency_call (incident_id);

-- What authors say of the final answer.
create table author_feedback (
    id          bigint generated always as identity primary key,
    incident_id bigint      not null references incident (id),
    mark        integer check (mark between 1 and 5),
    solved      boolean     not null,
    text        text,
    given_at    timestamptz not null,
    recorded_by text        not null
);
create index author_feedback_incident_idx on author_feedback (incident_id);

alter table message
    add column question  text,                           -- what of the text this incident is about, where it was split
    add column follow_up boolean not null default false; -- the author has written once more: one answer is enough for him

-- The answer of a mass incident, as each author of the others got it.
alter table answer add column taken_from bigint references answer (id);

alter domain ledger_party drop constraint ledger_party_check;
alter domain ledger_party add constraint ledger_party_check check (value in
    ('CUR', 'BODY', 'CO_EXECUTOR', 'APPROVAL', 'PUBLICATION', 'WAITING_AUTHOR', 'UNDER_CONTROL', 'SUSPENDED', 'FEEDBACK'));
