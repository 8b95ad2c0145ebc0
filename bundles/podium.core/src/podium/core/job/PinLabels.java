// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.util.List;
import java.util.stream.Stream;
import podium.model.fleet.Job;

/**
 * The node labels by which Podium pinned a job to a domain, named by an annotation of the job. A node selector of its author looks the
 * same and stays, while a pin gives way to another one. A pin to a host is not named: whoever set it, it gives way.
 */
public final class PinLabels {
    /** The annotation that names them. The model keeps it among what the job tells of itself. */
    public static final String MARK = "podium.placement/pin";

    private PinLabels() {}

    /** Those that a mark names; none where it is empty. */
    public static List<String> of(String mark) {
        return Stream.of(mark.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    /** Those of a job, in the realm. */
    public static List<String> of(Job job) {
        return job.getManagers() == null
                ? List.of()
                : of(job.getManagers().get(MARK).orElse(""));
    }
}
