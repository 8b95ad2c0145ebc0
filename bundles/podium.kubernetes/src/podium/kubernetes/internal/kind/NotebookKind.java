// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Templates;

/** A Kubeflow Notebook: its controller carries the template into a StatefulSet of one pod (kubeflow notebook-controller). */
public final class NotebookKind implements RollKind {
    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("kubeflow.org") && ref.kind().equals("Notebook");
    }

    @Override
    public Templates templates(Asked asked) {
        boolean stopped = asked.job().path("metadata").path("annotations").has("kubeflow-resource-stopped");
        return Templates.single(asked.ref(), asked.job(), stopped ? 0 : 1);
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "notebook-name=" + ref.name();
    }

    @Override
    public List<String> effects(Asked asked, Templates templates, Pin pin) {
        return List.of(
                "The pod of " + asked.ref().name() + " is replaced by one on " + pin.words()
                        + ": the kernels that run in it end.",
                "Its volumes must be reachable from " + pin.words() + ", or the pod will wait for them.");
    }
}
