// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import podium.ui.prompt.YamlCompletion;
import podium.ui.prompt.YamlCompletion.Proposal;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ProposalPopup;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;

/**
 * Completes what is written when Ctrl+Space asks for it: arrow keys choose, Enter, Tab or a click take, Escape leaves it. What is typed
 * meanwhile narrows it. UI thread.
 */
final class YamlCompleter {
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final StyledText text;
    private final UiServices services;
    private final BiFunction<String, Integer, YamlCompletion> known;
    private final Consumer<String> said;
    private final ProposalPopup popup;
    private final Repaint again;
    private YamlCompletion shown = YamlCompletion.none(0);
    private String of = "";
    private CompletableFuture<?> asking = CompletableFuture.completedFuture("");

    /**
     * Begins to listen.
     *
     * @param known what may stand at a place of a text; called in the background
     * @param said shows what is known of the chosen one, or that there is none
     */
    YamlCompleter(
            StyledText text,
            UiServices services,
            BiFunction<String, Integer, YamlCompletion> known,
            Consumer<String> said) {
        this.text = text;
        this.services = services;
        this.known = known;
        this.said = said;
        popup = new ProposalPopup(text, services.theme(), this::take);
        again = Repaint.of(text, PAUSE, () -> {
            if (popup.isOpen()) {
                ask();
            }
        });
        text.addVerifyKeyListener(this::key);
        text.addListener(SWT.Traverse, this::traverse);
        text.addCaretListener(event -> again.request());
        text.addDisposeListener(event -> asking.cancel(true));
    }

    boolean isOpen() {
        return popup.isOpen();
    }

    /** Keys of the list are no keys of the dialog. */
    private void traverse(Event event) {
        if (popup.isOpen()) {
            event.doit = false;
        }
    }

    private void key(VerifyEvent event) {
        if (event.keyCode == ' ' && event.stateMask == SWT.MOD1
                || event.keyCode == ' ' && event.stateMask == SWT.CTRL) {
            event.doit = false;
            ask();
            return;
        }
        if (!popup.isOpen()) {
            if ((event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && event.stateMask == 0) {
                event.doit = false;
                newLine();
            }
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_DOWN, SWT.ARROW_UP -> {
                event.doit = false;
                choose(popup.chosen() + (event.keyCode == SWT.ARROW_DOWN ? 1 : -1));
            }
            case SWT.CR, SWT.KEYPAD_CR, SWT.TAB -> {
                event.doit = false;
                take(popup.chosen());
            }
            case SWT.ESC -> {
                event.doit = false;
                popup.close();
            }
            default -> {}
        }
    }

    /** A new line begins where the one before does. */
    private void newLine() {
        Point selected = text.getSelectionRange();
        int begin = text.getOffsetAtLine(text.getLineAtOffset(selected.x));
        String before = selected.x > begin ? text.getText(begin, selected.x - 1) : "";
        String line = "\n"
                + before.substring(0, before.length() - before.stripLeading().length());
        text.replaceTextRange(selected.x, selected.y, line);
        text.setCaretOffset(selected.x + line.length());
        text.showSelection();
    }

    private void ask() {
        String now = text.getText();
        int place = text.getCaretOffset();
        asking.cancel(true);
        asking = services.background()
                .run(
                        () -> known.apply(now, place),
                        found -> show(now, place, found),
                        failed -> show(now, place, YamlCompletion.none(place)));
    }

    private void show(String asked, int place, YamlCompletion found) {
        if (text.isDisposed() || !asked.equals(text.getText()) || place != text.getCaretOffset()) {
            return;
        }
        boolean first = !popup.isOpen();
        shown = found;
        of = asked;
        Point at = text.getLocationAtOffset(found.from());
        popup.show(
                found.proposals().stream().map(Proposal::label).toList(),
                new Rectangle(at.x, at.y, 0, text.getLineHeight()));
        if (!found.proposals().isEmpty()) {
            choose(0);
        } else if (first) {
            said.accept(Texts.of("YamlCompleter.thereAreNoCompletions"));
        }
    }

    private void choose(int place) {
        int within = Math.clamp(place, 0, shown.proposals().size() - 1);
        popup.choose(within);
        said.accept(shown.proposals().get(within).words());
    }

    /** Nothing where more was typed since: what is listed belongs to what stood there. */
    private void take(int place) {
        if (place < 0 || !of.equals(text.getText())) {
            return;
        }
        Proposal taken = shown.proposals().get(place);
        popup.close();
        text.replaceTextRange(shown.from(), shown.to() - shown.from(), taken.inserted());
        text.setCaretOffset(shown.from() + taken.inserted().length());
        text.showSelection();
    }
}
