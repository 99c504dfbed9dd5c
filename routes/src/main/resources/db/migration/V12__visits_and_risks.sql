-- Visits are received too; which kinds there are is the bridge's to say.
alter table received drop constraint if exists received_kind_check;

-- When a recipient that comes itself had fetched an entry as it stands.
alter table feed_entry add column received_at timestamptz;
update feed_entry e set received_at = coalesce(e.seen_at, c.fetched_at) from feed_counter c
where c.municipality = e.municipality and c.recipient = e.recipient and (e.number <= c.fetched or e.seen_at is not null);

-- Where each item stands at its recipient. What one that comes itself has not fetched yet has only been sent; what it has fetched, it can
-- say that somebody has seen.
create view standing as
select d.municipality, d.recipient, d.item_key, d.ended, e.item_key is not null as says_seen,
    case when d.rung <> 'ACCEPTED' then d.rung
        when e.seen_at is not null then 'SEEN'
        when e.item_key is not null and e.received_at is null then 'SENT'
        else d.rung end as rung,
    coalesce(case when d.rung = 'ACCEPTED' then coalesce(e.seen_at, e.received_at) end, d.changed_at) as since,
    case when e.item_key is null then d.accepted_at else e.received_at end as received_at,
    e.seen_at
from delivery d
left join feed_entry e
    on e.municipality = d.municipality and e.recipient = d.recipient and e.item_key = d.item_key;

-- Risks that were fresh when they were stored, with the recipients that were connected then: whoever may have one is to receive and see
-- it in time.
create table risk (
    municipality text        not null,
    fact_id      bigint      not null references fact (id) on delete cascade,
    noted_at     timestamptz not null default now(),
    connected    text[]      not null,
    primary key (municipality, fact_id)
);
create index risk_by_time on risk (noted_at);

-- Whose it is to know a risk, decided anew whenever anything about the person has changed. Without an item it is not the recipient's to
-- know. The coordinator is told once of whoever is late.
create table risk_member (
    municipality text        not null,
    fact_id      bigint      not null,
    recipient    text        not null,
    subject_id   uuid        not null,
    item_key     text,
    since        timestamptz,
    decided      bigint      not null,
    told_at      timestamptz,
    told_key     text,
    closed_at    timestamptz,
    primary key (municipality, fact_id, recipient),
    foreign key (municipality, fact_id) references risk (municipality, fact_id) on delete cascade
);
create index risk_member_by_subject on risk_member (municipality, subject_id);
