package org.totalplace.identityprovider;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody of the demonstration: a role by name, or an agency.
 *
 * @param name as given when signing in
 * @param role of the place: what the services decide by
 * @param agency code, for agencies only
 */
record DemonstrationIdentity(String name, String role, Optional<String> agency) {

    static final String CITIZEN = "citizen";

    private static final Set<String> ROLES =
            Set.of("analyst", "board", "practitioner", "steward", "auditor", "safeguarding", "communications", CITIZEN);
    private static final Pattern AGENCY = Pattern.compile("agency-([a-z0-9][a-z0-9-]{0,39})");

    /** Whom a name stands for; any well-formed agency code stands for that agency. */
    static Optional<DemonstrationIdentity> of(String name) {
        if (ROLES.contains(name)) {
            return Optional.of(new DemonstrationIdentity(name, name, Optional.empty()));
        }
        Matcher agency = AGENCY.matcher(name);
        return agency.matches()
                ? Optional.of(new DemonstrationIdentity(name, "agency", Optional.of(agency.group(1))))
                : Optional.empty();
    }
}
