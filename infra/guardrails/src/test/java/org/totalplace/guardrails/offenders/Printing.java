package org.totalplace.guardrails.offenders;

/** Prints past the log, in three ways. */
public final class Printing {

    private Printing() {}

    static void out(String text) {
        System.out.println(text);
    }

    static void err(String text) {
        System.err.println(text);
    }

    static void trace(RuntimeException failure) {
        failure.printStackTrace();
    }
}
