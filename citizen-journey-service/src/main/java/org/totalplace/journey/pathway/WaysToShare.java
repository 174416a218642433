package org.totalplace.journey.pathway;

import java.util.List;
import org.springframework.stereotype.Component;
import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** The eras of a map's year for those who may see ways, but not whose they are. */
@Component
public class WaysToShare {

    private final TouchesOfMaps touches;

    WaysToShare(TouchesOfMaps touches) {
        this.touches = touches;
    }

    /** One list a person, in the order of their start, by the usual method; nothing where there is no such map. */
    public Mono<List<List<Era>>> of(String map, FinancialYear year) {
        return touches.pathways(new Cohort(map, year, PersonsAsked.ANYBODY), Method.DEFAULT)
                .map(pathways -> pathways.ways().stream().map(Way::eras).toList());
    }
}
