// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import podium.core.json.YamlText;
import podium.ui.prompt.YamlCompletion;
import podium.ui.prompt.YamlCompletion.Proposal;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ProposalPopup;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;

/**
 * Completes what is written when Ctrl+Space asks for it: arrow keys choose, Enter, Tab or a click take, Escape leaves it. What is typed
 * meanwhile narrows it. Where nothing begins like what is there, or that is selected, all that may stand there instead is listed. UI
 * thread.
 */
final class YamlCompleter {
    private static final Set<Integer> MODIFIERS = Set.of(SWT.CTRL, SWT.SHIFT, SWT.ALT, SWT.COMMAND);
    private static final Duration PAUSE = Duration.ofMillis(40);
    /** Columns by which fields stand behind what has them. */
    private static final int DEEPER = 2;

    private final StyledText text;
    private final UiServices services;
    private final BiFunction<String, Integer, YamlCompletion> known;
    private final Consumer<String> said;
    private final ProposalPopup popup;
    private final Repaint again;
    private YamlCompletion shown = YamlCompletion.none(0);
    private String of = "";
    /** Whether Escape is still meant for a list, open or not: it was asked for and nothing else was pressed since. */
    private boolean awaited;

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
                ask(false);
            }
        });
        text.addVerifyKeyListener(this::key);
        text.addListener(SWT.Traverse, this::traverse);
        text.addCaretListener(event -> again.request());
        text.addDisposeListener(event -> asking.cancel(true));
    }

    /** Whether a list is open, or was asked for last: what is said is said of that, and Escape is meant for it. */
    boolean isAsked() {
        return popup.isOpen() || awaited;
    }

    /** Keys of the list are no keys of the dialog. */
    private void traverse(Event event) {
        if (popup.isOpen() || awaited && event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
        }
    }

    private void key(VerifyEvent event) {
        boolean asked = awaited;
        awaited &= MODIFIERS.contains(event.keyCode);
        if (event.keyCode == ' ' && event.stateMask == SWT.MOD1
                || event.keyCode == ' ' && event.stateMask == SWT.CTRL) {
            event.doit = false;
            awaited = true;
            ask(true);
            return;
        }
        if (!popup.isOpen()) {
            if (asked && event.keyCode == SWT.ESC) {
                event.doit = false;
                asking.cancel(true);
                said.accept("");
            }
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

    /** A new line begins where the one before does, and deeper after the name of what has fields. */
    private void newLine() {
        Point selected = text.getSelectionRange();
        int at = text.getLineAtOffset(selected.x);
        int begin = text.getOffsetAtLine(at);
        String before = selected.x > begin ? text.getText(begin, selected.x - 1) : "";
        String after = text.getLine(at).substring(selected.x - begin);
        String next = IntStream.range(at + 1, text.getLineCount())
                .mapToObj(text::getLine)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        String line = "\n" + " ".repeat(after.isBlank() ? indent(before, next) : YamlText.indent(before));
        text.replaceTextRange(selected.x, selected.y, line);
        text.setCaretOffset(selected.x + line.length());
        text.showSelection();
    }

    /**
     * Where a line begins that follows one; items of a list may stand right below their name.
     *
     * @param next the line that stood behind it; empty: none did
     */
    static int indent(String before, String next) {
        int here = YamlText.indent(before);
        if (!before.stripTrailing().endsWith(":")) {
            return here;
        }
        int key = before.length() - before.replaceFirst("^\\s*(- +)*", "").length();
        boolean items = YamlText.indent(next) == key && next.stripLeading().startsWith("- ");
        return items ? key : Math.max(key + DEEPER, YamlText.indent(next) > key ? YamlText.indent(next) : 0);
    }

    /** @param anew whether it was asked for, and does not only follow what is typed */
    private void ask(boolean anew) {
        String now = text.getText();
        Point selected = text.getSelectionRange();
        int place = selected.y > 0 ? selected.x : text.getCaretOffset();
        asking.cancel(true);
        asking = services.background()
                .run(
                        () -> anew ? all(now, place) : known.apply(now, place),
                        found -> show(now, selected, found),
                        failed -> show(now, selected, YamlCompletion.none(place)));
    }

    /** What goes on with the word before a place; where nothing does, what may stand instead of it. */
    private YamlCompletion all(String now, int place) {
        YamlCompletion found = known.apply(now, place);
        return found.proposals().isEmpty() && found.from() < place ? known.apply(now, found.from()) : found;
    }

    private void show(String asked, Point selected, YamlCompletion found) {
        if (text.isDisposed() || !asked.equals(text.getText()) || !selected.equals(text.getSelectionRange())) {
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
        awaited = false;
        popup.close();
        text.replaceTextRange(shown.from(), shown.to() - shown.from(), taken.inserted());
        text.setCaretOffset(shown.from() + taken.inserted().length());
        text.showSelection();
    }
}
