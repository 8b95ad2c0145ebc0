// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolTip;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;

/** A field to filter as one types. Escape empties it, Down goes on to what it filters. UI thread. */
public final class FilterField {
    /** Pixels of the field beside its text: edges and icon. */
    private static final int AROUND = 52;

    /** What part of a bar is for the hint where words stand beside the field. */
    private static final int BESIDE_WORDS = 4;

    private final Text text;
    private final Theme theme;
    private List<String> terms;
    private String hint = "";
    private @Nullable ToolTip note;

    /**
     * Creates the field.
     *
     * @param name what a screen reader calls it
     * @param terms what can be typed beside words, which the field says while it is empty; empty: only words
     */
    public FilterField(Composite parent, Theme theme, String name, String terms) {
        this.theme = theme;
        text = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setMessage(Texts.of("FilterField.filter"));
        this.terms = List.of(terms.split("  "));
        text.addListener(SWT.Resize, event -> tellTerms());
        // who presses one of its icons goes on typing, and letters are keys of the window elsewhere
        text.addListener(SWT.DefaultSelection, event -> {
            if (event.detail != SWT.NONE) {
                text.setFocus();
            }
        });
        theme.dress(text);
        AccessibleName.name(text, name);
    }

    public Text control() {
        return text;
    }

    /** Says as many of the terms as there is room for: one that is cut is none. The toolkit makes a field as wide as what it says. */
    private void tellTerms() {
        boolean alone = Stream.of(text.getParent().getChildren()).noneMatch(Label.class::isInstance);
        int room = alone
                ? text.getSize().x - AROUND
                : Math.min(text.getSize().x - AROUND, text.getParent().getSize().x / BESIDE_WORDS);
        GC gc = new GC(text);
        try {
            IntStream.iterate(terms.size(), many -> many > 0, many -> many - 1)
                    .mapToObj(many -> String.join("  ", terms.subList(0, many)))
                    .filter(said -> !said.isEmpty())
                    .map(said -> Texts.of("FilterField.filterByWordsOr", said))
                    .filter(said -> gc.textExtent(said).x <= room)
                    .findFirst()
                    .or(() -> terms.isEmpty() ? Optional.empty() : Optional.of(Texts.of("FilterField.filter")))
                    .ifPresent(text::setMessage);
        } finally {
            gc.dispose();
        }
    }

    public void setMessage(String message) {
        terms = List.of();
        text.setMessage(message);
    }

    /** What is said while the pointer rests on the field, for what it has no room to say itself: a tip lies over what it filters. */
    public void hint(String words) {
        hint = words;
        WidgetText.tip(text, words);
    }

    /** Writes into the field, as if it had been typed. */
    public void fill(String words) {
        text.setText(SafeText.line(words));
        text.setSelection(text.getCharCount());
    }

    /** Calls with what was typed after each key. */
    public void onType(Consumer<String> typed) {
        text.addModifyListener(event -> typed.accept(text.getText()));
    }

    /** What Down and Enter do: give the focus to what is filtered. */
    public void onLeave(Runnable leave) {
        text.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (!event.doit) {
                return; // it was meant for a list over the field
            }
            if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                event.doit = false;
                leave.run();
            } else if (event.keyCode == SWT.ESC) {
                text.setText("");
            }
        }));
    }

    /** Says why a term was not understood; empty: all was. */
    public void problem(Optional<String> problem) {
        text.setForeground(theme.color(problem.isPresent() ? Name.CRITICAL : Name.TEXT));
        WidgetText.tip(text, problem.orElse(hint));
    }

    /** Says it below the field, too, as long as that has the focus: for where no words stand beside it. */
    public void note(Optional<String> problem) {
        problem(problem);
        if (note == null && problem.isPresent()) {
            ToolTip made = new ToolTip(text.getShell(), SWT.BALLOON | SWT.ICON_WARNING);
            made.setAutoHide(false);
            text.addListener(SWT.FocusOut, event -> made.setVisible(false));
            // a part that comes before it may leave it the focus
            for (Control in = text; in != text.getShell(); in = in.getParent()) {
                in.addListener(SWT.Hide, event -> made.setVisible(false));
            }
            text.addListener(SWT.Dispose, event -> made.dispose());
            note = made;
        }
        ToolTip shown = note;
        if (shown != null) {
            shown.setMessage(SafeText.line(problem.orElse("")));
            shown.setLocation(text.toDisplay(0, text.getSize().y));
            shown.setVisible(problem.isPresent() && text.isFocusControl());
        }
    }

    /** What is said below the field now; empty: nothing. */
    String noted() {
        ToolTip shown = note;
        return shown != null && shown.isVisible() ? shown.getMessage() : "";
    }

    /** Puts words into the field, with the cursor behind them, as if they had been typed. */
    public void type(String words) {
        text.setText(words);
        text.setSelection(words.length());
    }

    public void setFocus() {
        text.setFocus();
        text.selectAll();
    }
}
