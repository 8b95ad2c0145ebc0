// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import podium.core.api.KueueNames;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.texts.Texts;

/** What holds for a pin whatever the kind: who schedules the pods, and which topology they want besides. */
public final class PinNotes {
    private static final String DEFAULT = "default-scheduler";

    private PinNotes() {}

    public static List<String> of(JsonNode owner, List<JsonNode> podSpecs) {
        TreeSet<String> schedulers = new TreeSet<>();
        for (JsonNode spec : podSpecs) {
            String name = spec.path("schedulerName").asText(DEFAULT);
            if (!name.equals(DEFAULT) && !name.isEmpty()) {
                schedulers.add(name);
            }
        }
        List<String> notes = new ArrayList<>();
        if (!schedulers.isEmpty()) {
            notes.add(Texts.of("PinNotes.scheduledByWhichKeeps", String.join(Texts.of("PinNotes.joiner"), schedulers)));
        }
        String required = find(owner, KueueNames.REQUIRED_TOPOLOGY);
        if (!required.isEmpty()) {
            notes.add(Texts.of("PinNotes.kueuePlacesAllInOne", required));
        }
        String preferred = find(owner, KueueNames.PREFERRED_TOPOLOGY);
        if (!preferred.isEmpty()) {
            notes.add(Texts.of("PinNotes.kueuePlacesInOneWhereItCan", preferred));
        }
        return notes;
    }

    /** The annotation in the owner or in one of its templates. */
    private static String find(JsonNode owner, String key) {
        for (JsonNode annotations : owner.findValues("annotations")) {
            String level = Trees.text(annotations, "/" + Json.segment(key));
            if (!level.isEmpty()) {
                return level;
            }
        }
        return "";
    }
}
