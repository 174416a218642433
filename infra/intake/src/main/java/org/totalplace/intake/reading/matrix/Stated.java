package org.totalplace.intake.reading.matrix;

import org.jspecify.annotations.Nullable;

/**
 * What the settings of a feed say of its amounts, where files do not.
 *
 * @param phase code of the phase
 * @param unit of the printed figures
 */
public record Stated(@Nullable String phase, @Nullable MoneyUnit unit) {

    public static final Stated NOTHING = new Stated(null, null);
}
