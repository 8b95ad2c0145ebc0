// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;

/** What an operator can do to the accelerators of a node. */
public enum DeviceAction implements PresentableAction {
    CORDON(
            Texts.of("DeviceAction.cordonGpu"),
            Icon.CORDONED,
            "G",
            Texts.of("DeviceAction.takeTheSelectedGpu"),
            Texts.of("DeviceAction.cannotCordonGpu")),
    PARTITION(
            Texts.of("DeviceAction.rePartitionGpus"),
            Icon.SLICE,
            "I",
            Texts.of("DeviceAction.partitionTheGpusOf"),
            Texts.of("DeviceAction.cannotRePartitionGpus"));

    private final Presentation presentation;
    private final String cannot;

    DeviceAction(String words, Icon icon, String key, String meaning, String cannot) {
        this.presentation = new Presentation(words, icon, key, meaning);
        this.cannot = cannot;
    }

    @Override
    public Presentation presentation() {
        return presentation;
    }

    /** Begins the sentence that says why it cannot be done: Cannot drain. */
    public String cannot() {
        return cannot;
    }
}
