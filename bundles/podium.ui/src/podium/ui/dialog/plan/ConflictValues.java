// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.core.json.Json;
import podium.operation.FieldConflict;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.LineWrap;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** The values of one field as a whole, which a table cuts: what was there, what was wanted, what is there now. UI thread. */
public final class ConflictValues {
    private static final int LINES = 2;

    private final Composite box;
    private final Theme theme;
    private final Label field;
    private final StyledText base;
    private final StyledText ours;
    private final StyledText theirs;

    ConflictValues(Composite parent, Theme theme) {
        this.theme = theme;
        box = theme.dress(new Composite(parent, SWT.NONE));
        box.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(box);
        field = theme.dress(new Label(box, SWT.WRAP), Name.SURFACE, Name.TEXT);
        GridData all = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        all.widthHint = 600;
        field.setLayoutData(all);
        base = value(Texts.of("ConflictValues.beforeBase"));
        ours = value(Texts.of("ConflictValues.ours"));
        theirs = value(Texts.of("ConflictValues.theirsNow"));
    }

    /** Shows the values of a field. */
    void show(FieldConflict conflict) {
        WidgetText.set(field, SafeText.line(Json.place(conflict.field())) + ": " + verdict(conflict));
        base.setText(LineWrap.broken(SafeText.line(conflict.base())));
        ours.setText(LineWrap.broken(SafeText.line(conflict.ours())));
        theirs.setText(LineWrap.broken(SafeText.line(conflict.theirs())));
        box.layout(true);
    }

    /** What became of a field. */
    public static String verdict(FieldConflict conflict) {
        return conflict.isChanged()
                ? Texts.of("ConflictValues.changedBySomebodyElse")
                : conflict.theirs().equals(conflict.base())
                        ? Texts.of("ConflictValues.nobodyElseChangedIt")
                        : Texts.of("ConflictValues.somebodyElseChangedIt");
    }

    private StyledText value(String name) {
        Label label = theme.dress(new Label(box, SWT.NONE), Name.SURFACE, Name.MUTED);
        WidgetText.set(label, name);
        label.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        StyledText text = theme.dress(
                new StyledText(box, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL), Name.PANEL, Name.TEXT);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(4, 2, 4, 2);
        text.setAlwaysShowScrollBars(false);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.heightHint = text.getLineHeight() * LINES;
        data.widthHint = 600;
        text.setLayoutData(data);
        // the keyboard goes on to the next control, as it does from the table
        text.addTraverseListener(event ->
                event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        AccessibleName.name(text, name);
        return text;
    }
}
