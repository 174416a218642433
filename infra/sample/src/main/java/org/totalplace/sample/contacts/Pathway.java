package org.totalplace.sample.contacts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.people.Household;
import org.totalplace.sample.people.KnowingAgency;
import org.totalplace.sample.people.Person;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Northmoor;

/**
 * What happens to one resident in the year: the steps of their journey one after another, sometimes twice over (a
 * readmission, a second referral), sometimes broken off, and contacts outside any journey.
 */
final class Pathway {

    private static final LocalDate FIRST = Northmoor.YEAR.firstDay();
    private static final LocalDate LAST = Northmoor.YEAR.lastDay();

    /** Numbers a contact of an agency. */
    interface RecordIds {
        String next(KnowingAgency agency);
    }

    private final Household household;
    private final Person person;
    private final RecordIds recordIds;
    private final Draw draw;
    private final List<Contact> contacts = new ArrayList<>();

    private Pathway(Household household, Person person, RecordIds recordIds, long seed) {
        this.household = household;
        this.person = person;
        this.recordIds = recordIds;
        this.draw = Draw.of(seed, "pathway", person.number());
    }

    static List<Contact> of(Household household, Person person, RecordIds recordIds, long seed) {
        return new Pathway(household, person, recordIds, seed).year();
    }

    private List<Contact> year() {
        Optional<JourneyMap> map = JourneyMap.of(person.profile());
        if (map.isPresent() && draw.percent(72)) {
            List<Step> steps = JourneyMap.steps(map.get().code());
            LocalDate end = walk(steps, draw.day(FIRST, FIRST.plusDays(190)));
            if (draw.percent(14)) {
                walk(steps, end.plusDays(draw.between(8, 45)));
            }
        }
        for (Step step : JourneyMap.steps(null)) {
            if (happens(step)) {
                take(step, draw.day(FIRST, LAST.minusDays(30)));
            }
        }
        return contacts;
    }

    /** @return the last day on which something happened */
    private LocalDate walk(List<Step> steps, LocalDate from) {
        LocalDate day = from;
        for (Step step : steps) {
            if (happens(step)) {
                day = take(step, day.plusDays(within(step.gap())));
            }
            if (draw.percent(1.2)) {
                break;
            }
        }
        return day;
    }

    private boolean happens(Step step) {
        return person.reference(step.agency()) != null && draw.percent(step.chance());
    }

    private LocalDate take(Step step, LocalDate from) {
        LocalDate day = from;
        int times = within(step.times());
        for (int time = 0; time < times; time++) {
            day = time == 0 ? from : day.plusDays(step.every() + draw.between(0, 4));
            if (day.isAfter(LAST)) {
                return day;
            }
            contacts.add(contact(step, day));
        }
        LocalDate end = contacts.isEmpty() ? null : contacts.getLast().end();
        return end == null ? day : end;
    }

    private Contact contact(Step step, LocalDate start) {
        int days = within(step.days());
        LocalDate end = days < 0 ? null : start.plusDays(days);
        int units = unitsFor(step, days);
        if (end != null && end.isAfter(LAST)) {
            int lived = (int) (LAST.toEpochDay() - start.toEpochDay()) + 1;
            units = Math.max(1, units * lived / days);
            end = null;
        }
        return new Contact(recordIds.next(step.agency()), participants(step), step, start, end, units);
    }

    /** Longer stays have more units: where both have a range, units follow the days. */
    private int unitsFor(Step step, int days) {
        int from = step.days().from();
        int to = step.days().to();
        if (to <= from || step.units().to() <= step.units().from()) {
            return within(step.units());
        }
        return step.units().from()
                + (days - from) * (step.units().to() - step.units().from()) / (to - from);
    }

    /**
     * Visits to a family's tenancy are with all of the household whom the landlord knows; other contacts with
     * one person.
     */
    private List<String> participants(Step step) {
        List<String> references = new ArrayList<>();
        addReference(references, person, step.agency());
        if (step.service().equals("TENANCY")) {
            for (Person other : household.persons()) {
                if (other != person) {
                    addReference(references, other, step.agency());
                }
            }
        }
        return references;
    }

    private static void addReference(List<String> references, Person of, KnowingAgency agency) {
        @Nullable String reference = of.reference(agency);
        if (reference != null) {
            references.add(reference);
        }
    }

    private int within(Step.Range range) {
        return draw.between(range.from(), range.to());
    }
}
