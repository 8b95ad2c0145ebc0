// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.tm.internal.terminal.textcanvas.PollingTextCanvasModel;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;
import org.eclipse.tm.internal.terminal.textcanvas.TextLineRenderer;
import org.eclipse.tm.terminal.model.TerminalColor;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.NamedBounds;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.Theme;

/** A terminal: takes what a program writes on any thread, shows it, and sends keys. Made and used on the UI thread otherwise. */
public final class TerminalView {
    private static final Duration TURN = Duration.ofMillis(20);
    private static final int KEPT_LINES = 10_000;
    private static final int ALTERNATE_LINES = 400;

    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private final Theme theme;
    private final Screen main;
    private final Screen alternate;
    private final Consumer<byte[]> typed;
    private final PasteQuestion question;
    private final BracketedPaste bracketed = new BracketedPaste();
    private final AlternateScreen parts;
    private final TextStream text = new TextStream();
    private final Repaint turn;
    private volatile boolean onAlternate;
    private Sizes sizes = (columns, rows) -> {};
    private int columns = 80;
    private int rows = 24;

    /** Hears how large the terminal is. */
    @FunctionalInterface
    public interface Sizes {
        void changed(int columns, int rows);
    }

    /** Asks before several lines are typed, of which each would be run at once. */
    @FunctionalInterface
    public interface PasteQuestion {
        void ask(List<String> lines, Runnable confirmed);
    }

    private record Screen(TerminalScreen screen, PollingTextCanvasModel model, TextCanvas canvas) {}

    /**
     * A terminal of 80 columns and 24 rows, until it is laid out.
     *
     * @param typed takes what is typed, in UTF-8, on the UI thread, and what the terminal itself answers, on the thread of the output
     * @param question asked before several lines are pasted into a program that does not want to know of it
     */
    public TerminalView(Composite parent, Theme theme, Consumer<byte[]> typed, PasteQuestion question) {
        this.theme = theme;
        this.typed = typed;
        this.question = question;
        stack = theme.dress(new Composite(parent, SWT.NONE));
        stack.setLayout(layout);
        main = screen(KEPT_LINES);
        alternate = screen(ALTERNATE_LINES);
        layout.topControl = main.canvas;
        turn = Repaint.of(stack, TURN, this::turn);
        parts = new AlternateScreen(this::write);
        theme.onTheme(stack, this::colors);
        for (Screen screen : new Screen[] {main, alternate}) {
            screen.canvas.addResizeHandler((height, width) -> resized(screen, width, height));
        }
    }

    private Screen screen(int lines) {
        TerminalScreen screen = new TerminalScreen(lines, new OutputStream() {
            @Override
            public void write(int value) {
                typed.accept(new byte[] {(byte) value});
            }

            @Override
            @NonNullByDefault({}) // what it overrides does not constrain null
            public void write(byte[] bytes, int offset, int length) {
                typed.accept(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        });
        PollingTextCanvasModel model = screen.model();
        // the renderer asks the canvas for nothing when it is made
        TextCanvas canvas = new TextCanvas(stack, model, SWT.NONE, new TextLineRenderer(null, model));
        TabKey.takeAll(canvas, this::type);
        AccessibleName.name(canvas, Texts.of("TerminalView.terminal"));
        canvas.setFont(JFaceResources.getTextFont());
        canvas.addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
        canvas.addTraverseListener(event -> event.doit = false);
        canvas.setCursorEnabled(true);
        canvas.setData(NamedBounds.KEY, (NamedBounds) () -> lines(canvas));
        model.startPolling();
        canvas.addDisposeListener(event -> model.stopPolling());
        return new Screen(screen, model, canvas);
    }

    /** The last lines by what they say, for who works the window from outside. */
    private Map<String, Rectangle> lines(TextCanvas canvas) {
        Map<String, Rectangle> lines = new LinkedHashMap<>();
        List<String> all = canvas.getAllText().lines().toList();
        all.subList(Math.max(0, all.size() - rows), all.size()).stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> lines.put("terminal " + line.strip(), canvas.getClientArea()));
        return lines;
    }

    /** Who is told of the size; told at once how large it is. */
    public void onSize(Sizes listener) {
        sizes = listener;
        listener.changed(columns, rows);
    }

    /** The widget. */
    public Composite control() {
        return stack;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** Whether keys go there. */
    public boolean isFocused() {
        return layout.topControl.isFocusControl();
    }

    /** Takes the focus, if need be as soon as it can: in a part that was made a moment ago nothing has a size yet. */
    public void focus() {
        Control shown = layout.topControl;
        if (!shown.setFocus()) {
            shown.getShell().layout(new Control[] {shown});
            if (!shown.setFocus()) {
                focusOnceSized(shown);
            }
        }
    }

    private static void focusOnceSized(Control shown) {
        shown.addListener(SWT.Resize, new Listener() {
            @Override
            @NonNullByDefault({}) // what it implements does not constrain null
            public void handleEvent(Event event) {
                if (shown.setFocus()) {
                    shown.removeListener(SWT.Resize, this);
                }
            }
        });
    }

    /** What a program wrote. Any thread, one at a time. */
    public void output(byte[] bytes) {
        parts.write(text.next(bytes));
    }

    /** A line of Podium itself, between what the program wrote. */
    public void say(String line) {
        main.screen.write("\u001b[0m\r\n\u001b[2m" + line + "\u001b[0m\r\n");
    }

    private void write(boolean toAlternate, String text) {
        bracketed.heard(text);
        if (toAlternate != onAlternate) {
            onAlternate = toAlternate;
            if (toAlternate) {
                alternate.screen.clear();
            }
            turn.request();
        }
        (toAlternate ? alternate : main).screen.write(text);
    }

    private void turn() {
        Screen shown = onAlternate ? alternate : main;
        boolean focused = layout.topControl.isFocusControl();
        layout.topControl = shown.canvas;
        stack.layout();
        if (focused) {
            shown.canvas.setFocus();
        }
    }

    /** The one that is not seen has no size of its own. */
    private void resized(Screen screen, int width, int height) {
        if (screen.canvas == layout.topControl && width > 1 && height > 1 && (width != columns || height != rows)) {
            columns = width;
            rows = height;
            main.screen.size(height, width);
            alternate.screen.size(height, width);
            sizes.changed(width, height);
        }
    }

    private void pressed(KeyEvent event) {
        event.doit = false;
        int modifiers = event.stateMask & SWT.MODIFIER_MASK;
        TerminalKeys.own(event.keyCode, modifiers)
                .ifPresentOrElse(
                        own -> {
                            switch (own) {
                                case COPY -> copy();
                                case PASTE -> paste();
                            }
                        },
                        () -> TerminalKeys.of(
                                        event.character,
                                        event.keyCode,
                                        modifiers,
                                        shown().screen.applicationCursor())
                                .ifPresent(typed));
    }

    private Screen shown() {
        return layout.topControl == alternate.canvas ? alternate : main;
    }

    /** Copies what is selected. */
    public void copy() {
        String text = shown().canvas.getSelectionText();
        if (!text.isEmpty()) {
            ClipboardText.copy(stack.getDisplay(), text);
        }
    }

    /** Types what is on the clipboard; several lines as one piece where the program knows such, else after a question. */
    public void paste() {
        ClipboardText.read(stack.getDisplay())
                .map(PastedText::of)
                .filter(pasted -> !pasted.text().isEmpty())
                .ifPresent(pasted -> {
                    if (bracketed.isWanted()) {
                        type(pasted.bracketed());
                    } else if (pasted.lines().size() > 1) {
                        question.ask(pasted.lines(), () -> type(pasted.typed()));
                    } else {
                        type(pasted.typed());
                    }
                });
    }

    private void type(String text) {
        typed.accept(text.getBytes(StandardCharsets.UTF_8));
    }

    private void colors() {
        Map<TerminalColor, RGB> colors = TerminalColors.of(theme);
        for (Screen screen : new Screen[] {main, alternate}) {
            screen.canvas.updateColors(colors);
            screen.canvas.redraw();
        }
    }
}
