// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.nio.file.Path;
import java.util.Optional;
import podium.core.file.Workspace;

/** Where this process keeps the day's samples. */
final class DayLocation {
    /** System property that names the directory; "none": nothing is kept. */
    static final String PROPERTY = "podium.telemetry";

    private DayLocation() {}

    /** The directory told by {@link #PROPERTY}, else one in the Equinox instance area; empty without either. */
    static Optional<Path> find() {
        String told = System.getProperty(PROPERTY, "");
        if (told.equals("none")) {
            return Optional.empty();
        }
        if (!told.isBlank()) {
            return Optional.of(Path.of(told));
        }
        return Workspace.own("telemetry");
    }
}
