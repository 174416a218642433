package org.totalplace.local.process;

/** What went wrong, said in plain words that tell people what to do; shown to them without a stack trace. */
public abstract class PlainFailure extends RuntimeException {

    private final String message;

    protected PlainFailure(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
