// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.SecretReader;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.CleanText;
import podium.core.fleet.FleetService;
import podium.core.json.YamlText;
import podium.model.fleet.Cluster;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.object.ObjectActionCompiler.Revision;
import podium.operation.plan.JoinedPlans;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.ObjectVerb;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.InputPrompt;
import podium.ui.prompt.YamlDraft;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Menus.Entry;

/** Acts on objects of any kind: what is asked for, then the plan, then the operation. UI thread. */
@Creatable
public final class ObjectFlow {
    private static final int MOST = 150_000;
    private static final int LONGEST = 40;

    private final Connections connections;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final BackgroundWork background;
    private final ActionEnablement offers;
    private final FleetService fleet;
    private final InstantSource clock = InstantSource.system();

    @Inject
    public ObjectFlow(
            Connections connections,
            PlanReview review,
            Dialogs dialogs,
            BackgroundWork background,
            ActionEnablement offers,
            FleetService fleet) {
        this.connections = connections;
        this.review = review;
        this.dialogs = dialogs;
        this.background = background;
        this.offers = offers;
        this.fleet = fleet;
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
                .map(verb -> new Entry(verb.words(), verb.icon(), "", whyNot(verb, chosen), () -> begin(verb, chosen)))
                .toList();
    }

    private Optional<String> whyNot(ObjectVerb verb, List<Chosen> chosen) {
        if (verb.isOfOne() && chosen.size() > 1) {
            return Optional.of("select one");
        }
        Optional<Cluster> cluster = fleet.cluster(chosen.getFirst().cluster());
        return cluster.isEmpty()
                ? Optional.of("its cluster is closed")
                : chosen.stream()
                        .flatMap(one -> offers.whyNot(cluster.get(), one.ref(), verb).stream())
                        .findFirst();
    }

    /**
     * Objects of one cluster.
     *
     * @param uid empty: whichever is there
     */
    public record Chosen(ClusterId cluster, ObjectRef ref, String uid) {}

    private <T> Optional<T> capability(ClusterId cluster, Class<T> type) {
        return connections.connection(cluster).flatMap(connection -> connection.capability(type));
    }

    private static String title(String verb, List<Chosen> chosen) {
        ObjectRef first = chosen.getFirst().ref();
        return chosen.size() == 1
                ? verb + " " + first.kind() + " " + CleanText.middle(first.name(), LONGEST)
                : verb + " " + chosen.size() + " objects of kind " + first.kind();
    }

    /** Begins an act; asks first what is to be asked. */
    public void begin(ObjectVerb verb, List<Chosen> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        Chosen first = chosen.getFirst();
        switch (verb) {
            case EDIT -> edit(first);
            case DELETE -> plan(title("Delete", chosen), chosen, new ObjectAction.Delete(Optional.empty()));
            case EVICT -> plan(title("Evict", chosen), chosen, new ObjectAction.Evict());
            case RESTART -> plan(title("Restart", chosen), chosen, new ObjectAction.Restart());
            case ROLL_BACK -> rollBack(first);
            case SCALE -> scale(chosen);
            case LABELS ->
                ask(
                        title("Label", chosen),
                        "Labels as kubectl label takes them, parted by spaces: key=value, and key- to take one off.",
                        chosen,
                        ObjectAction.Label::new);
            case TAINTS ->
                ask(
                        title("Taint", chosen),
                        "Taints as kubectl taint takes them, parted by spaces: key=value:NoSchedule, and"
                                + " key:NoSchedule- to take one off.",
                        chosen,
                        ObjectAction.Taint::new);
            case TRIGGER -> plan(title("Run", chosen), chosen, new ObjectAction.Trigger());
            case CONTENT -> content(first);
        }
    }

    private void ask(String title, String words, List<Chosen> chosen, Function<List<String>, ObjectAction> made) {
        InputPrompt question = new InputPrompt(
                title,
                words,
                title.split(" ", 2)[0],
                "",
                List.of(),
                typed -> typed.isBlank() ? Optional.of("Something is needed.") : Optional.empty());
        dialogs.ask(
                question,
                typed -> plan(title, chosen, made.apply(List.of(typed.strip().split("\\s+")))));
    }

    private void scale(List<Chosen> chosen) {
        String title = title("Scale", chosen);
        InputPrompt question = new InputPrompt(
                title,
                "Replicas.",
                "Scale",
                "",
                List.of(),
                typed -> typed.strip().matches("\\d{1,6}") && Integer.parseInt(typed.strip()) <= MOST
                        ? Optional.empty()
                        : Optional.of("A whole number from 0 to " + MOST + " is needed."));
        dialogs.ask(question, typed -> plan(title, chosen, new ObjectAction.Scale(Integer.parseInt(typed.strip()))));
    }

    private void rollBack(Chosen chosen) {
        String title = title("Roll back", List.of(chosen));
        Optional<ObjectActionCompiler> compiler = capability(chosen.cluster(), ObjectActionCompiler.class);
        if (compiler.isEmpty()) {
            closed(title);
            return;
        }
        background.run(
                () -> compiler.get().revisions(chosen.ref()),
                found -> {
                    List<Revision> others =
                            found.stream().filter(one -> !one.current()).toList();
                    if (others.isEmpty()) {
                        dialogs.refuse(title, "It keeps no revision but the one of now.", "Nothing was sent.");
                    } else {
                        choose(title, chosen, others);
                    }
                },
                problem -> review.failed(title, problem));
    }

    private void choose(String title, Chosen chosen, List<Revision> revisions) {
        dialogs.pick(
                new ChoicePrompt<>(
                        title,
                        "The template of which revision is put back?",
                        "Plan\u2026",
                        revisions.stream()
                                .map(one -> new ChoicePrompt.Option<>(
                                        one, "Revision " + one.number(), words(one), Optional.empty()))
                                .toList()),
                picked -> plan(title, List.of(chosen), new ObjectAction.RollBack(picked.number())));
    }

    private String words(Revision one) {
        return one.made().map(at -> Formats.age(at, clock.instant()) + " old, ").orElse("")
                + String.join(", ", one.images())
                + (one.cause().isEmpty() ? "" : " (" + one.cause() + ")");
    }

    /** Opens an object to be written anew. */
    private void edit(Chosen chosen) {
        String title = title("Edit", List.of(chosen));
        Optional<ObjectReader> reader = capability(chosen.cluster(), ObjectReader.class);
        if (reader.isEmpty()) {
            closed(title);
            return;
        }
        background.run(
                () -> reader.get().read(chosen.ref()),
                found -> found.ifPresentOrElse(
                        json -> edit(title, chosen, json),
                        () -> dialogs.refuse(title, "The server has it no more.", "Nothing was sent.")),
                problem -> review.failed(title, problem));
    }

    private void edit(String title, Chosen chosen, String json) {
        Optional<ObjectActionCompiler> compiler = capability(chosen.cluster(), ObjectActionCompiler.class);
        if (compiler.isEmpty()) {
            closed(title);
            return;
        }
        dialogs.edit(
                new YamlDraft(title, chosen.cluster(), YamlText.authored(json), compiler.get()::flaw),
                written -> plan(title, List.of(chosen), new ObjectAction.Edit(json, written)));
    }

    private void content(Chosen chosen) {
        String title = title("Content of", List.of(chosen));
        Optional<SecretReader> reader = capability(chosen.cluster(), SecretReader.class);
        if (reader.isEmpty()) {
            closed(title);
            return;
        }
        background.run(
                () -> reader.get()
                        .content(chosen.ref().namespace(), chosen.ref().name()),
                found -> found.ifPresentOrElse(
                        values -> dialogs.secret(title, values),
                        () -> dialogs.refuse(title, "The server has it no more.", "Nothing was read.")),
                problem -> dialogs.refuse(
                        title, "It could not be read: " + FailureLabel.words(problem), "Nothing was read."));
    }

    private void closed(String title) {
        dialogs.refuse(title, "There is no connection to its cluster.", "Reconnect it, then try again.");
    }

    /** Plans an act on each of them as one operation. */
    private void plan(String title, List<Chosen> chosen, ObjectAction act) {
        Optional<ObjectActionCompiler> compiler = capability(chosen.getFirst().cluster(), ObjectActionCompiler.class);
        if (compiler.isEmpty()) {
            closed(title);
            return;
        }
        CompletableFuture<Result> planned = new CompletableFuture<>();
        background.run(() -> compile(compiler.get(), chosen, act), planned::complete, planned::completeExceptionally);
        review.review(title, planned, background, () -> {});
    }

    private static Result compile(ObjectActionCompiler compiler, List<Chosen> chosen, ObjectAction act)
            throws IOException {
        List<Plan> plans = new ArrayList<>();
        for (Chosen one : chosen) {
            switch (compiler.compile(one.ref(), one.uid(), act)) {
                case Result.Compiled compiled -> plans.add(compiled.plan());
                case Result.Refused refused -> {
                    return refused;
                }
            }
        }
        return new Result.Compiled(JoinedPlans.of(plans));
    }
}
