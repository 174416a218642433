package org.totalplace.gateway.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What services say in small free forms, as words. */
public final class Words {

    private static final List<String> SPEAKING =
            List.of("message", "reason", "name", "title", "agency", "measure", "type");

    private Words() {}

    /** A text, a number, an object's value or its most telling member; {@code not known} for nothing. */
    public static String of(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return "not known";
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (!node.isObject()) {
            return node.asString();
        }
        if (node.has("value")) {
            return of(node.get("value"));
        }
        return SPEAKING.stream()
                .filter(node::has)
                .findFirst()
                .map(member -> of(node.get(member)))
                .orElse("not known");
    }

    /** A program's word as people read it: {@code no-data} becomes {@code No data}. */
    public static String plain(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return "Not known";
        }
        String spaced = code.replace('-', ' ').replace('_', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.UK) + spaced.substring(1);
    }

    /** The name when there is one, else the code. */
    public static String named(@Nullable String name, String code) {
        return name == null || name.isBlank() ? code : name;
    }

    /** A field's name as people read it: {@code payeeReference} becomes {@code Payee reference}. */
    public static String field(String camel) {
        StringBuilder words = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c)) {
                words.append(' ');
            }
            words.append(i == 0 ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return words.toString();
    }
}
