// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/**
 * What a field may become, below it while one types; Ctrl+Space asks for it, as does a click while the field is empty. Arrow keys
 * choose, Enter, Tab or a click take, Escape closes the list and not the dialog. None is chosen at first, so that Enter goes on meaning
 * what was typed. A field of several lines is only asked by Ctrl+Space. What else listens to keys of the field is added later and leaves
 * alone what is not {@code doit}. UI thread.
 */
public final class FieldProposals<T> {
    private static final int MOST = 50;
    /** Pixels of a list of short names; longer ones make it wider. */
    private static final int NARROW = 240;

    private static final Set<Integer> WRITE_NOTHING = Set.of((int) SWT.CR, SWT.KEYPAD_CR, (int) SWT.TAB, (int) SWT.ESC);

    private final Text field;
    private final Function<String, List<T>> known;
    private final Function<T, String> told;
    private final Consumer<T> taken;
    private final ProposalPopup popup;
    private List<T> shown = List.of();
    /** Whether a key was pressed that writes: what is put into the field otherwise asks for nothing. */
    private boolean keyed;

    private FieldProposals(
            Text field, Theme theme, Function<String, List<T>> known, Function<T, String> told, Consumer<T> taken) {
        this.field = field;
        this.known = known;
        this.told = told;
        this.taken = taken;
        popup = new ProposalPopup(field, theme, this::take);
    }

    /**
     * Proposes things.
     *
     * @param known what there is for what is typed, the best first
     * @param told how one is listed
     * @param taken what is done with one
     */
    public static <T> void on(
            Text field, Theme theme, Function<String, List<T>> known, Function<T, String> told, Consumer<T> taken) {
        new FieldProposals<>(field, theme, known, told, taken).attach();
    }

    /**
     * Proposes names.
     *
     * @param names all there are, in the order in which they are listed
     * @param between what parts several names in the field, as a character; empty: it holds one
     */
    public static void names(Text field, Theme theme, Supplier<List<String>> names, String between) {
        texts(field, theme, typed -> {
            int end = (field.getStyle() & SWT.MULTI) != 0 ? field.getCaretPosition() : typed.length();
            int begin = between.isEmpty() || end == 0 ? 0 : typed.lastIndexOf(between, end - 1) + 1;
            return new Found(
                    typed.substring(0, begin),
                    matching(names.get(), typed.substring(begin, end)),
                    typed.substring(end));
        });
    }

    /**
     * What may stand at a place of a text.
     *
     * @param before what stands before it
     * @param words what may stand there
     * @param after what stands behind it
     */
    public record Found(String before, List<String> words, String after) {}

    /** Proposes words that go on with a text. */
    public static void texts(Text field, Theme theme, Function<String, Found> known) {
        ofTexts(field, theme, known).attach();
    }

    /** The same over a field that filters the rows below it, which the list does not cover where there is room above. */
    public static void filters(Text field, Theme theme, Function<String, Found> known) {
        FieldProposals<String> proposals = ofTexts(field, theme, known);
        proposals.popup.above();
        proposals.attach();
    }

    private static FieldProposals<String> ofTexts(Text field, Theme theme, Function<String, Found> known) {
        return new FieldProposals<>(field, theme, typed -> known.apply(typed).words(), word -> word, word -> {
            Found found = known.apply(field.getText());
            field.setText(found.before() + word + found.after());
            field.setSelection(found.before().length() + word.length());
        });
    }

    /** Those that begin with a word, then those that have it elsewhere; none where it is one of them and no other goes on with it. */
    public static List<String> matching(List<String> names, String typed) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        names.stream()
                                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(word)),
                        names.stream()
                                .filter(name -> name.toLowerCase(Locale.ROOT).contains(word)))
                .distinct()
                .filter(name -> !name.equals(typed.strip()))
                .toList();
    }

    /** Puts a text into a field, with the cursor behind it. */
    public static void put(Text field, String text) {
        String safe = SafeText.line(text);
        field.setText(safe);
        field.setSelection(safe.length());
    }

    private void show() {
        shown = known.apply(field.getText()).stream().limit(MOST).toList();
        popup.show(
                shown.stream().map(told).toList(),
                new Rectangle(0, 0, Math.min(NARROW, field.getSize().x), field.getSize().y));
    }

    private void attach() {
        field.addListener(SWT.Modify, event -> {
            if ((field.getStyle() & SWT.MULTI) != 0) {
                popup.close();
            } else if (keyed) {
                keyed = false;
                show();
            }
        });
        field.addListener(SWT.MouseUp, event -> {
            if (field.getText().isEmpty() && (field.getStyle() & SWT.MULTI) == 0) {
                show();
            }
        });
        field.addListener(SWT.Traverse, this::traverse);
        field.addListener(SWT.KeyDown, this::key);
    }

    private void take(int place) {
        T chosen = shown.get(place);
        taken.accept(chosen);
        popup.close();
    }

    private void traverse(Event event) {
        boolean takes =
                popup.chosen() >= 0 && (event.detail == SWT.TRAVERSE_RETURN || event.detail == SWT.TRAVERSE_TAB_NEXT);
        if (takes || popup.isOpen() && event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
        }
    }

    private void key(Event event) {
        boolean asks = event.keyCode == ' ' && (event.stateMask & (SWT.MOD1 | SWT.CTRL)) != 0;
        keyed = !asks && event.character != 0 && !WRITE_NOTHING.contains(event.keyCode);
        if (asks) {
            event.doit = false;
            show();
        }
        if (asks || !popup.isOpen()) {
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_DOWN, SWT.ARROW_UP -> {
                event.doit = false;
                popup.move(event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
            }
            case SWT.CR, SWT.KEYPAD_CR, SWT.TAB -> {
                if (popup.chosen() >= 0) {
                    event.doit = false;
                    take(popup.chosen());
                } else {
                    popup.close();
                }
            }
            case SWT.ESC -> {
                event.doit = false;
                popup.close();
            }
            default -> {}
        }
    }
}
