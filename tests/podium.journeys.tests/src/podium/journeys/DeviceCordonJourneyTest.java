// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.device.DeviceServing;
import podium.operation.device.DeviceServing.Effect;
import podium.operation.internal.device.DeviceCordons;
import podium.operation.plan.Plan;

/** One GPU of a living node taken out of service and back, previewed, killed at each step, and swapped under the operator's hands. */
class DeviceCordonJourneyTest {
    private final Lab lab;
    private final DeviceCordons cordons;
    private final Node node;
    private final Accelerator device;

    DeviceCordonJourneyTest(@TempDir Path directory) throws Exception {
        lab = new Lab(new SimulatedGround(directory, "slices.yaml"), directory);
        cordons = new DeviceCordons(lab);
        node = lab.node(lab.emptiest());
        lab.awaitModel("the devices", _ -> node.getAccelerators().stream()
                .anyMatch(gpu -> gpu.getUuid() != null && gpu.getIndex() == 3));
        device = lab.inRealm(() -> node.getAccelerators().stream()
                .filter(gpu -> gpu.getIndex() == 3)
                .findFirst()
                .orElseThrow());
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private DeviceServing.Served site() throws Exception {
        return assertInstanceOf(
                DeviceServing.Served.class,
                lab.inRealm(() -> cordons.ask(device)).get(60, TimeUnit.SECONDS));
    }

    private Plan taint(Effect effect) throws Exception {
        DeviceServing.Served site = site();
        Plan plan = lab.inRealm(() -> cordons.taint(device, site, effect));
        assertEquals(List.of(), lab.engine.check(plan).problems());
        return plan;
    }

    private String offers() throws Exception {
        return Trees.text(lab.read(ObjectRef.node(node.getName())), "/status/allocatable/nvidia.com~1gpu");
    }

    private void awaitOffers(String count) throws Exception {
        lab.await(count + " GPUs offered", () -> offers().equals(count));
    }

    @Test
    void aDeviceIsKeptFromNewWorkAndGivenBackByUndo() throws Exception {
        Operation done = lab.run(taint(Effect.NO_SCHEDULE));
        assertEquals(OperationState.DONE, done.state(), done::toString);
        assertTrue(done.log().stream().anyMatch(line -> line.text().contains("would be evicted")), done::toString);
        awaitOffers("3");
        lab.engine.undo(done.id());
        lab.until(done.id(), operation -> operation.state() == OperationState.UNDONE);
        awaitOffers("4");
        assertTrue(site().rule().isEmpty());
    }

    @Test
    void aPreviewIsReadBeforeTheEvictionIsDecided() throws Exception {
        assertEquals(OperationState.DONE, lab.run(taint(Effect.NONE)).state());
        assertEquals("4", offers());
        DeviceServing.Rule rule = site().rule().orElseThrow();
        assertTrue(rule.told().startsWith("1 published device selected"), rule::told);
        assertEquals(OperationState.DONE, lab.run(taint(Effect.NO_EXECUTE)).state());
        awaitOffers("3");
        DeviceServing.Served now = site();
        Operation gone = lab.run(lab.inRealm(() -> cordons.untaint(device, now)));
        assertEquals(OperationState.DONE, gone.state());
        awaitOffers("4");
    }

    @Test
    void aNameThatHasPassedToOtherHardwareIsNotTainted() throws Exception {
        Plan plan = taint(Effect.NO_SCHEDULE);
        ObjectRef slice = site().slice();
        String json = lab.read(slice).path("spec").path("devices").toString().replace(device.getUuid(), "GPU-other");
        lab.merge(slice, "{\"spec\":{\"devices\":" + json + "}}");
        Operation failed = lab.run(plan);
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(failed.outcome().orElse("").contains("GPU-other"), failed::toString);
        assertEquals("4", offers());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void aKillAfterEachStepIsGoneOnFrom(int steps) throws Exception {
        String id = lab.engine.submit(taint(Effect.NO_SCHEDULE));
        lab.until(id, operation -> operation.done() >= steps && operation.state() != OperationState.PREPARED);
        lab.restart();
        if (!lab.engine.operation(id).orElseThrow().state().ended()) {
            lab.engine.resume(id);
        }
        Operation done = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.DONE, done.state(), done::toString);
        awaitOffers("3");
        assertEquals(Effect.NO_SCHEDULE, site().rule().orElseThrow().effect());
    }

    @Test
    void withoutADriverTheReasonIsTold() throws Exception {
        lab.inRealm(() -> {
            device.setUuid("GPU-nobody");
            return true;
        });
        DeviceServing site = lab.inRealm(() -> cordons.ask(device)).get(60, TimeUnit.SECONDS);
        assertTrue(assertInstanceOf(DeviceServing.Unserved.class, site).why().contains("device plugin"));
        Operation marked = lab.run(lab.inRealm(() -> cordons.label(device)));
        assertEquals(OperationState.DONE, marked.state());
        assertEquals(
                "3",
                Trees.text(
                        lab.read(ObjectRef.node(node.getName())), "/metadata/labels/podium.devices~1out-of-service"));
    }
}
