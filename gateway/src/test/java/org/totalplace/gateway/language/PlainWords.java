package org.totalplace.gateway.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Finds words that do not stand among the messages. */
final class PlainWords {

    private static final Set<String> SAID = Set.of("aria-label", "alt", "title", "placeholder");
    private static final Set<String> SAYING =
            Set.of("th:text", "th:utext", "th:replace", "th:aria-label", "th:placeholder");
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern SENTENCE =
            Pattern.compile("(?<![a-z])[A-Z][a-z](?!stake$)|\\p{L} \\p{L}|\\p{L}, \\p{L}|^ \\p{L}|\\p{L} $");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?m:^\\s*)/\\*.*?\\*/|(?m:^\\s*)//[^\\n]*", Pattern.DOTALL);
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile("LOG\\.|Exception\\(|@[A-Z]|getHeaders|\\.set\\(");

    private PlainWords() {}

    /** What a template says by itself: its text, and texts in the expressions that print. */
    static List<String> ofTemplate(String html) {
        return Jsoup.parse(html, "", Parser.xmlParser()).getAllElements().stream()
                .flatMap(element -> Stream.concat(texts(element), attributes(element)))
                .toList();
    }

    /** Sentences of a class of pages that are not for programmers. */
    static List<String> ofClass(String java) {
        String code = COMMENT.matcher(java).replaceAll("");
        return LITERAL.matcher(code)
                .results()
                .filter(found -> SENTENCE.matcher(found.group(1)).find())
                .filter(found ->
                        !FOR_PROGRAMMERS.matcher(statement(code, found.start())).find())
                .map(found -> found.group(1))
                .toList();
    }

    private static Stream<String> texts(Element element) {
        if (isReplaced(element)) {
            return Stream.empty();
        }
        return element.textNodes().stream()
                .map(TextNode::getWholeText)
                .map(text -> INLINED.matcher(text).replaceAll(" "))
                .filter(text -> WORD.matcher(text).find())
                .map(String::strip)
                .filter(text -> !text.equals("Total Place"));
    }

    /** Whether what stands in it is an example only, as its own or an outer element prints something else. */
    private static boolean isReplaced(Element element) {
        return Stream.concat(Stream.of(element), element.parents().stream())
                .anyMatch(each -> each.hasAttr("th:text")
                        || each.hasAttr("th:utext")
                        || (each.hasAttr("th:replace") && !each.nameIs("html")));
    }

    private static Stream<String> attributes(Element element) {
        return element.attributes().asList().stream().flatMap(PlainWords::words);
    }

    private static Stream<String> words(Attribute attribute) {
        if (SAID.contains(attribute.getKey())
                && WORD.matcher(attribute.getValue()).find()) {
            return Stream.of(attribute.getValue());
        }
        return SAYING.contains(attribute.getKey())
                ? QUOTED.matcher(attribute.getValue())
                        .results()
                        .map(found -> found.group(1))
                        .filter(text -> SENTENCE.matcher(text).find())
                        .filter(text -> !text.equals(" – Total Place"))
                : Stream.empty();
    }

    /** What stands before in the same statement. */
    private static String statement(String code, int at) {
        int from = Math.max(code.lastIndexOf(';', at), Math.max(code.lastIndexOf('{', at), code.lastIndexOf('}', at)));
        return code.substring(from + 1, at);
    }
}
