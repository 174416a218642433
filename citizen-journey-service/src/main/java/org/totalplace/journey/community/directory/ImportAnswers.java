package org.totalplace.journey.community.directory;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.totalplace.starter.problem.Problem;

/** How the door answers what became of an import. */
public final class ImportAnswers {

    private ImportAnswers() {}

    /** @return 201 with the report; throws the problem of what was refused */
    public static ResponseEntity<ImportReport> of(String source, ImportingDirectory.Outcome outcome) {
        return switch (outcome) {
            case ImportingDirectory.Outcome.Imported(ImportReport report) ->
                ResponseEntity.created(URI.create("/api/v1/directory/sources/" + source + "/imports/" + report.id()))
                        .body(report);
            case ImportingDirectory.Outcome.Refused(String code, String why) ->
                throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, why);
            case ImportingDirectory.Outcome.UnknownSource unknown -> throw unknown(source);
        };
    }

    static Problem unknown(String source) {
        return Problem.notFound(
                "source-unknown",
                "There is no directory '" + source + "'; PUT /api/v1/directory/sources/" + source + " registers it.");
    }
}
