-- Deliveries whose sums by printed payee are still to be made. Whoever asks by payee makes them first.
create table payee_sum_due (
    delivery integer primary key references posted_delivery
);
