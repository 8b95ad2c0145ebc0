// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import podium.core.failure.FailureText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.operation.ProtectionChanges;
import podium.operation.rule.RuleService;
import podium.ui.label.ClusterWords;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.FieldProposals;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The operator's own rules: what is protected, when nothing is changed, what must be typed. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class RulesDialog extends ConsoleDialog {
    /** Lines of each field; it grows with the dialog. */
    private static final int ROWS = 2;

    private final RuleService service;
    private final ProtectionChanges changes;
    private final Fleet fleet;
    private Text nodes;
    private Text namespaces;
    private Text freezes;
    private Text typed;
    private Text approvals;
    private Text approvers;
    private Label said;

    /** @param fleet whose names are proposed */
    public RulesDialog(Shell parent, UiServices services, RuleService service, ProtectionChanges changes, Fleet fleet) {
        super(parent, services, Texts.of("RulesDialog.rules"), Texts.of("RulesDialog.save"), new Point(680, 700));
        this.service = service;
        this.changes = changes;
        this.fleet = fleet;
    }

    @Override
    protected void fill(Composite parent) {
        RuleText text = RuleText.of(service.rules());
        text(parent, Texts.of("RulesDialog.everyOperationOfThis"), Name.TEXT);
        nodes = field(parent, Texts.of("RulesDialog.protectedNodesSuchAs"), text.nodes());
        namespaces = field(parent, Texts.of("RulesDialog.protectedNamespacesSuchAs"), text.namespaces());
        freezes = field(parent, Texts.of("RulesDialog.freezeWindowsSuchAs", ZoneId.systemDefault()), text.freezes());
        typed = field(parent, Texts.of("RulesDialog.clustersWhereAName"), text.typed());
        approvals = field(parent, Texts.of("RulesDialog.clustersWhereASecond"), text.approvals());
        approvers = field(parent, Texts.of("RulesDialog.whoMayApproveA"), text.approvers());
        propose(nodes, cluster -> cluster.getNodes().stream().map(node -> cluster.getName() + "/" + node.getName()));
        propose(namespaces, cluster -> ClusterWords.namespaces(cluster).stream()
                .map(name -> cluster.getName() + "/" + name));
        propose(typed, cluster -> Stream.of(cluster.getName()));
        propose(approvals, cluster -> Stream.of(cluster.getName()));
        said = text(parent, service.problem().map(SafeText::line).orElse(""), Name.CRITICAL);
        ((GridData) said.getLayoutData()).heightHint = 2 * said.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        List.of(nodes, namespaces, freezes, typed, approvals, approvers)
                .forEach(field -> field.addModifyListener(event -> read()));
    }

    private void propose(Text field, Function<Cluster, Stream<String>> names) {
        FieldProposals.names(
                field,
                services().theme(),
                () -> fleet.getClusters().stream().flatMap(names).toList(),
                "\n");
    }

    private Text field(Composite parent, String words, String content) {
        heading(parent, words);
        Text text = new Text(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        services().theme().own(text);
        text.setFont(JFaceResources.getTextFont());
        text.setText(content);
        // a tab in a rule would not be seen, and Tab is the way to the next field
        text.addTraverseListener(event ->
                event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = ROWS * text.getLineHeight();
        text.setLayoutData(data);
        AccessibleName.name(text, words);
        return text;
    }

    /** Says what is not understood; only what is can be saved. */
    private RuleText.Read read() {
        RuleText.Read read = new RuleText(
                        nodes.getText(),
                        namespaces.getText(),
                        freezes.getText(),
                        typed.getText(),
                        approvals.getText(),
                        approvers.getText())
                .read();
        say(read.problems().stream().findFirst());
        return read;
    }

    private void say(Optional<String> problem) {
        WidgetText.set(said, problem.map(SafeText::line).orElse(""));
        enable(problem.isEmpty());
    }

    @Override
    protected void okPressed() {
        RuleText.Read read = read();
        try {
            if (read.problems().isEmpty()) {
                changes.keep(read.rules());
                super.okPressed();
            }
        } catch (IOException e) {
            WidgetText.set(said, Texts.of("RulesDialog.theRulesCannotBe", FailureText.sentence(e)));
        }
    }
}
