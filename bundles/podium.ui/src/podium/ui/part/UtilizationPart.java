// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import jakarta.inject.Inject;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import podium.core.fleet.FleetService;
import podium.core.metrics.HistoryReader;
import podium.telemetry.TelemetryStore;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.utilization.UtilizationView;

/** The Utilization part: how the selection, or else the whole fleet, was used over time. */
public class UtilizationPart {
    private final UtilizationView view;

    @Inject
    public UtilizationPart(
            Composite parent,
            FleetService fleet,
            FleetSelection selection,
            TelemetryStore telemetry,
            HistoryReader past,
            UiServices services) {
        PartToolbar toolbar = PartToolbar.above(parent, services.theme());
        view = new UtilizationView(parent, toolbar, fleet, selection, telemetry, past, services);
        view.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    }

    @Focus
    public void focus() {
        TabKey.focus(view.control());
    }
}
