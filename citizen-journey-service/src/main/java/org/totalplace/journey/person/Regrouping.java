package org.totalplace.journey.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/**
 * What changes when subjects are grouped anew.
 *
 * @param changed memberships with another person or doubt than before, or new, in the order of their subjects
 * @param founded persons that came to be, in the order in which they did
 * @param gone persons without any subject left
 * @param touched every person that won or lost a subject
 * @param joined of persons that are gone, a subject that leads to whoever took it in
 */
public record Regrouping(
        List<Membership> changed,
        List<PersonId> founded,
        Set<PersonId> gone,
        Set<PersonId> touched,
        Map<PersonId, SubjectKey> joined) {

    /**
     * Compares groups with the memberships before.
     *
     * @param groups every subject in one group at most; whoever is a member of a person in {@code known} must be in one
     * @param agencies of all subjects in the groups
     * @param doubtful subjects with a link that a steward has yet to decide
     */
    public static Regrouping of(
            Collection<Group> groups,
            KnownPersons known,
            Map<SubjectKey, AgencyCode> agencies,
            Set<SubjectKey> doubtful) {
        Map<SubjectKey, Membership> members = known.members();
        Map<Group, PersonId> ids = StableIds.of(groups, members, known.founded());
        List<Membership> changed = new ArrayList<>();
        List<PersonId> founded = new ArrayList<>();
        Set<PersonId> gone = new HashSet<>(known.founded().keySet());
        Set<PersonId> touched = new TreeSet<>(Comparator.comparing(PersonId::value));
        Map<SubjectKey, PersonId> now = new HashMap<>();
        List<Group> inOrder = new ArrayList<>(groups);
        inOrder.sort(Comparator.comparing(Group::first));
        for (Group group : inOrder) {
            PersonId person = idOf(group, ids);
            gone.remove(person);
            if (!known.founded().containsKey(person)) {
                founded.add(person);
            }
            for (SubjectKey subject : group.subjects()) {
                now.put(subject, person);
                Membership before = members.get(subject);
                boolean doubt = doubtful.contains(subject);
                if (before == null) {
                    changed.add(new Membership(subject, agencyOf(subject, agencies), person, 1, doubt));
                    touched.add(person);
                } else if (!before.says(person, doubt)) {
                    changed.add(before.moved(person, doubt));
                    if (!before.person().equals(person)) {
                        touched.add(before.person());
                        touched.add(person);
                    }
                }
            }
        }
        changed.sort(Comparator.comparing(Membership::subject));
        return new Regrouping(changed, founded, gone, touched, FormerPersons.of(gone, members.values(), now));
    }

    private static PersonId idOf(Group group, Map<Group, PersonId> ids) {
        PersonId person = ids.get(group);
        if (person == null) {
            throw new IllegalStateException("Every group was given an id");
        }
        return person;
    }

    private static AgencyCode agencyOf(SubjectKey subject, Map<SubjectKey, AgencyCode> agencies) {
        AgencyCode agency = agencies.get(subject);
        if (agency == null) {
            throw new IllegalArgumentException("The agency of subject " + subject + " is not told");
        }
        return agency;
    }
}
