// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.core.cluster.ClusterTarget;
import podium.core.file.Home;
import podium.ui.cluster.ContextChoices;
import podium.ui.cluster.ContextLine;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.texts.Texts;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** All contexts that can be opened, one or several in one go. */
public final class ContextsDialog extends ConsoleDialog {
    private static final int ROWS = 10;
    private final BiConsumer<List<Path>, Consumer<ContextChoices>> read;
    private final List<Path> named = new ArrayList<>();
    private ContextChoices choices;
    private String filter = "";
    private List<ContextLine> chosen = List.of();
    private @Nullable RowTable<ContextLine> table;
    private @Nullable Label said;

    /** @param read reads them again with those of the files that the operator named; answers in the UI thread */
    public ContextsDialog(
            Shell parent,
            UiServices services,
            ContextChoices choices,
            BiConsumer<List<Path>, Consumer<ContextChoices>> read) {
        super(
                parent,
                services,
                Texts.of("ContextsDialog.openClusters"),
                Texts.of("ContextsDialog.open"),
                new Point(980, 480));
        this.choices = choices;
        this.read = read;
    }

    /** Opens the dialog; what was chosen, nothing when it was cancelled. */
    public List<ClusterTarget> choose() {
        return open() == OK
                ? chosen.stream()
                        .filter(ContextLine::ready)
                        .map(line -> line.entry().target())
                        .toList()
                : List.of();
    }

    private List<Column<ContextLine, ?>> columns() {
        return List.of(
                Column.text("context", Texts.of("ContextsDialog.context"), 210, Form.NAME, ContextLine::name),
                Column.text("server", Texts.of("ContextsDialog.server"), 240, Form.NAME, line -> line.entry()
                        .server()),
                Column.text("namespace", Texts.of("ContextsDialog.namespace"), 90, Form.NAME, line -> line.entry()
                        .namespace()),
                Column.text("user", Texts.of("ContextsDialog.user"), 130, Form.NAME, line -> line.entry()
                        .user()),
                Column.<ContextLine>text("opened", Texts.of("ContextsDialog.lastOpened"), 90, Form.NAME, this::opened)
                        .telling(line -> line.open()
                                ? ""
                                : line.opened().map(Formats::time).orElse("")),
                Column.text("file", Texts.of("ContextsDialog.kubeconfig"), 150, Form.NAME, ContextLine::file));
    }

    private String opened(ContextLine line) {
        return line.open()
                ? Texts.of("ContextsDialog.openNow")
                : line.opened()
                        .map(at -> Texts.of(
                                "ContextsDialog.ago",
                                Formats.age(at, services().clock().instant())))
                        .orElse("");
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("ContextsDialog.clustersOpenReadOnly"), Name.TEXT);
        FilterField field = new FilterField(parent, services().theme(), Texts.of("ContextsDialog.filterContexts"), "");
        field.setMessage(Texts.of("ContextsDialog.filterHint"));
        field.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        RowTable<ContextLine> made =
                RowTable.table(parent, services().theme(), columns(), Texts.of("ContextsDialog.contexts"));
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = RowTable.ROW_HEIGHT * ROWS;
        made.control().setLayoutData(data);
        table = made;
        Label words = text(parent, "", Name.MUTED);
        said = words;
        Button other = new Button(parent, SWT.PUSH);
        services().theme().own(other);
        WidgetText.set(other, Texts.of("ContextsDialog.otherFile"));
        other.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> otherFile()));
        field.onType(typed -> {
            filter = typed;
            show();
        });
        field.onLeave(made::enter);
        made.onSelect(this::choose);
        made.onOpen(line -> {
            choose(List.of(line));
            if (line.ready()) {
                okPressed();
            }
        });
        show();
        // where there is no context Open is grey, and a grey button takes no key, not even Escape
        field.control().setFocus();
    }

    private void otherFile() {
        FileDialog files = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        files.setText(Texts.of("ContextsDialog.openKubeconfig"));
        files.setFilterPath(Home.folder().resolve(".kube").toString());
        if (files.open() != null) {
            List<Path> added = new ArrayList<>();
            for (String name : files.getFileNames()) {
                added.add(Path.of(files.getFilterPath(), name));
            }
            add(added);
        }
    }

    /** Adds the contexts of files, and selects them. */
    void add(List<Path> files) {
        named.addAll(files);
        read.accept(List.copyOf(named), now -> {
            if (getShell() != null && !getShell().isDisposed()) {
                choices = now;
                show();
                select(now.lines().stream()
                        .filter(line -> files.contains(line.entry().target().kubeconfig()))
                        .toList());
            }
        });
    }

    private void show() {
        RowTable<ContextLine> shown = table;
        if (shown == null) {
            return;
        }
        List<ContextLine> lines =
                choices.lines().stream().filter(line -> line.matches(filter)).toList();
        shown.none(
                choices.lines().isEmpty()
                        ? Texts.of("ContextsDialog.noContextWasFound")
                        : Texts.of("ContextsDialog.noContextMatchesThe"));
        shown.show(Rows.of(lines, line -> line.entry().target().id().value()));
        select(lines.stream().filter(ContextLine::ready).limit(1).toList());
    }

    private void select(List<ContextLine> lines) {
        RowTable<ContextLine> shown = table;
        if (shown != null) {
            shown.select(lines.stream()
                    .map(line -> line.entry().target().id().value())
                    .toList());
            choose(lines);
        }
    }

    private void choose(List<ContextLine> lines) {
        chosen = lines;
        long ready = lines.stream().filter(ContextLine::ready).count();
        enable(ready > 0);
        confirm(ready > 1 ? Texts.of("ContextsDialog.openSeveral", ready) : Texts.of("ContextsDialog.open"));
        Label label = said;
        if (label != null) {
            WidgetText.set(label, words());
            label.setForeground(services().theme().color(wrong().isEmpty() ? Name.MUTED : Name.CRITICAL));
            label.requestLayout();
        }
    }

    private List<String> wrong() {
        List<String> wrong = new ArrayList<>(choices.problems());
        chosen.stream()
                .map(line -> line.entry().problem())
                .filter(problem -> !problem.isEmpty())
                .forEach(wrong::add);
        return wrong;
    }

    private String words() {
        List<String> wrong = wrong();
        return wrong.isEmpty()
                ? Texts.of("ContextsDialog.kubectlReads", SafeText.line(choices.from()))
                : SafeText.lines(String.join("\n", wrong));
    }
}
