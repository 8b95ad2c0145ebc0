// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.gate.Checker;
import podium.operation.plan.CreationMark;
import podium.operation.plan.Step;

/** What cannot be tried before something else is there, and how what was created is known again. */
class PendingCreationsTest {
    private static final ObjectRef SPACE = new ObjectRef("", "v1", "namespaces", "Namespace", "", "lab");
    private static final ObjectRef ACCOUNT =
            new ObjectRef("", "v1", "serviceaccounts", "ServiceAccount", "team", "trainer");
    private static final ObjectRef CLASS =
            new ObjectRef("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "", "urgent");
    private final PendingCreations unborn = new PendingCreations();

    private static ApiWrite write(ApiWrite.Verb verb, ObjectRef ref, String body) {
        return new ApiWrite(verb, ref, "", body, Optional.empty(), Optional.empty(), "write");
    }

    private static ApiWrite create(ObjectRef ref, String body) {
        return write(ApiWrite.Verb.CREATE, ref, body);
    }

    @Test
    void whatLiesInANewNamespaceWaitsForIt() {
        ApiWrite job = create(TestKinds.job("lab", "train"), "{}");
        assertFalse(unborn.isNeededBy(job));
        unborn.add(create(SPACE, "{}"));
        assertTrue(unborn.isNeededBy(job));
        assertFalse(unborn.isNeededBy(create(TestKinds.job("team", "train"), "{}")));
        assertFalse(unborn.isNeededBy(create(ObjectRef.node("lab"), "{}")), "a node lies in no namespace");
    }

    @Test
    void aPodWaitsForItsAccountAndItsClassAndAJobDoesNot() {
        unborn.add(create(ACCOUNT, "{}"));
        unborn.add(create(CLASS, "{}"));
        String named = "{\"spec\":{\"serviceAccountName\":\"trainer\"}}";
        assertTrue(unborn.isNeededBy(create(ObjectRef.pod("team", "a"), named)));
        assertFalse(unborn.isNeededBy(create(ObjectRef.pod("other", "a"), named)));
        assertTrue(
                unborn.isNeededBy(create(ObjectRef.pod("team", "a"), "{\"spec\":{\"priorityClassName\":\"urgent\"}}")));
        assertFalse(unborn.isNeededBy(create(TestKinds.job("team", "a"), named)));
    }

    @Test
    void onlyWhatIsCreatedCounts() {
        unborn.add(write(ApiWrite.Verb.MERGE_PATCH, SPACE, "{}"));
        assertFalse(unborn.isNeededBy(create(TestKinds.job("lab", "train"), "{}")));
        unborn.add(create(SPACE, "{}"));
        assertFalse(unborn.isNeededBy(write(ApiWrite.Verb.DELETE, TestKinds.job("lab", "train"), "")));
    }

    @Test
    void theCheckerLeavesWhatCannotBeTriedToTheOperation() {
        FakeCluster cluster = new FakeCluster();
        cluster.rule = write -> write.target().namespace().equals("lab")
                ? Optional.of(FakeCluster.refused(404, "NotFound", "namespaces \"lab\" not found"))
                : Optional.empty();
        ApiWrite job = create(TestKinds.job("lab", "train"), "{}");
        var alone = Bench.plan(new Step.Write(job, Optional.empty()));
        assertEquals(
                1,
                new Checker(cluster, InstantSource.system(), "")
                        .check(alone)
                        .problems()
                        .size());
        var both = Bench.plan(
                new Step.Write(create(SPACE, "{}"), Optional.empty()), new Step.Write(job, Optional.empty()));
        assertEquals(
                List.of(),
                new Checker(cluster, InstantSource.system(), "").check(both).problems());
    }

    @Test
    void aMarkedObjectIsKnownAgainWhateverTheServerChanged() {
        String body =
                "{\"metadata\":{\"annotations\":{\"" + CreationMark.KEY + "\":\"m1\"}},\"spec\":{\"suspend\":false}}";
        ApiWrite write = create(TestKinds.job("team", "train"), body);
        assertEquals(WriteEffect.APPLIED, WriteEffect.of(write, Optional.of(Json.read(body.replace("false", "true")))));
        assertEquals(WriteEffect.OTHER_OBJECT, WriteEffect.of(write, Optional.of(Json.read(body.replace("m1", "m2")))));
        assertEquals(
                WriteEffect.OTHER_OBJECT,
                WriteEffect.of(write, Optional.of(Json.read("{\"spec\":{\"suspend\":false}}"))));
        String ending = body.replace("\"metadata\":{", "\"metadata\":{\"deletionTimestamp\":\"2026-01-01T00:00:00Z\",");
        assertEquals(WriteEffect.OTHER_OBJECT, WriteEffect.of(write, Optional.of(Json.read(ending))));
        assertEquals(WriteEffect.NOT_APPLIED, WriteEffect.of(write, Optional.empty()));
    }
}
