package org.totalplace.gateway.page.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Filled;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.page.proposal.ProposalForm.Rows;

/**
 * What a filled form makes a proposal of: what cannot be read in it, and what the service is sent. What contradicts
 * itself the service refuses.
 */
record NewProposal(ProposalForm form) {

    private static final int SHORT = 200;
    private static final Set<String> OPTIONAL = Set.of("correction", "lag", "measure", "gains");
    private static final Set<String> WHOLE = Set.of("year", "people", "grade", "lag", "duration");
    private static final Set<String> SHARES = Set.of("engagement", "impact", "deadweight", "correction");
    private static final String SHARE = "0|1|1\\.0+|0?\\.\\d{1,4}|0\\.\\d{1,4}0*";

    List<Mistake> mistakes(Words words) {
        List<Mistake> mistakes = new ArrayList<>();
        Filled filled = form.filled();
        if (!filled.text("code").matches("[a-z0-9][a-z0-9-]{0,59}")) {
            mistakes.add(wrong("code", "code", words));
        }
        for (String field : List.of("title", "group")) {
            if (filled.text(field).isEmpty() || filled.text(field).length() > SHORT) {
                mistakes.add(wrong(field, "words", words));
            }
        }
        if (!filled.text("firstYear").matches("\\d{4}-\\d{2}")) {
            mistakes.add(wrong("firstYear", "firstYear", words));
        }
        if (!filled.text("years").matches("[1-9]|1\\d|20")) {
            mistakes.add(wrong("years", "years", words));
        }
        for (Rows rows : Rows.values()) {
            for (int place : form.places(rows)) {
                rows.fields().forEach(field -> check(mistakes, rows, rows.field(place, field), field, words));
            }
        }
        return mistakes;
    }

    private void check(List<Mistake> mistakes, Rows rows, String id, String field, Words words) {
        String value = form.filled().text(id);
        if (value.isEmpty()) {
            if (!OPTIONAL.contains(field) || (field.equals("correction") && rows == Rows.BENEFITS)) {
                mistakes.add(wrong(id, "missing", words));
            }
        } else if (WHOLE.contains(field) && !value.matches("\\d{1,9}")) {
            mistakes.add(wrong(id, "whole", words));
        } else if (field.equals("year") && Integer.parseInt(value) < 1) {
            mistakes.add(wrong(id, "year", words));
        } else if (SHARES.contains(field) && !value.matches(SHARE)) {
            mistakes.add(wrong(id, "share", words));
        } else if (isPounds(rows, field) && !value.matches("\\d{1,13}(\\.\\d{1,2})?")) {
            mistakes.add(wrong(id, "pounds", words));
        } else if (field.equals("gains") && !form.filled().lines(id).stream().allMatch(NewProposal::isGain)) {
            mistakes.add(wrong(id, "gains", words));
        }
    }

    /** As the service takes it. */
    Map<String, @Nullable Object> sent() {
        Map<String, @Nullable Object> sent = new HashMap<>();
        ProposalForm.ONCE.stream()
                .filter(field -> !field.equals("code"))
                .forEach(field -> sent.put(field, form.filled().text(field)));
        sent.put("costs", rows(Rows.COSTS));
        sent.put("benefits", rows(Rows.BENEFITS));
        sent.put("bottomLine", rows(Rows.LINES));
        return sent;
    }

    private List<Map<String, Object>> rows(Rows rows) {
        return form.places(rows).stream().map(place -> row(rows, place)).toList();
    }

    private Map<String, Object> row(Rows rows, int place) {
        Map<String, Object> row = new HashMap<>();
        for (String field : rows.fields()) {
            String id = rows.field(place, field);
            String value = form.filled().text(id);
            if (field.equals("gains")) {
                row.put(field, gains(id));
            } else if (field.equals("year")) {
                row.put(field, Integer.parseInt(value) - 1);
            } else if (!value.isEmpty()) {
                row.put(field, value);
            }
        }
        return row;
    }

    private List<Map<String, String>> gains(String id) {
        return form.filled().lines(id).stream()
                .map(line -> Filled.columns(line, 1, 1))
                .map(columns -> Map.of("agency", columns.get(0), "share", columns.get(1), "cashable", columns.get(2)))
                .toList();
    }

    private static boolean isGain(String line) {
        List<String> columns = Filled.columns(line, 1, 1);
        return columns.size() == 3
                && columns.get(0).matches("[a-z0-9-]{1,60}")
                && columns.get(1).matches(SHARE)
                && columns.get(2).matches(SHARE);
    }

    private static boolean isPounds(Rows rows, String field) {
        return field.equals("unit") || (field.equals("amount") && rows == Rows.COSTS);
    }

    private static Mistake wrong(String id, String what, Words words) {
        return new Mistake(id, words.say("proposal-form.wrong." + what));
    }
}
