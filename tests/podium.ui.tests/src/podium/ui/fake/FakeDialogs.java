// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import podium.core.change.ClusterId;
import podium.model.fleet.Node;
import podium.operation.approval.Approval;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Checked;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.submit.ClusterFit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.RankedPlace;
import podium.ui.manifest.ManifestDraft;
import podium.ui.prompt.ApprovalExchange;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.GracePlans;
import podium.ui.prompt.InputPrompt;
import podium.ui.prompt.LongWork;
import podium.ui.prompt.PathPrompt;
import podium.ui.prompt.PlanAlternative;
import podium.ui.prompt.YamlCompletion;
import podium.ui.prompt.YamlDraft;

/** Remembers what was shown, and answers as told. */
public final class FakeDialogs implements Dialogs {
    /** What was shown, in order. */
    public final List<String> shown = new CopyOnWriteArrayList<>();

    /** Whether everything is confirmed at once. */
    public boolean confirms;

    /** The plans that were shown, in order. */
    public final List<Plan> plans = new CopyOnWriteArrayList<>();

    /** What confirming the plan does that was shown last. */
    public Optional<Runnable> confirmed = Optional.empty();

    /** The check of the plan that was shown last. */
    public Callable<Checked> checks = Checked::clean;

    /** Makes the plan again that was shown last; empty: nothing does. */
    public Optional<Runnable> again = Optional.empty();

    /** Whether plans are confirmed too. */
    public boolean reviews = true;

    /** Whether the next plan is asked for again while it is read. */
    public boolean renews;

    /** Whether the next plan that may be asked for differently is. */
    public boolean rather;

    /** The titles of plans that were said to be in the making, in order. */
    public final List<String> planned = new CopyOnWriteArrayList<>();

    @Override
    public void planning(String title, CompletableFuture<?> plan) {
        planned.add(title);
    }

    @Override
    public void consent(String title, String question, Runnable agreed) {
        shown.add("consent " + question);
        if (confirms) {
            agreed.run();
        }
    }

    /** What the last plan is held against while it is shown. */
    public PlacementOutlook outlook = PlacementOutlook.NOTHING;

    @Override
    public void review(
            Plan plan,
            Optional<String> approval,
            Callable<Checked> check,
            PlacementOutlook outlook,
            Optional<Runnable> renewal,
            Runnable confirmed) {
        again = renewal;
        this.outlook = outlook;
        checks = check;
        this.confirmed = Optional.of(confirmed);
        plans.add(plan);
        shown.add("review " + plan.title() + approval.map(why -> ": " + why).orElse(""));
        if (renews) {
            renews = false;
            renewal.ifPresent(Runnable::run);
        } else if (confirms && reviews) {
            confirmed.run();
        }
    }

    @Override
    public void review(
            Plan plan, Optional<String> approval, Callable<Checked> check, PlanAlternative other, Runnable confirmed) {
        if (rather) {
            rather = false;
            shown.add("rather " + other.words());
            other.begin().run();
        } else {
            review(plan, approval, check, PlacementOutlook.NOTHING, Optional.empty(), confirmed);
        }
    }

    /** What is chosen in a plan that asks how long pods get to stop; empty: nothing, and the plan stays. */
    public Optional<Duration> grace = Optional.empty();

    @Override
    public void review(Plan plan, Optional<String> approval, GracePlans timed, Consumer<Plan> done) {
        Plan last = grace.isPresent() && timed.planned().apply(grace).join() instanceof Result.Compiled(Plan another)
                ? another
                : plan;
        review(
                last,
                approval,
                () -> timed.check().apply(last),
                PlacementOutlook.NOTHING,
                Optional.empty(),
                () -> done.accept(last));
    }

    @Override
    public void review(
            Plan first,
            Plan second,
            Callable<Checked> check,
            PlacementOutlook outlook,
            Runnable renewal,
            Runnable confirmed) {
        again = Optional.of(renewal);
        plans.addAll(List.of(first, second));
        shown.add("review " + first.title() + ", then " + second.title());
        if (confirms && reviews) {
            confirmed.run();
        }
    }

    /** What the dialog of clusters asks for again and again. */
    public Supplier<List<ClusterFit>> compared = List::of;

    @Override
    public void compare(
            String title,
            String confirm,
            Supplier<List<ClusterFit>> live,
            Function<ClusterFit, Optional<String>> whyNot,
            Consumer<ClusterFit> chosen) {
        compared = live;
        List<ClusterFit> clusters = live.get();
        shown.add("compare " + title + ": "
                + String.join(
                        ", ",
                        clusters.stream()
                                .map(fit -> fit.cluster().getName() + " " + fit.fit()
                                        + whyNot.apply(fit)
                                                .map(why -> " (" + why + ")")
                                                .orElse(""))
                                .toList()));
        if (confirms) {
            clusters.stream()
                    .filter(fit -> whyNot.apply(fit).isEmpty())
                    .findFirst()
                    .ifPresent(chosen);
        }
    }

    /** What the second person answers; empty: nothing comes back. */
    public Optional<Approval> approval = Optional.empty();

    @Override
    public void type(Plan plan, String name, Runnable confirmed) {
        shown.add("type " + name);
        if (confirms) {
            confirmed.run();
        }
    }

    @Override
    public void approve(Plan plan, String why, ApprovalExchange approving, Consumer<Approval> approved) {
        shown.add("approve " + why);
        approval.ifPresent(approved);
    }

    @Override
    public void close(String title, String confirm, Supplier<List<String>> ending, Runnable confirmed) {
        shown.add("close " + title + ": " + ending.get());
        if (confirms) {
            confirmed.run();
        }
    }

    @Override
    public void paste(String title, List<String> lines, Runnable confirmed) {
        shown.add("paste " + title + ": " + lines);
        if (confirms) {
            confirmed.run();
        }
    }

    @Override
    public void refuse(String title, String reason, String advice, Optional<Runnable> renewal) {
        again = renewal;
        shown.add("refuse " + title + ": " + reason);
    }

    @Override
    public void drain(
            List<Node> nodes,
            Function<DrainRequest, DrainPreview> preview,
            Function<DrainPreview, Callable<Checked>> check,
            Function<DrainPreview, Optional<String>> approval,
            Consumer<DrainPreview> confirmed) {
        DrainPreview first = preview.apply(new DrainRequest(nodes, false, false, Optional.empty(), Optional.empty()));
        shown.add("drain " + first.pods().size() + " pods");
        if (confirms) {
            try {
                check.apply(first).call();
            } catch (Exception e) {
                throw new AssertionError("the check failed", e);
            }
            confirmed.accept(first);
        }
    }

    @Override
    public void choose(
            Subject subject, Supplier<List<RankedPlace>> places, Predicate<Target> gone, Consumer<Target> chosen) {
        List<RankedPlace> targets = places.get();
        shown.add("choose among " + targets.size());
        if (confirms) {
            chosen.accept(targets.getFirst().target());
        }
    }

    /** The button of each question that goes on, with the cluster that it is for. */
    public final List<String> buttons = new CopyOnWriteArrayList<>();

    private void asked(String confirm, Optional<ClusterId> cluster) {
        buttons.add(confirm + cluster.map(at -> " in " + at.name()).orElse(""));
    }

    /** What is picked, by its words, in order; empty: the first that can be. */
    public final List<String> picks = new CopyOnWriteArrayList<>();

    /** What was asked where something is picked, in order. */
    public final List<String> questions = new CopyOnWriteArrayList<>();

    /** What each answer that was offered means. */
    public final List<String> meanings = new ArrayList<>();

    /** Whether Enter took an answer at once, of each choice. */
    public final List<Boolean> preselects = new ArrayList<>();

    @Override
    public <T> void pick(ChoicePrompt<T> choice, Consumer<T> picked) {
        asked(choice.confirm(), choice.cluster());
        questions.add(choice.question());
        preselects.add(choice.preselects());
        choice.options().forEach(option -> meanings.add(option.meaning()));
        shown.add("pick " + choice.title() + ": "
                + String.join(
                        ", ",
                        choice.options().stream()
                                .map(option -> option.words()
                                        + option.whyNot()
                                                .map(why -> " (" + why + ")")
                                                .orElse(""))
                                .toList()));
        String wanted = picks.isEmpty() ? "" : picks.removeFirst();
        if (confirms) {
            choice.options().stream()
                    .filter(option -> option.whyNot().isEmpty())
                    .filter(option -> wanted.isEmpty() || option.words().equals(wanted))
                    .findFirst()
                    .ifPresent(option -> picked.accept(option.value()));
        }
    }

    /** What is written into a manifest that is shown; empty: it stays. */
    public String written = "";

    /** How a manifest is submitted; empty: as it stands. */
    public Optional<ManifestDraft.Mode> mode = Optional.empty();

    /** The place that is clicked for a manifest. */
    public Optional<Target> at = Optional.empty();

    /** What was shown to be submitted. */
    public final List<ManifestDraft> submits = new ArrayList<>();

    @Override
    public void submit(
            ManifestDraft draft, BiFunction<String, Integer, YamlCompletion> completion, Runnable confirmed) {
        draft.read(written.isEmpty() ? draft.text() : written, draft.namespace());
        @Nullable Display display = Display.getCurrent();
        while (draft.isReading() && display != null) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        submits.add(draft);
        at.ifPresent(draft::place);
        mode.ifPresent(draft::choose);
        shown.add("submit to " + draft.cluster().getName() + " in " + draft.namespace() + ": " + draft.summary()
                + draft.whyNot().map(why -> " (" + why + ")").orElse(""));
        if (confirms && draft.whyNot().isEmpty()) {
            confirmed.run();
        }
    }

    /** What is answered when something is asked and {@link #confirms} is set. */
    public String answer = "";

    /** The words of the last question. */
    public String askedWords = "";

    /** The names that the last question proposed. */
    public List<String> known = List.of();

    @Override
    public void ask(InputPrompt question, Consumer<String> answered) {
        asked(question.confirm(), question.cluster());
        askedWords = question.words();
        known = question.known().get();
        shown.add("ask " + question.title() + " " + question.given() + " " + question.choices());
        if (confirms) {
            question.problem(answer)
                    .ifPresentOrElse(problem -> shown.add("problem " + problem), () -> answered.accept(answer));
        }
    }

    /** What was opened to be written anew. */
    public final List<YamlDraft> drafts = new ArrayList<>();

    @Override
    public void edit(YamlDraft draft, Consumer<String> done) {
        drafts.add(draft);
        boolean again = shown.contains("edit " + draft.title());
        shown.add("edit " + draft.title() + (again ? " again: " + draft.written() : ""));
        if (confirms && !again) {
            done.accept(written.isEmpty() ? draft.text() : written);
        }
    }

    @Override
    public void secret(String title, Map<String, byte[]> content, String editing) {
        shown.add("secret " + title + " " + content.keySet() + " " + editing);
    }

    @Override
    public void path(PathPrompt question, Consumer<String> answered) {
        shown.add("path " + question.given() + " " + question.last());
        if (confirms) {
            question.check()
                    .apply(answer)
                    .ifPresentOrElse(problem -> shown.add("problem " + problem), () -> answered.accept(answer));
        }
    }

    /** What is chosen first of files and folders of this machine; afterwards /srv/chosen. */
    public final List<Path> folders = new ArrayList<>();

    @Override
    public void place(boolean folder, String title, Path start, Consumer<Path> chosen) {
        shown.add("place " + (folder ? "folder" : "file") + ": " + title + ", at " + start);
        if (confirms) {
            chosen.accept(folders.isEmpty() ? Path.of("/srv/chosen") : folders.removeFirst());
        }
    }

    @Override
    public void work(String title, LongWork work) {
        try {
            shown.add("work " + title + ": " + work.run(bytes -> {}).words());
        } catch (IOException e) {
            shown.add("work " + title + ": " + e.getMessage());
        }
    }
}
