// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Cluster;
import podium.operation.object.ObjectActionCompiler.Flaw;
import podium.ui.label.FailureLabel;
import podium.ui.object.YamlField;
import podium.ui.prompt.NextStep;
import podium.ui.prompt.YamlDraft;
import podium.ui.texts.Texts;
import podium.ui.toolkit.LineNumbers;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** An object being written anew: what is wrong is said with line and column while it is written; what goes on is a plan. */
@NonNullByDefault({}) // the controls are there once it is filled
public final class YamlDialog extends ConsoleDialog {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int LINES = 24;
    private final YamlDraft draft;
    private final Optional<Cluster> cluster;
    private StyledText text;
    private LineNumbers numbers;
    private Optional<Flaw> flaw = Optional.empty();
    private YamlCompleter completer;
    private Label problem;
    private String written;
    private boolean leaving;
    private Label hint;
    private CompletableFuture<?> hinting = CompletableFuture.completedFuture("");
    private CompletableFuture<?> checking = CompletableFuture.completedFuture("");

    public YamlDialog(Shell parent, UiServices services, YamlDraft draft, Optional<Cluster> cluster) {
        super(parent, services, draft.title(), NextStep.PLAN, new Point(860, 720));
        this.draft = draft;
        this.cluster = cluster;
        this.written = draft.written();
    }

    @Override
    protected Optional<Cluster> cluster() {
        return cluster;
    }

    /** What was written. */
    public String written() {
        return written;
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("YamlDialog.yourChangesBecomeA"), Name.MUTED);
        YamlField field = YamlField.editor(parent, services().theme(), Texts.of("YamlDialog.yamlOfTheObject"), LINES);
        text = field.text();
        numbers = field.numbers();
        text.setText(draft.written());
        problem = text(parent, "", Name.CRITICAL);
        problem.addListener(
                SWT.MouseDown,
                event -> flaw.ifPresent(it -> {
                    numbers.goTo(it.line(), it.column());
                    text.setFocus();
                }));
        ((GridData) problem.getLayoutData()).heightHint = text.getLineHeight() * 2;
        hint = text(parent, "", Name.MUTED);
        ((GridData) hint.getLayoutData()).heightHint = text.getLineHeight() * 3;
        completer = new YamlCompleter(text, services(), draft.completion(), this::hint);
        Repaint tell = Repaint.of(text, PAUSE, this::tell);
        text.addCaretListener(event -> tell.request());
        tell.request();
        Repaint check = Repaint.of(text, PAUSE, this::check);
        text.addListener(SWT.Modify, event -> {
            written = text.getText();
            leaving = false;
            enable(false);
            check.request();
        });
        new Subscriptions(text)
                .add(services().unsent().add(draft.cluster(), draft.title(), () -> !written.equals(draft.text())));
        text.addDisposeListener(event -> {
            checking.cancel(true);
            hinting.cancel(true);
        });
        enable(false);
        if (!written.equals(draft.text())) {
            check.request();
        }
        text.setFocus();
        Matcher value = Pattern.compile("(?m)^[ -]*[\"']?" + Pattern.quote(draft.field()) + "[\"']?:[ ]*(.*)$")
                .matcher(draft.written());
        if (!draft.field().isEmpty() && value.find()) {
            text.setSelection(value.start(1), value.end(1));
            text.showSelection();
        }
    }

    /** What the server says of the field that the cursor is in. */
    private void tell() {
        if (completer.isAsked()) {
            return;
        }
        String now = written;
        int place = text.getCaretOffset();
        hinting.cancel(true);
        hinting = services()
                .background()
                .run(() -> draft.hint().apply(now, place), found -> told(found.orElse("")), failed -> told(""));
    }

    /** What was asked before a list opened, which says what is chosen in it, comes too late. */
    private void told(String words) {
        if (!completer.isAsked()) {
            hint(words);
        }
    }

    private void hint(String words) {
        if (!hint.isDisposed()) {
            WidgetText.set(hint, words);
        }
    }

    private void check() {
        String now = written;
        checking.cancel(true);
        checking = services()
                .background()
                .run(
                        () -> draft.flaw().apply(now),
                        found -> say(now, found, found.map(Flaw::words)),
                        failed -> say(now, Optional.empty(), Optional.of(FailureLabel.words(failed))));
    }

    private void say(String checked, Optional<Flaw> found, Optional<String> words) {
        if (!problem.isDisposed() && checked.equals(written)) {
            flaw = found;
            numbers.mark(found.map(it -> Map.of(it.line(), it.words())).orElse(Map.of()));
            WidgetText.set(problem, words.orElse(""));
            enable(words.isEmpty() && !written.equals(draft.text()));
        }
    }

    /** What was written is dropped at the second time: Escape is pressed by mistake. */
    @Override
    protected void cancelPressed() {
        if (leaving || written.equals(draft.text())) {
            super.cancelPressed();
        } else {
            leaving = true;
            WidgetText.set(problem, Texts.of("YamlDialog.yourChangesAreNot"));
        }
    }
}
