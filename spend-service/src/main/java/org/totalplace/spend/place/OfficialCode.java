package org.totalplace.spend.place;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.body.Bodies;
import org.totalplace.spend.body.Body;
import org.totalplace.starter.problem.Problem;

/** Which official body an agency is. */
final class OfficialCode {

    private OfficialCode() {}

    /**
     * The first code of the body that the text is a code of.
     *
     * @throws Problem 400 if no body has it, or an agency of the kind cannot be that body
     */
    static String given(String text, String kind) {
        Body body = Bodies.official()
                .byCode(text)
                .orElseThrow(() -> Problem.badInput(
                        "officialCode",
                        "unknown-body",
                        "No official body has the code '" + text + "'. Give a GSS code such as E10000017, an E-code of"
                                + " the outturn returns, or an ODS code; or leave it out."));
        if (!body.canBe(kind)) {
            throw Problem.badInput(
                    "officialCode",
                    "other-kind",
                    "'" + text + "' is " + body.name() + " (" + body.kind() + "), not an agency of kind '" + kind
                            + "'. Mend the kind or the code.");
        }
        return body.code();
    }

    /** The code of the only body that goes by one of the names and can be of the kind; null if there is not one. */
    static @Nullable String found(String name, String kind, List<String> aliases) {
        List<String> codes = Stream.concat(Stream.of(name), aliases.stream())
                .map(Bodies.official()::byName)
                .flatMap(Optional::stream)
                .filter(body -> body.canBe(kind))
                .map(Body::code)
                .distinct()
                .toList();
        return codes.size() == 1 ? codes.getFirst() : null;
    }
}
