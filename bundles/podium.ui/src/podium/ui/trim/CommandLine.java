// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import podium.ui.find.CommandWords;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * The line that {@code :} opens over the window: a kind, a namespace, a context or a part is typed, with proposals; Tab takes the first
 * one, Enter goes there, Escape closes. What is not known is said below it. UI thread.
 */
public final class CommandLine {
    private static final int WIDTH = 460;
    private static final int FROM_TOP = 90;
    private static final int MARGIN = 8;

    private final UiServices services;
    private @Nullable Composite box;
    private @Nullable Control before;
    private Supplier<CommandWords> words = () -> new CommandWords(Map.of(), List.of(), List.of(), List.of());
    private Function<String, Optional<String>> run = line -> Optional.empty();
    private Runnable proposeAgain = () -> {};

    public CommandLine(UiServices services) {
        this.services = services;
    }

    /**
     * Opens it, empty. It lies within the window, so that what is typed at once goes into it and is no key of the window.
     *
     * @param known what is known at the moment it is asked
     * @param goes goes where a line says; what it returns is why not
     */
    public void open(Shell window, Supplier<CommandWords> known, Function<String, Optional<String>> goes) {
        close();
        words = known;
        run = goes;
        before = window.getDisplay().getFocusControl();
        Theme theme = services.theme();
        Composite made = theme.dress(new Composite(window, SWT.BORDER), Name.RAISED, Name.TEXT);
        box = made;
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = MARGIN;
        grid.marginHeight = MARGIN;
        made.setLayout(grid);
        WidgetText.set(theme.dress(new Label(made, SWT.NONE), Name.RAISED, Name.MUTED), ":");
        Text field = new Text(made, SWT.SINGLE | SWT.BORDER);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.setMessage(Texts.of("CommandLine.podsDeployNamespaceNs"));
        AccessibleName.name(field, Texts.of("CommandLine.command"));
        Label said = theme.dress(new Label(made, SWT.WRAP), Name.RAISED, Name.WARNING);
        said.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        ProposalList proposals = new ProposalList(field, theme, taken -> put(field, taken));
        proposeAgain = () -> {
            CommandWords now = words.get();
            String typed = field.getText();
            proposals.show(now.proposals(typed), word -> told(now, typed, word));
        };
        field.addListener(SWT.Modify, event -> {
            WidgetText.set(said, "");
            proposeAgain.run();
        });
        field.addListener(SWT.KeyDown, event -> key(event, field, proposals, said));
        field.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT) {
                event.doit = false;
                proposals.proposals().stream().findFirst().ifPresent(first -> put(field, first));
            } else if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
            }
        });
        Rectangle over = window.getClientArea();
        int width = Math.min(WIDTH, over.width);
        made.setSize(made.computeSize(width, SWT.DEFAULT));
        made.setLocation((over.width - width) / 2, Math.min(FROM_TOP, over.height / 4));
        made.moveAbove(null);
        made.layout(true);
        field.setFocus();
        field.addListener(SWT.FocusOut, event -> close(made));
    }

    /** What is typed whole says what Enter does with it. */
    private static String told(CommandWords words, String typed, String word) {
        String does = word.equals(typed.strip().replaceFirst("^:", "").strip()) ? words.does(word) : "";
        return does.isEmpty() ? word : Texts.of("CommandLine.enterDoes", word, does);
    }

    /** More is known than when it was opened. */
    public void again() {
        if (isOpen()) {
            proposeAgain.run();
        }
    }

    /** Whether it is open. */
    public boolean isOpen() {
        @Nullable Composite open = box;
        return open != null && !open.isDisposed();
    }

    private void key(Event event, Text field, ProposalList proposals, Label said) {
        switch (event.keyCode) {
            case SWT.ESC -> {
                event.doit = false;
                @Nullable Control was = before;
                close();
                if (was != null && !was.isDisposed()) {
                    was.setFocus();
                }
            }
            case SWT.ARROW_DOWN, SWT.ARROW_UP -> {
                event.doit = false;
                proposals.move(event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
            }
            case SWT.CR, SWT.KEYPAD_CR -> {
                event.doit = false;
                take(field, proposals.chosen().orElse(field.getText()), proposals, said);
            }
            default -> {}
        }
    }

    /** What asks for another word is put into the field; all else is done. */
    private void take(Text field, String line, ProposalList proposals, Label said) {
        if (line.endsWith(" ") && !line.equals(field.getText())) {
            put(field, line);
            return;
        }
        Optional<String> why = run.apply(line);
        List<String> only = words.get().proposals(line);
        if (why.isPresent() && only.size() == 1 && !only.getFirst().endsWith(" ")) {
            // what is typed can become one thing only
            why = run.apply(only.getFirst());
        }
        if (why.isEmpty()) {
            close();
        } else if (!said.isDisposed()) {
            proposals.close();
            WidgetText.set(said, why.get());
            Composite open = said.getParent();
            open.setSize(open.computeSize(open.getSize().x, SWT.DEFAULT));
            open.layout(true);
        }
    }

    private static void put(Text field, String line) {
        String safe = SafeText.line(line);
        field.setText(safe);
        field.setSelection(safe.length());
    }

    /** Closes it. */
    public void close() {
        @Nullable Composite open = box;
        if (open != null) {
            close(open);
        }
    }

    private void close(Composite open) {
        if (open == box) {
            box = null;
            proposeAgain = () -> {};
        }
        if (!open.isDisposed()) {
            open.dispose();
        }
    }
}
