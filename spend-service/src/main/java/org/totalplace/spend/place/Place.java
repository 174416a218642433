package org.totalplace.spend.place;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The area that the partnership answers for.
 *
 * @param gss its code in the Government Statistical Service's register
 * @param population of the whole place
 */
@ConfigurationProperties("totalplace.place")
public record Place(String gss, String name, long population) {

    public Place {
        if (gss.isBlank() || name.isBlank() || population <= 0) {
            throw new IllegalArgumentException("totalplace.place needs gss, name and a population above 0, not '" + gss
                    + "', '" + name + "', " + population);
        }
    }
}
