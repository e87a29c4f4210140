-- Reports add up the time of the parties case by case without touching the rows themselves.
create index time_ledger_charge_idx on time_ledger (incident_number) include (party, working_seconds)
    where kind in ('SPAN', 'CORRECTION');
