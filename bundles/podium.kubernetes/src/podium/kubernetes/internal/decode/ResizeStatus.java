// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import podium.kubernetes.internal.json.ByteRun;
import podium.kubernetes.internal.json.JsonInput;

/**
 * What a pod's status says of its resources, as bytes: the scheduler counts the larger of what is asked for, allocated and
 * had, whether or not a condition says that the pod is being resized in place (KEP-1287; PodRequests of
 * k8s.io/component-helpers/resource 1.36, with UseStatusResources). Between a patch and the kubelet's first condition there is
 * none. Reused from pod to pod.
 */
final class ResizeStatus {
    private static final byte[] CONTAINER = "{\"\":0".getBytes(StandardCharsets.UTF_8);

    private final ByteRun containers = new ByteRun();
    private final ByteRun pod = new ByteRun();
    private boolean open;
    private boolean told;
    private boolean infeasible;

    void clear() {
        containers.clear();
        pod.clear();
        open = false;
        told = false;
        infeasible = false;
    }

    void condition(String type, String status, String reason) {
        infeasible |= "PodResizePending".equals(type) && "True".equals(status) && "Infeasible".equals(reason);
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

    private void copy(String field, JsonInput in, ByteRun out) throws IOException {
        told |= "resources".equals(field);
        out.add((",\"" + field + "\":").getBytes(StandardCharsets.UTF_8));
        in.skipTo(out);
    }

    /** Appends what the requests are to be counted with; nothing of a pod of whose resources the kubelet has not spoken. */
    void appendTo(ByteRun out) {
        end();
        if (told) {
            out.add((",\"resized\":{\"infeasible\":" + infeasible).getBytes(StandardCharsets.UTF_8));
            out.add(pod);
            out.add(",\"containers\":[".getBytes(StandardCharsets.UTF_8));
            out.add(containers);
            out.add("]}".getBytes(StandardCharsets.UTF_8));
        }
    }
}
