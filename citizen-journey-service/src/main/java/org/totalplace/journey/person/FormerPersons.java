package org.totalplace.journey.person;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/**
 * Where to send who asks for a person that is gone: to whoever has a certain subject of it, at any later time. It is
 * the first subject of those that stayed together in the largest number.
 */
final class FormerPersons {

    private FormerPersons() {}

    /** @param now the person of every subject from now on */
    static Map<PersonId, SubjectKey> of(
            Set<PersonId> gone, Collection<Membership> before, Map<SubjectKey, PersonId> now) {
        Map<PersonId, List<SubjectKey>> left = new TreeMap<>(Comparator.comparing(PersonId::value));
        before.stream()
                .filter(member -> gone.contains(member.person()) && now.containsKey(member.subject()))
                .collect(Collectors.groupingBy(
                        Membership::person, Collectors.mapping(Membership::subject, Collectors.toList())))
                .forEach(left::put);
        Map<PersonId, SubjectKey> subjects = new HashMap<>();
        left.forEach((person, members) -> subjects.put(person, firstOfMost(members, now)));
        return subjects;
    }

    private static SubjectKey firstOfMost(List<SubjectKey> members, Map<SubjectKey, PersonId> now) {
        Map<PersonId, List<SubjectKey>> together = members.stream().sorted().collect(Collectors.groupingBy(now::get));
        return together.values().stream()
                .max(Comparator.<List<SubjectKey>>comparingInt(List::size)
                        .thenComparing(List::getFirst, Comparator.reverseOrder()))
                .orElseThrow()
                .getFirst();
    }
}
