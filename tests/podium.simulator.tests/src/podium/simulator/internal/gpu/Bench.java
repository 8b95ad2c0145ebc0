// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.kubelet.DeviceManager.Entry;
import podium.simulator.internal.kubelet.DeviceManager.Holder;
import podium.simulator.internal.kubelet.PluginDevice;
import podium.simulator.internal.scenario.AcceleratorModel;

/** Readings of one device with known values, and the text an exporter makes of them. */
final class Bench {

    private Bench() {}

    static final AcceleratorLoad LOAD = new AcceleratorLoad(0.75, 0.5, 0.25, 0.4, 0.6, 0.1, 0.02);

    static AcceleratorReading reading() {
        return new AcceleratorReading(
                LOAD,
                1024,
                81559,
                312.5,
                61,
                70,
                1980,
                2619,
                5_000_000_123L,
                40_000_000_000L,
                3_000_000,
                4_000_000,
                94,
                3,
                1,
                4);
    }

    static Holder holder(String profile, Instant since) {
        return new Holder("uid-1", "team", "train-0", "main", "job-1", profile, since);
    }

    static Entry entry(PluginDevice device, boolean held) {
        return new Entry(device, held ? Optional.of(holder("training", Rig.START)) : Optional.empty(), true);
    }

    static NodeReadings.Measured whole(PluginDevice device, boolean held) {
        return new NodeReadings.Measured(entry(device, held), "GPU-u" + device.gpu(), reading(), true);
    }

    static NodeReadings.Measured part(PluginDevice device, boolean held) {
        return new NodeReadings.Measured(entry(device, held), "GPU-u" + device.gpu(), reading(), false);
    }

    static NodeReadings node(AcceleratorModel model, NodeReadings.Measured... measured) {
        return new NodeReadings("node-1", model, List.of(measured));
    }

    static List<String> lines(String text, String metric) {
        return text.lines().filter(line -> line.startsWith(metric + "{")).toList();
    }

    /** The value of the first sample of a metric, as printed. */
    static String value(String text, String metric) {
        String line = lines(text, metric).getFirst();
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    static String type(String text, String metric) {
        return text.lines()
                .filter(line -> line.startsWith("# TYPE " + metric + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("");
    }

    static String label(String line, String name) {
        Matcher matcher = Pattern.compile("[{,]" + name + "=\"([^\"]*)\"").matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }
}
