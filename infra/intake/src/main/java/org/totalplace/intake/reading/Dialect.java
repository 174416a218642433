package org.totalplace.intake.reading;

/**
 * How the cells of a text file are told apart.
 *
 * @param delimiter between cells
 * @param quote around cells
 * @param lineEnds {@code CRLF}, {@code LF}, {@code CR}, or several of them joined by {@code +}
 */
public record Dialect(char delimiter, char quote, String lineEnds) {}
