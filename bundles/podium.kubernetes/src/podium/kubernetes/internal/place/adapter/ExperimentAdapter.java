// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Finished;
import podium.kubernetes.internal.plan.Objects;
import podium.kubernetes.internal.plan.References;
import podium.kubernetes.internal.plan.Refusal;

/**
 * A Katib Experiment: its own template is fixed ("only spec.parallelTrialCount, spec.maxTrialCount and spec.maxFailedTrialCount are
 * editable", katib pkg/webhook/v1beta1/experiment/validator/validator.go), but the jobs of its running trials are placed like any
 * other of their kind: Katib makes them once and does not put them back (pkg/controller.v1beta1/trial/trial_controller.go,
 * reconcileJob).
 */
public final class ExperimentAdapter implements Adapter {
    /** katib pkg/controller.v1beta1/consts/const.go, LabelExperimentName. */
    private static final String LABEL = "katib.kubeflow.org/experiment=";

    private static final List<Adapter> TRIALS = List.of(new CycleAdapter());
    private static final List<String> ENDS = List.of("Complete", "Completed", "Succeeded", "Failed");

    @Override
    public boolean accepts(Asked asked) {
        return asked.ref().group().equals("kubeflow.org") && asked.ref().kind().equals("Experiment");
    }

    @Override
    public Plan plan(Asked asked) throws IOException, Refusal {
        Finished.check(asked, "Succeeded", "Failed");
        List<Asked> trials = trials(asked);
        if (trials.isEmpty()) {
            throw new Refusal(
                    "No trial of " + asked.ref().name() + " runs, and Katib allows no change of its trial template.",
                    "Wait for its next trial; or create it again with the nodeSelector in its trial template.");
        }
        List<Step> steps = new ArrayList<>();
        List<Step> undo = new ArrayList<>();
        List<String> effects = new ArrayList<>();
        Set<String> lost = new HashSet<>();
        String title = "";
        for (Asked trial : trials) {
            Plan plan = plan(trial, asked);
            title = plan.title();
            steps.addAll(plan.steps());
            undo.addAll(0, plan.undo());
            effects.addAll(plan.effects());
            lost.addAll(plan.irreversible());
        }
        effects.add("Trials that start later are not pinned: Katib allows no change of the trial template.");
        String whole = "Place " + trials.size() + " trials of " + asked.ref().name();
        return asked.plan(
                trials.size() == 1 ? title : whole,
                steps,
                effects,
                lost.stream().sorted().toList(),
                undo);
    }

    private static Plan plan(Asked trial, Asked asked) throws IOException, Refusal {
        for (Adapter adapter : TRIALS) {
            if (adapter.accepts(trial)) {
                return adapter.plan(trial);
            }
        }
        throw new Refusal(
                "The trials of " + asked.ref().name() + " are of kind "
                        + trial.ref().kind() + ", which Podium does not place.",
                "Create it again with the nodeSelector in its trial template.");
    }

    /** The unfinished jobs of its trials; where pods are named, those they belong to. */
    private static List<Asked> trials(Asked asked) throws IOException {
        JsonNode spec = asked.job().path("spec").path("trialTemplate").path("trialSpec");
        ObjectRef kind = References.collection(
                Trees.text(spec, "/apiVersion"),
                Trees.text(spec, "/kind"),
                asked.ref().namespace());
        Set<String> wanted = new HashSet<>();
        for (JsonNode pod : asked.pods().values()) {
            wanted.addAll(References.ancestors(pod, asked.ref().namespace(), asked.objects()));
        }
        List<Asked> trials = new ArrayList<>();
        for (JsonNode job : asked.objects().list(kind, LABEL + asked.ref().name())) {
            boolean chosen = wanted.isEmpty() || wanted.contains(Objects.uid(job));
            if (chosen && ENDS.stream().noneMatch(end -> Objects.holds(job, end))) {
                trials.add(asked.about(References.named(kind, Trees.text(job, "/metadata/name")), job));
            }
        }
        return trials;
    }
}
