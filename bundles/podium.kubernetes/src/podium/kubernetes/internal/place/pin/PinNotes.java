// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.TestedPatch;
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
            notes.add(Texts.of("PinNotes.scheduledByWhichKeeps", String.join(Texts.of("PinNotes.and"), schedulers)));
        }
        topology(owner, KueueNames.REQUIRED_TOPOLOGY, Texts.of("PinNotes.allItsPodsIn"), notes);
        topology(owner, KueueNames.PREFERRED_TOPOLOGY, Texts.of("PinNotes.itsPodsInOne"), notes);
        return notes;
    }

    private static void topology(JsonNode owner, String key, String words, List<String> notes) {
        String level = find(owner, key);
        if (!level.isEmpty()) {
            notes.add(Texts.of(
                    "PinNotes.kueuePlacesThePin",
                    words,
                    level,
                    key.equals(KueueNames.PREFERRED_TOPOLOGY) ? Texts.of("PinNotes.whereItCan") : ""));
        }
    }

    /** The annotation in the owner or in one of its templates. */
    private static String find(JsonNode owner, String key) {
        for (JsonNode annotations : owner.findValues("annotations")) {
            String level = Trees.text(annotations, "/" + TestedPatch.escape(key));
            if (!level.isEmpty()) {
                return level;
            }
        }
        return "";
    }
}
