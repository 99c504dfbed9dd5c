-- What a recipient that comes itself reads: the newest state of each entry, numbered in the order of commits. A removed entry stays,
-- without content, so that whoever comes late is told.
create table feed_entry (
    municipality text        not null,
    recipient    text        not null,
    item_key     text        not null,
    subject_id   uuid        not null,
    number       bigint      not null,
    content      text,
    changed_at   timestamptz not null default now(),
    seen_at      timestamptz,
    primary key (municipality, recipient, item_key)
);
create unique index feed_entry_in_order on feed_entry (municipality, recipient, number);

-- The one sequencer: its row is locked until the numbers that were taken from it are committed, so a later number is never seen before
-- an earlier one. What is erased takes its entries with it; whoever read before then begins anew.
create table feed_counter (
    municipality text   not null,
    recipient    text   not null,
    number       bigint not null,
    generation   uuid   not null default gen_random_uuid(),
    fetched      bigint not null default 0,
    fetched_at   timestamptz,
    primary key (municipality, recipient)
);
