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
