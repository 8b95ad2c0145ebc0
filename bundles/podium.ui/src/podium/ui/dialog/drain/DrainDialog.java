// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.plan.Checked;
import podium.ui.dialog.ConsoleDialog;
import podium.ui.texts.Texts;
import podium.ui.toolkit.UiServices;

/** A drain before it begins: the fate of each pod and why, budgets, what blocks, what is lost, and the options. */
public final class DrainDialog extends ConsoleDialog {
    static final String DRAIN = Texts.of("DrainDialog.drain");

    private final List<Node> nodes;
    private final Function<DrainRequest, DrainPreview> previews;
    private final Function<DrainPreview, Callable<Checked>> checks;
    private final Function<DrainPreview, Optional<String>> approvals;
    private DrainPreview preview;
    private @Nullable DrainView view;

    public DrainDialog(
            Shell parent,
            UiServices services,
            List<Node> nodes,
            Function<DrainRequest, DrainPreview> previews,
            Function<DrainPreview, Callable<Checked>> checks,
            Function<DrainPreview, Optional<String>> approvals) {
        super(parent, services, DrainText.title(nodes), DRAIN, new Point(1200, 600));
        this.nodes = nodes;
        this.previews = previews;
        this.checks = checks;
        this.approvals = approvals;
        this.preview = previews.apply(new DrainRequest(nodes, false, false, Optional.empty(), Optional.empty()));
    }

    /** The preview that is shown. */
    public DrainPreview preview() {
        return preview;
    }

    @Override
    protected Optional<Cluster> cluster() {
        return nodes.stream().map(Node::getCluster).filter(Objects::nonNull).findFirst();
    }

    @Override
    protected void fill(Composite parent) {
        DrainView filled = new DrainView(parent, this, preview, previews);
        view = filled;
        filled.open();
    }

    /** What is otherwise at the last moment is shown, and the dialog stays. */
    @Override
    protected void okPressed() {
        DrainView filled = view;
        if (filled == null || filled.holds()) {
            super.okPressed();
        }
    }

    @Override
    protected boolean confirmsByEnter() {
        return false;
    }

    /** What is shown and checked from now on, and no other, is what is confirmed. */
    void shows(DrainPreview now) {
        preview = now;
    }

    /** Why a second person must approve a preview that was checked. */
    Optional<String> approval(DrainPreview of) {
        return approvals.apply(of);
    }

    /** The check of a preview. */
    Callable<Checked> check(DrainPreview of) {
        return checks.apply(of);
    }
}
