package org.totalplace.outcomes.needflag;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.needflag.FlagStage.Step;
import org.totalplace.outcomes.needflag.NeedFlags.Stepping;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.PublishedTable;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pseudonyms;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Safeguarding staff look at need flags; they alone read them. Boards see how many there were. */
@RestController
@RequestMapping("/api/v1/voice/triage")
@Tag(name = "Need flags")
class TriageEndpoints {

    private static final List<FlagStage> COLUMNS = List.of(FlagStage.values());

    private static final String COUNTS = """
            select kind, stage, count(*) as flags from need_flag where raised_on > :since group by kind, stage
            """;

    private final NeedFlags flags;
    private final DatabaseClient database;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;

    TriageEndpoints(NeedFlags flags, DatabaseClient database, Pseudonyms pseudonyms, InstantSource clock) {
        this.flags = flags;
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /**
     * What is done with a flag.
     *
     * @param step {@code take-up}, {@code helped} or {@code dismiss}
     * @param agency {@code take-up}: which is asked to look after it
     * @param reference {@code take-up}: that agency's own of the person, if their view shall show it
     */
    @Schema(name = "TriageStep")
    record Asked(
            @Nullable String step,
            @Nullable String agency,
            @Nullable String reference) {}

    /** How the flag stands. */
    @Schema(name = "TriagedFlag")
    record Standing(UUID id, String stage) {}

    /** How many flags of a kind there were, by how far they are. */
    @Schema(name = "NeedFlagCounts")
    record Counted(String kind, PublishedCount raised, Map<String, PublishedCount> byStage) {}

    @GetMapping
    @Operation(summary = "Need flags that have not ended, the oldest first")
    Mono<ResponseEntity<Page<NeedFlags.Open>>> open(Caller caller) {
        caller.requireAny(Role.SAFEGUARDING);
        return blocking(
                () -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Page.whole(flags.open(today()))));
    }

    @PostMapping("/{flag}")
    @Operation(
            summary = "Take a need flag up, or end it",
            description = "Only what is taken up with a reference shows in the person's view, as kind, days and agency;"
                    + " when it ends, its words, its place and whom it is about are deleted.")
    Mono<Standing> step(@PathVariable("flag") String flag, @RequestBody Asked body, Caller caller) {
        caller.requireAny(Role.SAFEGUARDING);
        UUID id = id(flag);
        Step step = Step.ofCode(Objects.requireNonNullElse(body.step(), ""))
                .orElseThrow(() -> Problem.badInput(
                        "step",
                        "invalid-value",
                        "step is one of take-up, helped, dismiss, not '" + body.step() + "'."));
        return blocking(() -> step == Step.TAKE_UP ? takeUp(id, body) : flags.end(id, step, today()))
                .map(stepping -> switch (stepping) {
                    case Stepping.Done done -> new Standing(id, done.stage().code());
                    case Stepping.NoSuchFlag none -> throw unknown();
                    case Stepping.NotNow now ->
                        throw Problem.conflict(
                                "not-now", "The flag is " + now.stage().code() + "; this cannot be done with it now.");
                });
    }

    @GetMapping("/counts")
    @Operation(
            summary = "How many need flags there were in the last 365 days, by kind and how far they are",
            description = "With disclosure control: each flag is about somebody.")
    Mono<Page<Counted>> counts(Caller caller) {
        caller.requireAny(Role.SAFEGUARDING, Role.BOARD, Role.ANALYST, Role.STEWARD, Role.AUDITOR);
        return database.sql(COUNTS)
                .bind("since", today().minusDays(365))
                .map(TriageEndpoints::count)
                .all()
                .collectList()
                .map(TriageEndpoints::published);
    }

    private record Count(String kind, FlagStage stage, long flags) {}

    private static Page<Counted> published(List<Count> counts) {
        List<String> kinds = NeedFlagEndpoints.KINDS;
        long[][] cells = new long[kinds.size()][COLUMNS.size()];
        counts.forEach(count -> cells[kinds.indexOf(count.kind())][count.stage().ordinal()] = count.flags());
        PublishedTable table = PublishedTable.of(cells);
        return Page.whole(kinds.stream()
                .map(kind -> {
                    int row = kinds.indexOf(kind);
                    Map<String, PublishedCount> byStage = new LinkedHashMap<>();
                    COLUMNS.forEach(stage -> byStage.put(stage.code(), table.cell(row, stage.ordinal())));
                    return new Counted(kind, table.rowTotal(row), byStage);
                })
                .toList());
    }

    private static Count count(Readable row) {
        return new Count(
                Objects.requireNonNull(row.get("kind", String.class)),
                FlagStage.ofCode(Objects.requireNonNull(row.get("stage", String.class))),
                Objects.requireNonNull(row.get("flags", Long.class)));
    }

    private Stepping takeUp(UUID flag, Asked body) throws Exception {
        AgencyCode agency;
        try {
            agency = new AgencyCode(Objects.requireNonNullElse(body.agency(), ""));
        } catch (IllegalArgumentException notACode) {
            throw Problem.badInput("agency", "invalid-value", notACode.getMessage() + ".");
        }
        UUID subject = body.reference() == null || body.reference().isBlank()
                ? null
                : pseudonyms.subject(agency, body.reference()).value();
        return flags.takeUp(flag, agency.value(), subject, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), NeedFlagEndpoints.BRITAIN);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.notFound("no-such-flag", "There is no such flag, or its time is over.");
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
