// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.graphics.GC;
import podium.core.fleet.Holdings;
import podium.core.text.CleanText;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.texts.Texts;

/** What is written below a node's name when the zoom leaves room: who holds what, which devices, where. UI thread. */
final class NodeNotes {
    private final CanvasColours inks;
    private final TextPainter texts;

    NodeNotes(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    /** Writes as many lines as fit. */
    void write(GC gc, Box box, PixelRect room) {
        TextPainter.MeasuredFont font = texts.small();
        if (room.height() < font.height()) {
            return;
        }
        gc.setForeground(inks.of(Name.MUTED));
        int y = room.y();
        for (String line : lines((Node) box.subject())) {
            if (y + font.height() > room.bottom()) {
                return;
            }
            String text = address((Node) box.subject(), line, words -> font.width(gc, words) <= room.width())
                    .orElseGet(() -> font.fit(gc, line, room.width()));
            font.draw(gc, text, room.x(), y);
            y += font.height();
        }
    }

    /** What of the line of the address there is room for: an address that is cut is another one; empty: it is another line. */
    static Optional<String> address(Node node, String line, Predicate<String> fits) {
        String address = CleanText.clean(node.getAddress() == null ? "" : node.getAddress());
        return address.isEmpty() || !line.startsWith(address)
                ? Optional.empty()
                : Optional.of(fits.test(line) ? line : fits.test(address) ? address : "");
    }

    /** The lines, most telling first. */
    static List<String> lines(Node node) {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> held = new LinkedHashMap<>();
        for (Task task : node.getTasks()) {
            if (Holdings.holds(task) && Holdings.asked(task) > 0) {
                held.merge(FleetLabels.job(task), Holdings.asked(task), Integer::sum);
            }
        }
        if (!held.isEmpty()) {
            lines.add(String.join(
                    ", ",
                    held.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .toList()));
        }
        if (!node.getAccelerators().isEmpty()) {
            Accelerator first = node.getAccelerators().getFirst();
            String model = first.getModel() == null ? "" : CleanText.clean(first.getModel());
            if (!model.isEmpty()) {
                lines.add(node.getAccelerators().size() + " \u00d7 " + model);
            }
        }
        String address = node.getAddress() == null ? "" : node.getAddress();
        String version =
                node.getKubeletVersion() == null ? "" : Texts.of("NodeNotes.kubelet", node.getKubeletVersion());
        String last = (address + "  " + version).strip();
        if (!last.isEmpty()) {
            lines.add(CleanText.clean(last));
        }
        return lines;
    }
}
