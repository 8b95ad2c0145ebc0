// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.TaskPhase;
import podium.operation.AuditNotes;
import podium.operation.object.ObjectAction;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.ObjectVerb;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.Dialogs;
import podium.ui.selection.ApiObjects;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Menus.Entry;

/** Acts on objects of any kind: what is asked for, then the plan, then the operation. UI thread. */
@Creatable
public final class ObjectFlow {
    private static final int LONGEST = 40;

    private final ObjectPrompts prompts;
    private final ObjectPlanning planning;
    private final ActionEnablement offers;
    private final FleetService fleet;
    private final DebugFlow debug;

    @Inject
    public ObjectFlow(
            Connections connections,
            AuditNotes notes,
            PlanReview review,
            Dialogs dialogs,
            BackgroundWork background,
            ActionEnablement offers,
            FleetService fleet,
            DebugFlow debug) {
        CapabilityLookup capabilities = new CapabilityLookup(connections, dialogs);
        this.prompts = new ObjectPrompts(
                capabilities,
                notes,
                dialogs,
                review,
                background,
                new ObjectCompletion(connections, fleet),
                InstantSource.system());
        this.planning = new ObjectPlanning(capabilities, review, background);
        this.offers = offers;
        this.fleet = fleet;
        this.debug = debug;
    }

    /**
     * What can be done to these, each with the reason why not.
     *
     * @param scaled whether their kind has a number of replicas
     */
    public List<Entry> entries(List<Chosen> chosen, boolean scaled, Set<ObjectVerb> verbs) {
        return Stream.of(ObjectVerb.values())
                .filter(verbs::contains)
                .filter(verb -> !chosen.isEmpty() && chosen.stream().allMatch(one -> verb.isFor(one.ref(), scaled)))
                .map(verb -> new Entry(
                        verb.words(chosen.getFirst().ref()),
                        verb.icon(),
                        verb.key(),
                        whyNot(verb, chosen),
                        () -> begin(verb, chosen)))
                .toList();
    }

    private Optional<String> whyNot(ObjectVerb verb, List<Chosen> chosen) {
        if (verb.isOfOne() && chosen.size() > 1) {
            return Optional.of(Texts.of("ObjectFlow.selectOne"));
        }
        if (verb == ObjectVerb.EDIT && ObjectVerb.isSecret(chosen.getFirst().ref())) {
            return Optional.of(Texts.of("ObjectFlow.podiumDoesNotWrite"));
        }
        Optional<Cluster> cluster = fleet.cluster(chosen.getFirst().cluster());
        if (cluster.isPresent()
                && (verb == ObjectVerb.EVICT || verb == ObjectVerb.DEBUG)
                && chosen.stream().allMatch(one -> hasEnded(cluster.get(), one.uid()))) {
            return Optional.of(Texts.of("ObjectFlow.itHasEnded"));
        }
        return cluster.isEmpty()
                ? Optional.of(Texts.of("ObjectFlow.itsClusterIsClosed"))
                : chosen.stream()
                        .flatMap(one -> offers.whyNot(cluster.get(), one.ref(), verb).stream())
                        .findFirst();
    }

    /** A pod that has ended runs nothing that could be looked into or moved. */
    private static boolean hasEnded(Cluster cluster, String uid) {
        return cluster.getJobs().stream()
                .flatMap(job -> job.getTasks().stream())
                .filter(task -> uid.equals(task.getUid()))
                .anyMatch(task -> task.getPhase() == TaskPhase.SUCCEEDED || task.getPhase() == TaskPhase.FAILED);
    }

    /**
     * Objects of one cluster.
     *
     * @param uid empty: whichever is there
     */
    public record Chosen(ClusterId cluster, ObjectRef ref, String uid) {
        /** The object behind a thing of the fleet; empty: there is none. */
        public static Optional<Chosen> of(EObject thing) {
            return FleetLabels.cluster(thing).map(ClusterId::of).flatMap(cluster -> ApiObjects.of(thing)
                    .map(ref -> new Chosen(cluster, ref, ApiObjects.uid(thing))));
        }
    }

    /** Writing an object anew, with the value of a field picked in it; empty: that cannot be done now. */
    public Optional<Runnable> edit(Chosen chosen, String field) {
        return whyNot(ObjectVerb.EDIT, List.of(chosen)).isPresent()
                ? Optional.empty()
                : Optional.of(() -> edit(title(ObjectVerb.EDIT, List.of(chosen)), chosen, field));
    }

    private void edit(String title, Chosen chosen, String field) {
        prompts.edit(title, chosen, field, (act, again) -> planning.plan(title, List.of(chosen), act, () -> {}, again));
    }

    private static String title(ObjectVerb verb, List<Chosen> chosen) {
        ObjectRef first = chosen.getFirst().ref();
        String what = chosen.size() == 1
                ? first.kind() + " " + CleanText.middle(first.name(), LONGEST)
                : Texts.of("ObjectFlow.objectsOfKind", chosen.size(), first.kind());
        return switch (verb) {
            case EDIT -> Texts.of("ObjectFlow.edit", what);
            case CONTENT -> Texts.of("ObjectFlow.contentOf", what);
            case LABELS -> Texts.of("ObjectFlow.label", what);
            case TAINTS -> Texts.of("ObjectFlow.taint", what);
            case SCALE -> Texts.of("ObjectFlow.scale", what);
            case RESTART -> Texts.of("ObjectFlow.restart", what);
            case ROLL_BACK -> Texts.of("ObjectFlow.rollBack", what);
            case TRIGGER -> Texts.of("ObjectFlow.run", what);
            case EVICT -> Texts.of("ObjectFlow.evict", what);
            case DEBUG -> Texts.of("ObjectFlow.debug", what);
            case NODE_SHELL -> Texts.of("ObjectFlow.shellOn", what);
            case DRIVER -> Texts.of("ObjectFlow.nvidiaSmiOn", what);
            case DELETE -> Texts.of("ObjectFlow.delete", what);
        };
    }

    /** Begins an act; asks first what is to be asked. */
    public void begin(ObjectVerb verb, List<Chosen> all) {
        if (all.isEmpty()) {
            return;
        }
        Chosen first = all.getFirst();
        List<Chosen> chosen = verb.isOfOne() ? List.of(first) : all;
        String title = title(verb, chosen);
        Consumer<ObjectAction> plan = act -> planning.plan(title, chosen, act, () -> {});
        switch (verb) {
            case EDIT -> edit(title, first, "");
            case CONTENT -> prompts.content(title, first);
            case LABELS -> prompts.labels(title, first, plan);
            case TAINTS -> prompts.taints(title, first, plan);
            case SCALE -> prompts.scale(title, first, plan);
            case RESTART -> plan.accept(new ObjectAction.Restart());
            case ROLL_BACK -> prompts.revision(title, first, plan);
            case TRIGGER -> plan.accept(new ObjectAction.Trigger());
            case EVICT -> plan.accept(new ObjectAction.Evict());
            case DEBUG -> debug.container(title, first);
            case NODE_SHELL -> debug.node(title, first);
            case DRIVER -> debug.driver(title, first);
            case DELETE -> plan.accept(new ObjectAction.Delete(Optional.empty()));
        }
    }
}
