-- Up to which record an external store has the audit.
create table audit_store (
    url          text        primary key,
    seq          bigint      not null default 0,
    delivered_at timestamptz
);
