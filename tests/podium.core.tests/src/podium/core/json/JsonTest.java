// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
