package org.totalplace.guardrails.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;
import org.totalplace.guardrails.examined.TextFile;

/** Documents quote only what exists, so that a reader can follow every name. */
public final class Documents {

    private static final Pattern FENCED = Pattern.compile("(?ms)^\\h*```.*?^\\h*```\\h*$");
    private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|\\s)\\./([\\w./-]+)");
    private static final Pattern LINK =
            Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?:\\h+\"[^\"]*\")?\\)|\\b(?:src|href)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)^([a-z][a-z0-9+.-]*:|//|#).*");
    private static final Pattern NAME = Pattern.compile("org\\.totalplace(\\.\\w+)*|[\\w/.-]*\\b[A-Z]\\w*\\.java");

    private Documents() {}

    /** Links to files lead to one. */
    public static Examination ofLinks(CheckedModule repository) {
        return each(
                repository,
                (tree, document) -> LINK.matcher(document.text())
                        .results()
                        .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                        .filter(target -> !ELSEWHERE.matcher(target).matches())
                        .filter(target -> !tree.has(resolved(document, target.replaceFirst("[#?].*", ""))))
                        .map(target -> document.finding("links to " + target + ", which does not exist")));
    }

    /** Quoted paths that start with a folder of the top level, and commands that start with {@code ./}, exist. */
    public static Examination ofPaths(CheckedModule repository) {
        return each(
                repository,
                (tree, document) -> Stream.concat(quoted(document), commands(document))
                        .filter(path -> !exists(tree, path))
                        .map(path -> document.finding("quotes " + path + ", which does not exist")));
    }

    /** Quoted names of the project's classes and packages exist. */
    public static Examination ofClasses(CheckedModule repository) {
        return each(
                repository,
                (tree, document) -> quotes(document.text())
                        .map(quote -> quote.replaceFirst("[#(].*", "").replaceFirst("\\.\\*$", ""))
                        .filter(name -> NAME.matcher(name).matches())
                        .filter(name -> !isSource(tree, name))
                        .map(name -> document.finding("quotes " + name + ", which does not exist")));
    }

    private static Examination each(CheckedModule repository, BiFunction<Tree, TextFile, Stream<Finding>> look) {
        Tree tree = Tree.of(repository.folder());
        Function<TextFile, Stream<Finding>> inTree = document -> look.apply(tree, document);
        return Examination.ofEach(tree.documents(), inTree);
    }

    private static Stream<String> quotes(String text) {
        return QUOTED.matcher(FENCED.matcher(text).replaceAll("")).results().map(quote -> quote.group(1));
    }

    private static Stream<String> quoted(TextFile document) {
        return quotes(document.text())
                .map(quote -> quote.split("\\s", 2)[0].replaceFirst("^\\./", "").replaceFirst("[:#].*", ""))
                .filter(path -> Layout.TOP_LEVEL.stream().anyMatch(top -> path.startsWith(top + "/")))
                .filter(path -> !path.contains("<") && !List.of(path.split("/")).contains("target"));
    }

    private static Stream<String> commands(TextFile document) {
        return FENCED.matcher(document.text())
                .results()
                .flatMap(block -> COMMAND.matcher(block.group()).results())
                .map(command -> command.group(1));
    }

    private static boolean exists(Tree tree, String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!plain.contains("*") && !plain.contains("{")) {
            return tree.has(plain);
        }
        var pattern = tree.root().getFileSystem().getPathMatcher("glob:" + plain);
        return Stream.concat(tree.files().stream(), tree.folders().stream())
                .anyMatch(each -> pattern.matches(Path.of(each)));
    }

    private static String resolved(TextFile document, String target) {
        Path from = target.startsWith("/") ? Path.of("") : Path.of(document.folder());
        String path = from.resolve(target.replaceFirst("^/", "")).normalize().toString();
        return path.replace('\\', '/');
    }

    /** A package is a folder of sources, a class a source, and an event the schema that it is generated from. */
    private static boolean isSource(Tree tree, String name) {
        if (name.endsWith(".java")) {
            return tree.files().stream().anyMatch(file -> file.endsWith("/" + name) || file.equals(name));
        }
        String path = "/" + name.replace('.', '/');
        String schema = path.substring(path.lastIndexOf('/')) + ".avsc";
        return tree.folders().stream().anyMatch(folder -> folder.endsWith(path))
                || tree.files().stream().anyMatch(file -> file.endsWith(path + ".java"))
                || (name.startsWith("org.totalplace.contracts.event")
                        && tree.files().stream().anyMatch(file -> file.endsWith(schema)));
    }
}
