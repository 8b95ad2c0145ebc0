// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import podium.ui.toolkit.Palette.Name;

/** Content, or in its place why there is none and what to do next. UI thread. */
public final class EmptyState {
    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private final Composite page;
    private final Label title;
    private final Label next;

    /** A place for content; the content's parent is {@link #stack()}. */
    public EmptyState(Composite parent, Theme theme) {
        stack = theme.dress(new Composite(parent, SWT.NONE));
        stack.setLayout(layout);
        page = theme.dress(new Composite(stack, SWT.NONE));
        GridLayout grid = new GridLayout(1, false);
        grid.marginWidth = 16;
        grid.marginHeight = 16;
        page.setLayout(grid);
        title = theme.dress(new Label(page, SWT.WRAP | SWT.CENTER));
        title.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, true));
        next = theme.dress(new Label(page, SWT.WRAP | SWT.CENTER), Name.SURFACE, Name.MUTED);
        next.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, true));
    }

    public Composite stack() {
        return stack;
    }

    /** Shows the content, which takes the focus from what had it in its place. */
    public void content(Control content) {
        if (top(content)) {
            TabKey.shown(content);
        }
    }

    /** Shows why it is empty and what to do next. */
    public void why(String reason, String whatNext) {
        if (!WidgetText.shows(title, reason) || !WidgetText.shows(next, whatNext)) {
            WidgetText.set(title, reason);
            WidgetText.set(next, whatNext);
            page.layout(true);
        }
        top(page);
    }

    /** Shows why there is nothing, and what to do next. */
    public void why(PendingOpens.Empty empty) {
        why(empty.reason(), empty.next());
    }

    /** Whether another one was shown. */
    private boolean top(Control control) {
        boolean other = layout.topControl != control;
        if (other) {
            layout.topControl = control;
            stack.layout();
        }
        return other;
    }
}
