package org.totalplace.outcomes.needflag;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.needflag.FlagStage.Step;
import org.totalplace.outcomes.needflag.NeedFlags.About;
import org.totalplace.outcomes.needflag.NeedFlags.After;
import org.totalplace.outcomes.needflag.NeedFlags.Stepping;
import org.totalplace.outcomes.voice.WorkingDays;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.PublishedTable;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
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

    private static final int MOST = 500;
    private static final List<FlagStage> COLUMNS = List.of(FlagStage.values());

    private static final String COUNTS = """
            select kind, stage, count(*) as flags from need_flag where raised_on > :since group by kind, stage
            """;

    private static final String UNREAD = """
            select count(*) as late, min(raised_on) as oldest from need_flag
            where stage = 'raised' and raised_on <= :late and expires_on > :today
            """;

    /** Working days within which somebody reads a flag. */
    private static final int READ_WITHIN = 1;

    private static final int DAYS_A_WEEK = 7;

    private final NeedFlags flags;
    private final DatabaseClient database;
    private final Pseudonyms pseudonyms;
    private final WorkingDays workingDays;
    private final InstantSource clock;

    TriageEndpoints(
            NeedFlags flags,
            DatabaseClient database,
            Pseudonyms pseudonyms,
            WorkingDays workingDays,
            InstantSource clock) {
        this.flags = flags;
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * What is done with a flag.
     *
     * @param step {@code take-up}, {@code helped} or {@code dismiss}
     * @param agency {@code take-up}: which is asked to look after it
     * @param reference {@code take-up}: that agency's own of the person, if their view shall show it; without one
     *     it stays about whom it is about
     * @param unlink {@code take-up}: that it is about nobody who is known
     * @param seen the version of the flag that was read; refused where it has moved on
     */
    @Schema(name = "TriageStep")
    record Asked(
            @Nullable String step,
            @Nullable String agency,
            @Nullable String reference,
            @Nullable Boolean unlink,
            @Nullable Integer seen) {}

    /**
     * A page of open flags.
     *
     * @param total how many are open on all pages
     * @param late how many of those nobody has read within a working day
     */
    @Schema(name = "OpenNeedFlags")
    record Opened(List<NeedFlags.Open> results, Page.Paging paging, long total, long late) {}

    /**
     * How the flag stands.
     *
     * @param personId whom it is about, or was until this step, so that the step can be recorded with the person;
     *     absent where it is about nobody who is known
     */
    @Schema(name = "TriagedFlag")
    record Standing(UUID id, String stage, @Nullable UUID personId) {}

    /** What nobody has read in time: how many, and how many weeks ago the oldest was raised, begun ones counted. */
    @Schema(name = "UnreadNeedFlags")
    record Unread(PublishedCount late, long oldestWeeks) {}

    /** Counts of a year, and what waits unread now. */
    @Schema(name = "NeedFlagCounts")
    record Counts(List<Counted> results, Unread unread) {}

    /** How many flags of a kind there were, by how far they are. */
    @Schema(name = "NeedFlagsOfAKind")
    record Counted(String kind, PublishedCount raised, Map<String, PublishedCount> byStage) {}

    @GetMapping
    @Operation(
            summary = "Need flags that have not ended, the oldest first",
            description = "`limit` and `cursor` page; `total` says how many are open in all.")
    Mono<ResponseEntity<Opened>> open(
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller) {
        caller.requireAny(Role.SAFEGUARDING);
        if (limit < 1 || limit > MOST) {
            throw Problem.badInput("limit", "constraint-error", "limit is 1 to " + MOST + ".");
        }
        After after = after(cursor);
        return blocking(() -> opened(flags.open(today(), late(), after, limit + 1), limit))
                .map(body ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body));
    }

    private static Opened opened(NeedFlags.OpenPage found, int limit) {
        if (found.flags().size() <= limit) {
            return new Opened(found.flags(), new Page.Paging(null), found.total(), found.late());
        }
        List<NeedFlags.Open> shown = found.flags().subList(0, limit);
        NeedFlags.Open last = shown.getLast();
        return new Opened(shown, new Page.Paging(Cursor.of(last.raisedOn(), last.id())), found.total(), found.late());
    }

    private static After after(@Nullable String cursor) {
        if (cursor == null) {
            return After.NONE;
        }
        List<String> parts = Cursor.read(cursor, 2);
        try {
            return new After(LocalDate.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            throw Problem.badInput("cursor", "invalid-cursor", "The cursor is not one that this list gave.");
        }
    }

    @PostMapping("/{flag}")
    @Operation(
            summary = "Take a need flag up, or end it",
            description = "Only what is taken up with a reference shows in the person's view, as kind, days and agency;"
                    + " that needs the purpose `safeguarding` in X-Purpose, and the person can read that somebody"
                    + " looked. When it ends, its words, its place and whom it is about are deleted.")
    Mono<Standing> step(
            @PathVariable("flag") String flag,
            @RequestBody Asked body,
            @RequestHeader(name = Purpose.HEADER, required = false) @Nullable String purpose,
            Caller caller) {
        caller.requireAny(Role.SAFEGUARDING);
        if (body.reference() != null && !body.reference().isBlank()) {
            Purpose.statedForFlags(purpose, caller);
        }
        UUID id = id(flag);
        Step step = Step.ofCode(Objects.requireNonNullElse(body.step(), ""))
                .orElseThrow(() -> Problem.badInput(
                        "step",
                        "invalid-value",
                        "step is one of take-up, helped, dismiss, not '" + body.step() + "'."));
        NeedFlags.Which which = new NeedFlags.Which(id, body.seen());
        NeedFlags.By by = by(caller);
        return blocking(() -> step == Step.TAKE_UP ? takeUp(which, body, by) : flags.end(which, step, today(), by))
                .map(stepping -> switch (stepping) {
                    case Stepping.Done done -> new Standing(id, done.stage().code(), done.person());
                    case Stepping.NoSuchFlag none -> throw unknown();
                    case Stepping.NotNow now ->
                        throw Problem.conflict(
                                "not-now", "The flag is " + now.stage().code() + "; this cannot be done with it now.");
                    case Stepping.Stale stale ->
                        throw Problem.conflict("changed", "Somebody else has done something with it: read it again.");
                    case Stepping.NoSuchPerson none ->
                        throw Problem.badInput(
                                "reference", "no-such-person", "The agency has nobody of this reference here.");
                });
    }

    private static NeedFlags.By by(Caller caller) {
        String roles = caller.roles().stream().map(Role::claim).sorted().collect(Collectors.joining(" "));
        AgencyCode agency = caller.agency();
        return new NeedFlags.By(roles, agency == null ? null : agency.value());
    }

    @GetMapping("/counts")
    @Operation(
            summary = "How many need flags there were in the last 365 days, by kind and how far they are",
            description =
                    "With disclosure control: each flag is about somebody. `unread` says how many wait now that nobody"
                            + " has read within a working day.")
    Mono<Counts> counts(Caller caller) {
        caller.requireAny(Role.SAFEGUARDING, Role.BOARD, Role.ANALYST, Role.STEWARD, Role.AUDITOR);
        return database.sql(COUNTS)
                .bind("since", today().minusDays(365))
                .map(TriageEndpoints::count)
                .all()
                .collectList()
                .map(TriageEndpoints::published)
                .zipWith(unread(), Counts::new);
    }

    private Mono<Unread> unread() {
        LocalDate today = today();
        return database.sql(UNREAD)
                .bind("late", late())
                .bind("today", today)
                .map(row -> {
                    LocalDate oldest = row.get("oldest", LocalDate.class);
                    long days = oldest == null ? 0 : ChronoUnit.DAYS.between(oldest, today);
                    return new Unread(
                            PublishedCount.of(Objects.requireNonNull(row.get("late", Long.class))),
                            Math.ceilDiv(days, DAYS_A_WEEK));
                })
                .one();
    }

    /** What was raised on this day or before should have been read by now. */
    private LocalDate late() {
        return workingDays.passedBefore(today(), READ_WITHIN);
    }

    private record Count(String kind, FlagStage stage, long flags) {}

    private static List<Counted> published(List<Count> counts) {
        List<String> kinds = NeedFlagEndpoints.KINDS;
        long[][] cells = new long[kinds.size()][COLUMNS.size()];
        counts.forEach(count -> cells[kinds.indexOf(count.kind())][count.stage().ordinal()] = count.flags());
        PublishedTable table = PublishedTable.of(cells);
        return kinds.stream()
                .map(kind -> {
                    int row = kinds.indexOf(kind);
                    Map<String, PublishedCount> byStage = new LinkedHashMap<>();
                    COLUMNS.forEach(stage -> byStage.put(stage.code(), table.cell(row, stage.ordinal())));
                    return new Counted(kind, table.rowTotal(row), byStage);
                })
                .toList();
    }

    private static Count count(Readable row) {
        return new Count(
                Objects.requireNonNull(row.get("kind", String.class)),
                FlagStage.ofCode(Objects.requireNonNull(row.get("stage", String.class))),
                Objects.requireNonNull(row.get("flags", Long.class)));
    }

    private Stepping takeUp(NeedFlags.Which which, Asked body, NeedFlags.By by) throws Exception {
        AgencyCode agency;
        try {
            agency = new AgencyCode(Objects.requireNonNullElse(body.agency(), ""));
        } catch (IllegalArgumentException notACode) {
            throw Problem.badInput("agency", "invalid-value", notACode.getMessage() + ".");
        }
        return flags.takeUp(which, agency.value(), about(agency, body), today(), by);
    }

    private About about(AgencyCode agency, Asked body) {
        boolean unlink = Boolean.TRUE.equals(body.unlink());
        if (body.reference() == null || body.reference().isBlank()) {
            return unlink ? new About.Nobody() : new About.AsBefore();
        }
        if (unlink) {
            throw Problem.badInput("unlink", "constraint-error", "Give a reference, or unlink it, not both.");
        }
        return new About.Subject(pseudonyms.subject(agency, body.reference()).value());
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
