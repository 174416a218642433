package org.totalplace.gateway.page.pack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.problem.Problem;

/**
 * Which pages a reader wants in a pack; it stands in the pack's address, so that it can be shared.
 *
 * @param pages their codes, in the order in which they were named
 */
record PackAsked(List<String> pages, String year) {

    static final int MOST = 12;

    /** @param named one by one, or several with commas between */
    static PackAsked of(List<String> named, String year, Words words) {
        List<String> pages = named.stream()
                .flatMap(each -> Arrays.stream(each.split(",", -1)))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        if (pages.size() > MOST) {
            throw Problem.badInput("pages", "too-many-pages", words.say("board-pack.too-many", MOST, pages.size()));
        }
        return new PackAsked(pages, year);
    }

    public boolean has(String code) {
        return pages.contains(code);
    }

    public String pdf() {
        return href("/board-pack.pdf");
    }

    private String href(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("pages", "{pages}")
                .queryParam("year", "{year}")
                .encode()
                .buildAndExpand(pages.stream().collect(Collectors.joining(",")), year)
                .toUriString();
    }
}
