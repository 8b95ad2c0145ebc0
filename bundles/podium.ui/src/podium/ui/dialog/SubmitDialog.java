// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.placement.advice.RankedPlace;
import podium.ui.label.ClusterWords;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.manifest.ManifestDraft;
import podium.ui.manifest.ManifestDraft.Mode;
import podium.ui.manifest.ManifestFiles;
import podium.ui.manifest.ManifestLine;
import podium.ui.object.YamlField;
import podium.ui.prompt.NextStep;
import podium.ui.prompt.YamlCompletion;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Row;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.FieldProposals;
import podium.ui.toolkit.LineNumbers;
import podium.ui.toolkit.ModalShells;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * A manifest to be pasted, opened or looked at before it is submitted: what is in it, where each job would fit, what is wrong in
 * which line, and the choice how. It stands at the right and leaves the window to be used: the canvas, which lights up for the chosen
 * job, is seen, and a place that takes it can be clicked.
 */
@NonNullByDefault({}) // the library's types say nothing of null
public final class SubmitDialog extends ConsoleDialog {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LINES = 14;
    private static final int ROWS = 6;
    /** Pixels between the dialog and the right edge of its window. */
    private static final int GAP = 8;

    private final ManifestDraft draft;
    private final BiFunction<String, Integer, YamlCompletion> completion;
    private final Runnable confirmed;
    private final Map<Mode, Button> modes = new EnumMap<>(Mode.class);
    private StyledText text;
    private LineNumbers numbers;
    private Text namespace;
    private Text where;
    private Label summary;
    private Label why;
    private RowTable<ManifestLine> table;
    private Repaint read;
    private YamlCompleter completer;
    private @Nullable Button compare;
    /** What was last said to stand against it. */
    private Optional<String> not = Optional.empty();

    /**
     * Creates the dialog.
     *
     * @param completion what may stand at a place of the manifest; called in the background
     * @param confirmed called once it is closed, when the operator wants the plan
     */
    public SubmitDialog(
            Shell parent,
            UiServices services,
            ManifestDraft draft,
            BiFunction<String, Integer, YamlCompletion> completion,
            Runnable confirmed) {
        super(
                parent,
                services,
                Texts.of("SubmitDialog.submitTo", FleetLabels.name(draft.cluster())),
                NextStep.PLAN,
                new Point(660, 690));
        this.draft = draft;
        this.completion = completion;
        this.confirmed = confirmed;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /** Where it stands is known once it is created: the canvas goes out from under it then, and stays. */
    @Override
    public void create() {
        super.create();
        draft.shown(getShell()::getBounds, getShell()::setActive);
    }

    @Override
    protected void okPressed() {
        super.okPressed();
        confirmed.run();
    }

    @Override
    protected void cancelPressed() {
        boolean kept = !text.getText().isBlank();
        super.cancelPressed();
        if (kept) {
            services().message().say(Texts.of("SubmitDialog.kept"));
        }
    }

    @Override
    protected Point getInitialLocation(Point size) {
        Shell parent = getParentShell();
        Rectangle screen = parent.getMonitor().getClientArea();
        Rectangle window = parent.getBounds().intersection(screen);
        return beside(parent.isVisible() && window.width > size.x ? window : screen, screen, size);
    }

    /** Beside the window, right or else left of it, where there is room; else at its right edge. */
    static Point beside(Rectangle window, Rectangle screen, Point size) {
        int top = window.y + Math.max(0, window.height - size.y) / 2;
        int lowest = screen.y + Math.max(0, screen.height - size.y);
        int right = window.x + window.width;
        int wide = size.x + 2 * GAP;
        int x = right + wide <= screen.x + screen.width
                ? right + GAP
                : window.x - wide >= screen.x
                        ? window.x - wide + GAP
                        : window.x + Math.max(0, window.width - size.x - GAP);
        return new Point(x, Math.min(top, lowest));
    }

    @Override
    protected Optional<Cluster> cluster() {
        return Optional.of(draft.cluster());
    }

    @Override
    protected void fill(Composite parent) {
        Composite head = row(parent, draft.isComparable() ? 5 : 4);
        services().theme().dress(new Label(head, SWT.NONE)).setText(Texts.of("SubmitDialog.aManifestYamlOr"));
        Button open = new Button(head, SWT.PUSH);
        services().theme().own(open);
        open.setText(Texts.of("SubmitDialog.openFile"));
        open.addListener(SWT.Selection, event -> openFiles());
        if (draft.isComparable()) {
            Button wide = new Button(head, SWT.PUSH);
            services().theme().own(wide);
            wide.setText(Texts.of("SubmitDialog.whichCluster"));
            WidgetText.tip(wide, Texts.of("SubmitDialog.compareAllOpenClusters"));
            wide.addListener(SWT.Selection, event -> {
                draft.compare();
                okPressed();
            });
            compare = wide;
        }
        services().theme().dress(new Label(head, SWT.NONE)).setText(Texts.of("SubmitDialog.defaultNamespace"));
        namespace = new Text(head, SWT.BORDER | SWT.SINGLE);
        services().theme().own(namespace);
        namespace.setText(draft.namespace());
        namespace.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        AccessibleName.name(namespace, Texts.of("SubmitDialog.defaultNamespace"));
        FieldProposals.names(namespace, services().theme(), () -> ClusterWords.namespaces(draft.cluster()), "");
        YamlField yaml = YamlField.editor(parent, services().theme(), Texts.of("SubmitDialog.manifest"), LINES);
        numbers = yaml.numbers();
        text = yaml.text();
        text.setText(draft.text());
        summary = text(parent, "", Name.TEXT);
        table = RowTable.table(parent, services().theme(), ManifestColumns.all(), Texts.of("SubmitDialog.whatIsInIt"));
        GridData rows = new GridData(SWT.FILL, SWT.FILL, true, false);
        rows.heightHint = RowTable.ROW_HEIGHT * (ROWS + 1) + 4;
        table.control().setLayoutData(rows);
        table.tip(ManifestLine::words);
        for (Mode mode : Mode.values()) {
            if (mode == Mode.PLACED) {
                Composite placed = row(parent, 2);
                modes.put(mode, radio(placed, mode));
                where = where(placed);
            } else {
                modes.put(mode, radio(parent, mode));
            }
        }
        why = text(parent, "", Name.CRITICAL);
        ((GridData) why.getLayoutData()).heightHint = text.getLineHeight() * 2;
        why.addListener(SWT.MouseDown, event -> Stream.concat(chosen().stream(), draft.lines().stream())
                .filter(ManifestLine::isFlaw)
                .findFirst()
                .ifPresent(flaw -> {
                    numbers.goTo(flaw.line(), 1);
                    text.setFocus();
                }));
        wire();
        text.setFocus();
        draft.read(draft.text(), draft.namespace());
    }

    private void wire() {
        completer = new YamlCompleter(text, services(), completion, this::told);
        getShell().addListener(SWT.Activate, event -> show());
        ModalShells.stayAboveOwner(getShell());
        ModalShells.stayBelow(getShell());
        Shell window = getParentShell();
        Listener goes = event -> close();
        // what it stands over goes while operations are finished
        window.addListener(SWT.Hide, goes);
        text.addDisposeListener(event -> {
            if (!window.isDisposed()) {
                window.removeListener(SWT.Hide, goes);
            }
        });
        read = Repaint.of(text, PAUSE, () -> draft.read(text.getText(), namespace.getText()));
        List.of(text, namespace)
                .forEach(field -> field.addListener(SWT.Modify, event -> {
                    enable(false);
                    read.request();
                }));
        table.onSelect(this::goTo);
        table.onOpen(line -> text.setFocus());
        // the window cannot be dropped on while the dialog is open
        table.control()
                .addListener(
                        SWT.DragDetect,
                        event -> say(Texts.of("SubmitDialog.toPlaceIt", Mode.PLACED.word()), Name.TEXT));
        new Subscriptions(text)
                .add(draft.listen(this::show))
                .add(draft.keepLit())
                .add(services()
                        .unsent()
                        .add(ClusterId.of(draft.cluster()), getShell().getText(), () -> !text.getText()
                                .isBlank()));
        text.addDisposeListener(event -> draft.end(text.getText()));
        Repaint.every(text, LOOK, this::look);
    }

    /** What is known of a completion; where none is asked for any more, what is to be said of the manifest again. */
    private void told(String words) {
        if (completer.isAsked()) {
            say(words, Name.TEXT);
        } else {
            show();
        }
    }

    private Composite row(Composite parent, int columns) {
        Composite row = services().theme().dress(new Composite(parent, SWT.NONE));
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(8, 5).applyTo(row);
        return row;
    }

    /** Where it is placed: typed, taken from the best places, or clicked on the canvas. */
    private Text where(Composite parent) {
        Text field = new Text(parent, SWT.BORDER | SWT.SINGLE);
        services().theme().own(field);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.setMessage(Texts.of("SubmitDialog.aNodeOrADomain"));
        field.setText(draft.where());
        AccessibleName.name(field, Texts.of("SubmitDialog.where"));
        field.addListener(SWT.FocusIn, event -> draft.rank());
        field.addListener(SWT.Modify, event -> draft.place(field.getText()));
        FieldProposals.on(
                field,
                services().theme(),
                typed -> draft.places().stream()
                        .filter(place -> (place.name() + " " + place.level())
                                .toLowerCase(Locale.ROOT)
                                .contains(typed.strip().toLowerCase(Locale.ROOT)))
                        .toList(),
                SubmitDialog::told,
                place -> draft.place(place.target()));
        return field;
    }

    private static String told(RankedPlace place) {
        String fit = StateLabels.of(place.verdict().fit()).word();
        return Texts.of("SubmitDialog.placeAndWhy", place.name(), place.level(), fit, place.reason());
    }

    private Button radio(Composite parent, Mode mode) {
        Button radio = services().theme().dress(new Button(parent, SWT.RADIO));
        WidgetText.set(radio, mode.word() + ": " + mode.meaning());
        radio.setSelection(draft.mode() == mode);
        radio.addListener(SWT.Selection, event -> {
            if (radio.getSelection()) {
                draft.choose(mode);
                if (mode == Mode.PLACED) {
                    where.setFocus();
                }
            }
        });
        return radio;
    }

    private void openFiles() {
        ManifestChooser.open(getShell()).ifPresent(paths -> {
            draft.opening();
            services()
                    .background()
                    .run(
                            () -> ManifestFiles.read(paths),
                            found -> {
                                if (!text.isDisposed()) {
                                    text.setText(found);
                                }
                            },
                            draft::notOpened);
        });
    }

    /** Looks whether something is to be said differently now. */
    private void look() {
        if (draft.look() || !draft.whyNot().equals(not)) {
            show();
        }
    }

    /** What the draft is now. */
    private void show() {
        if (text.isDisposed()) {
            return;
        }
        WidgetText.set(summary, SafeText.line(draft.summary()));
        WidgetText.tip(summary, SafeText.line(draft.summary()));
        summary.setForeground(services().theme().color(draft.tone()));
        List<Row<ManifestLine>> rows = new ArrayList<>();
        draft.lines().forEach(line -> rows.add(new Row<>(rows.size() + line.name(), line)));
        table.show(new Rows<>(rows));
        modes.forEach((mode, radio) -> {
            Optional<String> not = draft.whyNot(mode);
            radio.setEnabled(not.isEmpty() || draft.mode() == mode);
            WidgetText.tip(radio, SafeText.line(not.orElse("")));
            radio.setSelection(draft.mode() == mode);
        });
        if (!where.getText().equals(draft.where())) {
            FieldProposals.put(where, draft.where());
        }
        not = draft.whyNot();
        enable(not.isEmpty());
        Button wide = compare;
        if (wide != null) {
            wide.setEnabled(
                    !draft.isReading() && !draft.isUnread() && !draft.text().isBlank());
        }
        Optional<ManifestLine> first = chosen().or(() -> draft.lines().stream()
                .filter(line -> line.subject().isPresent())
                .findFirst());
        List<ManifestLine> flaws =
                draft.lines().stream().filter(ManifestLine::isFlaw).toList();
        numbers.mark(flaws.stream()
                .collect(
                        Collectors.toMap(ManifestLine::line, ManifestLine::words, (one, other) -> one + "\n" + other)));
        Optional<ManifestLine> flaw = flaws.stream().findFirst();
        if (completer.isAsked()) {
            // what is said is said of its list
        } else if (flaw.isPresent() && !draft.text().isBlank()) {
            say(flaw.get());
        } else if (not.isPresent()) {
            say(draft.text().isBlank() || not.get().equals(draft.summary()) ? "" : not.get(), Name.CRITICAL);
        } else {
            first.ifPresentOrElse(this::say, () -> say("", Name.TEXT));
        }
        if (!draft.isReading()) {
            draft.light(chosen().flatMap(ManifestLine::subject).or(draft::supposed));
        }
    }

    private Optional<ManifestLine> chosen() {
        return table.selection().size() == 1 ? table.selection().stream().findFirst() : Optional.empty();
    }

    private void say(ManifestLine line) {
        say(
                line.isFlaw() ? line.words() : line.name() + ": " + line.words(),
                line.isFlaw() ? Name.CRITICAL : Name.TEXT);
    }

    private void say(String words, Name tone) {
        why.setForeground(services().theme().color(tone));
        WidgetText.set(why, SafeText.line(words));
        WidgetText.wholeTip(why, SafeText.line(words));
    }

    /** Goes to the line in the text, and lights the canvas for the job. */
    private void goTo(List<ManifestLine> selected) {
        if (selected.size() == 1) {
            ManifestLine line = selected.getFirst();
            numbers.goTo(line.line(), 1);
            line.subject().ifPresent(job -> draft.light(Optional.of(job)));
            say(line);
        }
    }

    /** Enter writes a new line in the text; elsewhere it goes on. */
    @Override
    protected boolean confirmsByEnter() {
        return true;
    }
}
