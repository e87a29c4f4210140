-- Exchange of files with systems that have no interface for programs: «Госуслуги. Решаем вместе» (pos) and «Инцидент-менеджмент» (im).

-- What the columns of their files are called. Their real layouts are not public: what is written below are defaults of ours, which
-- an administrator changes at /channels/exchange/mapping.
create table exchange_source (
    source      text        primary key,
    zone        text        not null, -- of moments without a zone
    date_format text        not null,
    version     integer     not null default 1,
    changed_by  text        not null,
    changed_at  timestamptz not null
);
insert into exchange_source (source, zone, date_format, changed_by, changed_at) values
    ('pos', 'Asia/Vladivostok', 'dd.MM.yyyy[ HH:mm[:ss]]', 'system', now()),
    ('im', 'Asia/Vladivostok', 'dd.MM.yyyy[ HH:mm[:ss]]', 'system', now());

create table exchange_column (
    source   text    not null references exchange_source (source),
    way      text    not null check (way in ('IN', 'OUT')),
    field    text    not null,
    title    text    not null,
    position integer not null default 0, -- of columns that go out
    primary key (source, way, field)
);
insert into exchange_column (source, way, field, title) values
    ('pos', 'IN', 'NUMBER', 'Номер сообщения'),
    ('pos', 'IN', 'KIND', 'Тип'),
    ('pos', 'IN', 'TEXT', 'Текст сообщения'),
    ('pos', 'IN', 'AUTHOR_NAME', 'Заявитель'),
    ('pos', 'IN', 'AUTHOR_CONTACT', 'Контакты заявителя'),
    ('pos', 'IN', 'WRITTEN_AT', 'Дата создания'),
    ('pos', 'IN', 'ADDRESS', 'Адрес'),
    ('pos', 'IN', 'MUNICIPALITY', 'Муниципальное образование'),
    ('pos', 'IN', 'LAT', 'Широта'),
    ('pos', 'IN', 'LON', 'Долгота'),
    ('pos', 'IN', 'PERMALINK', 'Ссылка'),
    ('pos', 'IN', 'MEDIA', 'Вложения'),
    ('im', 'IN', 'NUMBER', 'Номер инцидента'),
    ('im', 'IN', 'NETWORK', 'Источник'),
    ('im', 'IN', 'NETWORK_ID', 'ID записи'),
    ('im', 'IN', 'TEXT', 'Текст'),
    ('im', 'IN', 'AUTHOR_NAME', 'Автор'),
    ('im', 'IN', 'WRITTEN_AT', 'Дата публикации'),
    ('im', 'IN', 'ADDRESS', 'Адрес'),
    ('im', 'IN', 'MUNICIPALITY', 'Муниципалитет'),
    ('im', 'IN', 'LAT', 'Широта'),
    ('im', 'IN', 'LON', 'Долгота'),
    ('im', 'IN', 'PERMALINK', 'Ссылка'),
    ('im', 'IN', 'MEDIA', 'Вложения');
insert into exchange_column (source, way, field, title, position) values
    ('pos', 'OUT', 'NUMBER', 'Номер сообщения', 1),
    ('pos', 'OUT', 'INCIDENT', 'Номер инцидента ЦУР', 2),
    ('pos', 'OUT', 'STATUS', 'Статус', 3),
    ('pos', 'OUT', 'ANSWER', 'Текст ответа', 4),
    ('pos', 'OUT', 'ANSWERED_AT', 'Дата ответа', 5),
    ('pos', 'OUT', 'PROMISED_ON', 'Решение отложено до', 6),
    ('pos', 'OUT', 'BODY', 'Ответственный орган', 7),
    ('im', 'OUT', 'NUMBER', 'Номер инцидента', 1),
    ('im', 'OUT', 'INCIDENT', 'Номер инцидента ЦУР', 2),
    ('im', 'OUT', 'STATUS', 'Статус', 3),
    ('im', 'OUT', 'ANSWER', 'Текст ответа', 4),
    ('im', 'OUT', 'ANSWERED_AT', 'Дата ответа', 5),
    ('im', 'OUT', 'PROMISED_ON', 'На контроле до', 6),
    ('im', 'OUT', 'BODY', 'Ответственный орган', 7);

-- How the other system says what we have a code for; several words are separated by commas.
create table exchange_word (
    source  text not null references exchange_source (source),
    topic   text not null check (topic in ('KIND', 'NETWORK', 'STATUS')),
    meaning text not null,
    words   text not null,
    primary key (source, topic, meaning)
);
insert into exchange_word (source, topic, meaning, words) values
    ('pos', 'KIND', 'POS_MESSAGE', 'Сообщение'),
    ('pos', 'KIND', 'APPEAL_59FZ', 'Обращение'),
    ('im', 'NETWORK', 'vk', 'ВКонтакте, VK, vk.com'),
    ('im', 'NETWORK', 'ok', 'Одноклассники, OK, ok.ru'),
    ('im', 'NETWORK', 'max', 'MAX, Макс'),
    ('im', 'NETWORK', 'telegram', 'Telegram, Телеграм, t.me'),
    ('im', 'NETWORK', 'instagram', 'Instagram, Инстаграм');
insert into exchange_word (source, topic, meaning, words)
    select source, 'STATUS', meaning, words from exchange_source cross join (values
        ('NEW', 'Зарегистрировано'),
        ('MODERATION', 'Зарегистрировано'),
        ('REGISTERED', 'Зарегистрировано'),
        ('ROUTED', 'Передано на рассмотрение'),
        ('RETURNED', 'Передано на рассмотрение'),
        ('IN_PROGRESS', 'На рассмотрении'),
        ('CLARIFY', 'Запрошено уточнение'),
        ('APPROVAL', 'На рассмотрении'),
        ('REWORK', 'На рассмотрении'),
        ('APPROVED', 'На рассмотрении'),
        ('PUBLISH_FAILED', 'На рассмотрении'),
        ('INTERIM', 'Решение отложено'),
        ('ON_CONTROL', 'Решение отложено'),
        ('ANSWERED', 'Ответ направлен'),
        ('REOPENED', 'Повторное рассмотрение'),
        ('CLOSED', 'Ответ направлен'),
        ('REJECTED', 'Отказано'),
        ('MERGED', 'На рассмотрении'),
        ('JOINED', 'На рассмотрении'),
        ('REFUSED', 'Отказано'),     -- closed with this result
        ('WITHDRAWN', 'Отозвано')) as status (meaning, words);

-- One file that somebody has sent.
create table import_run (
    id           bigint generated always as identity primary key,
    source       text        not null references exchange_source (source),
    file_name    text        not null,
    file_size    bigint      not null,
    state        text        not null check (state in ('PREVIEW', 'RUNNING', 'STOPPED', 'DONE', 'CANCELLED')),
    good         integer     not null default 0, -- rows that can be registered, those that are known included
    known        integer     not null default 0, -- of them, known when the file was read
    bad          integer     not null default 0,
    uploaded_by  text        not null,
    uploaded_at  timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    finished_at  timestamptz,
    created      integer     not null default 0, -- these three when it is done; until then its rows are counted
    repeated     integer     not null default 0,
    failed       integer     not null default 0
);

-- Its rows. Any node registers the next one that is READY, in one transaction with this row: that is all there is to stop and resume.
create table import_row (
    run_id          bigint  not null references import_run (id) on delete cascade,
    row_no          integer not null, -- as people see it in the file
    state           text    not null check (state in ('READY', 'BAD', 'CREATED', 'KNOWN', 'FAILED')),
    number          text,             -- in the other system
    channel         text,
    external_id     text,
    known           boolean not null default false,
    message         jsonb,            -- what will be registered; gone when it is
    problems        jsonb,            -- of a bad row: column, value, what is wrong
    tries           integer not null default 0,
    incident_number text,
    primary key (run_id, row_no)
);
create index import_row_ready_idx on import_row (run_id, tries, row_no) where state = 'READY';
create index import_row_state_idx on import_row (run_id, state, row_no);
create index import_row_number_idx on import_row (run_id, channel, external_id);

-- «Инцидент-менеджмент» numbers messages of networks anew.
create table im_message (
    number      text primary key,
    channel     text not null,
    external_id text not null
);
create index im_message_idx on im_message (channel, external_id);

-- A file of answers and statuses: it never changes.
create table export_batch (
    id         bigint generated always as identity primary key,
    source     text        not null references exchange_source (source),
    state      text        not null check (state in ('MADE', 'CONFIRMED', 'CANCELLED')),
    columns    jsonb       not null,                -- fields and titles in their order
    restricted boolean     not null default false, -- has lines of restricted cases
    lines      integer     not null default 0,
    made_by    text        not null,
    made_at    timestamptz not null,
    decided_by text,
    decided_at timestamptz
);

create table export_line (
    batch_id        bigint  not null references export_batch (id),
    position        integer not null,
    number          text    not null,
    incident_number text    not null,
    status          text    not null,
    answer          text,
    answered_at     timestamptz,
    promised_on     date,
    body            text,
    fingerprint     text    not null, -- of what the other system will know when it has this line
    primary key (batch_id, position)
);
create index export_line_number_idx on export_line (number);

-- What the other system knows of a message, by the last file that was confirmed.
create table export_state (
    source      text not null,
    number      text not null,
    fingerprint text not null,
    primary key (source, number)
);

-- Answers that wait to be brought to «Госуслуги. Решаем вместе».
create table export_answer (
    idempotency_key text        primary key,
    number          text        not null,
    text            text        not null,
    queued_at       timestamptz not null,
    batch_id        bigint references export_batch (id), -- the file in which it is; null while it waits for one
    told_at         timestamptz                          -- when the publication has learned that the file is there
);
create index export_answer_number_idx on export_answer (number);
create index export_answer_batch_idx on export_answer (batch_id);

create view exchange_case as
    select 'pos' as source, external_id as number, incident_id
    from message where channel = 'pos' and part = 0 and not follow_up
    union all
    select 'im', im_message.number, incident_id
    from im_message join message on message.channel = im_message.channel and message.external_id = im_message.external_id and part = 0;

-- What there is to say of each message now. The key of its status is what exchange_word has words for.
create view exchange_line as
    select exchange_case.source, exchange_case.number, incident.id as incident_id, incident.number as incident_number,
        incident.restriction is not null as restricted,
        case when incident.status = 'CLOSED' and incident.result in ('REFUSED', 'WITHDRAWN') then incident.result else incident.status end as status_key,
        latest.text as answer, latest.published_at as answered_at, latest.promised_on, organisation.name as body
    from exchange_case
    join incident on incident.id = exchange_case.incident_id
    left join organisation on organisation.id = incident.body_id
    left join lateral (
        select answer.text, answer.promised_on,
            (select max(publication.published_at) from publication where publication.answer_id = answer.id) as published_at
        from answer
        where answer.incident_id = incident.id and answer.kind in ('FINAL', 'INTERIM') and answer.state in ('APPROVED', 'PUBLISHED')
        order by answer.version desc limit 1) latest on true;
