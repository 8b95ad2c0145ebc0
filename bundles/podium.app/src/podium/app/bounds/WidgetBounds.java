// SPDX-License-Identifier: Apache-2.0
package podium.app.bounds;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import podium.ui.toolkit.NamedBounds;

/** Walks what is visible and lists it with its place on the display. UI thread. */
final class WidgetBounds {
    private final Display display;

    WidgetBounds(Display display) {
        this.display = display;
    }

    /** One line for each thing: kind, name, x, y, width, height, separated by tabs. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Shell shell : display.getShells()) {
            if (shell.isVisible()) {
                lines.add(line("shell", shell.getText(), shell.getBounds()));
                walk(shell, lines);
            }
        }
        return lines;
    }

    private void walk(Composite parent, List<String> lines) {
        for (Control control : parent.getChildren()) {
            if (!control.isVisible()) {
                continue;
            }
            if (control.getData(NamedBounds.KEY) instanceof NamedBounds placed) {
                placed.places()
                        .forEach((name, bounds) -> lines.add(line("thing", name, display.map(control, null, bounds))));
            }
            switch (control) {
                case Button button ->
                    lines.add(line(button.isEnabled() ? "button" : "disabled", button.getText(), onScreen(button)));
                case Text text -> lines.add(line("text", text.getMessage(), onScreen(text)));
                case StyledText text -> lines.add(line("text", text.getText(), onScreen(text)));
                case Label label -> lines.add(line("label", label.getText(), onScreen(label)));
                case ToolBar bar -> {
                    for (ToolItem item : bar.getItems()) {
                        lines.add(line(
                                item.isEnabled() ? "tool" : "disabled",
                                item.getText(),
                                display.map(bar, null, item.getBounds())));
                    }
                }
                case CTabFolder folder -> {
                    for (CTabItem item : folder.getItems()) {
                        if (item.isShowing()) {
                            lines.add(line("tab", item.getText().strip(), display.map(folder, null, item.getBounds())));
                        }
                    }
                    walk(folder, lines);
                }
                case Composite composite -> walk(composite, lines);
                default -> {}
            }
        }
    }

    private Rectangle onScreen(Control control) {
        return display.map(control.getParent(), null, control.getBounds());
    }

    private static String line(String kind, String name, Rectangle bounds) {
        return String.join(
                "\t",
                kind,
                name.replaceAll("\\s+", " ").replace("&", ""),
                String.valueOf(bounds.x),
                String.valueOf(bounds.y),
                String.valueOf(bounds.width),
                String.valueOf(bounds.height));
    }
}
