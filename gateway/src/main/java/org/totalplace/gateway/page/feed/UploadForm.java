package org.totalplace.gateway.page.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

/**
 * What was filled in to hand in a file.
 *
 * @param file null when none was chosen
 * @param rows and total the control totals, blank when not given
 * @param phase of the amounts of a file of budgets, blank when the file says it
 */
record UploadForm(@Nullable FilePart file, String period, String rows, String total, String phase) {

    private static final Pattern MONTHS = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?(/\\d{4}-\\d{2}(-\\d{2})?)?");
    private static final Pattern COUNT = Pattern.compile("[\\d,]{1,15}");
    private static final Pattern AMOUNT = Pattern.compile("-?£?[\\d,]{1,18}(\\.\\d{1,2})?");

    static final UploadForm EMPTY = new UploadForm(null, "", "", "", "");

    static UploadForm of(MultiValueMap<String, Part> parts) {
        FilePart file = parts.getFirst("file") instanceof FilePart chosen
                        && !chosen.filename().isBlank()
                ? chosen
                : null;
        return new UploadForm(
                file, text(parts, "period"), text(parts, "rows"), text(parts, "total"), text(parts, "phase"));
    }

    List<Mistake> mistakes(Words say) {
        List<Mistake> mistakes = new ArrayList<>();
        if (file == null) {
            mistakes.add(new Mistake("file", say.say("feed.choose-file")));
        }
        if (!period.isEmpty() && !MONTHS.matcher(period).matches()) {
            mistakes.add(new Mistake("period", say.say("feed.write-period")));
        }
        if (!rows.isEmpty() && !COUNT.matcher(rows).matches()) {
            mistakes.add(new Mistake("rows", say.say("feed.write-rows")));
        }
        if (!total.isEmpty() && !AMOUNT.matcher(total).matches()) {
            mistakes.add(new Mistake("total", say.say("feed.write-total")));
        }
        return List.copyOf(mistakes);
    }

    /** What goes with the file, as the API takes it. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        FilePart chosen = Objects.requireNonNull(file, "Only a form without mistakes is sent");
        parameters.put("name", chosen.filename());
        put(parameters, "period", period);
        put(parameters, "rows", rows.replace(",", ""));
        put(parameters, "total", total.replace(",", "").replace("£", ""));
        put(parameters, "phase", phase);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    private static String text(MultiValueMap<String, Part> parts, String field) {
        return parts.getFirst(field) instanceof FormFieldPart part
                ? part.value().strip()
                : "";
    }
}
