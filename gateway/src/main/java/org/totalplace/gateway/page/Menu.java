package org.totalplace.gateway.page;

import java.util.ArrayList;
import java.util.List;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;

/**
 * Where somebody who signed in can go.
 *
 * @param name who they are
 * @param links the pages that their role opens
 */
public record Menu(String name, List<Link> links) {

    /** @param current whether it leads to where the reader is */
    public record Link(String text, String href, boolean current) {}

    static Menu of(Caller caller, String path) {
        List<Link> links = new ArrayList<>();
        if (caller.isAny(Role.BOARD, Role.ANALYST, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR)) {
            links.add(link("The place’s money", "/place", path));
            links.add(link("Journeys", "/journeys", path));
        }
        if (caller.isAny(Role.PRACTITIONER, Role.STEWARD)) {
            links.add(link("People", "/people", path));
        }
        if (caller.isAny(Role.AGENCY, Role.STEWARD, Role.AUDITOR)) {
            links.add(link("Feeds", "/feeds", path));
        }
        return new Menu(caller.name(), List.copyOf(links));
    }

    private static Link link(String text, String href, String path) {
        return new Link(text, href, path.equals(href) || path.startsWith(href + "/"));
    }
}
