// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.kind.VolcanoJobKind;
import podium.kubernetes.internal.kueue.Queued;
import podium.kubernetes.internal.place.adapter.CycleAdapter;
import podium.kubernetes.internal.place.adapter.RollAdapter;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.Notes;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Pins;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Objects;
import podium.kubernetes.internal.plan.Patched;
import podium.kubernetes.internal.plan.Refusal;

/** Owners with pod templates that take pin and gate: all that the adapters place through templates, bare pods, and a few more. */
public final class DraftTemplates implements Draft.Kind {
    /** Where a template lies that only an object which does not exist yet can be pinned by: group/kind. */
    private static final Set<String> SPEC_TEMPLATE =
            Set.of("apps/ReplicaSet", "/ReplicationController", "serving.knative.dev/Service");

    @Override
    public boolean is(ObjectRef ref) {
        return isPod(ref)
                || CycleAdapter.kind(ref).isPresent()
                || RollAdapter.kind(ref).isPresent()
                || isVolcano(ref)
                || hasSpecTemplate(ref);
    }

    private static boolean isPod(ObjectRef ref) {
        return ref.group().isEmpty() && ref.kind().equals("Pod");
    }

    /** A Job of Volcano, or the JobTemplate that a JobFlow makes one of. */
    private static boolean isVolcano(ObjectRef ref) {
        return ref.group().equals("batch.volcano.sh") && ref.kind().equals("Job")
                || ref.group().equals("flow.volcano.sh") && ref.kind().equals("JobTemplate");
    }

    private static boolean hasSpecTemplate(ObjectRef ref) {
        return SPEC_TEMPLATE.contains(ref.group() + "/" + ref.kind());
    }

    private static Templates templates(Asked asked) throws IOException, Refusal {
        ObjectRef ref = asked.ref();
        if (isPod(ref)) {
            return Templates.in(ref, asked.job(), List.of(Template.at("pod", "/spec", 1)));
        }
        if (isVolcano(ref)) {
            return Templates.in(ref, asked.job(), new VolcanoJobKind().templates(asked.job()));
        }
        if (hasSpecTemplate(ref)) {
            int replicas = asked.job().path("spec").path("replicas").asInt(1);
            return Templates.in(ref, asked.job(), List.of(Template.at("pods", "/spec/template/spec", replicas)));
        }
        Optional<CycleKind> cycle = CycleAdapter.kind(ref);
        return cycle.isPresent()
                ? cycle.get().templates(asked)
                : RollAdapter.kind(ref).orElseThrow().templates(asked);
    }

    @Override
    public List<PodPart> parts(Asked asked) throws IOException, Refusal {
        return templates(asked).parts();
    }

    @Override
    public Draft.Made held(Asked asked) throws IOException, Refusal {
        Optional<CycleKind> cycle = CycleAdapter.kind(asked.ref());
        if (cycle.isPresent() && !cycle.get().takesGate()) {
            return suspended(asked, cycle.get().suspension(asked).pointer());
        }
        Templates templates = checked(asked);
        ObjectNode body = Patched.of(asked.job(), templates.gate(true).write().write());
        String when = Queued.isQueued(asked.job()) ? " once Kueue admits it" : "";
        return new Draft.Made(
                body,
                "held by the gate " + Gates.OURS,
                List.of((isPod(asked.ref())
                                ? asked.ref().name() + " waits"
                                : "The pods of " + asked.ref().name() + " wait")
                        + " at the gate" + when + " and " + (isPod(asked.ref()) ? "takes" : "take")
                        + " nothing until placed by hand."));
    }

    /** The object with its suspend field set. */
    public static Draft.Made suspended(Asked asked, String pointer) throws IOException {
        ObjectNode body = asked.job().deepCopy();
        int last = pointer.lastIndexOf('/');
        body.withObject(pointer.substring(0, last)).put(pointer.substring(last + 1), true);
        return new Draft.Made(
                body,
                "suspended",
                List.of(asked.ref().name()
                        + " takes no gate from here: it is created suspended, and makes no pod before"
                        + " it is resumed."));
    }

    @Override
    public Draft.Made pinned(Asked asked) throws IOException, Refusal {
        Templates templates = checked(asked);
        Pin pin = Pins.templates(asked.request(), templates.podSpecs(), asked.objects());
        refuseWhatCannotShare(asked, templates, pin);
        ObjectNode body = Patched.of(asked.job(), templates.pin(pin).write().write());
        return new Draft.Made(body, "pinned to " + pin.words(), Notes.of(asked.job(), templates.podSpecs()));
    }

    /** Templates that can be written to: what a manifest leaves out cannot be pinned or held. */
    private static Templates checked(Asked asked) throws IOException, Refusal {
        Templates templates = templates(asked);
        if (templates.podSpecs().isEmpty() || templates.podSpecs().stream().anyMatch(spec -> !spec.isObject())) {
            throw new Refusal(
                    Objects.name(asked.ref()) + " has no pod template.", "Write one; it cannot run as it is.");
        }
        return templates;
    }

    /** Parts that each want a domain of their own cannot all lie in one. */
    private static void refuseWhatCannotShare(Asked asked, Templates templates, Pin pin) throws Refusal {
        Optional<CycleKind> cycle = CycleAdapter.kind(asked.ref());
        Optional<RollKind> roll = RollAdapter.kind(asked.ref());
        if (cycle.isPresent()) {
            cycle.get().effects(asked, pin);
        } else if (roll.isPresent()) {
            roll.get().effects(asked, templates, pin);
        }
    }
}
