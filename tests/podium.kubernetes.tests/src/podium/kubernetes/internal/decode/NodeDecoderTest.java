// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.kubernetes.testkit.Data;
import podium.model.value.Taints.Cordon;

class NodeDecoderTest {
    private static Optional<Cordon> cordon(String metadata, String spec) throws Exception {
        String node = "{\"metadata\":{\"name\":\"n\"" + metadata + "},\"spec\":{" + spec + "}}";
        return ((Change.NodeSeen) NodeDecoder.of(Data.tree(node)).getFirst())
                .taints()
                .cordon();
    }

    @Test
    void sinceWhenItIsCordonedIsReadFromPodiumsNoteElseFromTheTaint() throws Exception {
        String note = ",\"annotations\":{\"podium.operations/cordoned-by\":"
                + "\"podium drain-1 at 2026-11-28T18:00:01Z; was unschedulable=false\"}";
        String taints = "\"taints\":[{\"key\":\"node.kubernetes.io/unschedulable\",\"effect\":\"NoSchedule\","
                + "\"timeAdded\":\"2026-11-28T18:00:03Z\"}]";
        assertEquals(
                Optional.of(new Cordon("2026-11-28T18:00:01Z", true)),
                cordon(note, "\"unschedulable\":true," + taints));
        assertEquals(
                Optional.of(new Cordon("2026-11-28T18:00:03Z", false)), cordon("", "\"unschedulable\":true," + taints));
        assertEquals(Optional.of(new Cordon("", false)), cordon("", "\"unschedulable\":true"));
        assertEquals(Optional.empty(), cordon(note, taints), "the cordon was lifted");
    }
}
