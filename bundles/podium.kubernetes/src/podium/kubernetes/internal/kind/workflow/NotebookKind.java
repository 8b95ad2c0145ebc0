// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.kind.SuspendedKind;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/** A Kubeflow Notebook: its controller carries the template into a StatefulSet of one pod (kubeflow notebook-controller). */
public final class NotebookKind extends NamedKind implements RollKind, SuspendedKind {
    /**
     * While it stands there, whatever its value, the StatefulSet has no replicas (kubeflow notebook-controller
     * pkg/culler/culler.go, STOP_ANNOTATION and StopAnnotationIsSet; controllers/notebook_controller.go, generateStatefulSet).
     */
    private static final String STOPPED = "kubeflow-resource-stopped";

    private static final Suspension SUSPENSION =
            new Suspension(List.of("metadata", "annotations", STOPPED), List.of(), "podium");

    public NotebookKind() {
        super(
                new KindName("kubeflow.org", List.of("v1", "v1beta1"), "notebooks", "Notebook"),
                Trait.REPLACES_PODS,
                Trait.SUSPENDS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        boolean stopped = object.at("metadata", "annotations").at(STOPPED).exists();
        return WorkloadShape.plain(stopped, 1, object.at("spec", "template"));
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        return SUSPENSION;
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        boolean stopped = asked.job().path("metadata").path("annotations").has(STOPPED);
        return Templates.single(asked.ref(), asked.job(), stopped ? 0 : 1);
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "notebook-name=" + ref.name();
    }

    @Override
    public List<String> effects(ResolvedRequest asked, Templates templates, Pin pin) {
        return List.of(
                Texts.of("NotebookKind.thePodOfIsReplaced", asked.ref().name(), pin.words()),
                Texts.of("NotebookKind.itsVolumesMustBeReachable", pin.words()));
    }
}
