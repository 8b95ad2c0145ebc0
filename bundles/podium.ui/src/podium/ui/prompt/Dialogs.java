// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import podium.model.fleet.Node;
import podium.operation.approval.Approval;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.submit.ClusterFit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.RankedPlace;
import podium.ui.manifest.ManifestDraft;

/** The decisions an operator is asked for. At most one is open at a time. UI thread. */
public interface Dialogs {
    /** As {@link #review(Plan, Optional, Callable, Runnable)}, of a plan that no second person must approve. */
    default void review(Plan plan, Callable<Checked> check, Runnable confirmed) {
        review(plan, Optional.empty(), check, confirmed);
    }

    /**
     * Shows a plan whole. It can be confirmed only when the check is through.
     *
     * @param approval why a second person must approve it, once it is confirmed and before anything is sent; empty: nobody must
     * @param check finds problems without changing anything; blocks, so it is run elsewhere
     * @param confirmed called in the UI thread when the operator confirms
     */
    default void review(Plan plan, Optional<String> approval, Callable<Checked> check, Runnable confirmed) {
        review(plan, approval, check, PlacementOutlook.NOTHING, Optional.empty(), confirmed);
    }

    /**
     * As {@link #review(Plan, Optional, Callable, Runnable)}, of a plan that can be made again or that places something.
     *
     * @param outlook looked at while the plan is shown, and once more when it is confirmed
     * @param again makes the plan anew and shows it, once this one does not hold any more and is closed; empty: nothing does
     */
    void review(
            Plan plan,
            Optional<String> approval,
            Callable<Checked> check,
            PlacementOutlook outlook,
            Optional<Runnable> again,
            Runnable confirmed);

    /**
     * As {@link #review(Plan, Optional, Callable, Runnable)}, of a plan that may be asked for differently.
     *
     * @param other begun in the UI thread when the operator wants that
     */
    void review(
            Plan plan, Optional<String> approval, Callable<Checked> check, PlanAlternative other, Runnable confirmed);

    /**
     * As {@link #review(Plan, Optional, Callable, Runnable)}, of a plan for which the operator says how long pods get to stop.
     *
     * @param plan with each pod's own time
     * @param confirmed called in the UI thread with the plan that was confirmed
     */
    void review(Plan plan, Optional<String> approval, GracePlans plans, Consumer<Plan> confirmed);

    /**
     * Shows two plans that follow each other, of which the second is sent only when the first is done.
     *
     * @param check of both
     * @param outlook of what they place
     * @param again makes both anew, as of a single plan
     * @param confirmed as in {@link #review(Plan, Optional, Callable, Runnable)}
     */
    void review(
            Plan first,
            Plan second,
            Callable<Checked> check,
            PlacementOutlook outlook,
            Runnable again,
            Runnable confirmed);

    /**
     * Shows clusters side by side, as they are while it stands.
     *
     * @param clusters asked again and again, in the UI thread
     * @param whyNot why a cluster cannot be chosen; empty: it can
     * @param chosen called in the UI thread once the dialog is closed
     */
    void compare(
            String title,
            String confirm,
            Supplier<List<ClusterFit>> clusters,
            Function<ClusterFit, Optional<String>> whyNot,
            Consumer<ClusterFit> chosen);

    /**
     * Asks for a name before what cannot be undone, as a rule of the operator's wants it.
     *
     * @param confirmed called in the UI thread when the name was typed as it is
     */
    void type(Plan plan, String name, Runnable confirmed);

    /**
     * Has a plan approved by a second person, as a rule of the operator's wants it.
     *
     * @param why what the rule says
     * @param approved called in the UI thread with an approval that counts, when the operator goes on
     */
    void approve(Plan plan, String why, ApprovalExchange approving, Consumer<Approval> approved);

    /**
     * Shows all that a kubeconfig wants to run and read.
     *
     * @param agreed called in the UI thread when the operator agrees
     */
    void consent(String title, String question, Runnable agreed);

    /**
     * Shows what ends with a cluster before it is closed, or opened anew.
     *
     * @param confirm the button that does it
     * @param ending asked again and again as long as it is shown
     * @param confirmed called in the UI thread when the operator does it all the same
     */
    void close(String title, String confirm, Supplier<List<String>> ending, Runnable confirmed);

    /**
     * Shows several lines before they are typed into a terminal.
     *
     * @param confirmed called in the UI thread when the operator wants them typed
     */
    void paste(String title, List<String> lines, Runnable confirmed);

    /**
     * Says at once, where the operator is, that a plan is being made, until it is.
     *
     * @param title of the plan
     */
    default void planning(String title, CompletableFuture<?> plan) {}

    /** Says why something cannot be done, each reason in a line, and what can be done instead. */
    default void refuse(String title, String reason, String advice) {
        refuse(title, reason, advice, Optional.empty());
    }

    /**
     * The same of what was confirmed and does not hold any more.
     *
     * @param again makes the plan anew and shows it, when the operator wants that; empty: nothing does
     */
    void refuse(String title, String reason, String advice, Optional<Runnable> again);

    /**
     * Shows what a drain does to each pod, with its options.
     *
     * @param preview the preview for a choice of options; quick, in the UI thread
     * @param check asked for in the UI thread, run elsewhere: finds problems without changing anything
     * @param approval why a second person must approve what was checked; empty: nobody must, or it is not checked yet
     * @param confirmed called in the UI thread with the preview the operator confirms
     */
    void drain(
            List<Node> nodes,
            Function<DrainRequest, DrainPreview> preview,
            Function<DrainPreview, Callable<Checked>> check,
            Function<DrainPreview, Optional<String>> approval,
            Consumer<DrainPreview> confirmed);

    /**
     * Lets the operator pick one of these places, which are judged anew while the choice is open.
     *
     * @param places every one as it is judged now, best first
     * @param gone whether one has left the fleet
     */
    void choose(Subject subject, Supplier<List<RankedPlace>> places, Predicate<Target> gone, Consumer<Target> chosen);

    /** Lets the operator pick one of a few answers; {@code picked} is called in the UI thread once the dialog is closed. */
    <T> void pick(ChoicePrompt<T> choice, Consumer<T> picked);

    /**
     * Shows a manifest, to be written, looked at and submitted. Returns at once: the window goes on being used beside it.
     *
     * @param completion what may stand at a place of its text; called in the background
     * @param confirmed called in the UI thread, once the dialog is closed, when the operator wants the plan
     */
    void submit(ManifestDraft draft, BiFunction<String, Integer, YamlCompletion> completion, Runnable confirmed);

    /** Asks for one word or number. {@code answered} is called in the UI thread with an answer that has no problem. */
    void ask(InputPrompt question, Consumer<String> answered);

    /**
     * Lets an object be written anew as YAML.
     *
     * @param written called in the UI thread with a text that has no flaw and is another one than it was
     */
    void edit(YamlDraft draft, Consumer<String> written);

    /**
     * Shows the content of a Secret, hidden until each value is asked for; it is forgotten when the dialog is closed.
     *
     * @param content values by key; overwritten afterwards
     * @param editing the command that edits it
     */
    void secret(String title, Map<String, byte[]> content, String editing);

    /** Asks for a file or a folder of a container. {@code answered} is called in the UI thread with a path that has no problem. */
    void path(PathPrompt question, Consumer<String> answered);

    /**
     * Lets the operator choose something of this machine.
     *
     * @param folder whether it is one; else a file that is there
     * @param title what for
     * @param start the folder that is shown at first
     */
    void place(boolean folder, String title, Path start, Consumer<Path> chosen);

    /** Does something that takes long, shows how far it is, and what came of it; it can be given up. */
    void work(String title, LongWork work);
}
