// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Equal parts of stored objects are kept once, and nobody notices. */
class StructuralSharingTest {

    private final ObjectStore store = new InMemoryStore(Clock.systemUTC());

    private ObjectNode create(String name, String image) throws JsonProcessingException {
        return store.create(ResourceTypes.POD, (ObjectNode) new YAMLMapper().readTree("""
                metadata: {namespace: default, name: %s, labels: {app: web}}
                spec: {containers: [{name: main, image: %s}], tolerations: []}
                status: {conditions: [{type: Ready, status: 'False'}, {type: Initialized, status: 'True'}]}
                """.formatted(name, image)));
    }

    @Test
    void podsOfOneTemplateHaveTheirContainersInCommon() throws JsonProcessingException {
        ObjectNode one = create("a", "web:1");
        ObjectNode other = create("b", "web:1");
        ObjectNode newer = create("c", "web:2");
        assertSame(one.at("/spec/containers"), other.at("/spec/containers"));
        assertSame(one.at("/metadata/labels"), newer.at("/metadata/labels"));
        assertNotSame(one.at("/spec/containers"), newer.at("/spec/containers"));
        assertNotSame(one.at("/spec/tolerations"), other.at("/spec/tolerations"), "nothing is gained by an empty one");
    }

    @Test
    void aChangeOfOneIsNoChangeOfTheOther() throws JsonProcessingException {
        create("a", "web:1");
        ObjectNode other = create("b", "web:1");
        store.modify(ResourceTypes.POD, "default", "a", pod -> ((ObjectNode) pod.at("/spec/containers/0"))
                .put("image", "web:9"));
        assertEquals("web:1", other.at("/spec/containers/0/image").asText());
        ObjectNode changed = store.get(ResourceTypes.POD, "default", "a").orElseThrow();
        assertEquals("web:9", changed.at("/spec/containers/0/image").asText());
    }

    @Test
    void aNewStateKeepsWhatHasNotChangedAndHasItsOwnMetadata() throws JsonProcessingException {
        ObjectNode before = create("a", "web:1");
        String version = ObjectMeta.resourceVersion(before);
        ObjectNode after = store.modify(
                        ResourceTypes.POD, "default", "a", pod -> ((ObjectNode) pod.at("/status/conditions/0"))
                                .put("status", "True"))
                .orElseThrow();
        assertSame(before.at("/spec"), after.at("/spec"));
        assertSame(before.at("/status/conditions/1"), after.at("/status/conditions/1"));
        assertNotSame(before.at("/status/conditions/0"), after.at("/status/conditions/0"));
        assertEquals("False", before.at("/status/conditions/0/status").asText());
        assertEquals(version, ObjectMeta.resourceVersion(before));
        assertNotSame(before.get("metadata"), after.get("metadata"));
    }
}
