package org.totalplace.gateway.page.proposal;

import static org.totalplace.gateway.page.LongForm.Kind.CHOICE;
import static org.totalplace.gateway.page.LongForm.Kind.LINE;
import static org.totalplace.gateway.page.LongForm.Kind.LINES;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.totalplace.gateway.page.Filled;
import org.totalplace.gateway.page.LongForm;
import org.totalplace.gateway.page.LongForm.Field;
import org.totalplace.gateway.page.LongForm.Group;
import org.totalplace.gateway.page.LongForm.Kind;
import org.totalplace.gateway.page.Words;

/** A proposal to invest and save as analysts fill it in: what is said once, and rows of costs, benefits and else. */
record ProposalForm(Filled filled) {

    static final List<String> ONCE = List.of("code", "title", "group", "firstYear", "years");
    static final Map<String, Integer> MOST = Map.of("costs", 100, "benefits", 100, "lines", 100);

    /** Rows of a kind: how a row's fields begin, and which it has. */
    enum Rows {
        COSTS("cost", "agency", "year", "amount", "source", "grade", "correction"),
        BENEFITS(
                "benefit",
                "what",
                "value",
                "people",
                "engagement",
                "impact",
                "deadweight",
                "unit",
                "source",
                "grade",
                "correction",
                "lag",
                "duration",
                "gains"),
        LINES("line", "domain", "what", "amount", "source", "grade", "measure");

        private final String row;
        private final List<String> fields;

        Rows(String row, String... fields) {
            this.row = row;
            this.fields = List.of(fields);
        }

        String code() {
            return row + "s";
        }

        String row() {
            return row;
        }

        List<String> fields() {
            return fields;
        }

        String field(int place, String field) {
            return row + "-" + place + "-" + field;
        }
    }

    int shown(Rows rows) {
        return filled.rows(rows.code(), MOST.getOrDefault(rows.code(), 1));
    }

    /** Where rows are in which something is filled in. */
    List<Integer> places(Rows rows) {
        List<Integer> places = new ArrayList<>();
        for (int place = 1; place <= shown(rows); place++) {
            int row = place;
            if (rows.fields().stream()
                    .anyMatch(field -> !filled.text(rows.field(row, field)).isEmpty())) {
                places.add(place);
            }
        }
        return places;
    }

    /** @param agencies by code */
    LongForm shown(Words words, Map<String, String> agencies) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                words.say("proposal-form.what"),
                ONCE.stream()
                        .map(field -> new Field(
                                field,
                                LINE,
                                words.say("proposal-form.field." + field),
                                words.known("proposal-form.hint.", field, ""),
                                filled.text(field),
                                Map.of()))
                        .toList()));
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> more = new LinkedHashMap<>();
        for (Rows rows : Rows.values()) {
            for (int place = 1; place <= shown(rows); place++) {
                groups.add(group(rows, place, words, agencies));
            }
            counts.put(rows.code(), shown(rows));
            more.put(rows.code(), words.say("proposal-form.more." + rows.row()));
        }
        return new LongForm(
                words.say("proposal-form.title"),
                words.say("proposal-form.lead"),
                "/proposal",
                "/proposals",
                groups,
                counts,
                more);
    }

    private Group group(Rows rows, int place, Words words, Map<String, String> agencies) {
        List<Field> fields = new ArrayList<>();
        for (String field : rows.fields()) {
            String id = rows.field(place, field);
            Map<String, String> options = switch (field) {
                case "agency" -> agencies;
                case "value" -> options(words, "proposal.value.", List.of("fiscal", "economic", "social"));
                case "domain" -> options(words, "proposal.domain.", List.of("social", "environmental", "economic"));
                default -> Map.of();
            };
            fields.add(new Field(
                    id,
                    kind(field),
                    words.say("proposal-form." + rows.row() + "." + field),
                    words.known("proposal-form." + rows.row() + "-hint.", field, ""),
                    filled.text(id),
                    options));
        }
        return new Group(words.say("proposal-form.row." + rows.row(), place), fields);
    }

    private static Kind kind(String field) {
        return switch (field) {
            case "agency", "value", "domain" -> CHOICE;
            case "gains" -> LINES;
            default -> LINE;
        };
    }

    private static Map<String, String> options(Words words, String prefix, List<String> codes) {
        Map<String, String> options = new LinkedHashMap<>();
        codes.forEach(code -> options.put(code, words.say(prefix + code)));
        return options;
    }
}
