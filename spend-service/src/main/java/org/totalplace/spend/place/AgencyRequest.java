package org.totalplace.spend.place;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;

/**
 * The body of {@code PUT /agencies/{code}}.
 *
 * @param officialCode in any scheme; without it the code of the only official body of that name is taken
 */
@Schema(name = "AgencyRegistration")
record AgencyRequest(
        @Nullable String name,
        @Nullable String kind,
        @Nullable List<String> aliases,
        @Nullable ShareRequest placeShare,
        @Nullable String officialCode) {

    private static final int LONGEST_NAME = 200;

    /**
     * The place's share of a wider body.
     *
     * @param numerator the driver's value for the place; may be called {@code place}
     * @param denominator its value for the body's whole area; may be called {@code body}
     */
    @Schema(name = "PlaceShare")
    record ShareRequest(
            @JsonAlias("place") @Nullable Long numerator,
            @JsonAlias("body") @Nullable Long denominator,
            @Nullable String driver,
            @Nullable String source,
            @Nullable String year) {}

    /** @throws Problem 400 if something is missing or out of its range */
    Agency checked(AgencyCode code) {
        List<String> names = Objects.requireNonNullElse(aliases, List.<String>of()).stream()
                .filter(alias -> !alias.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
        for (String alias : names) {
            checkedText("aliases", alias);
        }
        String checkedName = checkedText("name", name);
        String checkedKind = checkedText("kind", kind);
        return new Agency(code, checkedName, checkedKind, names, share(), official(checkedName, checkedKind, names));
    }

    private @Nullable String official(String checkedName, String checkedKind, List<String> names) {
        String given = officialCode;
        return given == null || given.isBlank()
                ? OfficialCode.found(checkedName, checkedKind, names)
                : OfficialCode.given(given, checkedKind);
    }

    private @Nullable PlaceShare share() {
        ShareRequest said = placeShare;
        if (said == null) {
            return null;
        }
        Long numerator = said.numerator();
        Long denominator = said.denominator();
        if (numerator == null || denominator == null) {
            throw Problem.badInput(
                    "placeShare", "required", "A place share needs numerator, denominator and driver, as numbers.");
        }
        try {
            return new PlaceShare(
                    numerator, denominator, Objects.requireNonNullElse(said.driver(), ""), said.source(), said.year());
        } catch (IllegalArgumentException outOfRange) {
            throw Problem.badInput("placeShare", "out-of-range", outOfRange.getMessage() + ".");
        }
    }

    private static String checkedText(String path, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_NAME) {
            throw Problem.badInput(
                    path, "required", "'" + path + "' needs a text of 1 to " + LONGEST_NAME + " characters.");
        }
        return text.strip();
    }
}
