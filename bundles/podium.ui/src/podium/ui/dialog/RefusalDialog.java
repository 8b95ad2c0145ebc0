// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.ui.kit.Icon;
import podium.ui.kit.Kit;
import podium.ui.kit.Palette.Name;
import podium.ui.kit.SafeText;

/** Why something cannot be done, and what can be done instead. */
final class RefusalDialog extends Sheet {
    private final String reason;
    private final String advice;

    RefusalDialog(Shell parent, Kit kit, String title, String reason, String advice) {
        super(parent, kit, title, "", new Point(520, 220));
        this.reason = reason;
        this.advice = advice;
    }

    @Override
    void fill(Composite parent) {
        lines(parent, List.of(SafeText.line(reason)), Icon.FAILED, Name.CRITICAL);
        text(parent, SafeText.line(advice), Name.TEXT);
    }
}
