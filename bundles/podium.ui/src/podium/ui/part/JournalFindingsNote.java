// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** What the operator must know of the journal and the rules, above the operations; not there while all is well. UI thread. */
final class JournalFindingsNote {
    private final Composite box;
    private final Label words;
    private List<String> shown = List.of();

    /**
     * Creates it in a parent with a grid of one column.
     *
     * @param read what is done when the operator says that it was read
     */
    JournalFindingsNote(Composite parent, Theme theme, Runnable read) {
        box = theme.dress(new Composite(parent, SWT.NONE), Name.PANEL, Name.TEXT);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.exclude = true;
        box.setLayoutData(data);
        box.setVisible(false);
        GridLayout grid = new GridLayout(3, false);
        grid.marginWidth = 8;
        grid.marginHeight = 4;
        box.setLayout(grid);
        Label icon = theme.dress(new Label(box, SWT.NONE), Name.PANEL, Name.TEXT);
        icon.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
        theme.onTheme(icon, () -> icon.setImage(theme.image(Icon.WARNING, Name.CRITICAL)));
        words = theme.dress(new Label(box, SWT.WRAP), Name.PANEL, Name.CRITICAL);
        GridData fill = new GridData(SWT.FILL, SWT.TOP, true, false);
        fill.widthHint = 200;
        words.setLayoutData(fill);
        button(theme, read);
    }

    private void button(Theme theme, Runnable read) {
        Button button = new Button(box, SWT.PUSH);
        theme.own(button);
        WidgetText.set(button, Texts.of("JournalFindingsNote.iHaveReadThis"));
        WidgetText.tip(button, Texts.of("JournalFindingsNote.doNotShowIt"));
        button.setLayoutData(new GridData(SWT.END, SWT.TOP, false, false));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> read.run()));
    }

    void show(List<String> findings) {
        if (findings.equals(shown)) {
            return;
        }
        shown = List.copyOf(findings);
        WidgetText.set(
                words, String.join("\n", findings.stream().map(SafeText::line).toList()));
        ((GridData) box.getLayoutData()).exclude = findings.isEmpty();
        box.setVisible(!findings.isEmpty());
        box.getParent().layout(true, true);
    }
}
