package org.totalplace.journey.community.listing;

import org.jspecify.annotations.Nullable;

/**
 * A term of a taxonomy by which services are found.
 *
 * @param id as the directory has it
 * @param parent id of the wider term
 * @param taxonomy its name, else its id
 */
public record Term(
        String id,
        String name,
        @Nullable String description,
        @Nullable String parent,
        @Nullable String taxonomy,
        @Nullable String uri) {}
