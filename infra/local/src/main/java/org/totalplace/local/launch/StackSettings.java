package org.totalplace.local.launch;

import java.nio.file.Path;

/**
 * What to start, where.
 *
 * @param project whose built modules are run
 * @param data folder kept between runs
 * @param ports where to listen
 * @param training whether this run is to record which classes each part loads, for faster starts later
 */
public record StackSettings(Project project, Path data, Ports ports, boolean training) {

    public StackSettings {
        data = data.toAbsolutePath();
    }

    /** The ordinary stack of the project around the current folder. */
    public static StackSettings of(Path data, int portBase) {
        return new StackSettings(Project.here(), data, new Ports(portBase), false);
    }
}
