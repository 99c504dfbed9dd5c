-- Visits are received too; which kinds there are is the bridge's to say.
alter table received drop constraint if exists received_kind_check;
