package org.totalplace.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.matchers.AbstractMatchListener;
import org.jspecify.annotations.Nullable;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.IdentityRecord;

/**
 * The record linker Duke 1.2 (Apache licence) on the same fields, with its usual index (Lucene in memory) and
 * probabilities as its documentation advises.
 */
final class Duke {

    private static final double THRESHOLD = 0.85;
    private static final int BATCH = 1_000;

    private Duke() {}

    /** The pairs that Duke holds to be matches; a record of the second half may match one of the first. */
    static List<Decisions.Pair> link(List<IdentityRecord> records) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setThreshold(THRESHOLD);
        List<Property> properties = List.of(
                new PropertyImpl("id"),
                new PropertyImpl("given", new JaroWinkler(), 0.3, 0.8),
                new PropertyImpl("family", new JaroWinkler(), 0.25, 0.88),
                new PropertyImpl("born", new Levenshtein(), 0.2, 0.93),
                new PropertyImpl("postcode", new ExactComparator(), 0.4, 0.75),
                new PropertyImpl("address", new QGramComparator(), 0.3, 0.85),
                new PropertyImpl("identifier", new Levenshtein(), 0.3, 0.95));
        configuration.setProperties(properties);
        Processor duke = new Processor(configuration);
        List<Decisions.Pair> found = new ArrayList<>();
        duke.addMatchListener(new AbstractMatchListener() {
            @Override
            public void matches(Record first, Record second, double confidence) {
                found.add(new Decisions.Pair(first.getValue("id"), second.getValue("id")));
            }
        });
        List<Record> all = records.stream().map(Duke::record).toList();
        for (int from = 0; from < all.size(); from += BATCH) {
            duke.deduplicate(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        duke.close();
        return found.stream().distinct().toList();
    }

    private static Record record(IdentityRecord identity) {
        RecordImpl of = new RecordImpl();
        of.addValue("id", identity.id());
        add(of, "given", identity.givenName());
        add(of, "family", identity.familyName());
        add(of, "born", Objects.toString(identity.dateOfBirth(), ""));
        add(of, "postcode", identity.postcode());
        add(of, "address", identity.address());
        add(of, "identifier", identity.further().identifier());
        return of;
    }

    private static void add(RecordImpl to, String property, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            to.addValue(property, value);
        }
    }
}
