package org.totalplace.guardrails.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.totalplace.guardrails.examined.TextFile;

/**
 * The repository's files and folders by their paths, with forward slashes and without what a build made.
 *
 * @param files every file
 * @param folders every folder with a file in it, at any depth
 */
record Tree(Path root, Set<String> files, Set<String> folders) {

    private static final Set<String> NOT_WRITTEN = Set.of("target", ".git");

    static Tree of(Path root) {
        Set<String> files = new TreeSet<>();
        Set<String> folders = new TreeSet<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_WRITTEN.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path path = root.relativize(file);
                    files.add(slashed(path));
                    for (Path up = path.getParent(); up != null; up = up.getParent()) {
                        folders.add(slashed(up));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The repository at " + root + " cannot be walked", unreadable);
        }
        return new Tree(root, files, folders);
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    boolean has(String path) {
        return files.contains(path) || folders.contains(path);
    }

    /** Every document: the README of any folder and all that is in docs. */
    List<TextFile> documents() {
        return files.stream()
                .filter(path -> path.endsWith("README.md") || (path.startsWith("docs/") && path.endsWith(".md")))
                .map(path -> new TextFile(path, read(path)))
                .toList();
    }

    String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read as UTF-8 text", unreadable);
        }
    }
}
