package org.totalplace.gateway.usage;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.PersonId;

/**
 * That somebody looked.
 *
 * @param organisation the agency they speak for; null for those who speak for the partnership
 * @param what the path asked, as a template without identifiers
 * @param person whose data; null for lists that name no single person
 * @param success whether the service answered
 */
public record UsageRecord(
        Instant at,
        @Nullable String organisation,
        String caller,
        String role,
        String purpose,
        String what,
        @Nullable PersonId person,
        String traceId,
        boolean success) {

    public static UsageRecord of(
            Instant at, Caller caller, Purpose purpose, String what, @Nullable PersonId person, String traceId) {
        AgencyCode agency = caller.agency();
        String roles = caller.roles().stream().map(Role::claim).sorted().collect(Collectors.joining(" "));
        return new UsageRecord(
                at,
                agency == null ? null : agency.value(),
                caller.name(),
                roles,
                purpose.code(),
                what,
                person,
                traceId,
                true);
    }
}
