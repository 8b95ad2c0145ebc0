// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.HypothesisReader;
import podium.placement.whatif.WhatIfResult;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowFollower;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Row;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.FieldProposals;
import podium.ui.toolkit.FieldProposals.Found;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The What if part: what is supposed at the left, what would follow at the right. Nothing here touches a cluster. */
public class WhatIfPart {
    private final FleetService fleet;
    private final FleetSelection selection;
    private final WhatIfSession whatIf;
    private final UiServices services;
    private final FilterField input;
    private final Label said;
    private final EmptyState empty;
    private final ToolItem again;
    private final ToolItem clear;
    private final SashForm sash;
    private final RowTable<Hypothesis> hypotheses;
    private final RowTable<WhatIfLine> answers;
    private final RowFollower<WhatIfLine> follower;

    /** An answer is of the fleet of at most so long ago; where it takes longer to work out, of so many times that long. */
    private static final Duration FOLLOW = Duration.ofSeconds(5);

    private static final int TIMES = 20;

    /** Pixels between what is supposed and what would follow: side by side their rows read as one table. */
    private static final int APART = 8;

    /** What the field was filled with: anything else in it is being typed. */
    private String filled = "";

    private List<Hypothesis> known = List.of();
    /** Of what the rows of answers are. */
    private List<Hypothesis> answered = List.of();

    private Optional<Cluster> hinted = Optional.empty();
    private boolean wrong;

    private Optional<WhatIfResult> told = Optional.empty();
    private Instant at = Instant.EPOCH;

    @Inject
    public WhatIfPart(
            Composite parent, FleetService fleet, FleetSelection selection, WhatIfSession whatIf, UiServices services) {
        this.fleet = fleet;
        this.selection = selection;
        this.whatIf = whatIf;
        this.services = services;
        PartToolbar toolbar = PartToolbar.above(parent, services.theme());
        input = toolbar.filter(Texts.of("WhatIfPart.suppose"), "");
        FieldProposals.texts(input.control(), services.theme(), this::names);
        input.control().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (!event.doit) {
                return; // it was meant for the list of names
            }
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                read(CurrentCluster.of(selection, fleet));
            } else if (event.keyCode == SWT.ESC) {
                input.control().setText("");
            }
        }));
        input.control().addListener(SWT.FocusOut, event -> left(CurrentCluster.of(selection, fleet)));
        input.onType(words -> {
            input.problem(Optional.empty());
            if (words.isBlank() && !whatIf.hypotheses().isEmpty()) {
                whatIf.clear(); // the field is the scenario
            }
        });
        toolbar.button(
                Icon.CLOSED,
                Texts.of("WhatIfPart.selectionDown"),
                Texts.of("WhatIfPart.whatIfTheSelected"),
                this::down);
        again = toolbar.button(
                Icon.RETRY,
                Texts.of("WhatIfPart.calculateAgain"),
                Texts.of("WhatIfPart.calculateAgainWithThe"),
                whatIf::ask);
        clear = toolbar.button(
                Icon.CLEAR, Texts.of("WhatIfPart.clear"), Texts.of("WhatIfPart.clearTheScenario"), whatIf::clear);
        said = new Label(parent, SWT.NONE);
        services.theme().own(said);
        services.theme().onTheme(said, this::tone);
        said.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        empty = new EmptyState(parent, services.theme());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        sash = services.theme().dress(new SashForm(empty.stack(), SWT.HORIZONTAL), Name.LINE, Name.TEXT);
        sash.setSashWidth(APART);
        hypotheses = RowTable.table(sash, services.theme(), columns(), Texts.of("WhatIfPart.scenario"));
        answers = RowTable.table(sash, services.theme(), WhatIfLine.columns(), Texts.of("WhatIfPart.whatWouldFollow"));
        follower = new RowFollower<>(answers, line -> line, () -> answers.show(rows())).brief();
        sash.setWeights(18, 82);
        Menus.context(hypotheses.control(), services.theme(), this::menu);
        hypotheses.control().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.DEL) {
                whatIf.remove(hypotheses.selection());
            }
        }));
        Repaint follow = Repaint.of(sash, FOLLOW, this::follow);
        new Subscriptions(sash)
                .add(whatIf.listen(it -> show()))
                .add(selection.listen(selected -> hint()))
                .add(fleet.listen(delta -> {
                    hint();
                    follow.request();
                }))
                .add(answers.onOpen(line -> line.thing().ifPresent(it -> selection.set(this, List.of(it)))));
        hint();
        show();
    }

    @Focus
    public void focus() {
        TabKey.focus(input.control());
    }

    private static List<Column<Hypothesis, ?>> columns() {
        return List.of(Column.text("supposed", Texts.of("WhatIfPart.supposed"), 200, Form.SENTENCE, Hypothesis::text));
    }

    private Found names(String words) {
        HypothesisReader.Names may = CurrentCluster.of(selection, fleet)
                .map(cluster -> new HypothesisReader(cluster).names(words))
                .orElse(new HypothesisReader.Names(List.of(), ""));
        return new Found(
                words.substring(0, words.length() - may.begun().length()),
                FieldProposals.matching(may.names(), may.begun()),
                "");
    }

    /** What was made of the scenario is supposed also when something else in the window is gone to: no other one stands in the field. */
    private void left(Optional<Cluster> cluster) {
        Text text = input.control();
        Repaint.of(text, Duration.ZERO, () -> {
                    @Nullable Control now = text.getDisplay().getFocusControl();
                    boolean made = now != null && now != text && now.getShell() == text.getShell();
                    if (made && !text.getText().isBlank() && !text.getText().equals(filled)) {
                        read(cluster);
                    }
                })
                .request();
    }

    private void read(Optional<Cluster> cluster) {
        if (cluster.isEmpty()) {
            input.problem(Optional.of(Texts.of("WhatIfPart.noClusterIsOpen")));
            return;
        }
        HypothesisReader.Reading reading =
                new HypothesisReader(cluster.get()).read(input.control().getText());
        input.problem(reading.problem());
        if (reading.problem().isPresent()) {
            say(reading.problem().get(), true);
        } else if (!reading.hypotheses().isEmpty()) {
            filled = input.control().getText();
            whatIf.replace(cluster.get(), reading.hypotheses());
        }
    }

    private void down() {
        List<Hypothesis> down = SelectionHypotheses.down(selection.get());
        Optional<Cluster> cluster = selection.get().stream()
                .flatMap(thing -> FleetLabels.cluster(thing).stream())
                .findFirst();
        if (down.isEmpty() || cluster.isEmpty()) {
            say(Texts.of("WhatIfPart.selectNodesOrDomains"), true);
        } else {
            whatIf.add(cluster.get(), down);
        }
    }

    private List<List<Entry>> menu() {
        List<Hypothesis> selected = hypotheses.selection();
        return selected.isEmpty()
                ? List.of()
                : List.of(List.of(Entry.of(
                        Texts.of("WhatIfPart.removeFromTheScenario"), Icon.CLEAR, () -> whatIf.remove(selected))));
    }

    private void say(String words, boolean problem) {
        wrong = problem;
        tone();
        WidgetText.set(said, "  " + words);
        WidgetText.wholeTip(said, words);
    }

    private void tone() {
        said.setBackground(services.theme().color(Name.PANEL));
        said.setForeground(services.theme().color(wrong ? Name.CRITICAL : Name.WAITING));
    }

    /** What can be typed, with names of the cluster that it would be supposed of. */
    private void hint() {
        Optional<Cluster> cluster =
                CurrentCluster.of(selection, fleet).filter(it -> !it.getNodes().isEmpty());
        if (cluster.isEmpty() || cluster.equals(hinted)) {
            return;
        }
        hinted = cluster;
        String hint = SafeText.line(new HypothesisReader(cluster.get()).hint());
        input.hint(Texts.of("WhatIfPart.enterAddsItTo", hint));
        input.setMessage(Texts.of("WhatIfPart.whatIf", hint));
        show();
    }

    /** The answer of before stands until the new one is there. */
    private void follow() {
        Duration pause = whatIf.outlook()
                .map(outlook -> outlook.took().multipliedBy(TIMES))
                .filter(it -> it.compareTo(FOLLOW) > 0)
                .orElse(Duration.ZERO);
        if (!at.plus(pause).isAfter(services.clock().instant())) {
            whatIf.follow();
        }
    }

    /** The scenario stands in the field to be changed; what comes to it while a line is being typed there comes to that line. */
    private void fill(List<Hypothesis> supposed) {
        if (supposed.equals(known)) {
            return;
        }
        List<Hypothesis> more = new ArrayList<>(supposed);
        known.forEach(more::remove);
        known = supposed;
        String being = input.control().getText();
        if (being.isBlank() || being.equals(filled) || more.isEmpty()) {
            filled = text(supposed);
            input.fill(filled);
        } else {
            input.fill(being + "; " + text(more));
        }
    }

    private static String text(List<Hypothesis> some) {
        return some.stream().map(Hypothesis::text).collect(Collectors.joining("; "));
    }

    private void show() {
        List<Hypothesis> supposed = whatIf.hypotheses();
        List<Row<Hypothesis>> rows = new ArrayList<>();
        for (int i = 0; i < supposed.size(); i++) {
            rows.add(new Row<>(i + supposed.get(i).text(), supposed.get(i)));
        }
        again.setEnabled(!supposed.isEmpty());
        clear.setEnabled(!supposed.isEmpty());
        hypotheses.show(new Rows<>(rows));
        fill(supposed);
        if (!whatIf.outlook().equals(told)) {
            told = whatIf.outlook();
            at = services.clock().instant();
        }
        if (!whatIf.isAsking() && supposed.equals(answered) && whatIf.outlook().isPresent()) {
            follower.follow(rows());
        } else {
            answers.show(rows());
        }
        answered = whatIf.isAsking() ? List.of() : supposed;
        say(whatIf.problem().orElseGet(this::status), whatIf.problem().isPresent());
        if (supposed.isEmpty()) {
            empty.why(
                    Texts.of("WhatIfPart.noScenarioYet"),
                    hinted.map(cluster -> Texts.of("WhatIfPart.typeWhatWouldBe", new HypothesisReader(cluster).hint()))
                            .orElse(""));
        } else {
            empty.content(sash);
        }
    }

    private Rows<WhatIfLine> rows() {
        return whatIf.outlook().map(WhatIfLine::rows).orElse(Rows.none());
    }

    /** Of what the answer is, or that it is being worked out; empty: nothing is supposed. */
    private String status() {
        if (whatIf.isAsking()) {
            return Texts.of("WhatIfPart.calculating");
        } else if (whatIf.hypotheses().isEmpty()) {
            return "";
        }
        return whatIf.cluster()
                .filter(Snapshots::is)
                .map(it -> Texts.of("WhatIfPart.notRealAsItWas", FleetLabels.name(it), Snapshots.words(it)))
                .orElseGet(() -> Texts.of("WhatIfPart.notRealNothingWas", Formats.time(at)));
    }
}
