package org.totalplace.journey.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.totalplace.journey.identity.RecordsChanged;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.rounds.Rounds;
import org.totalplace.value.Pseudonyms;

/** Asks for models and puts them in force, if the gate lets them through. */
@Component
class Releasing {

    private final BulkDatabase database;
    private final Proposals proposals;
    private final Rounds modelAssessments;
    private final Pseudonyms pseudonyms;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Releasing(
            BulkDatabase database,
            Proposals proposals,
            Rounds modelAssessments,
            Pseudonyms pseudonyms,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.database = database;
        this.proposals = proposals;
        this.modelAssessments = modelAssessments;
        this.pseudonyms = pseudonyms;
        this.events = events;
        this.clock = clock;
    }

    Proposal ask(long seed, String by) throws Exception {
        Proposal asked = database.inTransaction(connection -> proposals.ask(connection, seed, by, clock.instant()));
        modelAssessments.wake();
        return asked;
    }

    List<Proposal> all() throws Exception {
        return database.inTransaction(proposals::all);
    }

    Proposal find(long proposal) throws Exception {
        return database.inTransaction(connection -> known(connection, proposal));
    }

    Proposal release(long proposal, String by, String reason, boolean unjudged) throws Exception {
        Proposal released = database.inTransaction(connection -> {
            Proposal held = known(connection, proposal);
            boolean judged = refuseUnfair(held, unjudged);
            String kept = judged ? reason : reason + " (released without knowing whether it is fair)";
            proposals.release(connection, proposal, by, kept, clock.instant());
            return known(connection, proposal);
        });
        events.publishEvent(new RecordsChanged());
        return released;
    }

    int label(LabelsAsked asked) throws Exception {
        List<Labels.Label> labels = asked.checked(pseudonyms);
        return database.inTransaction(connection -> {
            Labels.keep(connection, labels);
            return labels.size();
        });
    }

    /** Whether the gate could judge the model at all. */
    private static boolean refuseUnfair(Proposal held, boolean unjudged) {
        Assessment assessment = held.assessment();
        if (assessment == null) {
            throw Problem.conflict(
                    "not-assessed", "The model is still being trained and judged; look at it again in a while.");
        }
        if (held.releasedAt() != null) {
            throw Problem.conflict("already-released", "The model was released already; propose a new one.");
        }
        if (!assessment.fairness().passes()) {
            throw Problem.conflict(
                    "unfair-model",
                    "The model finds too few of these groups' pairs: " + String.join(", ", assessment.unfairTo())
                            + ". Mend what their records lack, or propose another model.");
        }
        boolean known = assessment.fairness().saysAnything();
        if (!known && !unjudged) {
            throw Problem.conflict(
                    "fairness-unknown",
                    "Nobody knows whether the model is fair: of no group are enough true pairs labelled. Label a"
                            + " checked sample by POST /api/v1/journeys/linkage/labels and propose a model anew, or"
                            + " release this one with \"unjudged\": true; that you did is kept.");
        }
        return known;
    }

    private Proposal known(Connection connection, long proposal) throws SQLException {
        return proposals
                .find(connection, proposal)
                .orElseThrow(() -> Problem.notFound(
                        "model-unknown",
                        "There is no proposed model " + proposal
                                + "; GET /api/v1/journeys/linkage/models lists them."));
    }
}
