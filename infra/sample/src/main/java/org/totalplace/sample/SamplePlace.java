package org.totalplace.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.totalplace.sample.circle.Neighbours;
import org.totalplace.sample.contacts.ContactFiles;
import org.totalplace.sample.contacts.JourneyMap;
import org.totalplace.sample.contacts.ProposedRule;
import org.totalplace.sample.directory.ServiceDirectory;
import org.totalplace.sample.money.Declaration;
import org.totalplace.sample.money.MoneyFeeds;
import org.totalplace.sample.money.Proposed;
import org.totalplace.sample.outcomes.Measure;
import org.totalplace.sample.outcomes.OutcomeFiles;
import org.totalplace.sample.people.Household;
import org.totalplace.sample.people.Households;
import org.totalplace.sample.people.PeopleFiles;
import org.totalplace.sample.people.Person;
import org.totalplace.sample.place.Feed;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.sample.place.OutputFolder;
import org.totalplace.sample.voice.Consultations;
import org.totalplace.sample.voice.Surveyed;
import org.totalplace.sample.voice.Voices;

/** Writes the fictional place Northmoor into a folder. */
public final class SamplePlace {

    public static final int DEFAULT_PERSONS = 20_000;
    public static final long DEFAULT_SEED = 2009;

    /** More would need references of more digits. */
    static final int MOST_PERSONS = 5_000_000;

    private SamplePlace() {}

    /**
     * Writes {@code manifest.json}, {@code feeds/}, {@code directory/} and {@code truth/}. Residents are streamed, so
     * memory does not grow with their number; the payments are the same however many residents there are.
     *
     * @param out     the folder, made if need be; files of the same names are overwritten
     * @param persons 1 to 5,000,000
     * @param seed    the same seed and number of persons give the same bytes
     * @throws IOException if the folder cannot be written to
     */
    public static Manifest write(Path out, int persons, long seed) throws IOException {
        if (persons < 1 || persons > MOST_PERSONS) {
            throw new IllegalArgumentException("The sample place has 1 to 5,000,000 persons, not " + persons);
        }
        OutputFolder folder = new OutputFolder(out);
        List<Feed> feeds = new ArrayList<>(MoneyFeeds.write(folder, seed));
        Neighbours neighbours = new Neighbours(seed);
        feeds.addAll(writeLives(folder, persons, seed, neighbours));
        Manifest manifest = new Manifest(
                persons,
                seed,
                Northmoor.place().agencies(),
                feeds,
                Northmoor.place().services(),
                Declaration.all(),
                JourneyMap.all(),
                Measure.all(),
                ServiceDirectory.write(folder, seed),
                Voices.all(seed),
                Surveyed.all(seed),
                neighbours.json(),
                Consultations.all(seed),
                Proposed.all(),
                ProposedRule.all());
        folder.write(Manifest.FILE, manifest.json());
        return manifest;
    }

    private static List<Feed> writeLives(OutputFolder out, int persons, long seed, Neighbours neighbours)
            throws IOException {
        Households households = new Households(persons, seed);
        try (PeopleFiles people = new PeopleFiles(out, seed);
                ContactFiles contacts = new ContactFiles(out, seed);
                OutcomeFiles outcomes = new OutcomeFiles(out, seed)) {
            while (households.hasNext()) {
                Household household = households.next();
                people.write(household);
                neighbours.see(household);
                Set<Person> supported = contacts.write(household);
                for (Person person : household.persons()) {
                    outcomes.write(person, supported.contains(person));
                }
            }
            List<Feed> feeds = new ArrayList<>(people.feeds());
            feeds.addAll(contacts.feeds());
            feeds.addAll(outcomes.feeds());
            return feeds;
        }
    }
}
