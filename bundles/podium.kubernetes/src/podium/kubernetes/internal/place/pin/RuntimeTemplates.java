// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.texts.Texts;

/**
 * The templates of a training runtime as a TrainJob may patch them: one entry of spec.runtimePatches under Podium's own name as
 * manager, keyed by replicated job (kubeflow/trainer pkg/apis/trainer/v1alpha1/trainjob_types.go). The trainer adds a time to the
 * entry.
 *
 * @param jobs the replicated jobs of the runtime
 * @param nodes pods of the job named node
 */
public record RuntimeTemplates(ObjectRef ref, JsonNode owner, List<JsonNode> jobs, int nodes) implements Templates {
    public static final String MANAGER = "podium.placement/manual";
    private static final String PATCHES = "/spec/runtimePatches";
    private static final String MANAGED = "/manager";
    private static final String SPEC = "/trainingRuntimeSpec";

    @Override
    public List<JsonNode> podSpecs() {
        return jobs.stream()
                .map(job -> job.path("template").path("spec").path("template").path("spec"))
                .toList();
    }

    @Override
    public int pods() {
        return jobs.stream().mapToInt(this::pods).sum();
    }

    private int pods(JsonNode job) {
        return isTrainer(job)
                ? nodes
                : job.path("replicas").asInt(1)
                        * job.path("template").path("spec").path("parallelism").asInt(1);
    }

    private boolean isTrainer(JsonNode job) {
        return job.path("name").asText().equals("node") || jobs.size() == 1;
    }

    /** What the TrainJob says of resources goes before what its runtime says (trainjob_types.go, resourcesPerNode). */
    @Override
    public List<PodPart> parts() {
        JsonNode resources = owner.path("spec").path("trainer").path("resourcesPerNode");
        return jobs.stream()
                .map(job -> {
                    JsonNode template =
                            job.path("template").path("spec").path("template").deepCopy();
                    if (isTrainer(job)
                            && resources.isObject()
                            && template.path("spec").path("containers").path(0) instanceof ObjectNode first) {
                        first.set("resources", resources.deepCopy());
                    }
                    return new PodPart(job.path("name").asText(), pods(job), template);
                })
                .toList();
    }

    @Override
    public PinChange pin(Pin pin) {
        return new Patch(pin);
    }

    private JsonNode patches() {
        return owner.path("spec").path("runtimePatches");
    }

    /** Index of our entry; negative: there is none. */
    private int index() {
        for (int i = 0; i < patches().size(); i++) {
            if (MANAGER.equals(patches().path(i).path("manager").asText())) {
                return i;
            }
        }
        return -1;
    }

    private ObjectNode entry(Pin pin) {
        ObjectNode entry = Trees.object().put("manager", MANAGER);
        ArrayNode list = entry.putObject("trainingRuntimeSpec")
                .putObject("template")
                .putObject("spec")
                .putArray("replicatedJobs");
        for (JsonNode job : jobs) {
            ObjectNode one = list.addObject().put("name", job.path("name").asText());
            one.putObject("template")
                    .putObject("spec")
                    .putObject("template")
                    .putObject("spec")
                    .putObject("nodeSelector")
                    .put(pin.key(), pin.value());
        }
        return entry;
    }

    private final class Patch implements PinChange {
        private final Pin pin;

        Patch(Pin pin) {
            this.pin = pin;
        }

        private JsonNode before() {
            JsonNode mine = patches().path(index());
            return mine instanceof ObjectNode object ? object.deepCopy().without("time") : mine;
        }

        @Override
        public boolean isThere() {
            return before().equals(entry(pin));
        }

        /** What the trainer has written into an entry of ours is not ours to test. */
        @Override
        public ApiWrite forward() {
            ArrayNode patch = Trees.array();
            if (index() >= 0) {
                test(patch, index(), before());
                operation(patch, "replace", at(index())).set("value", entry(pin));
            } else if (patches().isEmpty()) {
                operation(patch, "test", PATCHES)
                        .set("value", patches().isArray() ? Trees.array() : NullNode.getInstance());
                operation(patch, "add", PATCHES).set("value", Trees.array().add(entry(pin)));
            } else {
                for (int i = 0; i < patches().size(); i++) {
                    operation(patch, "test", at(i) + MANAGED)
                            .set("value", patches().path(i).path("manager"));
                }
                operation(patch, "add", at(patches().size())).set("value", entry(pin));
            }
            return PlanSteps.patch(
                    ref,
                    ObjectReads.uid(owner),
                    patch,
                    Texts.of("RuntimeTemplates.pinTheRuntimeOfTo", ref.name(), pin.words()));
        }

        @Override
        public ApiWrite back() {
            ArrayNode patch = Trees.array();
            int at = index() >= 0 ? index() : patches().size();
            test(patch, at, entry(pin));
            if (index() >= 0) {
                operation(patch, "replace", at(at)).set("value", before());
            } else {
                operation(patch, "remove", at(at));
            }
            return PlanSteps.patch(
                    ref, ObjectReads.uid(owner), patch, Texts.of("RuntimeTemplates.takeThePinOfOutAgain", ref.name()));
        }

        private static String at(int index) {
            return PATCHES + "/" + index;
        }

        private static void test(ArrayNode patch, int index, JsonNode entry) {
            operation(patch, "test", at(index) + MANAGED).put("value", MANAGER);
            operation(patch, "test", at(index) + SPEC).set("value", entry.path(SPEC.substring(1)));
        }

        private static ObjectNode operation(ArrayNode patch, String op, String path) {
            return patch.addObject().put("op", op).put("path", path);
        }
    }
}
