package org.totalplace.local.servers;

/**
 * A server that runs until this JVM ends.
 *
 * @param at where it answers
 * @param away takes it away, its data stays
 * @param back has it answer again at the same place
 */
record Running<T>(T at, Runnable away, Runnable back) {

    /** Does something while the server is away. */
    void whileAway(RealServers.Meanwhile work) throws Exception {
        away.run();
        try {
            work.happens();
        } finally {
            back.run();
        }
    }
}
