package org.totalplace.journey.community.circle;

import java.util.Set;
import java.util.UUID;

/**
 * A member who helps, as they stand when somebody is looked for.
 *
 * @param reach kilometres that they go
 * @param metBefore introductions to the same member that came to a meeting
 * @param busy introductions of theirs that are under way
 * @param declined whether they said no to this request
 * @param asker whether they are the person who asks, by whichever of their records
 */
record HelpingMember(
        UUID member,
        GridSquare square,
        Set<String> skills,
        Set<String> times,
        Set<String> languages,
        int reach,
        Clearance clearance,
        int metBefore,
        int busy,
        boolean declined,
        boolean asker) {

    HelpingMember {
        skills = Set.copyOf(skills);
        times = Set.copyOf(times);
        languages = Set.copyOf(languages);
    }
}
