// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import podium.kubernetes.internal.json.ByteRun;
import podium.kubernetes.internal.json.JsonInput;

/**
 * What a pod's status says of its resources, as bytes, kept while the pod is being resized in place (KEP-1287): the scheduler then
 * counts the larger of what is asked for and what is still had (PodRequests of k8s.io/component-helpers/resource, with
 * UseStatusResources). Reused from pod to pod.
 */
final class ResizeStatus {
    private static final byte[] CONTAINER = "{\"\":0".getBytes(StandardCharsets.UTF_8);

    private final ByteRun containers = new ByteRun();
    private final ByteRun pod = new ByteRun();
    private boolean open;
    private boolean resizing;
    private boolean infeasible;

    void clear() {
        containers.clear();
        pod.clear();
        open = false;
        resizing = false;
        infeasible = false;
    }

    void condition(String type, String status, String reason) {
        boolean pending = "PodResizePending".equals(type);
        if ((pending || "PodResizeInProgress".equals(type)) && "True".equals(status)) {
            resizing = true;
            infeasible |= pending && "Infeasible".equals(reason);
        }
    }

    /** A container's status begins. */
    void container() {
        end();
        containers.add(CONTAINER);
        open = true;
    }

    private void end() {
        if (open) {
            containers.add('}');
            containers.add(',');
            open = false;
        }
    }

    /** A field of the container that began last. */
    void part(String field, JsonInput in) throws IOException {
        copy(field, in, containers);
    }

    /** A field of the pod as a whole. */
    void pod(String field, JsonInput in) throws IOException {
        copy(field, in, pod);
    }

    private static void copy(String field, JsonInput in, ByteRun out) throws IOException {
        out.add((",\"" + field + "\":").getBytes(StandardCharsets.UTF_8));
        in.skipTo(out);
    }

    /** Appends what the requests are to be counted with; nothing of a pod that is not being resized. */
    void appendTo(ByteRun out) {
        end();
        if (resizing) {
            out.add((",\"resized\":{\"infeasible\":" + infeasible).getBytes(StandardCharsets.UTF_8));
            out.add(pod);
            out.add(",\"containers\":[".getBytes(StandardCharsets.UTF_8));
            out.add(containers);
            out.add("]}".getBytes(StandardCharsets.UTF_8));
        }
    }
}
