package org.totalplace.journey.person;

import java.util.Map;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/**
 * Persons before a regrouping, each with all of its subjects.
 *
 * @param members by subject
 * @param founded when each of their persons came to be; smaller is older
 */
public record KnownPersons(Map<SubjectKey, Membership> members, Map<PersonId, Long> founded) {}
