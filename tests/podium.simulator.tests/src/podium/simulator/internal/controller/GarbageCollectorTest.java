// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

class GarbageCollectorTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private ObjectNode map(String name, ObjectNode... owners) {
        ObjectNode map =
                rig.parse("{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + ", namespace: default}}");
        for (ObjectNode owner : owners) {
            Json.array(Json.with(map, "metadata"), "ownerReferences")
                    .addObject()
                    .put("apiVersion", Json.text(owner, "apiVersion"))
                    .put("kind", Json.text(owner, "kind"))
                    .put("name", Json.name(owner))
                    .put("uid", Json.uid(owner));
        }
        return rig.store().create(ResourceTypes.CONFIG_MAP, map);
    }

    @Test
    void whatLosesItsOwnerGoesThroughAllGenerations() {
        ObjectNode root = map("root");
        ObjectNode child = map("child", root);
        map("grandchild", child);
        map("stranger");
        rig.settle().delete(ResourceTypes.CONFIG_MAP, "root").settle();
        assertEquals(
                List.of("stranger"),
                rig.store().list(ResourceTypes.CONFIG_MAP, "default").stream()
                        .map(Json::name)
                        .toList());
    }

    @Test
    void whatHasAnotherOwnerStays() {
        ObjectNode one = map("one");
        ObjectNode two = map("two");
        map("shared", one, two);
        rig.settle().delete(ResourceTypes.CONFIG_MAP, "one").settle();
        assertTrue(rig.find(ResourceTypes.CONFIG_MAP, "shared").isPresent());
    }

    @Test
    void whatWasCutLooseStays() {
        ObjectNode owner = map("owner");
        map("loose", owner);
        rig.settle();
        rig.change(ResourceTypes.CONFIG_MAP, "loose", object -> Json.with(object, "metadata")
                .remove("ownerReferences"));
        rig.settle().delete(ResourceTypes.CONFIG_MAP, "owner").settle();
        assertTrue(rig.find(ResourceTypes.CONFIG_MAP, "loose").isPresent());
    }

    @Test
    void customKindsThatComeLaterOwnToo() {
        ResourceType sets = new ResourceType(
                "jobset.x-k8s.io", "v1alpha2", "jobsets", "jobset", "JobSet", true, List.of(), List.of());
        rig.store().register(sets);
        rig.apply("{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name:"
                        + " jobsets.jobset.x-k8s.io}}")
                .settle();
        rig.apply("{apiVersion: jobset.x-k8s.io/v1alpha2, kind: JobSet, metadata: {name: train}}");
        map("child", rig.get(sets, "train"));
        rig.settle().delete(sets, "train").settle();
        assertTrue(rig.find(ResourceTypes.CONFIG_MAP, "child").isEmpty());
    }

    @Test
    void everyNamespaceHasItsServiceAccount() {
        rig.apply("{apiVersion: v1, kind: Namespace, metadata: {name: team}}").settle();
        assertTrue(rig.store()
                .get(ResourceTypes.SERVICE_ACCOUNT, "team", "default")
                .isPresent());
    }
}
