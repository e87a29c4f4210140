-- Reference data. Its source is src/main/resources/reference/*.csv, which ReferenceLoader brings in at each start.
-- Municipalities, organisations and categories are never deleted, because cases refer to them: valid_to (the last day) ends them.
create table municipality (
    code           text primary key check (code ~ '^[A-Z]{3}$'),
    oktmo          text not null unique check (oktmo ~ '^[0-9]{8}$'),
    name           text not null,
    centre         text not null,
    kind           text not null check (kind in ('URBAN_OKRUG', 'MUNICIPAL_OKRUG', 'DISTRICT')),
    valid_from     date, -- null: since before these records
    valid_to       date, -- null: until further notice
    successor_code text references municipality (code),
    check (valid_from <= valid_to),
    check ((valid_to is null) = (successor_code is null))
);

-- Names people use, as Directory normalises them. A name with two municipalities is ambiguous and finds neither.
create table municipality_alias (
    alias             text not null,
    municipality_code text not null references municipality (code),
    primary key (alias, municipality_code)
);

-- How places look inside a text. address_only: words that mean something else in a sentence, such as the name Ольга.
create table place_name (
    municipality_code text    not null references municipality (code),
    pattern           text    not null,
    address_only      boolean not null,
    primary key (municipality_code, pattern)
);

-- The id is also a group and a tenant of the engine, which takes letters and digits only.
create table organisation (
    id         text primary key check (id ~ '^[A-Za-z][A-Za-z0-9]*$'),
    name       text not null,
    short_name text not null,
    kind       text not null,
    valid_from date,
    valid_to   date,
    check (valid_from <= valid_to)
);

create table responsibility (
    body_kind         text not null,
    organisation_id   text not null references organisation (id),
    municipality_code text references municipality (code), -- null: the whole krai
    valid_from        date,
    valid_to          date,
    unique nulls not distinct (body_kind, municipality_code, organisation_id, valid_from),
    check (valid_from <= valid_to)
);

create table category (
    code              text primary key,
    position          integer not null,
    group_code        text    not null,
    group_name        text    not null,
    name              text    not null,
    priority          text    not null check (priority in ('P0', 'P1', 'P2', 'P3')),
    first_answer_term text check (first_answer_term ~ '^[1-9][0-9]* (WORKING|CALENDAR)_(MINUTES|HOURS|DAYS)$'),
    solution_term     text check (solution_term ~ '^[1-9][0-9]* (WORKING|CALENDAR)_(MINUTES|HOURS|DAYS)$'),
    evidence_required boolean not null
);
comment on column category.first_answer_term is 'Only where the category overrides the profile of its priority';

create table category_keyword (
    category_code text not null references category (code),
    pattern       text not null,
    primary key (category_code, pattern)
);

create table urgent_phrase (
    pattern text primary key
);

create table staff (
    user_id         text primary key,
    organisation_id text not null references organisation (id),
    full_name       text not null,
    position        text not null
);
create index staff_organisation_idx on staff (organisation_id);
