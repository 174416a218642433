package org.totalplace.journey.journey;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The stages of the maps in force, for those who read pathways off them. */
@Component
public class StagesOfMaps {

    private final SettingMaps maps;

    StagesOfMaps(SettingMaps maps) {
        this.maps = maps;
    }

    /** In their order; nothing where there is no such map. */
    public Mono<List<Stage>> of(String map) {
        return Mono.fromCallable(() -> maps.find(map))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(found ->
                        Mono.justOrEmpty(found.map(version -> version.map().stages())));
    }
}
