package org.totalplace.journey.community.circle;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.journey.community.circle.IntroductionStage.Step;
import org.totalplace.journey.community.circle.Matching.Lack;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * Brings askers and helpers together. Whether a helper's checks hold is asked at each step anew, while nobody can
 * change them. Everything here blocks.
 */
@Component
class Introductions {

    private static final String UNDER_WAY =
            "select from circle_introduction where request = ? and stage in ('offered', 'accepted')";

    private static final String OFFER = """
            insert into circle_introduction (introduction, request, helper, stage, offered_on) values (?, ?, ?, 'offered', ?)
            """;

    private static final String ONE = """
            select i.introduction, i.request, i.helper, i.stage, i.offered_on, r.circle, r.member, r.needed_on
              from circle_introduction i join circle_request r on r.request = i.request where i.introduction = ?
            """;

    private static final String IS_OF = """
            select from circle_member m join person_subject s on s.subject = m.subject
             where m.member = ? and s.person = ?
            """;

    private static final String STEP = "update circle_introduction set stage = ?, ended_on = ? where introduction = ?";

    private static final String MET = "update circle_request set stage = 'met', ended_on = ? where request = ?";

    private static final String ALL = """
            select i.introduction, i.request, i.helper, i.stage, i.offered_on, r.circle, r.member, r.needed_on
              from circle_request r join circle_introduction i on i.request = r.request
             where r.circle = ? and (i.offered_on, i.introduction) < (?, ?)
             order by i.offered_on desc, i.introduction desc limit ?
            """;

    private final BulkDatabase database;

    Introductions(BulkDatabase database) {
        this.database = database;
    }

    /**
     * One introduction, of whichever circle.
     *
     * @param clearedUntil the last day of the helper's checks while it is under way; null where they do not hold today
     */
    @Schema(name = "CircleIntroduction")
    record Introduced(
            UUID introduction,
            UUID request,
            UUID member,
            UUID helper,
            String stage,
            LocalDate offeredOn,
            LocalDate neededOn,
            String circle,
            @Nullable LocalDate clearedUntil) {

        boolean isUnderWay() {
            return !IntroductionStage.ofCode(stage).hasEnded();
        }

        Introduced cleared(@Nullable LocalDate until) {
            return new Introduced(introduction, request, member, helper, stage, offeredOn, neededOn, circle, until);
        }
    }

    /** What becomes of offering one. */
    sealed interface Offering {

        record Offered(UUID introduction) implements Offering {}

        record NoSuchRequest() implements Offering {}

        record NobodyOfThisId() implements Offering {}

        /** Somebody is just being introduced. */
        record Underway() implements Offering {}

        record Lacking(Lack lack) implements Offering {}
    }

    /** What becomes of a step. */
    sealed interface Stepping {

        /** @param hours that were written down, where they met */
        record Done(IntroductionStage stage, @Nullable UUID hours) implements Stepping {}

        record NoSuchIntroduction() implements Stepping {}

        record NotNow(IntroductionStage stage) implements Stepping {}

        /** The helper's checks do not hold, whatever they did when it was offered. */
        record NotCleared() implements Stepping {}

        /** The meeting lies in the future, before the offer, or makes the helper's day longer than a day. */
        record NotThen() implements Stepping {}
    }

    /** When they met, and for how long. */
    record Meeting(LocalDate on, int minutes) {}

    /** Who takes a step, and when. */
    record By(String name, LocalDate today, Instant now) {}

    Offering offer(String agency, UUID request, UUID helper, LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Circle> circle = Circles.held(connection, agency);
            if (circle.isEmpty() || !Requests.isOpen(connection, agency, request)) {
                return new Offering.NoSuchRequest();
            }
            if (Rows.first(connection, UNDER_WAY, row -> true, request).isPresent()) {
                return new Offering.Underway();
            }
            if (!Members.isHeld(connection, agency, helper)) {
                return new Offering.NobodyOfThisId();
            }
            Optional<Wanted> wanted = Requests.wanted(connection, agency, request);
            List<HelpingMember> asked = HelpingMembers.of(connection, circle.get(), request, helper);
            if (asked.isEmpty() || wanted.isEmpty()) {
                return new Offering.NobodyOfThisId();
            }
            Optional<Lack> lack = Matching.lack(wanted.get(), asked.getFirst(), today);
            if (lack.isPresent()) {
                return new Offering.Lacking(lack.get());
            }
            UUID introduction = UUID.randomUUID();
            Statements.run(connection, OFFER, introduction, request, helper, today);
            return new Offering.Offered(introduction);
        });
    }

    /** For whoever runs the circle. */
    Stepping step(String agency, UUID introduction, Step step, @Nullable Meeting meeting, By by) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Introduced> found = one(connection, introduction);
            return found.isEmpty() || !found.get().circle().equals(agency)
                    ? new Stepping.NoSuchIntroduction()
                    : step(connection, found.get(), step, meeting, by);
        });
    }

    /** For a member: helpers accept and decline what is theirs, askers cancel what is theirs. */
    Stepping stepOf(UUID person, UUID introduction, Step step, By by) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Introduced> found = one(connection, introduction);
            if (found.isEmpty()) {
                return new Stepping.NoSuchIntroduction();
            }
            UUID whose =
                    step == Step.CANCEL ? found.get().member() : found.get().helper();
            return Rows.first(connection, IS_OF, row -> true, whose, person).isEmpty()
                    ? new Stepping.NoSuchIntroduction()
                    : step(connection, found.get(), step, null, by);
        });
    }

    /** The newest first, before this one. */
    List<Introduced> all(String agency, LocalDate beforeDay, UUID before, int most, LocalDate today) throws Exception {
        return database.inTransaction(connection -> UnderWay.cleared(
                connection,
                Rows.all(connection, ALL, Introductions::introduced, agency, beforeDay, before, most),
                today));
    }

    /** Request, then helper, are held in the order in which an offer holds them. */
    private static Stepping step(Connection connection, Introduced seen, Step step, @Nullable Meeting meeting, By by)
            throws SQLException {
        boolean isOpen = Requests.isOpen(connection, seen.circle(), seen.request());
        boolean isMember = Members.isHeld(connection, seen.circle(), seen.helper());
        Introduced held = one(connection, seen.introduction()).orElse(seen);
        IntroductionStage stage = IntroductionStage.ofCode(held.stage());
        Optional<IntroductionStage> next = stage.after(step);
        if (next.isEmpty()) {
            return new Stepping.NotNow(stage);
        }
        boolean goes = step == Step.ACCEPT || step == Step.MEET;
        if (goes && !isOpen) {
            return new Stepping.NotNow(IntroductionStage.CANCELLED);
        }
        if (goes) {
            Circle circle = Circles.held(connection, held.circle()).orElseThrow();
            Clearance clearance = HelpingMembers.clearance(connection, circle, held.helper());
            boolean cleared = meeting == null
                    ? Matching.isCleared(clearance, held.neededOn(), by.today())
                    : clearance.holdsOn(meeting.on());
            if (!isMember || !cleared) {
                return new Stepping.NotCleared();
            }
        }
        Optional<UUID> hours = meeting == null ? Optional.empty() : met(connection, held, meeting, by);
        if (meeting != null && hours.isEmpty()) {
            return new Stepping.NotThen();
        }
        Statements.run(
                connection, STEP, next.get().code(), next.get().hasEnded() ? by.today() : null, held.introduction());
        return new Stepping.Done(next.get(), hours.orElse(null));
    }

    /** The hours; empty where they cannot have met then. */
    private static Optional<UUID> met(Connection connection, Introduced held, Meeting meeting, By by)
            throws SQLException {
        if (meeting.on().isBefore(held.offeredOn())
                || meeting.on().isAfter(by.today())
                || !GivenHours.fit(connection, held.helper(), meeting)) {
            return Optional.empty();
        }
        UUID hours = GivenHours.write(
                connection,
                new GivenHours.Given(held.circle(), held.helper(), held.member(), held.introduction(), meeting),
                by.name(),
                Timestamp.from(by.now()));
        Statements.run(connection, MET, by.today(), held.request());
        return Optional.of(hours);
    }

    private static Optional<Introduced> one(Connection connection, UUID introduction) throws SQLException {
        return Rows.first(connection, ONE, Introductions::introduced, introduction);
    }

    static Introduced introduced(ResultSet row) throws SQLException {
        return new Introduced(
                row.getObject("introduction", UUID.class),
                row.getObject("request", UUID.class),
                row.getObject("member", UUID.class),
                row.getObject("helper", UUID.class),
                row.getString("stage"),
                row.getObject("offered_on", LocalDate.class),
                row.getObject("needed_on", LocalDate.class),
                row.getString("circle"),
                null);
    }
}
