-- Appends a record in one way to the database and back, because every delivery waits for it. The lock is held to the end of the
-- transaction, so that there is one order; its number is any that nobody else uses. Each statement sees what was committed while
-- the one before it waited. The bridge computes the hash itself too, and takes nothing back that is not its own.
create function audit_append(of_municipality text, of_subject uuid, said text)
    returns table (seq bigint, previous text, hash text) language plpgsql as $$
declare
    head audit_event%rowtype;
begin
    perform pg_advisory_xact_lock(4711001);
    select * into head from audit_event e order by e.seq desc limit 1;
    seq := coalesce(head.seq, 0) + 1;
    previous := coalesce(head.hash, repeat('0', 64));
    hash := encode(sha256(convert_to(concat_ws(E'\n', previous, seq, of_municipality, coalesce(of_subject::text, 'null'), said),
        'UTF8')), 'hex');
    insert into audit_event values (seq, of_municipality, of_subject, said, previous, hash);
    return next;
end
$$;
