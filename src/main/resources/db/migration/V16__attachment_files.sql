-- Files of a case beside the links that it had before. Both nodes share the database, so the bytes live here, too.
alter table attachment
    alter column url drop not null,
    add column file_name     text,
    add column media_type    text,    -- found by the content, never what the sender says
    add column size_bytes    bigint,
    add column sha256        text,    -- of the original, hexadecimal
    add column purpose       text,
    add column with_answer   boolean not null default false,
    add column located       boolean not null default false,
    add column unpublishable text,    -- a Russian sentence; null when it may leave the house
    add constraint attachment_link_or_file check (
        (url is not null and file_name is null)
        or (url is null and file_name is not null and media_type is not null and size_bytes is not null
            and sha256 is not null and purpose is not null)),
    add constraint attachment_published_is_publishable check (not with_answer or unpublishable is null);
comment on column attachment.kind is 'LINK: what the author attached; FILE: a file; EVIDENCE: a link or a file that proves the work';
comment on column attachment.with_answer is 'Its copy for publication goes out with the answer answer_id, or with the next one while that is null';
comment on column attachment.located is 'The original says where it was taken';
create index attachment_answer_idx on attachment (answer_id) where answer_id is not null;

-- ORIGINAL: as it came; PUBLIC: the copy for publication where it differs; PREVIEW: a small picture for lists.
create table attachment_content (
    attachment_id bigint not null references attachment (id) on delete cascade,
    variant       text   not null,
    bytes         bytea  not null,
    primary key (attachment_id, variant)
);
-- Pictures are compressed already: another try would only cost time.
alter table attachment_content alter column bytes set storage external;
