// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import podium.benchmarks.PodJson;

/**
 * Pods of 8 to 10 KB; the first of each node holds its 8 GPUs, the others none. An event is a pod that becomes ready, or is not
 * any more.
 */
final class PodLog extends Log {
    /** So many pods change, one after the other; their texts are kept. */
    private static final int RESTLESS = 4000;

    private static final String VERSION = "7777777777";
    private static final String WITH_GPUS = "\"cpu\":\"96\",\"memory\":\"1Ti\",\"nvidia.com/gpu\":\"8\"";
    private static final String WITHOUT = "\"cpu\":\"1\",\"memory\":\"4Gi\"";

    private final PodJson json;
    private final int nodes;
    private final int restless;
    private final byte[][] before;
    private final byte[][] after;

    PodLog(int pods, int nodes) {
        super("Pod", pods);
        this.nodes = nodes;
        json = new PodJson(nodes);
        restless = Math.min(pods, RESTLESS);
        before = new byte[2 * restless][];
        after = new byte[2 * restless][];
        for (int i = 0; i < before.length; i++) {
            String text = text(i / 2 * (pods / restless), VERSION, i % 2 == 1);
            String event = "{\"type\":\"MODIFIED\",\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\","
                    + text.substring(1) + "}\n";
            int at = event.indexOf(VERSION);
            before[i] = event.substring(0, at).getBytes(StandardCharsets.UTF_8);
            after[i] = event.substring(at + VERSION.length()).getBytes(StandardCharsets.UTF_8);
        }
    }

    private String text(int pod, String version, boolean ready) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(10_000);
        json.write(pod, Long.parseLong(version), ready, bytes);
        String text = bytes.toString(StandardCharsets.UTF_8);
        return pod < nodes ? text : text.replace(WITH_GPUS, WITHOUT);
    }

    @Override
    void object(int index, OutputStream out) throws IOException {
        out.write(text(index, Long.toString(FIRST - 1), true).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    void event(long version, OutputStream out) throws IOException {
        long number = version - FIRST - 1;
        int which = (int) (number % restless) * 2 + (int) (number / restless % 2);
        out.write(before[which]);
        out.write(Long.toString(version).getBytes(StandardCharsets.US_ASCII));
        out.write(after[which]);
    }
}
