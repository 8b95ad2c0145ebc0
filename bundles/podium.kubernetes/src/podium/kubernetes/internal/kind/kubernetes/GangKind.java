// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/** Kinds that stand for pods which nothing else ties together: they have no template, only the pods count. */
public final class GangKind extends NamedKind implements FixedKind {
    private static final String FIXED = Texts.of("GangKind.placePodsWithoutTemplateOneByOne");

    private GangKind(KindName name, String fixed, Trait... traits) {
        super(name, fixed, traits);
    }

    public static GangKind podGroup(String group, String version) {
        return new GangKind(new KindName(group, version, "podgroups", "PodGroup"), FIXED, Trait.EVICTED_SINGLY);
    }

    public static GangKind workload(String group, String version) {
        return new GangKind(new KindName(group, version, "workloads", "Workload"), FIXED);
    }

    /** A group of plain pods under Kueue: each can be replaced by one that is pinned. */
    public static GangKind kueue(String version) {
        return new GangKind(new KindName("kueue.x-k8s.io", version, "workloads", "Workload"), "");
    }

    /** As a gang, not as a workload. */
    @Override
    public boolean isMirrored() {
        return false;
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return WorkloadShape.plain(false, 0, JsonTree.none());
    }

    /** Pods of a group under Kueue bear its name; of the others only they themselves tell to which they belong. */
    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return isOfKueue() ? KueueNames.POD_GROUP + "=" + ref.name() : "";
    }

    /** Whether its pods go with it: Kueue stops those whose Workload is deleted, and nothing ties the others to it. */
    public boolean isOfKueue() {
        return name().group().equals(KueueNames.GROUP);
    }

    @Override
    public Why why() {
        return new Why(Texts.of("GangKind.itsPodsHaveNoTemplate"), Texts.of("GangKind.placeItsPodsOneByOneWhile"));
    }
}
