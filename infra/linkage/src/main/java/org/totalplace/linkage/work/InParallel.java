package org.totalplace.linkage.work;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Runs numbered tasks on the threads of the fork-join pool that the caller is in, or of the common one; results come in
 * the order of the tasks, whatever thread ran them. Cut the tasks by the data alone and any number of threads gives the
 * same results.
 */
public final class InParallel {

    private InParallel() {}

    public static <T> List<T> map(int tasks, IntFunction<T> task) {
        return IntStream.range(0, tasks).parallel().mapToObj(task).toList();
    }

    /** What is done with the items from one number to before another. */
    @FunctionalInterface
    public interface Stretch<T> {
        T work(int from, int to);
    }

    /** Cuts so many items into stretches of one length, the last one shorter. */
    public static <T> List<T> stretches(int items, int length, Stretch<T> stretch) {
        int tasks = (items + length - 1) / length;
        return map(tasks, task -> stretch.work(task * length, Math.min(items, (task + 1) * length)));
    }
}
