package org.totalplace.spend.place;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The area that the partnership answers for.
 *
 * @param gss its code in the Government Statistical Service's register
 * @param population of the whole place
 * @param populationSource who counted it
 * @param populationYear when
 */
@ConfigurationProperties("totalplace.place")
public record Place(
        String gss,
        String name,
        long population,
        @Nullable String populationSource,
        @Nullable String populationYear) {

    public Place {
        if (gss.isBlank() || name.isBlank() || population <= 0) {
            throw new IllegalArgumentException("totalplace.place needs gss, name and a population above 0, not '" + gss
                    + "', '" + name + "', " + population);
        }
    }

    Population inhabitants() {
        return new Population(population, said(populationSource), said(populationYear));
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
