// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import podium.benchmarks.PodJson;

/** Nodes with 8 GPUs in racks of 16 and zones of 80 racks. An event is a node that is cordoned, or is not any more. */
final class NodeLog extends Log {
    private static final int RACK = 16;
    private static final int ZONE = 80 * RACK;

    private final List<String> events = new ArrayList<>();
    private final BitSet cordoned = new BitSet();
    private volatile long written;

    NodeLog(int nodes) {
        super("Node", nodes);
    }

    /** Cordons a node that is not, or the other way round. */
    void toggle(int node) {
        synchronized (events) {
            cordoned.flip(node);
            long version = FIRST + events.size() + 1;
            events.add("{\"type\":\"MODIFIED\",\"object\":" + text(node, version, cordoned.get(node)) + "}\n");
        }
        grow(1);
    }

    /** {@link System#nanoTime()} when the last event went to the socket. */
    long written() {
        return written;
    }

    @Override
    void object(int index, OutputStream out) throws IOException {
        boolean closed;
        synchronized (events) {
            closed = cordoned.get(index);
        }
        FleetServer.write(out, text(index, FIRST - 1, closed));
    }

    @Override
    void event(long version, OutputStream out) throws IOException {
        String event;
        synchronized (events) {
            event = events.get((int) (version - FIRST - 1));
        }
        written = System.nanoTime();
        FleetServer.write(out, event);
    }

    private static String text(int i, long version, boolean cordoned) {
        String name = PodJson.node(i);
        String room =
                "{\"cpu\":\"192\",\"memory\":\"2Ti\",\"ephemeral-storage\":\"14Ti\",\"pods\":\"110\",\"nvidia.com/gpu\":\"8\"}";
        StringBuilder images = new StringBuilder();
        for (int image = 0; image < 40; image++) {
            images.append(image == 0 ? "" : ",")
                    .append("{\"names\":[\"registry.example/team/image-")
                    .append(image)
                    .append(
                            "@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"],\"sizeBytes\":8123456789}");
        }
        return """
            {"kind":"Node","apiVersion":"v1","metadata":{"name":"%s","uid":"00000000-0000-4000-a000-%012d","resourceVersion":"%d",\
            "creationTimestamp":"2026-11-01T08:00:00Z","labels":{"kubernetes.io/hostname":"%s","kubernetes.io/arch":"amd64",\
            "topology.kubernetes.io/zone":"zone-%d","topology.kubernetes.io/rack":"rack-%d",\
            "nvidia.com/gpu.product":"NVIDIA-H100-80GB-HBM3","nvidia.com/gpu.memory":"81559","nvidia.com/gpu.count":"8"}},\
            "spec":{"providerID":"metal://%s"%s},"status":{"capacity":%s,"allocatable":%s,"conditions":[{"type":"Ready",\
            "status":"True","reason":"KubeletReady","lastHeartbeatTime":"2026-11-24T08:00:00Z",\
            "lastTransitionTime":"2026-11-01T08:00:00Z"}],"addresses":[{"type":"InternalIP","address":"10.%d.%d.%d"}],\
            "nodeInfo":{"kubeletVersion":"v1.36.2"},"images":[%s]}}""".formatted(
                        name,
                        i,
                        version,
                        name,
                        i / ZONE + 1,
                        i / RACK + 1,
                        name,
                        cordoned ? ",\"unschedulable\":true" : "",
                        room,
                        room,
                        i >> 16 & 255,
                        i >> 8 & 255,
                        i & 255,
                        images);
    }
}
