// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.change.OwnState;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.kubernetes.CronWords;
import podium.kubernetes.texts.Texts;
import podium.model.fleet.JobState;

/**
 * A RayCronJob of KubeRay 1.6 (alpha): its controller creates a RayJob of its template when one is due, whether or not another runs, and
 * writes only when it did so last (ray-operator/controllers/ray/raycronjob_controller.go).
 */
public final class RayCronJobKind extends CronKind {
    public RayCronJobKind() {
        super(new KindName("ray.io", "v1", "raycronjobs", "RayCronJob"), "RayJob");
    }

    @Override
    public Optional<OwnState> ownState(JsonTree object) {
        JsonTree spec = object.at("spec");
        return Optional.of(new OwnState(
                JobState.SCHEDULED,
                CronWords.of(
                        List.of(),
                        List.of(spec.text("schedule")),
                        spec.text("timeZone"),
                        spec.flag("suspend"),
                        object,
                        object.at("status").time("lastScheduleTime"))));
    }

    /** It counts from its last run on, or from its creation, and looks at no deadline. */
    @Override
    public String suspends(JsonNode owner, boolean suspend) {
        return suspend
                ? Texts.of("RayCronJobKind.itStartsNoMoreRayjobs")
                : Texts.of("RayCronJobKind.itStartsRayjobsAgain");
    }

    /** One of its template, that it controls. Its operator knows the pods of a RayJob by names that it makes up. */
    @Override
    public Run run(ObjectRef ref, JsonNode owner, String name) {
        ObjectNode made = Trees.object();
        made.put("apiVersion", ref.apiVersion()).put("kind", "RayJob");
        ScheduledRun.controlled(
                made.putObject("metadata").put("name", name).put("namespace", ref.namespace()), ref, owner);
        made.set("spec", owner.path("spec").path("jobTemplate").deepCopy());
        return new Run(
                new ObjectRef(ref.group(), ref.version(), "rayjobs", "RayJob", ref.namespace(), name),
                made,
                "",
                0,
                List.of(Texts.of("RayCronJobKind.itRunsBesideThoseOfItsSchedule")));
    }
}
