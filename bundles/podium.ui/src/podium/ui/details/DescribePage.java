// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import podium.core.api.PodDescriber;
import podium.core.api.PodDescription;
import podium.core.api.PodDescription.Tone;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.model.fleet.Task;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** A pod as {@code kubectl describe} tells it: each container with how it is and how it ended. Read anew while it is in front. */
public final class DescribePage implements DetailsPage {
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final int LABELS = 124;
    private static final int OTHER = 26;

    private final Connections connections;
    private final UiServices services;
    private final Composite box;
    private final PartToolbar toolbar;
    private final Label status;
    private final RowTable<PropertyEntry> table;
    private final Set<String> folded = new HashSet<>();
    private CompletableFuture<?> running = CompletableFuture.completedFuture("");
    private Map<String, List<PropertyEntry>> groups = Map.of();
    private @Nullable Task shown;

    public DescribePage(Composite parent, UiServices services, Connections connections) {
        this.connections = connections;
        this.services = services;
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        toolbar = PartToolbar.above(box, services.theme());
        status = toolbar.label("", true);
        toolbar.button(
                Icon.RETRY, Texts.of("DescribePage.reload"), Texts.of("DescribePage.readThePodAgain"), this::read);
        List<Column<PropertyEntry, ?>> columns = List.of(
                Column.text("fact", Texts.of("DescribePage.fact"), LABELS, Form.NAME, PropertyEntry::label),
                Column.<PropertyEntry>text(
                                "value", Texts.of("DescribePage.value"), 140, Form.SENTENCE, PropertyEntry::value)
                        .marked(PropertyEntry::mark));
        table = RowTable.foldingTable(box, services.theme(), columns, Texts.of("DescribePage.pod"));
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.onFold(row -> {
            if (!folded.remove(row.key())) {
                folded.add(row.key());
            }
            fill();
        });
        table.control().addListener(SWT.Resize, event -> fill());
        Repaint.every(box, AGAIN, () -> {
            if (box.isVisible() && running.isDone()) {
                read();
            }
        });
        box.addDisposeListener(event -> running.cancel(true));
    }

    @Override
    public String title() {
        return Texts.of("DescribePage.pod");
    }

    @Override
    public String id() {
        return "pod";
    }

    @Override
    public Control control() {
        return box;
    }

    @Override
    public boolean isFor(EObject thing) {
        return thing instanceof Task;
    }

    @Override
    public void show(EObject thing) {
        if (thing != shown && thing instanceof Task task) {
            shown = task;
            groups = Map.of();
            table.show(Rows.none());
            say(Texts.of("DescribePage.reading"));
            read();
        }
    }

    private void read() {
        @Nullable Task task = shown;
        if (task == null) {
            return;
        }
        running.cancel(true);
        Optional<PodDescriber> describer = FleetLabels.cluster(task)
                .flatMap(cluster -> connections.capability(ClusterId.of(cluster), PodDescriber.class));
        if (describer.isEmpty()) {
            say(Snapshots.whyNot(task).orElse(Texts.of("DescribePage.theClusterIsNot")));
            return;
        }
        String namespace = task.getNamespace();
        String name = task.getName();
        running = services.background()
                .run(
                        () -> describer.get().describe(namespace, name),
                        this::found,
                        problem -> say(Texts.of("DescribePage.itCouldNotBe", FailureLabel.words(problem))));
    }

    private void found(Optional<PodDescription> description) {
        if (!box.isDisposed()) {
            say(
                    description.isPresent()
                            ? Texts.of("DescribePage.asTheServerHas")
                            : Texts.of("DescribePage.itIsNoLonger"));
            description.ifPresent(it -> {
                groups = groups(it);
                fill();
            });
        }
    }

    private static Map<String, List<PropertyEntry>> groups(PodDescription description) {
        Map<String, List<PropertyEntry>> groups = new LinkedHashMap<>();
        description.sections().stream()
                .filter(section -> !section.lines().isEmpty())
                .forEach(section -> groups.put(
                        SafeText.line(section.title()),
                        section.lines().stream()
                                .map(line -> new PropertyEntry(
                                        SafeText.line(line.label()), SafeText.line(line.value()), mark(line.tone())))
                                .toList()));
        return groups;
    }

    private static Optional<StateIcon> mark(Tone tone) {
        return switch (tone) {
            case PLAIN -> Optional.empty();
            case GOOD -> Optional.of(new StateIcon(Icon.DONE, Name.GOOD));
            case WAITING -> Optional.of(new StateIcon(Icon.WAITING, Name.WAITING));
            case BAD -> Optional.of(new StateIcon(Icon.FAILED, Name.CRITICAL));
        };
    }

    private void fill() {
        if (!groups.isEmpty()) {
            int room = table.control().getClientArea().width - LABELS - OTHER;
            GC gc = new GC(table.control());
            gc.setFont(table.control().getFont());
            table.show(PropertiesPage.rows(groups, folded, LABELS, room, words -> gc.textExtent(words).x));
            gc.dispose();
        }
    }

    private void say(String words) {
        if (!box.isDisposed() && WidgetText.set(status, words)) {
            WidgetText.wholeTip(status, words);
            toolbar.control().layout(true);
        }
    }
}
