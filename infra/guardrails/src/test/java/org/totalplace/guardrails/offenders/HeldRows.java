package org.totalplace.guardrails.offenders;

import io.r2dbc.spi.Row;
import java.util.List;

/** Calls database rows a value. */
public record HeldRows(String agency, List<Row> rows) {}
