package org.totalplace.journey.announce;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.IdentityLink;
import org.totalplace.starter.outbox.Outbox;
import org.totalplace.value.SubjectKey;

/** Tells which subject is held to be which person. */
public final class IdentityLinks {

    private IdentityLinks() {}

    /** Appends to the outbox; changes of one subject must take turns. */
    public static void append(Connection connection, List<IdentityLink> links) throws SQLException {
        List<Outbox.Entry<IdentityLink>> entries = links.stream()
                .map(link -> new Outbox.Entry<>(new SubjectKey(link.getSubject()).bytes(), link))
                .toList();
        Outbox.append(connection, Topics.IDENTITY_LINKS, entries);
    }
}
