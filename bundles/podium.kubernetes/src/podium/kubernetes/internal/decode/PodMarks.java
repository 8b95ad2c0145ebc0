// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podium.kubernetes.internal.json.JsonInput;
import podium.model.value.Labels;

/**
 * What a pod's labels or annotations say to Podium.
 *
 * @param labels the labels; none for annotations, which are not kept
 * @param group name of the gang object; empty when none is named
 * @param index completion index of an indexed Job; empty when absent
 * @param mirror a static pod's mirror
 * @param share what is asked of shared GPUs, by annotation
 * @param devices UUIDs of the shared GPUs it was given
 * @param unread what of it decides where the pod may run and is not read, in words
 */
record PodMarks(
        Labels labels,
        String group,
        String index,
        boolean mirror,
        Map<String, String> share,
        List<String> devices,
        List<String> unread) {
    static final PodMarks NONE = new PodMarks(Labels.none(), "", "", false, Map.of(), List.of(), List.of());

    private static final String INDEX = "batch.kubernetes.io/job-completion-index";
    private static final String MIRROR = "kubernetes.io/config.mirror";

    static PodMarks of(Labels labels) {
        String[] group = {""};
        labels.forEach((key, value) -> group[0] = group[0].isEmpty() && TaskSpecs.namesGroup(key) ? value : group[0]);
        return new PodMarks(
                labels, group[0], labels.get(INDEX).orElse(""), false, Map.of(), List.of(), UnreadTerms.of(labels));
    }

    /** Reads annotations; all but a few are stepped over. */
    static PodMarks read(JsonInput in) throws IOException {
        if (!in.object()) {
            return NONE;
        }
        String group = "";
        String index = "";
        boolean mirror = false;
        Map<String, String> share = Map.of();
        List<String> devices = List.of();
        List<String> unread = List.of();
        for (String key = in.name(); key != null; key = in.name()) {
            if (INDEX.equals(key)) {
                index = in.text();
            } else if (MIRROR.equals(key)) {
                mirror = true;
                in.skip();
            } else if (TaskSpecs.namesGroup(key)) {
                group = in.text();
            } else if (GpuShareAnnotations.asks(key)) {
                share = share.isEmpty() ? new TreeMap<>() : share;
                share.put(key, in.text());
            } else if (GpuShareAnnotations.given(key)) {
                devices = GpuShareAnnotations.uuids(in.unique());
            } else if (UnreadTerms.is(key)) {
                unread = unread.isEmpty() ? new ArrayList<>() : unread;
                unread.add(UnreadTerms.words(key, in.text()));
            } else {
                in.skip();
            }
        }
        boolean nothing = group.isEmpty()
                && index.isEmpty()
                && !mirror
                && share.isEmpty()
                && devices.isEmpty()
                && unread.isEmpty();
        return nothing ? NONE : new PodMarks(Labels.none(), group, index, mirror, share, devices, unread);
    }
}
