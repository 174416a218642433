package org.totalplace.gateway.page.person;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's contacts with all agencies, as citizen-journey-service answers them. */
record ContactsAnswer(List<Contact> results) {

    static final ContactsAnswer NONE = new ContactsAnswer(List.of());

    record Contact(
            String agency,
            @Nullable String recordId,
            String service,
            @Nullable String serviceName,
            @Nullable String type,
            String start,
            @Nullable String end,
            @Nullable String outcome,
            @Nullable String map,
            @Nullable String stage,
            @Nullable BigDecimal cost,
            @Nullable String basis) {}

    ContactsAnswer {
        results = results == null ? List.of() : List.copyOf(results);
    }
}
