// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code text()} writes, {@code parse} reads back equal. */
class ValueTextTest {
    private static final int ROUNDS = 20_000;

    @Test
    void everyFieldOfATaskSpecComesBackEqual() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            TaskSpec spec = new Samples(seed).spec();
            assertEquals(spec, TaskSpec.parse(spec.text()), "seed " + seed);
        }
    }

    @Test
    void labelsSelectorsTaintsConditionsAndResourcesComeBackEqual() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Samples samples = new Samples(seed);
            Labels labels = samples.labels();
            assertEquals(labels, Labels.parse(labels.text()));
            LabelSelector selector = samples.selector();
            assertEquals(selector, LabelSelector.parse(selector.text()));
            Taints taints = samples.taints();
            assertEquals(taints, Taints.parse(taints.text()));
            DeviceTaints deviceTaints = samples.deviceTaints();
            assertEquals(deviceTaints, DeviceTaints.parse(deviceTaints.text()));
            Conditions conditions = samples.conditions();
            assertEquals(conditions, Conditions.parse(conditions.text()));
            Resources resources = samples.resources();
            assertEquals(resources, Resources.parse(resources.text()));
        }
    }

    @Test
    void anEmptyTextInAListIsNotAnEmptyList() {
        assertEquals(List.of(""), Parts.split(Parts.join(List.of(""))));
        assertEquals(List.of(), Parts.split(Parts.join(List.of())));
    }

    @Test
    void aTextThatWasCutOffIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TaskSpec.parse("tolerations=abc"));
        assertThrows(IllegalArgumentException.class, () -> ControllerRef.parse("v1\tJob"));
    }

    @Test
    void aControllerReferenceAndDeviceIdsComeBackEqual() {
        ControllerRef ref = new ControllerRef("batch/v1", "Job", "train", "uid");
        assertEquals(ref, ControllerRef.parse(ref.text()));
        DeviceIds ids = new DeviceIds(List.of("GPU-1", "gpu.nvidia.com/n1/gpu-3"));
        assertEquals(ids, DeviceIds.parse(ids.text()));
        assertEquals(DeviceIds.none(), DeviceIds.parse(""));
    }
}
