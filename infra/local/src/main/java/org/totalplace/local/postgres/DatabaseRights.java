package org.totalplace.local.postgres;

/** Who may do what in a service's database. */
final class DatabaseRights {

    private DatabaseRights() {}

    /** The owner makes tables; the running service reads and writes their rows and may use temporary tables. */
    static String of(Database database) {
        return """
                revoke all on database DB from public;
                grant connect, temporary on database DB to DB_app;
                alter schema public owner to DB_owner;
                revoke create on schema public from public;
                grant usage on schema public to DB_app;
                alter default privileges for role DB_owner grant usage on schemas to DB_app;
                alter default privileges for role DB_owner grant select, insert, update, delete on tables to DB_app;
                alter default privileges for role DB_owner grant usage on sequences to DB_app;
                """.replace("DB", database.name());
    }
}
