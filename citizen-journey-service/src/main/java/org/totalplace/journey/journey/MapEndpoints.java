package org.totalplace.journey.journey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The journey maps and their rules. */
@RestController
@RequestMapping("/api/v1/journeys/maps")
@Tag(name = "Journeys")
class MapEndpoints {

    private final SettingMaps maps;

    MapEndpoints(SettingMaps maps) {
        this.maps = maps;
    }

    /** A map as the API shows it. */
    record Shown(
            String map,
            String name,
            List<Stage> stages,
            List<MappingRule> rules,
            int version,
            String author,
            Instant setAt) {

        static Shown of(MapsInForce.Version version) {
            JourneyMap map = version.map();
            return new Shown(
                    map.map(),
                    map.name(),
                    map.stages(),
                    map.rules(),
                    version.version(),
                    version.author(),
                    version.setAt());
        }
    }

    @GetMapping
    @Operation(summary = "All journey maps with stages and mapping rules")
    Mono<Page<Shown>> all() {
        return Mono.fromCallable(maps::all)
                .subscribeOn(Schedulers.boundedElastic())
                .map(versions -> Page.whole(versions.stream().map(Shown::of).toList()));
    }

    @GetMapping("/{map}")
    @Operation(summary = "One journey map")
    Mono<Shown> one(@PathVariable("map") String map) {
        return Mono.fromCallable(() -> maps.find(map))
                .subscribeOn(Schedulers.boundedElastic())
                .map(found -> Shown.of(found.orElseThrow(() -> unknown(map))));
    }

    @PutMapping("/{map}")
    @Operation(
            summary = "Set a journey map",
            description = "The same map again changes nothing; another one is a new version.")
    Mono<Shown> set(@PathVariable("map") String map, @RequestBody MapRequest request, Caller caller) {
        caller.requireAny(Role.STEWARD);
        request.objection(map).ifPresent(refused -> {
            throw Problem.badInput(refused.path(), "invalid-map", refused.message());
        });
        return Mono.fromCallable(() -> maps.set(request.map(map), caller.name()))
                .subscribeOn(Schedulers.boundedElastic())
                .map(Shown::of);
    }

    static Problem unknown(String map) {
        return Problem.notFound(
                "map-unknown", "There is no journey map '" + map + "'; GET /api/v1/journeys/maps lists them.");
    }
}
