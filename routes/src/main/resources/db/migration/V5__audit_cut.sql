-- What has been kept for five years may be removed, by 'audit cut', which says in the setting up to which record; nothing else may be,
-- and nothing may be altered. Whoever owns the database can do without this trigger: what they remove is missed by 'audit verify'.
create or replace function audit_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.seq <= nullif(current_setting('omsorgsbron.audit_cut', true), '')::bigint
            and (old.event::jsonb ->> 'recorded')::timestamptz < now() - interval '5 years' then
            return old;
        end if;
    end if;
    raise exception 'the audit is append-only';
end
$$;
