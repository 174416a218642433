package org.totalplace.linkage.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs numbered tasks on several threads; results come in the order of the tasks, whatever thread ran them. */
final class InParallel {

    private InParallel() {}

    static <T> List<T> map(int tasks, int atMost, IntFunction<T> task) {
        int threads = Math.min(tasks, atMost);
        List<T> results = new ArrayList<>();
        if (threads < 2) {
            for (int number = 0; number < tasks; number++) {
                results.add(task.apply(number));
            }
            return results;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> waiting = new ArrayList<>();
            for (int number = 0; number < tasks; number++) {
                int mine = number;
                waiting.add(pool.submit(() -> task.apply(mine)));
            }
            for (Future<T> future : waiting) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A part of the work failed.", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The work was interrupted.", interrupted);
        }
    }
}
