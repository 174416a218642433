package org.totalplace.journey.community.listing;

import java.util.List;

/** What became of a service when it was checked. */
public sealed interface Checked {

    /** What was wrong with it, the service's own id with each. */
    List<Finding> findings();

    /** It is taken, without what is told to be left out. */
    record Sound(Listing listing, List<Finding> findings) implements Checked {

        public Sound {
            findings = List.copyOf(findings);
        }
    }

    /** It is not taken. */
    record Refused(List<Finding> findings) implements Checked {

        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
