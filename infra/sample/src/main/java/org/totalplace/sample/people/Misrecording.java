package org.totalplace.sample.people;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Northmoor;

/**
 * Writes a resident down as an agency would: mostly right. Mistakes are of the kinds that studies of linked
 * administrative records name: typing errors, short forms, names before marriage, old addresses, day and month
 * swapped, names swapped, placeholder dates, gaps.
 */
final class Misrecording {

    private static final LocalDate PLACEHOLDER = LocalDate.of(1900, 1, 1);

    private final Person person;
    private final KnowingAgency agency;
    private final Draw draw;

    private Misrecording(Person person, KnowingAgency agency, long seed) {
        this.person = person;
        this.agency = agency;
        this.draw = Draw.of(seed, "entry", agency.code(), person.number());
    }

    static Entry entry(Person person, KnowingAgency agency, String reference, long seed) {
        return new Misrecording(person, agency, seed).write(reference);
    }

    private Entry write(String reference) {
        String given = given();
        String family = family();
        boolean swapped = draw.percent(person.origin().equals("british") ? 0.4 : 2);
        Address former = person.formerAddress();
        Address address = former != null && draw.percent(30) ? former : person.address();
        return new Entry(
                reference,
                swapped ? family : given,
                swapped ? given : family,
                birth(),
                sex(),
                address,
                postcode(address),
                nhsNumber(),
                uprn(address),
                draw.day(LocalDate.of(2019, 1, 1), Northmoor.YEAR.lastDay()));
    }

    private String given() {
        String name = draw.percent(6) ? Names.familiar(person.given()) : person.given();
        return draw.percent(2) ? Typing.slip(name, draw) : name;
    }

    private String family() {
        String former = person.formerFamily();
        String name = former != null && draw.percent(18) ? former : person.family();
        String typed = draw.percent(2.5) ? Typing.slip(name, draw) : name;
        return agency == KnowingAgency.NHS_TRUST ? typed.toUpperCase(Locale.UK) : typed;
    }

    private @Nullable LocalDate birth() {
        LocalDate birth = person.birth();
        double even = draw.below(1000) / 10.0;
        if (even < 2) {
            return null;
        } else if (even < 2.7) {
            return PLACEHOLDER;
        } else if (even < 4 && birth.getDayOfMonth() <= 12) {
            return LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue());
        } else if (even < 4.8) {
            return birth.plusYears(draw.percent(50) ? 1 : -1);
        } else {
            return even < 5.6 ? birth.plusDays(draw.between(1, 9)) : birth;
        }
    }

    private String sex() {
        double even = draw.below(1000) / 10.0;
        if (even < 1) {
            return "";
        }
        boolean male = person.sex().equals("m") != even < 1.4;
        return male ? "Male" : "Female";
    }

    private String postcode(Address address) {
        double even = draw.below(1000) / 10.0;
        if (even < 2.5) {
            return "";
        } else if (even < 8) {
            return address.postcode().replace(" ", "");
        } else {
            return even < 10 ? address.postcode().toLowerCase(Locale.UK) : address.postcode();
        }
    }

    /** Health holds it for nearly all, social care for most, the others not at all. */
    private String nhsNumber() {
        int missing = switch (agency) {
            case NHS_TRUST -> 4;
            case COUNTY -> 32;
            case HOUSING, PROBATION -> 100;
        };
        if (draw.percent(missing)) {
            return "";
        }
        return draw.percent(0.4) ? Typing.swapDigits(person.nhsNumber(), draw) : person.nhsNumber();
    }

    private String uprn(Address address) {
        return switch (agency) {
            case HOUSING -> draw.percent(96) ? address.uprn() : "";
            case COUNTY -> draw.percent(55) ? address.uprn() : "";
            case NHS_TRUST, PROBATION -> "";
        };
    }
}
