package org.totalplace.journey.community.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.totalplace.journey.community.listing.Checked;
import org.totalplace.journey.community.listing.DirectoryFile;
import org.totalplace.journey.community.listing.Finding;
import org.totalplace.journey.community.listing.Listing;
import org.totalplace.journey.community.listing.ServiceChecks;

/**
 * A file's services after each was checked.
 *
 * @param listings each id once
 * @param refused how many are not taken
 * @param kept ids that the file names though they are not taken: what is held of them stays listed
 * @param hidden ids that their directory keeps from the public
 */
record Gathered(List<Listing> listings, long refused, Set<String> kept, Set<String> hidden, List<Finding> findings) {

    Gathered {
        listings = List.copyOf(listings);
        kept = Set.copyOf(kept);
        hidden = Set.copyOf(hidden);
        findings = List.copyOf(findings);
    }

    static Gathered of(DirectoryFile.Read file, ServiceChecks checks) {
        Map<String, Listing> listings = new LinkedHashMap<>();
        Set<String> kept = new HashSet<>();
        List<Finding> findings = new ArrayList<>(file.findings());
        long refused = file.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.REFUSED)
                .count();
        for (int i = 0; i < file.services().size(); i++) {
            Checked checked = checks.check(file.services().get(i), "service " + (i + 1));
            findings.addAll(checked.findings());
            switch (checked) {
                case Checked.Refused unfit -> {
                    refused++;
                    kept.add(file.services().get(i).path("id").asString("").strip());
                }
                case Checked.Sound sound -> {
                    if (listings.putIfAbsent(sound.listing().id(), sound.listing()) != null) {
                        refused++;
                        findings.add(twice(sound.listing().id()));
                    }
                }
            }
        }
        if (file.thin()) {
            findings.add(new Finding(
                    Finding.Kind.NOTED,
                    "",
                    "",
                    "The services come without places, times and terms, as in a list: those that are held in full stay"
                            + " as they are. Send the full services."));
        }
        return new Gathered(List.copyOf(listings.values()), refused, kept, new HashSet<>(file.setAside()), findings);
    }

    private static Finding twice(String id) {
        return new Finding(
                Finding.Kind.REFUSED, id, "id", "The file has several services of this id; the first is taken.");
    }

    long read() {
        return listings.size() + refused + hidden.size();
    }
}
