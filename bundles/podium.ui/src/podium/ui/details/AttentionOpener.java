// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.List;
import podium.model.fleet.Cluster;
import podium.ui.attention.AttentionKind;
import podium.ui.attention.AttentionLine;
import podium.ui.selection.Filters;
import podium.ui.selection.FleetSelection;
import podium.ui.selection.RevealsOperation;
import podium.ui.toolkit.PartActivator;

/**
 * Goes from a line of what needs attention to what it is about: selected, with the page that says more, or in its filtered list. UI
 * thread.
 */
public final class AttentionOpener implements FleetSelection.Goes {
    private static final String DETAILS = "podium.part.details";
    private static final String FLEET = "podium.part.fleet";
    private static final String JOBS = "podium.part.jobs";
    private static final String OPERATIONS = "podium.part.operations";
    /** Page that advice adds. */
    public static final String WAITS = "waits";

    private final FleetSelection selection;
    private final PartActivator parts;

    public AttentionOpener(FleetSelection selection, PartActivator parts) {
        this.selection = selection;
        this.parts = parts;
    }

    /** Shows what needs attention in a cluster. */
    public void show(Cluster cluster) {
        selection.set(cluster, List.of(cluster));
        page("");
    }

    /** Goes to what a line is about. */
    public void open(AttentionLine line) {
        switch (line.kind()) {
            case NOT_CONNECTED -> parts.show(FLEET);
            case OPERATION_STOPPED ->
                parts.show(OPERATIONS)
                        .filter(RevealsOperation.class::isInstance)
                        .map(RevealsOperation.class::cast)
                        .ifPresent(part -> line.operation().ifPresent(part::revealOperation));
            case USED_BUT_NOT_HELD, IDLE_BUT_HELD -> page(AllocationMismatchPage.ID);
            case SOURCE_SILENT -> page(MetricSourcesPage.ID);
            case JOB_WAITS -> {
                list(line);
                selection.set(this, line.things().subList(0, 1));
                page(pageOf(line.kind()));
            }
            default -> {
                selection.set(this, line.things());
                if (line.more()) {
                    list(line);
                } else {
                    page(pageOf(line.kind()));
                }
            }
        }
    }

    private static String pageOf(AttentionKind kind) {
        return switch (kind) {
            case JOB_FAILING, JOB_FAILED -> FailsPage.ID;
            case JOB_WAITS, PODS_REFUSED -> WAITS;
            default -> "";
        };
    }

    private void list(AttentionLine line) {
        if (line.more() && !line.kind().filter().isEmpty()) {
            parts.show(line.kind().list() == AttentionKind.List.JOBS ? JOBS : FLEET)
                    .filter(Filters.class::isInstance)
                    .map(Filters.class::cast)
                    .ifPresent(part -> part.filter(line.kind().filter()));
        }
    }

    private void page(String id) {
        parts.show(DETAILS)
                .filter(DetailsPages.class::isInstance)
                .map(DetailsPages.class::cast)
                .ifPresent(details -> details.open(id));
    }
}
