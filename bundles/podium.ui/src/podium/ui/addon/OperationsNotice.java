// SPDX-License-Identifier: Apache-2.0
package podium.ui.addon;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.event.Event;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.telemetry.TelemetryStore;
import podium.ui.texts.Texts;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.PartLabel;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.StatusMessage;

/**
 * Says on the tab of the Operations part how many run, and brings it to the front when an operation failed or was stopped, when one
 * is found that an earlier Podium left in the middle, or when something is wrong with the journal or the rules: someone has to
 * decide, and the part may never have been opened. A failure is said on the status line, too. UI thread.
 */
public class OperationsNotice {
    /** The journal is read some time after the window is there; nothing tells of it when it holds no operation. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private static final String WIDEST = Texts.of("OperationsNotice.operationsOpen", PartLabel.MANY);

    static final String PART = "podium.part.operations";

    private final MApplication application;
    private final EModelService models;
    private final Repaint repaint;
    private final Set<String> offered = new HashSet<>();
    private final StatusMessage message;
    private final Instant begin;
    private @Nullable OperationService operations;
    private @Nullable TelemetryStore readings;

    @Inject
    OperationsNotice(MApplication application, EModelService models, Display display, StatusMessage message) {
        this.message = message;
        begin = Instant.now();
        this.application = application;
        this.models = models;
        repaint = Repaint.on(display, this::tell);
    }

    /** The service comes up after the window. */
    @Inject
    void watch(@org.eclipse.e4.core.di.annotations.Optional @Nullable OperationService service) {
        operations = service;
        if (service != null) {
            service.listen(changed -> repaint.request());
            repaint.request();
        }
    }

    /** Only now there is a window whose part can be brought to the front. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) @Nullable Event event) {
        if (event != null
                && application.getSelectedElement() instanceof MWindow window
                && window.getWidget() instanceof Shell shell) {
            Repaint.every(shell, TICK, repaint::request);
        }
    }

    /** The store of readings comes up after the window too. */
    @Inject
    void watch(@org.eclipse.e4.core.di.annotations.Optional @Nullable TelemetryStore store) {
        readings = store;
    }

    /** What is not kept is told once, on the status line: nothing has to be decided. */
    private void tellOfReadings() {
        TelemetryStore store = readings;
        Optional<String> problem = store == null ? Optional.empty() : store.problem();
        if (problem.isPresent() && offered.add(problem.get())) {
            message.say(problem.get());
        }
    }

    private void tell() {
        tellOfReadings();
        OperationService service = operations;
        if (service == null || !(models.find(PART, application) instanceof MPart part)) {
            return;
        }
        List<Operation> all = service.operations();
        PartLabel.set(part, label(all), WIDEST);
        Set<String> news = new HashSet<>(service.findings());
        left(all).ifPresent(news::addAll);
        for (Operation failed : stopped(all, begin)) {
            if (!offered.contains(mark(failed))) {
                message.say(words(failed));
            }
            news.add(mark(failed));
        }
        if (offered.addAll(news) && !new PartActivator(application).uncover(part)) {
            offered.clear();
        }
    }

    /** Operations (2): two have not ended. */
    static String label(List<Operation> all) {
        long open = all.stream().filter(it -> !it.state().ended()).count();
        return open == 0
                ? Texts.of("OperationsNotice.operations")
                : Texts.of("OperationsNotice.operationsOpen", PartLabel.count(open));
    }

    /** Ids of those left in the middle; empty: none. */
    static Optional<Set<String>> left(List<Operation> all) {
        Set<String> ids = new HashSet<>();
        all.stream().filter(it -> it.state() == OperationState.INTERRUPTED).forEach(it -> ids.add(it.id()));
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    /** Those of this session that came to a stop before their end: whoever asked for one looks at something else by now. */
    static List<Operation> stopped(List<Operation> all, Instant since) {
        return all.stream()
                .filter(it -> it.state() == OperationState.FAILED || it.state() == OperationState.PAUSED)
                .filter(it -> !it.ended().orElse(it.started()).isBefore(since))
                .toList();
    }

    /** One that was resumed and failed again is told again. */
    private static String mark(Operation operation) {
        return operation.id()
                + operation.state()
                + operation.ended().map(Instant::toString).orElse("");
    }

    /** Cordon gpu-r3-n1 failed: it was changed by someone else since the plan was made. */
    static String words(Operation operation) {
        String title = operation.plan().title();
        String why = operation.outcome().orElse(operation.status());
        if (operation.state() == OperationState.FAILED) {
            return why.isEmpty()
                    ? Texts.of("OperationsNotice.failed", title)
                    : Texts.of("OperationsNotice.failedWhy", title, why);
        }
        return why.isEmpty()
                ? Texts.of("OperationsNotice.isPaused", title)
                : Texts.of("OperationsNotice.isPausedWhy", title, why);
    }
}
