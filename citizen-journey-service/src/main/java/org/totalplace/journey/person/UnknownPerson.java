package org.totalplace.journey.person;

import org.totalplace.starter.problem.Problem;
import org.totalplace.value.PersonId;

/** What is answered of a person that there is not. */
public final class UnknownPerson {

    private UnknownPerson() {}

    /** @return a problem 404 */
    public static Problem of(PersonId person) {
        return Problem.notFound(
                "person-unknown", "There is no person " + person + "; persons that were joined keep the older id.");
    }
}
