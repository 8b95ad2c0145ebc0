// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import podium.kubernetes.internal.json.ByteRun;
import podium.kubernetes.internal.json.JsonInput;

/**
 * Copies the parts of a pod's spec that decide where it may run into a smaller pod, as bytes. Pods of one template give
 * equal bytes: what differs from pod to pod (node name, host name, volume names, environment) is left out.
 */
final class SpecProjection {
    private static final byte[] START = "{\"spec\":{\"\":0".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "}}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ITEM = "{\"\":0".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EMPTY_DIR = "{\"emptyDir\":{}},".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EPHEMERAL = "{\"ephemeral\":{},\"name\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLAIM = "{\"persistentVolumeClaim\":".getBytes(StandardCharsets.UTF_8);

    /** Name of the volume at hand, as it stands there. */
    private final ByteRun volume = new ByteRun();

    /** spec.nodeName of the pod read last; empty while unbound. */
    String nodeName = "";

    void clear() {
        nodeName = "";
    }

    /** Reads a spec; appends all of the projection but its end, which {@link #close} writes. */
    void read(JsonInput in, ByteRun out) throws IOException {
        if (!in.object()) {
            return;
        }
        out.clear();
        out.add(START);
        for (String field = in.name(); field != null; field = in.name()) {
            switch (field) {
                case "nodeName" -> nodeName = in.text();
                case "nodeSelector",
                        "affinity",
                        "tolerations",
                        "topologySpreadConstraints",
                        "schedulingGates",
                        "schedulingGroup",
                        "schedulerName",
                        "priority",
                        "terminationGracePeriodSeconds",
                        "hostNetwork",
                        "hostUsers",
                        "overhead",
                        "resources",
                        "resourceClaims" -> copy(field, in, out);
                case "containers", "initContainers" -> containers(field, in, out);
                case "volumes" -> volumes(in, out);
                default -> in.skip();
            }
        }
    }

    /** Ends it; the group that a label or annotation names stands where the spec's own would, and so do the share and what is unread. */
    static void close(ByteRun out, String group, Map<String, String> share, List<String> unread) {
        if (out.length() == 0) {
            out.add(START);
        }
        if (!group.isEmpty() && group.chars().allMatch(SpecProjection::plain)) {
            out.add(",\"schedulingGroup\":{\"podGroupName\":\"".getBytes(StandardCharsets.UTF_8));
            out.add(group.getBytes(StandardCharsets.UTF_8));
            out.add("\"}".getBytes(StandardCharsets.UTF_8));
        }
        if (!share.isEmpty()) {
            out.add(",\"gpuShare\":{\"\":0".getBytes(StandardCharsets.UTF_8));
            share.forEach((name, value) -> {
                if (value.chars().allMatch(SpecProjection::plain)) {
                    out.add((",\"" + name + "\":\"" + value + "\"").getBytes(StandardCharsets.UTF_8));
                }
            });
            out.add('}');
        }
        if (!unread.isEmpty()) {
            out.add((",\"unread\":[\"" + String.join("\",\"", unread) + "\"]").getBytes(StandardCharsets.UTF_8));
        }
        out.add(END);
    }

    private static boolean plain(int c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
    }

    private static void copy(String field, JsonInput in, ByteRun out) throws IOException {
        key(field, out);
        in.skipTo(out);
    }

    private static void key(String field, ByteRun out) {
        out.add(',');
        out.add('"');
        for (int i = 0; i < field.length(); i++) {
            out.add(field.charAt(i)); // field names of the API are ASCII
        }
        out.add('"');
        out.add(':');
    }

    private static void containers(String field, JsonInput in, ByteRun out) throws IOException {
        if (!in.array()) {
            return;
        }
        key(field, out);
        out.add('[');
        while (in.element()) {
            if (!in.object()) {
                continue;
            }
            out.add(ITEM);
            for (String part = in.name(); part != null; part = in.name()) {
                switch (part) {
                    case "name", "resources", "restartPolicy", "restartPolicyRules", "ports" -> copy(part, in, out);
                    default -> in.skip();
                }
            }
            out.add('}');
            out.add(',');
        }
        out.add(']');
    }

    /** A name is copied and made no string: most are of one pod only, and none counts but that of a volume of the pod's own. */
    private void volumes(JsonInput in, ByteRun out) throws IOException {
        if (!in.array()) {
            return;
        }
        key("volumes", out);
        out.add('[');
        while (in.element()) {
            if (!in.object()) {
                continue;
            }
            volume.clear();
            boolean ephemeral = false;
            for (String part = in.name(); part != null; part = in.name()) {
                switch (part) {
                    case "name" -> in.skipTo(volume);
                    case "ephemeral" -> {
                        ephemeral = true;
                        in.skip();
                    }
                    case "emptyDir" -> {
                        out.add(EMPTY_DIR);
                        in.skip();
                    }
                    case "persistentVolumeClaim" -> {
                        out.add(CLAIM);
                        in.skipTo(out);
                        out.add('}');
                        out.add(',');
                    }
                    default -> in.skip();
                }
            }
            if (ephemeral && volume.length() > 0) {
                out.add(EPHEMERAL);
                out.add(volume);
                out.add('}');
                out.add(',');
            }
        }
        out.add(']');
    }
}
