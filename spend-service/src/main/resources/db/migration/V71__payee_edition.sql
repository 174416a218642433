-- By which edition of the rules and of the register stored names were read; another one reads them anew at the next start.
create table payee_edition (
    edition text not null,
    single  boolean primary key default true check (single)
);
insert into payee_edition (edition) values ('before editions were kept');
