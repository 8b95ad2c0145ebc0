// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.change.OwnState;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.kubernetes.CronWords;
import podium.kubernetes.texts.Texts;

/**
 * A CronJob of Volcano 1.14: it creates Volcano Jobs of its template, and its concurrencyPolicy looks at status.active alone, where a Job
 * that somebody else made of it never stands; its history limits delete those too (pkg/controllers/cronjob of volcano-sh/volcano,
 * processConcurrencyPolicy, processFinishedJobs).
 */
public final class VolcanoCronJobKind extends CronKind {
    public VolcanoCronJobKind() {
        super(new KindName("batch.volcano.sh", "v1alpha1", "cronjobs", "CronJob"), "Volcano Job");
    }

    @Override
    public Optional<OwnState> ownState(JsonTree object) {
        return Optional.of(CronWords.state(object));
    }

    /** It counts from its last run on, or from its creation, within its deadline (mostRecentScheduleTime). */
    @Override
    public String suspends(JsonNode owner, boolean suspend) {
        if (suspend) {
            return Texts.of("VolcanoCronJobKind.itStartsNoMoreVolcano");
        }
        JsonNode deadline = owner.path("spec").path("startingDeadlineSeconds");
        return deadline.isNumber()
                ? Texts.of("VolcanoCronJobKind.startsAgainOneDueInTheLast", deadline.asLong())
                : Texts.of("VolcanoCronJobKind.startsAgain");
    }

    /** One of its template, that it controls (getJobFromTemplate), without the annotation that says for which time it was made. */
    @Override
    public Run run(ObjectRef ref, JsonNode owner, String name) {
        JsonNode template = owner.path("spec").path("jobTemplate");
        ObjectNode made = Trees.object();
        made.put("apiVersion", ref.apiVersion()).put("kind", "Job");
        ObjectNode metadata = made.putObject("metadata").put("name", name).put("namespace", ref.namespace());
        for (String part : List.of("labels", "annotations")) {
            if (template.path("metadata").path(part) instanceof ObjectNode own) {
                metadata.set(part, own.deepCopy());
            }
        }
        ScheduledRun.controlled(metadata, ref, owner);
        made.set("spec", template.path("spec").deepCopy());
        List<String> effects = new ArrayList<>();
        String policy = owner.path("spec").path("concurrencyPolicy").asText("Allow");
        effects.add(
                "Allow".equals(policy)
                        ? Texts.of("VolcanoCronJobKind.runsBeside")
                        : Texts.of("VolcanoCronJobKind.runsBesideUncounted", policy));
        if (SUSPENSION.isSet(owner)) {
            effects.add(Texts.of("VolcanoCronJobKind.itIsSuspendedThisRun"));
        }
        return new Run(
                new ObjectRef(ref.group(), ref.version(), "jobs", "Job", ref.namespace(), name), made, "", 0, effects);
    }
}
