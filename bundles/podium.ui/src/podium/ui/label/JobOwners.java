// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Job;
import podium.model.value.Labels;
import podium.ui.toolkit.SafeText;

/**
 * Whose a job is, by the labels that people and platforms put on it. Kubernetes itself records no user of an object: its creator
 * stands only in the audit log of the API server.
 */
public final class JobOwners {
    /** JupyterHub's is that of KubeSpawner (hub.jupyter.org/username); the others are usual in clusters that several people share. */
    private static final List<String> USER =
            List.of("user", "username", "owner", "created-by", "hub.jupyter.org/username");

    private static final List<String> TEAM = List.of("team", "group", "project", "tenant");

    private JobOwners() {}

    /** The person a job runs for; empty: no label says. */
    public static String user(@Nullable Job job) {
        return first(job, USER);
    }

    /** The team a job runs for: its label, else its queue; empty: neither says. */
    public static String team(@Nullable Job job) {
        String label = first(job, TEAM);
        return label.isEmpty() && job != null ? SafeText.line(job.getQueueName()) : label;
    }

    private static String first(@Nullable Job job, List<String> keys) {
        @Nullable Labels labels = job == null ? null : job.getLabels();
        return labels == null
                ? ""
                : keys.stream()
                        .map(labels::get)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(SafeText::line)
                        .orElse("");
    }
}
