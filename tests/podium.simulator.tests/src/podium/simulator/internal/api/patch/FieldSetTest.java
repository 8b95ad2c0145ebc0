// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.api.json.JsonText;

class FieldSetTest {

    private final ObjectFields fields = new ObjectFields(new BuiltInMergeSchema());

    private static ObjectNode yaml(String text) {
        return JsonText.parseObject(text.getBytes(StandardCharsets.UTF_8), true);
    }

    @Test
    void anObjectsFieldsAreNamedByTheirKeys() {
        FieldSet set = fields.of(yaml("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p, uid: u, labels: {a: b}, finalizers: [x/y]}
                spec:
                  nodeSelector: {rack: r1}
                  containers:
                  - {name: main, ports: [{containerPort: 80}]}
                """));
        assertEquals(
                List.of(
                        ".metadata.finalizers[=\"x/y\"]",
                        ".metadata.labels.a",
                        ".spec.containers[name=\"main\"]",
                        ".spec.containers[name=\"main\"].name",
                        ".spec.containers[name=\"main\"].ports[containerPort=80,protocol=\"TCP\"]",
                        ".spec.containers[name=\"main\"].ports[containerPort=80,protocol=\"TCP\"].containerPort",
                        ".spec.nodeSelector"),
                set.paths());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        FieldSet set = fields.of(yaml("{spec: {containers: [{name: a, image: b}], replicas: 1}}"));
        FieldSet again = FieldSet.read(set.write());
        assertTrue(set.same(again));
        assertEquals(set.write(), again.write());
    }

    @Test
    void setsAreJoinedCutAndSubtracted() {
        FieldSet one = fields.of(yaml("{data: {a: 1, b: 2}}"));
        FieldSet two = fields.of(yaml("{data: {b: 2, c: 3}}"));
        assertEquals(List.of(".data.a", ".data.b", ".data.c"), one.union(two).paths());
        assertEquals(List.of(".data.b"), one.intersect(two).paths());
        assertEquals(List.of(".data.a"), one.minus(two).paths());
        assertTrue(one.minus(one).empty());
        assertFalse(one.same(two));
    }

    @Test
    void aChangeIsFoundWhereItIs() {
        FieldSet changed = fields.changed(
                yaml("{data: {a: 1, b: 2}, spec: {containers: [{name: x, image: 1}, {name: y, image: 1}]}}"),
                yaml("{data: {a: 1, b: 3}, spec: {containers: [{name: x, image: 2}, {name: y, image: 1}]}}"));
        assertEquals(List.of(".data.b", ".spec.containers[name=\"x\"].image"), changed.paths());
    }

    @Test
    void onlyWhatNobodyElseHoldsIsRemoved() {
        ObjectNode object = yaml("{data: {a: 1, b: 2}, spec: {containers: [{name: x, image: 1}, {name: y}]}}");
        FieldSet gone = fields.of(object);
        FieldSet kept = fields.of(yaml("{data: {b: 2}, spec: {containers: [{name: x}]}}"));
        fields.remove(object, gone, kept);
        assertEquals(yaml("{data: {b: 2}, spec: {containers: [{name: x}]}}"), object);
    }
}
