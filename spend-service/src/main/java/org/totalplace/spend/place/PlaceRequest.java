package org.totalplace.spend.place;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/**
 * The body of {@code PUT /places/{code}}.
 *
 * @param populationSource who counted it, shown beside every figure per head
 * @param populationYear when
 * @param agencies codes of registered agencies, or official codes of bodies
 */
@Schema(name = "PlaceDefinition")
record PlaceRequest(
        @Nullable String gss,
        @Nullable String name,
        @Nullable Long population,
        @Nullable String populationSource,
        @Nullable String populationYear,
        @Nullable List<String> agencies) {

    private static final int LONGEST = 200;

    /** What was asked, checked for what can be seen without the database. */
    record Checked(String gss, String name, Population population, List<String> agencies) {}

    /** @throws Problem 400 if something is missing or out of its range */
    Checked checked() {
        Long people = population;
        if (people == null || people <= 0) {
            throw Problem.badInput("population", "required", "'population' needs a number above 0.");
        }
        List<String> members = agencies;
        if (members == null || members.isEmpty()) {
            throw Problem.badInput(
                    "agencies",
                    "required",
                    "'agencies' needs at least one code of a registered agency or of an official body.");
        }
        return new Checked(
                text("gss", gss),
                text("name", name),
                new Population(
                        people,
                        populationSource == null ? null : text("populationSource", populationSource),
                        populationYear == null ? null : text("populationYear", populationYear)),
                members.stream().map(String::strip).distinct().toList());
    }

    private static String text(String path, @Nullable String said) {
        if (said == null || said.isBlank() || said.length() > LONGEST) {
            throw Problem.badInput(path, "required", "'" + path + "' needs a text of 1 to " + LONGEST + " characters.");
        }
        return said.strip();
    }
}
