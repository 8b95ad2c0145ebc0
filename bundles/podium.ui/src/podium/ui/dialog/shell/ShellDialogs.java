// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
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
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.operation.approval.Approval;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Checked;
import podium.operation.plan.KubectlExport;
import podium.operation.plan.Plan;
import podium.operation.submit.ClusterFit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.RankedPlace;
import podium.ui.dialog.ChoicePromptDialog;
import podium.ui.dialog.ClosingDialog;
import podium.ui.dialog.ClusterChoiceDialog;
import podium.ui.dialog.InputPromptDialog;
import podium.ui.dialog.LongWorkDialog;
import podium.ui.dialog.PathDialog;
import podium.ui.dialog.PlaceDialog;
import podium.ui.dialog.ProductionDialog;
import podium.ui.dialog.RefusalDialog;
import podium.ui.dialog.SecretDialog;
import podium.ui.dialog.SubmitDialog;
import podium.ui.dialog.WholeTextDialog;
import podium.ui.dialog.YamlDialog;
import podium.ui.dialog.drain.DrainDialog;
import podium.ui.dialog.plan.ApprovalDialog;
import podium.ui.dialog.plan.PlanDialog;
import podium.ui.dialog.plan.TypeToConfirmDialog;
import podium.ui.enablement.ConsoleLocks;
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
import podium.ui.texts.Texts;
import podium.ui.toolkit.FloatingNote;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The dialogs over the window in front. UI thread. */
public final class ShellDialogs implements Dialogs {
    private static final Duration PLANNED = Duration.ofMillis(100);

    private final Display display;
    private final UiServices services;
    private @Nullable ConsoleLocks locks;
    private @Nullable FleetService fleet;
    private Function<ClusterId, Optional<ClusterTarget>> targets = _ -> Optional.empty();

    public ShellDialogs(Display display, UiServices services) {
        this.display = display;
        this.services = services;
    }

    /** What is refused because a cluster is locked comes with the way to unlock it. */
    public void unlock(ConsoleLocks by) {
        locks = by;
        by.guard((cluster, unlock) -> confirmed(shell -> new ProductionDialog(shell, services, cluster))
                .ifPresent(_ -> unlock.run()));
    }

    /** Where the clusters are that plans are sent to. */
    public void follow(@Nullable FleetService service) {
        fleet = service;
    }

    /** What was opened as a cluster. */
    public void opened(Function<ClusterId, Optional<ClusterTarget>> by) {
        targets = by;
    }

    private Optional<Cluster> cluster(Plan plan) {
        return cluster(Optional.of(plan.cluster()));
    }

    private Optional<Cluster> cluster(Optional<ClusterId> id) {
        FleetService known = fleet;
        return known == null ? Optional.empty() : id.flatMap(known::cluster);
    }

    private PlanDialog dialog(Shell shell, Plan plan, Optional<String> approval, Callable<Checked> check) {
        String kubectl = KubectlExport.kubectl(plan.cluster(), targets.apply(plan.cluster()), System.getenv());
        PlanDialog dialog = new PlanDialog(shell, services, plan, cluster(plan), approval, check);
        return dialog.by(kubectl).following(fleet);
    }

    @Override
    public void review(
            Plan plan,
            Optional<String> approval,
            Callable<Checked> check,
            PlacementOutlook outlook,
            Optional<Runnable> again,
            Runnable confirmed) {
        shell().ifPresent(shell -> review(dialog(shell, plan, approval, check).holding(outlook), again, confirmed));
    }

    @Override
    public void review(
            Plan plan, Optional<String> approval, Callable<Checked> check, PlanAlternative other, Runnable confirmed) {
        shell().ifPresent(shell -> {
            switch (dialog(shell, plan, approval, check).offering(other.words()).open()) {
                case Window.OK -> confirmed.run();
                case PlanDialog.OTHER -> other.begin().run();
                default -> {}
            }
        });
    }

    @Override
    public void review(Plan plan, Optional<String> approval, GracePlans plans, Consumer<Plan> confirmed) {
        confirmed(shell -> dialog(shell, plan, approval, Checked::clean).timed(plans))
                .ifPresent(dialog -> confirmed.accept(dialog.plan()));
    }

    @Override
    public void review(
            Plan first,
            Plan second,
            Callable<Checked> check,
            PlacementOutlook outlook,
            Runnable again,
            Runnable confirmed) {
        shell().ifPresent(shell -> review(
                new PlanDialog(shell, services, first, second, cluster(second), check)
                        .holding(outlook)
                        .following(fleet),
                Optional.of(again),
                confirmed));
    }

    private static void review(PlanDialog dialog, Optional<Runnable> again, Runnable confirmed) {
        again.ifPresent(_ -> dialog.renewable());
        switch (dialog.open()) {
            case Window.OK -> confirmed.run();
            case PlanDialog.AGAIN -> again.ifPresent(Runnable::run);
            default -> {}
        }
    }

    @Override
    public void compare(
            String title,
            String confirm,
            Supplier<List<ClusterFit>> clusters,
            Function<ClusterFit, Optional<String>> whyNot,
            Consumer<ClusterFit> chosen) {
        shell().flatMap(shell -> ClusterChoiceDialog.dialog(shell, services, title, confirm, clusters, whyNot)
                        .pick())
                .ifPresent(chosen);
    }

    @Override
    public void type(Plan plan, String name, Runnable confirmed) {
        confirmed(shell -> new TypeToConfirmDialog(shell, services, plan, cluster(plan), name))
                .ifPresent(_ -> confirmed.run());
    }

    @Override
    public void approve(Plan plan, String why, ApprovalExchange approving, Consumer<Approval> approved) {
        confirmed(shell -> new ApprovalDialog(shell, services, plan, cluster(plan), why, approving))
                .map(ApprovalDialog::approval)
                .ifPresent(approval -> approval.ifPresentOrElse(
                        approved,
                        () -> refuse(
                                plan.title(),
                                Texts.of("ShellDialogs.noValidApprovalWas"),
                                Texts.of("ShellDialogs.nothingWasSent"))));
    }

    @Override
    public void consent(String title, String question, Runnable agreed) {
        whole(
                title,
                Texts.of("ShellDialogs.agree"),
                Texts.of("ShellDialogs.nothingHasBeenRun"),
                Texts.of("ShellDialogs.whatItWantsTo"),
                question,
                agreed);
    }

    @Override
    public void close(String title, String confirm, Supplier<List<String>> ending, Runnable confirmed) {
        confirmed(shell -> new ClosingDialog(shell, services, title, confirm, ending))
                .ifPresent(_ -> confirmed.run());
    }

    @Override
    public void paste(String title, List<String> lines, Runnable confirmed) {
        whole(
                title,
                Texts.of("ShellDialogs.paste"),
                Texts.of("ShellDialogs.theProgramDidNot"),
                Texts.of("ShellDialogs.whatIsPasted"),
                String.join("\n", lines),
                confirmed);
    }

    private void whole(String title, String confirm, String words, String name, String text, Runnable confirmed) {
        confirmed(shell -> new WholeTextDialog(shell, services, title, confirm, words, name, text))
                .ifPresent(_ -> confirmed.run());
    }

    /** It goes after what the plan leads to has come, so that there is always one of both. */
    @Override
    public void planning(String title, CompletableFuture<?> plan) {
        if (plan.isDone()) {
            return;
        }
        shell().ifPresent(shell -> {
            Shell note = FloatingNote.open(
                    services.theme(), shell, Icon.WAITING, Name.WAITING, Texts.of("ShellDialogs.planning", title));
            shell.setCursor(display.getSystemCursor(SWT.CURSOR_APPSTARTING));
            // looked at between events: what the plan leads to is made in one of them, and is there after it
            Repaint.every(note, PLANNED, () -> {
                if (plan.isDone()) {
                    note.dispose();
                    if (!shell.isDisposed()) {
                        shell.setCursor(null);
                    }
                }
            });
        });
    }

    @Override
    public void refuse(String title, String reason, String advice, Optional<Runnable> again) {
        Optional<RefusalDialog.Unlock> unlock = unlock(reason);
        shell().ifPresent(shell -> new RefusalDialog(shell, services, title, reason, advice, unlock, again).open());
    }

    /** Unlocks the cluster whose lock is a reason. */
    private Optional<RefusalDialog.Unlock> unlock(String reason) {
        FleetService known = fleet;
        ConsoleLocks by = locks;
        return known == null || by == null
                ? Optional.empty()
                : known.fleet().getClusters().stream()
                        .filter(at -> by.reason(at)
                                        .filter(reason.lines().toList()::contains)
                                        .isPresent()
                                && by.whyNotUnlock(at).isEmpty())
                        .findFirst()
                        .map(at -> new RefusalDialog.Unlock(at, () -> by.set(at, false)));
    }

    @Override
    public void drain(
            List<Node> nodes,
            Function<DrainRequest, DrainPreview> preview,
            Function<DrainPreview, Callable<Checked>> check,
            Function<DrainPreview, Optional<String>> approval,
            Consumer<DrainPreview> confirmed) {
        confirmed(shell -> new DrainDialog(shell, services, nodes, preview, check, approval))
                .ifPresent(dialog -> confirmed.accept(dialog.preview()));
    }

    @Override
    public void choose(
            Subject subject, Supplier<List<RankedPlace>> places, Predicate<Target> gone, Consumer<Target> chosen) {
        confirmed(shell -> new PlaceDialog(shell, services, subject, places, gone))
                .map(PlaceDialog::chosen)
                .ifPresent(place -> place.ifPresentOrElse(
                        chosen,
                        () -> refuse(
                                Texts.of("ShellDialogs.place", subject.job().getName()),
                                Texts.of("ShellDialogs.noPlaceThatFits"),
                                Texts.of("ShellDialogs.nothingWasSent"))));
    }

    @Override
    public <T> void pick(ChoicePrompt<T> choice, Consumer<T> picked) {
        shell().flatMap(shell -> ChoicePromptDialog.dialog(shell, services, choice, cluster(choice.cluster()))
                        .pick())
                .ifPresent(option -> picked.accept(option.value()));
    }

    @Override
    public void submit(
            ManifestDraft draft, BiFunction<String, Integer, YamlCompletion> completion, Runnable confirmed) {
        shell().ifPresent(shell -> new SubmitDialog(shell, services, draft, completion, confirmed).open());
    }

    @Override
    public void ask(InputPrompt question, Consumer<String> answered) {
        confirmed(shell -> new InputPromptDialog(shell, services, question, cluster(question.cluster())))
                .map(InputPromptDialog::answer)
                .ifPresent(answered);
    }

    @Override
    public void edit(YamlDraft draft, Consumer<String> written) {
        confirmed(shell -> new YamlDialog(shell, services, draft, cluster(Optional.of(draft.cluster()))))
                .map(YamlDialog::written)
                .ifPresent(written);
    }

    @Override
    public void secret(String title, Map<String, byte[]> content, String editing) {
        shell().ifPresent(shell -> new SecretDialog(shell, services, title, content, editing).open());
        content.values().forEach(value -> Arrays.fill(value, (byte) 0));
    }

    @Override
    public void path(PathPrompt question, Consumer<String> answered) {
        confirmed(shell -> new PathDialog(shell, services, question, cluster(Optional.of(question.cluster()))))
                .ifPresent(dialog -> answered.accept(dialog.answer()));
    }

    @Override
    public void place(boolean folder, String title, Path start, Consumer<Path> chosen) {
        shell().map(shell -> folder ? folder(shell, title, start) : file(shell, title, start))
                .ifPresent(path -> chosen.accept(Path.of(path)));
    }

    private static @Nullable String folder(Shell shell, String title, Path start) {
        DirectoryDialog folders = new DirectoryDialog(shell, SWT.OPEN);
        WidgetText.title(folders, title);
        // the button is the toolkit's own, and says Open
        folders.setMessage(Texts.of("ShellDialogs.theFolderThatIs"));
        folders.setFilterPath(start.toString());
        return folders.open();
    }

    private static @Nullable String file(Shell shell, String title, Path start) {
        FileDialog files = new FileDialog(shell, SWT.OPEN);
        WidgetText.title(files, title);
        files.setFilterPath(start.toString());
        return files.open();
    }

    @Override
    public void work(String title, LongWork work) {
        shell().ifPresent(shell -> new LongWorkDialog(shell, services, title, work).open());
    }

    /** A dialog that was opened and confirmed; empty: it was cancelled, or no window is left. */
    private <D extends Window> Optional<D> confirmed(Function<Shell, D> made) {
        return shell().map(made).filter(dialog -> dialog.open() == Window.OK);
    }

    /** The window in front; empty when the last one is gone, and with it whoever could decide. */
    private Optional<Shell> shell() {
        return display.isDisposed()
                ? Optional.empty()
                : owner(Optional.ofNullable(display.getActiveShell()), List.of(display.getShells()));
    }

    /**
     * What a dialog stands over: the window in front, and while none is, as between two dialogs, the dialog that is still up, or else
     * the console's window. Never a shell that cannot be seen or that goes by itself (a tool tip, the store of hidden parts): a dialog
     * over such a one stands anywhere and can be put behind the window.
     */
    public static Optional<Shell> owner(Optional<Shell> active, List<Shell> all) {
        List<Shell> windows = all.stream().filter(ShellDialogs::isWindow).toList();
        return active.filter(ShellDialogs::isWindow)
                .or(() -> windows.stream()
                        .filter(shell -> shell.getParent() != null)
                        .reduce((first, last) -> last))
                .or(() -> windows.stream().max(Comparator.comparing(shell -> shell.getSize().x * shell.getSize().y)));
    }

    private static boolean isWindow(Shell shell) {
        return !shell.isDisposed()
                && shell.isVisible()
                && (shell.getStyle() & (SWT.TOOL | SWT.ON_TOP | SWT.NO_FOCUS)) == 0;
    }
}
