package org.totalplace.gateway.page.pack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.totalplace.gateway.page.Words;

/**
 * A page as it stands in a pack: what only leads elsewhere is left out, headings are one level lower, and no two pages
 * have an id in common.
 *
 * @param id within the pack
 */
record PackedSheet(String id, String title, Element body) {

    private static final String NOT_PRINTED = ".tp-no-print, form, .govuk-back-link";

    /** Attributes that name ids. */
    private static final List<String> POINTERS = List.of("aria-labelledby", "aria-describedby");

    /** @param html the section that the page's template gave */
    static PackedSheet of(int number, String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        page.select(NOT_PRINTED).remove();
        String id = "sheet-" + number;
        Element body = page.body();
        String title = body.select("h1").text();
        IntStream.rangeClosed(1, 4)
                .map(level -> 5 - level)
                .forEach(level -> body.select("h" + level).tagName("h" + (level + 1)));
        body.select("[id]").forEach(each -> each.attr("id", id + "-" + each.id()));
        POINTERS.forEach(pointer ->
                body.select("[" + pointer + "]").forEach(each -> each.attr(pointer, prefixed(id, each.attr(pointer)))));
        return new PackedSheet(id, title, body);
    }

    /** Of a page that could not be shown. */
    static PackedSheet missing(int number, String title, String why, Words words) {
        Element body = new Element("body");
        body.appendElement("h2").addClass("govuk-heading-xl").text(title);
        body.appendElement("p").addClass("govuk-inset-text").text(words.say("board-pack.not-shown", why));
        return new PackedSheet("sheet-" + number, title, body);
    }

    /** What the pack prints as it is: a template printed it before, and escaped every text in it. */
    public String html() {
        return body.html();
    }

    private static String prefixed(String id, String ids) {
        return Arrays.stream(ids.trim().split("\\s+", -1))
                .map(each -> id + "-" + each)
                .collect(Collectors.joining(" "));
    }
}
