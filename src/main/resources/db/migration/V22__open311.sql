-- People write there of themselves and of others: nothing of a case is public before an operator has read it.
create table moderated_group (
    group_code text primary key -- of category
);
insert into moderated_group (group_code) values ('HLTH'), ('SOCL'), ('LIFE'), ('GOVR');

-- What came through Open311. A token is given instead of a number while a case is not public yet.
create table open311_request (
    id              bigint generated always as identity primary key,
    incident_number text        not null references incident (number),
    fingerprint     text        not null, -- of key and fields: the same again within a minute is the same request
    token           text unique,
    received_at     timestamptz not null
);
create index open311_request_fingerprint_idx on open311_request (fingerprint, received_at);
create index open311_request_incident_idx on open311_request (incident_number);
create index open311_request_received_idx on open311_request (received_at) where token is null;

-- What was sent from the page for citizens: who brings the code is the author. A form that was sent twice has two codes.
create table citizen_report (
    code_hash       text primary key,     -- SHA-256, hexadecimal: the code itself is in the author's link only
    incident_number text        not null references incident (number),
    external_id     text        not null, -- of the message in the channel app
    sent_at         timestamptz not null
);
create index citizen_report_incident_idx on citizen_report (incident_number);

-- How often a caller has called since his window began; all nodes count together.
create table call_window (
    caller text primary key,
    since  timestamptz not null,
    calls  integer     not null,
    ends   timestamptz not null
);
create index call_window_ends_idx on call_window (ends);

-- Lists of public cases of some categories, newest first; those of all walk incident_registered_at_idx.
create index incident_category_registered_idx on incident (category_code, registered_at);
-- Attached cases are shown with the state of their main case.
create index incident_merged_registered_idx on incident (registered_at) where status = 'MERGED';
