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
        if (caller.isAny(Role.CITIZEN)) {
            links.add(link("What is held about you", "/me", path));
            links.add(link("Your circle", "/me/circle", path));
        }
        if (caller.isAny(Role.BOARD, Role.ANALYST, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR)) {
            links.add(link("The place’s money", "/place", path));
            links.add(link("Pounds and hours", "/resources", path));
            links.add(link("Journeys", "/journeys", path));
            links.add(link("Outcomes", "/outcomes", path));
            links.add(link("Money to outcomes", "/flow", path));
            links.add(link("Compare", "/compare", path));
            links.add(link("Board pack", "/board-pack", path));
        }
        if (caller.isAny(Role.BOARD, Role.ANALYST, Role.STEWARD, Role.AUDITOR)) {
            links.add(link("Who the cost falls on", "/concentration", path));
            links.add(link("Invest and save", "/proposals", path));
        }
        if (caller.isAny(Role.PRACTITIONER, Role.STEWARD)) {
            links.add(link("People", "/people", path));
        }
        if (caller.isAny(Role.STEWARD)) {
            links.add(link("Doubtful links", "/people/doubtful", path));
        }
        if (caller.isAny(Role.STEWARD, Role.AUDITOR)) {
            links.add(link("Payees", "/payees", path));
            links.add(link("Service lines", "/service-lines", path));
        }
        if (caller.isAny(Role.AGENCY, Role.STEWARD, Role.AUDITOR)) {
            links.add(link("Feeds", "/feeds", path));
            links.add(link("To confirm", "/feeds/waiting", path));
            links.add(link("Contests", "/contests", path));
        }
        links.add(link("Voice", "/voice", path));
        links.add(link("Local circle", "/circle", path));
        if (caller.isAny(Role.AGENCY, Role.STEWARD)) {
            links.add(link("To answer", "/voice/queue", path));
            links.add(link("Circle office", "/circle/office", path));
        }
        if (caller.isAny(Role.COMMUNICATIONS, Role.STEWARD)) {
            links.add(link("Consultations", "/voice/engagements", path));
        }
        if (caller.isAny(Role.SAFEGUARDING)) {
            links.add(link("Need flags", "/voice/triage", path));
        }
        return new Menu(caller.name(), nearest(links));
    }

    /** Of several links to where the reader is, the one that says it closest. */
    private static List<Link> nearest(List<Link> links) {
        int longest = links.stream()
                .filter(Link::current)
                .mapToInt(link -> link.href().length())
                .max()
                .orElse(0);
        return links.stream()
                .map(link -> new Link(
                        link.text(), link.href(), link.current() && link.href().length() == longest))
                .toList();
    }

    private static Link link(String text, String href, String path) {
        return new Link(text, href, path.equals(href) || path.startsWith(href + "/"));
    }
}
