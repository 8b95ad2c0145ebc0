// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.core.fleet.FleetView;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Checked;
import podium.operation.plan.OperationMark;
import podium.ui.label.FailureLabel;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.IconLines;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * Says how the check of a plan stands: under way with a number that moves, passed, or what it found. While the plan is read the
 * check is made again every few seconds, and as soon as the fleet shows that something of the plan's objects changed, so that "Checked"
 * is never said of what is otherwise since.
 */
public final class PlanCheckLine {
    private static final Duration TICK = Duration.ofMillis(100);
    /** Between the end of a check and the next. */
    static final Duration AGAIN = Duration.ofSeconds(5);

    /** Between two looks at what was judged, and between the end of a check and one that is made because of a change. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** A look at a large cluster is followed by so many times its length without one. */
    private static final int REST = 10;

    /** Lines of warnings beyond which they are scrolled. */
    private static final int MOST_LINES = 5;

    private final UiServices services;
    private final IconLines warned;
    private final Label label;
    private final Consumer<Boolean> ready;
    private final Duration every;
    private CompletableFuture<Checked> running = CompletableFuture.completedFuture(Checked.clean());
    private List<String> warnings = List.of();
    private Optional<Callable<Checked>> current = Optional.empty();
    private PlacementOutlook outlook = PlacementOutlook.NOTHING;
    private Optional<String> lost = Optional.empty();
    private boolean sends = true;
    private boolean renewable;
    private boolean refused;
    private boolean waiting;
    private boolean again;
    private boolean changed;
    private long looked;
    private long rest = LOOK.toNanos();
    private long started;
    private long took;
    private long ended;

    /**
     * Creates the line.
     *
     * @param ready called with true when the check passed, with false while it has not
     */
    public PlanCheckLine(Composite parent, UiServices services, Consumer<Boolean> ready) {
        this(parent, services, AGAIN, ready);
    }

    /** @param every between the end of a check and the next, while nothing changes */
    PlanCheckLine(Composite parent, UiServices services, Duration every, Consumer<Boolean> ready) {
        this.every = every;
        this.services = services;
        this.ready = ready;
        warned = new IconLines(parent, services.theme(), Texts.of("PlanCheckLine.warningsOfTheServer"));
        warned.take(0);
        label = services.theme().dress(new Label(parent, SWT.WRAP), Name.SURFACE, Name.MUTED);
        GridData data = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        data.heightHint = label.computeSize(SWT.DEFAULT, SWT.DEFAULT).y * 2;
        label.setLayoutData(data);
        label.addDisposeListener(event -> running.cancel(true));
        Repaint.every(label, TICK, this::tick);
    }

    /**
     * Looks from now on whether what was judged still holds; where it does not, no check passes.
     *
     * @param again whether a button beside it plans it again
     */
    void follow(PlacementOutlook now, boolean again) {
        outlook = now;
        renewable = again;
    }

    /** Looks from now on whether something of this changes, and checks again where it does. */
    void follow(FleetView fleet, PlanGround ground) {
        new Subscriptions(label).add(fleet.listen(delta -> changed |= ground.isTouched(delta)));
    }

    /** Nothing would be sent, so that no server can be said to accept it. */
    void sendsNothing() {
        sends = false;
    }

    /** Whether the last check found what stands against it: nothing of it happens then. */
    boolean isRefused() {
        return refused;
    }

    private String now() {
        return Formats.time(services.clock().instant());
    }

    /** Looks now; false: something does not hold any more, which is said. */
    boolean holds() {
        long began = System.nanoTime();
        Optional<String> before = lost;
        lost = outlook.lost();
        looked = System.nanoTime();
        rest = Math.max(LOOK.toNanos(), REST * (looked - began));
        if (lost.isPresent()) {
            if (!lost.equals(before)) {
                running.cancel(true);
                end();
                say(
                        outlook.isGone()
                                ? Texts.of("PlanCheckLine.lookedAgainAtGone", now(), lost.get())
                                : renewable
                                        ? Texts.of("PlanCheckLine.lookedAgainAtPlan", now(), lost.get())
                                        : Texts.of("PlanCheckLine.lookedAgainAtClose", now(), lost.get()),
                        Name.CRITICAL);
                ready.accept(false);
            }
        } else if (before.isPresent()) {
            current.ifPresent(this::run);
        }
        return lost.isEmpty();
    }

    /** Begins a check; one under way is left behind. */
    public void run(Callable<Checked> check) {
        running.cancel(true);
        current = Optional.of(check);
        again = false;
        waiting = true;
        changed = false;
        started = System.nanoTime();
        ready.accept(false);
        tick();
        running = services.background().run(check, this::found, this::failed);
    }

    /** Says why there is nothing to check. */
    public void stop(String reason) {
        stop(reason, Name.CRITICAL);
    }

    /** The same, in a tone of its own. */
    void stop(String reason, Name tone) {
        running.cancel(true);
        current = Optional.empty();
        waiting = false;
        say(reason, tone);
        ready.accept(false);
    }

    private void tick() {
        if (System.nanoTime() - looked > rest && !holds() || lost.isPresent()) {
            return;
        }
        if (waiting) {
            Duration since = Duration.ofNanos(System.nanoTime() - started);
            say(Texts.of("PlanCheckLine.checkingWithTheServer", Formats.span(since)), Name.MUTED);
        } else if (!again && System.nanoTime() - ended > (changed ? Math.max(took, LOOK.toNanos()) : every.toNanos())) {
            current.ifPresent(check -> {
                again = true;
                changed = false;
                started = System.nanoTime();
                running = services.background().run(check, this::found, this::failed);
            });
        }
    }

    /** In the server's own words: it takes what it warns of. */
    private void warn(List<String> now) {
        if (!now.equals(warnings)) {
            warnings = now;
            warned.show(now.stream()
                    .map(words -> new IconLines.Line(
                            Icon.WARNING, Name.WARNING, Texts.of("PlanCheckLine.theServerWarns", words)))
                    .toList());
            Composite parent = label.getParent();
            warned.take(Math.min(warned.needed(label.getSize().x), warned.height(MOST_LINES)));
            parent.layout(true, true);
        }
    }

    private void found(Checked checked) {
        if (label.isDisposed() || lost.isPresent()) {
            return;
        }
        end();
        warn(checked.warnings());
        List<String> problems = checked.problems();
        refused = !problems.isEmpty();
        if (problems.isEmpty()) {
            say(
                    sends
                            ? Texts.of("PlanCheckLine.checkedTheServerWould", OperationMark.KEY)
                            : Texts.of("PlanCheckLine.nothingWouldBeSent"),
                    sends ? Name.GOOD : Name.MUTED);
            ready.accept(true);
        } else {
            say(Texts.of("PlanCheckLine.notPossibleNow", String.join("\n", problems)), Name.CRITICAL);
            ready.accept(false);
        }
    }

    private void failed(Throwable problem) {
        if (!label.isDisposed() && lost.isEmpty()) {
            end();
            ready.accept(false);
            say(Texts.of("PlanCheckLine.theCheckFailedClose", FailureLabel.words(problem)), Name.CRITICAL);
        }
    }

    private void end() {
        waiting = false;
        again = false;
        ended = System.nanoTime();
        took = ended - started;
    }

    private void say(String words, Name tone) {
        label.setForeground(services.theme().color(tone));
        WidgetText.set(label, words);
        WidgetText.wholeTip(label, words);
    }
}
