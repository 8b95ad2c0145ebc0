// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import podium.ui.toolkit.AccessibleName;

/** Finds what a screen reader could not call by a name. In the UI thread. */
public final class Unnamed {
    private Unnamed() {}

    /** Fails for a control below a composite that can be seen, takes the keyboard or the mouse, and has no name. */
    public static void none(Composite in) {
        List<String> unnamed = new ArrayList<>();
        walk(in, unnamed);
        if (!unnamed.isEmpty()) {
            throw new AssertionError("a screen reader has no name for " + unnamed);
        }
    }

    private static void walk(Control control, List<String> unnamed) {
        if (!control.isVisible()) {
            return;
        }
        if (!isNamed(control)) {
            unnamed.add(path(control));
        }
        if (control instanceof ToolBar bar) {
            Stream.of(bar.getItems())
                    .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                    .filter(item -> isBlank(item.getText()) && isBlank(item.getToolTipText()))
                    .forEach(item -> unnamed.add(name(item, bar)));
        }
        if (control instanceof Composite composite && !(control instanceof Combo) && !(control instanceof CCombo)) {
            for (Control child : composite.getChildren()) {
                walk(child, unnamed);
            }
        }
    }

    private static boolean isNamed(Control control) {
        boolean spoken =
                AccessibleName.of(control).filter(name -> !name.isBlank()).isPresent();
        return spoken
                || switch (control) {
                    case Button button -> !isBlank(button.getText());
                    case Shell shell -> shell.getParent() == null || !isBlank(shell.getText());
                    case Text _, StyledText _, Combo _, CCombo _, Spinner _, Table _, Tree _, NatTable _ -> false;
                    case Canvas canvas -> !canvas.isListening(SWT.KeyDown);
                    default -> true;
                };
    }

    private static String name(ToolItem item, ToolBar bar) {
        return "button " + bar.indexOf(item) + " of " + path(bar);
    }

    private static String path(Control control) {
        @Nullable Composite parent = control.getParent();
        return (parent == null ? "" : path(parent) + " > ") + control;
    }

    private static boolean isBlank(@Nullable String words) {
        return words == null || words.isBlank();
    }
}
