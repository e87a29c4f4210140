-- An answer keeps the parts from which it was composed, and what the checks said of it when it was submitted.
alter table answer
    add column done_text    text,
    add column plan_text    text,
    add column refusal_text text,
    add column legal_ground text,
    add column template_id  bigint,
    add column fingerprint  text, -- the same for texts that differ in greeting, spaces and case only
    add column warnings     text; -- one a line, in Russian
create index answer_fingerprint_idx on answer (fingerprint);
create index answer_template_idx on answer (template_id) where template_id is not null;

-- How the answer goes to the author of a message, and why his network did not take it.
alter table publication
    add column way              text not null default 'REPLY',
    add column other_message_id bigint references message (id), -- where it goes instead, in another channel of the author
    add column refusal          text,                           -- kind; column error says it in Russian
    add column reported         boolean not null default false; -- whether the history of the case tells of the refusal
-- Until now a channel that no program reaches left its row behind as it was.
update publication set state = 'REFUSED', refusal = 'NO_CHANNEL', error = 'программа не отвечает в этом канале', reported = true
    where state = 'PENDING';
update publication set way = case when permalink is null then 'BY_PHONE' else 'BY_HAND' end
    where state = 'PUBLISHED' and published_by <> 'system';

-- The post, topic or chat in which a message stands, where its network needs that to answer it.
alter table message add column thread text;

create table reply_template (
    id            bigint generated always as identity primary key,
    category_code text, -- null: for every category
    title         text        not null,
    done_text     text,
    plan_text     text,
    refusal_text  text,
    legal_ground  text,
    retired_at    timestamptz,
    changed_by    text        not null,
    changed_at    timestamptz not null
);
create unique index reply_template_title_idx on reply_template (lower(title)) where retired_at is null;

-- What «Лента» plays for a message: the network refuses a reply to it.
create table feed_obstacle (
    channel     text not null,
    external_id text not null,
    refusal     text not null,
    primary key (channel, external_id)
);

insert into reply_template (category_code, title, done_text, plan_text, refusal_text, legal_ground, changed_by, changed_at)
values
    ('IMPR-1', 'Траву скосили', 'Траву по адресу {адрес} скосили, скошенное вывезли. Покос на этом участке включён в график до конца сезона.', null, null, null, 'system', now()),
    ('IMPR-2', 'Опасную площадку закрыли, ремонт впереди', 'Детскую площадку по адресу {адрес} осмотрели. Опасные элементы сняли или огородили.', 'Отремонтируем площадку до {дата}. Работы выполняет {орган}.', null, null, 'system', now()),
    ('ROAD-1', 'Колодец оградили, крышку установим', 'Колодец по адресу {адрес} оградили сразу после вашего сообщения.', 'Новую крышку установим до {дата}. О выполнении напишем здесь же.', null, null, 'system', now()),
    ('ROAD-2', 'Яму отремонтировали', 'Яму по адресу {адрес} отремонтировали, покрытие восстановлено.', null, null, null, 'system', now()),
    ('ROAD-2', 'Ремонт ямы по плану', 'Участок по адресу {адрес} осмотрели, место огородили.', 'Ремонт покрытия выполним до {дата}. Работы ведёт {орган}.', null, null, 'system', now()),
    ('ROAD-3', 'Улицу обработали от гололёда', 'Дорогу и тротуар по адресу {адрес} обработали противогололёдной смесью. Участок взяли под ежедневный осмотр.', null, null, null, 'system', now()),
    ('WATR-1', 'Воду дали', 'Утечку устранили, вода по адресу {адрес} подаётся. Приносим извинения за неудобства.', null, null, null, 'system', now()),
    ('WATR-1', 'Авария на сети, срок восстановления', 'На сети у дома по адресу {адрес} авария, бригада уже работает.', 'Подачу воды восстановим до {дата}. Подвоз воды организует {орган}.', null, null, 'system', now()),
    ('HEAT-2', 'Отопление отрегулировали', 'Специалисты отрегулировали подачу тепла в дом по адресу {адрес} и замерили температуру: она в норме.', null, null, null, 'system', now()),
    ('ELEC-4', 'Фонари заработали', 'Уличное освещение по адресу {адрес} восстановили: повреждённый кабель заменён.', null, null, null, 'system', now()),
    ('WAST-1', 'Мусор вывезли', 'Контейнерную площадку по адресу {адрес} убрали, отходы вывезли. За соблюдением графика следит {орган}.', null, null, null, 'system', now()),
    ('HOUS-2', 'Крыша: предписание управляющей компании', 'Дом по адресу {адрес} осмотрели, протечка подтвердилась. Управляющей компании выдано предписание.', 'Ремонт кровли предписано закончить до {дата}. Проверит {орган}.', null, null, 'system', now()),
    ('TRAN-1', 'Перевозчика проверили', 'Работу маршрута проверили по данным навигации. Перевозчику указано на срывы графика, выпуск автобусов в часы пик увеличен.', null, null, null, 'system', now()),
    ('HLTH-2', 'Запись к врачу открыта', 'В поликлинике открыли дополнительную запись. Записаться можно через регистратуру или портал госуслуг.', null, null, null, 'system', now()),
    ('SOCL', 'Выплата не положена: разъяснение', null, null, 'Выплату назначают, если доход на каждого члена семьи ниже прожиточного минимума. По представленным документам доход выше, поэтому назначить её нельзя. Если доход изменился, подайте заявление снова.', 'статья 9 Федерального закона от 19.05.1995 № 81-ФЗ «О государственных пособиях гражданам, имеющим детей»', 'system', now()),
    ('HOUS-6', 'Капитальный ремонт в другом году', null, null, 'Капитальный ремонт дома по адресу {адрес} стоит в региональной программе позже. Перенести его раньше можно, если так решит общее собрание собственников и хватит накоплений дома.', 'статья 168 Жилищного кодекса Российской Федерации', 'system', now()),
    (null, 'Вопрос о личных данных', 'Чтобы ответить точно, нам нужны сведения, которые нельзя публиковать. Напишите нам личным сообщением или через платформу «Госуслуги. Решаем вместе».', null, null, null, 'system', now());
