// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import podium.core.api.FieldHints;
import podium.core.api.ObjectReader;
import podium.core.api.SecretReader;
import podium.core.change.ClusterId;
import podium.core.json.YamlText;
import podium.model.fleet.Cluster;
import podium.operation.AuditNotes;
import podium.operation.AuditedAction;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.object.ObjectActionCompiler.Revision;
import podium.operation.plan.KubectlExport;
import podium.operation.secret.YamlRedaction;
import podium.ui.flow.ObjectFlow.Chosen;
import podium.ui.label.ClusterWords;
import podium.ui.label.FailureLabel;
import podium.ui.label.GoneObjects;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.InputPrompt;
import podium.ui.prompt.NextStep;
import podium.ui.prompt.YamlDraft;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Formats;

/** What is asked before objects are changed: how many, which labels, which revision, the object written anew. UI thread. */
record ObjectPrompts(
        CapabilityLookup capabilities,
        AuditNotes notes,
        Dialogs dialogs,
        PlanReview review,
        BackgroundWork background,
        ObjectCompletion completion,
        InstantSource clock) {
    private static final String NOT_SENT = Texts.of("ObjectPrompts.nothingWasSent");
    private static final String NOT_READ = Texts.of("ObjectPrompts.nothingWasRead");

    void labels(String title, Chosen chosen, Consumer<ObjectAction> asked) {
        several(
                title,
                () -> chosen.ref().kind().equals("Node") ? onNodes(chosen, ClusterWords::nodeLabels) : List.of(),
                chosen.cluster(),
                Texts.of("ObjectPrompts.labelsAsForKubectl"),
                ObjectAction.Label::new,
                asked);
    }

    void taints(String title, Chosen chosen, Consumer<ObjectAction> asked) {
        several(
                title,
                () -> onNodes(chosen, ClusterWords::nodeTaints),
                chosen.cluster(),
                Texts.of("ObjectPrompts.taintsAsForKubectl"),
                ObjectAction.Taint::new,
                asked);
    }

    private List<String> onNodes(Chosen chosen, Function<Cluster, List<String>> words) {
        return completion.fleet().cluster(chosen.cluster()).map(words).orElse(List.of());
    }

    private void several(
            String title,
            Supplier<List<String>> known,
            ClusterId cluster,
            String words,
            Function<List<String>, ObjectAction> made,
            Consumer<ObjectAction> asked) {
        InputPrompt question = new InputPrompt(
                title,
                words,
                NextStep.PLAN,
                "",
                List.of(),
                known,
                typed -> typed.isBlank() ? Optional.of(Texts.of("ObjectPrompts.thisCannotBeEmpty")) : Optional.empty(),
                Optional.of(cluster));
        dialogs.ask(
                question, typed -> asked.accept(made.apply(List.of(typed.strip().split("\\s+")))));
    }

    void scale(String title, Chosen chosen, Consumer<ObjectAction> asked) {
        dialogs.ask(
                TypedNumber.replicas(title, Texts.of("ObjectPrompts.replicas"), "")
                        .in(chosen.cluster()),
                typed -> asked.accept(TypedNumber.replicas(typed, ObjectAction.Scale::new, ObjectAction.ScaleBy::new)));
    }

    /** Which revision is to come back. */
    void revision(String title, Chosen chosen, Consumer<ObjectAction> asked) {
        capabilities.with(
                chosen.cluster(),
                ObjectActionCompiler.class,
                title,
                compiler -> background.run(
                        () -> compiler.revisions(chosen.ref()),
                        found -> revision(title, chosen.cluster(), found, asked),
                        problem -> review.failed(title, problem)));
    }

    private void revision(String title, ClusterId cluster, List<Revision> found, Consumer<ObjectAction> asked) {
        List<Revision> others = found.stream().filter(one -> !one.current()).toList();
        if (others.isEmpty()) {
            dialogs.refuse(title, Texts.of("ObjectPrompts.itHasOnlyIts"), NOT_SENT);
            return;
        }
        dialogs.pick(
                new ChoicePrompt<>(
                                title,
                                Texts.of("ObjectPrompts.rollBackToWhich"),
                                NextStep.PLAN,
                                others.stream()
                                        .map(one -> new ChoicePrompt.Option<>(
                                                one,
                                                Texts.of("ObjectPrompts.revision", one.number()),
                                                words(one),
                                                Optional.empty()))
                                        .toList())
                        .in(cluster),
                picked -> asked.accept(new ObjectAction.RollBack(picked.number())));
    }

    private String words(Revision one) {
        String images = String.join(", ", one.images());
        return one.made()
                        .map(at -> Texts.of("ObjectPrompts.made", Formats.ago(at, clock.instant()), images))
                        .orElse(images)
                + (one.cause().isEmpty() ? "" : " (" + one.cause() + ")");
    }

    /**
     * Opens an object to be written anew.
     *
     * @param field whose value is picked in it; empty: none
     * @param asked what to do with it; the other opens it again as it was written, on what was read at first: what somebody else
     *     has changed since is told again
     */
    void edit(String title, Chosen chosen, String field, BiConsumer<ObjectAction, Runnable> asked) {
        capabilities.with(
                chosen.cluster(),
                ObjectReader.class,
                title,
                reader -> background.run(
                        () -> {
                            Optional<String> found = reader.read(chosen.ref());
                            if (GoneObjects.words(chosen.uid(), found).isEmpty() && found.isPresent()) {
                                noteEdited(chosen, YamlText.authored(found.get()));
                            }
                            return found;
                        },
                        found -> GoneObjects.words(chosen.uid(), found)
                                .ifPresentOrElse(
                                        why -> dialogs.refuse(title, why, NOT_SENT),
                                        () -> found.ifPresent(json ->
                                                edit(title, chosen, field, json, YamlText.authored(json), asked))),
                        problem -> review.failed(title, problem)));
    }

    private void edit(
            String title,
            Chosen chosen,
            String field,
            String json,
            String begun,
            BiConsumer<ObjectAction, Runnable> asked) {
        capabilities.with(
                chosen.cluster(),
                ObjectActionCompiler.class,
                title,
                compiler -> dialogs.edit(
                        new YamlDraft(
                                title,
                                chosen.cluster(),
                                YamlText.authored(json),
                                begun,
                                field,
                                compiler::flaw,
                                (text, place) -> capabilities
                                        .connections()
                                        .capability(chosen.cluster(), FieldHints.class)
                                        .flatMap(hints -> FieldWords.at(hints, text, place)),
                                completion.of(
                                        chosen.cluster(), () -> chosen.ref().namespace())),
                        written -> asked.accept(
                                new ObjectAction.Edit(json, written),
                                () -> edit(title, chosen, field, json, written, asked))));
    }

    /** How anybody edits it. */
    private String editing(Chosen chosen) {
        return KubectlExport.editing(
                KubectlExport.kubectl(
                        chosen.cluster(), capabilities.connections().target(chosen.cluster()), System.getenv()),
                chosen.ref());
    }

    /** Shows the content of a Secret, once the journal says so; without its values. */
    void content(String title, Chosen chosen) {
        capabilities.with(
                chosen.cluster(),
                SecretReader.class,
                title,
                reader -> background.run(
                        () -> {
                            Optional<Map<String, byte[]>> found = reader.content(
                                    chosen.ref().namespace(), chosen.ref().name(), chosen.uid());
                            if (found.isPresent()) {
                                noteShown(chosen, found.get().keySet());
                            }
                            return found;
                        },
                        found -> found.ifPresentOrElse(
                                values -> dialogs.secret(title, values, editing(chosen)),
                                () -> dialogs.refuse(title, Texts.of("GoneObjects.itIsNoLonger"), NOT_READ)),
                        problem -> dialogs.refuse(
                                title, Texts.of("ObjectPrompts.itCouldNotBe", FailureLabel.words(problem)), NOT_READ)));
    }

    /** A text to be edited hides nothing. */
    private void noteEdited(Chosen chosen, String text) throws IOException {
        if (!YamlRedaction.of(text).equals(text)) {
            String what = chosen.ref().displayName();
            notes.note(
                    AuditedAction.of(capabilities.connections(), chosen.cluster(), "secret", what),
                    "shown",
                    Texts.of("ObjectPrompts.theHiddenValuesWere", what));
        }
    }

    private void noteShown(Chosen chosen, Set<String> keys) throws IOException {
        String what = chosen.ref().displayName();
        notes.note(
                AuditedAction.of(capabilities.connections(), chosen.cluster(), "secret", what),
                "shown",
                Texts.of("ObjectPrompts.theContentWasShown", what, String.join(", ", new TreeSet<>(keys))));
    }
}
