// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import java.util.List;
import podium.simulator.internal.kubelet.DeviceManager.Entry;
import podium.simulator.internal.scenario.AcceleratorModel;

/**
 * What the accelerators of one node measure at one time.
 *
 * @param node the node
 * @param model what they are
 * @param measured one for each accelerator, and one for each part of those that are cut
 */
record NodeReadings(String node, AcceleratorModel model, List<Measured> measured) {

    /**
     * One accelerator or a part of one.
     *
     * @param entry the device and who holds it
     * @param uuid the id of the accelerator
     * @param reading what it measures
     * @param whole whether it is a whole accelerator
     */
    record Measured(Entry entry, String uuid, AcceleratorReading reading, boolean whole) {
        Measured with(AcceleratorReading other) {
            return new Measured(entry, uuid, other, whole);
        }

        /** Whether it is a MIG instance, and not a share of a device that several use in turn. */
        boolean instance() {
            return !whole && isCut();
        }

        /** Whether the device, of which this is all or a part, is cut into MIG instances. */
        boolean isCut() {
            return !entry.device().slice().isEmpty() && !entry.device().slice().equals("shared");
        }
    }
}
