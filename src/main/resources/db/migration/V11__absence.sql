alter table staff add column email text check (email ~ '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$');
comment on column staff.email is 'Null: whatever Camunda Admin knows of the person';

-- Who is not at work, and who is told and asked instead. Days are inclusive.
create table absence (
    id            bigint generated always as identity primary key,
    user_id       text        not null references staff (user_id),
    substitute_id text        references staff (user_id), -- null: nobody; whoever is told of things skips the person
    from_day      date        not null,
    to_day        date        not null,
    reason        text        not null,
    entered_by    text        not null,
    entered_at    timestamptz not null,
    check (from_day <= to_day),
    check (substitute_id <> user_id)
);
create index absence_user_idx on absence (user_id, to_day);
create index absence_day_idx on absence (to_day);
