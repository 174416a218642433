package org.totalplace.spend.payee;

import java.util.regex.Pattern;

/**
 * Tells names that might be a public body's from those of companies, clubs and persons. It decides nothing: such a name
 * is counted as unresolved, and put before a steward.
 */
final class PublicWords {

    private static final Pattern PUBLIC =
            Pattern.compile("\\b(?:council|nhs|constabulary|police (?:and crime|authority|service|force)"
                    + "|chief constable|(?:county|district|metropolitan|royal|london) borough|borough of"
                    + "|ministry of|department (?:for|of)|police$|commissioner|combined authority|unitary authority"
                    + "|national park|fire and rescue|fire (?:authority|service|brigade)|integrated care"
                    + "|clinical commissioning|health (?:authority|board)|hospitals? (?:foundation )?trust"
                    + "|ambulance service|probation|hm (?:prison|courts|revenue|treasury)|his majestys"
                    + "|her majestys|waste authority|pcc|mbc|government|environment agency)\\b");

    /** What stands around the public that it is not: clubs, friends, unions, schools. */
    private static final Pattern PRIVATE = Pattern.compile(
            "\\b(?:cricket|football|rugby|bowling|bowls|golf|sports?|social|club|choir|band|radio|scouts?"
                    + "|guides|society|association|friends of|federation|union|unison|charity|charitable|allotments?"
                    + "|museum|theatre|church|parish|diocese|school|academy|college|nursery|playgroup|hotel|taxis?|cars"
                    + "|solicitors?|surveys?|consult\\w*|recruitment|protection|fellowship|benevolent|show|garden)\\b");

    private PublicWords() {}

    /** @param normalised a name that is not resolved */
    static boolean areIn(String normalised) {
        return PUBLIC.matcher(normalised).find() && !PRIVATE.matcher(normalised).find();
    }
}
