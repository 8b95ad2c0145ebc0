// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a check of a plan found.
 *
 * @param problems why it cannot be sent, in sentences; empty: it can
 * @param warnings what the server says of what it would take, in its own words, such as that an API is deprecated
 */
public record Checked(List<String> problems, List<String> warnings) {
    public Checked {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** What both found; what the server warns of, each once. */
    public Checked and(Checked other) {
        return new Checked(
                Stream.concat(problems.stream(), other.problems.stream()).toList(),
                Stream.concat(warnings.stream(), other.warnings.stream())
                        .distinct()
                        .toList());
    }

    /** Nothing was found. */
    public static Checked clean() {
        return of(List.of());
    }

    /** The server warns of nothing. */
    public static Checked of(List<String> problems) {
        return new Checked(problems, List.of());
    }
}
