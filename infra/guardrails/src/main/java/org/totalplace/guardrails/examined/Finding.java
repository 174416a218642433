package org.totalplace.guardrails.examined;

/**
 * One thing that a rule objects to.
 *
 * @param where the full name of a class, or the path of a file below the module's folder
 * @param what what was seen there, with the line where it is known
 */
public record Finding(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
