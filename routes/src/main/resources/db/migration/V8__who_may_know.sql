-- Who of the staff is protected is looked up for every person's record: it has to be found without a search.
create index fact_staff_protection on fact (municipality) where kind = 'staff-protection' and gone_since is null and not superseded;
