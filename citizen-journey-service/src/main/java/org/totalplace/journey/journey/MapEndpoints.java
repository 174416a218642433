package org.totalplace.journey.journey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    private final ShippedMaps shipped;

    MapEndpoints(SettingMaps maps, ShippedMaps shipped) {
        this.maps = maps;
        this.shipped = shipped;
    }

    /** A map as the API shows it. */
    record Shown(
            String map,
            String name,
            List<Stage> stages,
            List<MappingRule> rules,
            int version,
            String author,
            Instant setAt,
            @Nullable String reason,
            Instant effectFrom) {

        static Shown of(MapsInForce.Version version) {
            JourneyMap map = version.map();
            return new Shown(
                    map.map(),
                    map.name(),
                    map.stages(),
                    map.rules(),
                    version.version(),
                    version.author(),
                    version.setAt(),
                    version.reason(),
                    version.effectFrom());
        }
    }

    @GetMapping
    @Operation(summary = "All journey maps with stages and mapping rules")
    Mono<Page<Shown>> all() {
        return Mono.fromCallable(maps::all)
                .subscribeOn(Schedulers.boundedElastic())
                .map(versions -> Page.whole(versions.stream().map(Shown::of).toList()));
    }

    @GetMapping("/shipped")
    @Operation(
            summary = "The maps that come with the platform",
            description = "None is in force by itself: take one as a draft, put your own services in, and publish it.")
    Mono<Page<JourneyMap>> shipped() {
        return Mono.just(Page.whole(shipped.all()));
    }

    @GetMapping("/{map}")
    @Operation(summary = "One journey map", description = "The version in force, or the one asked for.")
    Mono<Shown> one(
            @PathVariable("map") String map,
            @RequestParam(name = "version", required = false) @Nullable Integer version) {
        return Mono.fromCallable(() -> version == null
                        ? maps.find(map)
                        : maps.history(map).stream()
                                .filter(made -> made.version() == version)
                                .findFirst())
                .subscribeOn(Schedulers.boundedElastic())
                .map(found -> Shown.of(found.orElseThrow(() -> UnknownMap.of(map))));
    }

    @GetMapping("/{map}/versions")
    @Operation(
            summary = "The history of a map: every version, who made it, why, and from when it has effect",
            description = "The newest first; the newest whose effect has come is in force.")
    Mono<Page<Shown>> versions(@PathVariable("map") String map) {
        return Mono.fromCallable(() -> maps.history(map))
                .subscribeOn(Schedulers.boundedElastic())
                .map(history -> {
                    if (history.isEmpty()) {
                        throw UnknownMap.of(map);
                    }
                    return Page.whole(history.stream().map(Shown::of).toList());
                });
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
}
