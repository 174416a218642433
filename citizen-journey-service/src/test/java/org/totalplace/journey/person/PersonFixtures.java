package org.totalplace.journey.person;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/** Small persons with readable subjects: the letter says the agency, the digit whom of theirs. */
public final class PersonFixtures {

    private PersonFixtures() {}

    public static SubjectKey subject(String name) {
        return new SubjectKey(new UUID(name.charAt(0), Integer.parseInt(name.substring(1))));
    }

    public static Group group(String... subjects) {
        return new Group(Arrays.stream(subjects).map(PersonFixtures::subject).toList());
    }

    public static PersonId person(int number) {
        return new PersonId(new UUID(0xFF, number));
    }

    static AgencyCode agency(String subject) {
        return new AgencyCode(subject.substring(0, 1));
    }

    /** Persons 1, 2, 3... in the order in which they came to be. */
    public static KnownPersons known(Group... persons) {
        Map<SubjectKey, Membership> members = new LinkedHashMap<>();
        Map<PersonId, Long> founded = new HashMap<>();
        for (int i = 0; i < persons.length; i++) {
            PersonId person = person(i + 1);
            founded.put(person, (long) i + 1);
            for (SubjectKey subject : persons[i].subjects()) {
                members.put(subject, new Membership(subject, agencyOf(subject), person, 1, false));
            }
        }
        return new KnownPersons(members, founded);
    }

    static Map<SubjectKey, AgencyCode> agencies(List<Group> groups) {
        Map<SubjectKey, AgencyCode> agencies = new HashMap<>();
        groups.forEach(group -> group.subjects().forEach(subject -> agencies.put(subject, agencyOf(subject))));
        return agencies;
    }

    private static AgencyCode agencyOf(SubjectKey subject) {
        return agency(String.valueOf((char) subject.value().getMostSignificantBits()));
    }
}
