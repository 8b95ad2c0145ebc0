// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;

/**
 * Selects as a whole what stands in a field that gets the focus, so that what is typed takes its place: the toolkit puts the caret
 * before it. Behind a folder, which ends with a slash, the caret stands at its end. What was typed by then is left as it is. UI thread.
 */
public final class PrefilledFields {
    private PrefilledFields() {}

    /** Of all fields of one line in this, from now on. */
    public static void select(Composite parent) {
        for (Control control : parent.getChildren()) {
            switch (control) {
                case Text text
                when (text.getStyle() & (SWT.MULTI | SWT.READ_ONLY)) == 0 ->
                    onFocus(text, () -> text.setSelection(begin(text.getText()), text.getCharCount()));
                case Combo combo
                when (combo.getStyle() & SWT.READ_ONLY) == 0 ->
                    onFocus(
                            combo,
                            () -> combo.setSelection(new Point(
                                    begin(combo.getText()), combo.getText().length())));
                case Composite within -> select(within);
                default -> {}
            }
        }
    }

    /** From where it is selected: a folder is gone on from. */
    private static int begin(String words) {
        return words.endsWith("/") ? words.length() : 0;
    }

    /** Selects all that stands in a field now. */
    public static void selectAll(Combo combo) {
        combo.setSelection(new Point(0, combo.getText().length()));
    }

    private static void onFocus(Control field, Runnable all) {
        Listener focus = event -> all.run();
        field.addListener(SWT.FocusIn, focus);
        field.addListener(SWT.Modify, event -> {
            if (field.isFocusControl()) {
                field.removeListener(SWT.FocusIn, focus);
            }
        });
    }
}
