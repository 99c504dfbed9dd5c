-- Whether an item was once sent without an answer: the recipient may have it, even if a later try was refused or held back.
alter table delivery add column uncertain boolean not null default false;
