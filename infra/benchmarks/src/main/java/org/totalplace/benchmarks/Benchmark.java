package org.totalplace.benchmarks;

import java.util.List;

/** One question about speed or quality, and how it is answered. */
interface Benchmark {

    /** As it is called on the command line. */
    String name();

    /** What it wants to know, in one sentence. */
    String question();

    /** Measures; may take minutes. */
    List<Figure> run() throws Exception;
}
