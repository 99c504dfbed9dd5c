-- Who of the staff is protected is looked up for every person's record: it has to be found without a search.
create index fact_staff_protection on fact (municipality) where kind = 'staff-protection' and gone_since is null and not superseded;

-- Records that an external store of the audit refuses for good: the later ones do not wait for them. They are tried again, and are not
-- cut before the store has them.
create table audit_refused (
    url        text        not null,
    seq        bigint      not null,
    reason     text        not null,
    refused_at timestamptz not null,
    next_try   timestamptz not null,
    primary key (url, seq)
);

-- Of somebody who was erased and comes back, no claim of before may ever stand again: epochs begin higher each time.
alter table work alter column epoch set default (extract(epoch from clock_timestamp()) * 1000)::bigint;
