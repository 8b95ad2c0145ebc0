// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.PrefilledFields;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Theme;

/** A field in a part's bar in which something is chosen from a list, or typed. No tip lies over the rows below it. UI thread. */
final class ChoiceField {
    private static final int WIDTH = 170;

    private final Combo combo;
    /** Whether a click that ends now is the one that brought the focus. */
    private boolean entered;

    /**
     * Creates the field.
     *
     * @param chosen called when something was picked, or typed and entered
     */
    ChoiceField(PartToolbar bar, Theme theme, String name, Runnable chosen) {
        combo = new Combo(bar.control(), SWT.DROP_DOWN);
        theme.own(combo);
        bar.place(combo, WIDTH);
        AccessibleName.name(combo, name);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen.run()));
        combo.addListener(SWT.DefaultSelection, event -> chosen.run());
        combo.addListener(SWT.KeyDown, event -> {
            entered = false;
            if (event.character == ':') {
                // it begins a word of the command line, whatever stands there and wherever the caret is
                PrefilledFields.selectAll(combo);
            }
        });
        // what is typed takes the place of what stood there; a click puts the caret into it once it has the focus
        combo.addListener(SWT.FocusIn, event -> {
            entered = true;
            PrefilledFields.selectAll(combo);
        });
        combo.addListener(SWT.MouseUp, event -> {
            if (entered && combo.getSelection().x == combo.getSelection().y) {
                PrefilledFields.selectAll(combo);
            }
            entered = false;
        });
    }

    /** What can be picked; what stands in the field stays. */
    void offer(List<String> words) {
        String now = combo.getText();
        keeping(() -> {
            combo.setItems(words.stream().map(SafeText::line).toArray(String[]::new));
            combo.setText(now);
        });
    }

    /** Puts words into the field. Tells nobody. */
    void show(String words) {
        if (!combo.getText().equals(words)) {
            keeping(() -> combo.setText(SafeText.line(words)));
        }
    }

    /** Leaves selected what is selected as a whole: the toolkit puts the caret before it, where it would be typed into. */
    private void keeping(Runnable change) {
        boolean whole = combo.getSelection().equals(new Point(0, combo.getText().length()));
        change.run();
        if (whole) {
            PrefilledFields.selectAll(combo);
        }
    }

    String chosen() {
        return combo.getText().strip();
    }

    void focus() {
        combo.setFocus();
        PrefilledFields.selectAll(combo);
    }
}
