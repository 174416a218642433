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

    static Menu of(Caller caller, String path, Words words) {
        List<Link> links = new ArrayList<>();
        if (caller.isAny(Role.CITIZEN)) {
            links.add(link(words.say("menu.me"), "/me", path));
            links.add(link(words.say("menu.own-circle"), "/me/circle", path));
        }
        if (caller.isAny(Role.BOARD, Role.ANALYST, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR)) {
            links.add(link(words.say("menu.place"), "/place", path));
            links.add(link(words.say("menu.resources"), "/resources", path));
            links.add(link(words.say("menu.journeys"), "/journeys", path));
            links.add(link(words.say("menu.outcomes"), "/outcomes", path));
            links.add(link(words.say("menu.flow"), "/flow", path));
            links.add(link(words.say("menu.compare"), "/compare", path));
            links.add(link(words.say("menu.board-pack"), "/board-pack", path));
        }
        if (caller.isAny(Role.BOARD, Role.ANALYST, Role.STEWARD, Role.AUDITOR)) {
            links.add(link(words.say("menu.concentration"), "/concentration", path));
            links.add(link(words.say("menu.needs"), "/voice/needs", path));
            links.add(link(words.say("menu.proposals"), "/proposals", path));
        }
        if (caller.isAny(Role.PRACTITIONER, Role.STEWARD)) {
            links.add(link(words.say("menu.people"), "/people", path));
        }
        if (caller.isAny(Role.STEWARD)) {
            links.add(link(words.say("menu.to-do"), "/to-do", path));
            links.add(link(words.say("menu.doubtful"), "/people/doubtful", path));
        }
        if (caller.isAny(Role.STEWARD, Role.AUDITOR)) {
            links.add(link(words.say("menu.payees"), "/payees", path));
            links.add(link(words.say("menu.service-lines"), "/service-lines", path));
        }
        if (caller.isAny(Role.AGENCY, Role.STEWARD, Role.AUDITOR)) {
            links.add(link(words.say("menu.feeds"), "/feeds", path));
            links.add(link(words.say("menu.waiting"), "/feeds/waiting", path));
            links.add(link(words.say("menu.contests"), "/contests", path));
        }
        links.add(link(words.say("menu.voice"), "/voice", path));
        links.add(link(words.say("menu.circle"), "/circle", path));
        if (caller.isAny(Role.AGENCY, Role.STEWARD)) {
            links.add(link(words.say("menu.voice-queue"), "/voice/queue", path));
            links.add(link(words.say("menu.circle-office"), "/circle/office", path));
        }
        if (caller.isAny(Role.COMMUNICATIONS, Role.STEWARD)) {
            links.add(link(words.say("menu.engagements"), "/voice/engagements", path));
        }
        if (caller.isAny(Role.SAFEGUARDING)) {
            links.add(link(words.say("menu.triage"), "/voice/triage", path));
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
