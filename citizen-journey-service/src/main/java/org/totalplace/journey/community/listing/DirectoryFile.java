package org.totalplace.journey.community.listing;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a file turned out to be. */
public sealed interface DirectoryFile {

    /**
     * Services, each as the standard's full service as far as the file tells it, unchecked.
     *
     * @param format in words
     * @param part whether the file says itself that it is one page of several
     * @param thin whether services come without their places, times and terms, as in the standard's lists
     * @param setAside ids of services that their own directory keeps from the public
     * @param findings about the file and what could not be put together
     */
    record Read(
            String format,
            boolean part,
            boolean thin,
            List<ObjectNode> services,
            List<String> setAside,
            List<Finding> findings)
            implements DirectoryFile {

        public Read {
            services = List.copyOf(services);
            setAside = List.copyOf(setAside);
            findings = List.copyOf(findings);
        }
    }

    /** @param why what was given, what was expected, what to do */
    record Unreadable(String why) implements DirectoryFile {}
}
