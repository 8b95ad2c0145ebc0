// SPDX-License-Identifier: Apache-2.0
package podium.ui.shutdown;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.events.ShellListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.operation.Operation;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The console's window, and the small one that stands in for it while operations are finished. UI thread. */
public final class ShutdownWindows implements ShutdownController.View {
    private static final int WIDTH = 420;

    /** Asks; a dialog in the console. */
    public interface Question {
        ShutdownChoice ask(List<Operation> running);
    }

    private final Shell window;
    private final UiServices services;
    private final Question question;
    private final Dialogs dialogs;
    private final Runnable end;
    private @Nullable Shell small;
    private @Nullable Label said;
    private Runnable again = () -> {};

    /**
     * Creates the stage.
     *
     * @param end ends the process
     */
    public ShutdownWindows(Shell window, UiServices services, Question question, Dialogs dialogs, Runnable end) {
        this.window = window;
        this.services = services;
        this.question = question;
        this.dialogs = dialogs;
        this.end = end;
    }

    /** What opens the window again. */
    public void onAgain(Runnable opened) {
        again = opened;
    }

    @Override
    public ShutdownChoice ask(List<Operation> running) {
        return question.ask(running);
    }

    @Override
    public boolean ask(Supplier<List<String>> sessions) {
        AtomicBoolean ends = new AtomicBoolean();
        dialogs.close(
                Texts.of("ShutdownWindows.closePodium"),
                Texts.of("ShutdownWindows.close"),
                sessions,
                () -> ends.set(true));
        return ends.get();
    }

    @Override
    public void finishing(List<Operation> running) {
        Shell shell = small;
        if (shell == null || shell.isDisposed()) {
            shell = open();
            small = shell;
            window.setVisible(false);
        }
        Label label = said;
        if (label != null) {
            WidgetText.set(label, words(running));
        }
        shell.layout(true, true);
        shell.pack();
    }

    private Shell open() {
        Shell shell = services.theme().dress(new Shell(window.getDisplay(), SWT.DIALOG_TRIM));
        shell.setText(Texts.of("ShutdownWindows.podiumIsFinishing"));
        GridLayout grid = new GridLayout();
        grid.marginWidth = 16;
        grid.marginHeight = 12;
        grid.verticalSpacing = 8;
        shell.setLayout(grid);
        said = services.theme().dress(new Label(shell, SWT.WRAP));
        said.setLayoutData(new GridData(WIDTH, SWT.DEFAULT));
        Label then = services.theme().dress(new Label(shell, SWT.WRAP), Name.SURFACE, Name.MUTED);
        then.setText(Texts.of("ShutdownWindows.podiumEndsByItself"));
        Button open = new Button(shell, SWT.PUSH);
        services.theme().own(open);
        open.setText(Texts.of("ShutdownWindows.openTheWindowAgain"));
        open.setLayoutData(new GridData(SWT.END, SWT.BOTTOM, true, false));
        open.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> again.run()));
        // closing it only hides what is going on; the operations are finished all the same
        shell.addShellListener(ShellListener.shellClosedAdapter(event -> {
            event.doit = false;
            shell.setMinimized(true);
        }));
        shell.pack();
        shell.open();
        return shell;
    }

    /** What runs, one a line: Drain a1-n1: 3 of 8. */
    static String words(List<Operation> running) {
        return running.stream()
                .map(it -> Texts.of(
                        "ShutdownWindows.stepsDone", SafeText.line(it.plan().title()), it.done(), it.total()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void back(List<Operation> waiting) {
        Shell shell = small;
        small = null;
        if (shell != null) {
            shell.dispose();
        }
        window.setVisible(true);
        window.forceActive();
        if (!waiting.isEmpty()) {
            Operation first = waiting.getFirst();
            dialogs.refuse(
                    Texts.of("ShutdownWindows.podiumCannotFinishAlone"),
                    Texts.of("ShutdownWindows.waits", first.plan().title(), first.status()),
                    Texts.of("ShutdownWindows.decideInOperationsResume"));
        }
    }

    @Override
    public void end() {
        Shell shell = small;
        if (shell != null) {
            shell.dispose();
        }
        end.run();
    }
}
