package org.totalplace.intake.reading;

import java.io.Serial;

/** The file cannot be read as what it was sent as; the problem says why, and the message is the problem's sentence. */
public final class FileRefused extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public FileRefused(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    /** A refusal without a row or column. */
    public FileRefused(ProblemType type, String message) {
        this(Problem.ofFile(type, message));
    }

    public Problem problem() {
        return problem;
    }
}
