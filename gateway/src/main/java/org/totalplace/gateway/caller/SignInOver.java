package org.totalplace.gateway.caller;

/** Somebody was signed in, and the identity provider does not stand in for them any longer. */
public final class SignInOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean roundAgain;

    SignInOver(boolean roundAgain, Throwable cause) {
        super("The sign-in is over", cause);
        this.roundAgain = roundAgain;
    }

    /** Whether signing in by itself might lead here again, and so round for ever. */
    public boolean mayGoRound() {
        return roundAgain;
    }
}
