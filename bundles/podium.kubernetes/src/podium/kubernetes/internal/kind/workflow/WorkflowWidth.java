// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.text.Counted;
import podium.kubernetes.internal.decode.PodTemplates;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.texts.Texts;

/**
 * How many steps of an Argo Workflow can run at the same time, at least: those of one group of steps, or tasks of a DAG that
 * do not wait for each other (argo-workflows pkg/apis/workflow/v1alpha1/workflow_types.go). What is known only when it runs
 * (withParam, when, templates of others) counts as little as it can be.
 */
public final class WorkflowWidth {
    private static final int MOST = 100_000;
    private static final Pattern TASK = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*(?:\\.[A-Za-z]+)?");

    private final JsonNode spec;
    private final Map<String, JsonNode> templates = new HashMap<>();
    /** Those in steps are found by themselves. */
    private final Map<JsonNode, String> names = new IdentityHashMap<>();

    private final Map<String, Load> gpus = new HashMap<>();
    private final Map<String, Load> known = new HashMap<>();

    /**
     * Pods that run at the same time.
     *
     * @param gpus they ask for together
     * @param steps how many are of each template
     */
    public record Load(long pods, long gpus, Map<String, Long> steps) {
        static final Load NONE = new Load(0, 0, Map.of());

        Load plus(Load other) {
            Map<String, Long> sum = new HashMap<>(steps);
            other.steps.forEach((name, count) -> sum.merge(name, count, (a, b) -> Math.min(MOST, a + b)));
            return new Load(Math.min(MOST, pods + other.pods), Math.min(MOST, gpus + other.gpus), sum);
        }

        Load times(long count) {
            Map<String, Long> product = new HashMap<>();
            steps.forEach((name, each) -> product.put(name, Math.min(MOST, each * count)));
            return new Load(Math.min(MOST, pods * count), Math.min(MOST, gpus * count), product);
        }

        /** The one that asks for more GPUs, then that of more pods. */
        Load wider(Load other) {
            boolean more = other.gpus != gpus ? other.gpus > gpus : other.pods > pods;
            return more ? other : this;
        }
    }

    /** @param parts the pods of its steps, by the name of their template */
    public WorkflowWidth(JsonNode workflow, List<PodPart> parts) throws IOException {
        spec = workflow.path("spec");
        for (WorkflowTemplates.Named named : WorkflowTemplates.of(workflow)) {
            templates.put(named.name(), named.template());
            names.put(named.template(), named.name());
        }
        PodTemplates reader = new PodTemplates();
        for (PodPart part : parts) {
            int asked = Holdings.asked(reader.read(Trees.write(part.template())).spec());
            String name = part.role().substring(WorkflowSteps.STEP.length());
            gpus.put(name, new Load(1, asked, Map.of(name, 1L)));
        }
    }

    /** At its widest. */
    Load widest() {
        return of(spec.path("entrypoint").asText());
    }

    /** In a sentence; empty: its steps run one after another, as far as it tells. */
    public Optional<String> words() {
        Load widest = widest();
        if (widest.pods() < 2) {
            return Optional.empty();
        }
        long pods = widest.pods();
        String asked = Counted.of(widest.gpus(), "GPU");
        return Optional.of(
                widest.gpus() == 0
                        ? Texts.of("WorkflowWidth.canRunAtOnce", pods)
                        : widest.gpus() == 1
                                ? Texts.of("WorkflowWidth.canRunAtOnceAndAskFor", pods, asked)
                                : Texts.of("WorkflowWidth.canRunAtOnceAndAskTogetherFor", pods, asked));
    }

    /** What a template is at its widest; one that comes back to itself adds nothing there. */
    private Load of(String name) {
        Load before = known.putIfAbsent(name, Load.NONE);
        if (before != null) {
            return before;
        }
        Load widest =
                templates.containsKey(name) ? of(templates.get(name), gpus.getOrDefault(name, Load.NONE)) : Load.NONE;
        known.put(name, widest);
        return widest;
    }

    private Load of(JsonNode template, Load own) {
        Load here = own;
        if (spec.has("parallelism") || template.has("parallelism")) { // how many of which is for the controller to say
            for (JsonNode group : template.path("steps")) {
                here = widest(group, here);
            }
            return widest(template.path("dag").path("tasks"), here);
        }
        for (JsonNode group : template.path("steps")) {
            Load together = Load.NONE;
            for (JsonNode step : group) {
                together = together.plus(child(step).times(items(step)));
            }
            here = here.wider(together);
        }
        return here.wider(dag(template.path("dag").path("tasks")));
    }

    private Load widest(JsonNode steps, Load here) {
        Load widest = here;
        for (JsonNode step : steps) {
            widest = widest.wider(child(step));
        }
        return widest;
    }

    private Load child(JsonNode step) {
        if (step.has("when")) {
            return Load.NONE;
        }
        @Nullable String inline = names.get(step.path("inline"));
        return of(inline == null ? step.path("template").asText() : inline);
    }

    /** Tasks behind equally many others do not wait for each other. */
    private Load dag(JsonNode tasks) {
        Map<String, JsonNode> named = new HashMap<>();
        tasks.forEach(task -> named.put(task.path("name").asText(), task));
        Map<String, Integer> depths = new HashMap<>();
        Map<Integer, Load> levels = new HashMap<>();
        for (JsonNode task : tasks) {
            levels.merge(level(task, named, depths), child(task).times(items(task)), Load::plus);
        }
        return levels.values().stream().reduce(Load.NONE, Load::wider);
    }

    private static int level(JsonNode task, Map<String, JsonNode> named, Map<String, Integer> depths) {
        String name = task.path("name").asText();
        Integer known = depths.putIfAbsent(name, 0);
        if (known != null) {
            return known;
        }
        int level = 0;
        for (String before : waitsFor(task)) {
            JsonNode other = named.get(before);
            if (other != null) {
                level = Math.max(level, 1 + level(other, named, depths));
            }
        }
        depths.put(name, level);
        return level;
    }

    private static List<String> waitsFor(JsonNode task) {
        List<String> names = new ArrayList<>();
        task.path("dependencies").forEach(name -> names.add(name.asText()));
        Matcher matcher = TASK.matcher(task.path("depends").asText());
        while (matcher.find()) {
            int dot = matcher.group().indexOf('.');
            names.add(dot < 0 ? matcher.group() : matcher.group().substring(0, dot));
        }
        return names;
    }

    /** How often a step is run beside itself, at least. */
    private static long items(JsonNode step) {
        if (step.path("withItems").isArray()) {
            return step.path("withItems").size();
        }
        String count = step.path("withSequence").path("count").asText();
        return count.matches("\\d{1,6}") ? Long.parseLong(count) : 1;
    }
}
