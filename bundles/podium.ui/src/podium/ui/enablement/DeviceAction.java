// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import podium.ui.toolkit.Icon;

/** What an operator can do to the accelerators of a node. */
public enum DeviceAction implements PresentableAction {
    CORDON(
            "Cordon GPU\u2026",
            Icon.CORDONED,
            "G",
            "Take the selected GPU out of service, as far as the cluster supports it"),
    PARTITION(
            "Re-partition GPUs\u2026",
            Icon.SLICE,
            "I",
            "Partition the GPUs of the selected node into other MIG instances");

    private final Presentation presentation;

    DeviceAction(String words, Icon icon, String key, String meaning) {
        this.presentation = new Presentation(words, icon, key, meaning);
    }

    @Override
    public Presentation presentation() {
        return presentation;
    }

    /** Begins the sentence that says why it cannot be done: Cannot drain. */
    public String cannot() {
        return Cannot.of(words());
    }
}
