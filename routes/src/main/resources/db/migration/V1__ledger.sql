-- The ledger: what is known, and what each recipient has acknowledged. The municipality is part of every key.

create table subject (
    municipality text        not null,
    id           uuid        not null,
    kind         text        not null check (kind in ('UNIT', 'STAFF', 'PERSON')),
    created_at   timestamptz not null default now(),
    primary key (municipality, id)
);

-- The names under which sources know a subject; identity numbers are names with dates. An ended name still resolves, because
-- older records of the source keep using it.
create table subject_key (
    municipality text        not null,
    kind         text        not null,
    system       text        not null,
    value        text        not null,
    subject_id   uuid        not null,
    since        timestamptz not null default now(),
    until        timestamptz,
    primary key (municipality, kind, system, value),
    foreign key (municipality, subject_id) references subject (municipality, id)
);
create index subject_key_by_subject on subject_key (municipality, subject_id);

-- What sources say. One current row per record of a source; a former assignment of a contact stays as a superseded row.
create table fact (
    id           bigint generated always as identity primary key,
    municipality text        not null,
    system       text        not null,
    resource     text        not null,
    source_id    text        not null,
    kind         text        not null,
    key_kind     text        not null,
    key_system   text        not null,
    key_value    text        not null,
    content      jsonb       not null,
    hash         text        not null,
    modified     timestamptz,
    first_seen   timestamptz not null,
    changed_at   timestamptz not null,
    gone_since   timestamptz,
    absences     int         not null default 0,
    superseded   boolean     not null default false
);
create unique index fact_current on fact (municipality, system, resource, source_id) where not superseded;
create index fact_by_key on fact (municipality, key_kind, key_system, key_value);

-- Further names that a fact gives its subject (an execution's id names its person), and other subjects that it touches.
create table fact_key (
    fact_id      bigint not null references fact (id) on delete cascade,
    municipality text   not null,
    role         text   not null check (role in ('NAMES', 'RELATES')),
    kind         text   not null,
    system       text   not null,
    value        text   not null,
    primary key (fact_id, role, kind, system, value)
);
create index fact_key_by_key on fact_key (municipality, kind, system, value);

-- Whose a key is: a subject's own names, and the names that facts about it establish. What a subject's own record names is in
-- subject_key, which knows when a name has moved to another subject.
create view key_owner as
select municipality, kind, system, value, subject_id
from subject_key
union
select n.municipality, n.kind, n.system, n.value, s.subject_id
from fact_key n
join fact f on f.id = n.fact_id
join subject_key s
    on s.municipality = f.municipality and s.kind = f.key_kind and s.system = f.key_system and s.value = f.key_value
where n.role = 'NAMES' and f.kind not in ('person', 'staff-member', 'provider-unit');

-- How far each feed of a source has been read, in the source's time.
create table feed_state (
    municipality   text        not null,
    system         text        not null,
    feed           text        not null,
    watermark      timestamptz,
    baseline_at    timestamptz,
    read_at        timestamptz,
    failed_since   timestamptz,
    failure        text,
    shrink_allowed boolean     not null default false,
    primary key (municipality, system, feed)
);

-- What is to be done: one row per subject and recipient. A claim is an epoch that grows and an expiry by this database's clock.
create table work (
    municipality  text        not null,
    subject_id    uuid        not null,
    recipient     text        not null,
    rank          int         not null,
    wanted        bigint      not null default 1,
    changed_at    timestamptz not null default now(),
    due_at        timestamptz,
    epoch         bigint      not null default 0,
    claimed_until timestamptz,
    attempts      int         not null default 0,
    primary key (municipality, subject_id, recipient),
    foreign key (municipality, subject_id) references subject (municipality, id)
);
create index work_due on work (municipality, recipient, rank, due_at) where due_at is not null;

-- What a recipient holds, item by item, and the rung that the newest delivery of it stands on.
create table delivery (
    municipality    text        not null,
    recipient       text        not null,
    item_key        text        not null,
    subject_id      uuid        not null,
    concept         text        not null,
    mode            text        not null,
    rung            text        not null check (rung in ('QUEUED', 'HELD', 'SENT', 'ACCEPTED')),
    accepted_hash   text,
    sent_hash       text,
    version         text,
    location        text,
    mapping_version text        not null,
    ended           boolean     not null default false,
    changed_at      timestamptz not null default now(),
    accepted_at     timestamptz,
    primary key (municipality, recipient, item_key)
);
create index delivery_by_subject on delivery (municipality, recipient, subject_id);

-- Which items of staff and units a recipient has to hold because something that it may have refers to them. Nobody's name leaves
-- without a need.
create table need (
    municipality text not null,
    recipient    text not null,
    item_key     text not null,
    primary key (municipality, recipient, item_key)
);

-- What is held back, why, and who has to act. The original stays until it is mended or discarded.
create table held_item (
    id            bigint generated always as identity primary key,
    municipality  text        not null,
    source        text        not null,
    feed          text,
    subject_id    uuid,
    recipient     text,
    item_key      text,
    key_kind      text,
    key_system    text,
    key_value     text,
    reason        text        not null,
    owner         text        not null,
    problems      jsonb       not null,
    original      text        not null,
    original_hash text        not null,
    held_at       timestamptz not null default now(),
    state         text        not null default 'OPEN' check (state in ('OPEN', 'RETRIED', 'MENDED', 'DISCARDED')),
    closed_at     timestamptz
);
create unique index held_item_open on held_item (municipality, source) where state in ('OPEN', 'RETRIED', 'DISCARDED');
create index held_item_by_key on held_item (municipality, key_kind, key_system, key_value);

-- Who did what with a held item, and why.
create table held_action (
    held_id bigint      not null references held_item (id) on delete cascade,
    at      timestamptz not null default now(),
    action  text        not null,
    actor   text        not null,
    note    text        not null default ''
);
