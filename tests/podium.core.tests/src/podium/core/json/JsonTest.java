// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void aPointerIsSaidAsPeopleWriteIt() {
        assertEquals("spec.containers[0].image", Json.place("/spec/containers/0/image"));
        assertEquals("metadata.labels.a.b/c~d", Json.place("/metadata/labels/a.b~1c~0d"));
        assertEquals("", Json.place(""), "the whole object");
    }

    @Test
    void aKeyIsEscapedAsAPointersSegment() {
        assertEquals("kubernetes.io~1hostname", Json.segment("kubernetes.io/hostname"));
        assertEquals("a~01b", Json.segment("a~1b"), "the tilde first");
    }

    @Test
    void aPodHasEndedOnceItSucceededOrFailedAndNotWhileItIsBeingDeleted() {
        assertEquals(
                List.of("Succeeded", "Failed"),
                Stream.of("", "Pending", "Running", "Succeeded", "Failed", "Unknown")
                        .filter(phase -> Json.hasEnded(
                                Json.read("{\"metadata\":{\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"},"
                                        + "\"status\":{\"phase\":\"" + phase + "\"}}")))
                        .toList());
    }
}
