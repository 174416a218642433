package org.totalplace.gateway.question;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.totalplace.starter.problem.Problem;

/**
 * A question, and which page of its answer is wanted: that is no part of the question, whose id is the same on every
 * page.
 *
 * @param page {@code cursor} and {@code limit}, as far as they are given
 */
record Posed(Question question, SortedMap<String, String> page) {

    static final List<String> MEMBERS = List.of("cursor", "limit");

    /** @throws Problem 400 if the answer has no pages */
    Posed {
        page = Collections.unmodifiableSortedMap(new TreeMap<>(page));
        if (!page.isEmpty() && !question.call().isPaged()) {
            throw Problem.badInput(
                    page.firstKey(),
                    "not-paged",
                    "The answer to this question comes whole. Leave " + page.firstKey() + " out.");
        }
    }

    /** The call that answers it. */
    String address() {
        return question.address(page);
    }
}
