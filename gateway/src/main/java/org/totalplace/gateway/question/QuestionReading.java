package org.totalplace.gateway.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Reads a question as it is written: {@code {dataset, version?, filters?, groupings?, measures?, limit?, cursor?}}.
 * Every refusal says where the trouble stands and what would have been taken.
 */
final class QuestionReading {

    private static final int LONGEST = 200;
    private static final List<String> MEMBERS =
            List.of("dataset", "version", "filters", "groupings", "measures", "limit", "cursor");

    private QuestionReading() {}

    /** @throws Problem 400 with code, path and what is allowed */
    static Posed posed(JsonNode said) {
        Question question = read(said);
        SortedMap<String, String> page = new TreeMap<>();
        for (String member : Posed.MEMBERS) {
            if (said.hasNonNull(member)) {
                page.put(member, text(said.path(member), member));
            }
        }
        return new Posed(question, page);
    }

    /** The question alone, whatever page is wanted. */
    static Question read(JsonNode said) {
        if (!said.isObject()) {
            throw Problem.badInput(
                    "$",
                    "not-a-question",
                    "A question is a JSON object, for example"
                            + " {\"dataset\": \"spending\", \"filters\": {\"year\": \"2024-25\"}}.");
        }
        said.propertyNames().forEach(name -> required(MEMBERS, name, name, "unknown-member", "A question has"));
        Dataset dataset = dataset(said.path("dataset"));
        List<String> measures = words(said.path("measures"), "measures");
        Call call = call(dataset, measures);
        List<String> groupings = words(said.path("groupings"), "groupings");
        for (int i = 0; i < groupings.size(); i++) {
            required(
                    call.groupings(),
                    groupings.get(i),
                    "groupings[" + i + "]",
                    "unknown-grouping",
                    "These measures are grouped by");
        }
        return new Question(
                call, version(said.path("version"), dataset), filters(said.path("filters"), call), groupings);
    }

    private static Dataset dataset(JsonNode said) {
        String code = said.isString() ? said.asString() : "";
        return Dataset.of(code)
                .orElseThrow(() -> Problem.badInput(
                        "dataset",
                        "unknown-dataset",
                        "dataset is one of " + listed(Dataset.codes()) + ", not '" + shown(said) + "'.",
                        Dataset.codes()));
    }

    /** The call whose answers tell all the measures. */
    private static Call call(Dataset dataset, List<String> measures) {
        List<String> known = dataset.calls().stream()
                .flatMap(call -> call.measures().stream())
                .toList();
        for (int i = 0; i < measures.size(); i++) {
            required(known, measures.get(i), "measures[" + i + "]", "unknown-measure", dataset.code() + " has");
        }
        return dataset.calls().stream()
                .filter(call -> call.measures().containsAll(measures))
                .findFirst()
                .orElseThrow(() -> apart(dataset, measures));
    }

    private static Problem apart(Dataset dataset, List<String> measures) {
        List<String> together = dataset.calls().stream()
                .filter(call -> call.measures().contains(measures.getFirst()))
                .flatMap(call -> call.measures().stream())
                .toList();
        return Problem.badInput(
                "measures",
                "measures-apart",
                "No answer tells all of " + listed(measures) + ". With '" + measures.getFirst() + "' stand "
                        + listed(together) + "; ask for the others by themselves.",
                together);
    }

    private static @Nullable String version(JsonNode said, Dataset dataset) {
        if (said.isMissingNode() || said.isNull()) {
            return null;
        }
        if (!dataset.isPinned()) {
            throw Problem.badInput(
                    "version",
                    "not-pinned",
                    dataset.code() + " has no versions: its answers are of the moment at which they are read. Leave the"
                            + " version out.");
        }
        return text(said, "version");
    }

    private static SortedMap<String, String> filters(JsonNode said, Call call) {
        SortedMap<String, String> filters = new TreeMap<>();
        if (!said.isMissingNode() && !said.isNull() && !said.isObject()) {
            throw Problem.badInput("filters", "not-an-object", "filters is an object of names and values.");
        }
        said.properties().forEach(filter -> {
            String path = "filters." + filter.getKey();
            required(call.filters(), filter.getKey(), path, "unknown-filter", "These measures are narrowed by");
            filters.put(filter.getKey(), text(filter.getValue(), path));
        });
        for (String name : call.required()) {
            if (!filters.containsKey(name)) {
                throw Problem.badInput(
                        "filters." + name,
                        "required",
                        "These measures need the filters " + listed(call.required()) + ".");
            }
        }
        return filters;
    }

    private static List<String> words(JsonNode said, String path) {
        if (said.isMissingNode() || said.isNull()) {
            return List.of();
        }
        if (!said.isArray()) {
            throw Problem.badInput(path, "not-a-list", path + " is a list of words.");
        }
        Set<String> words = new LinkedHashSet<>();
        for (int i = 0; i < said.size(); i++) {
            words.add(text(said.path(i), path + "[" + i + "]"));
        }
        return new ArrayList<>(words);
    }

    private static String text(JsonNode said, String path) {
        String text = said.isString() || said.isNumber() ? said.asString().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badInput(
                    path, "not-a-value", path + " is one text of 1 to " + LONGEST + " characters, or one number.");
        }
        return text;
    }

    private static void required(List<String> known, String word, String path, String code, String sentence) {
        if (!known.contains(word)) {
            String choices = known.isEmpty() ? "nothing" : listed(known);
            throw Problem.badInput(path, code, sentence + " " + choices + ", not '" + shown(word) + "'.", known);
        }
    }

    private static String listed(List<String> words) {
        return String.join(", ", words);
    }

    private static String shown(JsonNode said) {
        return said.isMissingNode() ? "" : shown(said.asString(said.toString()));
    }

    private static String shown(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) + "..." : word;
    }
}
