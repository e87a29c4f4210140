-- Each change of what dates are computed by has a number: clocks remember by which one they were read.
create table calendar_change (
    version bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    what    text        not null
);
comment on column calendar_change.what is 'In Russian, for the administrator';

alter table organisation add column time_zone text;
comment on column organisation.time_zone is 'Null: the zone of the region';

-- Working hours as people write them: 09:00-13:00, 14:00-18:00. They hold until the next row of the same organisation.
create table working_hours (
    id              bigint generated always as identity primary key,
    organisation_id text references organisation (id), -- null: whoever has no row of his own
    valid_from      date,                              -- null: since ever
    work_day        text not null,
    friday          text not null,                     -- blank: as on other working days
    short_day       text not null,
    day_off         text not null,                     -- blank: nobody works
    note            text,
    unique nulls not distinct (organisation_id, valid_from)
);

insert into working_hours (work_day, friday, short_day, day_off, note)
values ('09:00-13:00, 14:00-18:00', '', '09:00-13:00, 14:00-17:00', '', 'Пятидневная неделя, 40 часов');
