package org.totalplace.guardrails.tidiness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.totalplace.guardrails.architecture.Boundaries;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;
import org.totalplace.guardrails.examined.TextFile;

/** Packages say what they are for and keep to themselves what others need not see. */
public final class Packages {

    /** Share of a service's top-level types that only their own package sees, in per cent, at least. */
    public static final int OWN_SHARE = 40;

    private static final Pattern SENTENCE = Pattern.compile("(?s)/\\*\\*.*?\\w.*?\\.\\s*\\*/.*");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?<public>public )?(?:(?:abstract|final|sealed|non-sealed|strictfp) )*"
                    + "(?:class|record|interface|enum|@interface) \\w+");

    private Packages() {}

    /** Every folder of Java files has its package-info.java. */
    public static Examination ofDescriptions(CheckedModule module) {
        Map<String, List<TextFile>> folders = module.javaFiles().stream()
                .filter(file -> file.isMain() || file.isTest())
                .collect(Collectors.groupingBy(TextFile::folder, TreeMap::new, Collectors.toList()));
        return Examination.ofEach(folders.entrySet(), folder -> description(folder.getKey(), folder.getValue()));
    }

    private static Stream<Finding> description(String folder, List<TextFile> files) {
        Optional<TextFile> info = files.stream().filter(Packages::isDescription).findFirst();
        if (info.isEmpty()) {
            return Stream.of(new Finding(folder, "has no package-info.java"));
        }
        TextFile described = info.get();
        return Stream.concat(
                described.text().contains("@NullMarked")
                        ? Stream.empty()
                        : Stream.of(described.finding("is not @NullMarked")),
                described.isTest() || SENTENCE.matcher(described.text()).lookingAt()
                        ? Stream.empty()
                        : Stream.of(described.finding("does not begin with a sentence of Javadoc")));
    }

    /** Enough of a service's types are package-private; the share is reported for every module. */
    public static Examination ofVisibility(CheckedModule module) {
        List<String> visibilities = module.javaFiles().stream()
                .filter(file -> file.isMain() && !isDescription(file))
                .flatMap(file -> TYPE.matcher(file.text()).results())
                .map(type -> type.group("public") == null ? "package" : "public")
                .toList();
        long own = visibilities.stream().filter("package"::equals).count();
        long share = visibilities.isEmpty() ? 0 : 100 * own / visibilities.size();
        String remark = share + " % of " + visibilities.size() + " top-level types are package-private";
        boolean tooOpen = Boundaries.isService(module) && share < OWN_SHARE;
        return new Examination(
                visibilities.size(), tooOpen ? List.of(new Finding(module.root(), remark)) : List.of(), remark);
    }

    private static boolean isDescription(TextFile file) {
        return file.name().equals("package-info.java");
    }
}
