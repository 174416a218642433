package org.totalplace.gateway.page.voice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** For boards: how often residents worried about somebody in a year, as published, and nothing of what they wrote. */
@Controller
class NeedCountPages {

    private static final Question COUNTS = Question.of(Backend.OUTCOMES, "/api/v1/voice/triage/counts", Map.of());
    private static final List<String> STAGES =
            List.of("raised", "taken-up", "helped", "dismissed", "expired", "lapsed");

    private final Pages pages;
    private final Answers answers;

    NeedCountPages(Pages pages, Answers answers) {
        this.pages = pages;
        this.answers = answers;
    }

    /** @param raised of the kind in all */
    record Counted(String kind, Published.Count raised, Map<String, Published.Count> byStage) {}

    /** What nobody has read in time: how many, and how many weeks ago the oldest was raised. */
    record Unread(Published.@Nullable Count late, @Nullable Long oldestWeeks) {

        boolean isLate() {
            return oldestWeeks != null && oldestWeeks > 0;
        }
    }

    record Counts(List<Counted> results, @Nullable Unread unread) {

        Counts {
            results = results == null ? List.of() : List.copyOf(results);
        }

        Grid grid(Words words) {
            List<Grid.Column> columns = new ArrayList<>();
            columns.add(Grid.Column.text(words.say("need-counts.kind")));
            columns.add(Grid.Column.figure(words.say("need-counts.all")));
            STAGES.forEach(stage -> columns.add(Grid.Column.figure(words.say("need-counts.stage." + stage))));
            return new Grid(
                    "needs",
                    words.say("need-counts.caption"),
                    columns,
                    results.stream().map(counted -> row(counted, words)).toList(),
                    words.say("need-counts.none"));
        }

        private static List<Grid.Cell> row(Counted counted, Words words) {
            List<String> cells = new ArrayList<>();
            cells.add(words.name("need.kind.", counted.kind()));
            cells.add(Published.shown(counted.raised()));
            STAGES.forEach(stage -> cells.add(Published.shown(counted.byStage().get(stage))));
            return Grid.cells(cells);
        }
    }

    @GetMapping("/voice/needs")
    Mono<Void> show(SignedIn person, Words words, ServerWebExchange exchange) {
        person.caller().requireAny(Role.SAFEGUARDING, Role.BOARD, Role.ANALYST, Role.STEWARD, Role.AUDITOR);
        return answers.get(person, COUNTS, Counts.class).flatMap(counts -> {
            Map<String, @Nullable Object> model = new HashMap<>();
            Unread unread = counts.unread();
            model.put("grid", counts.grid(words));
            model.put(
                    "unread",
                    unread == null || !unread.isLate()
                            ? null
                            : words.say("need-counts.unread", Published.shown(unread.late()), unread.oldestWeeks()));
            return pages.show(exchange, HttpStatus.OK, "need-counts", model);
        });
    }
}
