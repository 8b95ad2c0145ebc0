// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Pods as an API server sends them, 8 to 10 KB each, managedFields included: gangs of 64 ranks with 8 GPUs, deployments
 * of 200 replicas, some waiting. Pod i is the same at each call but for its version and whether it is ready.
 */
public final class PodJson {
    private static final int GANG = 64;
    private final List<byte[]> texts = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    private final int nodes;

    /** @param nodes the pods are spread over so many nodes */
    public PodJson(int nodes) {
        this.nodes = nodes;
        String template = Template.text();
        int at = 0;
        while (true) {
            int from = template.indexOf("@{", at);
            if (from < 0) {
                texts.add(template.substring(at).getBytes(StandardCharsets.UTF_8));
                return;
            }
            int to = template.indexOf('}', from);
            texts.add(template.substring(at, from).getBytes(StandardCharsets.UTF_8));
            marks.add(template.substring(from + 2, to));
            at = to + 1;
        }
    }

    /** Name of node i. */
    public static String node(int i) {
        return "gpu-node-" + i;
    }

    /** Appends pod i in this version. */
    public void write(int i, long version, boolean ready, ByteArrayOutputStream out) {
        int job = i / GANG;
        for (int part = 0; part < texts.size(); part++) {
            out.writeBytes(texts.get(part));
            if (part < marks.size()) {
                out.writeBytes(
                        switch (marks.get(part)) {
                            case "version" -> bytes(Long.toString(version));
                            case "ready" -> bytes(Boolean.toString(ready));
                            case "condition" -> bytes(ready ? "True" : "False");
                            default -> bytes(value(marks.get(part), i, job));
                        });
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String value(String mark, int i, int job) {
        return switch (mark) {
            case "name" -> "train-" + job + "-" + i % GANG + "-" + Integer.toString(i * 7919 + 100_000, 36);
            case "job" -> "train-" + job;
            case "index" -> Integer.toString(i % GANG);
            case "namespace" -> "team-" + job % 40;
            case "uid" -> uid(i, 1);
            case "jobuid" -> uid(job, 2);
            case "node" -> node(i % nodes);
            case "ip" -> "10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255);
            case "random" -> Integer.toString(i * 31 + 46_656, 36);
            case "minute" -> String.format("%02d", job % 60);
            case "second" -> String.format("%02d", i % 60);
            default -> throw new IllegalStateException(mark);
        };
    }

    private static String uid(int i, int kind) {
        long mixed = (i * 0x9E3779B97F4A7C15L ^ kind * 0xC2B2AE3D27D4EB4FL) * 0xD6E8FEB86659FD93L;
        return String.format(
                "%08x-%04x-4%03x-a%03x-%012x",
                mixed >>> 32, mixed >>> 16 & 0xFFFF, mixed & 0xFFF, mixed >>> 4 & 0xFFF, mixed & 0xFFFFFFFFFFFFL);
    }
}
