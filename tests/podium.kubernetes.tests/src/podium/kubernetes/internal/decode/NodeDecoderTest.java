// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.kubernetes.testkit.Data;
import podium.model.value.NodeRemark;
import podium.model.value.Taints.Cordon;

class NodeDecoderTest {
    private static Optional<Cordon> cordon(String metadata, String spec) throws Exception {
        String node = "{\"metadata\":{\"name\":\"n\"" + metadata + "},\"spec\":{" + spec + "}}";
        return ((Change.NodeSeen) NodeDecoder.of(Data.tree(node)).getFirst())
                .taints()
                .cordon();
    }

    @Test
    void sinceWhenItIsCordonedIsReadFromTheTaintAndWhenItWasPlannedFromPodiumsNote() throws Exception {
        String note = ",\"annotations\":{\"podium.operations/cordoned-by\":"
                + "\"podium drain-1 planned at 2026-11-28T18:00:01Z; was unschedulable=false\"}";
        String taints = "\"taints\":[{\"key\":\"node.kubernetes.io/unschedulable\",\"effect\":\"NoSchedule\","
                + "\"timeAdded\":\"2026-11-28T18:00:03Z\"}]";
        assertEquals(
                Optional.of(new Cordon("2026-11-28T18:00:03Z", "2026-11-28T18:00:01Z")),
                cordon(note, "\"unschedulable\":true," + taints));
        assertEquals(
                Optional.of(new Cordon("2026-11-28T18:00:03Z", "2026-11-28T18:00:01Z")),
                cordon(note.replace("planned at", "at"), "\"unschedulable\":true," + taints),
                "as it was noted before");
        assertEquals(
                Optional.of(new Cordon("2026-11-28T18:00:03Z", "")), cordon("", "\"unschedulable\":true," + taints));
        assertEquals(Optional.of(new Cordon("", "")), cordon("", "\"unschedulable\":true"));
        assertEquals(
                Optional.of(new Cordon("", "2026-11-28T18:00:01Z")),
                cordon(note, "\"unschedulable\":true"),
                "the taint has not followed yet");
        assertEquals(Optional.empty(), cordon(note, taints), "the cordon was lifted");
        assertEquals(
                Optional.of(new Cordon("2026-11-28T18:00:47Z", "2026-11-28T18:00:01Z")),
                cordon(note, "\"unschedulable\":true," + taints.replace("18:00:03", "18:00:47")),
                "an uncordon was undone: the note of the first cordon came back with the new one");
    }

    @ParameterizedTest
    @CsvSource({
        "true, simulator.podium/cordon-reason, waiting for a replacement of GPU 5 (XID 79)",
        "true, ops.example.com/maintenanceNote, fan tray is exchanged on Monday",
        "true, TICKET, OPS-4711",
        "false, ops.example.com/reason, NodeFault",
        "false, ops.example.com/annotation, several words of a machine",
        "false, owner, Jane Doe",
        "false, ops.example.com/reason, '{\"a\": \"b c\"}'",
        "false, ops.example.com/comment, ' '",
    })
    void whatPeopleWroteIsATextOfSeveralWordsUnderAKeyThatSaysSo(boolean remark, String key, String words)
            throws Exception {
        String node = "{\"metadata\":{\"name\":\"n\",\"annotations\":{\"" + key + "\":\"" + words.replace("\"", "\\\"")
                + "\"}}}";
        assertEquals(
                remark ? List.of(new NodeRemark(key, words)) : List.of(),
                ((Change.NodeSeen) NodeDecoder.of(Data.tree(node)).getFirst())
                        .taints()
                        .remarks());
    }
}
