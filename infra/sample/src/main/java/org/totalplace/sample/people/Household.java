package org.totalplace.sample.people;

import java.util.List;

/** Residents of one dwelling. Contacts may have several of them as participants. */
public record Household(int number, List<Person> persons) {

    public Household {
        persons = List.copyOf(persons);
    }
}
