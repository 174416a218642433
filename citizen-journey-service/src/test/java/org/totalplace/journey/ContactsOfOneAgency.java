package org.totalplace.journey;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.totalplace.value.AgencyCode;

/** An agency of the test's own that delivers contacts, and what others say of them. */
public abstract class ContactsOfOneAgency extends RunningJourneyService {

    protected final String agency = "ag-" + UUID.randomUUID().toString().substring(0, 8);
    protected final String map = "map-of-" + agency;
    protected final JourneyFacts facts = facts();
    protected ContactsDoor door = new ContactsDoor(0);

    private static JourneyFacts facts() {
        try {
            return new JourneyFacts(DATABASE);
        } catch (SQLException away) {
            throw new IllegalStateException("The database of the tests is away", away);
        }
    }

    @BeforeEach
    void register() {
        door = new ContactsDoor(port);
        door.register(agency);
    }

    @AfterEach
    void close() throws SQLException {
        facts.close();
    }

    protected UUID subject(String reference) {
        return PSEUDONYMS.subject(new AgencyCode(agency), reference).value();
    }

    /** A new person who is known to the agency by the reference. */
    protected UUID person(String reference) throws SQLException {
        UUID person = UUID.randomUUID();
        facts.link(subject(reference), agency, person);
        return person;
    }
}
