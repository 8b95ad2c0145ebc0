// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/**
 * What a field may become, below it, while the cursor stays in the field. None is chosen before an arrow key or the mouse says so, so
 * that Enter goes on meaning what was typed. UI thread.
 */
final class ProposalList {
    private final Text field;
    private final Theme theme;
    private final Consumer<String> taken;
    private List<String> proposals = List.of();
    private int chosen = -1;
    private @Nullable Shell shell;
    private @Nullable Table table;

    /** @param taken called with a proposal that was clicked */
    ProposalList(Text field, Theme theme, Consumer<String> taken) {
        this.field = field;
        this.theme = theme;
        this.taken = taken;
        field.addListener(SWT.FocusOut, event -> close());
        Shell window = field.getShell();
        Listener moved = event -> close();
        window.addListener(SWT.Deactivate, moved);
        window.addListener(SWT.Move, moved);
        field.addListener(SWT.Dispose, event -> {
            close();
            if (!window.isDisposed()) {
                window.removeListener(SWT.Deactivate, moved);
                window.removeListener(SWT.Move, moved);
            }
        });
    }

    /** Shows these instead of those before; none closes the list. */
    void show(List<String> words) {
        proposals = List.copyOf(words);
        chosen = -1;
        if (proposals.isEmpty()) {
            close();
            return;
        }
        Table shown = table == null ? open() : table;
        shown.removeAll();
        proposals.forEach(proposal -> WidgetText.set(new TableItem(shown, SWT.NONE), proposal));
        Shell window = shown.getShell();
        Point below = field.toDisplay(0, field.getSize().y);
        Point size = shown.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        window.setBounds(below.x, below.y, Math.max(field.getSize().x, size.x) + 2, size.y + 2);
        window.setVisible(true);
    }

    boolean isOpen() {
        return table != null;
    }

    /** What is shown. */
    List<String> proposals() {
        return isOpen() ? proposals : List.of();
    }

    /** The one that an arrow key went to. */
    Optional<String> chosen() {
        return isOpen() && chosen >= 0 ? Optional.of(proposals.get(chosen)) : Optional.empty();
    }

    /** Goes down or up; above the first none is chosen. */
    void move(int by) {
        @Nullable Table shown = table;
        if (shown != null) {
            chosen = Math.clamp(chosen + by, -1, proposals.size() - 1);
            if (chosen < 0) {
                shown.deselectAll();
            } else {
                shown.setSelection(chosen);
            }
        }
    }

    void close() {
        @Nullable Shell window = shell;
        shell = null;
        table = null;
        chosen = -1;
        if (window != null && !window.isDisposed()) {
            window.dispose();
        }
    }

    private Table open() {
        Shell window = new Shell(field.getShell(), SWT.ON_TOP | SWT.TOOL | SWT.NO_FOCUS | SWT.NO_TRIM);
        theme.own(window);
        window.setBackground(theme.color(Name.LINE));
        FillLayout layout = new FillLayout();
        layout.marginWidth = 1;
        layout.marginHeight = 1;
        window.setLayout(layout);
        Table made = new Table(window, SWT.SINGLE | SWT.NO_FOCUS);
        theme.own(made);
        made.setBackground(theme.color(Name.RAISED));
        made.setForeground(theme.color(Name.TEXT));
        AccessibleName.name(made, "Proposals");
        made.addMouseListener(MouseListener.mouseDownAdapter(event -> {
            @Nullable TableItem at = made.getItem(new Point(event.x, event.y));
            if (at != null) {
                taken.accept(proposals.get(made.indexOf(at)));
            }
        }));
        shell = window;
        table = made;
        return made;
    }
}
