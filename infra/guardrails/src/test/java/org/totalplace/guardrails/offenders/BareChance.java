package org.totalplace.guardrails.offenders;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Throws dice that nobody can throw again, in three ways. */
public final class BareChance {

    private BareChance() {}

    static Random dice() {
        return new Random();
    }

    static double chance() {
        return Math.random();
    }

    static void mix(List<String> names) {
        Collections.shuffle(names);
    }
}
