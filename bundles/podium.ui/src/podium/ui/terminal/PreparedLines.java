// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.util.List;
import podium.ui.texts.Texts;

/** What GPU people open a shell for, as lines to be typed. */
final class PreparedLines {
    private static final List<Line> IN_A_POD = List.of(
            new Line(Texts.of("PreparedLines.gpus"), "nvidia-smi"),
            new Line(Texts.of("PreparedLines.xidLinesOfThe"), "dmesg -T | grep -i xid | tail -n 20"),
            new Line(Texts.of("PreparedLines.stackOfThisRank"), "py-spy dump --pid 1"),
            new Line(Texts.of("PreparedLines.ncclSettingsOfThis"), "env | grep NCCL"),
            new Line(
                    Texts.of("PreparedLines.ncclStateOfThis"),
                    "ncclras -v || echo 'needs NCCL 2.24 or later (ncclras)'"));

    /** The node's own programs, from its own root. */
    private static final List<Line> ON_A_NODE = List.of(
            new Line(Texts.of("PreparedLines.gpus"), "chroot /host nvidia-smi"),
            new Line(Texts.of("PreparedLines.xidLinesOfThe"), "chroot /host dmesg -T | grep -i xid | tail -n 20"),
            new Line(Texts.of("PreparedLines.shellOfTheNode"), "chroot /host"));

    /**
     * A line.
     *
     * @param words what for
     * @param text as it is typed
     */
    record Line(String words, String text) {
        String shown() {
            return words + ":  " + text;
        }
    }

    private PreparedLines() {}

    /** @param node whether the root of a node lies at /host */
    static List<Line> of(boolean node) {
        return node ? ON_A_NODE : IN_A_POD;
    }
}
