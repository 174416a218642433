package org.totalplace.local.launch;

import java.io.PrintStream;

/** Tells whoever waits what has been done and after how many seconds. */
public final class Progress {

    private final PrintStream out;
    private final long started = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Prints one line with the seconds since the start. */
    public void say(String line) {
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf("%6.1f s  %s%n", seconds, line);
        out.flush();
    }

    /** Prints text as it is. */
    public void print(String text) {
        out.println(text);
        out.flush();
    }
}
