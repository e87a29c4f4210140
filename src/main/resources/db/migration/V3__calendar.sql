-- Days on which a year differs from the plain week of five working days.
create table calendar_day (
    day    date primary key,
    kind   text not null check (kind in ('WORK', 'SHORT', 'OFF')),
    source text not null,
    note   text
);

-- A year that is not here, or not final, is computed from weekends and the holidays of the Labour Code.
create table calendar_year (
    year   integer primary key,
    status text not null check (status in ('FINAL', 'PROVISIONAL'))
);
