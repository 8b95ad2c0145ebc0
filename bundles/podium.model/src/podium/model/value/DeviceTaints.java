// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.ArrayList;
import java.util.List;

/** The taints of one device, those of its driver first. */
public record DeviceTaints(List<DeviceTaint> all) {
    public DeviceTaints {
        all = List.copyOf(all);
    }

    /** True when one of them keeps new tasks off. */
    public boolean keepOff() {
        return all.stream().anyMatch(DeviceTaint::keepsOff);
    }

    /** One taint a line: key, value, effect, rule separated by tabs. */
    public String text() {
        List<String> lines = new ArrayList<>();
        for (DeviceTaint one : all) {
            lines.add(String.join(
                    "\t",
                    Escapes.escape(one.taint().key()),
                    Escapes.escape(one.taint().value()),
                    Escapes.escape(one.taint().effect()),
                    Escapes.escape(one.rule())));
        }
        return String.join("\n", lines);
    }

    /** Reads what {@link #text()} wrote; a line that is not whole is left out. */
    public static DeviceTaints parse(String text) {
        List<DeviceTaint> taints = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 4) {
                Taint taint =
                        new Taint(Escapes.unescape(parts[0]), Escapes.unescape(parts[1]), Escapes.unescape(parts[2]));
                taints.add(new DeviceTaint(taint, Escapes.unescape(parts[3])));
            }
        }
        return new DeviceTaints(taints);
    }
}
