-- Who was given what, whose, on which ground; and what operations did. Append-only, each record chained to the one before.
create table audit_event (
    seq          bigint primary key,
    municipality text not null,
    subject_id   uuid,
    event        text not null,
    previous     text not null,
    hash         text not null
);
create index audit_event_by_subject on audit_event (municipality, subject_id);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only';
end
$$;

create trigger audit_rows_stay before update or delete on audit_event
    for each row execute function audit_is_append_only();
create trigger audit_table_stays before truncate on audit_event
    for each statement execute function audit_is_append_only();
