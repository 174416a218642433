package org.totalplace.starter.problem;

/**
 * One thing that is wrong with an input.
 *
 * @param code what is wrong, for programs
 * @param path where it stands: a parameter's name or a JSON path
 * @param message what was given, what was expected, what to do
 */
public record FieldError(String code, String path, String message) {}
