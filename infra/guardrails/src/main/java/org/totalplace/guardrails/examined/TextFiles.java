package org.totalplace.guardrails.examined;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The written files below a folder: not what a build made, not what belongs to a module further down. */
final class TextFiles {

    private static final Set<String> KINDS = Set.of(
            "java",
            "sql",
            "xml",
            "yaml",
            "yml",
            "properties",
            "md",
            "html",
            "css",
            "js",
            "avsc",
            "json",
            "sh",
            "tpl",
            "");
    private static final Set<String> NOT_WRITTEN = Set.of("target", ".git", ".idea", ".vscode", ".settings");

    private TextFiles() {}

    static List<TextFile> below(Path folder) {
        List<TextFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean another = !directory.equals(folder) && Files.exists(directory.resolve("pom.xml"));
                    return another
                                    || NOT_WRITTEN.contains(
                                            directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && KINDS.contains(kind(file))) {
                        found.add(new TextFile(
                                folder.relativize(file).toString().replace('\\', '/'), Files.readString(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The files below " + folder + " cannot be read as UTF-8 text", unreadable);
        }
        found.sort(Comparator.comparing(TextFile::path));
        return List.copyOf(found);
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    }
}
