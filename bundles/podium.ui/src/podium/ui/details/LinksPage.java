// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.link.LinkReport;
import podium.core.link.MachineLinks;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.ui.details.LinkRow.Shown;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.InputPrompt;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The links of this machine as a matrix: measured beside what is to be expected. Measures when it is asked to. */
public final class LinksPage implements DetailsPage {
    private static final Duration THROTTLE = Duration.ofMillis(100);
    private static final String CONFIRM = Texts.of("LinksPage.confirm");

    private final MachineLinks links;
    private final UiServices services;
    private final Dialogs dialogs;
    private final Composite box;
    private final PartToolbar toolbar;
    private final Label said;
    private final ToolItem measure;
    private final ToolItem held;
    private final ToolItem stop;
    private final EmptyState empty;
    private final Repaint repaint;
    private final LinkMeasurement measuring;
    private Shown shown = Shown.SPEED;
    private @Nullable RowTable<LinkRow> table;
    private @Nullable LinkReport tabled;
    private Optional<Node> node = Optional.empty();

    public LinksPage(Composite parent, UiServices services, MachineLinks links, Dialogs dialogs) {
        this.links = links;
        this.services = services;
        this.dialogs = dialogs;
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        repaint = Repaint.of(box, THROTTLE, this::refresh);
        measuring = new LinkMeasurement(links, services.background(), repaint::request);
        toolbar = PartToolbar.above(box, services.theme());
        toolbar.label("", true);
        toolbar.choice(
                        UnaryOperator.identity(),
                        List.of(Texts.of("LinksPage.speed"), Texts.of("LinksPage.latency")),
                        0,
                        this::choose)
                .setToolTipText(Texts.of("LinksPage.whatToShowFor"));
        measure = toolbar.button(
                Icon.RUNNING,
                Texts.of("LinksPage.measure"),
                Texts.of("LinksPage.copiesBetweenGpusThat"),
                () -> start(false));
        held = toolbar.button(Icon.WARNING, "", Texts.of("LinksPage.heldTooMeasuresGpus"), this::ask);
        stop = toolbar.button(Icon.CLOSED, "", Texts.of("LinksPage.stopEndsTheMeasurement"), measuring::stop);
        said = services.theme().dress(new Label(box, SWT.NONE), Name.SURFACE, Name.MUTED);
        said.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        empty = new EmptyState(box, services.theme());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        box.addDisposeListener(event -> measuring.stop());
    }

    @Override
    public String title() {
        return Texts.of("LinksPage.links");
    }

    @Override
    public Control control() {
        return box;
    }

    @Override
    public boolean isFor(EObject thing) {
        return node(thing).filter(it -> links.isHere(it) || isOnlySimulated(it)).isPresent();
    }

    private boolean isOnlySimulated(Node at) {
        return at.getCluster() != null && at.getCluster().isSimulated() && !links.isHere(at);
    }

    @Override
    public void show(EObject thing) {
        node = node(thing);
        if (node.filter(this::isOnlySimulated).isEmpty()) {
            measuring.look();
        }
        refresh();
    }

    private static Optional<Node> node(EObject thing) {
        return switch (thing) {
            case Node itself -> Optional.of(itself);
            case Accelerator device when device.eContainer() instanceof Node parent -> Optional.of(parent);
            default -> Optional.empty();
        };
    }

    private void choose(int option) {
        shown = Shown.values()[option];
        tabled = null;
        refresh();
    }

    private void start(boolean evenHeld) {
        node.ifPresent(here -> {
            measuring.start(here, evenHeld);
            refresh();
        });
    }

    /** Told once by the button, twice by the word. */
    private void ask() {
        dialogs.ask(
                new InputPrompt(
                        Texts.of("LinksPage.measureGpusThatAre"),
                        Texts.of("LinksPage.theCopiesTakeBandwidth", CONFIRM),
                        Texts.of("LinksPage.measure"),
                        "",
                        List.of(),
                        word -> word.equals(CONFIRM)
                                ? Optional.empty()
                                : Optional.of(Texts.of("LinksPage.type", CONFIRM))),
                word -> start(true));
    }

    private void refresh() {
        if (node.filter(this::isOnlySimulated).isPresent()) {
            List.of(measure, held, stop).forEach(button -> button.setEnabled(false));
            say("");
            empty.why(Texts.of("LinksPage.aSimulatedNodeHas"), Texts.of("LinksPage.forTheMachineThat"));
            return;
        }
        boolean running = measuring.isRunning();
        boolean can = !running && measuring.absence().isEmpty();
        measure.setEnabled(can);
        held.setEnabled(can && measuring.leftOut());
        stop.setEnabled(running);
        say(measuring.words());
        Optional<LinkReport> last = links.last();
        if (measuring.absence().isPresent()) {
            empty.why(
                    Texts.of("LinksPage.linksCannotBeMeasured"),
                    measuring.absence().get());
        } else if (!running && measuring.problem().isPresent()) {
            empty.why(Texts.of("LinksPage.theLinksWereNot"), measuring.problem().get());
        } else if (last.isPresent()) {
            empty.content(table(last.get()).control());
        } else {
            empty.why(
                    running ? Texts.of("LinksPage.measuring") : Texts.of("LinksPage.theLinksAreNot"),
                    running ? Texts.of("LinksPage.eachLinkTakesAbout") : Texts.of("LinksPage.measureCopiesUpTo"));
        }
    }

    /** The ends may be others than in the last measurement, so the table is made anew for each. */
    private RowTable<LinkRow> table(LinkReport report) {
        RowTable<LinkRow> present = table;
        if (present != null && tabled == report) {
            return present;
        }
        RowTable<LinkRow> made = RowTable.table(
                empty.stack(), services.theme(), LinkRow.columns(report, shown), Texts.of("LinksPage.linksMeasured"));
        made.tip(LinkRow::tip);
        made.show(Rows.of(LinkRow.of(report), row -> LinkRow.name(row.from())));
        table = made;
        tabled = report;
        empty.content(made.control());
        if (present != null) {
            present.control().dispose();
        }
        return made;
    }

    private void say(String words) {
        if (!WidgetText.shows(said, words)) {
            WidgetText.set(said, words);
            WidgetText.wholeTip(said, words);
            toolbar.control().layout(true);
        }
    }
}
