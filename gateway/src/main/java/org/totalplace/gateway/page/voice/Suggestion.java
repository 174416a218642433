package org.totalplace.gateway.page.voice;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Times;
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

    record Decision(String verdict, String reason, String by, String on) {

        public String shown() {
            String what = switch (verdict) {
                case "accepted" -> "Accepted";
                case "partly" -> "Accepted in part";
                default -> "Declined";
            };
            return what + " on " + Times.shown(on) + " by " + by;
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

        public String shown() {
            if (reachedOn != null) {
                return "Done on " + Times.shown(reachedOn) + ": " + outcome;
            }
            return droppedOn != null
                    ? "Given up on " + Times.shown(droppedOn) + ": " + outcome
                    : "Due by " + Times.shown(due);
        }
    }

    record Figure(
            String of, String path, String words, @Nullable BigDecimal amount) {

        public String shown() {
            return amount == null ? words : words + ": " + Money.shown(Pence.ofPounds(amount));
        }
    }

    public String title() {
        return about == null ? "Suggestion " + number : about;
    }

    public String toldShown() {
        String came = switch (channel) {
            case "paper" -> " on paper";
            case "meeting" -> " in a meeting";
            default -> "";
        };
        return "Said on " + Times.shown(told) + came + ", about " + ("place".equals(kind) ? "the place" : "a " + kind);
    }

    public @Nullable String dueShown() {
        return due == null ? null : Times.shown(due);
    }

    public String stageShown() {
        return switch (stage) {
            case "received" -> "Not read yet";
            case "published", "withheld" -> "Being weighed";
            case "decided" -> "To be planned";
            case "delivering" -> "Being done";
            case "reopened" -> "Being weighed again";
            case "closed" -> "Closed";
            default -> Words.plain(stage);
        };
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
