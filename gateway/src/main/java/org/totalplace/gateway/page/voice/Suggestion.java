package org.totalplace.gateway.page.voice;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/** A suggestion as outcomes-service tells it to everybody, and how pages print it. */
record Suggestion(
        long number,
        String kind,
        String channel,
        String told,
        String stage,
        @Nullable String about,
        @Nullable String words,
        @Nullable String withheldWhy,
        @Nullable String agency,
        @Nullable String service,
        @Nullable String journey,
        @Nullable String due,
        boolean overdue,
        @Nullable Decision decision,
        List<Milestone> delivery,
        List<Figure> figures,
        int reopenings) {

    Suggestion {
        delivery = delivery == null ? List.of() : List.copyOf(delivery);
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    /** @param lateDays after it was owed */
    record Decision(
            String verdict,
            String reason,
            String by,
            String on,
            @Nullable Long lateDays) {

        public String shown(Words words) {
            String shown = words.say("voice.verdict", verdict, words.day(on), by);
            return lateDays == null || lateDays == 0 ? shown : shown + words.say("voice.decided-late", lateDays);
        }
    }

    record Milestone(
            int number,
            String what,
            String due,
            @Nullable String reachedOn,
            @Nullable String droppedOn,
            @Nullable String outcome) {

        public boolean open() {
            return reachedOn == null && droppedOn == null;
        }

        public String shown(Words words) {
            if (reachedOn != null) {
                return words.say("voice.milestone.done", words.day(reachedOn), outcome);
            }
            return droppedOn != null
                    ? words.say("voice.milestone.dropped", words.day(droppedOn), outcome)
                    : words.say("voice.milestone.due", words.day(due));
        }
    }

    record Figure(
            String of, String path, String words, @Nullable BigDecimal amount) {

        public String shown() {
            return amount == null ? words : words + ": " + Money.shown(Pence.ofPounds(amount));
        }
    }

    public String title(Words words) {
        return about == null ? words.say("voice.suggestion", number) : about;
    }

    public String toldShown(Words words) {
        return words.say("voice.said", words.day(told), channel, kind);
    }

    /** Who answers, and for what. */
    public String answers(Words words) {
        return agency
                + (service == null ? "" : words.say("voice.of-service", service))
                + (journey == null ? "" : words.say("voice.of-journey", journey));
    }

    public @Nullable String dueShown(Words words) {
        return due == null ? null : words.day(due);
    }

    public String stageShown(Words words) {
        return words.name("voice.stage.", stage.equals("withheld") ? "published" : stage);
    }

    public String colour() {
        if (overdue) {
            return "red";
        }
        return switch (stage) {
            case "closed" -> "grey";
            case "delivering" -> "green";
            default -> "blue";
        };
    }

    /** Links of one kind. */
    public List<Figure> figuresOf(String of) {
        return figures.stream().filter(figure -> figure.of().equals(of)).toList();
    }
}
