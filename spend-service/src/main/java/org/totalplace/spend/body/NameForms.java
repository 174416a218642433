package org.totalplace.spend.body;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other ways in which bodies of one kind are written: {@code borough council of x}, {@code x bc}, {@code pcc for x}.
 * They are taken for a body only when they belong to no other.
 */
public final class NameForms {

    private static final List<String> POLICE = List.of(
            "$1 police and crime commissioner",
            "police and crime commissioner for $1",
            "police and crime commissioner $1",
            "office of the police and crime commissioner for $1",
            "office of the police and crime commissioner $1",
            "office of $1 police and crime commissioner",
            "pcc for $1",
            "$1 pcc",
            "opcc for $1",
            "$1 opcc",
            "$1 police",
            "$1 constabulary",
            "$1 police authority",
            "chief constable of $1",
            "chief constable of $1 police",
            "chief constable of $1 constabulary",
            "chief constable $1 constabulary",
            "chief constable $1 police");

    private static final List<String> FIRE = List.of(
            "$1 fire and rescue authority",
            "$1 fire and rescue service",
            "$1 fire and rescue",
            "$1 fire authority",
            "$1 fire service",
            "$1 combined fire authority",
            "$1 combined fire and rescue authority",
            "$1 fra",
            "$1 frs",
            "$1 cfa");

    /** The first that fits a name tells its forms. */
    private static final List<Form> FORMS = List.of(
            new Form("(.+) county council", "$1 council", "$1 cc", "county council of $1"),
            new Form(
                    "(.+) city council",
                    "$1 council",
                    "$1 cc",
                    "city council of $1",
                    "city of $1",
                    "city of $1 council",
                    "$1 borough council",
                    "$1 metropolitan borough council",
                    "$1 metropolitan district council"),
            new Form("(.+) county borough council", "$1 council", "$1 cbc", "$1 borough council"),
            new Form(
                    "(?:city|borough) of (.+?) metropolitan (?:district|borough) council",
                    "$1 metropolitan district council",
                    "$1 metropolitan borough council",
                    "$1 metropolitan council",
                    "$1 city council",
                    "$1 council",
                    "city of $1",
                    "city of $1 council",
                    "$1 mdc",
                    "$1 mbc"),
            new Form("(.+) metropolitan district council", "$1 council", "$1 mdc", "$1 metropolitan council"),
            new Form("(.+) district council", "$1 council", "$1 dc", "district council of $1", "$1 borough council"),
            new Form(
                    "(.+?) (?:metropolitan )?borough council",
                    "$1 borough council",
                    "$1 metropolitan borough council",
                    "$1 council",
                    "$1 bc",
                    "$1 mbc",
                    "$1 metropolitan borough",
                    "$1 district council",
                    "borough of $1",
                    "borough council of $1",
                    "metropolitan borough of $1"),
            new Form(
                    "london borough of (.+?)(?: council)?",
                    "london borough of $1",
                    "london borough of $1 council",
                    "$1 london borough council",
                    "$1 london borough",
                    "$1 borough council",
                    "$1 council",
                    "lb of $1",
                    "lb $1"),
            new Form(
                    "royal borough of (.+?)(?: council)?",
                    "royal borough of $1",
                    "royal borough of $1 council",
                    "$1 royal borough council",
                    "$1 borough council",
                    "$1 council",
                    "rb of $1",
                    "rb $1"),
            new Form(
                    "(?:city|borough) of (.+?)(?: council)?",
                    "city of $1",
                    "city of $1 council",
                    "$1 city council",
                    "$1 council",
                    "$1 cc"),
            new Form(
                    "(.+) council",
                    "$1 county council",
                    "$1 district council",
                    "$1 borough council",
                    "$1 metropolitan borough council",
                    "$1 unitary authority",
                    "$1 ua",
                    "$1 bc",
                    "$1 mbc"),
            new Form("(.+) police and crime commissioner(?: and chief constable)?", POLICE),
            new Form("(?:office of the )?police and crime commissioner for (.+)", POLICE),
            new Form("(.+) (?:constabulary|police)", POLICE),
            new Form("(.+?) (?:combined )?fire (?:and rescue )?(?:authority|service)", FIRE),
            new Form("nhs (.+) integrated care board", "$1 integrated care board", "nhs $1"),
            new Form("nhs (.+) clinical commissioning group", "$1 clinical commissioning group"),
            new Form("(.+) nhs foundation trust", "$1 foundation trust", "$1 nhs trust"),
            new Form("(.+) nhs trust", "$1 nhs foundation trust"),
            new Form(
                    "(.+?) (?:mayoral )?combined (?:county )?authority",
                    "$1 combined authority",
                    "$1 mayoral combined authority"),
            new Form("(.+) waste authority", "$1 waste disposal authority"),
            new Form("hm (.+)", "his majestys $1", "her majestys $1"),
            new Form("department for (.+)", "department of $1"));

    private record Form(Pattern name, List<String> forms) {

        Form(String name, String... forms) {
            this(name, List.of(forms));
        }

        Form(String name, List<String> forms) {
            this(Pattern.compile(name), forms);
        }
    }

    private NameForms() {}

    /** @param normalised a name as {@link BodyName} makes it */
    public static Set<String> of(String normalised) {
        for (Form form : FORMS) {
            Matcher matcher = form.name().matcher(normalised);
            if (matcher.matches()) {
                Set<String> forms = new LinkedHashSet<>();
                form.forms().forEach(template -> forms.add(template.replace("$1", matcher.group(1))));
                forms.remove(normalised);
                return forms;
            }
        }
        return Set.of();
    }
}
