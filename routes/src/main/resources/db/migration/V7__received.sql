-- What somebody sent to be taken in, under the sender's own id: the same again gets the same receipt, other content is refused. The
-- content stands in the facts; here is the hash of each field, so that two versions can be told apart.
create table received (
    receipt      uuid        primary key,
    municipality text        not null,
    system       text        not null,
    sender_id    text        not null,
    kind         text        not null check (kind in ('note', 'withdrawal')),
    about        uuid        not null,
    subject_id   uuid        not null,
    fields       jsonb       not null,
    received_at  timestamptz not null default now(),
    unique (municipality, system, sender_id)
);
create index received_by_subject on received (municipality, subject_id);

-- Whether a record of a source is one that the bridge itself wrote there.
create index delivery_by_location on delivery (municipality, location);
