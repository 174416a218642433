package org.totalplace.journey.community.circle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.community.circle.Introductions.By;
import org.totalplace.journey.community.circle.Members.Joining;
import org.totalplace.journey.community.circle.MembersTold.Told;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pseudonyms;
import reactor.core.publisher.Mono;

/** Members of a circle, for the agency that runs it. It alone knows who they are, by its own references. */
@RestController
@RequestMapping("/api/v1/circles/{agency}/members")
@Tag(name = "Local circle")
class MemberEndpoints {

    static final int MOST = 500;
    private static final int MOST_KILOMETRES = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final Members members;
    private final MembersTold told;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;

    MemberEndpoints(Members members, MembersTold told, Pseudonyms pseudonyms, InstantSource clock) {
        this.members = members;
        this.told = told;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /**
     * Somebody who joins.
     *
     * @param reference the agency's own of the person; it is turned into a pseudonym and kept nowhere
     * @param square of the National Grid that they live in
     * @param joinedOn today where it is not said
     */
    @Schema(name = "NewCircleMember")
    record New(
            @Nullable String reference,
            @Nullable Square square,
            @Nullable List<String> languages,
            @Nullable LocalDate joinedOn) {}

    /** The id by which a circle knows a member. */
    @Schema(name = "JoinedCircle")
    record Id(UUID member) {}

    /** Whole kilometres of the National Grid. */
    @Schema(name = "GridSquareAsked")
    record Square(@Nullable Integer east, @Nullable Integer north) {}

    /** What a helper offers, and how far they go for it. */
    @Schema(name = "CircleHelp")
    record Help(
            @Nullable List<String> skills,
            @Nullable List<String> times,
            @Nullable Integer reach) {}

    /** A check that was made. */
    @Schema(name = "CircleCheck")
    record Checked(
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    @GetMapping
    @Operation(
            summary = "Members of a circle, with the balance of their hours and how long their checks hold",
            description = "For the agency that runs it, and stewards. `limit` and `cursor` page.")
    Mono<ResponseEntity<Page<Told>>> all(
            @PathVariable("agency") String agency,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller) {
        String circle = running(agency, caller);
        int most = limit(limit);
        UUID after = cursor == null ? FIRST : after(cursor);
        return CircleWords.blocking(() -> told.ofCircle(circle, after, most + 1, CircleWords.today(clock)))
                .map(found -> Page.first(found, most, last -> Cursor.of(last.member())))
                .map(page ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page));
    }

    @PostMapping
    @Operation(
            summary = "Let somebody in, or find the member of a reference again",
            description = "The agency must have delivered a record of the reference before: nobody becomes a member who"
                    + " is not known. Whoever left comes back as who they were. 201 for who was never in it, else 200.")
    Mono<ResponseEntity<Id>> join(@PathVariable("agency") String agency, @RequestBody New body, Caller caller) {
        String circle = running(agency, caller);
        String reference = CircleWords.words("reference", body.reference(), 200);
        LocalDate today = CircleWords.today(clock);
        LocalDate joinedOn = Objects.requireNonNullElse(body.joinedOn(), today);
        if (joinedOn.isAfter(today)) {
            throw Problem.badInput("joinedOn", "constraint-error", "Nobody has joined on a day that is to come.");
        }
        Square asked = Objects.requireNonNullElse(body.square(), new Square(null, null));
        Members.Place place = new Members.Place(
                CircleWords.square(asked.east(), asked.north()), CircleWords.languages(body.languages()), joinedOn);
        var subject = pseudonyms.subject(new AgencyCode(circle), reference);
        return CircleWords.blocking(() -> members.join(circle, subject, place)).map(joining -> switch (joining) {
            case Joining.Joined joined ->
                ResponseEntity.status(joined.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                        .cacheControl(CacheControl.noStore())
                        .body(new Id(joined.member()));
            case Joining.NoSuchCircle none -> throw CircleWords.noSuchCircle();
            case Joining.NoSuchRecord none ->
                throw Problem.badInput(
                        "reference",
                        "no-such-person",
                        "The agency holds no record of this reference: deliver it first.");
        });
    }

    @PutMapping("/{member}/help")
    @Operation(summary = "Say what a member helps with, when, and how many kilometres they go")
    Mono<Map<String, Boolean>> help(
            @PathVariable("agency") String agency,
            @PathVariable("member") String member,
            @RequestBody Help body,
            Caller caller) {
        String circle = running(agency, caller);
        UUID id = CircleWords.id(member);
        int reach = Objects.requireNonNullElse(body.reach(), 0);
        if (reach < 1 || reach > MOST_KILOMETRES) {
            throw Problem.badInput("reach", "constraint-error", "reach is 1 to " + MOST_KILOMETRES + " kilometres.");
        }
        Members.Help help = new Members.Help(CircleWords.skills(body.skills()), CircleWords.times(body.times()), reach);
        return kept(() -> members.help(circle, id, help));
    }

    @PostMapping("/{member}/checks")
    @Operation(
            summary = "Write down that a helper was checked, and until when that is trusted",
            description =
                    "At most three years. Certificates and their numbers are kept nowhere. Introductions for which"
                            + " the checks hold no longer end; a check that was withdrawn stays so.")
    Mono<Map<String, Boolean>> check(
            @PathVariable("agency") String agency,
            @PathVariable("member") String member,
            @RequestBody Checked body,
            Caller caller) {
        String circle = running(agency, caller);
        UUID id = CircleWords.id(member);
        Check check = check(body);
        By by = new By(caller.name(), CircleWords.today(clock), clock.instant());
        return CircleWords.blocking(() -> members.check(circle, id, check, by)).map(checking -> switch (checking) {
            case KEPT -> Map.of("kept", true);
            case NO_SUCH_MEMBER -> throw CircleWords.unknown();
            case WITHDRAWN_BEFORE ->
                throw Problem.conflict(
                        "withdrawn-before",
                        "The check of this kind from this day was withdrawn; write a new one down, from its own day.");
        });
    }

    @DeleteMapping("/{member}/checks/{kind}")
    @Operation(
            summary = "Withdraw a check at once",
            description = "Introductions of the helper that are under way end with it.")
    Mono<Map<String, Boolean>> withdraw(
            @PathVariable("agency") String agency,
            @PathVariable("member") String member,
            @PathVariable("kind") String kind,
            Caller caller) {
        String circle = running(agency, caller);
        UUID id = CircleWords.id(member);
        CheckKind withdrawn = CheckKind.ofCode(kind).orElseThrow(CircleWords::unknown);
        return kept(() -> members.withdraw(circle, id, withdrawn, CircleWords.today(clock)));
    }

    @DeleteMapping("/{member}")
    @Operation(summary = "Let a member go: requests, help and checks end, hours stay")
    Mono<Map<String, Boolean>> leave(
            @PathVariable("agency") String agency, @PathVariable("member") String member, Caller caller) {
        String circle = running(agency, caller);
        UUID id = CircleWords.id(member);
        return kept(() -> members.leave(circle, id, CircleWords.today(clock)));
    }

    /** The circle, for whoever runs it. */
    static String running(String agency, Caller caller) {
        AgencyCode code = CircleWords.agency(agency);
        caller.requireAgency(code);
        return code.value();
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badInput("limit", "constraint-error", "limit is 1 to " + MOST + ".");
        }
        return limit;
    }

    private static UUID after(String cursor) {
        try {
            return UUID.fromString(Cursor.read(cursor, 1).getFirst());
        } catch (IllegalArgumentException notOurs) {
            throw Problem.badInput("cursor", "invalid-cursor", "The cursor is not one that this list gave.");
        }
    }

    private static Check check(Checked body) {
        LocalDate from = body.from();
        LocalDate until = body.until();
        CheckKind kind = CheckKind.ofCode(Objects.requireNonNullElse(body.kind(), ""))
                .orElseThrow(() -> Problem.badInput(
                        "kind", "invalid-value", "kind is one of " + CheckKind.codes() + ".", CheckKind.codes()));
        if (from == null || until == null) {
            throw Problem.badInput("until", "required-value", "A check has a first day and a last one.");
        }
        try {
            return new Check(kind, from, until, null);
        } catch (IllegalArgumentException wrong) {
            throw Problem.badInput("until", "constraint-error", wrong.getMessage() + ".");
        }
    }

    private static Mono<Map<String, Boolean>> kept(Callable<Boolean> work) {
        return CircleWords.blocking(work).map(kept -> {
            if (!kept) {
                throw CircleWords.unknown();
            }
            return Map.of("kept", true);
        });
    }
}
