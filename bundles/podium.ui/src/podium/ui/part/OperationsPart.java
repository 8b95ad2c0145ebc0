// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import jakarta.annotation.PostConstruct;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The Operations part. */
public class OperationsPart {

    @PostConstruct
    void create(Composite parent) {
        parent.setLayout(new FillLayout());
        new Label(parent, SWT.NONE).setText("No cluster is open.");
    }
}
