// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossEffect;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkKinds;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind;
import podium.operation.plan.KindCatalog;

/**
 * A table of kinds of workload, which answers what can be done with a kind. The one of all that Podium knows is made where
 * {@code podium.kubernetes.internal.kind.standard} lists them, and passed in from there.
 *
 * @param all the mirror follows them in this order
 */
public record WorkloadKinds(List<WorkloadKind> all) implements WorkKinds, KindCatalog {
    /** What kinds of one name share, whatever their group. */
    private static final Set<WorkKind.Trait> ALIKE = EnumSet.of(
            WorkKind.Trait.ENDS,
            WorkKind.Trait.KEEPS_RUNNING,
            WorkKind.Trait.ADMITTED_BY_POD,
            WorkKind.Trait.EVICTED_SINGLY,
            WorkKind.Trait.REPLACES_PODS,
            WorkKind.Trait.LOOSE,
            WorkKind.Trait.UNRANKED,
            WorkKind.Trait.RANKED_BY_NAME,
            WorkKind.Trait.EVERY_NODE);

    /** Owners above each other that are followed. */
    private static final int DEEPEST = 6;

    public WorkloadKinds {
        all = List.copyOf(all);
    }

    /** The kind of that name; empty: it is not known. */
    public Optional<WorkloadKind> of(String group, String kind) {
        return all.stream()
                .filter(one ->
                        one.name().group().equals(group) && one.name().kind().equals(kind))
                .findFirst();
    }

    /** The kind of an object in its version; empty: it is not known. */
    public Optional<WorkloadKind> of(ObjectRef ref) {
        return all.stream().filter(one -> one.is(ref)).findFirst();
    }

    /** The same, where the kind can do this. */
    public <T extends WorkloadKind> Optional<T> of(ObjectRef ref, Class<T> capability) {
        return of(ref).filter(capability::isInstance).map(capability::cast);
    }

    /** The kind of what controls an object; where its group is not known, that of the same name. */
    public Optional<WorkloadKind> ofOwner(JsonNode owner) {
        String kind = Trees.text(owner, "/kind");
        return of(ObjectRef.groupOf(Trees.text(owner, "/apiVersion")), kind).or(() -> namesake(kind));
    }

    /**
     * What everybody must know of a kind. One of another group, such as a DaemonSet of OpenKruise's, is taken to be like that of the same
     * name, as kubectl does (k8s.io/kubectl/pkg/drain/filters.go, daemonSetFilter), but for what is done to it.
     */
    @Override
    public WorkKind work(String apiVersion, String kind) {
        Optional<WorkKind> own =
                of(ObjectRef.groupOf(apiVersion), kind).map(found -> found.work(ObjectRef.versionOf(apiVersion)));
        return own.orElseGet(() -> namesake(kind)
                .map(like -> like.work(like.name().versions().getFirst()))
                .map(like -> new WorkKind(
                        "", like.traits().stream().filter(ALIKE::contains).toList(), like.fixed()))
                .orElse(WorkKind.UNKNOWN));
    }

    /** Where objects of a kind of this name and version are read; empty: Podium does not know it, nor how its URL is spelled. */
    public Optional<ObjectRef> collection(String apiVersion, String kind, String namespace) {
        String group = ObjectRef.groupOf(apiVersion);
        return of(group, kind)
                .map(found -> new ObjectRef(
                        group, ObjectRef.versionOf(apiVersion), found.name().resource(), kind, namespace, ""));
    }

    /** The same of what an owner reference names, or an object says of itself. */
    public Optional<ObjectRef> collection(JsonNode named, String namespace) {
        return collection(Trees.text(named, "/apiVersion"), Trees.text(named, "/kind"), namespace);
    }

    /** What an owner reference names; empty: it is not there, or of a kind that is not known. */
    Optional<JsonNode> find(JsonNode owner, String namespace, ObjectReads objects) throws IOException {
        Optional<ObjectRef> kind = collection(owner, namespace);
        return kind.isEmpty() ? Optional.empty() : objects.find(kind.get().named(Trees.text(owner, "/name")));
    }

    /** The uids of all that controls an object, from below. What cannot be read, or is of a kind that is not known, ends the chain. */
    public Set<String> ancestors(JsonNode object, String namespace, ObjectReads objects) throws IOException {
        Set<String> uids = new LinkedHashSet<>();
        JsonNode owner = ObjectReads.controller(object);
        while (!owner.isMissingNode() && uids.size() < DEEPEST) {
            uids.add(Trees.text(owner, "/uid"));
            Optional<JsonNode> next = find(owner, namespace, objects);
            owner = next.isEmpty() ? owner.path("none") : ObjectReads.controller(next.get());
        }
        return uids;
    }

    private Optional<WorkloadKind> namesake(String kind) {
        return all.stream().filter(one -> one.name().kind().equals(kind)).findFirst();
    }

    /** Label selector of an owner's pods; empty: they cannot be told by labels. */
    public String selector(ObjectRef ref, JsonNode owner) {
        return of(ref).map(kind -> kind.selector(ref, owner)).orElse("");
    }

    /** The selector of its kind, else that which the object has itself. */
    @Override
    public String podSelector(ObjectRef ref, JsonNode owner) {
        String known = selector(ref, owner);
        return known.isEmpty() ? WorkloadKind.matchLabels(owner) : known;
    }

    @Override
    public List<ObjectRef> collections(String namespace) {
        return all.stream()
                .map(WorkloadKind::name)
                .flatMap(name -> name.versions().stream()
                        .map(version ->
                                new ObjectRef(name.group(), version, name.resource(), name.kind(), namespace, "")))
                .toList();
    }

    @Override
    public boolean rolls(ObjectRef ref) {
        return of(ref).filter(kind ->
                        kind instanceof RollKind || kind.work(ref.version()).is(WorkKind.Trait.EVERY_NODE))
                .isPresent();
    }

    /** Why an object of such a kind cannot be placed. */
    public Refusal notPlaced(ObjectRef ref) {
        FixedKind.Why why = why(ref);
        return new Refusal(
                Texts.of("WorkloadKinds.cannotBePlaced", ref.kind(), ref.name(), why.reason()), why.advice());
    }

    /** Why an object of such a kind cannot be held. */
    public Refusal notHeld(ObjectRef ref) {
        FixedKind.Why why = why(ref);
        return new Refusal(Texts.of("WorkloadKinds.cannotBeHeld", ref.kind(), ref.name(), why.reason()), why.advice());
    }

    private FixedKind.Why why(ObjectRef ref) {
        return of(ref, FixedKind.class)
                .map(FixedKind::why)
                .orElse(new FixedKind.Why(
                        Texts.of("WorkloadKinds.podiumDoesNotKnow"),
                        Texts.of("WorkloadKinds.setTheNodeselectorWhereKeeps", ref.kind())));
    }

    /** Refuses an object that another one owns which would put its template back. */
    public void refuseOwned(ResolvedRequest asked) throws Refusal {
        JsonNode owner = ObjectReads.controller(asked.job());
        if (!owner.isMissingNode()
                && ofOwner(owner).filter(MakingKind.class::isInstance).isEmpty()) {
            throw new Refusal(
                    Texts.of(
                            "WorkloadKinds.belongsToWhichWouldPut",
                            asked.ref().name(),
                            ObjectReads.owner(asked.job()).orElseThrow()),
                    Texts.of("WorkloadKinds.placeItsOwnerInstead"));
        }
    }

    @Override
    public PodLossEffect deleted(List<JsonNode> pods, String namespace, ObjectReader reader) throws IOException {
        return new OwnedPodLosses(this).deleted(pods, namespace, reader);
    }
}
