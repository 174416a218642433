package org.totalplace.outcomes.voice;

import java.util.ArrayList;
import java.util.List;
import org.totalplace.outcomes.voice.VoiceEvent.Redacted;
import org.totalplace.outcomes.voice.VoiceEvent.TakenOut;

/** Takes words out of what happened before anybody reads it; the events that are kept stay as they are. */
final class Redaction {

    private Redaction() {}

    /** Whether an event has such words; what was published is withheld or published anew. */
    static boolean isPossible(List<Life.Happened> happened, Redacted redacted) {
        int at = redacted.seq() - 1;
        if (at < 0 || at >= happened.size()) {
            return false;
        }
        VoiceEvent event = happened.get(at).event();
        return !event.equals(without(event, redacted));
    }

    /** The entries as anybody may read them. */
    static List<Kept.Entry> applied(List<Kept.Entry> entries) {
        List<Kept.Entry> read = new ArrayList<>(entries);
        for (Kept.Entry entry : entries) {
            if (entry.happened().event() instanceof Redacted redacted) {
                int at = redacted.seq() - 1;
                Kept.Entry was = read.get(at);
                Life.Happened happened = was.happened();
                VoiceEvent left = without(happened.event(), redacted);
                read.set(
                        at,
                        new Kept.Entry(new Life.Happened(happened.on(), happened.entered(), left), was.at(), was.by()));
            }
        }
        return List.copyOf(read);
    }

    /** The event without its words; the same where it has none of these. */
    private static VoiceEvent without(VoiceEvent event, Redacted redacted) {
        String instead = redacted.why().instead();
        if (redacted.part() == Redacted.Part.ROLE) {
            return event instanceof VoiceEvent.Decided decided
                    ? new VoiceEvent.Decided(decided.verdict(), decided.reason(), instead, decided.planDue())
                    : event;
        }
        return switch (event) {
            case VoiceEvent.Withheld withheld -> new VoiceEvent.Withheld(instead, withheld.answerable(), null);
            case VoiceEvent.Extended extended -> new VoiceEvent.Extended(instead, extended.due());
            case VoiceEvent.Decided decided ->
                new VoiceEvent.Decided(decided.verdict(), instead, decided.role(), decided.planDue());
            case VoiceEvent.Planned planned -> new VoiceEvent.Planned(planned.milestone(), instead, planned.due());
            case VoiceEvent.Reached reached -> new VoiceEvent.Reached(reached.milestone(), instead, reached.nextDue());
            case VoiceEvent.Dropped dropped -> new VoiceEvent.Dropped(dropped.milestone(), instead, dropped.nextDue());
            case VoiceEvent.Linked linked -> new TakenOut(redacted.why());
            case VoiceEvent.Closed closed -> new VoiceEvent.Closed(instead);
            case VoiceEvent.Received received -> event;
            case VoiceEvent.Published published -> event;
            case VoiceEvent.Reopened reopened -> event;
            case Redacted again -> event;
            case TakenOut takenOut -> event;
        };
    }
}
