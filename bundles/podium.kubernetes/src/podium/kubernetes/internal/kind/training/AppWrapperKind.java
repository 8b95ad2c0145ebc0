// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.NestingKind;
import podium.kubernetes.internal.kind.SuspendedKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;
import podium.operation.plan.Expectation;

/**
 * An AppWrapper: it makes its components, whole objects of other kinds, and deletes them while it is suspended. All their pods are
 * started together or not at all, so they are one gang (codeflare appwrapper api/v1beta2/appwrapper_types.go and
 * internal/controller/appwrapper).
 */
public final class AppWrapperKind extends NamedKind implements FixedKind, NestingKind, SuspendedKind {
    /** On each component and each pod template (resource_management.go, createComponent). */
    private static final String LABEL = "workload.codeflare.dev/appwrapper";

    private static final String RETRIES = "workload.codeflare.dev.appwrapper/retryLimit";
    private static final Suspension SUSPENSION = new Suspension(
            Suspension.SPEC, List.of(Suspension.suspended(new Expectation.FieldIs("/status/phase", "Suspended"))));

    private final Supplier<WorkloadKinds> kinds;

    /** @param kinds what it may wrap; asked when one is looked at */
    public AppWrapperKind(Supplier<WorkloadKinds> kinds) {
        super(
                new KindName("workload.codeflare.dev", "v1beta2", "appwrappers", "AppWrapper"),
                Texts.of("AppWrapperKind.whatItWrapsIsFixed"),
                Trait.ENDS,
                Trait.SUSPENDS);
        this.kinds = kinds;
    }

    /** Pod sets may be left out of the spec where the controller can tell them; it writes all of them into the status. */
    @Override
    public WorkloadShape shape(JsonTree object) {
        List<JsonTree> components = object.at("spec", "components").elements();
        List<JsonTree> seen = object.at("status", "componentStatus").elements();
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            JsonTree component = components.get(i);
            JsonTree told = component.at("podSets").exists() || i >= seen.size() ? component : seen.get(i);
            List<JsonTree> sets = told.at("podSets").elements();
            String name = component.at("template", "metadata").text("name");
            if (sets.isEmpty()) {
                groups.addAll(told(name, component.at("template")));
            }
            for (int k = 0; k < sets.size(); k++) {
                JsonTree set = sets.get(k);
                groups.add(new Group(
                        sets.size() == 1 ? name : name + " " + (k + 1),
                        set.number("replicas", 1),
                        template(component, set.text("path")),
                        Map.of()));
            }
        }
        return WorkloadShape.of(object.at("spec").flag("suspend"), groups, OptionalInt.empty(), "")
                .together();
    }

    /** What the wrapped object asks for by itself, where nobody has written its pod sets yet (pkg/utils/utils.go, InferPodSets). */
    private List<Group> told(String name, JsonTree wrapped) {
        Optional<WorkloadShape> shape = kinds.get()
                .of(ObjectRef.groupOf(wrapped.text("apiVersion")), wrapped.text("kind"))
                .filter(kind -> !(kind instanceof AppWrapperKind))
                .map(kind -> kind.shape(wrapped));
        if (shape.isEmpty() || shape.get().wanted() == 0) {
            return List.of();
        }
        return shape.get().groups().isEmpty()
                ? List.of(new Group(name, shape.get().wanted(), shape.get().template(), Map.of()))
                : shape.get().groups().stream()
                        .map(group -> new Group(name + " " + group.name(), group.pods(), group.template(), Map.of()))
                        .toList();
    }

    /** What lies at a path such as {@code template.spec.workerGroupSpecs[0].template} (pkg/utils/utils.go, getValueAtPath). */
    private static JsonTree template(JsonTree component, String path) {
        JsonTree at = component;
        for (String part : path.split("[.\\[]")) {
            if (part.endsWith("]")) {
                List<JsonTree> elements = at.elements();
                String index = part.substring(0, part.length() - 1);
                boolean inside = index.matches("\\d{1,4}") && Integer.parseInt(index) < elements.size();
                at = inside ? elements.get(Integer.parseInt(index)) : JsonTree.none();
            } else {
                at = at.at(part);
            }
        }
        return at;
    }

    /** A failed component resets all of it, as often as its retry limit says (appwrapper_controller.go, resetOrFail). */
    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        OptionalInt limit = object.at("metadata", "annotations").number(RETRIES);
        if (limit.isEmpty()) {
            return Optional.of(
                    new UncountedLossRule(PodLossOutcome.MAY_END, Texts.of("AppWrapperKind.howOftenAFailed")));
        }
        int done = object.at("status").number("resettingCount", 0);
        return Optional.of(
                done < limit.getAsInt()
                        ? new UncountedLossRule(
                                PodLossOutcome.RESTARTS,
                                Texts.of("AppWrapperKind.resetOfRetrylimit", done + 1, limit.getAsInt()))
                        : new UncountedLossRule(
                                PodLossOutcome.ENDS, Texts.of("AppWrapperKind.itsRetrylimitIs", limit.getAsInt())));
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        return SUSPENSION;
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return LABEL + "=" + ref.name();
    }

    @Override
    public Why why() {
        return new Why(
                Texts.of("AppWrapperKind.andItRecreatesItFromThere", fixed()),
                Texts.of("AppWrapperKind.createItAgainWithTheNodeselector"));
    }

    @Override
    public List<Inner> inside(JsonNode owner) {
        return IntStream.range(0, owner.path("spec").path("components").size())
                .mapToObj(i -> new Inner("/spec/components/" + i + "/template", 1))
                .toList();
    }

    /** Where Kueue had admitted it to. */
    @Override
    public void forget(ObjectNode copy) {
        copy.path("spec").path("components").forEach(component -> ((ObjectNode) component).remove("podSetInfos"));
    }
}
