package org.totalplace.journey.community.circle;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.totalplace.value.AgencyCode;

/**
 * A circle of members, by the agency that runs it.
 *
 * @param needs checks without which nobody is introduced
 */
@Schema(name = "LocalCircle")
record Circle(String agency, String name, List<String> needs) {

    Circle {
        agency = new AgencyCode(agency).value();
        needs = List.copyOf(needs);
    }

    Set<CheckKind> kinds() {
        return kinds(needs);
    }

    static Set<CheckKind> kinds(Collection<String> codes) {
        return codes.stream().map(code -> CheckKind.ofCode(code).orElseThrow()).collect(Collectors.toUnmodifiableSet());
    }
}
