// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.LineNumbers;
import podium.ui.toolkit.Theme;

/**
 * A text that is YAML, in its colours and with the numbers of its lines. UI thread.
 *
 * @param text in which it is shown or written
 * @param numbers of its lines
 */
public record YamlField(StyledText text, LineNumbers numbers) {
    /** One in which it is written, so many lines high; Tab leaves it, since it indents nothing in YAML. */
    public static YamlField editor(Composite parent, Theme theme, String name, int lines) {
        YamlField field = of(parent, theme, name, SWT.BORDER);
        GridData area = new GridData(SWT.FILL, SWT.FILL, true, true);
        area.heightHint = field.text.getLineHeight() * lines;
        field.text.setLayoutData(area);
        field.text.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT);
        return field;
    }

    /** One in which it is read. */
    public static YamlField reader(Composite parent, Theme theme, String name) {
        return of(parent, theme, name, SWT.READ_ONLY);
    }

    private static YamlField of(Composite parent, Theme theme, String name, int style) {
        StyledText text = theme.dress(new StyledText(parent, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | style));
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(6, 4, 6, 4);
        AccessibleName.name(text, name);
        YamlColours.on(text, theme);
        return new YamlField(text, LineNumbers.of(text, theme));
    }
}
