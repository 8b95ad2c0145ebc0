// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.core.fleet.FleetService;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.HypothesisReader;
import podium.model.fleet.Cluster;
import podium.ui.label.FleetLabels;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The What if part: what is supposed at the left, what would follow at the right. Nothing here touches a cluster. */
public class WhatIfPart {
    private final FleetService fleet;
    private final FleetSelection selection;
    private final WhatIfSession supposition;
    private final FilterField input;
    private final Label said;
    private final EmptyState empty;
    private final SashForm sash;
    private final RowTable<Hypothesis> hypotheses;
    private final RowTable<WhatIfLine> answers;

    @Inject
    public WhatIfPart(
            Composite parent, FleetService fleet, FleetSelection selection, WhatIfSession supposition, UiServices kit) {
        this.fleet = fleet;
        this.selection = selection;
        this.supposition = supposition;
        PartToolbar strip = PartToolbar.above(parent, kit.look());
        input = strip.filter("Suppose", HypothesisReader.HINT + "\nEnter adds it to what is supposed.");
        input.setMessage("what if: " + HypothesisReader.HINT);
        input.control().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                read();
            }
        }));
        input.onType(typed -> input.problem(Optional.empty()));
        strip.button(Icon.CLOSED, "Selection down", "Suppose that the selected nodes or domains were gone", this::down);
        strip.button(Icon.RETRY, "", "Answer anew, with the fleet of now", supposition::ask);
        strip.button(Icon.CLEAR, "Clear", "Suppose nothing", supposition::clear);
        said = kit.look().dress(new Label(parent, SWT.NONE), Name.PANEL, Name.WAITING);
        said.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        empty = new EmptyState(parent, kit.look());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        sash = kit.look().dress(new SashForm(empty.stack(), SWT.HORIZONTAL), Name.LINE, Name.TEXT);
        sash.setSashWidth(1);
        hypotheses = RowTable.table(sash, kit.look(), columns(), "What is supposed");
        answers = RowTable.table(sash, kit.look(), WhatIfLine.columns(), "What would follow");
        sash.setWeights(28, 72);
        Menus.context(hypotheses.control(), kit.look(), this::menu);
        hypotheses.control().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.DEL) {
                supposition.remove(hypotheses.selection());
            }
        }));
        new Subscriptions(sash).add(supposition.listen(it -> show())).add(answers.onOpen(line -> line.thing()
                .ifPresent(it -> selection.set(this, List.of(it)))));
        show();
    }

    @Focus
    public void focus() {
        TabKey.focus(input.control());
    }

    private static List<Column<Hypothesis, ?>> columns() {
        return List.of(Column.text("supposed", "supposed", 200, Form.SENTENCE, Hypothesis::text));
    }

    private void read() {
        Optional<Cluster> cluster = CurrentCluster.of(selection, fleet);
        if (cluster.isEmpty()) {
            input.problem(Optional.of("No cluster is open."));
            return;
        }
        HypothesisReader.Reading reading =
                new HypothesisReader(cluster.get()).read(input.control().getText());
        input.problem(reading.problem());
        if (reading.problem().isPresent()) {
            say(reading.problem().get());
        } else if (!reading.hypotheses().isEmpty()) {
            input.control().setText("");
            supposition.add(cluster.get(), reading.hypotheses());
        }
    }

    private void down() {
        List<Hypothesis> down = SelectionHypotheses.down(selection.get());
        Optional<Cluster> cluster = selection.get().stream()
                .flatMap(thing -> FleetLabels.cluster(thing).stream())
                .findFirst();
        if (down.isEmpty() || cluster.isEmpty()) {
            say("Select nodes or domains first, in any part.");
        } else {
            supposition.add(cluster.get(), down);
        }
    }

    private List<List<Entry>> menu() {
        List<Hypothesis> selected = hypotheses.selection();
        return selected.isEmpty()
                ? List.of()
                : List.of(List.of(Entry.of("Suppose no longer", Icon.CLEAR, () -> supposition.remove(selected))));
    }

    private void say(String words) {
        WidgetText.words(said, "  " + words);
        WidgetText.tip(said, words);
    }

    private void show() {
        List<Hypothesis> supposed = supposition.hypotheses();
        List<Row<Hypothesis>> rows = new ArrayList<>();
        for (int i = 0; i < supposed.size(); i++) {
            rows.add(new Row<>(i + supposed.get(i).text(), supposed.get(i), 0, Fold.NONE));
        }
        hypotheses.show(new Rows<>(rows));
        answers.show(supposition.outlook().map(WhatIfLine::rows).orElse(Rows.none()));
        say(supposition
                .problem()
                .orElse(
                        supposition.isAsking()
                                ? "Working it out \u2026"
                                : supposed.isEmpty()
                                        ? ""
                                        : "Supposed, not real: nothing was sent. The canvas is hatched where"
                                                + " it would differ."));
        if (supposed.isEmpty()) {
            empty.why(
                    "Nothing is supposed.",
                    "Type above what would be different, such as: down rack-7; submit 64x8. Then press Enter.");
        } else {
            empty.content(sash);
        }
    }
}
