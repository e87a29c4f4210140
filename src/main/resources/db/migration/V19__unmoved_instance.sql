-- Running instances that could not go on with the latest version of their diagram, and why.
create table unmoved_instance (
    instance_id varchar(64) primary key,
    business_key text,
    process text not null,
    version integer not null,
    latest_version integer not null,
    reason text not null,
    noticed_at timestamptz not null
);
