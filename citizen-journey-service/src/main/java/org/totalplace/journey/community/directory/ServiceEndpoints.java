package org.totalplace.journey.community.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.community.listing.Term;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The services of the place for everybody, in the standard's own shape and with its parameters. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Directory")
@SecurityRequirements
class ServiceEndpoints {

    private final FindingServices services;
    private final FindingTerms terms;
    private final StandardShape shape;
    private final JsonMapper json;

    ServiceEndpoints(FindingServices services, FindingTerms terms, StandardShape shape, JsonMapper json) {
        this.services = services;
        this.terms = terms;
        this.shape = shape;
        this.json = json;
    }

    @GetMapping("/services")
    @Operation(
            summary = "Services of the place, as Open Referral UK lists them; no sign-in",
            description = "A page of services that are active or temporarily closed. `full=true` gives each with its"
                    + " places, times and terms, `minimal=true` ids and moments alone. `total_place` tells who keeps"
                    + " the service's entry and how old it is.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    @Parameter(in = ParameterIn.QUERY, name = "search", description = "Words, in name, description, provider and needs")
    @Parameter(in = ParameterIn.QUERY, name = "taxonomy_term_id", description = "A need, with all that are narrower")
    @Parameter(in = ParameterIn.QUERY, name = "taxonomy_id", description = "Any term of a taxonomy")
    @Parameter(in = ParameterIn.QUERY, name = "organization_id", description = "Who provides it")
    @Parameter(in = ParameterIn.QUERY, name = "modified_after", description = "A day")
    @Parameter(in = ParameterIn.QUERY, name = "postcode", description = "Met in this district: `NM1` or `NM1 2AB`")
    @Parameter(in = ParameterIn.QUERY, name = "latitude", description = "Near a point, with `longitude`")
    @Parameter(in = ParameterIn.QUERY, name = "longitude", description = "Near a point, with `latitude`")
    @Parameter(in = ParameterIn.QUERY, name = "proximity", description = "Metres at most, 5000 unless told")
    @Parameter(in = ParameterIn.QUERY, name = "day", description = "Open on this day of the week: `monday`")
    @Parameter(in = ParameterIn.QUERY, name = "time", description = "Open at this time: `18:30`")
    @Parameter(in = ParameterIn.QUERY, name = "accessibility", description = "Words: `wheelchair`, `hearing loop`")
    @Parameter(in = ParameterIn.QUERY, name = "age", description = "For somebody of this age")
    @Parameter(in = ParameterIn.QUERY, name = "language", description = "Spoken there: a code or a name")
    @Parameter(in = ParameterIn.QUERY, name = "page", description = "From 1")
    @Parameter(in = ParameterIn.QUERY, name = "per_page", description = "1 to 100, 50 unless told")
    @Parameter(in = ParameterIn.QUERY, name = "minimal", description = "`true`: ids and moments alone")
    @Parameter(in = ParameterIn.QUERY, name = "full", description = "`true`: everything of each")
    Mono<ObjectNode> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        ServiceSearch search = ServiceSearch.of(query);
        return services.search(search, shape.today()).map(found -> shape.page(search, found));
    }

    @GetMapping("/services/{id}")
    @Operation(
            summary = "One service with everything of it; no sign-in",
            description = "410 once its directory no longer lists it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    Mono<ObjectNode> one(@PathVariable("id") UUID id) {
        return services.one(id)
                .switchIfEmpty(Mono.error(() -> Problem.notFound(
                        "service-unknown", "There is no service " + id + "; GET /api/v1/services lists them.")))
                .map(held -> {
                    if (held.unlisted() != null) {
                        throw Problem.of(
                                HttpStatus.GONE,
                                "no-longer-listed",
                                "The directory '" + held.sourceName() + "' no longer lists this service, since "
                                        + held.unlisted() + ".");
                    }
                    return shape.full(held);
                });
    }

    @GetMapping("/taxonomy_terms")
    @Operation(summary = "The terms by which services can be found; no sign-in")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    @Parameter(in = ParameterIn.QUERY, name = "search", description = "Part of the name")
    @Parameter(in = ParameterIn.QUERY, name = "taxonomy_id", description = "Of this taxonomy")
    @Parameter(in = ParameterIn.QUERY, name = "parent_id", description = "Below this term")
    @Parameter(in = ParameterIn.QUERY, name = "page", description = "From 1")
    @Parameter(in = ParameterIn.QUERY, name = "per_page", description = "1 to 100, 50 unless told")
    Mono<ObjectNode> terms(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        ServiceSearch page = ServiceSearch.of(query);
        String parent = query.toSingleValueMap().getOrDefault("parent_id", "").replace("\0", "");
        var asked = new FindingTerms.Asked(
                page.search() == null ? "" : page.search(),
                page.taxonomy() == null ? "" : page.taxonomy(),
                parent,
                page.page(),
                page.perPage());
        return terms.search(asked).map(found -> {
            ArrayNode contents = json.createArrayNode();
            found.terms().forEach(term -> contents.add(standard(term)));
            return shape.envelope(found.total(), asked.page(), asked.perPage(), contents);
        });
    }

    private ObjectNode standard(Term term) {
        ObjectNode standard = json.createObjectNode().put("id", term.id()).put("name", term.name());
        putIfThere(standard, "description", term.description());
        putIfThere(standard, "parent_id", term.parent());
        putIfThere(standard, "taxonomy", term.taxonomy());
        putIfThere(standard, "term_uri", term.uri());
        return standard;
    }

    private static void putIfThere(ObjectNode node, String member, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            node.put(member, value);
        }
    }
}
