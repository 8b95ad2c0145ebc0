// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
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
    private final Button button;
    private Runnable act = () -> {};

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
        button = new Button(page, SWT.PUSH);
        theme.own(button);
        button.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, false));
        ((GridData) button.getLayoutData()).exclude = true;
        button.setVisible(false);
        button.addListener(SWT.Selection, event -> act.run());
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
        why(reason, whatNext, "", () -> {});
    }

    /** Shows why it is empty, and a button that does something about it. */
    public void why(String reason, String words, Runnable does) {
        why(reason, "", words, does);
    }

    private void why(String reason, String whatNext, String words, Runnable does) {
        act = does;
        if (!WidgetText.shows(title, reason) || !WidgetText.shows(next, whatNext) || !words.equals(button.getText())) {
            WidgetText.set(title, reason);
            WidgetText.set(next, whatNext);
            WidgetText.set(button, words);
            button.setVisible(!words.isEmpty());
            ((GridData) button.getLayoutData()).exclude = words.isEmpty();
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
