-- Whoever registers an agency reads the payees that mean it, not all there are.
create index payee_resolution_of_agency on payee_resolution (agency) where until is null;
create index payee_resolution_of_body on payee_resolution (body) where until is null;
