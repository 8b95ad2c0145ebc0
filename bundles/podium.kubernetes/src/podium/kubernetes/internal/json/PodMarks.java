// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.IOException;
import podium.model.value.Labels;

/**
 * What a pod's labels or annotations say to Podium.
 *
 * @param labels the labels; none for annotations, which are not kept
 * @param group name of the gang object; empty when none is named
 * @param index completion index of an indexed Job; empty when absent
 * @param mirror a static pod's mirror
 */
record PodMarks(Labels labels, String group, String index, boolean mirror) {
    static final PodMarks NONE = new PodMarks(Labels.none(), "", "", false);

    private static final String INDEX = "batch.kubernetes.io/job-completion-index";
    private static final String MIRROR = "kubernetes.io/config.mirror";

    static PodMarks of(Labels labels) {
        String[] group = {""};
        labels.forEach((key, value) -> group[0] = group[0].isEmpty() && TaskSpecs.namesGroup(key) ? value : group[0]);
        return new PodMarks(labels, group[0], labels.get(INDEX).orElse(""), false);
    }

    /** Reads annotations; all but a few are stepped over. */
    static PodMarks read(JsonInput in) throws IOException {
        if (!in.object()) {
            return NONE;
        }
        String group = "";
        String index = "";
        boolean mirror = false;
        for (String key = in.name(); key != null; key = in.name()) {
            if (INDEX.equals(key)) {
                index = in.text();
            } else if (MIRROR.equals(key)) {
                mirror = true;
                in.skip();
            } else if (TaskSpecs.namesGroup(key)) {
                group = in.text();
            } else {
                in.skip();
            }
        }
        return group.isEmpty() && index.isEmpty() && !mirror ? NONE : new PodMarks(Labels.none(), group, index, mirror);
    }
}
